"""What is wrong with a contract's text, or with what a policy cites of it."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding, Span


def kind_not_read(name: str) -> Finding:
    """The ending of the name says that it is something else."""
    return Finding(
        "unreadable-document",
        f"The text of a contract is read from .md, .txt, .docx and .pdf files, and {name!r} is none.",
        repair="Save the contract as one of these, or copy its text into a .txt file.",
        source=name,
    )


def not_utf8(name: str) -> Finding:
    """The bytes are no text in UTF-8."""
    repair = "Save it again as UTF-8."
    return Finding("unreadable-document", "The text of the contract is not in UTF-8.", repair=repair, source=name)


def too_large(most: int, name: str) -> Finding:
    """Longer than is read."""
    message = f"The text of a contract may have {most:,} bytes at most."
    return Finding("unreadable-document", message, repair="Give the contract alone.", source=name)


def reader_missing(name: str, what: str) -> Finding:
    """The library for this form is an extra, and is not there."""
    return Finding(
        "unreadable-document",
        f"{what} files can only be read with the extra 'documents', which is not installed.",
        repair='Install it with: pip install "sla-dsl[documents]", or save the contract as a .txt file.',
        source=name,
    )


def damaged(name: str) -> Finding:
    """The library cannot make anything of it."""
    return Finding(
        "unreadable-document",
        "The file of the contract is damaged, or protected by a password.",
        repair="Open it in the program that made it, and save it again.",
        source=name,
    )


def no_text(name: str) -> Finding:
    """Nothing to read: a scan, or an empty file."""
    return Finding(
        "unreadable-document",
        "There is no text in the file of the contract.",
        repair="If it holds scanned pages, give a file in which the text can be selected.",
        source=name,
    )


def no_such_clause(place: str, missing: str, nearest: str, span: Span, name: str) -> Finding:
    """A citation of nothing."""
    repair = f"Did you mean {nearest}?" if nearest else "Write the number or the title as the contract has it."
    return Finding("no-such-clause", f"The contract has no {missing} for {place}.", span, repair=repair, source=name)


def several_clauses(place: str, lines: tuple[int, ...], span: Span, name: str) -> Finding:
    """A title that fits several clauses."""
    found = " and ".join([", ".join(map(str, lines[:-1])), str(lines[-1])])
    message = f"The contract has several clauses for {place}, on the lines {found}."
    repair = "Write the whole title, or the clause's number."
    return Finding("several-such-clauses", message, span, repair=repair, source=name)
