"""The documents, held against the program: every example is run, every table compared."""
