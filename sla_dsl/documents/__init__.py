"""The contract's own text, cut into clauses, so that what a policy cites can be looked up in it.

In: the bytes of a Markdown, plain text, Word or PDF file.  Out: a `Document`: clauses with numbers and titles, and
their passages (paragraphs, items, tables).  Deliberately absent: any understanding of what the clauses say, and
reading scanned pages.
"""
