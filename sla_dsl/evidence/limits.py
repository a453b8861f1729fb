"""How much the readers take: beyond these there is a finding, not a slow or a dead process."""

from __future__ import annotations

FILE_BYTES = 256 * 1024 * 1024
"""Bytes of one file, and of one line of JSON Lines."""

NESTING = 32
"""Lists and objects inside each other."""

TEXT_LENGTH = 4_096
"""Characters of a text: an id, a service, a cause."""

RECORDS = 200_000
"""Records of one kind in one timeline."""

FINDINGS = 1_000
"""Mistakes of one timeline that are told one by one; the rest are counted."""
