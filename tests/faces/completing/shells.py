"""Real shells at a terminal of their own: what stands on the line after keys were pressed."""

from __future__ import annotations

import os
import pty
import select
import shlex
import sys
from pathlib import Path

END = ":END"
PATIENCE = 60
"""Seconds after which a shell that says nothing is given up; nothing is measured by it."""

_BASH = r"""bind -x '"\C-x": printf "GOT:%s:END\n" "$READLINE_LINE"'"""
_ZSH = r"""show() { print -r -- "GOT:$BUFFER:END" }; zle -N show; bindkey '^X' show"""
_BEGIN = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], f"{_BASH}; bind 'set bell-style none'; source sla-script"),
    "zsh": (["zsh", "-f", "-i"], f"autoload -U compinit; compinit -u -D; {_ZSH}; source ./sla-script"),
}


def command_in(folder: Path) -> Path:
    """The installed command, as a file called `sla` in a folder for the path."""
    path = folder / "sla"
    words = f"{shlex.quote(sys.executable)} -c 'from sla_dsl.faces.main import main; main()'"
    path.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(os.pathsep.join(sys.path))} exec {words} "$@"\n', "utf-8")
    path.chmod(0o755)
    return path


def line_after(shell: str, keys: str, folder: Path) -> str:
    """The line in the shell, at work in the folder, after these keys; `sla-script` lies there."""
    program, begin = _BEGIN[shell]
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - another process
        os.chdir(folder)
        os.environ.update(PATH=f"{folder}{os.pathsep}{os.environ['PATH']}", TERM="dumb", HOME=str(folder))
        os.execvp(program[0], program)
    try:
        os.write(terminal, f"{begin}; echo READY''NOW\n".encode())
        _until(terminal, "READYNOW")
        os.write(terminal, f"{keys}\x18".encode())
        return _until(terminal, END).rpartition("GOT:")[2].partition(END)[0]
    finally:
        os.close(terminal)
        os.waitpid(child, 0)


def _until(terminal: int, words: str) -> str:
    """What the terminal shows up to these words."""
    seen = ""
    while words not in seen:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        assert ready, f"the shell says nothing more after {seen!r}"
        seen += os.read(terminal, 4096).decode("utf-8", "replace")
    return seen
