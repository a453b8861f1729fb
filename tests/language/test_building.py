"""Each form of a sentence and of a value, and the node that it is read into."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language import nodes as n
from sla_dsl.language.parsing import parse

A, B, C, M, N = (n.Name(letter * 2) for letter in ("Aa", "Bb", "Cc", "Mm", "Nn"))
a, b, c = (n.ValueName(name) for name in (A, B, C))
HALF = Fraction(1, 2)


def body(text: str) -> n.Body:
    file, findings = parse(Source("", f'Agreement "Test". {text}.'))
    assert findings == []
    assert file is not None
    return file.sentences[0].body


def number(amount: int | Fraction) -> n.Number:
    return n.Number(Fraction(amount))


def percent(amount: int | Fraction) -> n.Percent:
    return n.Percent(Fraction(amount))


def elapsed(amount: int | Fraction, unit: n.UnitWord) -> n.Elapsed:
    return n.Elapsed(((Fraction(amount), unit),))


def at(hour: int, minute: int = 0, second: int = 0, day: int = 4, zone: str = "") -> n.LocalInstant:
    return n.LocalInstant(dt.datetime(2026, 3, day, hour, minute, second), zone)  # noqa: DTZ001


def at_least(value: n.Value) -> n.Bound:
    return n.Bound("at least", value)


VALUES: list[tuple[str, n.Value]] = [
    ("5", number(5)),
    ("0.5", number(HALF)),
    ("007", number(7)),
    ("99.95 %", percent(Fraction(9995, 100))),
    ("99.95%", percent(Fraction(9995, 100))),
    ("125 EUR", n.Amount(Fraction(125), n.Name("EUR"))),
    ("4 min 22 s", n.Elapsed(((Fraction(4), "min"), (Fraction(22), "s")))),
    ("1 hour", elapsed(1, "hour")),
    ("30.5 days", elapsed(Fraction(61, 2), "days")),
    ("2 NnNn hours", n.Business(Fraction(2), N, "hours")),
    ("AaAa", a),
    ("Foo   Bar\n Baz-Qux", n.ValueName(n.Name("Foo Bar Baz-Qux"))),
    ("AaAa plus BbBb", n.Sum((a, b), (1, 1))),
    ("AaAa minus BbBb plus CcCc", n.Sum((a, b, c), (1, -1, 1))),
    ("AaAa times BbBb divided by CcCc", n.Product((a, b, c), (1, 1, -1))),
    ("AaAa plus BbBb times CcCc", n.Sum((a, n.Product((b, c), (1, 1))), (1, 1))),
    ("(AaAa plus BbBb) times CcCc", n.Product((n.Sum((a, b), (1, 1)), c), (1, 1))),
    ("((AaAa))", a),
    ("20 % of AaAa", n.ShareOf(Fraction(20), a)),
    ("20 % of 5 % of AaAa", n.ShareOf(Fraction(20), n.ShareOf(Fraction(5), a))),
    ("20 % of AaAa plus BbBb", n.Sum((n.ShareOf(Fraction(20), a), b), (1, 1))),
    ("the length of the period", n.PeriodLength()),
    ("the longest outage of MmMm", n.LongestOutage(M)),
    ("the number of outages of MmMm", n.OutageCount(M)),
    ("the part of AaAa beyond BbBb", n.PartBeyond(a, b)),
    ("the greater of AaAa and BbBb", n.GreaterOf(a, b)),
    ("the lesser of AaAa and (BbBb plus CcCc)", n.LesserOf(a, n.Sum((b, c), (1, 1)))),
    ("AaAa but at least 0 %", n.AtLeast(a, percent(0))),
    ("AaAa but at most 5 but at least 1", n.AtLeast(n.AtMost(a, number(5)), number(1))),
    ("AaAa plus BbBb but at most CcCc", n.AtMost(n.Sum((a, b), (1, 1)), c)),
    ("5 % for each full 30 min of MmMm", n.PerUnit(percent(5), "full", elapsed(30, "min"), n.ValueName(M))),
    ("5 EUR for each started AaAa of BbBb", n.PerUnit(n.Amount(Fraction(5), n.Name("EUR")), "started", a, b)),
    ("5 for each 1 hour of AaAa", n.PerUnit(number(5), None, elapsed(1, "hour"), a)),
]


@pytest.mark.parametrize(("text", "value"), VALUES, ids=[text for text, _ in VALUES])
def test_values(text: str, value: n.Value) -> None:
    assert body(f"NnNn means {text}") == n.DefineValue(N, value)


CONDITIONS: list[tuple[str, n.Condition]] = [
    ("AaAa is less than 5", n.Compare(a, (n.Bound("less than", number(5)),))),
    ("AaAa is at most 5", n.Compare(a, (n.Bound("at most", number(5)),))),
    ("AaAa is more than 5", n.Compare(a, (n.Bound("more than", number(5)),))),
    ("AaAa is exactly 5", n.Compare(a, (n.Bound("exactly", number(5)),))),
    ("AaAa is at least 5 but less than 6", n.Compare(a, (at_least(number(5)), n.Bound("less than", number(6))))),
    ("AaAa plus BbBb is at least CcCc", n.Compare(n.Sum((a, b), (1, 1)), (at_least(c),))),
    ("AaAa holds", n.Holds(A)),
    ("not AaAa holds", n.Not(n.Holds(A))),
    ("not not AaAa holds", n.Not(n.Not(n.Holds(A)))),
    ("AaAa holds and BbBb holds and CcCc holds", n.Both((n.Holds(A), n.Holds(B), n.Holds(C)))),
    ("AaAa holds or BbBb holds", n.Either((n.Holds(A), n.Holds(B)))),
    ("AaAa holds and BbBb holds or CcCc holds", n.Either((n.Both((n.Holds(A), n.Holds(B))), n.Holds(C)))),
    ("AaAa holds and (BbBb holds or CcCc holds)", n.Both((n.Holds(A), n.Either((n.Holds(B), n.Holds(C)))))),
    ("not (AaAa holds and BbBb holds)", n.Not(n.Both((n.Holds(A), n.Holds(B))))),
    ("the customer reported an incident that counts as MmMm", n.Reported(M)),
    ("the guarantee AaAa is met", n.GuaranteeIs(A, "met")),
    ("the guarantee AaAa is missed", n.GuaranteeIs(A, "missed")),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS, ids=[text for text, _ in CONDITIONS])
def test_conditions(text: str, condition: n.Condition) -> None:
    assert body(f"NnNn means that {text}") == n.DefineTruth(N, condition)


WORK = n.Announced("before")
TIMES: list[tuple[str, n.Time]] = [
    ("the time in which AaAa is down", n.Down((A,), ())),
    ("the time in which AaAa is down because of BbBb", n.Down((A,), (B,))),
    ("the time in which any of AaAa, BbBb and CcCc are down", n.Down((A, B, C), ())),
    ("the time in which any of AaAa and BbBb are down because of BbBb or CcCc", n.Down((A, B), (B, C))),
    ("the time in which the customer is in breach", n.InBreach()),
    ("the maintenance announced before it starts", WORK),
    ("the maintenance announced or not", n.Announced("or not")),
    ("the maintenance announced at least 7 days before it starts", n.Announced(at_least(elapsed(7, "days")))),
    ("the time of AaAa", n.TimeName(A)),
    ("the whole period", n.WholePeriod()),
    ("the time of AaAa within BbBb", n.Within(n.TimeName(A), n.TimeName(B))),
    ("the time of AaAa outside the whole period", n.Outside(n.TimeName(A), n.WholePeriod())),
    (
        "the time of AaAa together with BbBb within CcCc",
        n.Within(n.Together(n.TimeName(A), n.TimeName(B)), n.TimeName(C)),
    ),
]


@pytest.mark.parametrize(("text", "time"), TIMES, ids=[text for text, _ in TIMES])
def test_sets_of_time(text: str, time: n.Time) -> None:
    assert body(f"NnNn means {text}") == n.DefineTime(N, time)


NINE, FIVE = dt.time(9), dt.time(17, 30)
BELGIUM = n.HolidayRule(country=n.Name("Belgium"))
DAYS = n.HolidayRule(dates=(dt.date(2026, 1, 2), dt.date(2026, 1, 3)))
CALENDARS = [
    ("every day all day", n.CalendarHours("Monday", "Sunday", None, None, "", ())),
    ("Saturday all day", n.CalendarHours("Saturday", "Saturday", None, None, "", ())),
    ("Monday to Friday from 09:00 to 17:30", n.CalendarHours("Monday", "Friday", NINE, FIVE, "", ())),
    ("Friday from 09:00 to 17:30 in UTC", n.CalendarHours("Friday", "Friday", NINE, FIVE, "UTC", ())),
    (
        "every day all day in Europe/Brussels except holidays of Belgium except 2026-01-02, 2026-01-03",
        n.CalendarHours("Monday", "Sunday", None, None, "Europe/Brussels", (BELGIUM, DAYS)),
    ),
    (
        "every day all day holidays included",
        n.CalendarHours("Monday", "Sunday", None, None, "", (n.HolidayRule(included=True),)),
    ),
]


@pytest.mark.parametrize(("text", "calendar"), CALENDARS, ids=[text for text, _ in CALENDARS])
def test_calendars(text: str, calendar: n.CalendarHours) -> None:
    assert body(f"NnNn means {text}") == n.DefineCalendar(N, calendar)


UP = n.Rounding("up", "minute", None)
MINUTES = n.Bound("at most", elapsed(5, "min"))
ROW = n.Row((n.Bound("less than", percent(99)),), percent(5))
TWO_BOUNDS = n.Row((at_least(number(1)), n.Bound("less than", number(2))), number(3))
RULES: list[tuple[str, n.Body]] = [
    ("The time zone is Europe/Brussels", n.TimeZone("Europe/Brussels")),
    ("The period is each calendar quarter", n.PeriodOfAccount("quarter")),
    ('AaAa is a service: "x"', n.Declaration("service", A, "x")),
    ('AaAa is a cause: "x"', n.Declaration("cause", A, "x")),
    ('AaAa is a charge: "x"', n.Declaration("charge", A, "x")),
    ('AaAa is a priority: "x"', n.Declaration("priority", A, "x")),
    ('AaAa is a step on tickets recorded as BbBb: "x"', n.Declaration("step", A, "x", B)),
    ('AaAa is a pause of tickets recorded as BbBb: "x"', n.Declaration("pause", A, "x", B)),
    ("An incident does not count as MmMm", n.NotCounted((), None, (M,))),
    ("An incident because of AaAa or BbBb does not count as MmMm", n.NotCounted((A, B), None, (M,))),
    (
        "An incident because of AaAa within BbBb does not count as MmMm or NnNn",
        n.NotCounted((A,), n.Limit(inside=True, time=n.TimeName(B)), (M, N)),
    ),
    (
        "An incident outside the whole period does not count as MmMm",
        n.NotCounted((), n.Limit(inside=False, time=n.WholePeriod()), (M,)),
    ),
    ("Time within AaAa does not count as MmMm", n.TimeNotCounted(n.Limit(inside=True, time=n.TimeName(A)), (M,))),
    ("Each incident of MmMm runs from the start of its minute", n.Clock(M, "minute", None)),
    ("Each incident of MmMm runs until the end of its hour", n.Clock(M, None, "hour")),
    (
        "Each incident of MmMm runs from the start of its day until the end of its second",
        n.Clock(M, "day", "second"),
    ),
    ("Incidents of MmMm that overlap or touch are one outage", n.Join(M, "touching")),
    ("Incidents of MmMm at most 5 min apart are one outage", n.Join(M, "near", MINUTES)),
    ("Incidents of MmMm at most 5 min apart are one outage, with the time between", n.Join(M, "near", MINUTES, "with")),
    (
        "Incidents of MmMm at most 5 min apart are one outage, without the time between",
        n.Join(M, "near", MINUTES, "without"),
    ),
    ("Each incident of MmMm is an outage of its own", n.Join(M, "never")),
    ("An outage counts as MmMm only if it lasts at most 5 min", n.LongEnough(M, MINUTES, None)),
    (
        "An outage counts as MmMm only if it lasts at most 5 min, and then in full",
        n.LongEnough(M, MINUTES, "in full"),
    ),
    (
        "An outage counts as MmMm only if it lasts at most 5 min, and then for the excess",
        n.LongEnough(M, MINUTES, "for the excess"),
    ),
    ("The total of MmMm is rounded up to the minute", n.RoundTotal(M, UP)),
    ("Each outage of MmMm is rounded up to the minute", n.RoundOutages(M, UP)),
    ("AaAa is rounded up to the minute", n.RoundName(A, UP)),
    ("AaAa is rounded down to the cent", n.RoundName(A, n.Rounding("down", "cent", None))),
    ("AaAa is rounded to the nearest 0.5 %", n.RoundName(A, n.Rounding("nearest", percent(HALF), None))),
    ("AaAa is rounded to the nearest day, halves up", n.RoundName(A, n.Rounding("nearest", "day", "up"))),
    ("AaAa is rounded to the nearest day, halves down", n.RoundName(A, n.Rounding("nearest", "day", "down"))),
    ("AaAa is rounded to the nearest day, halves to even", n.RoundName(A, n.Rounding("nearest", "day", "to even"))),
    ("AaAa is limited to 20 % of BbBb", n.Limited(A, n.ShareOf(Fraction(20), b), converted=False)),
    (
        "AaAa is limited to 125 EUR, converted at the given rate",
        n.Limited(A, n.Amount(Fraction(125), n.Name("EUR")), converted=True),
    ),
    ("The provider guarantees that AaAa holds", n.Guarantee(None, n.Holds(A))),
    ("The provider guarantees as BbBb that AaAa holds", n.Guarantee(B, n.Holds(A))),
    ("AaAa is a credit on BbBb, of 5 %", n.Credit(A, b, percent(5))),
    (
        "AaAa is a credit on BbBb, by the last row that applies to CcCc: less than 99 % gives 5 %",
        n.Credit(A, b, n.Table("last", c, (ROW,))),
    ),
    (
        "AaAa is a credit on BbBb, by the one row that applies to CcCc: less than 99 % gives 5 %,"
        " at least 1 but less than 2 gives 3",
        n.Credit(A, b, n.Table("one", c, (ROW, TWO_BOUNDS))),
    ),
    ("AaAa is due only if BbBb holds", n.DueOnlyIf(A, n.Holds(B))),
    (
        "AaAa must be claimed within 30 days after the end of an outage of MmMm",
        n.Claim(A, elapsed(30, "days"), n.Anchor("outage end", M), "", None),
    ),
    (
        'AaAa must be claimed within 2 NnNn hours after the start of an outage of MmMm, naming "x"',
        n.Claim(A, n.Business(Fraction(2), N, "hours"), n.Anchor("outage start", M), "x", None),
    ),
    (
        "AaAa must be claimed within 30 days after the end of the period, and one claim opens the period",
        n.Claim(A, elapsed(30, "days"), n.Anchor("period end"), "", "period"),
    ),
    (
        'AaAa must be claimed within 1 day after the end of the period, naming "x", '
        "and a claim opens only what it names",
        n.Claim(A, elapsed(1, "day"), n.Anchor("period end"), "x", "named"),
    ),
    ("AaAa is paid only if it is at least 5", n.Minimum(A, at_least(number(5)))),
    ("AaAa is paid as BbBb", n.Payment(A, (B,), only=False, chooser="")),
    (
        "AaAa is paid as BbBb or CcCc at the choice of the customer",
        n.Payment(A, (B, C), only=False, chooser="customer"),
    ),
    ("AaAa is paid only as BbBb at the choice of the provider", n.Payment(A, (B,), only=True, chooser="provider")),
    (
        "AaAa is paid as BbBb or CcCc by a rule that the agreement does not give",
        n.Payment(A, (B, C), only=False, chooser="not given"),
    ),
    ("AaAa is due on a BbBb ticket within 4 hours after it is opened", n.Target(A, B, elapsed(4, "hours"), None)),
    ("AaAa is due on an BbBb ticket within 4 hours after CcCc", n.Target(A, B, elapsed(4, "hours"), C)),
    (
        "AaAa is due on a BbBb ticket within 4 hours after it is opened, not counting CcCc or AaAa",
        n.Target(A, B, elapsed(4, "hours"), None, (C, A)),
    ),
    (
        "AaAa is due on a BbBb ticket within 4 hours after CcCc, not counting BbBb",
        n.Target(A, B, elapsed(4, "hours"), C, (B,)),
    ),
    ('Nothing is computed here, because "x"', n.NothingComputed("x")),
]


@pytest.mark.parametrize(("text", "rule"), RULES, ids=[text for text, _ in RULES])
def test_rules(text: str, rule: n.Body) -> None:
    assert body(text) == rule


GIVEN: list[tuple[str, n.Given]] = [
    ("an incident from 2026-03-04 10:00", n.GivenIncident(None, (), at(10), None, (), ())),
    ("an incident from 2026-03-04 10:00 to 11:30", n.GivenIncident(None, (), at(10), at(11, 30), (), ())),
    (
        "an incident on AaAa because of BbBb or CcCc from 2026-03-04 10:00 to 2026-03-05 11:00",
        n.GivenIncident(A, (B, C), at(10), at(11, day=5), (), ()),
    ),
    (
        "an incident from 2026-03-04 10:00 UTC to 11:00 reported at 2026-03-04 12:00 claimed at 2026-03-05 13:00"
        " reported at 2026-03-04 14:00",
        n.GivenIncident(None, (), at(10, zone="UTC"), at(11, zone="UTC"), (at(12), at(14)), (at(13, day=5),)),
    ),
    (
        "maintenance on AaAa from 2026-03-04 10:00 to 11:00 announced at 2026-03-03 09:00",
        n.GivenMaintenance(A, at(10), at(11), at(9, day=3)),
    ),
    ("maintenance from 2026-03-04 10:00 not announced", n.GivenMaintenance(None, at(10), None, None)),
    ("a breach from 2026-03-04 10:00:05 to 10:00:10", n.GivenBreach(at(10, 0, 5), at(10, 0, 10))),
    ("AaAa of 5 EUR", n.GivenCharge(A, n.Amount(Fraction(5), n.Name("EUR")))),
    (
        "1 EUR being 1.5 USD",
        n.GivenRate(n.Amount(Fraction(1), n.Name("EUR")), n.Amount(Fraction(3, 2), n.Name("USD"))),
    ),
    ("an AaAa ticket opened at 2026-03-04 10:00", n.GivenTicket(A, at(10), ())),
    (
        "a BbBb ticket opened at 2026-03-04 10:00 with AaAa at 2026-03-04 11:00 with CcCc at 2026-03-04 12:00",
        n.GivenTicket(B, at(10), ((A, at(11)), (C, at(12)))),
    ),
    (
        "a BbBb ticket opened at 2026-03-04 10:00"
        " with CcCc from 2026-03-04 11:00 to 12:00 with AaAa at 2026-03-04 12:00",
        n.GivenTicket(B, at(10), ((A, at(12)),), ((C, at(11), at(12)),)),
    ),
    (
        "a BbBb ticket opened at 2026-03-04 10:00 with CcCc from 2026-03-04 11:00",
        n.GivenTicket(B, at(10), (), ((C, at(11), None),)),
    ),
    ("no list of claims", n.GivenNoList("claims")),
    ("no list of maintenance", n.GivenNoList("maintenance")),
    ("the record up to 2026-03-04 10:00", n.GivenAsOf(at(10))),
    ("nothing", n.GivenNothing()),
]


@pytest.mark.parametrize(("text", "given"), GIVEN, ids=[text for text, _ in GIVEN])
def test_what_is_given(text: str, given: n.Given) -> None:
    example = body(f'Example "x" in 2026-03: given {text}, nothing; expect AaAa is met')
    assert isinstance(example, n.Example)
    assert example.given == (given, n.GivenNothing())


EXPECT: list[tuple[str, n.Expect]] = [
    ("AaAa is 5 %", n.ExpectValue(A, percent(5))),
    ("AaAa is 5 min plus BbBb", n.ExpectValue(A, n.Sum((elapsed(5, "min"), b), (1, 1)))),
    *((f"AaAa is {word}", n.ExpectVerdict(A, word)) for word in ("met", "missed", "unknown", "pending", "due")),
    *((f"AaAa is {word}", n.ExpectVerdict(A, word)) for word in ("none", "not eligible", "claimable")),
    ("AaAa is due at 2026-03-04 10:00", n.ExpectDueAt(A, at(10))),
    ("AaAa is claimable until 2026-03-04", n.ExpectClaimable(A, dt.date(2026, 3, 4))),
]


@pytest.mark.parametrize(("text", "expect"), EXPECT, ids=[text for text, _ in EXPECT])
def test_what_is_expected(text: str, expect: n.Expect) -> None:
    example = body(f'Example "x" in 2026-Q1: given nothing; expect BbBb is met, {text}')
    assert isinstance(example, n.Example)
    assert example.expect == (n.ExpectVerdict(B, "met"), expect)


@pytest.mark.parametrize("period", ["2026-03", "2026-Q1", "2026"])
def test_an_example_keeps_its_title_and_its_period(period: str) -> None:
    example = body(f'Example "a title" in {period}: given nothing; expect AaAa is met')
    assert isinstance(example, n.Example)
    assert (example.title, example.period) == ("a title", period)


# ---------------------------------------------------------------- sentences, places, the head


def test_a_sentence_keeps_its_assumption_its_place_and_whether_it_is_set_aside() -> None:
    text = 'Agreement "x". § 4.2(a) "A  title" item 2 Set aside, because "why": AaAa is paid as BbBb assuming "so".'
    file, findings = parse(Source("", text))
    assert findings == []
    assert file is not None
    place = n.Place("4.2(a)", "A title", (("item", "2"),))
    assert file.places == (place,)
    payment = n.Payment(A, (B,), only=False, chooser="")
    assert file.sentences == (n.Sentence(payment, place, "so", "why"),)


@pytest.mark.parametrize("sign", ["§", "##", "§ ", "##\n "])
def test_both_signs_of_a_clause_are_one(sign: str) -> None:
    file, _ = parse(Source("", f'Agreement "x". {sign}4 AaAa is paid as BbBb. {sign}"y" AaAa is paid as BbBb.'))
    assert file is not None
    assert file.places == (n.Place("4", "", ()), n.Place("", "y", ()))


def test_a_head_with_everything() -> None:
    file, _ = parse(Source("", 'Agreement "x" in force from 2026-01-02, written in language 1.'))
    assert file == n.PolicyFile("x", dt.date(2026, 1, 2), 1, (), ())


def test_p13_texts_are_composed_and_their_blanks_are_one() -> None:
    assert body('AaAa is a cause: " cafe\u0301 \n  au\u00a0lait "') == n.Declaration("cause", A, "café au lait")


# ---------------------------------------------------------------- spans


def spanned(text: str) -> str:
    source = f'Agreement "x".\n{text}.'
    file, _ = parse(Source("", source))
    assert file is not None
    rule = file.sentences[0].body
    assert isinstance(rule, n.DueOnlyIf | n.DefineValue)
    part = rule.condition if isinstance(rule, n.DueOnlyIf) else rule.value
    return source[slice(*part.span)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AaAa is due only if BbBb  is at least 5 %", "BbBb  is at least 5 %"),
        ("AaAa is due only if (BbBb holds)", "BbBb holds"),
        ("AaAa is due only if the guarantee BbBb is met", "the guarantee BbBb is met"),
        ("AaAa means the length of the period", "the length of the period"),
        ("AaAa means 100 % minus BbBb assuming “x”", "100 % minus BbBb"),
        ("AaAa means 4 min\n22 s", "4 min\n22 s"),
    ],
)
def test_a_node_knows_the_words_that_it_was_read_from(text: str, words: str) -> None:
    assert spanned(text) == words


def test_every_node_of_the_shipped_policies_has_its_words() -> None:
    from pathlib import Path

    import attrs

    for path in sorted((Path(__file__).parents[2] / "policies").glob("*.sla")):
        text = path.read_text("utf-8")
        file, _ = parse(Source("", text))
        waiting: list[object] = [file]
        while waiting:
            node = waiting.pop()
            if isinstance(node, tuple):
                waiting.extend(node)
            elif attrs.has(type(node)):
                span = node.span  # type: ignore[attr-defined]
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start : span.end].strip() == text[span.start : span.end] or node is file
                waiting.extend(getattr(node, field.name) for field in attrs.fields(type(node)))  # type: ignore[arg-type]
