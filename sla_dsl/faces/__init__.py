"""Arguments in, pictures out: the command line and the texts it prints.

Deliberately absent: meaning.  Nothing here decides what anything is worth.
"""
