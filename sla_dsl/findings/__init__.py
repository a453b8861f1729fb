"""What is said to a person about a mistake: its code, its place, one sentence, the repair.

In: nothing of the other rooms.  Out: `Finding`, `Span`, `Source`.  Deliberately absent: the
sentences (each room has a `mistakes.py` of its own) and colours (the faces').
"""
