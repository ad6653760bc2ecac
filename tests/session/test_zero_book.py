from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from protocol.layout import Layout
from session.errors import NotKept
from session.tare import Tared
from session.unknown import Unknown
from session.zero_book import ZeroBook
from session.zero_ledger import Drift, ZeroEntry, days_left, ledger_path, note, read_ledger
from simulator.scenario import Scenario
from simulator.tool import Tool

LAYOUT = Layout.from_bytes(Tool(Scenario(name="test", text="A test.", simulated_s=60, serial="PT-7"), 1).layout)
TARED = Tared(3.0, 0.25, 0.01, 1, 7)


def test_a_zero_is_noted_with_what_it_can_be_compared_by(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    drift = asyncio.run(ZeroBook(tmp_path).keep(TARED, LAYOUT, simulated=True))
    assert isinstance(drift, Unknown)
    (entry,) = read_ledger(ledger_path(tmp_path, "PT-7"), "PT-7").entries
    assert (entry.serial, entry.simulated, entry.calibration) == ("PT-7", True, LAYOUT.calibration.id)
    assert (entry.zero_n, entry.noise_n) == (0.25, 0.01)
    assert before <= entry.at <= datetime.now(UTC)


def test_with_the_zeros_of_other_days_it_says_how_the_zero_moves(tmp_path: Path) -> None:
    path, now = ledger_path(tmp_path, "PT-7"), datetime.now(UTC)
    for days, zero_n in ((4, 0.05), (2, 0.15)):
        at = now - timedelta(days=days)
        note(path, ZeroEntry(
            at=at, serial="PT-7", simulated=False, calibration=LAYOUT.calibration.id, zero_n=zero_n, noise_n=0.0
        ))  # fmt: skip
    drift = asyncio.run(ZeroBook(tmp_path).keep(TARED, LAYOUT, simulated=False))
    assert isinstance(drift, Drift)
    assert drift.n_per_day == pytest.approx(0.05, rel=1e-3)
    assert drift.days == pytest.approx(4.0, rel=1e-3)
    assert drift.entries == 3


def test_the_file_is_touched_beside_the_loop(tmp_path: Path) -> None:
    names: list[str] = []

    async def aside(work: object) -> Drift | Unknown:
        assert callable(work)

        def named() -> Drift | Unknown:
            names.append(threading.current_thread().name)
            found: Drift | Unknown = work()
            return found

        return await asyncio.to_thread(named)

    asyncio.run(ZeroBook(tmp_path, aside).keep(TARED, LAYOUT, simulated=True))
    assert names != [threading.main_thread().name]
    assert len(names) == 1


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "zeros").write_bytes(b"no folder")
    with pytest.raises(NotKept, match=r"the zero could not be noted in .*make room there"):
        asyncio.run(ZeroBook(tmp_path).keep(TARED, LAYOUT, simulated=True))


@pytest.mark.parametrize(
    ("n_per_day", "zero_n", "days"),
    [(0.1, 0.5, 25.0), (-0.1, 0.5, 35.0), (0.1, -0.5, 35.0), (-0.1, -3.5, -5.0), (0.0, 2.0, float("inf"))],
)
def test_a_zero_that_goes_on_moving_reaches_its_limit_on_one_side(n_per_day: float, zero_n: float, days: float) -> None:
    assert days_left(Drift(n_per_day, 10, 9), zero_n, 3.0) == pytest.approx(days)
