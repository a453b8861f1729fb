"""`sla test`: only what differs, and a summary."""

from __future__ import annotations

from pathlib import Path

from tests.faces.running import POLICIES, printed, sla


def _changed(folder: Path, *changes: tuple[str, str]) -> str:
    text = Path("mail.sla").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "changed.sla"
    path.write_text(text, "utf-8")
    return str(path)


def test_all_agree() -> None:
    assert printed("test", "mail.sla") == "1 policy: all 2 examples agree\n"


def test_the_shipped_policies_agree() -> None:
    text = printed("test", str(POLICIES / "ecerium.sla"), str(POLICIES / "ezcnam.sla"))
    assert text.startswith("2 policies: all ")


def test_what_differs_is_told_with_its_place_and_reason(tmp_path: Path) -> None:
    path = _changed(tmp_path, ("Downtime is 15 min", "Downtime is 16 min"), ("Credit is 30 EUR", "Credit is 31 EUR"))
    done = sla("test", path)
    assert done.exit_code == 1
    assert done.stdout == "1 policy: no examples agree, 2 differ\n"
    assert f'{path}:61: example "a quarter of an hour is nothing yet" (§ 6)\n' in done.stderr
    assert "16 min" in done.stderr
    assert "15 min" in done.stderr
    assert "31" in done.stderr


def test_only_what_differs_is_told(tmp_path: Path) -> None:
    done = sla("test", _changed(tmp_path, ("Credit is 30 EUR", "Credit is 31 EUR")))
    assert "a quarter of an hour" not in done.stderr
    assert done.stdout == "1 policy: 1 example agrees, 1 differs\n"


def test_verbose_names_the_others_too(tmp_path: Path) -> None:
    path = _changed(tmp_path, ("Credit is 30 EUR", "Credit is 31 EUR"))
    done = sla("test", path, "--verbose")
    assert f'{path}:61: example "a quarter of an hour is nothing yet" agrees\n' in done.stdout


def test_a_policy_with_errors_is_refused(tmp_path: Path) -> None:
    done = sla("test", _changed(tmp_path, ("§ 4", "§ 4\n\nThis is nice.")), "mail.sla")
    assert done.exit_code == 1
    assert ": error: " in done.stderr
    assert done.stdout == "2 policies: all 2 examples agree\n"


def test_a_policy_without_examples(tmp_path: Path) -> None:
    text = Path("mail.sla").read_text("utf-8")
    path = tmp_path / "bare.sla"
    path.write_text(text[: text.index("Example ")], "utf-8")
    assert printed("test", str(path)) == "1 policy: no examples were run\n"


def test_a_compiled_policy_holds_none(tmp_path: Path) -> None:
    compiled = str(tmp_path / "mail.json")
    printed("compile", "mail.sla", "-o", compiled)
    done = sla("test", compiled)
    assert done.exit_code == 2
    assert "holds no examples" in done.stderr


def test_a_missing_file() -> None:
    assert sla("test", "nix.sla").exit_code == 2
