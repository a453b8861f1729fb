"""Examples tried, sentences as data, and examples written back from timelines."""

from __future__ import annotations

import pytest

from sla_dsl.evaluation.compiling.composing import compose, example_text
from sla_dsl.evaluation.compiling.examples import run_examples
from sla_dsl.evaluation.compiling.reading import Read, read
from sla_dsl.evaluation.compiling.statements import citations, statements
from sla_dsl.evaluation.compiling.trying import Trial, bank_of, trials
from tests.docs.transcripts import ROOT

ECERIUM, EZCNAM = ((ROOT / "policies" / f"{name}.sla").read_text("utf-8") for name in ("ecerium", "ezcnam"))


def reading(text: str) -> Read:
    found = read(text, "sha256:0", "policy.sla")
    assert found.tree is not None, found.findings
    return found


def looked_at(trial: Trial) -> set[str]:
    """The results that an example looks at, by the names of their nodes or what they do."""
    nodes = trial.result.tree.nodes
    return {nodes[at].name or nodes[at].op for at in trial.looked_at}


def test_an_example_looks_at_what_it_expects() -> None:
    found = reading(ECERIUM)
    by_title = {trial.title: trial for trial in trials(found, bank_of(found))}
    assert looked_at(by_title["a failure inside an announced window counts"]) == {"Downtime"}
    assert looked_at(by_title["exactly 99 % is not less than 99 %"]) == {"Uptime", "guarantee", "table"}
    assert looked_at(by_title["Easter Monday is a holiday"]) == {"Act", "Respond"}
    assert by_title["exactly 99 % is not less than 99 %"].place == '§ "Rebate Schedule"'


def test_an_example_that_differs_is_not_among_them() -> None:
    found = reading(ECERIUM.replace("expect Downtime is 14 min", "expect Downtime is 15 min"))
    assert len(trials(found, bank_of(found))) == len(run_examples(found)) - 1


@pytest.mark.parametrize("text", [ECERIUM, EZCNAM], ids=["ecerium", "ezcnam"])
def test_what_an_example_came_to_can_be_written_as_one_that_agrees(text: str) -> None:
    found = reading(text)
    tree = found.tree
    assert tree is not None
    made = []
    for trial in trials(found, bank_of(found)):
        roots = (*tree.measures, *tree.guarantees, *tree.credits, *(tree.targets if trial.result.tickets else ()))
        example = compose(trial.title, trial.result.facts.timeline, trial.result, roots)
        assert example is not None
        made.append(example_text(example))
    head = text.split("Example ")[0]
    rest = [part.split("\n\n", 1)[1] for part in text.split("Example ")[1:] if "\n\n" in part]
    again = reading("".join([head, *rest]).rstrip() + "\n\n" + "\n\n".join(made))
    known = [run for run in run_examples(again) if "nobody can say" not in run.title]
    assert [run.differences for run in known if not run.passed] == []
    assert len(known) > 10


def test_what_cannot_be_written_exactly_is_not_expected() -> None:
    found = reading(ECERIUM)
    tree = found.tree
    assert tree is not None
    trial = next(trial for trial in trials(found, bank_of(found)) if trial.title.startswith("overlapping"))
    uptime = [root for root in tree.measures if root.id == "uptime"]
    assert compose("a seventh", trial.result.facts.timeline, trial.result, uptime) is None


def test_the_sentences_and_what_they_take_out() -> None:
    found = statements(reading(EZCNAM))
    by_place = {statement.place: statement for statement in found}
    assert by_place['§ "Service Credits" paragraph 3'].computes is False
    external = by_place['§ "Defining Unavailability" item 3'].exclusions[0]
    assert (external.rules, len(external.causes), external.limited) == ((), 5, False)
    works = by_place['§ "Defining Unavailability" item 1'].exclusions[0]
    assert (works.measure, works.rules, works.causes, works.limited) == ("downtime", (0,), ("maintenance",), True)
    named = {statement.words: statement.kind for statement in found if statement.words}
    assert (named["CNAM"], named["Service Credit"], named["Breach"]) == ("service", "credit", "time")


def test_every_place_is_cited_once() -> None:
    cited = citations(reading(EZCNAM))
    assert len({citation.place for citation in cited}) == len(cited)
    last = next(citation for citation in cited if citation.parts == (("paragraph", "2"), ("sentence", "4")))
    assert (last.number, last.title) == ("", "Service Credits")
