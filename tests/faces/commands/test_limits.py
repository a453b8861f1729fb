"""`sla limits`: every limit with its value and what it is of."""

from __future__ import annotations

from sla_dsl.evaluation.compiling.constants import MOST_DAYS
from sla_dsl.evaluation.policy import MOST_BYTES
from sla_dsl.evidence import limits as evidence
from sla_dsl.faces.pictures.limits import _ROOMS, limits_of
from sla_dsl.language import limits as language
from tests.faces.running import printed


def test_every_limit_has_its_meaning() -> None:
    for _, module, names in _ROOMS:
        for limit in limits_of(module, names):
            assert limit.meaning, f"{module}.{limit.name} has no sentence below it"


def test_no_limit_is_left_out() -> None:
    for module in (language, evidence):
        constants = {name for name, value in vars(module).items() if name.isupper() and isinstance(value, int)}
        told = {limit.name for limit in limits_of(module.__name__, ())}
        assert told == {name for name in constants if not name.startswith("MAX_")}


def test_values_are_those_of_the_code() -> None:
    text = printed("limits")
    assert text.startswith("A policy\n\n")
    assert f"{MOST_BYTES:,}  Bytes of a file with a policy" in text
    assert f"{MOST_DAYS:,}  Days from an event to a deadline" in text
    assert text.count("the others are counted") == 1
    assert f"{language.TEXT:,}  Characters in a policy." in text
    assert f"{evidence.FILE_BYTES:,}  " in text
    assert "\n           2200  " in text
