"""`sla check`: findings in their formats, their summary, and where each of them goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faces.running import GOLDEN, POLICIES, assert_golden, printed, sla

pytestmark = pytest.mark.usefixtures("without_analyses")

MISTAKES = (("Failure or Works", "Failur or Works"), ("§ 4", "§ 4\n\tUptime is nice."), ("50 EUR,", "50 EURO,"))


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    text = Path("mail.sla").read_text("utf-8")
    for old, new in MISTAKES:
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "bad.sla").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return "bad.sla"


def test_good_policies_are_said_to_be_good() -> None:
    names = [str(POLICIES / name) for name in ("ecerium.sla", "ezcnam.sla")]
    summary = printed("check", *names)
    assert summary.startswith("2 policies, no problems; ")
    assert summary.endswith(" assumptions are stated (--assumptions lists them)\n")


def test_findings_in_full_on_standard_error(bad: str) -> None:
    done = sla("check", bad)
    assert done.exit_code == 1
    assert_golden("check.txt", done.stderr + done.stdout)


def test_concise_is_a_line_a_finding(bad: str) -> None:
    done = sla("check", bad, "--format", "concise")
    lines = done.stderr.splitlines()
    assert done.exit_code == 1
    assert len(lines) == sla("check", bad).stderr.count("bad.sla:")
    assert all(line.startswith("bad.sla:") and line.endswith("]") for line in lines)


def test_json_is_a_list_on_standard_output_and_the_failure_is_told_all_the_same(bad: str) -> None:
    done = sla("check", bad, "--format", "json")
    found = json.loads(done.stdout)
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == sum(1 for one in found if one["severity"] == "error")
    assert set(found[0]) == {
        *(
            "code",
            "severity",
            "message",
            "file",
            "line",
            "column",
            "end",
            "field",
            "repair",
            "related",
            "accepted",
            "situation",
        ),
    }
    assert found[0]["file"] == "bad.sla"
    assert found[0]["end"]["line"] >= found[0]["line"] > 0


def test_json_of_a_good_policy_is_an_empty_list() -> None:
    assert printed("check", "mail.sla", "--format", "json") == "[]\n"


def test_json_lists_the_assumptions_if_asked() -> None:
    found = json.loads(printed("check", "mail.sla", "--format", "json", "--assumptions"))
    assert [one["code"] for one in found] == ["assumption", "assumption", "nothing-computed"]


def test_assumptions_are_listed_by_number() -> None:
    text = printed("check", "mail.sla", "--assumptions")
    assert text.startswith("mail.sla\n\n  [1]   ")
    assert "\n  [2]   " in text
    assert "\n  -     Nothing is computed in § 6: it names the courts. (line " in text
    assert text.endswith("\n\n1 policy, no problems; 2 assumptions are stated\n")


def test_several_files_each_with_its_name(bad: str) -> None:
    Path("good.sla").write_bytes((POLICIES / "ezcnam.sla").read_bytes())
    done = sla("check", bad, "good.sla", bad)
    assert done.exit_code == 1
    assert done.stdout.startswith("2 policies, ")
    assert "good.sla:" not in done.stderr


def test_a_file_that_is_not_there_is_wrong_use(bad: str) -> None:
    done = sla("check", "nix.sla", bad)
    assert done.exit_code == 2
    assert 'There is no file or folder "nix.sla".' in done.stderr
    assert "bad.sla:" in done.stderr


def test_at_most_fifty_findings_of_a_file_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "many.sla"
    sentences = "".join(f"Nonsense {n} is nice.\n" for n in range(300))
    path.write_text(Path("mail.sla").read_text("utf-8") + sentences, "utf-8")
    done = sla("check", str(path), "--format", "concise")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) <= 51
    assert "more" in done.stderr.splitlines()[-1]


def test_standard_input() -> None:
    done = sla("check", "-", given="nothing of the sort")
    assert done.exit_code == 1
    assert "standard input:1:" in done.stderr


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "wide.sla"
    path.write_bytes("Agreement".encode("utf-16"))
    done = sla("check", str(path))
    assert done.exit_code == 1
    assert "UTF-16" in done.stderr


def test_hostile_policy_text() -> None:
    done = sla("check", "-", given='Agreement "a\x1b[2J\u202e".\n\x07 {0.__init__} %s ${x} is a service: "\x9b".\n')
    assert done.exit_code == 1
    assert not set(done.stderr) & set("\x1b\x07\u202e\x9b")
    assert "Traceback" not in done.stderr


# ---------------------------------------------------------------- what is accepted

UNREAD = 'Spare is a charge: "x"'
ACCEPTED = f'{UNREAD}\n  accepting "unread-declaration", because "it is used next year".'


@pytest.fixture
def accepting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A policy that accepts one warning, and has another."""
    text = f"{(GOLDEN / 'mail.sla').read_text('utf-8')}\n{ACCEPTED}\n{UNREAD.replace('Spare', 'Other')}.\n"
    (tmp_path / "accepting.sla").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return "accepting.sla"


def test_what_is_accepted_is_counted_and_told_only_if_asked(accepting: str) -> None:
    done = sla("check", accepting)
    assert done.exit_code == 0
    assert "Spare" not in done.stderr
    assert "'Other'" in done.stderr
    assert done.stdout == (
        "1 policy, 1 warning; 2 assumptions are stated, 1 finding is accepted (--assumptions lists them)\n"
    )


def test_what_is_accepted_is_listed_with_its_reason(accepting: str) -> None:
    text = sla("check", accepting, "--assumptions").stdout
    assert (
        "  -     Accepted, because it is used next year: No sentence uses 'Spare': "
        "no credit and no value is worked out from it. [unread-declaration] (line "
    ) in text
    assert text.endswith("\n1 policy, 1 warning; 2 assumptions are stated, 1 finding is accepted\n")


def test_json_holds_what_is_accepted_if_asked(accepting: str) -> None:
    unasked = json.loads(sla("check", accepting, "--format", "json").stdout)
    assert [one["code"] for one in unasked] == ["unread-declaration"]
    asked = json.loads(sla("check", accepting, "--format", "json", "--assumptions").stdout)
    assert [one["accepted"] for one in asked if one["code"] == "unread-declaration"] == ["it is used next year", ""]


def test_what_accepts_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.sla"
    ending = 'accepting "row-never-applies", because "x"'
    path.write_text(Path("mail.sla").read_text("utf-8").replace("halves up.", f"halves up {ending}.", 1), "utf-8")
    done = sla("check", str(path), "--format", "concise")
    assert done.exit_code == 0
    assert done.stderr.endswith(
        "warning: There is no finding 'row-never-applies' here that could be accepted. [accepts-nothing]\n"
    )


def test_a_policy_that_accepts_is_tested_and_evaluated_in_silence(accepting: str) -> None:
    assert sla("test", accepting).stderr == ""
    assert sla("compile", accepting, "-o", "it.json").stderr == ""
    assert sla("check", "it.json").exit_code == 0


def test_what_is_accepted_is_not_told_where_a_policy_is_refused(accepting: str) -> None:
    path = Path(accepting)
    path.write_text(
        path.read_text("utf-8") + "The total of Uptim is rounded to the nearest second, halves up.\n", "utf-8"
    )
    done = sla("tree", accepting)
    assert done.exit_code == 1
    assert "'Other'" in done.stderr
    assert "'Spare'" not in done.stderr


# ---------------------------------------------------------------- by what the check fails


@pytest.mark.parametrize(
    ("mildest", "files", "status"),
    [
        ("error", "accepting.sla", 0),
        ("warning", "accepting.sla", 1),
        ("note", "accepting.sla", 1),
        ("warning", "good.sla", 0),
        ("note", "good.sla", 0),
        ("warning", "aside.sla", 0),
        ("note", "aside.sla", 1),
        ("note", "nix.sla", 2),
    ],
)
def test_the_check_fails_by_what_it_is_asked_to(accepting: str, mildest: str, files: str, status: int) -> None:
    text = Path(accepting).read_text("utf-8").removesuffix(f"{UNREAD.replace('Spare', 'Other')}.\n")
    Path("good.sla").write_text(text, "utf-8")
    Path("aside.sla").write_text(f'{text}Set aside, because "x": Rest means 5 %.\n', "utf-8")
    for form in ("full", "concise", "json", "github", "sarif"):
        assert sla("check", files, "--fail-on", mildest, "--format", form).exit_code == status


def test_data_come_with_a_line_on_standard_error_for_each_finding_by_which_the_check_fails(accepting: str) -> None:
    for form in ("json", "github", "sarif"):
        assert sla("check", accepting, "--format", form).stderr == ""
        told = sla("check", accepting, "--format", form, "--fail-on", "warning").stderr
        assert told.count("\n") == told.count("[unread-declaration]") == 1


# ---------------------------------------------------------------- GitHub and SARIF


def test_github_is_a_command_a_finding(bad: str) -> None:
    lines = sla("check", bad, "--format", "github").stdout.splitlines()
    found = json.loads(sla("check", bad, "--format", "json").stdout)
    assert len(lines) == len(found) > 1
    for line, one in zip(lines, found, strict=True):
        level = {"error": "error", "warning": "warning", "note": "notice"}[one["severity"]]
        assert line.startswith(f"::{level} file=bad.sla,line={one['line']},")
        assert f"title={one['code']}::{one['message'].replace('%', '%25')}" in line


def test_github_is_told_nothing_of_what_is_accepted(accepting: str) -> None:
    (line,) = sla("check", accepting, "--format", "github").stdout.splitlines()
    assert "'Other'" in line
    assert "::notice" in sla("check", accepting, "--format", "github", "--assumptions").stdout


def test_sarif_is_one_log_for_all_policies(accepting: str) -> None:
    bad = "bad.sla"
    Path(bad).write_text("Nonsense.", "utf-8")
    log = json.loads(sla("check", bad, accepting, "--format", "sarif").stdout)
    (run,) = log["runs"]
    named = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}
    assert named == {"bad.sla", "accepting.sla"}
    suppressed = [one for one in run["results"] if "suppressions" in one]
    assert [one["suppressions"] for one in suppressed] == [
        [{"kind": "inSource", "justification": "it is used next year"}]
    ]
    assert "assumption" not in [one["ruleId"] for one in run["results"]]
    listed = json.loads(sla("check", accepting, "--format", "sarif", "--assumptions").stdout)["runs"][0]["results"]
    assert "assumption" in [one["ruleId"] for one in listed]
