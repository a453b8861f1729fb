"""The SHA-256 of some bytes, as texts name it.

The interpreter's own module for it is asked first: the general one loads a whole library of ciphers, which a
program that evaluates one policy and ends would spend a tenth of its time on.
"""

from __future__ import annotations

from importlib import import_module

_MODULES = ("_sha2", "_sha256", "hashlib")
"""Python 3.12 and later, Python 3.11, and any interpreter."""

_found: list[str] = []


def sha256(data: bytes) -> str:
    """`sha256:` and 64 hexadecimal digits."""
    if not _found:
        _found.append(next(name for name in _MODULES if _has(name)))
    return f"sha256:{import_module(_found[0]).sha256(data).hexdigest()}"


def _has(name: str) -> bool:
    try:
        return hasattr(import_module(name), "sha256")
    except ImportError:
        return False
