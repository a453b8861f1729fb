"""What a policy comes to before anything has happened: where its words disagree, and the months that show it.

The room works on the core (the tree and its plan), never on a policy's text: the text only says which words to
underline.  What is asked about a policy's examples (`coverage.py`, `suggesting.py`) reaches its sentences through
`evaluation/compiling`, which hands them over as data.
"""
