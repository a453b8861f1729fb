"""YAML as texts: nothing is made of what stands there, and nothing grows."""

from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.findings.finding import Finding
from sla_dsl.intake.reading.yaml_text import read_yaml
from sla_dsl.intake.sources import SourceFile


def read(text: str) -> tuple[Any, list[Finding]]:
    return read_yaml(SourceFile("a.yaml", text.encode()), "Notes", "yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("- no\n- 2024-03-01\n- 1e3\n- 0x10\n- ~\n", ["no", "2024-03-01", "1e3", "0x10", "~"]),
        ("- !!int 3\n- !!python/object/apply:os.system [ls]\n", ["3", ["ls"]]),
        ("a: 1\nb:\n- x\n", {"": 1, "a": "1", "b": ["x"]}),
        ("\n- a: 1\n- a: 2\n", [{"": 2, "a": "1"}, {"": 3, "a": "2"}]),
        ("- &one x\n- *one\n", ["x", "x"]),
        ("text", "text"),
        ("", None),
    ],
)
def test_everything_is_a_text(text: str, value: object) -> None:
    assert read(text) == (value, [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- a: 1\n  a: 2\n", 'line 2: the field "a" stands there twice'),
        ("- <<: {a: 1}\n", "line 1: the name of a field is not a plain text"),
        ("- ? [a]\n  : 1\n", "line 1: the name of a field is not a plain text"),
        ("- &x [*x]\n", 'line 1: nothing before it is called "x"'),
        ("- *x\n", 'line 1: nothing before it is called "x"'),
        ("a\n---\nb\n", "line 2: a second document begins"),
        ("- " + "[" * 40, "line 1: too much stands inside each other"),
        ("- a\n b: c\n- [\n", "line 2 is not YAML"),
        ("\t- a\n", "line 1 is not YAML"),
        ('- "\\UFFFFFFFF"\n', "a character in it is not allowed in YAML"),
        ("- \x07\n", "a character in it is not allowed in YAML"),
    ],
)
def test_what_is_not_read_is_told_with_its_line(text: str, why: str) -> None:
    value, [finding] = read(text)
    assert (value, finding.code, finding.message) == (None, "export-form", f"The file cannot be read: {why}.")


def test_names_for_what_stands_elsewhere_copy_nothing() -> None:
    laughs = "- &a0 [x, x, x, x, x, x, x, x, x]\n"
    laughs += "".join(f"- &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(30))
    value, findings = read(laughs)
    assert (len(value), findings) == (31, [])


def test_without_its_library_the_file_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    value, [finding] = read("- a\n")
    assert (value, finding.code) == (None, "export-form")
    assert finding.message == "Notes can only be read with the extra 'yaml', which is not installed."
    assert "sla-dsl[yaml]" in finding.repair
