from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from sla_dsl import Policy, evaluate, load_policy, read_policy
from sla_dsl.evaluation import policy as module
from sla_dsl.findings.finding import Finding
from tests.evaluation.making import CREDIT, DOWNTIME, charge, incident, policy, timeline

UMLAUT = DOWNTIME.replace('"Test"', '"Prüfung"')


def only(text: str | bytes) -> Finding:
    """The one finding with which a text is refused."""
    outcome = read_policy(text, "it.sla")
    assert outcome.value is None
    (finding,) = outcome.findings
    assert (finding.source, bool(finding.repair)) == ("it.sla", True)
    return finding


# ---------------------------------------------------------------- what a policy is


def test_a_policy_has_its_title_and_the_digest_of_its_text() -> None:
    made = policy(DOWNTIME)
    assert (made.title, made.digest) == ("Test", "sha256:" + sha256(DOWNTIME.encode()).hexdigest())
    assert repr(made) == f"<Policy 'Test' {made.digest[:19]}>"


def test_a_policy_never_changes() -> None:
    made = policy(DOWNTIME)
    for field in ("tree", "plan", "title", "other"):
        with pytest.raises(AttributeError, match="never changes"):
            setattr(made, field, None)
    with pytest.raises(AttributeError, match="never changes"):
        del made.tree


def test_a_policy_can_be_sent_to_another_process() -> None:
    made = policy(CREDIT)
    back: Policy = pickle.loads(pickle.dumps(made))
    assert back.tree == made.tree
    line = timeline(incident("04 10:00-20:00"), charges=[charge("100")])
    found, wanted = (evaluate(which, line, ["2026-03"]).require().to_dict() for which in (back, made))
    assert found == wanted


def test_a_policy_is_shared_by_threads() -> None:
    made = policy(CREDIT)
    lines = [timeline(incident(f"{day:02} 10:00-20:00"), charges=[charge("100")]) for day in range(1, 31)]

    def money(line: object) -> object:
        return evaluate(made, line, ["2026-03"]).require().to_dict()["periods"][0]["credits"]  # type: ignore[arg-type]

    with ThreadPoolExecutor(4) as pool:
        assert [*pool.map(money, lines)] == [money(line) for line in lines]


# ---------------------------------------------------------------- reading


def test_text_and_bytes_give_the_same_policy() -> None:
    for data in (UMLAUT, UMLAUT.encode()):
        outcome = read_policy(data)
        assert outcome.require().title == "Prüfung"
        assert outcome.require().digest == "sha256:" + sha256(UMLAUT.encode()).hexdigest()


def test_a_byte_order_mark_and_foreign_line_ends_change_nothing_but_the_digest() -> None:
    for data in (UMLAUT.encode("utf-8-sig"), UMLAUT.replace("\n", "\r\n").encode()):
        made = read_policy(data).require()
        assert made.tree._replace(digest="", nodes=()) == policy(UMLAUT).tree._replace(digest="", nodes=())
        assert made.digest == "sha256:" + sha256(data).hexdigest()


def test_findings_name_the_source() -> None:
    outcome = read_policy("Nonsense.", "it.sla")
    assert outcome.value is None
    assert {f.source for f in outcome.findings} == {"it.sla"}
    assert read_policy(DOWNTIME, "it.sla").findings[0].source == "it.sla"
    assert {f.source for f in read_policy("Nonsense.").findings} == {""}


def test_a_compiled_policy_is_known_by_its_first_sign() -> None:
    written = policy(DOWNTIME).to_compiled()
    for text in (written, f"\n \t{written}", written.encode(), written.encode("utf-8-sig")):
        assert read_policy(text).require().tree == read_policy(written).require().tree


# ---------------------------------------------------------------- encodings (row P15)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_text_in_an_old_encoding_says_where(encoding: str) -> None:
    finding = only(UMLAUT.encode(encoding))
    assert (finding.code, finding.span) == ("not-utf-8", (0, 0))
    assert finding.message == "This file is not text in UTF-8: byte 14 cannot be read."
    assert finding.repair == "Look at line 1, and save the file as plain text in UTF-8."


def test_the_line_is_that_of_the_byte() -> None:
    later = DOWNTIME.replace("a failure", "ein Fehler f\u00fcr").encode("latin-1")
    assert only(later).repair.startswith("Look at line 5, ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_text_of_a_word_processor(encoding: str) -> None:
    finding = only(UMLAUT.encode(encoding))
    assert finding.code == "utf-16"
    assert finding.message == f"This file is in {encoding[:6].upper()}, a form that some word processors use."
    assert only(DOWNTIME.encode(encoding)) == finding


@pytest.mark.parametrize(
    "data", [b"\xff", b"Agreement \xc3(", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"ok\xe2\x82"]
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    assert only(data).code == "not-utf-8"


def test_a_text_with_half_a_character_is_refused_without_a_traceback() -> None:
    assert read_policy(DOWNTIME.replace("Test", "\ud800")).value is None


# ---------------------------------------------------------------- size


@pytest.mark.parametrize("data", ["x" * 101, b"x" * 101])
def test_a_file_that_is_too_large(data: str | bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    finding = only(data)
    assert (finding.code, finding.message) == ("too-large", "This file has more than 100 bytes.")
    assert read_policy(data[:100], "it.sla").findings[0].code != "too-large"


def test_a_file_is_read_no_further_than_a_policy_may_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    path = tmp_path / "it.sla"
    path.write_bytes(b"x" * 101)
    (finding,) = load_policy(path).findings
    assert (finding.code, finding.source) == ("too-large", str(path))
    assert finding.repair == "Is it the right file? A policy is far smaller."
    path.write_bytes(b"x" * 100)
    assert "too-large" not in [found.code for found in load_policy(path).findings]


def test_nothing_at_all() -> None:
    for data in ("", b"", "\n\n", "\ufeff"):
        assert only(data).code == "empty-policy"
