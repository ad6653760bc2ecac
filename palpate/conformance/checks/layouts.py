"""Layout (docs/protocol.md §4): the bytes by the rules, and when they change."""

from __future__ import annotations

from palpate.conformance import layout_rules
from palpate.conformance.bench import Bench
from palpate.conformance.check import Group, Need, Run
from palpate.conformance.verdict import expect
from protocol import uuids
from protocol.control import Command, Result

LAYOUT = Group("layout")


def _by(rule: layout_rules.Rule) -> Run:
    """The check that reads the layout and applies the rule."""

    async def run(bench: Bench) -> None:
        async with bench.connected() as wire:
            rule(await wire.read(uuids.LAYOUT))

    run.__name__, run.__doc__ = f"layout_{rule.__name__}", rule.__doc__
    return run


for _rule in layout_rules.RULES:
    LAYOUT.check("§4")(_by(_rule))


@LAYOUT.check("§4, §6")
async def layout_stays_within_a_stream(bench: Bench) -> None:
    """The layout is constant within a stream, over a tare too."""
    async with bench.streaming() as (wire, _):
        await wire.sampling()
        before = await wire.read(uuids.LAYOUT)
        (await wire.ask(Command.TARE)).must_be(Result.OK, Result.UNKNOWN)
        after = await wire.read(uuids.LAYOUT)
    expect(after == before, f"the layout as before, {before.hex(' ')}", after)


@LAYOUT.check("§2, §4", Need.NARROW)
async def layout_is_read_whole_at_mtu_23(bench: Bench) -> None:
    """The whole layout can be read in parts of 22 bytes."""
    async with bench.connected() as wire:
        expect(wire.mtu == 23, "MTU 23", f"{wire.mtu}")
        data = await wire.read(uuids.LAYOUT)
    layout_rules.crc_is_right(data)
