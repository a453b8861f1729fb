"""From a checked agreement and a timeline to a result with its reasons.

In: an `Agreement` or a compiled policy, and a `Timeline`.  Out: the evaluation tree, results, explanations.
Pure: nothing here reads a file, a clock or a host's setting.  Deliberately absent: wording for terminals.
"""
