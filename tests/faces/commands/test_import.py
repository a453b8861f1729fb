"""`sla import`: the questions, the mapping file, the timeline, and what is said of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.intake.listing import OTHER_NAMES, READERS
from tests.faces.running import printed, sla

DOCS = Path(__file__).parents[3] / "docs" / "import"
PAGE, MAP, POLICY = (str(DOCS / name) for name in ("page.json", "page.map.toml", "mail.sla"))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def page(**changes: Any) -> str:
    """The export of the documents with its first incident changed, in a file of its own."""
    whole = json.loads(Path(PAGE).read_text("utf-8"))
    whole["incidents"][0].update(changes)
    Path("page.json").write_text(json.dumps(whole), "utf-8")
    return "page.json"


def filled(**answers: str) -> str:
    """The mapping file of the documents with some answers changed."""
    text = Path(MAP).read_text("utf-8")
    for name, answer in answers.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{name} = "))
        text = text.replace(old, f'{name} = {{ is = "{answer}", because = "so it is" }}')
    Path("page.map.toml").write_text(text, "utf-8")
    return "page.map.toml"


def test_without_answers_the_questions_are_written() -> None:
    done = sla("import", "statuspage", PAGE, "-o", "march.json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("12 questions are open: the export does not say, and nothing is guessed.\n")
    assert "Answer them in march.map.toml" in done.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["march.map.toml"]
    assert Path("march.map.toml").read_text("utf-8").count('is = "?"') == 12


def test_with_answers_the_timeline_is_written_and_counted() -> None:
    done = sla("import", "statuspage", PAGE, "--map", MAP, "-o", "march.json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "4 records read from page.json",
        "  3 imported, as 3 incidents and 1 maintenance window",
        "  1 set aside",
        '    1: impact "minor" (§ 1: slow is not down)',
        "  0 refused",
        "Written to march.json.",
    ]
    assert "was missed: Availability is 99.735307… %" in printed("evaluate", POLICY, "march.json")


def test_the_timeline_goes_to_standard_output_unless_a_file_is_named() -> None:
    done = sla("import", "statuspage", PAGE, "--map", MAP)
    assert json.loads(done.stdout)["account"] == "acme"
    assert "Written" not in done.stderr


def test_the_file_that_was_written_can_be_filled_in_and_used() -> None:
    sla("import", "statuspage", PAGE, "-o", "march.json")
    blank = Path("march.map.toml").read_text("utf-8")
    answers = dict(line.split(" = ", 1) for line in Path(MAP).read_text("utf-8").splitlines() if " = { " in line)
    lines = [
        line
        if " = { " not in line or line.startswith("#")
        else f"{line.split(' = ')[0]} = {answers[line.split(' = ')[0]]}"
        for line in blank.splitlines()
    ]
    Path("march.map.toml").write_text("\n".join(lines), "utf-8")
    further = sla("import", "statuspage", PAGE, "--map", "march.map.toml", "-o", "march.json")
    assert further.exit_code == 1
    assert 'cause."(planned work)": Which cause of the policy is planned work?' in further.stderr
    text = Path("march.map.toml").read_text("utf-8")
    assert text.startswith("\n".join(lines))
    last = 'cause."(planned work)" = '
    Path("march.map.toml").write_text(
        text.replace(f'{last}{{ is = "?", because = "?" }}', last + answers[last[:-3]]), "utf-8"
    )
    assert sla("import", "statuspage", PAGE, "--map", "march.map.toml", "-o", "march.json").exit_code == 0


def test_a_question_that_stays_open_is_not_written_twice() -> None:
    sla("import", "statuspage", PAGE, "-o", "march.json")
    before = Path("march.map.toml").read_text("utf-8")
    assert sla("import", "statuspage", PAGE, "--map", "march.map.toml", "-o", "march.json").exit_code == 1
    assert Path("march.map.toml").read_text("utf-8") == before


def test_a_mapping_file_that_is_there_is_not_overwritten() -> None:
    Path("march.map.toml").write_text("mine", "utf-8")
    done = sla("import", "statuspage", PAGE, "-o", "march.json")
    assert (done.exit_code, Path("march.map.toml").read_text("utf-8")) == (2, "mine")
    assert "give it with --map march.map.toml" in done.stderr


def test_a_mapping_file_that_is_not_there_is_written_where_it_was_named() -> None:
    assert sla("import", "statuspage", PAGE, "--map", "answers.toml").exit_code == 1
    assert Path("answers.toml").exists()


def test_a_wrong_answer_is_shown_in_its_line() -> None:
    done = sla("import", "statuspage", PAGE, "--map", filled(start="start_at"))
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0].startswith("page.map.toml:15:1: error: ")
    assert 'Did you mean "started_at"?' in done.stderr
    assert "^^^^^" in done.stderr


def test_with_a_policy_its_names_are_the_only_answers() -> None:
    text = Path(MAP).read_text("utf-8").replace('is = "mail"', 'is = "post"')
    Path("page.map.toml").write_text(text, "utf-8")
    done = sla("import", "statuspage", PAGE, "--map", "page.map.toml", "--policy", POLICY)
    assert done.exit_code == 1
    assert '"post" is none of the answers.' in done.stderr
    assert sla("import", "statuspage", PAGE, "--map", MAP, "--policy", POLICY).exit_code == 0


def test_a_policy_that_is_refused_refuses_the_import() -> None:
    Path("bad.sla").write_text("Agreement.", "utf-8")
    assert sla("import", "statuspage", PAGE, "--map", MAP, "--policy", "bad.sla").exit_code == 1
    assert sla("import", "statuspage", PAGE, "--policy", "none.sla").exit_code == 2


def test_a_record_that_cannot_be_read_stops_the_import_with_the_count() -> None:
    done = sla("import", "statuspage", page(resolved_at="yesterday"), "--map", MAP, "-o", "march.json")
    assert done.exit_code == 1
    assert 'page.json: incidents[0].resolved_at: error: The time "yesterday" cannot be read' in done.stderr
    assert "  1 refused\nNo timeline was written.\n" in done.stderr
    assert not Path("march.json").exists()


def test_a_record_that_cannot_be_read_may_be_left_out_by_name() -> None:
    mapping = filled()
    with Path(mapping).open("a", encoding="utf-8") as file:
        file.write('record."k3v9".use = { is = "leave out", because = "it is counted under another number" }\n')
    done = sla("import", "statuspage", page(resolved_at="yesterday"), "--map", mapping, "-o", "march.json")
    assert done.exit_code == 0
    assert "1: the record by its name (it is counted under another number)" in done.stderr


def test_a_file_of_another_form_is_told_with_what_it_looks_like() -> None:
    Path("other.json").write_text('{"format": "sla-timeline/1", "account": "a", "incidents": []}', "utf-8")
    done = sla("import", "statuspage", "other.json")
    assert done.exit_code == 1
    assert "[export-form]" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("statspage", PAGE), "Did you mean 'statuspage'?"),
        (("xyz", PAGE), "There is no form of export called 'xyz'."),
        (("statuspage",), "Missing argument 'FILE...'"),
        (("statuspage", PAGE, "--map", "-"), "The mapping file needs a name of its own."),
        (("statuspage", PAGE, "--map", ""), "The mapping file needs a name of its own."),
    ],
)
def test_the_command_used_wrongly(words: tuple[str, ...], said: str) -> None:
    done = sla("import", *words)
    assert (done.exit_code, said in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("page.json", "--map", "page.map.toml", "-o", "page.json"), "the export"),
        (("page.json", "--map", "page.map.toml", "-o", "./page.map.toml"), "the answers"),
        (("page.json", "--map", "new.toml", "-o", "new.toml"), "the answers"),
        (("page.json", "--map", "page.json"), "the export"),
        (("page.json", "--map", "page.map.toml", "-o", "link.json"), "the export"),
        (("page.json", "--map", "page.map.toml", "--policy", "mail.sla", "-o", "mail.sla"), "the policy"),
    ],
)
def test_nothing_that_is_read_is_written_over(words: tuple[str, ...], what: str) -> None:
    page()
    filled()
    Path("mail.sla").write_bytes(Path(POLICY).read_bytes())
    Path("link.json").symlink_to("page.json")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    done = sla("import", "statuspage", *words)
    assert (done.exit_code, f"and {what} is there" in done.stderr) == (2, True)
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    for month in ("03", "04"):
        Path(month).mkdir()
        rows = f"service,start,end\nmail,2026-{month}-04T10:00:00Z,2026-{month}-04T11:00:00Z\n"
        Path(month, "list.csv").write_text(rows, "utf-8")
    Path("list.map.toml").write_text(
        'format = "sla-mapping/1"\nexport = "sheet"\n'
        + "".join(
            f'{name} = {{ is = "{answer}", because = "so it is" }}\n'
            for name, answer in {
                **{f"column.{name}": "none" for name in ("id", "cause", "severity")},
                **{"column.kind": "every row is a failure", "account": "acme", "as_of": "closed", "records": "2"},
                **{'service."mail"': "mail", 'cause."(not said)"': "failure"},
            }.items()
        ),
        "utf-8",
    )
    done = sla("import", "sheet", "03/list.csv", "04/list.csv", "--map", "list.map.toml")
    assert done.exit_code == 0, done.stderr
    sources = [one["source"] for one in json.loads(done.stdout)["incidents"]]
    assert sources == ["03/list.csv, line 2", "04/list.csv, line 2"]


def test_a_file_that_is_not_there() -> None:
    done = sla("import", "statuspage", "none.json")
    assert done.exit_code == 2
    assert "none.json" in done.stderr


def test_a_damaged_file_is_not_said_to_be_of_another_form() -> None:
    Path("work.ics").write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "utf-8")
    run = sla("import", "calendar", "work.ics")
    assert "The file cannot be read: VEVENT, which begins on line 2, has no end." in run.stderr
    assert "looks like" not in run.stderr
    assert "It looks like another form: sla import calendar." in sla("import", "osg", "work.ics").stderr


def test_the_form_can_be_found_out() -> None:
    assert sla("import", "auto", PAGE, "--map", MAP, "-o", "march.json").exit_code == 0
    Path("notes.txt").write_text("nothing", "utf-8")
    assert sla("import", "auto", "notes.txt").exit_code == 2


def test_an_export_from_standard_input() -> None:
    done = sla("import", "statuspage", "-", "--map", MAP, given=Path(PAGE).read_text("utf-8"))
    assert json.loads(done.stdout)["incidents"][0]["source"] == "standard input, incidents[0]"


def test_the_list_of_forms() -> None:
    listed = printed("import", "--list")
    assert "statuspage: Statuspage incidents and scheduled maintenances\n  needs incidents.json" in listed


def test_a_mapping_for_another_form() -> None:
    text = Path(MAP).read_text("utf-8").replace('export = "statuspage"', 'export = "slack"')
    Path("page.map.toml").write_text(text, "utf-8")
    done = sla("import", "statuspage", PAGE, "--map", "page.map.toml")
    assert (done.exit_code, "[mapping-of-other-form]" in done.stderr) == (1, True)


def test_hostile_names_are_shown_harmless() -> None:
    components = [{"name": "x\x1b]0;owned\x07"}]
    done = sla("import", "statuspage", page(components=components), "-o", "march.json")
    assert "\x1b" not in done.stderr
    assert "\x1b" not in Path("march.map.toml").read_text("utf-8")


def test_a_form_may_be_called_as_people_call_it() -> None:
    Path("o.csv").write_text("id,service,start,end\n", "utf-8")
    done = sla("import", "csv", "o.csv", "-o", "o.json")
    assert "column.kind" in done.stderr
    assert 'export = "sheet"' in Path("o.map.toml").read_text("utf-8")
    assert "sheet: " in printed("import", "--list")
    assert "also called csv, excel and xlsx" in printed("import", "--list")


def test_other_names_are_of_forms_and_of_none_twice() -> None:
    assert {*OTHER_NAMES.values()} <= {reader.name for reader in READERS}
    assert not {*OTHER_NAMES} & {*(reader.name for reader in READERS), "auto"}


# ---------------------------------------------------------------- what no export holds

CUSTOMER = str(DOCS / "customer.json")


def with_lists(text: str) -> tuple[int, str]:
    Path("own.json").write_text(text, "utf-8")
    done = sla("import", "statuspage", PAGE, "--map", MAP, "--with", "own.json", "-o", "march.json")
    return done.exit_code, done.stderr


def test_what_no_export_holds_is_put_beside_it_and_keeps_its_place() -> None:
    assert sla("import", "statuspage", PAGE, "--map", MAP, "--with", CUSTOMER, "-o", "march.json").exit_code == 0
    plain = json.loads(Path("march.json").read_text("utf-8"))
    assert [one["source"] for one in plain["charges"]] == ["customer.json, charges[0]"]
    assert [one["source"] for one in plain["reports"]] == ["customer.json, reports[0]"]
    assert len(plain["incidents"]) == 3
    held = "1 record of reports, 1 record of claims and 1 record of charges"
    assert plain["notes"][-1].startswith(f"Beside the export: {held}, from customer.json (sha256:")


def test_a_list_that_both_have_is_one_list() -> None:
    times = '"start": "2026-03-11T01:00:00Z", "end": "2026-03-11T02:00:00Z"'
    own = f'{{"maintenance": [{{"id": "w9", "service": "mail", {times}}}]}}'
    assert with_lists(own)[0] == 0
    plain = json.loads(Path("march.json").read_text("utf-8"))
    assert [one["id"] for one in plain["maintenance"]] == ["w5b4", "w9"]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ('{"reports": [{"incident": "k3v8", "at": "2026-03-04T10:20:00Z"}]}', "own.json, reports[0], incident", ""),
        ('{"charges": [{"period": "2026-03"}]}', "own.json, charges[0], what", "missing-field"),
        ('{"charges": 3}', "own.json: charges: error: It should be a list, and is the number 3.", "export-field"),
        ('{"account": "bolt"}', "own.json: account: error: The file should hold lists", "export-field"),
        ("[]", "own.json: error: The file should hold lists", "export-field"),
        ('{"charges": [', "own.json", ""),
        (
            '{"incidents": [{"id": "k3v9", "service": "mail", "start": "2026-03-01T00:00:00Z", "end": null}]}',
            "own.json",
            "",
        ),
    ],
)
def test_what_is_wrong_with_it_is_told_by_its_place(text: str, place: str, code: str) -> None:
    status, told = with_lists(text)
    assert (status, place in told, code in told) == (1, True, True)
    assert not Path("march.json").exists()


def test_it_is_not_written_over_and_has_to_be_there() -> None:
    Path("own.json").write_text("{}", "utf-8")
    done = sla("import", "statuspage", PAGE, "--map", MAP, "--with", "own.json", "-o", "own.json")
    assert (done.exit_code, Path("own.json").read_text("utf-8")) == (2, "{}")
    assert sla("import", "statuspage", PAGE, "--map", MAP, "--with", "none.json").exit_code == 2


def test_the_command_to_run_again_names_it() -> None:
    assert f"--with {CUSTOMER}" in sla("import", "statuspage", PAGE, "--with", CUSTOMER, "-o", "march.json").stderr
