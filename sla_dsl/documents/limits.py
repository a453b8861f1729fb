"""How much of a contract's text is read."""

from __future__ import annotations

DOCUMENT_BYTES = 64 * 1024 * 1024
"""The text of a contract has at most so many bytes."""
