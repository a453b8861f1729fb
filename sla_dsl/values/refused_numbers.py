"""Why a text is refused as a number: one short reason a mistake, the likeliest first."""

from __future__ import annotations

import re

_REASONS: tuple[tuple[str, str], ...] = (
    (r"\s*", "it is empty"),
    (r".*[^\x00-\x7f].*", "it has a character that is no plain digit"),
    (r".*\s.*", "it has a blank in it"),
    (r"-?\d{1,3}(?:,\d{3})+\.\d+", "it has commas between its digits; leave them out"),
    (r"-?\d*,\d*", "it has a comma; write a point before the decimals, and nothing between thousands"),
    (r".*_.*", "it has an underscore between its digits; leave it out"),
    (r"\+.*", "it has a plus sign; leave it out"),
    (r"-?\.\d+", "it has no digit before the point; write 0 there"),
    (r"-?\d+\.", "it has no digit after the point; leave the point out or write 0 after it"),
    (r"-?\d*\.?\d*[eE][+-]?\d*", "it is written with an exponent; write it out"),
    (r"-?\d+/\d+", "it is a fraction; write it as a decimal"),
)


def why_refused(text: str, max_digits: int) -> str:
    """The reason why this text, which is no plain decimal, is none.  `max_digits`: how many it may have."""
    if len(text) > 1_000 or re.fullmatch(r"-?\d+(?:\.\d+)?", text, re.ASCII):
        return f"it has more than {max_digits} digits"
    for pattern, reason in _REASONS:
        if re.fullmatch(pattern, text, re.ASCII | re.DOTALL):
            return reason
    return "it is not a plain number; write for example 99.95"
