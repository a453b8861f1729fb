"""A report of a result, to be read by a customer or a court.

In comes a `Result`; out come a page, a document, a workbook or tables.  `model.py` holds all that is said, as words and
numbers without any markup; every form is drawn from it, so that no two of them can say different things.
No sentence is worded here that the text report says already: it is asked from `pictures`.
"""
