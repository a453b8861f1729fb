"""What other programs export, made into a timeline, with nothing invented on the way.

In: the files of a status page, a ticket system, a calendar or a spreadsheet, and a mapping file with answers.  Out:
a timeline as plain data that the readers of `evidence` take, with where each record came from and how many records
became what; or the questions that the export leaves open.  Deliberately absent: defaults, and anything that asks a
service for its data.
"""
