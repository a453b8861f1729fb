"""The rows P01 to P29: what can be wrong with the text of a policy."""

from __future__ import annotations

from tests.hostile import making as m
from tests.hostile.making import GUARANTEE, LINE
from tests.hostile.rows import CHECK, Row


def _row(id: str, what: str, given: str | m.Maker, *findings: str, status: int = 1, process: bool = False) -> Row:
    return Row(id, what, given, CHECK, status, findings, process=process)


def _added(code: str, column: int, line: int = 0) -> str:
    """A finding in a line of what was added to the small policy, counted from 0."""
    return f"{code} {LINE + line}:{column}"


def _each(code: str, count: int, column: int = 37) -> tuple[str, ...]:
    """A finding of the same kind in each of the lines that were added."""
    return tuple(_added(code, column, line) for line in range(count))


ROWS = (
    _row("P01", "an empty file", "P01-empty.sla", "empty-policy 1:1", process=True),
    _row("P01", "blanks only", "P01-blanks.sla", "empty-policy 1:1"),
    _row("P01", "comments only", "P01-only-comments.sla", "no-head 1:1", "unknown-sign 1:1", "unknown-sign 2:1"),
    _row("P01", "a name only", "P01-only-a-name.sla", "no-rules 1:1", "open-choice 1:1", "open-choice 1:1"),
    _row("P02", "65 brackets", "P02-65-brackets.sla", _added("too-deep", 113)),
    _row(
        "P02", "10,000 brackets", m.policy(f"{GUARANTEE}{'(' * 10_000}99 %{')' * 10_000}.\n"), _added("too-deep", 113)
    ),
    _row("P02", "40,000 brackets", m.policy(f"{GUARANTEE}{'(' * 40_000}9 %{')' * 40_000}.\n"), _added("too-deep", 113)),
    _row(
        "P02",
        "100,000 brackets, not closed",
        m.policy(f"{GUARANTEE}{'(' * 100_000}"),
        "sentence-unfinished …",
        process=True,
    ),
    _row("P02", "100,000 times `not`", m.policy(f"Bad means that {'not ' * 100_000}Bad holds.\n"), "too-deep …", "…"),
    _row("P03", "a sum of 1,000 terms", m.policy(f"Big means {'1 s plus ' * 999}1 s.\n"), status=0),
    _row(
        "P03", "a sum of 1,001 terms", m.policy(f"Big means {'1 s plus ' * 1_000}1 s.\n"), _added("too-many-parts", 11)
    ),
    _row(
        "P03",
        "1,000 conditions",
        m.policy(f"Bad means that Uptime is less than 9 %{' and Uptime is less than 9 %' * 999}.\n"),
        status=0,
    ),
    _row(
        "P03",
        "10,000 conditions",
        m.policy(f"Bad means that Uptime is less than 9 %{' and Uptime is less than 9 %' * 9_999}.\n"),
        _added("too-many-parts", 16),
    ),
    _row("P04", "a text that is not closed", "P04-text-not-closed.sla", _added("text-not-closed", 22), process=True),
    _row(
        "P04",
        "a text that is not closed, and a megabyte after it",
        m.policy('Portal is a service: "the web portal.\n' + f"{'w' * 1_000} " * 1_000),
        _added("text-not-closed", 22),
        "…",
    ),
    _row("P04", "a bracket that is not closed", "P04-bracket-not-closed.sla", _added("sentence-unfinished", 64)),
    _row("P05", "an exponent", "P05-exponent.sla", _added("number-form", 22), process=True),
    _row("P05", "5,000 digits", m.policy(f"{GUARANTEE}{'9' * 5_000} %.\n"), _added("number-too-long", 49)),
    _row("P05", "31 digits", "P05-31-digits.sla", _added("number-too-long", 22)),
    _row("P05", "13 decimals", "P05-13-places.sla", _added("number-too-long", 49)),
    _row("P05", "a point first", "P05-point-first.sla", _added("number-form", 22)),
    _row("P05", "a point last", "P05-point-last.sla", _added("number-form", 49)),
    _row("P05", "an underscore", "P05-underscore.sla", _added("number-form", 22)),
    _row("P05", "a plus sign", "P05-plus.sla", _added("number-form", 22)),
    _row("P05", "two minus signs", "P05-two-minuses.sla", _added("number-form", 22)),
    _row("P05", "two points", "P05-two-points.sla", _added("number-form", 22)),
    _row("P06", "digits of another script", "P06-arabic-digits.sla", _added("foreign-digit", 49), process=True),
    _row("P06", "wide digits", "P06-wide-digits.sla", _added("foreign-digit", 49)),
    _row("P07", "not a number", "P07-nan.sla", _added("unknown-name", 49)),
    _row("P07", "infinity", "P07-inf.sla", _added("name-in-lower-case", 49)),
    _row("P07", "a number of base 16", "P07-hexadecimal.sla", _added("number-form", 49)),
    _row("P08", "a decimal comma", "P08-decimal-comma.sla", _added("decimal-comma", 49), process=True),
    _row("P08", "a comma between thousands", "P08-thousands.sla", _added("decimal-comma", 22)),
    _row("P09", "`orb` for `or`", "P09-orb.sla", _added("unknown-word", 48)),
    _row("P09", "`iffy` for `if`", "P09-iffy.sla", _added("unknown-form", 20)),
    _row("P09", "words without a blank", "P09-glued.sla", _added("blank-missing", 13)),
    _row("P09", "a number and its unit", "P09-number-and-unit.sla", _added("blank-missing", 46)),
    _row("P10", "turns of direction in quotes", m.remarks(m.DIRECTION), *_each("text-direction", 12), process=True),
    _row(
        "P10",
        "a turn of direction in a name",
        m.policy("The total of Down\u202etime is rounded down to the second.\n"),
        _added("text-direction", 18),
    ),
    _row("P11", "invisible characters in quotes", m.remarks(m.INVISIBLE), *_each("invisible-character", 9)),
    _row("P11", "one byte order mark", m.whole(f"\ufeff{m.HEAD}"), status=0, process=True),
    _row("P11", "two byte order marks", m.whole(f"\ufeff\ufeff{m.HEAD}"), "invisible-character 1:2"),
    _row("P12", "a Cyrillic letter", "P12-cyrillic.sla", _added("foreign-letter", 21)),
    _row("P12", "a Greek letter", "P12-greek.sla", _added("foreign-letter", 1)),
    _row("P13", "a letter in two parts in a name", "P13-names.sla", _added("foreign-letter", 5)),
    _row("P13", "one text written in two ways", "P13-texts.sla", status=0),
    _row("P14", "unusual breaks in quotes", m.remarks(m.BREAKS), *_each("unusual-blank", 5)),
    _row(
        "P14",
        "a sentence behind a carriage return",
        m.policy(f"{GUARANTEE}9 %.\rThe total of Downtime is rounded down to the second.\n"),
        _added("unusual-blank", 53),
    ),
    _row("P14", "a null", m.remarks("\0"), _added("control-character", 37)),
    _row("P14", "lines as on Windows", m.whole(m.HEAD.replace("\n", "\r\n")), status=0),
    _row(
        "P15",
        "an old encoding",
        m.whole(m.HEAD.replace("Example", "Qualité").encode("latin-1")),
        "not-utf-8 1:1",
        process=True,
    ),
    _row("P15", "UTF-16", m.whole(m.HEAD.encode("utf-16")), "utf-16 1:1"),
    _row("P15", "UTF-16 without a mark", m.whole(m.HEAD.encode("utf-16-be")), "utf-16 1:1"),
    _row("P15", "half of a pair of characters", m.whole(m.HEAD.encode() + b"\xed\xa0\x80"), "not-utf-8 1:1"),
    _row("P16", "a rule twice", "P16-rule.sla", _added("said-twice", 1, 1)),
    _row("P16", "a service twice", "P16-service.sla", _added("declared-twice", 1)),
    _row("P16", "a row twice", "P16-row.sla", _added("overlapping-rows", 3, 2)),
    _row("P17", "rows that overlap", "P17-overlap.sla", _added("overlapping-rows", 3, 2), process=True),
    _row("P17", "a gap between rows", "P17-gap.sla", _added("gap-between-rows", 3, 1)),
    _row("P17", "rows out of order", "P17-not-in-order.sla", _added("rows-out-of-order", 3, 3), status=0),
    _row("P17", "less for a worse month", "P17-less-for-worse.sla", _added("less-for-worse", 3, 2), status=0),
    _row("P18", "a row that never applies", "P18-row.sla", _added("row-never-applies", 3, 1), status=0),
    _row(
        "P18",
        "names that nothing reads",
        "P18-names.sla",
        "undecided-cause 10:1",
        _added("unread-declaration", 1, 1),
        _added("unread-declaration", 1, 2),
        status=0,
        process=True,
    ),
    _row("P19", "factors that do not add up", "P19-weights.sla", status=0),
    _row("P19", "a weight in words", "P19-weights-in-words.sla", _added("unexpected-word", 9)),
    _row("P20", "more than 100 %", "P20-above-hundred.sla", _added("percent-above-hundred", 40)),
    _row("P20", "less than 0 %", "P20-below-zero.sla", _added("threshold-below-zero", 40)),
    _row("P20", "100 %", "P20-hundred.sla", status=0),
    _row("P20", "a credit above the fee", "P20-credit-above-fee.sla", _added("credit-above-charge", 38)),
    _row("P20", "a limit above the fee", "P20-limit-above-fee.sla", _added("credit-above-charge", 22)),
    _row("P20", "a credit above the fee that is meant", "P20-said-to-be-meant.sla", status=0),
    _row("P21", "months of no zone", "P21-no-zone.sla", "open-choice 1:1", process=True),
    _row("P21", "no period", "P21-no-period.sla", "open-choice 1:1"),
    _row("P21", "a claim that opens something", "P21-what-a-claim-opens.sla", _added("open-choice", 1)),
    _row("P21", "30 days, which are calendar days here", "P21-30-days.sla", status=0),
    _row("P22", "minutes and money", "P22-time-and-money.sla", _added("types-differ", 22)),
    _row("P22", "minutes against a percentage", "P22-time-against-percent.sla", _added("types-differ", 50)),
    _row("P22", "a percentage of a percentage", "P22-percent-of-percent.sla", _added("percent-of-percent", 38)),
    _row("P23", "divided by nothing", "P23-by-nothing.sla", _added("division-by-zero", 31)),
    _row("P23", "divided by a name for nothing", "P23-by-a-name-for-nothing.sla", _added("division-by-zero", 29, 1)),
    _row("P24", "defined by itself", "P24-itself.sla", _added("defined-by-itself", 1), process=True),
    _row("P24", "defined by each other", "P24-two.sla", _added("defined-by-itself", 1)),
    _row(
        "P24",
        "1,000 names in a circle",
        m.policy("".join(f"N{n} means N{(n + 1) % 1_000} plus 1 %.\n" for n in range(1_000))),
        _added("defined-by-itself", 1),
    ),
    _row("P25", "a file above", "P25-above.sla", _added("unknown-opening", 1)),
    _row("P25", "an absolute file", "P25-absolute.sla", _added("unknown-opening", 1)),
    _row("P25", "an address", "P25-address.sla", _added("unknown-opening", 1)),
    _row("P26", "a name of a programmer", "P26-class.sla", _added("not-a-word", 1)),
    _row(
        "P26",
        "braces",
        "P26-braces.sla",
        _added("unknown-sign", 1),
        _added("not-a-word", 2),
        _added("unknown-sign", 12),
    ),
    _row("P26", "a placeholder", "P26-dollar.sla", _added("unknown-sign", 1), _added("unknown-sign", 4)),
    _row("P26", "another placeholder", "P26-percent-s.sla", _added("blank-missing", 11)),
    _row("P26", "all of them in quotes", "P26-texts.sla", status=0, process=True),
    _row(
        "P27", "a megabyte of one word", m.whole("a" * 1_048_576), "name-in-lower-case 1:1", "no-head 1:1", process=True
    ),
    _row("P27", "a megabyte and one character", m.whole("a" * 1_048_577), "policy-too-long 1:1"),
    _row("P27", "a name of a megabyte", m.policy("A" * 1_000_000), _added("name-too-long", 1)),
    _row("P27", "200,000 words", m.policy("a " * 200_000), "policy-too-long …"),
    _row("P27", "10,000 mistakes", m.policy("foo.\n" * 10_000), _added("unknown-opening", 1), "…", process=True),
    _row(
        "P27",
        "10,000 sentences that go wrong",
        m.policy("Gateway is wrong.\n" * 10_000),
        _added("unexpected-word", 12),
        "…",
    ),
    _row(
        "P27",
        "10,000 sentences with a name that nobody declares",
        m.policy("".join(f"N{at} means Q{at} plus 1 %.\n" for at in range(10_000))),
        _added("unread-declaration", 1),
        _added("unknown-name", 10),
        "…",
        process=True,
    ),
    _row(
        "P27",
        "18,000 sentences without a full stop",
        m.policy("The provider guarantees that Uptime is at least 99 %\n" * 18_000),
        _added("full-stop-missing", 52),
        "…",
        process=True,
    ),
    _row("P27", "190,000 signs", m.policy(")" * 190_000), _added("unknown-opening", 1)),
    _row("P28", "a later language", "P28-newer.sla", "newer-language 1:1", process=True),
    _row("P29", "a currency that there is not", "P29-unknown.sla", _added("unknown-currency", 24)),
    _row("P29", "no currency", "P29-missing.sla", _added("currency-missing", 22)),
    _row("P29", "two currencies", "P29-two.sla", _added("two-currencies", 46), process=True),
    _row("P29", "the sign of a currency", "P29-sign.sla", _added("unknown-sign", 22)),
)
