"""What is said about the programs, word for word."""

from __future__ import annotations

import pytest

from tests.language.wording import FILES, FOLDER, said


@pytest.mark.parametrize("file", FILES)
def test_what_is_said_is_what_was_read_and_kept(file: str) -> None:
    assert said(file) + "\n" == (FOLDER / f"{file}.txt").read_text("utf-8")
