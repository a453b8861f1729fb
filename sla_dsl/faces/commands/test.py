"""`sla test`: the examples in policy files, run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import Opened, open_policy, refuse
from sla_dsl.faces.options import examples, policies_argument
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.evaluation.compiling.examples import ExampleRun
    from sla_dsl.findings.source import Source


class Tested(NamedTuple):
    """The runs of one policy's examples; `refused` where the policy itself is, which has been told then."""

    source: Source
    runs: Sequence[ExampleRun]
    refused: Exit = Exit.DONE


@click.command(epilog=examples("sla test policies/ecerium.sla policies/ezcnam.sla", "sla test ecerium.sla --verbose"))
@policies_argument
@click.option("--verbose", is_flag=True, help="Name the examples that agree, too.")
def command(policies: tuple[str, ...], verbose: bool) -> Exit:
    """Run the examples that policy files hold.

    Only what differs from what they expect is shown.  The exit status is 1 if any example differs.
    """
    from sla_dsl.faces.pictures.examples import differing_lines, passed_lines, summary
    from sla_dsl.faces.progress import counted
    from sla_dsl.faces.telling import tell, tell_of_mistakes

    paths = list(dict.fromkeys(policies))
    tested = [_test(open_policy(path)) for path in counted(paths, "Running the examples", len(paths))]
    for one in tested:
        tell_of_mistakes(differing_lines(one.runs, one.source))
        if verbose:
            tell(passed_lines(one.runs, one.source))
    tell([summary(len(tested), [run for one in tested for run in one.runs])])
    return max(_statuses(tested))


def _test(opened: Opened) -> Tested:
    """The runs of the examples of one policy."""
    import hashlib

    source = opened.source()
    if opened.data is None:
        return Tested(source, (), refuse(opened.findings))
    from sla_dsl.evaluation.compiling.examples import run_examples
    from sla_dsl.evaluation.compiling.reading import read
    from sla_dsl.faces.pictures.findings import MOST_SHOWN

    if opened.is_compiled():
        raise click.UsageError(f"{opened.name} is a compiled policy, which holds no examples; name its .sla file.")
    found = read(source.text, f"sha256:{hashlib.sha256(opened.data).hexdigest()}", opened.name)
    if found.tree is None:
        return Tested(source, (), refuse(found.findings, (source,), most=MOST_SHOWN))
    return Tested(source, run_examples(found))


def _statuses(tested: Sequence[Tested]) -> Iterator[Exit]:
    for one in tested:
        yield one.refused
        yield Exit.DONE if all(run.passed for run in one.runs) else Exit.REFUSED
