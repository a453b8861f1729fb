"""What is said of a text that is no JSON, or no strict JSON: one constructor a mistake."""

from __future__ import annotations

from sla_dsl.evidence import limits
from sla_dsl.evidence.wording import cut, shown
from sla_dsl.findings.finding import Finding, Span


def bad_json(span: Span, message: str, repair: str) -> Finding:
    """The text does not follow the rules of JSON at this place."""
    return Finding("bad-json", message, span=span, repair=repair)


def double_field(field: str, span: Span, name: str) -> Finding:
    """One object names a field twice, and only one of the two could be read."""
    message = f"{shown(name)} is here twice."
    return Finding("double-field", message, span=span, field=field, repair="Take one of the two out.")


def not_a_number(field: str, span: Span, written: str) -> Finding:
    """NaN or Infinity, which JSON does not have."""
    message = f"{cut(written)} is not a value that JSON has."
    return Finding("not-a-number", message, span=span, field=field, repair="Write the value, or null.")


def nested_too_deep(span: Span) -> Finding:
    """More lists and objects inside each other than are read."""
    message = f"Here more than {limits.NESTING} lists and objects are inside each other."
    return Finding("nested-too-deep", message, span=span, repair="A timeline needs four. Take the inner ones out.")


def too_large(size_limit: int) -> Finding:
    """More bytes than are read."""
    message = f"This has more than {size_limit:,} bytes, the most that is read at once."
    return Finding("too-large", message, repair="Write it in several smaller ones.")


def not_utf8(line: int, byte: int) -> Finding:
    """Bytes that are no UTF-8."""
    message = f"Line {line:,} is not written in UTF-8: byte {byte:,} of the file cannot be read."
    return Finding("not-utf-8", message, repair="Save the file as UTF-8.")


def is_utf16(encoding: str) -> Finding:
    """A file in UTF-16 or UTF-32, as some programs save "Unicode"."""
    message = f"The file is written in {encoding}, and only UTF-8 is read."
    return Finding("utf-16", message, repair="Save the file as UTF-8.")


def blank_line() -> Finding:
    """In JSON Lines: a line without anything between two timelines."""
    message = "This line is empty, and more lines follow."
    return Finding("blank-line", message, repair="Take the empty line out, or write the missing timeline.")
