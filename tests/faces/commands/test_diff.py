"""`sla diff`: the verdict, the situation that shows it, the money over real records, and policies out of git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.faces.running import POLICIES, assert_golden, printed, sla, timeline, written

Edits = dict[str, str]


@pytest.fixture
def new(tmp_path: Path) -> str:
    return changed(tmp_path / "new.sla", {"99 % gives 25 %": "98 % gives 25 %", "at least 3 days": "at least 4 days"})


def changed(path: Path, edits: Edits) -> str:
    text = Path("mail.sla").read_text("utf-8")
    for old, other in edits.items():
        assert old in text
        text = text.replace(old, other)
    path.write_text(text, "utf-8")
    return str(path)


def plain(text: str, name: str) -> str:
    return text.replace(name, "new.sla")


def test_the_whole_text(new: str) -> None:
    done = sla("diff", "mail.sla", new, "--timelines", "acme.json")
    assert (done.exit_code, done.stderr) == (1, "")
    assert_golden("diff.txt", plain(done.stdout, new))


def test_the_whole_data(new: str) -> None:
    done = sla("diff", "mail.sla", new, "--timelines", "acme.json", "--format", "json")
    assert done.exit_code == 1
    data = json.loads(done.stdout)
    assert (data["format"], data["verdict"], data["benefit"], data["proved"]) == (
        "sla-diff/1",
        "different",
        "both",
        False,
    )
    assert data["tried"]["lines_exact"] is True
    assert {one["account"] for one in data["accounts"]} == {"acme"}
    assert data["situations"][0]["timeline"]["format"] == "sla-timeline/1"
    assert {region["benefit"] for one in data["regions"] for region in one["changes"]} == {"provider"}


def test_a_policy_and_itself() -> None:
    assert printed("diff", "mail.sla", "mail.sla").splitlines()[3] == (
        "The two policies mean the same. That is proved, for every record."
    )


def test_other_words_are_the_same(tmp_path: Path) -> None:
    other = changed(
        tmp_path / "new.sla", {'"nothing works"': '"it is urgent"', "§ 2": '§ 9 "Work"', "99.9 %": "99.90 %"}
    )
    assert "mean the same" in printed("diff", "mail.sla", other)


def test_the_situation_is_saved_and_shows_what_is_told(tmp_path: Path, new: str) -> None:
    saved = tmp_path / "shown.json"
    text = sla("diff", "mail.sla", new, "--save-situation", str(saved)).stdout
    old, other = (json.loads(printed("evaluate", p, str(saved), "--format", "json")) for p in ("mail.sla", new))
    amounts = [result["periods"][0]["credits"][0] for result in (old, other)]
    assert all(
        f"{one['amount']} EUR under the {side} " in text for one, side in zip(amounts, ("old", "new"), strict=True)
    )


def test_nothing_is_saved_where_nothing_differs(tmp_path: Path) -> None:
    saved = tmp_path / "shown.json"
    assert sla("diff", "mail.sla", "mail.sla", "--save-situation", str(saved)).exit_code == 0
    assert not saved.exists()


def test_a_renamed_service_is_told_as_declared_by_one(tmp_path: Path) -> None:
    text = sla(
        "diff", "mail.sla", changed(tmp_path / "new.sla", {"Mail is a": "Post is a", "Mail is down": "Post is down"})
    )
    assert "The service Mail (mail): only in the old policy." in text.stdout
    assert "The service Post (post): only in the new policy." in text.stdout


def test_another_form_of_payment_is_a_difference_without_a_situation(tmp_path: Path) -> None:
    other = changed(tmp_path / "new.sla", {"§ 5": "Credit is paid only as Voucher.\n\n§ 5"})
    done = sla("diff", "mail.sla", other)
    assert done.exit_code == 1
    assert "No money, promise or target hangs on it." in done.stdout
    assert "How Credit is paid: not said in the old policy, only Voucher in the new one." in done.stdout


def test_a_longer_target(tmp_path: Path) -> None:
    done = sla("diff", "mail.sla", changed(tmp_path / "new.sla", {"2 Business": "3 Business"}))
    assert "A ticket of priority Urgent is opened at " in done.stdout
    assert "for the benefit of the provider" in done.stdout


def test_other_periods_are_held_together_as_totals(tmp_path: Path) -> None:
    done = sla(
        "diff",
        "mail.sla",
        changed(tmp_path / "new.sla", {"calendar month": "calendar quarter", "in 2026-03": "in 2026-Q1"}),
    )
    assert done.exit_code == 1
    assert "The period: month in the old policy, quarter in the new one." in done.stdout
    assert "Searched: one outage" in done.stdout


def test_a_refused_record_is_told_and_the_others_are_held(tmp_path: Path, new: str) -> None:
    wrong = timeline(incidents=[{**timeline()["incidents"][0], "cause": "frost"}], account="wrong")
    lines = tmp_path / "accounts.jsonl"
    lines.write_text(f"{json.dumps(timeline())}\n{json.dumps(wrong)}\n", "utf-8")
    done = sla("diff", "mail.sla", new, "--timelines", str(lines))
    assert done.exit_code == 1
    assert "frost" in done.stderr
    assert "wrong: refused" in done.stdout
    assert "all accounts" in done.stdout


def test_a_refused_policy_is_told(tmp_path: Path) -> None:
    done = sla("diff", "mail.sla", changed(tmp_path / "new.sla", {"§ 4": "§ 4\nNonsense."}))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "new.sla" in done.stderr


def test_a_file_that_is_not_there() -> None:
    done = sla("diff", "mail.sla", "nowhere.sla")
    assert done.exit_code == 2
    assert "nowhere.sla" in done.stderr


def test_standard_input_is_read_once() -> None:
    assert sla("diff", "-", "-", given="").exit_code == 2
    text = Path("mail.sla").read_text("utf-8")
    assert "mean the same" in printed("diff", "-", "mail.sla", given=text)


def test_compiled_policies_are_compared_too(tmp_path: Path) -> None:
    compiled = str(tmp_path / "mail.json")
    sla("compile", "mail.sla", "-o", compiled)
    assert "mean the same" in printed("diff", compiled, "mail.sla")


# ------------------------------------------------------------------ versions in git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    text = Path("mail.sla").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git("init", "-q")
    for version in (text, text.replace("50 EUR", "60 EUR")):
        (tmp_path / "mail.sla").write_text(version, "utf-8")
        git("add", "mail.sla")
        git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "a version")
    return tmp_path


def git(*words: str) -> None:
    subprocess.run(("git", *words), check=True, capture_output=True)


def test_two_versions_of_one_file(repository: Path) -> None:
    done = sla("diff", "HEAD~1:mail.sla", "mail.sla")
    assert done.exit_code == 1
    assert done.stdout.startswith("Old: Mail service agreement (HEAD~1:mail.sla)\nNew: ")
    assert "for the benefit of the customer" in done.stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("HEAD~9:mail.sla", "the git repository has no revision 'HEAD~9'."),
        ("HEAD:post.sla", "revision 'HEAD' has no file 'post.sla'; name it from the top of the repository."),
    ],
)
def test_what_git_does_not_have(repository: Path, name: str, words: str) -> None:
    done = sla("diff", name, "mail.sla")
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = str(POLICIES / "ecerium.sla")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = sla("diff", "HEAD:mail.sla", policy)
    assert done.exit_code == 2
    assert "there is no such file, and no git repository here that could hold it." in done.stderr


def test_a_file_with_a_colon_in_its_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Path("mail.sla").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    Path("a:mail.sla").write_text(text, "utf-8")
    assert "mean the same" in printed("diff", "a:mail.sla", "a:mail.sla")


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = sla("diff", "HEAD:mail.sla", "mail.sla")
    assert done.exit_code == 2
    assert "Git is not installed here" in done.stderr


def test_records_that_cannot_be_read(tmp_path: Path, new: str) -> None:
    empty = written(tmp_path / "empty.json", {})
    assert sla("diff", "mail.sla", new, "--timelines", empty).exit_code == 1


TICKETS = """Agreement "Help".
The time zone is UTC.
The period is each calendar month.
P1 is a priority: "nothing works".
Answer is a step on tickets recorded as Answered: "somebody answers".
Answer is due on a P1 ticket within 30 min after it is opened.
"""
TIME = """Agreement "Hosting".
The time zone is UTC.
The period is each calendar month.
Hosting is a service: "web sites".
Downtime means the time in which Hosting is down.
The provider guarantees that Downtime is at most 1 hour.
"""


@pytest.mark.parametrize(("text", "old", "new"), [(TICKETS, "30 min", "31 min"), (TIME, "1 hour", "2 hours")])
def test_policies_without_money_or_causes_or_services(tmp_path: Path, text: str, old: str, new: str) -> None:
    for name, content in (("a.sla", text), ("b.sla", text.replace(old, new))):
        (tmp_path / name).write_text(content, "utf-8")
    done = sla("diff", str(tmp_path / "a.sla"), str(tmp_path / "b.sla"))
    assert (done.exit_code, done.stderr) == (1, "")
    assert "That is for the benefit of the provider.\n" in done.stdout
    assert "with a fee" not in done.stdout
    assert "Searched: " in done.stdout
