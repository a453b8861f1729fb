"""Policies as they were: `REVISION:PATH` names a file at a revision of the git repository that one stands in.

Git is asked by commands that only read, and that run nothing which a repository could bring along.
"""

from __future__ import annotations

import os
import subprocess

import click

from sla_dsl.faces.opening import Opened, open_policy


def open_any(name: str) -> Opened:
    """The policy in a file, or at a revision where there is no such file."""
    revision, colon, path = name.partition(":")
    if not colon or not revision or not path or name.startswith("-") or os.path.lexists(name):
        return open_policy(name)
    if _asked("rev-parse", "--git-dir") is None:
        raise click.UsageError(f"{name}: there is no such file, and no git repository here that could hold it.")
    if _asked("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise click.UsageError(f"{name}: the git repository has no revision {revision!r}.")
    data = _asked("cat-file", "blob", f"{revision}:{path}")
    if data is None:
        raise click.UsageError(
            f"{name}: revision {revision!r} has no file {path!r}; name it from the top of the repository."
        )
    return Opened(name, data)


def _asked(*words: str) -> bytes | None:
    """What git answers; None if it refuses."""
    try:
        done = subprocess.run(("git", *words), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except FileNotFoundError:
        raise click.UsageError("Git is not installed here, so no revision can be read.") from None
    return done.stdout if done.returncode == 0 else None
