"""Bad input: what a careless or hostile writer hands in, and what must come of it.

`rows.py` is the list, `inputs/` holds the files, `making.py` makes those that are too large to be kept.
"""
