"""`sla tree`: the evaluation tree that a policy compiles to."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import load_policy
from sla_dsl.faces.options import examples, policy_argument


@click.command(epilog=examples("sla tree policies/ecerium.sla", "sla tree ecerium.compiled.json"))
@policy_argument
def command(policy: str) -> Exit:
    """Print the steps that a policy compiles to, in working order.

    The steps are grouped by the result that they lead to.  Each has its clause, and the number of the assumption that
    it rests on.
    """
    loaded, status = load_policy(policy)
    if loaded is None:
        return status
    from sla_dsl.faces.pictures.tree_of_policy import tree_lines
    from sla_dsl.faces.telling import tell

    tell(tree_lines(loaded.tree))
    return Exit.DONE
