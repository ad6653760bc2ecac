"""`palpate serve`: a simulated tool for other processes, other languages and real radios."""

from __future__ import annotations

import asyncio
import logging
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from palpate import options
from palpate.ready import ServeDocument
from session.errors import InputError
from simulator.library import SCENARIOS
from simulator.scenario import Scenario
from simulator.tool import Tool

LASTS_S: Final = 86_400.0
"""The tool lives on when its scenario is over: for a day."""
if TYPE_CHECKING:
    from simulator.faces.on_air import Served

TRANSPORT: Final = "tcp-server:127.0.0.1:9731"


class Way(TypedDict):
    """How the tool is reached."""

    transport: str
    control: str | None
    btsnoop: Path | None


@click.command()
@click.argument("scenario", default="untouched")
@click.option(
    "--transport", default=TRANSPORT, show_default=True, help="Any of bumble's: ws-server:…, vhci, usb:0, serial:…"
)
@click.option("--stdio", is_flag=True, help="Lines of JSON on standard input and output instead, in virtual time.")
@click.option("--control", metavar="HOST:PORT", help="Take requests while it runs; on this machine only.")
@options.btsnoop
@options.seed
@options.as_json
def serve(scenario: str, stdio: bool, seed: int, as_json: bool, **way: Unpack[Way]) -> None:
    """Be the simulated tool of SCENARIO, in real time, until Ctrl-C."""
    tool = Tool(lasting(_named(scenario)), seed)
    if not stdio:
        with options.needing_bumble():
            asyncio.run(_serve(tool, way, as_json=as_json))
        return
    if way["control"] or way["btsnoop"]:
        raise InputError("--stdio has no Bluetooth to capture and takes requests there: leave the rest out")
    from simulator.faces.stdio import serve_lines

    serve_lines(tool, sys.stdin, sys.stdout)


def _named(name: str) -> Scenario:
    if name not in SCENARIOS:
        raise InputError(f"there is no scenario “{name}”; there are: {', '.join(SCENARIOS)}")
    return SCENARIOS[name]


def lasting(scenario: Scenario) -> Scenario:
    """The scenario of a tool that is still there afterwards."""
    return scenario.model_copy(update={"simulated_s": max(scenario.simulated_s, LASTS_S)})


async def _serve(tool: Tool, way: Way, *, as_json: bool) -> None:
    from simulator.faces.control import controlled
    from simulator.faces.errors import TransportFailed
    from simulator.faces.live import LiveTool
    from simulator.faces.on_air import served
    from simulator.faces.place import Place

    logging.getLogger("bumble").setLevel(logging.CRITICAL)  # it prints tracebacks where a computer or a radio goes
    place = Place.of(way["transport"])
    if place.is_open:
        click.echo(f"palpate: every machine in the network can connect to {place}", err=True)
    async with AsyncExitStack() as stack:
        face = await stack.enter_async_context(served(tool, place, way["btsnoop"]))
        control = None
        if way["control"] is not None:
            live = LiveTool(tool, face.peripheral)
            control = await stack.enter_async_context(controlled(way["control"], live.obey))
        _say_ready(_ready(face, tool.serial, control), as_json=as_json)
        await face.lost
        raise TransportFailed(f"{face.place} has ended: plug it in, or start it, and serve again")


def _ready(face: Served, serial: str, control: str | None) -> ServeDocument:
    transport, client = str(face.place), face.place.seen_by_client
    return ServeDocument(transport=transport, client=client, serial=serial, control=control)


def _say_ready(ready: ServeDocument, *, as_json: bool) -> None:
    if as_json:
        click.echo(ready.to_json())
    else:
        control = f" control {ready.control}" if ready.control else ""
        click.echo(f"READY {ready.transport} serial {ready.serial}{control}")
    sys.stdout.flush()
