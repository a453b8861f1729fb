"""`sla schema`: the formats as JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.faces.running import GOLDEN, MARCH, printed, sla


@pytest.mark.parametrize("form", ["timeline", "result", "policy"])
def test_each_is_a_schema(form: str) -> None:
    schema = json.loads(printed("schema", form))
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == f"sla-{form}/1"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("result", ("evaluate", "mail.sla", "acme.json", *MARCH, "--format", "json")),
        ("policy", ("compile", "mail.sla", "-o", "-")),
    ],
)
def test_what_the_commands_write_is_valid(form: str, words: tuple[str, ...]) -> None:
    schema = Draft202012Validator(json.loads(printed("schema", form)))
    assert list(schema.iter_errors(json.loads(printed(*words)))) == []


def test_the_golden_timeline_is_valid() -> None:
    schema = Draft202012Validator(json.loads(printed("schema", "timeline")))
    assert list(schema.iter_errors(json.loads((GOLDEN / "acme.json").read_text("utf-8")))) == []


def test_into_a_file(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    assert printed("schema", "result", "-o", str(path)) == ""
    assert path.read_text("utf-8") == printed("schema", "result")


def test_no_such_format() -> None:
    assert sla("schema", "nix").exit_code == 2
