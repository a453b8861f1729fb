from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sla_dsl import evaluate, load_policy, read_policy
from sla_dsl.evaluation.compiled import FORMAT, read_compiled, write_compiled
from sla_dsl.evaluation.tree import LANGUAGE
from sla_dsl.evidence.timeline import Timeline
from tests.evaluation.making import CREDIT, DOWNTIME, SUPPORT, costly_law, law, policy, tree
from tests.evaluation.sealing import compiled, put, refused, sealed
from tests.evaluation.worlds import RICH, timelines

POLICIES = Path(__file__).parents[2] / "policies"
HOLIDAYS = (
    SUPPORT.replace("holidays included", "except holidays of Belgium except 2026-12-24")
    + "Reply is due on an Urgent ticket within 2 Business hours after it is opened.\n"
)

DAMAGED = "damaged-compiled-policy"
CHANGED = "changed-compiled-policy"
NONE = "not-a-compiled-policy"


# ---------------------------------------------------------------- there and back


@pytest.mark.parametrize("text", [DOWNTIME, CREDIT, RICH, HOLIDAYS], ids=["downtime", "credit", "rich", "holidays"])
def test_a_policy_comes_back_as_it_was(text: str) -> None:
    written = write_compiled(tree(text))
    back, findings = read_compiled(written)
    assert findings == []
    assert back is not None
    assert write_compiled(back) == written
    assert back._replace(calendars=tree(text).calendars) == tree(text)


@pytest.mark.parametrize("name", ["ecerium", "ezcnam"])
def test_the_shipped_policies_come_back_too(name: str) -> None:
    shipped = load_policy(POLICIES / f"{name}.sla").require()
    assert read_policy(shipped.to_compiled()).require().to_compiled() == shipped.to_compiled()


def test_the_same_policy_gives_the_same_text() -> None:
    assert write_compiled(tree(RICH)) == write_compiled(read_policy(RICH).require().tree)


def test_it_holds_the_holidays_and_says_of_which_version() -> None:
    (entry,) = json.loads(write_compiled(tree(HOLIDAYS)))["calendars"].values()
    assert "12-25" in entry["listed"]["years"]["2026"]
    assert entry["dates"] == ["2026-12-24"]
    assert tree(HOLIDAYS).calendars["business"].get("listed") is None


@given(timelines())
@costly_law
def test_a_compiled_policy_gives_the_same_bytes_as_its_text(line: Timeline) -> None:
    back = read_policy(write_compiled(tree(RICH))).require()
    texts = [
        json.dumps(evaluate(which, line, ["2026-02..2026-04"]).require().to_dict()) for which in (policy(RICH), back)
    ]
    assert texts[0] == texts[1]


def test_the_head_of_a_compiled_policy() -> None:
    data = json.loads(write_compiled(tree(RICH)))
    assert (data["format"], data["language"], data["title"]) == (FORMAT, LANGUAGE, "Test")
    assert next(iter(data)) == "format"
    assert [*data][-1] == "seal"
    assert data["digest"] == policy(RICH).digest


def test_words_of_other_alphabets_are_written_as_they_are() -> None:
    text = CREDIT.replace('"Test"', '"Übereinkunft 合意"')
    written = write_compiled(tree(text))
    assert "Übereinkunft 合意" in written
    assert read_policy(written.encode()).require().title == "Übereinkunft 合意"


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    "text",
    [
        "{}", "{", '{"format"', '{"format": 3}', '{"format": "other/1"}', '{"a": NaN}', '{"format": "sla-policy/1"',
        '{"format":"sla-policy/1","language":' + "9" * 5_000 + "}", "{" * 100_000, '{"a":' * 100_000,
    ],
    ids=lambda text: text[:24],
)  # fmt: skip
def test_what_is_no_compiled_policy(text: str) -> None:
    assert refused(text) == (NONE, "This is not a compiled policy.")


def test_a_timeline_is_told_to_be_one() -> None:
    assert refused('{"format": "sla-timeline/1"}') == (NONE, "This is a timeline, and a policy was expected.")


def test_another_format() -> None:
    code, message = refused(sealed({**compiled(), "format": "sla-policy/2" + "x" * 1_000}))
    assert code == "newer-compiled-policy"
    assert message.startswith("This compiled policy has the format sla-policy/2xxx")
    assert len(message) < 150


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (2, "language 2;"),
        (1_000, "language 1,000;"),
        (10**12, "of a far later time"),
        (10**3000, "of a far later time"),
    ],
)
def test_a_newer_language(language: int, words: str) -> None:
    code, message = refused(sealed({**compiled(), "language": language}))
    assert code == "newer-language"
    assert words in message


@pytest.mark.parametrize("language", [True, 0, -1, "1", None, 1.0, [1]])
def test_a_language_that_is_none(language: Any) -> None:
    assert refused(sealed({**compiled(), "language": language}))[0] == DAMAGED


def test_a_seal_that_is_not_right() -> None:
    data = compiled()
    for seal in ("", "sha256:0", None, 5):
        assert refused(json.dumps({**data, "seal": seal}))[0] == CHANGED
    assert refused(json.dumps(data)) == (CHANGED, "This compiled policy was changed after it was compiled.")


@given(st.integers(0), st.sampled_from('0a "{[x'))
@law
def test_a_byte_that_is_changed_is_found(place: int, other: str) -> None:
    written = write_compiled(tree(CREDIT))
    place %= len(written)
    changed = written[:place] + other + written[place + 1 :]
    outcome = read_policy(changed)
    assert (outcome.value is None) == (changed != written)


@pytest.mark.parametrize("field", [*compiled()])
def test_a_field_that_is_missing(field: str) -> None:
    data = compiled()
    del data[field]
    code, _ = refused(sealed(data))
    assert code == (NONE if field == "format" else DAMAGED)


def test_a_field_too_many() -> None:
    assert refused(sealed({**compiled(), "extra": 1}))[0] == DAMAGED


@pytest.mark.parametrize("field", [name for name in compiled() if name not in ("format", "language")])
@pytest.mark.parametrize("value", [None, 5, "x", [], {}, [[]], [5], [None], True])
def test_a_field_of_another_form(field: str, value: Any) -> None:
    text = sealed({**compiled(), field: value})
    outcome = read_policy(text)
    if outcome.value is None:
        assert refused(text)[0] == DAMAGED
    else:  # an empty list, or another title or digest, is as good as any
        assert isinstance(value, str) or value in ([], {})


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_however_deep_it_is_refused(opening: str, closing: str) -> None:
    for depth in (50, *range(800, 1_000), 5_000):
        text = '{"format":"sla-policy/1","language":1,"seal":"x","a":' + opening * depth + "1" + closing * depth + "}"
        assert refused(text)[0] in (CHANGED, NONE)


def test_a_policy_with_too_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sla_dsl.evaluation.validating.MOST_NODES", 10)
    assert refused(sealed(compiled())) == (DAMAGED, "This compiled policy is damaged: it has more than 10 steps.")


def test_fields_given_twice_are_as_the_last_one() -> None:
    text = sealed(compiled())
    assert read_policy(text.replace('{"format"', '{"title": "other", "format"', 1)).value is not None


def test_a_root_that_is_no_such_step() -> None:
    for name in ("measures", "guarantees", "credits", "targets", "ledgers"):
        assert refused(sealed(put((name,), [["it", "It", 0]]))) == (
            DAMAGED,
            f"This compiled policy is damaged: one of its {name} is no step of that kind.",
        )
        for place in (-1, 10**6, True, 1.0, "0", None):
            assert refused(sealed(put((name,), [["it", "It", place]])))[0] == DAMAGED
