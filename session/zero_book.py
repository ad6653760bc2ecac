"""Keeps the ledger of a tool's zeros while a treatment runs; no trouble with its file ever reaches the treatment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from protocol.layout import Layout
from session.tare import Tared
from session.unknown import Unknown
from session.zero_ledger import Drift, ZeroEntry, drift, ledger_path, note, read_ledger

Aside: TypeAlias = Callable[[Callable[[], Drift | Unknown]], Awaitable[Drift | Unknown]]
"""Runs what blocks where it does not hold up the loop."""


class ZeroBook:
    """The ledgers in one data folder."""

    def __init__(self, folder: Path, aside: Aside = asyncio.to_thread) -> None:
        self._folder = folder
        self._aside = aside

    async def keep(self, tared: Tared, layout: Layout, *, simulated: bool) -> Drift | Unknown:
        """Note a zero that was measured just now, and say how the tool's zero moves. Raises `NotKept`."""
        entry = ZeroEntry(
            at=datetime.now(UTC),
            serial=layout.serial,
            simulated=simulated,
            calibration=layout.calibration.id,
            zero_n=tared.zero_n,
            noise_n=tared.noise_n,
        )
        return await self._aside(lambda: _noted(self._folder, entry))


def _noted(folder: Path, entry: ZeroEntry) -> Drift | Unknown:
    """Blocks. Where the file cannot be read any more the drift is not known."""
    path = ledger_path(folder, entry.serial)
    note(path, entry)
    return drift(read_ledger(path, entry.serial).entries)
