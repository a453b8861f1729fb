"""Declarations that nothing reads."""

from __future__ import annotations

import pytest

from tests.language.programs import PRELUDES, Program, checked, expectations, programs


@pytest.mark.parametrize("program", programs("unread"), ids=lambda program: program.name)
def test_programs_earn_the_findings_written_above_them(program: Program) -> None:
    assert sorted(expectations(program)) == sorted(program.expected)


def test_a_name_that_is_only_misspelt_where_it_is_used_is_read() -> None:
    text = f'{PRELUDES["settings"]}Gateway is a service: "x". Downtime means the time in which Gatewy is down.'
    text += " The provider guarantees that Downtime is at most 1 hour."
    assert [(it.code, it.repair) for it in checked(text)[1]] == [("unknown-name", "Did you mean 'Gateway'?")]
