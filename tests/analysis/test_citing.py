"""Which sentences of a policy cite which passages of a contract."""

from __future__ import annotations

from sla_dsl.analysis.citing import Citing, citing
from sla_dsl.documents.opening import read_document
from sla_dsl.evaluation.compiling.statements import citations, statements
from sla_dsl.findings.finding import Finding
from tests.analysis.covering import reading
from tests.analysis.making import NAMES

TEXT = """Promise

We are there. We mean it.

Credits

We pay.

It is paid with the invoice.

- in time
- in full

Notices

By mail.
"""
RULES = """§ "Promise" paragraph 1 sentence 1
Downtime means the time in which Gateway is down because of Failure.
§ "Credits"
The total of Downtime is rounded up to the minute.
§ "Credits" paragraph 2
Nothing is computed here, because "it is about paying".
"""


def cited(rules: str) -> Citing:
    document = read_document(TEXT.encode(), "contract.txt")
    assert not isinstance(document, Finding)
    read = reading(NAMES + rules)
    return citing(document, citations(read), statements(read), "policy.sla")


def told(found: Citing) -> list[tuple[str, int, int]]:
    return [(unit.words, len(unit.by), len(unit.with_clause)) for unit in found.units]


def test_each_passage_has_those_who_cite_it() -> None:
    found = cited(RULES)
    assert found.findings == ()
    assert told(found) == [
        ("paragraph 1 sentence 1", 1, 0),
        ("paragraph 1 sentence 2", 0, 0),
        ("paragraph 1", 0, 1),
        ("paragraph 2", 1, 1),
        ("item 1", 1, 1),
        ("item 2", 1, 1),
        ("paragraph 1", 0, 0),
    ]
    assert [len(clause.by) for clause in found.clauses] == [1, 2, 0]


def test_a_place_that_is_not_there_is_a_finding_with_the_nearest() -> None:
    (finding,) = cited(RULES.replace('"Promise"', '"Promises"')).findings
    assert (finding.code, finding.source) == ("no-such-clause", "policy.sla")
    assert finding.repair == 'Did you mean § "Promise", line 1?'
    assert finding.span is not None
    assert (NAMES + RULES)[finding.span.start :].startswith("§")


def test_a_part_that_is_not_there() -> None:
    (finding,) = cited(RULES.replace('"Credits" paragraph 2', '"Credits" paragraph 3')).findings
    assert finding.message == 'The contract has no paragraph 3 for § "Credits" paragraph 3.'
