"""`sla init`: a first policy from five answers, in a folder with what goes with it."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import examples, offering, offering_zones

EXAMPLES = examples(
    "sla init",
    'sla init shop --name "Web shop" --service "Web shop" --zone Europe/Brussels --uptime 99.9 --back 10',
)


@click.command(epilog=EXAMPLES)
@click.argument("folder", default="agreement", shell_complete=offering("folders"))
@click.option("--name", metavar="TEXT", help="What the agreement is called.")
@click.option("--service", metavar="TEXT", help="The service that it makes a promise about.")
@click.option(
    "--zone",
    metavar="ZONE",
    help="The time zone in which its days and months begin.",
    shell_complete=offering_zones,
)
@click.option("--uptime", metavar="PERCENT", help="For how many percent of a month the service must be up.")
@click.option("--back", metavar="PERCENT", help="How many percent of the fee are paid back where it is not.")
def command(
    folder: str, name: str | None, service: str | None, zone: str | None, uptime: str | None, back: str | None
) -> Exit:
    """Write a first policy, from the answers to five questions.

    FOLDER (agreement, if none is named) gets a policy that explains itself, with examples that agree, a month of
    evidence to try it on, and settings by which the commands find both.  What has to be decided and is not asked
    stands in the policy as an assumption.

    What no option answers is asked.  Nothing that is there is ever written over.
    """
    from sla_dsl.faces.starting import first_files as first
    from sla_dsl.faces.starting.asking import answers
    from sla_dsl.faces.starting.placing import in_the_way, place

    names = dict.fromkeys((first.POLICY, first.TIMELINE, first.SETTINGS, first.README), "")
    if there := in_the_way(folder, names):
        raise click.UsageError(f"{there} is there already, and nothing was written; name another folder.")
    answered = answers({"name": name, "service": service, "zone": zone, "uptime": uptime, "back": back})
    files, policy = first.first_files(answered)
    place(folder, files)
    _tell(folder, policy.service, answered.service)
    return Exit.DONE


def _tell(folder: str, called: str, service: str) -> None:
    """What was written, and how to go on."""
    from sla_dsl.faces.streams import say

    say(
        (
            f"{folder} is written:",
            f"  policy.sla     the policy; {service!r} is called {called} in it",
            "  timeline.json  a month that is made up",
            "  sla.toml       which files the commands take there",
            "  README.md      what is what",
            "",
            "Go on with:",
            *(f"  {line}" for line in ([f"cd {_in_shell(folder)}"] if folder != "." else [])),
            "  sla check",
            "  sla test",
            "  sla evaluate",
        )
    )


def _in_shell(folder: str) -> str:
    """The folder as it can be typed after `cd`."""
    import shlex

    return shlex.quote(folder)
