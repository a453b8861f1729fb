"""Standard output and standard error."""

from __future__ import annotations

import io
import os
import sys

import pytest

from sla_dsl.faces import streams


def _stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")


def test_streams_become_utf8_with_plain_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    out, error = _stream("ascii"), _stream("latin-1")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", error)
    streams.prepare_streams()
    streams.say(["§ 4 — 計測", "\x1b[2J"])
    streams.complain(["\ud800"])
    streams.flush_streams()
    assert out.buffer.getvalue() == "§ 4 — 計測\n\\x1b[2J\n".encode()  # type: ignore[attr-defined]
    assert error.buffer.getvalue() == b"\\ud800\n"  # type: ignore[attr-defined]


def test_a_stream_that_was_closed_swallows_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    streams.prepare_streams()
    streams.say(["nobody reads this"])
    sys.stdout.close()


def test_data_are_written_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    streams.write('{"a": "\\u001b"}\n')
    assert capsys.readouterr().out == '{"a": "\\u001b"}\n'


def test_no_width_where_there_is_no_terminal() -> None:
    assert streams.output_width() is None
    assert streams.complaint_width() is None


@pytest.mark.parametrize(("columns", "width"), [(80, 80), (20, 40), (300, 100), (0, None)])
def test_the_width_of_a_terminal(columns: int, width: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda number: os.terminal_size((columns, 24)))
    assert streams.output_width() == width
    sys.stdout.close()
