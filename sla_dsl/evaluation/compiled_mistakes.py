"""The wording of what is wrong with a compiled policy."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding

_AGAIN = "Compile the policy again: sla compile POLICY -o FILE."


def not_a_compiled_policy() -> Finding:
    """A file that is no compiled policy at all."""
    return Finding("not-a-compiled-policy", "This is not a compiled policy.", repair=_AGAIN)


def a_timeline() -> Finding:
    """A timeline in the place of a policy."""
    return Finding(
        "not-a-compiled-policy",
        "This is a timeline, and a policy was expected.",
        repair="Name the policy first, then the timeline.",
    )


def other_format(found: str, known: str) -> Finding:
    """A compiled policy of another version of the format."""
    return Finding(
        "newer-compiled-policy",
        f"This compiled policy has the format {found[:40]}; this program reads {known}.",
        repair=_AGAIN,
    )


def newer_language(found: object, known: int) -> Finding:
    """A compiled policy in a version of the language that this program does not know."""
    version = f"{found:,}"[:20] if isinstance(found, int) and found < 10**12 else "of a far later time"
    return Finding(
        "newer-language",
        f"This policy is written in language {version}; this program knows language {known}.",
        repair="Use a newer version of the program.",
    )


def broken_seal() -> Finding:
    """A compiled policy that was changed after it was compiled."""
    return Finding("changed-compiled-policy", "This compiled policy was changed after it was compiled.", repair=_AGAIN)


def damaged(what: str) -> Finding:
    """A compiled policy whose structure is not that of an evaluation tree."""
    return Finding("damaged-compiled-policy", f"This compiled policy is damaged: {what}.", repair=_AGAIN)


CODES = {
    "not-a-compiled-policy": "the file is no compiled policy",
    "newer-compiled-policy": "the compiled policy has another format than this program reads",
    "newer-language": "the policy is written in a newer version of the language",
    "changed-compiled-policy": "the compiled policy was changed after it was compiled",
    "damaged-compiled-policy": "the compiled policy is not a whole evaluation tree",
}
"""The public codes for compiled policies, with one line each."""
