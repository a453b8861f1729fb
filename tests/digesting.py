"""Run by itself, as `python -m tests.digesting`: one digest of many results, to compare machines and settings by.

With the word `audited` it says instead what was opened, imported or run while it evaluated; with `pickled` it
takes the policies from its standard input, as another process pickled them.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import sys

from sla_dsl import Policy
from tests import scenes as s

WATCHED = ("open", "import", "socket", "subprocess", "os.", "exec", "compile", "urllib", "ctypes", "shutil", "glob")
SCENES = 40


def digest(policies: dict[str, Policy]) -> str:
    found = hashlib.sha256()
    for name, policy in policies.items():
        found.update(policy.to_compiled().encode())
        for scene in s.scenes(name, SCENES):
            found.update(s.written(s.result(policy, scene.timeline, scene.period)))
    return found.hexdigest()


def what_is_touched(policies: dict[str, Policy]) -> list[str]:
    """The events of the interpreter while scenes are evaluated that were not evaluated before."""
    todo = [(name, scene) for name in policies for scene in s.scenes(name, 2 * SCENES)]
    for name, scene in todo[::2]:
        s.written(s.result(policies[name], scene.timeline, scene.period))
    events: list[str] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event.startswith(WATCHED):
            events.append(f"{event} {arguments[0] if arguments else ''}")

    sys.addaudithook(hook)
    for name, scene in todo[1::2]:
        s.written(s.result(policies[name], scene.timeline, scene.period))
    watching[0] = False
    return events


def main(words: list[str]) -> None:
    if "pickled" in words:
        policies = pickle.loads(sys.stdin.buffer.read())
    else:
        policies = {name: s.policy(name) for name in s.POLICIES}
    print(json.dumps(what_is_touched(policies)) if "audited" in words else digest(policies))


if __name__ == "__main__":
    main(sys.argv[1:])
