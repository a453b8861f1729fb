"""One Python function out of many steps.

A plan has some thirty steps; calling them one after the other through a list costs as much as the steps
themselves.  So the calls are written out, one a line, and compiled once for a plan.  Nothing of a policy's
text comes into what is written: only the numbers of the steps and of their inputs.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sla_dsl.records import NamedTuple
from sla_dsl.values.unknown import Between


class Unsure(Exception):
    """A value turned out not to be wholly known."""


class Thread(NamedTuple):
    """A step to be woven in: its place, its work, the places of its inputs, and whether its answer may be unsure."""

    at: int
    work: Callable[..., Any]
    inputs: tuple[int, ...]
    watched: bool


Woven = Callable[[list[Any], Any], None]
"""Works all the steps on the values, for a run; raises `Unsure` where a watched answer is not wholly known."""


def weave(threads: Sequence[Thread]) -> Woven:
    """The function that works the threads in order."""
    made = {thread.at for thread in threads}
    lines = [f"    v{k} = values[{k}]" for k in _from_outside(threads, made)]
    for at, _, inputs, watched in threads:
        arguments = ", ".join(["run", *(f"v{k}" for k in inputs)])
        lines.append(f"    v{at} = values[{at}] = w{at}({arguments})")
        if watched:
            lines.append(f"    if type(v{at}) is Between: raise Unsure")
    works = ", ".join(f"w{t.at}=w{t.at}" for t in threads)
    source = "\n".join(
        [f"def woven(values, run, {works}):" if works else "def woven(values, run):", *lines, "    return None"]
    )
    names: dict[str, Any] = {f"w{t.at}": t.work for t in threads}
    names |= {"Between": Between, "Unsure": Unsure}
    exec(compile(source, "<plan>", "exec"), names)
    woven: Woven = names["woven"]
    return woven


def _from_outside(threads: Sequence[Thread], made: Collection[int]) -> list[int]:
    return sorted({k for thread in threads for k in thread.inputs if k not in made})
