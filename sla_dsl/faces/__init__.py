"""Arguments in, pictures out: the command line and the texts it prints.

In: `main.py` and `group.py` are the command `sla`; `commands/` has one file a command; `pictures/` turns results,
trees and findings into lines of text.  Out: text, JSON and an exit status (`exits.py`).  Every line goes through
`streams.py`, where nothing that a terminal would obey gets past.  Deliberately absent: meaning.  Nothing here
decides what anything is worth.
"""
