"""`palpate serve`: a simulated tool for other processes, other languages and real radios."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from palpate import options
from palpate.ready import ServeDocument
from session.errors import InputError
from session.scenarios import scenario_of
from simulator.faces.fresh import fresh_tool
from simulator.tool import Tool

if TYPE_CHECKING:
    from simulator.faces.on_air import Served

TRANSPORT: Final = "tcp-server:127.0.0.1:9731"


class Way(TypedDict):
    """How the tool is reached."""

    transport: str
    control: str | None
    btsnoop: Path | None
    until_eof: bool


@click.command()
@click.argument("scenario", default="untouched")
@click.option(
    "--transport", default=TRANSPORT, show_default=True, help="Any of bumble's: ws-server:…, vhci, usb:0, serial:…"
)
@click.option("--stdio", is_flag=True, help="Lines of JSON on standard input and output instead, in virtual time.")
@click.option("--control", metavar="HOST:PORT", help="Take requests while it runs; on this machine only.")
@click.option("--until-eof", is_flag=True, help="End when standard input ends, as it does with whoever started it.")
@options.btsnoop
@options.seed
@options.as_json
def serve(scenario: str, stdio: bool, seed: int, as_json: bool, **way: Unpack[Way]) -> None:
    """Be the simulated tool of SCENARIO, in real time, until Ctrl-C."""
    tool = fresh_tool(scenario_of(scenario), seed)
    if not stdio:
        with options.needing_bumble(), options.writing_capture(way["btsnoop"]):
            asyncio.run(_serve(tool, way, as_json=as_json))
        return
    if way["control"] or way["btsnoop"]:
        raise InputError("--stdio has no Bluetooth to capture and takes requests there: leave the rest out")
    from simulator.faces.stdio import serve_lines

    serve_lines(tool, sys.stdin, sys.stdout)


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
        left = _end_of_input() if way["until_eof"] else face.lost
        await asyncio.wait({face.lost, left}, return_when=asyncio.FIRST_COMPLETED)
        if face.lost.done():
            raise TransportFailed(f"{face.place} has ended: plug it in, or start it, and serve again")


def _end_of_input() -> asyncio.Future[None]:
    """Done when standard input has ended; whatever comes there is read and dropped."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[None] = loop.create_future()

    def wait() -> None:
        with suppress(OSError):
            while os.read(0, 4096):  # a reader with a buffer would hold its lock when the process ends
                pass
        with suppress(RuntimeError):  # the loop was closed first
            loop.call_soon_threadsafe(ended.set_result, None)

    Thread(target=wait, daemon=True).start()
    return ended


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
