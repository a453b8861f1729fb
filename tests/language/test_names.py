"""Who declares what."""

from __future__ import annotations

import pytest

from tests.language.programs import Program, expectations, programs


@pytest.mark.parametrize("program", programs("names"), ids=lambda program: program.name)
def test_programs_earn_the_findings_written_above_them(program: Program) -> None:
    assert sorted(expectations(program)) == sorted(program.expected)
