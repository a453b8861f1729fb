"""The codes of findings, and each in one line."""

from __future__ import annotations

from functools import cache


@cache
def checking_codes() -> frozenset[str]:
    """The codes of everything that `sla check` can find in a policy."""
    from sla_dsl.analysis.mistakes import CODES as ANALYSIS
    from sla_dsl.evaluation.compiling.example_mistakes import CODES as EXAMPLES
    from sla_dsl.language.codes import CODES as LANGUAGE

    return frozenset((*LANGUAGE, *EXAMPLES, *ANALYSIS))


def code_in_words(code: str) -> str:
    """What findings of this code are about: a sentence without its full stop."""
    line = _lines().get(code, "").removeprefix("Note: ").removesuffix(".") or code.replace("-", " ")
    return line[0].upper() + line[1:]


@cache
def _lines() -> dict[str, str]:
    from sla_dsl.analysis.mistakes import CODES as ANALYSIS
    from sla_dsl.evaluation.compiled_mistakes import CODES as COMPILED
    from sla_dsl.evaluation.compiling.example_mistakes import CODES as EXAMPLES
    from sla_dsl.evaluation.mistakes import CODES as EVALUATION
    from sla_dsl.evidence.codes import CODES as EVIDENCE
    from sla_dsl.language.codes import CODES as LANGUAGE

    return {**EVIDENCE, **EVALUATION, **COMPILED, **EXAMPLES, **ANALYSIS, **LANGUAGE}
