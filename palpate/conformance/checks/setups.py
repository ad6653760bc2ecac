"""Setup is for paired computers only (docs/protocol.md §2, §9)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from bleak.exc import BleakError

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group, Need
from palpate.conformance.verdict import NotApplicable, Violation, expect
from palpate.conformance.wire import Answer, Wire
from protocol import uuids
from protocol.control import PARAMETERS, Command, Request, Result, Setting
from protocol.layout import Feature, calibration_crc

SETUP = Group("setup")

PERCENT: Final = (Setting.VIBRATION_PERCENT, Setting.BRIGHTNESS_PERCENT)
UNLISTED: Final = 4
"""A setting, and a coefficient, that there is not."""
STRANGE: Final = 12_345.0
"""A zero that no tool has: it is kept aside and never committed."""


@asynccontextmanager
async def _paired(bench: Bench) -> AsyncIterator[Wire]:
    """Connect, pair and subscribe to Setup and Control, with no stream."""
    async with bench.idle() as wire:
        await _with_setup(wire)
        with suppress(NotImplementedError):  # some systems pair only when something needs it
            await wire.client.pair()
        await wire.subscribe(uuids.SETUP)
        yield wire


async def _with_setup(wire: Wire) -> None:
    if Feature.SETUP not in (await wire.layout()).features:
        raise NotApplicable("this tool has no setup")


async def _ask(wire: Wire, command: Command, *parameters: float) -> Answer:
    return await wire.ask_setup(command, Request.of(command, 1, *parameters).body)


@SETUP.check("§2, §9")
async def setup_refuses_an_unencrypted_write(bench: Bench) -> None:
    """Setup answers an unencrypted write with an ATT error."""
    async with bench.connected() as wire:
        await _with_setup(wire)
        try:
            await wire.write(bytes(Request.of(Command.GET, 1, Setting.BRIGHTNESS_PERCENT)), uuids.SETUP)
        except BleakError:
            return
    if bench.pairs_by_itself:
        raise NotApplicable("this computer pairs by itself, or is paired: remove the tool from its list and refuse")
    raise Violation("ATT error 0x0f or 0x05", "the write was accepted")


@SETUP.check("§9", Need.PAIRED)
async def settings_are_kept(bench: Bench) -> None:
    """GET answers what SET was told, also in the next connection."""
    async with _paired(bench) as wire:
        before = (await _ask(wire, Command.GET, Setting.BRIGHTNESS_PERCENT)).must_be(Result.OK).values[0]
        wanted = 41 if before != 41 else 42
        (await _ask(wire, Command.SET, Setting.BRIGHTNESS_PERCENT, wanted)).must_be(Result.OK)
    async with _paired(bench) as wire:
        after = (await _ask(wire, Command.GET, Setting.BRIGHTNESS_PERCENT)).must_be(Result.OK)
        (await _ask(wire, Command.SET, Setting.BRIGHTNESS_PERCENT, before)).must_be(Result.OK)
    expect(after.values == (wanted,), f"{wanted} %", after.data)


@SETUP.check("§9", Need.PAIRED)
async def bad_settings_are_refused(bench: Bench) -> None:
    """A setting that is not listed and a value out of its range answer BAD_VALUE."""
    async with _paired(bench) as wire:
        for setting in PERCENT:
            (await _ask(wire, Command.SET, setting, 101)).must_be(Result.BAD_VALUE)
        for number in (0, UNLISTED):
            (await _ask(wire, Command.SET, number, 1)).must_be(Result.BAD_VALUE)
            (await _ask(wire, Command.GET, number)).must_be(Result.BAD_VALUE)


@SETUP.check("§9", Need.PAIRED)
async def bad_coefficients_are_refused(bench: Bench) -> None:
    """A channel that there is not, a k above 3 and a coefficient that is no number answer BAD_VALUE."""
    async with _paired(bench) as wire:
        channels = len((await wire.layout()).channels)
        for channel, k, value in ((channels, 0, 0.0), (0, UNLISTED, 0.0), (0, 0, float("nan")), (0, 1, float("inf"))):
            (await _ask(wire, Command.SET_COEFFICIENT, channel, k, value)).must_be(Result.BAD_VALUE)


@SETUP.check("§9", Need.PAIRED)
async def commands_of_control_are_unknown_on_setup(bench: Bench) -> None:
    """The commands of Control answer UNKNOWN on Setup."""
    async with _paired(bench) as wire:
        for command in (each for each in Command if each < Command.SET_COEFFICIENT):
            (await wire.ask_setup(command, bytes(PARAMETERS[command].size))).must_be(Result.UNKNOWN)


@SETUP.check("§9", Need.PAIRED)
async def commit_with_a_wrong_crc_changes_nothing(bench: Bench) -> None:
    """COMMIT with a CRC that does not match answers BAD_VALUE and drops what was kept aside."""
    async with _paired(bench) as wire:
        before, right = await wire.read(uuids.LAYOUT), await _crc(wire)
        (await _ask(wire, Command.SET_COEFFICIENT, 0, 0, STRANGE)).must_be(Result.OK)
        (await _ask(wire, Command.COMMIT, right)).must_be(Result.BAD_VALUE)
        after = await wire.read(uuids.LAYOUT)
        again = await _ask(wire, Command.COMMIT, right)
    expect(after == before, f"the layout as before, {before.hex(' ')}", after)
    again.must_be(Result.OK)


@SETUP.check("§9", Need.PAIRED)
async def disconnect_drops_what_is_kept_aside(bench: Bench) -> None:
    """A coefficient that was not committed is gone with its connection."""
    async with _paired(bench) as wire:
        (await _ask(wire, Command.SET_COEFFICIENT, 0, 0, STRANGE)).must_be(Result.OK)
    async with _paired(bench) as wire:
        (await _ask(wire, Command.COMMIT, await _crc(wire))).must_be(Result.OK)


async def _crc(wire: Wire) -> int:
    """Of the calibration as it is: a COMMIT with it leaves everything as it was."""
    layout = await wire.layout()
    return calibration_crc(layout.channels, layout.calibration)
