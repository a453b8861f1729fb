"""`sla compile`: a policy as data, to be evaluated without reading its text again."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import load_policy
from sla_dsl.faces.options import STANDARD_INPUT, examples, output_option, policy_argument


@click.command(
    epilog=examples(
        "sla compile policies/ecerium.sla -o ecerium.compiled.json",
        "sla compile policies/ecerium.sla -o - | ssh service 'cat > ecerium.compiled.json'",
    )
)
@policy_argument
@output_option(required=True)
def command(policy: str, output: str) -> Exit:
    """Check a policy and write its evaluation tree as JSON.

    Every command that takes a policy takes that file, too.  It names the digest of the policy's text, and one that was
    changed is refused.
    """
    loaded, status = load_policy(policy)
    if loaded is None:
        return status
    from sla_dsl.faces.escaping import harmless_json
    from sla_dsl.faces.saving import save
    from sla_dsl.faces.streams import say

    save(output, harmless_json(loaded.to_compiled()) + "\n")
    if output != STANDARD_INPUT:
        say([f"{output}: {loaded.title}, {len(loaded.tree.nodes):,} steps, {loaded.digest}"])
    return Exit.DONE
