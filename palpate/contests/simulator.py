"""How much faster than real time the simulator is: what a run may cost is the yardstick."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from palpate.contests.contest import Measured, Outcome, Skipped
from protocol.control import Command, Request
from protocol.link import Channel
from session.rehearsal import Rehearsal, rehearse
from session.simulation import Air
from simulator.library import SCENARIOS
from simulator.scenario import Scenario
from simulator.tool import Tool
from simulator.virtual_time import VirtualLoop

REPEATS: Final = 3
"""They take minutes otherwise; the limits are no ratios to a neighbour's speed."""
HOUR_S: Final = 3600.0
MINUTES_S: Final = 600.0
MTU: Final = 247
FIXTURE_S: Final = 0.3
TREATMENT_S: Final = 60.0


def simulator() -> Iterator[Outcome]:
    """Its figures."""
    for rate_hz, times, simulated_s in ((100, 3000, HOUR_S), (1000, 500, MINUTES_S)):
        yield _at_least(f"bytes.{rate_hz}hz", times, simulated_s, _to_bytes(rate_hz, simulated_s))
    if find_spec("bumble") is None:
        yield Skipped("simulator.ble", "bumble is not installed: pip install palpate-app[sim]")
        return
    yield _at_least("ble.scripted", 15, SCENARIOS["scripted"].simulated_s, _over_bluetooth)
    yield _at_most("fixture.scan_and_connect", FIXTURE_S, _scan_and_connect)
    yield _at_most("treatment.20min", TREATMENT_S, _treatment)


def _at_least(name: str, times: int, simulated_s: float, run: Callable[[], None]) -> Measured:
    return _measured(name, f"{times:,} × real time", simulated_s / times, run)


def _at_most(name: str, limit_s: float, run: Callable[[], None]) -> Measured:
    return _measured(name, f"{limit_s:g} s", limit_s, run)


def _measured(name: str, versus: str, allowed_s: float, run: Callable[[], None]) -> Measured:
    spent_s = tuple(_seconds(run) for _ in range(REPEATS))
    return Measured(f"simulator.{name}", spent_s, versus, (allowed_s,) * REPEATS, 1.0)


def _seconds(run: Callable[[], None]) -> float:
    """By the wall's clock and one core, whichever is less: waiting for a busy neighbour is not ours, threads are."""
    start_s, start_cpu_s = time.perf_counter(), time.process_time()
    run()
    return min(time.perf_counter() - start_s, time.process_time() - start_cpu_s)


def _to_bytes(rate_hz: int, simulated_s: float) -> Callable[[], None]:
    """Presses of 30 s with rests of 10 s, from power-on to the last payload."""
    presses = [{"at_s": 2 + 40 * k, "force_n": 30, "for_s": 30} for k in range(int(simulated_s / 40))]
    values = {"name": "hours", "text": "Presses.", "simulated_s": simulated_s, "rate_hz": rate_hz, "presses": presses}
    scenario = Scenario.model_validate(values)

    def run() -> None:
        tool = Tool(scenario, seed=1)
        tool.connect(0.0, MTU)
        tool.write_control(0.0, bytes(Request.of(Command.START, 1, 0)))
        notes = tool.advance(simulated_s + 2)
        assert len(notes) >= simulated_s * 20, "a tool sends 20 frames a second at least"

    return run


def _over_bluetooth() -> None:
    """A scripted minute through bleak, with a record."""
    with tempfile.TemporaryDirectory() as folder:
        rehearsal = Rehearsal(
            scenario=SCENARIOS["scripted"],
            seed=1,
            plan=None,
            air=Air.BLE,
            speed=None,
            record=Path(folder) / f"{datetime.now(UTC):%H%M%S%f}.mcap",
            software="benchmark",
        )
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(rehearse(rehearsal, rehearsal.tool()))


def _scan_and_connect() -> None:
    """What a test's fixture does: power on, scan, connect, discover, and all of it off again."""
    from session.simulation import simulated_link

    async def once() -> None:
        async with simulated_link(Tool(SCENARIOS["untouched"], 1), Air.BLE) as link:
            first = await anext(link.payloads())  # a link that reconnects is open before it is connected
            assert first.channel is Channel.LAYOUT

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(once())


def _treatment() -> None:
    from palpate.contests.long_treatment import long_treatment

    with tempfile.TemporaryDirectory() as folder:
        long_treatment(Path(folder) / "long.mcap")
