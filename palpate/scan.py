"""`palpate scan`: tools in range."""

from __future__ import annotations

import asyncio
from typing import Final

import click
from rich.console import Console

from palpate import options
from palpate.tables import empty_table
from session.documents import FoundToolDocument, ScanDocument

DRIVER: Final = "palpate"


@click.command()
@click.option("--for", "for_s", type=click.FloatRange(min=0.1, max=600), default=5.0, show_default=True, metavar="S")
@options.as_json
def scan(for_s: float, as_json: bool) -> None:
    """Look for tools in range."""
    from device.scan import scan as listen

    heard = asyncio.run(listen(for_s))
    tools = tuple(
        FoundToolDocument(
            name=tool.name,
            serial=tool.serial,
            driver=DRIVER,
            rssi_dbm=tool.rssi_dbm,
            battery_percent=tool.battery_percent,
        )
        for tool in heard
    )
    if as_json:
        click.echo(ScanDocument(tools=tools).to_json())
    elif tools:
        _show(tools)
    else:
        click.echo(f"No tool answered within {for_s:g} s: switch it on and bring it closer.")


def _show(tools: tuple[FoundToolDocument, ...]) -> None:
    table = empty_table()
    for heading in ("name", "serial", "driver", "RSSI", "battery"):
        table.add_column(heading)
    for tool in tools:
        battery = "–" if tool.battery_percent is None else f"{tool.battery_percent} %"
        table.add_row(tool.name, tool.serial, tool.driver, f"{tool.rssi_dbm} dBm", battery)
    Console(highlight=False).print(table)
