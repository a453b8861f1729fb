"""A line that is not finished, from the shell that it is typed in, and what may come next."""

from __future__ import annotations

from click.shell_completion import BashComplete, CompletionItem, FishComplete, ShellComplete, ZshComplete

from sla_dsl.faces.completing.scripts import VARIABLE, script
from sla_dsl.faces.streams import flush_streams, write


class _Bash(BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        return rejoined(args, incomplete)

    def format_completion(self, item: CompletionItem[str]) -> str:
        return f"{item.type},{item.value.removesuffix('/') if item.type == 'path' else item.value}"


class _Fish(FishComplete):
    def format_completion(self, item: CompletionItem[str]) -> str:
        return f"{item.value}\t{item.help}" if item.help else item.value


class _Zsh(ZshComplete):
    def format_completion(self, item: CompletionItem[str]) -> str:
        return f"{item.type}\n{item.value}\n{item.help or '_'}"


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}


def rejoined(args: list[str], incomplete: str) -> tuple[list[str], str]:
    """Words that bash has cut at `=` and `:` put together again: `--format = js`, `HEAD : a.sla`."""
    whole: list[str] = []
    words = [*args, incomplete]
    for number, word in enumerate(words):
        last = number == len(words) - 1
        if word == "=" and whole and whole[-1].startswith("--"):
            words[number] = ""
            if last:
                return whole, ""
        elif whole and (word == ":" or words[number - 1] == ":") and not last:
            whole[-1] += word
        elif word or last:
            whole.append(word)
    return whole[:-1], whole[-1]


def complete(instruction: str) -> int:
    """Writes what may come next, or the script for a shell; the status says whether anything was asked for.

    Whoever is typing must never see that something went wrong here: then there is nothing to offer.
    """
    shell, _, wanted = instruction.partition("_")
    if shell not in _SHELLS or wanted not in ("source", "complete"):
        return 1
    try:
        write(script(shell) if wanted == "source" else _offered(_SHELLS[shell]))
        flush_streams()
    except Exception:
        return 1
    return 0


def _offered(shell: type[ShellComplete]) -> str:
    from sla_dsl.faces.group import sla

    found = shell(sla, {}, "sla", VARIABLE).complete()
    return f"{found}\n" if found else ""
