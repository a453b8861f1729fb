"""Policies of which a table is to be drawn: the shipped ones, and small ones that each go another way."""

from __future__ import annotations

from pathlib import Path

from tests.analysis.making import CREDIT, DOWNTIME, PROMISE

_SHIPPED = Path(__file__).parents[2] / "policies"
_ROUNDED = "Rebate is rounded to the nearest cent, halves up.\n"
_ROWS = """Rebate is a credit on Monthly Fee, by the one row that applies to Downtime:
  at most 7 min gives 0 %, more than 7 min gives 10 %.
"""
_OFFICE = "Office means Monday to Friday from 09:00 to 17:00 holidays included.\n"
_IN_OFFICE = DOWNTIME.replace("because of Failure.", "because of Failure within Office.") + _OFFICE

POLICIES: dict[str, str] = {
    "ecerium": (_SHIPPED / "ecerium.sla").read_text("utf-8"),
    "ezcnam": (_SHIPPED / "ezcnam.sla").read_text("utf-8"),
    "plain": CREDIT,
    "quarters": CREDIT.replace("each calendar month", "each calendar quarter"),
    "years": CREDIT.replace("each calendar month", "each calendar year").replace("is UTC", "is Europe/Brussels"),
    "minimum": DOWNTIME
    + """Each incident of Downtime is an outage of its own.
An outage counts as Downtime only if it lasts at least 5 min, and then in full.
The provider guarantees as Calm that Downtime is at most 2 min.
"""
    + _ROWS
    + _ROUNDED,
    "full minutes": DOWNTIME
    + "Each incident of Downtime runs until the end of its minute.\n"
    + "The provider guarantees as Calm that Downtime is at most 2 min 30 s.\n"
    + _ROWS
    + _ROUNDED,
    "office": _IN_OFFICE
    + "The provider guarantees that Downtime is at most 8 hours.\n"
    + _ROWS.replace("7 min", "20 hours")
    + _ROUNDED,
    "day and office": _IN_OFFICE
    + """All Day means the time in which Gateway is down because of Failure.
The provider guarantees as Calm that All Day is at most 8 hours.
"""
    + _ROWS.replace("7 min", "20 hours")
    + _ROUNDED,
    "count": DOWNTIME
    + """Each incident of Downtime is an outage of its own.
An outage counts as Downtime only if it lasts at least 90 s, and then in full.
The provider guarantees as Calm that the number of outages of Downtime is at most 3.
Rebate is a credit on Monthly Fee, by the last row that applies to the number of outages of Downtime:
  more than 3 gives 5 %, more than 6 gives 20 %.
"""
    + _ROUNDED,
    "few steps": PROMISE
    + "Rebate is a credit on Monthly Fee, of 5 % for each started 30 min of Downtime.\n"
    + "Rebate is limited to 40 % of Monthly Fee.\n"
    + _ROUNDED,
    "many steps": PROMISE
    + "Rebate is a credit on Monthly Fee, of 0.1 % for each started 1 min of Downtime.\n"
    + "Rebate is limited to 400 EUR.\n"
    + _ROUNDED,
    "two services": PROMISE
    + """Mail is a service: "mail".
Mail Downtime means the time in which Mail is down because of Failure.
The provider guarantees as Mail Promise that Mail Downtime is at most 1 hour.
Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:
  less than 99.9 % gives 10 %, less than 99 % gives 50 %.
Mail Rebate is a credit on Monthly Fee, by the last row that applies to Mail Downtime:
  more than 1 hour gives 15 %, more than 5 hours gives 30 %.
Mail Rebate is rounded to the nearest cent, halves up.
Mail Rebate is limited to 250 EUR.
"""
    + _ROUNDED,
    "condition": CREDIT + "Rebate is due only if Downtime is at least 1 hour.\n",
    "steps on a condition": DOWNTIME
    + "Rebate is a credit on Monthly Fee, of 5 % for each started 30 min of Downtime.\n"
    + "Rebate is due only if Downtime is more than 2 hours.\n"
    + "Rebate is limited to 40 % of Monthly Fee.\n"
    + _ROUNDED,
    "up and down": DOWNTIME
    + "Odd means Downtime minus 2 times Downtime divided by the length of the period times 1 hour.\n"
    + _ROWS.replace("to Downtime", "to Odd")
    + _ROUNDED,
}
