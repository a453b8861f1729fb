"""Every name against who declares what."""

from __future__ import annotations

import pytest

from sla_dsl.findings.source import Source
from sla_dsl.language import resolving
from sla_dsl.language.names import declare
from sla_dsl.language.parsing import parse
from tests.language.programs import PRELUDES, Program, expectations, programs


@pytest.mark.parametrize("program", programs("resolving"), ids=lambda program: program.name)
def test_programs_earn_the_findings_written_above_them(program: Program) -> None:
    assert sorted(expectations(program)) == sorted(program.expected)


def test_names_are_looked_at_for_one_like_another_only_so_many_times(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{PRELUDES['measure']}First means Uptim minus 1 %. Second means Uptim plus 1 %."
    file, _ = parse(Source("", text))
    assert file is not None
    names, _ = declare(file)
    for most, suggested in ((2 * len(names.declared), 2), (len(names.declared), 1), (0, 0)):
        monkeypatch.setattr(resolving, "_MOST_LOOKED_AT", most)
        repairs = [finding.repair for finding in resolving.unknown(file, names)[0]]
        assert len(repairs) == 2
        assert [repair == "Did you mean 'Uptime'?" for repair in repairs].count(True) == suggested


def test_a_name_that_is_meant_by_an_unknown_one_is_given_too() -> None:
    file, _ = parse(Source("", f"{PRELUDES['measure']}First means Uptim minus 1 %. Second means Downtime Uptime."))
    assert file is not None
    names, _ = declare(file)
    findings, meant = resolving.unknown(file, names)
    assert [finding.code for finding in findings] == ["unknown-name", "names-run-together"]
    assert meant == {"uptime", "downtime"}
