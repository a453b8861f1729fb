"""What people get wrong in a file of lines such as `name = "text"`: what it is, and what to write."""

from __future__ import annotations

import re
from collections.abc import Callable

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_CURLY = re.compile("[“”„‟‘’‚«»]")
_BARE = re.compile(r"""=[ \t]*(?!(?:true|false)\b)([^\s"'\[{\d#,}][^,}#\n]*?)[ \t]*(?=[,}#]|$)""")


def slip(line: str, said: str) -> tuple[str, str]:
    """Why the line cannot be read, and the repair; `said` is the word of the file's reader. Empty if it is unclear."""
    outside = _QUOTED.sub('""', line)
    return next((found for look in _LOOKS if (found := look(line, outside, said))), ("", ""))


def _curly(line: str, outside: str, said: str) -> tuple[str, str] | None:
    """A word processor, or a mail, has made them round."""
    return ("its quotation marks are curly", 'Write straight quotation marks: "…".') if _CURLY.search(outside) else None


def _twice(line: str, outside: str, said: str) -> tuple[str, str] | None:
    known = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")
    return (
        ("what it names stands in the file already", "Keep only one of the two that have the same name.")
        if said.startswith(known)
        else None
    )


def _backslash(line: str, outside: str, said: str) -> tuple[str, str] | None:
    """The path of a file as Windows writes it."""
    wrong = any(re.search(r'\\(?!["\\])', text) for text in _QUOTED.findall(line))
    return ("it has a backslash between its quotation marks", "Write / in its place.") if wrong else None


def _unclosed(line: str, outside: str, said: str) -> tuple[str, str] | None:
    odd = outside.count('"') % 2
    return ("a quotation mark is missing", 'Write one before the text and one behind it: "…".') if odd else None


def _bare(line: str, outside: str, said: str) -> tuple[str, str] | None:
    found = _BARE.search(outside)
    return ("a text is without quotation marks", f'Write the text in quotation marks: "{found[1]}".') if found else None


_LOOKS: tuple[Callable[[str, str, str], tuple[str, str] | None], ...] = (_twice, _curly, _backslash, _unclosed, _bare)
