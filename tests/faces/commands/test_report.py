"""`sla report`: a file for an account, a folder for many, and everything that can be refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faces.running import MARCH, printed, sla, timeline, written

MAIL = ("report", "mail.sla")


def lines(path: Path, *accounts: str) -> str:
    """A file of timelines, a line each."""
    path.write_text("".join(f"{json.dumps(timeline(account=name))}\n" for name in accounts), "utf-8")
    return str(path)


def test_the_ending_of_the_file_says_the_form(tmp_path: Path) -> None:
    for ending in ("html", "md", "csv", "xlsx"):
        assert printed(*MAIL, "acme.json", *MARCH, "-o", str(tmp_path / f"acme.{ending}")) == ""
    assert (tmp_path / "acme.md").read_text("utf-8").startswith("# Mail service agreement\n")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".csv", ".html", ".md", ".xlsx"]


def test_without_a_file_it_goes_to_standard_output() -> None:
    assert printed(*MAIL, "acme.json", *MARCH, "--format", "md").startswith("# Mail service agreement\n")


def test_the_period_the_language_and_the_mask_are_those_asked_for() -> None:
    text = printed(*MAIL, "acme.json", *MARCH, "--format", "md", "--language", "de", "--incognito")
    assert "## März 2026" in text
    assert "## Februar" not in text
    assert "Kunde: Account" in text
    assert "EUR" not in text


def test_without_periods_those_that_the_timeline_touches() -> None:
    assert "## February 2026" in printed(*MAIL, "acme.json", "--format", "md")


def test_what_is_refused_is_told_as_evaluate_tells_it(tmp_path: Path) -> None:
    wrong = written(tmp_path / "wrong.json", timeline(account=None))
    done, like = sla(*MAIL, wrong, "-o", str(tmp_path / "x.md")), sla("evaluate", "mail.sla", wrong)
    assert (done.exit_code, done.stderr) == (like.exit_code, like.stderr)
    assert done.exit_code == 1
    assert not (tmp_path / "x.md").exists()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(("mail.sla", "none.json", "--format", "md"), 2), (("none.sla", "acme.json", "--format", "md"), 2),
     (("mail.sla", "acme.json", "--format", "md", "--period", "2026-13"), 2),
     (("-", "-", "--format", "md"), 2), (("mail.sla", "acme.json", "--language", "xx"), 2)],
)  # fmt: skip
def test_wrong_uses(arguments: tuple[str, ...], status: int) -> None:
    done = sla("report", *arguments)
    assert (done.exit_code, done.stdout) == (status, "")
    assert done.stderr


def test_of_several_accounts_nothing_is_written_into_one_file(tmp_path: Path) -> None:
    done = sla(*MAIL, lines(tmp_path / "many.jsonl", "acme", "birch"), "-o", str(tmp_path / "x.md"))
    assert done.exit_code == 2
    assert done.stderr.endswith(
        "sla: The timeline holds several accounts, and a report is about one. "
        "For a file for each of them name a folder: -o reports/ --format md.\n"
    )
    assert not (tmp_path / "x.md").exists()


def test_of_several_accounts_each_gets_a_file_in_a_folder(tmp_path: Path) -> None:
    folder = f"{tmp_path / 'reports'}/"
    said = printed(*MAIL, lines(tmp_path / "many.jsonl", "acme", "birch"), *MARCH, "-o", folder, "--format", "md")
    assert said == f"2 reports were written to {folder}.\n"
    assert sorted(path.name for path in Path(folder).iterdir()) == ["acme.md", "birch.md"]
    assert "Account: birch" in Path(folder, "birch.md").read_text("utf-8")


def test_a_single_line_is_a_single_account(tmp_path: Path) -> None:
    assert printed(*MAIL, lines(tmp_path / "one.jsonl", "acme"), "--format", "md").startswith("# Mail")


def test_a_file_without_accounts_gives_nothing_to_report(tmp_path: Path) -> None:
    done = sla(*MAIL, lines(tmp_path / "none.jsonl"), "--format", "md")
    assert done.exit_code in (1, 2)
    assert done.stdout == ""
    assert done.stderr


def test_accounts_that_are_refused_are_told_and_the_others_written(tmp_path: Path) -> None:
    path = Path(lines(tmp_path / "many.jsonl", "acme", "birch"))
    path.write_text(path.read_text("utf-8") + json.dumps(timeline(account="cedar", incidents="none")) + "\n", "utf-8")
    done = sla(*MAIL, str(path), "-o", f"{tmp_path}/reports/", "--format", "csv")
    assert (done.exit_code, done.stdout) == (1, f"2 reports were written to {tmp_path}/reports/.\n")
    assert "line 3" in done.stderr


def test_names_of_accounts_make_names_of_files_that_stay_in_the_folder(tmp_path: Path) -> None:
    names = ("../../up", "a/b", "A?B", "a:b", ".hidden", "con", "é", "…", "x" * 300)
    sla(*MAIL, lines(tmp_path / "many.jsonl", *names), *MARCH, "-o", f"{tmp_path}/r/", "--format", "csv")
    found = sorted(path.name for path in (tmp_path / "r").iterdir())
    assert found == sorted(
        [
            "up.csv",
            "a-b.csv",
            "A-B-2.csv",
            "a-b-3.csv",
            "hidden.csv",
            "account-con.csv",
            "é.csv",
            "account.csv",
            f"{'x' * 80}.csv",
        ]
    )


@pytest.mark.parametrize("letter", ["漢", "\U00020000"])
def test_a_long_name_in_any_writing_is_cut_to_what_systems_take(tmp_path: Path, letter: str) -> None:
    printed(
        *MAIL, lines(tmp_path / "many.jsonl", letter * 300, "acme"), *MARCH, "-o", f"{tmp_path}/r/", "--format", "csv"
    )
    names = sorted(path.name for path in (tmp_path / "r").iterdir())
    assert names[0] == "acme.csv"
    assert names[1].removesuffix(".csv").strip(letter) == ""
    assert 150 < len(names[1].encode("utf-8")) < 200


@pytest.mark.parametrize("command", ["report", "evaluate"])
def test_what_is_read_is_not_written_over(tmp_path: Path, command: str) -> None:
    path = written(tmp_path / "acme.txt", timeline())
    before = Path(path).read_bytes()
    (tmp_path / "link.md").symlink_to(path)
    for output in (path, str(tmp_path / "link.md"), str(tmp_path / ".." / tmp_path.name / "acme.txt")):
        form = ("--format", "md") if command == "report" else ()
        done = sla(command, "mail.sla", path, *MARCH, *form, "-o", output)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.endswith(
            f"sla: Writing to {output} would change what is read: the policy and the records stay as they are. "
            "Name another place, with -o.\n"
        )
        assert Path(path).read_bytes() == before


def test_no_report_stands_among_the_tables_of_a_timeline(tmp_path: Path) -> None:
    table = tmp_path / "incidents.csv"
    table.write_text("id,service,start,end,cause\nA,mail,2026-03-04T09:00:00Z,2026-03-04T10:00:00Z,failure\n", "utf-8")
    for output in (f"{tmp_path}/", str(table), str(tmp_path / "new.csv")):
        done = sla(*MAIL, str(tmp_path), *MARCH, "-o", output, "--format", "csv")
        assert (done.exit_code, done.stdout) == (2, "")
        assert [path.name for path in tmp_path.iterdir()] == ["incidents.csv"]
        assert table.read_text("utf-8").startswith("id,service")
    assert printed(*MAIL, str(tmp_path), *MARCH, "-o", str(tmp_path / "new.html")) == ""


def test_names_of_files_tell_nothing_where_names_are_hidden(tmp_path: Path) -> None:
    many = lines(tmp_path / "many.jsonl", "acme", "birch")
    printed(*MAIL, many, *MARCH, "-o", f"{tmp_path}/r/", "--format", "md", "--incognito")
    assert sorted(path.name for path in (tmp_path / "r").iterdir()) == ["account-2.md", "account.md"]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("")
    done = sla(*MAIL, "acme.json", *MARCH, "-o", str(tmp_path / "there" / "x.md"))
    assert done.exit_code != 0
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_evaluating_loads_nothing_that_only_reports_need() -> None:
    program = (
        "import sys; from sla_dsl.faces.group import run; run(['evaluate', 'mail.sla', 'acme.json']);"
        "print([name for name in sys.modules if name.split('.')[0] in ('jinja2', 'openpyxl', 'weasyprint')"
        " or name.startswith('sla_dsl.faces.reporting')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
