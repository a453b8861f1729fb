"""Results, trees and findings as lines of text, laid out for a terminal or a file.

In: what the rooms below give.  Out: `Line`s.  Pure: nothing here prints.  Deliberately absent: colours.
"""
