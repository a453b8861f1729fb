"""`sla format`: the canonical layout, in place, shown or only asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faces.running import POLICIES, printed, sla


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    path = tmp_path / "untidy.sla"
    path.write_text(Path("mail.sla").read_text("utf-8").replace("Mail is a service", "Mail  is a\n service"), "utf-8")
    return path


def test_in_place(untidy: Path) -> None:
    assert printed("format", str(untidy)) == f"{untidy} is laid out anew\n"
    assert untidy.read_bytes() == Path("mail.sla").read_bytes()
    assert printed("format", str(untidy)) == ""


def test_check_changes_nothing(untidy: Path) -> None:
    before = untidy.read_bytes()
    done = sla("format", "--check", str(untidy), "mail.sla")
    assert (done.exit_code, done.stdout) == (1, f"{untidy} would change\n")
    assert untidy.read_bytes() == before


def test_diff_changes_nothing_and_shows_what_would_change(untidy: Path) -> None:
    before = untidy.read_bytes()
    done = sla("format", "--diff", str(untidy), "mail.sla")
    assert done.exit_code == 1
    assert done.stdout.startswith(f"--- {untidy}\n+++ {untidy}\n@@ -")
    assert "\n-Mail  is a\n- service: " in done.stdout
    assert "\n+Mail is a service: " in done.stdout
    assert "mail.sla" not in done.stdout
    assert untidy.read_bytes() == before


def test_diff_and_check_together_say_both(untidy: Path) -> None:
    done = sla("format", "--diff", "--check", str(untidy))
    assert done.exit_code == 1
    assert done.stdout.startswith(f"{untidy} would change\n--- ")


def test_diff_of_what_is_laid_out_is_nothing() -> None:
    assert printed("format", "--diff", *map(str, sorted(POLICIES.glob("*.sla")))) == ""


def test_standard_input_with_diff_and_with_check(untidy: Path) -> None:
    done = sla("format", "-", "--diff", given=untidy.read_bytes())
    assert done.exit_code == 1
    assert done.stdout.startswith("--- standard input\n")
    assert sla("format", "-", "--check", given=untidy.read_bytes()).stdout == "standard input would change\n"
    assert printed("format", "-", "--check", "--diff", given=Path("mail.sla").read_bytes()) == ""


def test_the_shipped_policies_are_laid_out() -> None:
    assert printed("format", "--check", *map(str, sorted(POLICIES.glob("*.sla")))) == ""


def test_a_file_with_errors_is_left_alone(untidy: Path) -> None:
    untidy.write_text(untidy.read_text("utf-8") + "\nThis is nice.\n", "utf-8")
    before = untidy.read_bytes()
    done = sla("format", str(untidy))
    assert done.exit_code == 1
    assert ": error: " in done.stderr
    assert untidy.read_bytes() == before


def test_standard_input_goes_to_standard_output(untidy: Path) -> None:
    assert printed("format", "-", given=untidy.read_bytes()) == Path("mail.sla").read_text("utf-8")


def test_a_compiled_policy_has_no_layout() -> None:
    done = sla("format", "-", given=printed("compile", "mail.sla", "-o", "-"))
    assert done.exit_code == 2
    assert "has no layout" in done.stderr


def test_a_missing_file() -> None:
    assert sla("format", "nix.sla").exit_code == 2
