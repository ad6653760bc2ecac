"""The stop latch (docs/protocol.md §7.1), which needs a hand on the button."""

from __future__ import annotations

import asyncio
from typing import Final

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group, Need
from palpate.conformance.people import Deed
from palpate.conformance.verdict import NotApplicable, expect
from palpate.conformance.wire import Wire
from protocol.control import Command, Result
from protocol.events import Button, EventType, ToolEvent
from protocol.frames import ToolFlag
from protocol.layout import Feature

STOP = Group("stop")

SETTLED_S: Final = 0.5
EVENT_S: Final = 1.0


async def _latched(bench: Bench, wire: Wire) -> int:
    """Have the patient's button pressed; where in what was heard that began."""
    if Feature.PATIENT_BUTTON not in (await wire.layout()).features:
        raise NotApplicable("this tool has no patient's button")
    await wire.sampling()
    mark = len(wire.heard)
    await bench.person.do(Deed.BUTTON_DOWN)
    await _event(wire, mark, EventType.STOP, (1, Button.PATIENT), bench.person.patience_s)
    return mark


async def _event(wire: Wire, mark: int, kind: EventType, values: tuple[int, int], limit_s: float) -> ToolEvent:
    def there() -> ToolEvent | None:
        return next((each for each in wire.events(mark) if (each.type, each.values) == (kind, values)), None)

    event = await wire.until(there, limit_s)
    expect(
        event is not None, f"an event {kind.name} with {values}", f"{[(e.type, e.values) for e in wire.events(mark)]}"
    )
    assert event is not None
    return event


async def _up_and_cleared(bench: Bench, wire: Wire, mark: int) -> None:
    await bench.person.do(Deed.BUTTON_UP)
    await _event(wire, mark, EventType.BUTTON, (Button.PATIENT, 0), bench.person.patience_s)
    (await wire.ask(Command.CLEAR_STOP)).must_be(Result.OK)


async def _flags(wire: Wire) -> int:
    await asyncio.sleep(SETTLED_S)
    return (await wire.frames())[-1].frame.flags


@STOP.check("§7, §7.1", Need.PRESS)
async def button_latches_a_stop(bench: Bench) -> None:
    """The patient's button makes the events BUTTON and STOP, and sets bit 4 in the flags of every frame."""
    async with bench.streaming() as (wire, _):
        mark = await _latched(bench, wire)
        flags = await _flags(wire)
        kinds = [event.type for event in wire.events(mark)][:2]
        await _up_and_cleared(bench, wire, mark)
    expect(kinds == [EventType.BUTTON, EventType.STOP], "events BUTTON, then STOP", f"{kinds}")
    expect(bool(flags & ToolFlag.STOP_LATCHED), "bit 4 of the flags as 1", f"flags 0x{flags:02x}")


@STOP.check("§8.12", Need.PRESS)
async def stop_is_cleared_when_the_button_is_up(bench: Bench) -> None:
    """CLEAR_STOP answers WRONG_STATE while the button is down; afterwards OK, with an event, and bit 4 is 0."""
    async with bench.streaming() as (wire, _):
        mark = await _latched(bench, wire)
        down = await wire.ask(Command.CLEAR_STOP)
        await _up_and_cleared(bench, wire, mark)
        await _event(wire, mark, EventType.STOP, (0, Button.COMMAND), EVENT_S)
        flags = await _flags(wire)
    down.must_be(Result.WRONG_STATE)
    expect(not flags & ToolFlag.STOP_LATCHED, "bit 4 of the flags as 0", f"flags 0x{flags:02x}")


@STOP.check("§7.1", Need.PRESS)
async def stop_survives_a_disconnect(bench: Bench) -> None:
    """The latch survives a disconnect: bit 4 is set in Status and frames of the next connection."""
    async with bench.idle() as wire:
        await wire.start()
        mark = await _latched(bench, wire)
        await bench.person.do(Deed.BUTTON_UP)
        await _event(wire, mark, EventType.BUTTON, (Button.PATIENT, 0), bench.person.patience_s)
    async with bench.listening() as wire:
        status = await wire.status()
        await wire.start()
        await wire.sampling()
        flags = await _flags(wire)
        (await wire.ask(Command.CLEAR_STOP)).must_be(Result.OK)
        await wire.ask(Command.STOP)
    both = bool(status.flags & flags & ToolFlag.STOP_LATCHED)
    expect(both, "bit 4 of the flags as 1", f"Status 0x{status.flags:02x}, frames 0x{flags:02x}")
