"""The command `sla` as a process: how it begins and how it leaves."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Where the installed command begins."""
    # A short run makes little garbage: looking for it less often, also while modules are loaded, saves a fifth of the
    # time to start.
    gc.set_threshold(400_000, 20, 20)
    from sla_dsl.faces.group import run
    from sla_dsl.faces.streams import prepare_streams

    prepare_streams()
    if shell := os.environ.get("_SLA_COMPLETE"):
        from sla_dsl.faces.completing.answering import complete

        status = complete(shell)
    else:
        status = run(sys.argv[1:])
    # Everything is written.  Taking the interpreter apart would only take time.
    os._exit(status)
