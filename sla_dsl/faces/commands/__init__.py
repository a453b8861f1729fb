"""One file a command.  In: the arguments.  Out: an `Exit`; what is printed goes through `streams.py`.

Each module is imported when its command is run, and not before (`group.py`), and imports the rooms below inside its
functions, so that a command pays only for what it uses.  Deliberately absent: how anything is worded.
"""
