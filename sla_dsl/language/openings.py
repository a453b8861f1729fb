"""How sentences begin, by family: what is shown where a sentence begins as none does."""

from __future__ import annotations

from collections.abc import Sequence

FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("settings", ("The time zone is …", "The period is each calendar …")),
    (
        "names",
        (
            'Name is a service: "…"',
            'Name is a cause: "…"',
            'Name is a charge: "…"',
            'Name is a priority: "…"',
            'Name is a step on tickets recorded as Name: "…"',
            'Name is a pause of tickets recorded as Name: "…"',
        ),
    ),
    (
        "definitions",
        (
            "Name means the time in which …",
            "Name means the maintenance announced …",
            "Name means 100 % minus …",
            "Name means that …",
            "Name means Monday to Friday from …",
        ),
    ),
    (
        "what counts",
        (
            "An incident because of Name does not count as …",
            "Time within Name does not count as …",
            "Incidents of Name that overlap or touch are one outage",
            "Each incident of Name runs from …",
            "Each incident of Name is an outage of its own",
            "An outage counts as Name only if it lasts …",
        ),
    ),
    (
        "rounding and limits",
        (
            "The total of Name is rounded …",
            "Each outage of Name is rounded …",
            "Name is rounded …",
            "Name is limited to …",
        ),
    ),
    (
        "promises and credits",
        (
            "The provider guarantees that …",
            "Name is a credit on …",
            "Name is due only if …",
            "Name is due on a Name ticket within …",
            "Name must be claimed within …",
            "Name is paid only if it is at least …",
            "Name is paid as …",
            "Name is paid only as …",
        ),
    ),
    (
        "others",
        (
            'Nothing is computed here, because "…"',
            'Example "…" in 2026-03: given …; expect …',
            'Set aside, because "…": …',
        ),
    ),
)

_FIRST = 3  # beginnings of a family that stand for it
_SHOWN = 8


def by_family() -> list[str]:
    """A line for each family with some of its beginnings."""
    return [f"{'  '.join(forms[:_FIRST])}  ({family})" for family, forms in FAMILIES]


def beginning_like(words: Sequence[tuple[str, str]]) -> list[str]:
    """The forms that begin as these words do (each its kind and itself); none where too many or none do."""
    forms = [form for _, group in FAMILIES for form in group if _agrees(form.split(), words)]
    return forms if 0 < len(forms) <= _SHOWN else []


def _agrees(form: list[str], words: Sequence[tuple[str, str]]) -> bool:
    if len(form) <= len(words):
        return False
    return all(
        (kind == "NAME") if wanted == "Name" else wanted.lower() == word
        for wanted, (kind, word) in zip(form, words, strict=False)
    )
