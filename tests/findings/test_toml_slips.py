"""What is said of a line of settings or answers that cannot be read: the commonest slips by their name."""

from __future__ import annotations

import tomllib

import pytest

from sla_dsl.findings.toml_slips import slip


def said_of(line: str) -> tuple[str, str]:
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        tomllib.loads(line)
    return slip(line.split("\n")[-1], str(refused.value))


@pytest.mark.parametrize(
    ("line", "why", "repair"),
    [
        ("policy = policy.sla", "without quotation marks", 'Write the text in quotation marks: "policy.sla".'),
        ("policy = policy.sla  # mine", "without quotation marks", 'in quotation marks: "policy.sla".'),
        ('a = { is = leave out, because = "x" }', "without quotation marks", 'in quotation marks: "leave out".'),
        ('a = { is = "x", because = said so }', "without quotation marks", 'in quotation marks: "said so".'),
        ("a = { is = “x”, because = “y” }", "curly", 'straight quotation marks: "…".'),
        ("a = „x“", "curly", "straight"),
        ('a = "x', "a quotation mark is missing", "before the text and one behind it"),
        ('a = { is = x", because = "y" }', "a quotation mark is missing", "before the text"),
        (r'policy = "C:\users\policy.sla"', "a backslash", "Write / in its place."),
        ('a = "x"\na = "y"', "stands in the file already", "Keep only one of the two that have the same name."),
        ("[a]\n[a]", "stands in the file already", "Keep only one of the two that have the same name."),
    ],
)
def test_the_commonest_slips(line: str, why: str, repair: str) -> None:
    told = said_of(line)
    assert (why in told[0], repair in told[1]) == (True, True), told


@pytest.mark.parametrize("line", ["all", "= 3", "a = ", "a == 3", 'a = "“x”" ]', "a = true false"])
def test_nothing_is_said_where_it_is_unclear(line: str) -> None:
    assert said_of(line)[0] in ("", "a text is without quotation marks")
