"""`palpate tool`: what a tool is asked beside a treatment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import click

from palpate import options
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.keys import Keys
from protocol.control import Setting
from protocol.link import SetupLink
from session.choice import Choice
from session.errors import InputError
from session.known_tools import forget as forget_tool
from session.known_tools import known_tools
from session.links import LinkName, open_link
from session.tool_care import Identity, change, identity, settings, show_itself, switch_off

Answer = TypeVar("Answer")

NAMES: Final = {setting.name.lower().replace("_", "-"): setting for setting in Setting}
PAIRING: Final = "this needs a paired computer: accept what the system asks."

which = click.option("--tool", "which", metavar="SERIAL", help="Which one: its serial number, or sim:SCENARIO.")


@click.group()
def tool() -> None:
    """Look at a tool in range, and set it."""


@tool.command()
@which
def show(which: str | None) -> None:
    """Show what the tool is and how it is calibrated."""
    for name, text in facts(_on(which, identity)):
        click.echo(f"{name:<12} {text}")


@tool.command()
@which
def identify(which: str | None) -> None:
    """Have the tool show itself, to know it among others."""
    _on(which, show_itself)
    click.echo("The tool shows itself now.")


@tool.command("settings")
@which
def settings_(which: str | None) -> None:
    """Show how the tool is set; pairs with it."""
    for setting, value in _on(which, settings, pairs=True).items():
        click.echo(f"{name_of(setting):<20} {value}")


@tool.command("set")
@click.argument("setting", type=click.Choice(sorted(NAMES)))
@click.argument("value", type=click.IntRange(0, 2**32 - 1))
@which
def set_(setting: str, value: int, which: str | None) -> None:
    """Set one SETTING of the tool to VALUE; pairs with it."""
    _on(which, lambda link: change(link, NAMES[setting], value), pairs=True)
    click.echo(f"{setting} is {value} now.")


@tool.command()
@which
def off(which: str | None) -> None:
    """Switch the tool off; pairs with it."""
    _on(which, switch_off, pairs=True)
    click.echo("The tool switches itself off.")


@tool.command()
def known() -> None:
    """List the tools that were used before; one of them in range is taken without a question."""
    tools = known_tools(options.known_tools_file())
    for each in tools:
        click.echo(f"{each.serial:<20} used on {each.used_on}")
    if not tools:
        click.echo("No tool was used before.")


@tool.command()
@click.argument("serial")
def forget(serial: str) -> None:
    """Know the tool SERIAL no more."""
    if not forget_tool(options.known_tools_file(), serial):
        raise InputError(f"{serial} is no known tool: “palpate tool known” lists them")
    click.echo(f"{serial} is not known any more.")


def facts(found: Identity) -> list[tuple[str, str]]:
    """Name and value of all that a tool says about itself."""
    layout, percent = found
    calibration, (force, *_) = layout.calibration, layout.channels
    due = f", due {calibration.due}" if calibration.due else ""
    return [
        ("tool", layout.serial),
        ("firmware", layout.firmware or "–"),
        ("battery", "–" if percent is None else f"{percent} %"),
        ("calibration", f"{calibration.id} of {calibration.day}{due}, ±{calibration.uncertainty_percent:g} %"),
        ("coefficients", "  ".join(f"{each:.9g}" for each in force.coefficients)),
        *(("tip", f"{tip.id}  {tip.name}  {tip.area_cm2:g} cm²") for tip in layout.tips),
        ("can", ", ".join(part.name.lower().replace("_", " ") for part in layout.features if part.name) or "–"),
    ]


def name_of(setting: Setting) -> str:
    """A setting as the command line calls it."""
    return setting.name.lower().replace("_", "-")


def _on(which: str | None, act: Callable[[SetupLink], Awaitable[Answer]], *, pairs: bool = False) -> Answer:
    """Do something with the tool that is meant; raises what `open_link` and the act raise."""
    name = LinkName.of(which)
    if name.reads:
        raise InputError("an instrument of another make is only read: see “palpate treat”")
    if pairs and name.scheme != "sim":
        click.echo(f"palpate: {PAIRING}", err=True)
    return asyncio.run(_with_tool(name, act))


async def _with_tool(name: LinkName, act: Callable[[SetupLink], Awaitable[Answer]]) -> Answer:
    search = TerminalSearch()
    choice = Choice(known_serials(), search.ask, search.say, note)
    with Keys(lambda _value: None, search.press):
        async with open_link(name, choice=choice) as opened:
            return await act(opened.link)
