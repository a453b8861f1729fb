"""The wording of what is wrong with `accepting "CODE", because "…"`: one constructor a mistake."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding, Related
from sla_dsl.language.nodes import Accepting

_LONGEST = 40  # letters: no code is longer


def unknown_code(accepting: Accepting, near: str) -> Finding:
    """A code that no finding has; `near` is the one that was probably meant."""
    repair = f"Did you mean '{near}'?" if near else "Write the code that stands in square brackets after the finding."
    return _warning("unknown-code", f"No finding has the code {_shown(accepting)}.", accepting, repair)


def accepts_nothing(accepting: Accepting) -> Finding:
    """Nothing of that code is found in the sentence, or no longer."""
    message = f"There is no finding {_shown(accepting)} here that could be accepted."
    return _warning("accepts-nothing", message, accepting, "Take out the words that are underlined.")


def accepts_twice(accepting: Accepting, first: Accepting) -> Finding:
    """The same code a second time in one sentence."""
    message = f"The finding {_shown(accepting)} is accepted twice in this sentence."
    related = (Related("it is accepted here first", first.span),)
    repair = "Take out the words that are underlined."
    return _warning("accepts-nothing", message, accepting, repair)._replace(related=related)


def accepts_an_error(accepting: Accepting, error: Finding) -> Finding:
    """What is found is an error: nothing can be worked out while it is there."""
    message = f"The finding {_shown(accepting)} is an error here, and an error cannot be accepted."
    related = (Related("the error is here", error.span),) if error.span else ()
    return _warning("accepts-nothing", message, accepting, "Mend the error.")._replace(related=related)


def accepts_a_statement(accepting: Accepting) -> Finding:
    """A note on what the policy says itself, with its reason."""
    message = f"What {_shown(accepting)} tells, the policy says itself, so it need not be accepted."
    return _warning("accepts-nothing", message, accepting, "Take out the words that are underlined.")


def _shown(accepting: Accepting) -> str:
    code = accepting.code
    return f"'{code}'" if len(code) <= _LONGEST else f"'{code[: _LONGEST - 1]}…'"


def _warning(code: str, message: str, accepting: Accepting, repair: str) -> Finding:
    return Finding(code, message, accepting.span, repair=repair, severity="warning")
