"""The report: its model, and every form in which it is written."""
