"""A settings file: what is set in it, and what is said of what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_dsl.faces.settings.reading import MOST_BYTES, Read, read_settings


def read(text: str, folder: Path) -> Read:
    (folder / "sla.toml").write_text(text, "utf-8")
    return read_settings(str(folder / "sla.toml"))


GOOD = """\
# A project.
[all]
policy = "shop.sla"   # the policy
zone = 'Europe/Brussels'
period = ["2026-01..2026-03", "2026-06"]

[check]
fail-on = "warning"
assumptions = true
"policy" = ["a.sla", "b.sla"]

[coverage]
fail-under = 70
"""


def test_settings_with_their_places(tmp_path: Path) -> None:
    found = read(GOOD, tmp_path)
    assert found.findings == ()
    assert [(it.part, it.key, it.value, it.line) for it in found.settings] == [
        ("all", "policy", "shop.sla", 3),
        ("all", "zone", "Europe/Brussels", 4),
        ("all", "period", ["2026-01..2026-03", "2026-06"], 5),
        ("check", "fail-on", "warning", 8),
        ("check", "assumptions", True, 9),
        ("check", "policy", ["a.sla", "b.sla"], 10),
        ("coverage", "fail-under", 70, 13),
    ]


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "[all]\n", "\ufeff[all]\r\nzone = 'UTC'\r\n", "check.fail-on = 'note'"]
)
def test_other_files_that_are_good(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path).findings == ()


@pytest.mark.parametrize(
    ("text", "code", "line", "words", "repair"),
    [
        ("[all\nzone = 'UTC'", "settings-form", 1, "[all", "Write parts and settings a line each"),
        ("[all]\nzone = UTC", "settings-form", 2, "zone = UTC", 'Write the text in quotation marks: "UTC".'),
        ("[all]\nzone = 'UTC", "settings-form", 2, "zone = 'UTC", "Write parts and settings a line each"),
        (
            "[all]\nzone = 'UTC'\nzone = 'UTC'",
            "settings-form",
            3,
            "zone = 'UTC'",
            "Keep only one of the two that have the same name.",
        ),
        ("zone = 'UTC'", "settings-part", 1, "zone", "Write [all] above it, or the name of a command"),
        ("[evalute]\nzone = 'UTC'", "settings-part", 1, "evalute", "Did you mean 'evaluate'?"),
        ("[init]\nname = 'A'", "settings-part", 1, "init", "Write one of all, check, "),
        ("[all]\nzoen = 'UTC'", "unknown-setting", 2, "zoen", "Did you mean 'zone'?"),
        ("[check]\nfail_on = 'note'", "unknown-setting", 2, "fail_on", "Did you mean 'fail-on'?"),
        (
            "[check]\nperiod = '2026'",
            "unknown-setting",
            2,
            "period",
            "Write it under [evaluate], [explain], [report] ",
        ),
        (
            "[all]\noutput = 'x'",
            "unknown-setting",
            2,
            "output",
            "Write it under [compile], [diff], [evaluate], ",
        ),
        ("[all]\nverison = true", "unknown-setting", 2, "verison", "Did you mean"),
        ("[check.more]\nx = 1", "unknown-setting", 0, "", "Write one of"),
        ("[check]\nfail-on = 'warnign' # x", "wrong-setting", 2, "'warnign'", "Did you mean 'warning'?"),
        ("[check]\nassumptions = 'yes'", "wrong-setting", 2, "'yes'", "Write true or false."),
        ("[coverage]\nfail-under = 120", "wrong-setting", 2, "120", "Write a whole number from 0 to 100"),
        ("[coverage]\nfail-under = true", "wrong-setting", 2, "true", "Write a whole number from 0 to 100"),
        ("[coverage]\nfail-under = 7.5", "wrong-setting", 2, "7.5", "Write a whole number from 0 to 100"),
        ("[all]\nzone = 'Mars'", "wrong-setting", 2, "'Mars'", "There is no time zone 'Mars'"),
        ("[all]\nzone = 3", "wrong-setting", 2, "3", "Write a text in quotes."),
        ("[all]\nzone = ''", "wrong-setting", 2, "''", "Write a text in quotes."),
        (
            "[all]\nzone = ['UTC', 'CET']",
            "wrong-setting",
            2,
            "['UTC', 'CET']",
            "Write one; here there cannot be several.",
        ),
        ("[check]\npolicy = []", "wrong-setting", 2, "[]", "Write a text in quotes, or several"),
        ("[check]\npolicy = ['a', 3]", "wrong-setting", 2, "['a', 3]", "Write a text in quotes."),
        ("[all]\nperiod = 2026-03-01", "wrong-setting", 2, "2026-03-01", "Write a text in quotes."),
        ("[all]\nformat = 'xml'", "wrong-setting", 2, "'xml'", "Write one of "),
        ("[all]\nzone = {}", "wrong-setting", 2, "{}", "Write a text in quotes."),
    ],
)
def test_mistakes(text: str, code: str, line: int, words: str, repair: str, tmp_path: Path) -> None:
    found = read(text, tmp_path)
    [finding] = found.findings
    assert finding.code == code
    assert finding.repair.startswith(repair)
    assert finding.source == str(tmp_path / "sla.toml")
    assert (found.source.position(finding.span.start)[0] if finding.span else 0) == line
    assert (text[finding.span.start : finding.span.end] if finding.span else "") == words


def test_all_mistakes_are_told_in_order(tmp_path: Path) -> None:
    found = read("[nix]\n[check]\nfail-on = 'x'\nfoo = 1\n[all]\nzone = 1\n", tmp_path)
    assert [finding.code for finding in found.findings] == [
        "settings-part",
        "wrong-setting",
        "unknown-setting",
        "wrong-setting",
    ]


def test_what_some_command_takes_may_be_set_for_all(tmp_path: Path) -> None:
    """`github` is a format of one command only, and the others keep theirs."""
    assert read("[all]\nformat = 'github'\nfail-under = 50\npolicy = ['a.sla', 'b.sla']\n", tmp_path).findings == ()


@pytest.mark.parametrize("text", ["x = " + "[" * 5_000, "x = " + "9" * 5_000, "[all]\nzone = '\x00'", "\r", "a = 1\rb"])
def test_odd_files_are_findings(text: str, tmp_path: Path) -> None:
    (tmp_path / "sla.toml").write_bytes(text.encode("utf-8"))
    assert [finding.code for finding in read_settings(str(tmp_path / "sla.toml")).findings] != []


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "sla.toml"
    path.write_bytes(b"[all]\nzone = '\xff'")
    assert [finding.code for finding in read_settings(str(path)).findings] == ["not-utf-8"]
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert [finding.code for finding in read_settings(str(path)).findings] == ["too-large"]
    path.unlink()
    path.mkdir()
    assert [finding.code for finding in read_settings(str(path)).findings] == ["not-a-file"]
