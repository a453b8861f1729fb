"""What a timeline consists of, as data: the one description of the format `sla-timeline/1`.

The readers, the schema and the documentation are made from these tables, so that nothing is said twice.  The
fields of a kind stand in the order of the record in `timeline.py`.
"""

from typing import Literal, TypeAlias

from sla_dsl.records import NamedTuple

FieldType: TypeAlias = Literal[
    "text", "texts", "instant", "amount", "rate", "currency", "period", "reference", "references", "ticket", "format"
]

OWN_FIELDS = "x_"
"""A field whose name begins so belongs to whoever wrote it: it may be there, and it is not read."""


class Field(NamedTuple):
    """A field: `meaning` in one line; `null` what null means, `absent` what leaving it out means (empty: not allowed).

    `column` is its name in a table, where that is another: a table has one row for each value of a list.
    `ahead`: an instant that may lie later than `as_of`, because it is planned.
    """

    name: str
    type: FieldType
    meaning: str
    null: str = ""
    absent: str = ""
    column: str = ""
    ahead: bool = False


class Kind(NamedTuple):
    """A kind of record: the name of its list, what one is called, its fields, and what an absent list means.

    `unique`: no two may have the same `id`.  `steps`: every further field is an instant or null.
    """

    name: str
    one: str
    meaning: str
    fields: tuple[Field, ...]
    absent: str = ""
    unique: bool = False
    steps: bool = False


STILL = "it is still going on; needs `as_of`"
UNKNOWN = "not known"

HEAD = (
    Field("format", "format", "the name of this format"),
    Field("account", "text", "the customer's account that all of this is about"),
    Field(
        "as_of",
        "instant",
        "the instant up to which the record is kept",
        null="the record is closed: what it does not hold did not happen",
        absent="the record is closed: what it does not hold did not happen",
    ),
    Field("notes", "texts", "what there is to say of it as a whole; the result repeats it", "nothing", "nothing"),
)

INCIDENTS = Kind(
    "incidents",
    "incident",
    "each time that a service failed",
    (
        Field("id", "text", "the name of the incident"),
        Field("service", "text", "the service that failed"),
        Field("start", "instant", "when it began"),
        Field("end", "instant", "when it was over", null=STILL),
        Field("cause", "text", "what caused it", null=UNKNOWN, absent=UNKNOWN),
    ),
    unique=True,
)

MAINTENANCE = Kind(
    "maintenance",
    "maintenance window",
    "each time that was set aside for work on a service",
    (
        Field("id", "text", "the name of the window"),
        Field("service", "text", "the service that is worked on"),
        Field("announced", "instant", "when customers were told", null="it was not announced", absent=UNKNOWN),
        Field("start", "instant", "when the window opens", ahead=True),
        Field("end", "instant", "when the window closes", null=STILL, ahead=True),
    ),
    absent="taken as empty, with a note",
    unique=True,
)

REPORTS = Kind(
    "reports",
    "report",
    "each time that the customer told the provider of an incident",
    (
        Field("incident", "reference", "the `id` of the incident"),
        Field("at", "instant", "when it was told"),
    ),
    absent=UNKNOWN,
)

CLAIMS = Kind(
    "claims",
    "claim",
    "each time that the customer asked for credit",
    (
        Field("id", "text", "the name of the claim"),
        Field("at", "instant", "when it was made"),
        Field("incidents", "references", "the `id` of each incident that it names", column="incident"),
    ),
    absent=UNKNOWN,
    unique=True,
)

BREACHES = Kind(
    "breaches",
    "breach",
    "each time in which the customer broke the agreement",
    (
        Field("start", "instant", "when it began"),
        Field("end", "instant", "when it was over", null=STILL),
        Field("what", "text", "what the breach is"),
    ),
    absent="taken as empty, with a note",
)

CHARGES = Kind(
    "charges",
    "charge",
    "what the customer was charged for each period",
    (
        Field("period", "period", "the period: a month `2026-03`, a quarter `2026-Q1` or a year `2026`"),
        Field("what", "text", "what was charged for"),
        Field("amount", "amount", "how much, in whole units of the currency"),
        Field("currency", "currency", "the currency, by its three letters"),
    ),
    absent=UNKNOWN,
)

RATES = Kind(
    "rates",
    "exchange rate",
    "what one currency is worth in another",
    (
        Field("from", "currency", "the currency that is changed"),
        Field("to", "currency", "the currency that it is changed into"),
        Field("rate", "rate", "how many units of `to` one unit of `from` is worth"),
    ),
    absent=UNKNOWN,
)

TICKETS = Kind(
    "tickets",
    "ticket",
    "each request for support; every further field is a step, named by the policy, and when it happened",
    (
        Field("id", "text", "the name of the ticket"),
        Field("priority", "text", "how urgent it is"),
        Field("opened", "instant", "when it was opened"),
    ),
    absent=UNKNOWN,
    unique=True,
    steps=True,
)

PAUSES = Kind(
    "pauses",
    "pause",
    "each time in which a ticket was in a state in which the clock may stop",
    (
        Field("ticket", "ticket", "the `id` of the ticket"),
        Field("state", "text", "the state that the ticket was in"),
        Field("start", "instant", "when it began"),
        Field("end", "instant", "when it was over", null=STILL),
    ),
    absent=UNKNOWN,
)

STEP = Field("", "instant", "when this step happened", null="it has not happened", absent=UNKNOWN)
"""A further field of a ticket; its name is the step's."""

SOURCE = Field("source", "text", "where the record came from", null=UNKNOWN, absent=UNKNOWN)
"""A field that every record of every list may have; it says nothing of what happened."""

KINDS = (INCIDENTS, MAINTENANCE, REPORTS, CLAIMS, BREACHES, CHARGES, RATES, TICKETS, PAUSES)

ACCOUNTS = Kind(
    "accounts", "account", "in a folder of tables: each account, and up to when its record is kept", HEAD[1:]
)
"""The table of accounts; in JSON these are fields of the timeline itself."""

TOP_FIELDS = (*(field.name for field in HEAD), *(kind.name for kind in KINDS))
