"""`palpate scan`: tools and instruments in range."""

from __future__ import annotations

import asyncio
import logging
import shlex
from typing import TYPE_CHECKING, Final

import click

from palpate import options
from session.abilities import OWN_TOOL, can, cannot
from session.found_documents import FoundToolDocument, ScanDocument
from session.hci import bluetooth

if TYPE_CHECKING:
    from device.drivers.find import FoundInstrument
    from device.drivers.in_range import InRange
    from device.scan import FoundTool

LOG: Final = logging.getLogger(__name__)

DRIVER: Final = "palpate"
KIND: Final = "massage tool"


@click.command()
@click.option("--for", "for_s", type=click.FloatRange(min=0.1, max=600), default=5.0, show_default=True, metavar="S")
@options.as_json
def scan(for_s: float, as_json: bool) -> None:
    """Look for tools, and for instruments of other makes, in range."""
    tools = shown(asyncio.run(_heard(for_s)))
    if as_json:
        click.echo(ScanDocument(tools=tools).to_json())
    elif tools:
        _show(tools)
    else:
        click.echo(f"No tool answered within {for_s:g} s: switch it on and bring it closer.")


async def _heard(for_s: float) -> InRange:
    from device.drivers import in_range
    from device.drivers.registry import drivers

    async with bluetooth() as used:
        return await in_range.scan_all(drivers(), for_s, used.backend)


def shown(heard: InRange) -> tuple[FoundToolDocument, ...]:
    """A row for each; one whose driver fails is left out, with a warning."""
    from device.drivers.errors import BrokenDriver

    rows = list(map(_tool, heard.tools))
    for each in heard.instruments:
        try:
            rows.append(_instrument(each))
        except Exception as error:
            LOG.warning("%s", BrokenDriver(each.driver.name, f"it fails with {error!r}"))
    return tuple(rows)


def _tool(heard: FoundTool) -> FoundToolDocument:
    return FoundToolDocument(
        name=heard.name,
        serial=heard.serial,
        address=heard.device.address,
        driver=DRIVER,
        kind=KIND,
        tool=f"ble:{heard.serial}",
        rssi_dbm=heard.rssi_dbm,
        battery_percent=heard.battery_percent,
        can=OWN_TOOL,
        cannot=(),
    )


def _instrument(heard: FoundInstrument) -> FoundToolDocument:
    ability = heard.driver.ability
    return FoundToolDocument(
        name=heard.name,
        serial=None,
        address=heard.address,
        driver=heard.driver.name,
        kind=heard.driver.title,
        tool=f"{heard.driver.name}:{heard.address}",
        rssi_dbm=heard.rssi_dbm,
        battery_percent=None,
        can=can(ability),
        cannot=cannot(ability),
    )


def _show(tools: tuple[FoundToolDocument, ...]) -> None:
    for tool in tools:
        signal = "signal –" if tool.rssi_dbm is None else f"{tool.rssi_dbm} dBm"
        battery = "battery –" if tool.battery_percent is None else f"battery {tool.battery_percent} %"
        click.echo("  ".join((tool.name or "(no name)", tool.kind, signal, battery)))
        click.echo(f"    can: {', '.join(tool.can)}")
        if tool.cannot:
            click.echo(f"    cannot: {', '.join(tool.cannot)}")
        click.echo(f"    palpate treat --tool {shlex.quote(tool.tool)}")
