"""Treatments over a virtual radio in which everything goes wrong that may go wrong."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.random import Generator

from analysis.hold import Code
from analysis.live import Live
from session.cue import Cue
from session.documents import AnalysedFile
from session.inputs import Quit
from session.links import LinkName
from session.offline.measure import analyse_record
from session.plan import Cap, Plan
from session.runner import Runner
from session.simulation import intent
from session.with_tool import Treatment, treat_with
from simulator.air import virtual_tool
from simulator.radio import RadioModel
from simulator.scenario import Disconnect, FrameLoss, Happening, MtuChange, NoReading, Reset, Scenario, Silence
from simulator.tool import Tool
from tests.virtual import run_virtual

INTERVALS_S: Final = (0.015, 0.030, 0.060)
MTUS: Final = (23, 247)
SECONDS: Final = (30.0, 90.0)
"""A session lasts between these, 60 s on average."""
HANGS_S: Final = 600.0
"""Simulated; nothing in a session takes so long."""
CELL_PERCENT: Final = 0.5
"""The simulated cell's own error on top of the bounds."""

PLAN: Final = Plan(
    name="storm",
    text="Holds of 15 s at 25 N.",
    source="made up",
    confidence="none",
    target_n=25.0,
    band_percent=15.0,
    hold_s=15.0,
    repetitions=2,
    rest_s=3.0,
    cap=Cap(force_n=40.0, reasons=("a simulation",)),
)


class Storm(NamedTuple):
    """One session: radio and script."""

    seed: int
    radio: RadioModel
    scenario: Scenario


class Outcome(NamedTuple):
    """What came of it; `trouble` is "" when every promise was kept."""

    seed: int
    interval_ms: int
    mtu: int
    faults: int
    seconds: float
    samples: int
    lost: int
    trouble: str


def storm(seed: int) -> Storm:
    """Random, always the same for a seed."""
    random = np.random.default_rng([7, seed])
    seconds = float(random.uniform(*SECONDS))
    happenings = tuple(_happening(random, seconds) for _ in range(random.integers(0, 7)))
    scenario = Scenario(
        name="storm",
        text="Random faults.",
        simulated_s=seconds,
        plan=PLAN.name,
        happenings=happenings,
        first_counter=int(random.choice([0, 2**32 - 2000])),
        up_s=float(random.choice([0.0, 4280.0])),
    )
    radio = RadioModel(
        interval_s=float(random.choice(INTERVALS_S)),
        mtu=int(random.choice(MTUS)),
        event_loss=float(random.choice([0.0, 0.05, 0.2])),
        seed=seed,
    )
    return Storm(seed, radio, scenario)


def _happening(random: Generator, seconds: float) -> Happening:
    at_s, for_s = float(random.uniform(3, seconds - 5)), float(random.uniform(0.05, 4))
    match int(random.integers(7)):
        case 0:
            return Silence(at_s=at_s, for_s=for_s)
        case 1:
            return FrameLoss(at_s=at_s, for_s=2 * for_s, share=float(random.uniform(0.05, 0.9)))
        case 2:
            return NoReading(at_s=at_s, for_s=for_s)
        case 3:
            return MtuChange(at_s=at_s, mtu=int(random.choice(MTUS)))
        case 4:
            return Reset(at_s=at_s)
        case _:
            return Disconnect(at_s=at_s, for_s=for_s)


def weather(this: Storm) -> Outcome:
    """Run one session in virtual time."""
    tool = Tool(this.scenario, this.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "storm.mcap"
        try:
            run_virtual(_treat(this, tool, path))
            measured, trouble = analyse_record(path), ""
        except Exception as error:
            return _outcome(this, None, f"{type(error).__name__}: {error}")
    trouble = " ".join(_broken(measured, tool, this))
    return _outcome(this, measured, trouble)


async def _treat(this: Storm, tool: Tool, path: Path) -> None:
    surroundings = await virtual_tool(tool, this.radio)
    before = len(asyncio.all_tasks())

    def join(runner: Runner) -> None:
        """A hand that follows, and goes home when the tool's time is over."""

        leaving: list[Quit] = []

        def follow(cue: Cue, live: Live) -> None:
            tool.tell(intent(cue, live))
            if tool.over and not leaving:
                leaving.append(Quit())
                runner.hear(leaving[0])

        runner.on_cue = follow

    treatment = Treatment(LinkName("ble", tool.serial), PLAN, lambda _serial: path, "proof", surroundings.backend)
    try:
        async with asyncio.timeout(HANGS_S):
            await treat_with(treatment, join)
        if len(asyncio.all_tasks()) > before:
            raise RuntimeError("tasks are left")
    finally:
        await surroundings.close()


def _broken(measured: AnalysedFile, tool: Tool, this: Storm) -> list[str]:
    """Promises that were not kept."""
    signal, troubles = measured.signal, []
    slots = signal.samples + signal.lost_samples
    if sum(gap.lost for gap in signal.gaps) != signal.lost_samples:
        troubles.append("gaps and losses differ")
    resets = any(isinstance(each, Reset) for each in this.scenario.happenings)
    if not resets and abs(slots / 100 - signal.duration_s) > 0.05 + 1e-4 * signal.duration_s:
        troubles.append(f"{slots} slots in {signal.duration_s:.2f} s")
    cut = any(
        verdict.code is Code.CUT and verdict.metric == "end_s" for hold in measured.holds for verdict in hold.verdicts
    )
    truth, low, high = tool.truth.dose_kpa_s, measured.totals.dose_kpa_s, measured.totals.dose_high_kpa_s
    slack = CELL_PERCENT / 100
    if (
        low is not None
        and high is not None
        and not low * (1 - slack) <= truth <= high * (1 + slack)
        and not (resets or cut)
    ):
        troubles.append(f"dose {low:.0f} to {high:.0f}, truth {truth:.0f}")
    return troubles


def _outcome(this: Storm, measured: AnalysedFile | None, trouble: str) -> Outcome:
    return Outcome(
        this.seed,
        round(1000 * this.radio.interval_s),
        this.radio.mtu,
        len(this.scenario.happenings),
        this.scenario.simulated_s,
        measured.signal.samples if measured else 0,
        measured.signal.lost_samples if measured else 0,
        trouble,
    )
