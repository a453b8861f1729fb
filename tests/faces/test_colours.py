"""Colour: where there is any, that it never says more than the words, and that no text can make it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.faces.colours import has_colours, paint_for
from sla_dsl.faces.layout import Line, Row, Tinted, Tone, as_painted, indented, laid_out, pieced, rows, tinted
from tests.faces.running import GOLDEN, MARCH, incident, printed, sla, timeline, written
from tests.faces.terminals import plain, shown_on_a_terminal

pytest.importorskip("pty")

TONES: tuple[Tone, ...] = Tone.__args__  # type: ignore[attr-defined]
EVALUATE = ("evaluate", "mail.sla", "acme.json", *MARCH)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "on_a_terminal", "elsewhere"),
    [
        ({}, True, False),
        ({"TERM": "xterm-256color"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": "0"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_where_there_is_colour(environment: dict[str, str], on_a_terminal: bool, elsewhere: bool) -> None:
    assert has_colours(_Terminal(), environment) is on_a_terminal
    assert has_colours(io.StringIO(), environment) is elsewhere


def test_a_stream_that_was_closed_has_none() -> None:
    closed = io.StringIO()
    closed.close()
    assert not has_colours(closed, {})


def _painted(*found: Row, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("FORCE_COLOR", "1")
    return as_painted(found, paint_for(io.StringIO()))


def test_named_colours_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for tone in TONES:
        text = _painted(Row("words", (Tinted(0, 5, tone),)), monkeypatch=monkeypatch)
        assert plain(text) == "words\n"
        assert "\x1b[38;" not in text
        assert "\x1b[48;" not in text
        assert text.endswith("\x1b[0m\n")


def test_a_name_cannot_make_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = tinted(indented("a\x1b[31mb [red]c[/red] \x9b2J", 2), "bad")
    (row,) = rows([hostile], None)
    assert _painted(row, monkeypatch=monkeypatch) == "  \x1b[1;31m" + r"a\x1b[31mb [red]c[/red] \x9b2J" + "\x1b[0m\n"


def test_pieces_are_a_line() -> None:
    assert pieced(("a ", None), ("", "bad"), ("b", "good")) == Line("a b", tints=(Tinted(2, 3, "good"),))
    assert tinted(Line("abc", "> "), "bad", 1, 2).tints == (Tinted(3, 4, "bad"),)
    assert tinted(Line("abc"), None) == Line("abc")


TEXTS = st.text("ab §%\x1b\u202e計é ", max_size=60)


@st.composite
def _lines(draw: st.DrawFn) -> Line:
    text, first = draw(TEXTS), draw(st.sampled_from(["", "  ", "├─ ", "\x1b "]))
    whole = len(first) + len(text)
    cuts = sorted(draw(st.lists(st.integers(0, whole), max_size=6, unique=True)))
    tints = [Tinted(s, e, draw(st.sampled_from(TONES))) for s, e in zip(cuts[::2], cuts[1::2], strict=False)]
    return Line(text, first, draw(st.sampled_from(["", "    "])), draw(st.sampled_from([(), (1, 2)])), tuple(tints))


@settings(max_examples=300, deadline=None, database=None)
@given(_lines(), st.none() | st.integers(8, 30))
def test_colour_lies_where_it_was_put_and_changes_no_word(line: Line, width: int | None) -> None:
    found = list(rows([line], width))
    assert [row.text for row in found] == list(laid_out([line], width))
    with pytest.MonkeyPatch.context() as patch:
        assert plain(_painted(*found, monkeypatch=patch)) == "".join(f"{row.text}\n" for row in found)
    raw = line.first + line.text
    asked = "".join(raw[s:e] for s, e, _ in line.tints)
    given_back = "".join(row.text[s:e] for row in found for s, e, tone in row.tints if row.text[s:e] not in _MARKS)
    assert _letters(given_back) == _letters("".join(laid_out([Line(asked)], None)))


_MARKS = (" [1] [2]", "[1] [2]", "[1]", "[2]", " [1]", " [2]")


def _letters(text: str) -> str:
    return "".join(character for character in text if character not in " [12]")


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_colour_leaves_the_words_as_they_are(columns: int) -> None:
    coloured = shown_on_a_terminal(*EVALUATE, folder=GOLDEN, columns=columns)
    bare = shown_on_a_terminal(*EVALUATE, folder=GOLDEN, columns=columns, NO_COLOR="1")
    assert "\x1b[" in coloured
    assert "\x1b" not in bare
    assert plain(coloured) == plain(bare)
    assert plain(bare).split() == printed(*EVALUATE).split()


def test_what_the_colours_mean() -> None:
    text = shown_on_a_terminal(*EVALUATE, folder=GOLDEN, columns=200)
    for words in (
        "\x1b[1mMail service agreement\x1b[0m",
        "\x1b[1;31mA credit of 50.00 EUR (the agreement's limit) is due\x1b[0m.",
        "at least 99.9 % \x1b[1;31mwas missed\x1b[0m: Uptime is",
        "\x1b[2mWhat happened\x1b[0m",
        "\x1b[1;31m      1:21:35  counted as Downtime (§ 1)\x1b[0m",
        "\x1b[36m      2:00:00  excluded (§ 2)\x1b[0m",
        ": \x1b[32mmet, done 2026-03-09 10:30\x1b[0m (§ 5)",
    ):
        assert words in text


def test_in_an_explanation_the_results_stand_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = printed("explain", "mail.sla", "acme.json", *MARCH)
    assert "\n\x1b[1mA credit of 50.00 EUR (the agreement's limit) is due (§ 4)\x1b[0m\n├─ " in text
    assert "(§ 1)\x1b[2m (assumed: the minute in which it began counts whole)\x1b[0m\n" in text
    assert "\x1b[1;31m" not in text


def test_findings_by_their_severity(tmp_path: Path) -> None:
    (tmp_path / "a.sla").write_text('Agreement "A".\nFee is nice.\n', "utf-8")
    text = shown_on_a_terminal("check", "a.sla", folder=tmp_path, columns=120)
    assert "\x1b[1;31merror\x1b[0m: \x1b[1m" in text
    assert "    \x1b[2m2 │\x1b[0m Fee is \x1b[1;31mnice\x1b[0m." in text.replace("\x1b[2m    2", "    \x1b[2m2")
    assert "\x1b[1;31m^^^^\x1b[0m" in text
    assert plain(text) == plain(shown_on_a_terminal("check", "a.sla", folder=tmp_path, columns=120, NO_COLOR="1"))


def test_hostile_names_stay_written_out(tmp_path: Path) -> None:
    plain_timeline = timeline(account="a\x1b[2Jb", incidents=[incident(id="I\x1b]0;x\x07")], reports=[])
    path = written(tmp_path / "t.json", plain_timeline)
    text = shown_on_a_terminal("evaluate", str(GOLDEN / "mail.sla"), path, *MARCH, folder=tmp_path)
    assert r"a\x1b[2Jb" in text
    assert "\x1b[2J" not in text
    assert "\x07" not in text


@pytest.mark.parametrize("words", [EVALUATE, ("check", "mail.sla"), ("test", "mail.sla"), ("tree", "mail.sla")])
def test_colour_can_be_forced_and_a_file_has_none(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = sla(*words).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in sla(*words).stdout or words[0] == "tree"
    assert plain(sla(*words).stdout) == bare
    if words[0] == "evaluate":
        assert sla(*words, "-o", str(tmp_path / "out.txt")).stdout == ""
        assert (tmp_path / "out.txt").read_text("utf-8") == bare


def test_data_are_never_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for words in ((*EVALUATE, "--format", "json"), ("check", "mail.sla", "--format", "sarif"), ("format", "mail.sla")):
        assert "\x1b" not in sla(*words).stdout
