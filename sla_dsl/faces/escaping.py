"""Text from outside, made safe to show: what a terminal would obey or hide is written out as `\\x1b`.

A name can hold an escape sequence that clears the screen, or marks that turn the order of the letters round.  It is
shown, so that the reader sees that it is there, on terminals and in files alike.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Written out and not asked of the Unicode tables, which differ from one version of Python to the next: controls,
# soft hyphen, fillers, zero-width marks, separators of lines, turns of direction, tags, halves of pairs.
_HIDDEN = (
    "\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff"
)


@lru_cache(maxsize=2)
def _pattern(further: str) -> re.Pattern[str]:
    return re.compile(f"[{further}{_HIDDEN}]")


def shown(text: str) -> str:
    """The text on one line, with everything that does not print written out."""
    return text if text.isprintable() else _pattern("\x00-\x1f").sub(_written, text)


def _written(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def harmless_json(text: str) -> str:
    """A JSON text that means the same and holds nothing that a terminal would obey: such characters are escaped."""
    if text.replace("\n", "").isprintable():
        return text
    return _pattern("").sub(_in_json, text)


def _in_json(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
