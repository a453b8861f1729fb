"""What is known of an account: the timeline, and the readers that fill it.

In: JSON, JSON Lines, folders of CSV files, plain Python objects.  Out: a `Timeline` and findings.  The only
room that reads files of evidence.  Deliberately absent: any knowledge of a policy.
"""
