"""Setup is for paired computers only (docs/protocol.md §2, §9)."""

from __future__ import annotations

from bleak.exc import BleakError

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.verdict import NotApplicable, Violation
from protocol import uuids
from protocol.control import Command, Request, Setting
from protocol.layout import Feature

SETUP = Group("setup")


@SETUP.check("§2, §9")
async def setup_refuses_an_unencrypted_write(bench: Bench) -> None:
    """Setup answers an unencrypted write with an ATT error."""
    async with bench.connected() as wire:
        if Feature.SETUP not in (await wire.layout()).features:
            raise NotApplicable("this tool has no setup")
        try:
            await wire.write(bytes(Request.of(Command.GET, 1, Setting.BRIGHTNESS_PERCENT)), uuids.SETUP)
        except BleakError:
            return
    if bench.pairs_by_itself:
        raise NotApplicable("this computer pairs by itself, or is paired: remove the tool from its list and refuse")
    raise Violation("ATT error 0x0f or 0x05", "the write was accepted")
