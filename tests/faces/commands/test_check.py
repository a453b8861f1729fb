"""`sla check`: findings in three formats, their summary, and where each of them goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faces.running import POLICIES, assert_golden, printed, sla

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
        *("code", "severity", "message", "file", "line", "column", "end", "field", "repair", "related"),
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
