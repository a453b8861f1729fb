"""The two agreements as plain descriptions, written out from how the documents are read (design/readings.md)."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle.clock import MINUTE, SECOND
from tests.oracle.rules import Row, Rules

ECERIUM = Rules(
    zone="Europe/Brussels",
    service="sms_gateway",
    causes={
        "provider_failure": "counts",
        "maintenance": "counts unless announced",
        "customer_code": "never counts",
        "customer_configuration": "never counts",
        "third_party": "never counts",
    },
    clauses=dict.fromkeys(
        ("window", "customer_code", "customer_configuration", "third_party"), '§ "How it works" paragraph 1'
    ),
    notice_days=7,
    snap=MINUTE,
    unit=MINUTE,
    half_up=True,
    month_length=43_200 * MINUTE,
    never_below_zero=True,
    guarantee="uptime",
    uptime_at_least=Fraction(999, 1000),
    credit="rebate",
    charge="monthly_fee",
    table=tuple(
        Row(gives, below=Fraction(below, 100))
        for below, gives in ((100, 5), (99, 10), (98, 25), (97, 50), (96, 75), (95, 100))
    ),
    table_of="uptime",
    table_row="last",
    report=True,
    cap=(125, "EUR"),
    targets={
        "urgent": {"act": ("acted", 2), "respond": ("responded", 4)},
        "non_urgent": {"act": ("acted", 8), "respond": ("responded", 8)},
    },
    office=("Europe/Brussels", "BE", 9, 17),
)

EZCNAM = Rules(
    zone="UTC",
    service="cnam",
    causes={
        "equipment": "counts",
        "utilities": "counts",
        "personnel": "counts",
        "maintenance": "counts unless announced",
        "customer_action": "never counts",
        "force_majeure": "never counts",
        "internet_access": "never counts",
        "blocking": "never counts",
        "attack": "never counts",
        "other_external": "never counts",
    },
    clauses={
        "short": '§ "Defining Unavailability"',
        "window": '§ "Defining Unavailability" item 1',
        "breach": '§ "Defining Unavailability" item 2',
        "customer_action": '§ "Defining Unavailability" item 2',
    }
    | dict.fromkeys(
        ("force_majeure", "internet_access", "blocking", "attack", "other_external"),
        '§ "Defining Unavailability" item 3',
    ),
    notice_days=3,
    join=True,
    longer_than=60 * SECOND,
    breaches=True,
    unit=SECOND,
    half_up=False,
    month_length=43_830 * MINUTE,
    guarantee="availability",
    downtime_at_most=263 * SECOND,
    credit="service_credit",
    charge="usage_fees",
    table=(Row(0, at_most=262), Row(10, at_least=263, at_most=1200), Row(20, above=1200)),
    table_of="downtime",
    table_row="one",
    only_below=Fraction(9999, 10000),
    claim_days=30,
    cap_share=Fraction(20, 100),
)

BY_NAME = {"ecerium": ECERIUM, "ezcnam": EZCNAM}
