"""From a checked agreement to the evaluation tree.

In: an `Agreement`.  Out: a `Tree`.  The only part of evaluation that knows the language; a compiled policy is
evaluated without it.  Deliberately absent: facts.
"""
