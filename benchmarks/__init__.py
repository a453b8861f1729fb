"""What evaluation, checking, starting and reading cost, against plain peers in one run: `python -m benchmarks`.

In: nothing but the installed package and the policies beside it.  Out: a table of ratios, each the median of
interleaved rounds with the smallest and the greatest, since a machine's speed drifts while a ratio within a round does
not.  Deliberately absent: thresholds (a number that fails on a busy machine teaches people to ignore it) and
anything beyond the standard library.
"""
