"""Pictures of a run. Each module first makes plain data, then a figure that only shows it.

A figure is a stage: what stays while a run plays. What moves goes to the browser as a Scene,
so another run on the same stage sends no figure, and playing it sends nothing at all.
"""
