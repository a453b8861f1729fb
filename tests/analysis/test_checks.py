"""What the checks of promise and price find: defective tables, each at its place, and sound ones, where nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_dsl import read_policy
from sla_dsl.analysis.checking import analysed, joined, shown, with_cases
from sla_dsl.analysis.shown import Shown
from sla_dsl.evaluation.credits import Credit
from sla_dsl.findings.finding import Finding
from tests.analysis.making import DOWNTIME, NAMES, PROMISE

POLICIES = Path(__file__).parents[2] / "policies"
ROUNDED = "Rebate is rounded to the nearest cent, halves up.\n"
UPTIME = "Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:\n  "
ONE_ROW = "Rebate is a credit on Monthly Fee, by the one row that applies to Uptime:\n  "
TIME = "Rebate is a credit on Monthly Fee, by the last row that applies to Downtime:\n  "
SOUND = PROMISE + UPTIME + "less than 99.9 % gives 10 %, less than 99 % gives 25 %.\n" + ROUNDED
REPORTED = "Rebate is due only if the customer reported an incident that counts as Downtime."
CLAIMED = "Rebate must be claimed within 30 days after the end of an outage of Downtime, and "
OUTAGES = "Incidents of Downtime that overlap or touch are one outage.\n"


def found(text: str) -> list[tuple[str, str]]:
    """The code of each finding of the language and of the analyses, with the words that are meant."""
    read = read_policy(text)
    told = tuple([f for f in read.findings if f.severity != "note" and f.code != "unread-declaration"])
    if read.value is not None:
        told = joined(told, analysed(read.value, text))
    return [(f.code, _words(text, f)) for f in told]


def _words(text: str, finding: Finding) -> str:
    return " ".join(text[finding.span.start : finding.span.end].split()) if finding.span else ""


DEFECTIVE = [
    pytest.param(  # 99.5 to 99.9 % is a breach that pays nothing
        PROMISE + UPTIME + "less than 99.5 % gives 10 %, less than 99 % gives 25 %.\n" + ROUNDED,
        [("breach-without-credit", "Uptime is at least 99.9 %")],
        id="target against table: nothing is due",
    ),
    pytest.param(
        PROMISE + UPTIME + "less than 100 % gives 10 %, less than 99 % gives 25 %.\n" + ROUNDED,
        [("credit-while-kept", "less than 100 % gives 10 %")],
        id="target against table: too much is due",
    ),
    pytest.param(
        PROMISE + UPTIME + "at most 99.9 % gives 10 %, less than 99 % gives 25 %.\n" + ROUNDED,
        [("credit-while-kept", "at most 99.9 % gives 10 %")],
        id="boundary double: 99.9 % is both met and credited",
    ),
    pytest.param(
        PROMISE + ONE_ROW + "at least 99 % but less than 99.9 % gives 10 %, less than 98 % gives 25 %.\n" + ROUNDED,
        [("gap-between-rows", "at least 99 % but less than 99.9 %")],
        id="tier gap",
    ),
    pytest.param(
        PROMISE + ONE_ROW + "at least 99 % but less than 99.9 % gives 10 %, at most 99 % gives 25 %.\n" + ROUNDED,
        [("overlapping-rows", "at most 99 %")],
        id="tier overlap, a shared edge",
    ),
    pytest.param(
        PROMISE + UPTIME + "less than 99.9 % gives 10 %, less than 99 % gives 5 %.\n" + ROUNDED,
        [("less-for-worse", "less than 99 % gives 5 %")],
        id="a worse month earns less",
    ),
    pytest.param(
        DOWNTIME
        + "The provider guarantees that Downtime is at most 8 hours.\n"
        + TIME
        + "more than 8 hours gives 10 %, more than 745 hours gives 25 %.\n"
        + ROUNDED,
        [("row-out-of-reach", "more than 745 hours gives 25 %")],
        id="unreachable tier",
    ),
    pytest.param(
        SOUND + "Rebate is limited to 20 % of Monthly Fee.\n",
        [("row-above-limit", "less than 99 % gives 25 %")],
        id="cap below tier",
    ),
    pytest.param(
        SOUND + "Rebate is limited to 25 % of Monthly Fee.\n",
        [("limit-never-binds", "Rebate is limited to 25 % of Monthly Fee")],
        id="a cap that never binds",
    ),
    pytest.param(
        SOUND + "Rebate is limited to 5 % of Monthly Fee.\n",
        [("limit-always-binds", "Rebate is limited to 5 % of Monthly Fee")],
        id="a cap that always binds",
    ),
    pytest.param(
        PROMISE + "The provider guarantees as Quiet that Downtime is at most 45 min.\n",
        [("duration-against-percentage", "45 min")],
        id="duration against percentage",
    ),
    pytest.param(
        NAMES
        + "Downtime means the time in which Gateway is down because of Failure.\n"
        + "Uptime means 100 % minus Downtime divided by 30 days.\n"
        + "The provider guarantees that Uptime is at least 99.9 %.\n",
        [("period-of-one-length", "30 days")],
        id="every month has 30 days",
    ),
    pytest.param(
        DOWNTIME
        + OUTAGES
        + "Each outage of Downtime is rounded up to the minute.\n"
        + "The provider guarantees that Uptime is at least 99.9 %.\n"
        + UPTIME
        + "less than 99.9 % gives 10 %, less than 99 % gives 25 %.\n"
        + ROUNDED,
        [("merging-pays-less", "Rebate is a credit on Monthly Fee, by the last row that applies to Uptime:")],
        id="a merge of two rounded outages",
    ),
    pytest.param(
        SOUND
        + "Bonus is a credit on Monthly Fee, of 10 % for each full 45 min of Downtime.\n"
        + "Bonus is rounded to the nearest cent, halves up.\n",
        [
            (
                "two-credits-for-one-outage",
                "Bonus is a credit on Monthly Fee, of 10 % for each full 45 min of Downtime",
            )
        ],
        id="two rules, one event",
    ),
    pytest.param(
        SOUND.replace("Downtime divided by the length of the period", "Downtime divided by Downtime"),
        [("not-worked-out", "Downtime divided by Downtime"), ("searched-not-proved", "Downtime divided by Downtime")],
        id="a formula that cannot be worked out",
    ),
    pytest.param(
        PROMISE
        + OUTAGES
        + "An outage counts as Downtime only if it lasts less than 10 hours, and then in full.\n"
        + UPTIME
        + "less than 99.9 % gives 10 %.\n"
        + ROUNDED,
        [
            ("searched-not-proved", "The provider guarantees"),
            ("less-for-worse", "Rebate is a credit"),
            ("merging-pays-less", "Rebate is a credit"),
        ],
        id="the longest outages do not count",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEFECTIVE)
def test_a_defect_is_found_at_its_place_and_nothing_else(text: str, expected: list[tuple[str, str]]) -> None:
    told = found(text)
    assert sorted(code for code, _ in told) == sorted(code for code, _ in expected)
    for code, words in expected:
        assert any(words in meant for c, meant in told if c == code), told


def sound(rows: str, *more: str, promise: str = "99.9 %") -> str:
    return PROMISE.replace("99.9 %", promise) + UPTIME + rows + ".\n" + ROUNDED + "".join(f"{m}\n" for m in more)


def lasting(rows: str, promise: str, *more: str) -> str:
    guarantee = f"The provider guarantees that Downtime is {promise}.\n"
    return DOWNTIME + guarantee + TIME + rows + ".\n" + ROUNDED + "".join(f"{m}\n" for m in more)


TABLES_THAT_ARE_SOUND = [
    sound("less than 99.9 % gives 10 %"),
    sound("less than 99.9 % gives 10 %, less than 99 % gives 25 %, less than 95 % gives 100 %"),
    sound(
        "less than 99.9 % gives 5 %, less than 99.5 % gives 10 %, less than 99 % gives 10 %, less than 98 % gives 50 %"
    ),
    sound("less than 99.99 % gives 10 %, less than 99 % gives 30 %", promise="99.99 %"),
    sound("at most 99.9 % gives 10 %").replace("is at least 99.9 %", "is more than 99.9 %"),
    sound("less than 99.9 % gives 10 %", "Uptime is rounded to the nearest 0.01 %, halves up."),
    sound("less than 99.9 % gives 10 %", "Rebate is due only if the guarantee Uptime is missed."),
    sound(
        "less than 99.9 % gives 10 %",
        "Rebate is due only if the customer reported an incident that counts as Downtime.",
    ),
    sound(
        "less than 99.9 % gives 10 %",
        OUTAGES.strip(),
        CLAIMED + "one claim opens the period.",
    ),
    sound(
        "less than 99.9 % gives 10 %",
        OUTAGES.strip(),
        CLAIMED + "a claim opens only what it names.",
    ),
    sound(
        "less than 99.9 % gives 10 %",
        OUTAGES.strip(),
        "An outage counts as Downtime only if it lasts at least 5 min, and then in full.",
    ),
    sound(
        "less than 99.9 % gives 10 %",
        "Each incident of Downtime is an outage of its own.",
        "An outage counts as Downtime only if it lasts at least 5 min, and then for the excess.",
    ),
    sound("less than 99.9 % gives 10 %", "The total of Downtime is rounded down to the second."),
    PROMISE
    + ONE_ROW
    + "at least 99 % but less than 99.9 % gives 10 %, at least 95 % but less than 99 % gives 25 %,\n"
    + "less than 95 % gives 50 %.\n"
    + ROUNDED,
    PROMISE + ONE_ROW + "at least 99.9 % gives 0 %, less than 99.9 % gives 10 %.\n" + ROUNDED,
    lasting("more than 4 hours gives 10 %, more than 8 hours gives 20 %", "at most 4 hours"),
    lasting("at least 4 hours gives 10 %, at least 8 hours gives 20 %", "less than 4 hours"),
    lasting(
        "more than 4 hours gives 10 %",
        "at most 4 hours",
        "Night means every day from 00:00 to 06:00 holidays included.",
        "Time within Night does not count as Downtime.",
    ),
    PROMISE.replace("each calendar month", "each calendar quarter")
    + UPTIME
    + "less than 99.9 % gives 10 %, less than 99 % gives 25 %.\n"
    + ROUNDED,
    PROMISE.replace("UTC", "Europe/Brussels") + UPTIME + "less than 99.9 % gives 10 %.\n" + ROUNDED,
    PROMISE,
    DOWNTIME + TIME + "more than 4 hours gives 10 %.\n" + ROUNDED,
]


@pytest.mark.parametrize("text", TABLES_THAT_ARE_SOUND)
def test_of_a_sound_table_nothing_is_said(text: str) -> None:
    assert found(text) == []


# ---------------------------------------------------------------- the two agreements


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "ecerium.sla",
            [
                ("credit-while-kept", "less than 100 % gives 5 %"),
                ("period-of-one-length", "30 days"),
                ("limit-depends-on-charge", "Rebate is limited to 125 EUR, converted at the given rate"),
            ],
        ),
        (
            "ezcnam.sla",
            [
                ("duration-against-percentage", "4 min 23 s"),
                ("period-of-one-length", "30.4375 days"),
                ("credit-while-kept", "at least 4 min 23 s but at most 20 min gives 10 %"),
                ("limit-never-binds", "Service Credit is limited to 20 % of Usage Fees"),
            ],
        ),
    ],
)
def test_what_the_documents_get_wrong(name: str, expected: list[tuple[str, str]]) -> None:
    assert found((POLICIES / name).read_text(encoding="utf-8")) == expected


def test_without_rounding_the_table_of_the_second_has_its_gap() -> None:
    text = (POLICIES / "ezcnam.sla").read_text(encoding="utf-8")
    start = text.index("The total of Downtime is rounded down")
    (finding,) = read_policy(text[:start] + text[text.index("Service Credit is a credit") :]).findings[:1]
    codes = {f.code: f for f in read_policy(text[:start] + text[text.index("Service Credit is a credit") :]).findings}
    assert "more than 4 min 22 s but less than 4 min 23 s" in codes["gap-between-rows"].message
    assert finding is not None


# ---------------------------------------------------------------- situations


def _code(value: object) -> str:
    return value if isinstance(value, str) and "-" in value and len(value) < 40 else ""


def claims() -> list[tuple[str, str, Shown]]:
    """Every claim that any policy of this page earns."""
    texts = [text for param in DEFECTIVE for text in [str(param.values[0])]]
    texts += [(POLICIES / name).read_text(encoding="utf-8") for name in ("ecerium.sla", "ezcnam.sla")]
    found_in = [(text, read_policy(text).value) for text in texts]
    return [(c.finding.code, text, c) for text, policy in found_in if policy for c in shown(policy, text)]


@pytest.mark.parametrize(("code", "text", "claim"), claims(), ids=_code)
def test_every_situation_comes_to_what_is_claimed(code: str, text: str, claim: Shown) -> None:
    from sla_dsl.analysis.worlds import outcome

    policy = read_policy(text).require()
    assert claim.situations or code in ("row-out-of-reach", "searched-not-proved", "nothing-to-analyse")
    for situation in claim.situations:
        values = outcome(policy, situation.world).trace.values
        assert situation.values
        assert all(values[node] == value for node, value in situation.values)


def test_a_credit_while_kept_is_one() -> None:
    policy = read_policy((POLICIES / "ezcnam.sla").read_text(encoding="utf-8")).require()
    (claim,) = [c for c in shown(policy) if c.finding.code == "credit-while-kept"]
    credit, kept = (value for _, value in claim.situations[0].values)
    assert isinstance(credit, Credit)
    assert (credit.status, kept) == ("due", True)


def test_worse_and_better_are_both_shown() -> None:
    policy = read_policy(str(DEFECTIVE[5].values[0])).require()
    (claim,) = shown(policy)
    worse, better = claim.situations
    lasting = [s.world.outages[0].end - s.world.outages[0].start for s in (worse, better)]
    amounts = [value.amount.amount for s in (worse, better) for _, value in s.values if isinstance(value, Credit)]
    assert lasting[0] > lasting[1]
    assert amounts[0] < amounts[1]


# ---------------------------------------------------------------- tables that are refused


@pytest.mark.parametrize(
    ("rows", "situation"),
    [
        (
            "at least 99 % but less than 99.9 % gives 10 %, less than 98 % gives 25 %.\n",
            "In 2026-04, Gateway is down because of Failure for 8 hours from 2026-04-01 00:00: "
            "Uptime is 98.888888… %, and no row applies.",
        ),
        (
            "at least 99 % but less than 99.9 % gives 10 %, at most 99 % gives 25 %.\n",
            "In 2026-04, Gateway is down because of Failure for 7 hours 12 min from 2026-04-01 00:00: "
            "Uptime is 99 %, and two rows apply.",
        ),
    ],
)
def test_a_table_that_is_refused_has_a_case_that_shows_why(rows: str, situation: str) -> None:
    text = PROMISE + ONE_ROW + rows + ROUNDED
    told = [claim.finding for claim in with_cases(text, read_policy(text).findings)]
    told = [f for f in told if f.severity == "error"]
    assert [f.situation for f in told] == [situation]


def test_where_more_is_wrong_there_is_no_case() -> None:
    text = PROMISE + ONE_ROW + "less than 99.9 % gives 10 %, at most 99 % gives 25 %, less than Uptme gives 5 %.\n"
    assert not any(claim.situations for claim in with_cases(text, read_policy(text).findings))
