"""What can be set is what the commands have, and nothing is written down twice."""

from __future__ import annotations

import click

from sla_dsl.faces.group import COMMANDS, sla
from sla_dsl.faces.settings.keys import having, keys_of, known_keys, takes_path, takes_several


def test_every_option_of_every_command_but_those_that_begin_or_tell() -> None:
    with click.Context(sla) as context:
        for name in set(COMMANDS) - {"init", "config", "completion"}:
            command = sla.get_command(context, name)
            assert command is not None
            options = {
                it.opts[-1].removeprefix("--")
                for it in command.params
                if isinstance(it, click.Option) and it.expose_value
            }
            assert options <= set(known_keys().get(name, {}))


def test_a_new_option_can_be_set_without_a_word_elsewhere() -> None:
    @click.command()
    @click.argument("policy")
    @click.argument("other")
    @click.option("-l", "--language-of-report", "language", metavar="LANGUAGE")
    @click.option("--quiet", is_flag=True, expose_value=False)
    def command() -> None: ...

    assert list(keys_of("report", command)) == ["policy", "language-of-report"]


def test_some_keys() -> None:
    assert set(known_keys()["check"]) == {"policy", "format", "assumptions", "fail-on", "save-situations"}
    assert {"policy", "timeline", "period", "zone", "format", "output"} <= set(known_keys()["evaluate"])
    assert [name for name, _ in having("output")] == []
    assert {"evaluate", "explain", "diff"} <= {name for name, _ in having("zone")}


def test_what_a_value_is() -> None:
    evaluate, check = known_keys()["evaluate"], known_keys()["check"]
    assert [takes_path(evaluate[key]) for key in ("policy", "timeline", "output", "zone")] == [True, True, True, False]
    assert takes_path(check["save-situations"])
    assert [takes_several(it) for it in (check["policy"], evaluate["policy"], evaluate["period"])] == [
        True,
        False,
        True,
    ]
