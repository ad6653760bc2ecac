from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bleak import BleakClient, BleakScanner

from protocol import uuids
from simulator.air import virtual_tool
from simulator.radio_model import RadioModel
from tests.pretend import PretendTool, number_of
from tests.simulator.test_bleak_backend import START, heard
from tests.virtual import run_virtual

ROOT = Path(__file__).parents[2]


async def arrivals(radio: RadioModel, for_s: float = 10) -> list[tuple[float, int]]:
    """Return when each of a hundred frames a second arrived, and its number."""
    loop, seen = asyncio.get_running_loop(), list[tuple[float, int]]()
    tools = await virtual_tool(PretendTool(), radio)
    async with BleakClient(await heard(tools), backend=tools.backend.client) as client:
        await client.start_notify(uuids.SAMPLES, lambda _, value: seen.append((loop.time(), number_of(bytes(value)))))
        await client.write_gatt_char(uuids.CONTROL, START, response=True)
        await asyncio.sleep(for_s)
    await tools.close()
    return seen


@pytest.mark.parametrize("interval_s", [0.0, 0.0075, 0.06])
def test_data_move_at_connection_events_only(interval_s: float) -> None:
    times_s = [time_s for time_s, _ in run_virtual(arrivals(RadioModel(interval_s=interval_s)))]
    assert len(times_s) >= 900
    if interval_s:
        events = [time_s / interval_s for time_s in times_s]
        assert events == pytest.approx([round(event) for event in events], abs=1e-6)


def test_an_event_carries_at_most_its_packets() -> None:
    times_s = [time_s for time_s, _ in run_virtual(arrivals(RadioModel(interval_s=0.06, packets_per_event=3)))]
    assert max(times_s.count(time_s) for time_s in set(times_s)) == 3


def test_lost_events_delay_and_lose_nothing() -> None:
    good, bad = (run_virtual(arrivals(RadioModel(event_loss=loss))) for loss in (0.0, 0.3))
    numbers = [number for _, number in bad]
    assert numbers == list(range(len(numbers)))
    start_s = [seen[0][0] for seen in (good, bad)]
    late_s = [
        [time_s - first_s - number / 100 for time_s, number in seen]
        for seen, first_s in zip((good, bad), start_s, strict=True)
    ]
    assert max(late_s[0]) <= 0.015 + 1e-9
    assert 0.03 <= max(late_s[1]) <= 0.5


async def adverts_in_20_s(loss: float) -> int:
    """Return how many adverts a scanner hears."""
    tools = await virtual_tool(PretendTool(), RadioModel(advert_loss=loss))
    heard_s = list[float]()
    loop = asyncio.get_running_loop()
    async with BleakScanner(lambda _device, _said: heard_s.append(loop.time()), backend=tools.backend.scanner):
        await asyncio.sleep(20)
    await tools.close()
    return len(set(heard_s))


def test_lost_adverts_are_not_heard() -> None:
    assert run_virtual(adverts_in_20_s(0.0)) == 200
    assert 70 < run_virtual(adverts_in_20_s(0.5)) < 130
    assert run_virtual(adverts_in_20_s(1.0)) == 0


def test_the_seed_decides_the_losses() -> None:
    first, again, other = (run_virtual(arrivals(RadioModel(event_loss=0.2, seed=seed), for_s=5)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_two_processes_with_other_hash_seeds_give_the_same_payloads_at_the_same_times() -> None:
    runs = [_in_a_process_of_its_own(hash_seed) for hash_seed in ("1", "4242")]
    assert len(runs[0]) > 1_000
    assert runs[0] == runs[1]


def _in_a_process_of_its_own(hash_seed: str) -> list[list[object]]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.simulator.one_run"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
        text=True,
    )
    payloads: list[list[object]] = json.loads(done.stdout)
    return payloads
