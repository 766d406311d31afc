"""What a run can be taken home as: a table, a script, a worksheet, an animation of its own."""
