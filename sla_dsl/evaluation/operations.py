"""What the nodes of a tree can do: the core of the language, one entry an operation.

An entry says what the operation takes and gives (types), how its answer moves with each input (`variance`,
see `lift.py`; `own`: the step handles uncertain inputs by itself), whether it depends on the period, and
which parameters it has.  `steps.py` and its fellows make the working step from a node.
"""

from sla_dsl.records import NamedTuple

VALUE = ("elapsed", "ratio", "number", "money")


class Operation(NamedTuple):
    """`takes`: the types of the inputs; a last entry that ends in `*` is for any number more.  `value` stands for
    any of elapsed, ratio, number and money, `chosen` for a family or outages, `answer` for a truth or a
    claim, `since` for events or a set (the period), `claims_on` for ledgers, then outages, then events.
    `gives` is a type, or `value` (the node says which)."""

    takes: tuple[str, ...]
    gives: str
    variance: str
    by_period: bool
    params: tuple[str, ...]
    meaning: str


OWN = "own"

OPERATIONS: dict[str, Operation] = {
    # facts
    "literal": Operation((), "value", "+", False, ("value",), "a number, share, time or amount as written"),
    "period": Operation((), "set", "+", True, (), "the period itself"),
    "period_length": Operation((), "elapsed", "+", True, (), "how long the period is"),
    "incidents": Operation((), "family", OWN, False, ("services", "causes"), "the incidents of services, by cause"),
    "always": Operation((), "set", "+", False, (), "all time"),
    "windows": Operation((), "set", OWN, False, ("service", "notice"), "announced maintenance of a service"),
    "breaches": Operation((), "set", OWN, False, (), "the time in which the customer is in breach"),
    "hours": Operation((), "set", "+", True, ("calendar",), "the hours of a calendar in the period"),
    "charge": Operation((), "money", OWN, True, ("charge",), "a charge of the period"),
    # families
    "snap": Operation(("family",), "family", "+", False, ("start", "end"), "incidents run from or to a full unit"),
    "separate": Operation(("family",), "outages", "+", False, (), "each incident is an outage of its own"),
    "join": Operation(
        ("family",), "outages", "+", False, ("apart", "inclusive", "gap"), "near or touching incidents are one outage"
    ),
    "keep": Operation(("outages",), "outages", OWN, False, ("bounds", "skip"), "outages that last long enough"),
    "excuse": Operation(("chosen", "set*"), "counted", "+-", False, ("rules",), "excused time is taken out"),
    # sets of time
    "flatten": Operation(("counted",), "set", "+", False, (), "overlaps merged"),
    "within": Operation(("set", "set"), "set", "++", False, (), "the part inside another set of time"),
    "outside": Operation(("set", "set"), "set", "+-", False, (), "the part outside another set of time"),
    "together": Operation(("set", "set"), "set", "++", False, (), "two sets of time joined"),
    # numbers
    "measure": Operation(("set",), "elapsed", "+", False, (), "the length of a set of time"),
    "measure_outages": Operation(
        ("outages", "counted", "set"),
        "elapsed",
        OWN,
        False,
        ("unit", "mode", "halves"),
        "the lengths of outages, each rounded",
    ),
    "longest": Operation(("outages", "counted", "set"), "elapsed", "+++", False, (), "the longest outage"),
    "count": Operation(("outages", "counted", "set"), "number", OWN, False, (), "how many outages touch the period"),
    "add": Operation(("value*",), "value", "*", False, ("signs",), "a sum or difference"),
    "multiply": Operation(("value*",), "value", "*", False, ("powers",), "a product or quotient"),
    "greater": Operation(("value", "value"), "value", "++", False, (), "the greater of two"),
    "lesser": Operation(("value", "value"), "value", "++", False, (), "the lesser of two"),
    "beyond": Operation(("value", "value"), "value", "+-", False, (), "the part beyond a threshold"),
    "units": Operation(("value", "value", "value"), "value", "*", False, ("started",), "a price for each unit"),
    "round": Operation(("value",), "value", "+", False, ("unit", "mode", "halves"), "rounding, at this place only"),
    "convert": Operation(("money", "money"), "money", OWN, False, (), "an amount in the currency of another"),
    # truth
    "compare": Operation(("value", "value*"), "truth", OWN, False, ("comparisons",), "a value against bounds"),
    "both": Operation(("truth*",), "truth", "+", False, (), "all of them"),
    "either": Operation(("truth*",), "truth", "+", False, (), "any of them"),
    "negate": Operation(("truth",), "truth", "-", False, (), "the contrary"),
    "reported": Operation(("ledger",), "truth", OWN, True, (), "the customer reported an incident that counts"),
    # rules and results
    "table": Operation(("value", "value*"), "value", OWN, False, ("pick", "rows"), "the row of a table that applies"),
    "events": Operation(("outages",), "events", OWN, False, ("edge",), "the start or end of each incident's outage"),
    "claimed": Operation(("claims_on*",), "claim", OWN, True, ("within", "event", "naming"), "a claim in time"),
    "claimed_only": Operation(
        ("outages", "since"), "outages", OWN, False, ("within", "event", "state"), "outages that a claim in time names"
    ),
    "guarantee": Operation(("truth",), "guarantee", OWN, False, (), "whether a promise was kept"),
    "credit": Operation(
        ("value", "money", "money", "money", "answer*"),
        "credit",
        OWN,
        False,
        ("claim", "paid_as", "only", "chooser"),
        "a credit",
    ),
    "credit_by_claim": Operation(
        ("credit", "credit", "credit", "claim"), "credit", OWN, False, (), "the credit of what is claimed, or can be"
    ),
    "target": Operation(
        (), "target", OWN, True, ("recorded", "priority", "within", "after", "pauses"), "a support target"
    ),
    "books": Operation(
        ("family", "chosen", "counted", "set"),
        "books",
        OWN,
        False,
        ("rules", "too_short", "unnamed", "services", "causes", "hours"),
        "what became of each incident's time",
    ),
    "ledger": Operation(("books", "set"), "ledger", OWN, True, (), "every instant of the period in one bucket"),
}
"""The whole core.  A new kind of thing in the language is a new entry here, and nowhere else first."""
