"""Lines of arithmetic in letters, such as v ← μ · v + g: read once, then computed and typeset.

The way is reader (a tree) → evaluation (a function) and typesetting (letters, a template of
numbers, LaTeX, Python). They are written by whoever writes a rule, never by who visits the page.
"""
