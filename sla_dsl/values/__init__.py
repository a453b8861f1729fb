"""Exact quantities and time: what everything else counts with.

In: nothing of the other rooms.  Out: instants, sets of time, periods, calendars, exact numbers, money, and
values that are known only to lie between two.  Deliberately absent: floats, the clock, the host's time zone
and locale, and any knowledge of policies or evidence.
"""
