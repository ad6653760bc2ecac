"""`palpate conformance`: does this firmware do what docs/protocol.md says?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from palpate import options
from palpate.conformance.check import Check
from palpate.conformance.document import ConformanceDocument
from palpate.conformance.junit import junit
from palpate.conformance.page import page
from palpate.conformance.people import Guided
from palpate.conformance.report import Report, reason, summary, word
from palpate.conformance.run import Outcome, run_all
from palpate.conformance.subject import Name, introduced, reached
from palpate.conformance.suite import CHECKS, GROUPS
from palpate.version import VERSION
from session.errors import InputError

FILE: Final = click.Path(dir_okay=False, path_type=Path)


class Choices(TypedDict):
    """Options of the command."""

    tool: str | None
    only: tuple[str, ...]
    listed: bool
    press: bool
    long: bool
    junit_file: Path | None
    html_file: Path | None
    seed: int
    as_json: bool


@click.command()
@click.option(
    "--tool", metavar="TOOL", help="A serial number, sim:SCENARIO, or a transport: tcp-client:127.0.0.1:9731."
)
@click.option(
    "--only", multiple=True, metavar="NAME", help="This check or group of checks; may be given several times."
)
@click.option("--list", "listed", is_flag=True, help="Name all checks, and do nothing.")
@click.option("--press", is_flag=True, help="Somebody is at the tool and presses when asked.")
@click.option("--long", "long", is_flag=True, help="Also what takes minutes; with sim: always.")
@click.option("--junit", "junit_file", type=FILE, help="Write JUnit XML.")
@click.option("--html", "html_file", type=FILE, help="Write one page of HTML.")
@options.seed
@options.as_json
@click.pass_context
def conformance(context: click.Context, **choices: Unpack[Choices]) -> None:
    """Check a tool's firmware against docs/protocol.md; exit code 1 where it does not conform."""
    chosen = _chosen(choices["only"])
    if choices["listed"]:
        _list(chosen)
        return
    for file in (choices["junit_file"], choices["html_file"]):
        _needs_a_folder(file)
    name = Name.of(choices["tool"])
    with asyncio.Runner(loop_factory=_loop(name)) as runner:
        report = runner.run(_checked(name, chosen, choices))
    _write(report, choices)
    context.exit(0 if report.conforms else 1)


def _chosen(only: tuple[str, ...]) -> tuple[Check, ...]:
    """The checks that are named, each once; all where none is. Raises `InputError`."""
    names = {check.name for check in CHECKS} | {group.name for group in GROUPS}
    for each in only:
        if each not in names:
            near = sorted(name for name in names if each in name)[:3] or get_close_matches(each, names, n=3)
            hint = f"did you mean {' or '.join(near)}?" if near else "--list names them all"
            raise InputError(f"there is no check “{each}”: {hint}")
    return tuple(check for check in CHECKS if not only or {check.name, check.group} & set(only))


def _list(checks: tuple[Check, ...]) -> None:
    for check in checks:
        click.echo(f"{check.group:12} {check.name:48} {check.paragraph:16} {check.text}")


def _needs_a_folder(file: Path | None) -> None:
    if file is not None and not file.parent.is_dir():
        raise InputError(f"{file}: there is no folder {file.parent}: make it first, or choose another place")


def _loop(name: Name) -> Callable[[], asyncio.AbstractEventLoop] | None:
    """A simulated tool lives as fast as the machine can, any other one in real time."""
    if not name.virtual:
        return None
    from simulator.virtual_time import VirtualLoop

    return VirtualLoop


async def _checked(name: Name, checks: tuple[Check, ...], choices: Choices) -> Report:
    began = datetime.now(UTC).isoformat(timespec="seconds")
    async with reached(name, choices["seed"]) as (bench, simulated):
        known = await introduced(bench)
        if not name.virtual:
            bench.long = choices["long"]
            bench.person = Guided(_ask) if choices["press"] else bench.person
        outcomes = await run_all(bench, checks, _quiet if choices["as_json"] else _say)
    return Report(known.serial, known.firmware, simulated or known.simulated, VERSION, began, outcomes)


def _ask(text: str) -> None:
    click.echo(f"palpate: {text}", err=True)


def _quiet(_outcome: Outcome) -> None:
    pass


def _say(outcome: Outcome) -> None:
    """One line, as soon as it is known."""
    name = f"{outcome.check.group}/{outcome.check.name}"
    why = reason(outcome)
    click.echo(f"{word(outcome.verdict):8} {name}" + (f": {why}" if why else ""))


def _write(report: Report, choices: Choices) -> None:
    for file, form in ((choices["junit_file"], junit), (choices["html_file"], page)):
        if file is not None:
            try:
                file.write_bytes(form(report))
            except OSError as error:
                raise InputError(f"{file} cannot be written ({error.strerror}): choose another place") from error
    if choices["as_json"]:
        click.echo(ConformanceDocument.of(report).to_json())
    else:
        simulated = " (SIMULATED)" if report.simulated else ""
        click.echo(f"{report.serial}{simulated}: {summary(report)}")
