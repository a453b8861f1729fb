"""Completing a command line in a shell: bash, zsh and fish.

In: what has been typed, as the shell hands it over in variables.  Out: what may come next, a line each.  What may
come next is read off the commands; deliberately absent are settings, which a line that is not finished has no need of.
"""
