"""`sla evaluate`: text and JSON, one account and many, and everything that can be refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.faces.running import (
    CASES,
    MARCH,
    POLICIES,
    assert_golden,
    incident,
    policy,
    printed,
    result,
    sla,
    timeline,
    written,
)


def test_text_that_a_customer_could_be_sent() -> None:
    assert_golden("evaluate.txt", printed("evaluate", "mail.sla", "acme.json", *MARCH))


def test_several_periods_stand_under_one_heading() -> None:
    text = printed("evaluate", "mail.sla", "acme.json", "--period", "2026-02..2026-03", "--period", "2026-02")
    assert text.count("Account acme") == 1
    assert text.index("February 2026\n====") < text.index("March 2026\n====")
    assert text.count("What is assumed") == 1


def test_without_periods_those_that_the_timeline_touches() -> None:
    text = printed("evaluate", "mail.sla", "acme.json")
    assert "February 2026\n" in text
    assert "March 2026\n" in text
    assert "January" not in text


def test_json_is_the_result_of_the_library_byte_for_byte() -> None:
    text = printed("evaluate", "mail.sla", "acme.json", *MARCH, "--format", "json")
    data = result(timeline(), "2026-03").to_dict()
    assert text == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    assert list(json.loads(text)) == list(data)


def test_a_compiled_policy_gives_the_same_bytes(tmp_path: Path) -> None:
    compiled = str(tmp_path / "mail.json")
    printed("compile", "mail.sla", "-o", compiled)
    for form in ("text", "json"):
        words = ("acme.json", *MARCH, "--format", form)
        assert printed("evaluate", compiled, *words) == printed("evaluate", "mail.sla", *words)


@pytest.mark.parametrize("case", sorted((CASES / "ecerium").glob("00[1-9]*.json")), ids=lambda path: path.stem[:20])
def test_every_amount_of_the_cases_is_in_the_text(case: Path, tmp_path: Path) -> None:
    data = json.loads(case.read_text("utf-8"))
    path = written(tmp_path / "timeline.json", data["timeline"])
    for period, expected in data["expect"].items():
        text = printed("evaluate", str(POLICIES / f"{data['policy']}.sla"), path, "--period", period)
        amount = expected["credit"].get("amount")
        assert (f"{amount} {expected['credit'].get('currency')}" in text) if amount else "No rebate is due" in text


# ---------------------------------------------------------------- many accounts


def _lines(*plain: object) -> str:
    return "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in plain)


def test_json_lines_in_json_lines_out_in_the_same_order(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(_lines(timeline(account="a"), timeline(account="b")), "utf-8")
    first, second = printed("evaluate", "mail.sla", str(path), *MARCH, "--format", "json").splitlines()
    assert [json.loads(first)["account"], json.loads(second)["account"]] == ["a", "b"]
    assert json.loads(first) == {**result(timeline(account="a"), "2026-03").to_dict()}


def test_a_refused_line_gives_a_line_and_the_others_are_evaluated() -> None:
    given = _lines(timeline(), timeline(account="b", incidents=[incident(cause="nix")]), "{", timeline(account="d"))
    done = sla("evaluate", "mail.sla", "-", *MARCH, "--format", "json", given=given)
    first, second, third, fourth = map(json.loads, done.stdout.splitlines())
    assert (done.exit_code, first["account"], fourth["account"]) == (1, "acme", "d")
    assert (second["account"], [f["code"] for f in second["refused"]]) == ("b", ["unknown-cause"])
    assert second["refused"][0]["field"] == "incidents[0].cause"
    assert third["account"] is None
    assert "standard input, line 2: incidents[0].cause: error: " in done.stderr
    assert "standard input, line 3: error: " in done.stderr


def test_texts_of_several_accounts_follow_one_another() -> None:
    done = sla("evaluate", "mail.sla", "-", given=_lines(timeline(), timeline(account="b", as_of="x"), timeline()))
    assert done.exit_code == 1
    assert done.stdout.count("Account acme") == 2
    assert "\n\n\nMail service agreement\n" in done.stdout
    assert "line 2" in done.stderr


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    head = "account,id,service,start,end,cause\n"
    row = "{},I-1,mail,2026-03-04T09:00:00{},2026-03-04T11:00:00{},failure\n"
    rows = row.format("beta", "", "") + row.format("acme", "+01:00", "+01:00")
    (tmp_path / "incidents.csv").write_text(head + rows, "utf-8")
    return tmp_path


def test_a_folder_of_several_accounts_gives_json_lines(tables: Path) -> None:
    done = sla("evaluate", "mail.sla", str(tables), "--format", "json", "--zone", "Europe/Brussels")
    assert done.exit_code == 0
    assert [json.loads(line)["account"] for line in done.stdout.splitlines()] == ["acme", "beta"]
    assert "read in Europe/Brussels" in done.stderr


def test_an_account_of_a_folder_that_is_refused_does_not_stop_the_others(tables: Path) -> None:
    done = sla("evaluate", "mail.sla", str(tables), "--format", "json")
    acme, beta = map(json.loads, done.stdout.splitlines())
    assert (done.exit_code, acme["account"]) == (1, "acme")
    assert [(f["code"], f["line"]) for f in beta["refused"]] == [("no-offset", None), ("no-offset", None)]
    assert "beta,I-1,mail,2026-03-04T09:00:00,2026-03-04T11:00:00,failure\n" in done.stderr
    assert "incidents.csv:2:15: error: " in done.stderr


# ---------------------------------------------------------------- what is refused


def test_a_refused_timeline_prints_nothing_but_its_findings(tmp_path: Path) -> None:
    path = written(tmp_path / "t.json", timeline(account=None, incidents=[incident(start="2026-03-04")], claimz=[]))
    done = sla("evaluate", "mail.sla", path, "--format", "json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count(": error: ") == 3
    assert "help: Did you mean" in done.stderr
    assert "^^^" in done.stderr


def test_a_refused_policy_prints_its_findings_with_the_words(tmp_path: Path) -> None:
    path = tmp_path / "bad.sla"
    path.write_text(Path("mail.sla").read_text("utf-8").replace("99.9 %.", "99.9 pct."), "utf-8")
    done = sla("evaluate", str(path), "acme.json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "bad.sla:" in done.stderr
    assert "^^^" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mail.sla", "nix.json"), 'There is no file or folder "nix.json".'),
        (("nix.sla", "acme.json"), 'There is no file or folder "nix.sla".'),
        (("mail.sla", "acme.json", "--period", "2026-13"), "2026-13 is not a month"),
        (("mail.sla", "acme.json", "--period", "March"), "March is not a month"),
        (
            ("mail.sla", "acme.json", "--zone", "Europe/Brusels"),
            "no time zone 'Europe/Brusels'. Did you mean 'Europe/Brussels'?",
        ),
        (("mail.sla", "acme.json", "--format", "xml"), "'xml' is not one of"),
        (("mail.sla",), "Missing argument 'TIMELINE'"),
        (("mail.sla", "acme.json", "more"), "unexpected extra argument"),
        (("-", "-"), "Only one of POLICY and TIMELINE"),
        (("mail.sla", "acme.json", "-o", "nowhere/result.txt"), "No such file or directory"),
    ],
)
def test_wrong_use(words: tuple[str, ...], said: str) -> None:
    done = sla("evaluate", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_missing_file_takes_one_line() -> None:
    assert len(sla("evaluate", "mail.sla", "nix.json").stderr.splitlines()) == 1


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (str(pipe), "/dev/zero", str(tmp_path)):
        assert sla("evaluate", path, "acme.json").exit_code == 2
    for path in (str(pipe), "/dev/zero"):
        assert sla("evaluate", "mail.sla", path).exit_code == 2


# ---------------------------------------------------------------- where it goes


def test_a_file_is_written_whole_and_standard_output_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    words = ("evaluate", "mail.sla", "acme.json", *MARCH, "--format", "json")
    assert printed(*words, "-o", str(path)) == ""
    assert path.read_text("utf-8") == printed(*words)


def test_a_refused_timeline_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "result.txt"
    path.write_text("before", "utf-8")
    assert sla("evaluate", "mail.sla", "-", "-o", str(path), given="{").exit_code == 1
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_policy_from_standard_input() -> None:
    text = printed("evaluate", "-", "acme.json", *MARCH, given=Path("mail.sla").read_bytes())
    assert text == printed("evaluate", "mail.sla", "acme.json", *MARCH)


# ---------------------------------------------------------------- names from outside

HOSTILE = "a\x1b[2J\x1b]52;c;aGk=\x07\u202eb\n{0.__init__}%s<script>\x9b"


def test_names_cannot_talk_to_the_terminal() -> None:
    plain = timeline(account=HOSTILE, incidents=[incident(id=HOSTILE)], reports=[], tickets=[])
    for words in (("evaluate",), ("explain",), ("explain", "--incident", HOSTILE)):
        text = printed(*words[:1], "mail.sla", "-", *MARCH, *words[1:], given=json.dumps(plain))
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        assert r"a\x1b[2J\x1b]52;c;aGk=\x07\u202eb\x0a{0.__init__}%s<script>\x9b" in text


def test_json_holds_hostile_names_unchanged_and_escaped() -> None:
    text = printed("evaluate", "mail.sla", "-", "--format", "json", given=json.dumps(timeline(account=HOSTILE)))
    assert json.loads(text)["account"] == HOSTILE
    assert not set(text) & set("\x1b\x07\u202e\x9b")


def test_hostile_names_in_findings() -> None:
    given = json.dumps(timeline(incidents=[incident(cause=HOSTILE), incident(id=HOSTILE, start=HOSTILE)]))
    done = sla("evaluate", "mail.sla", "-", given=given)
    assert done.exit_code == 1
    assert not set(done.stderr) & set("\x1b\x07\u202e\x9b")


def test_the_policy_of_the_golden_files_passes_its_own_check_and_examples() -> None:
    assert policy().title == "Mail service agreement"
    assert printed("test", "mail.sla") == "1 policy: all 2 examples agree\n"
