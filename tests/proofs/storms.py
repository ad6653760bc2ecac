"""Treatments over a virtual radio in which everything goes wrong that may go wrong."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.random import Generator

from analysis.live import Live
from protocol.errors import FrameError
from protocol.frames import FrameType, SampleFrame
from protocol.link import Channel, Payload
from protocol.status import Status
from session.cue import Cue
from session.documents import AnalysedFile
from session.inputs import Quit
from session.links import LinkName
from session.offline.measure import analyse_record
from session.plan import Cap, Plan
from session.playback import read_record
from session.runner import Runner
from session.simulation import intent
from session.with_tool import Treatment, treat_with
from simulator.air import virtual_tool
from simulator.hand import Intent
from simulator.happenings.every import Happening
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.sensor import NoReading
from simulator.happenings.tool import Disconnect, MtuChange, Reset
from simulator.radio_model import RadioModel
from simulator.scenario import Scenario
from tests.proofs.witness import Damage, Garbling, Witness
from tests.virtual import run_virtual

INTERVALS_S: Final = (0.015, 0.030, 0.060)
MTUS: Final = (23, 247)
SECONDS: Final = (30.0, 90.0)
"""A session lasts between these, 60 s on average."""
LEAVES_S: Final = 5.0
"""Before its end the hand lets go, so that the session does not end in a hold whose true end nobody knows."""
HANGS_S: Final = 600.0
"""Simulated, beyond its own time; nothing in a session takes so long."""
CELL_PERCENT: Final = 0.5
"""The simulated cell's own error on top of the bounds."""
_WRAP: Final = 1 << 32
_HALF: Final = _WRAP // 2
"""Counters are u32: two of them are less than half the circle apart."""

PLAN: Final = Plan(
    name="storm",
    text="Holds of 15 s at 25 N.",
    source="made up",
    confidence="none",
    target_n=25.0,
    band_percent=15.0,
    hold_s=15.0,
    repetitions=9,
    rest_s=3.0,
    cap=Cap(force_n=40.0, reasons=("a simulation",)),
)


class Storm(NamedTuple):
    """One session: radio and script."""

    seed: int
    radio: RadioModel
    scenario: Scenario
    garblings: tuple[Garbling, ...] = ()
    plan: Plan = PLAN

    @property
    def knowable(self) -> bool:
        """Whether each slot of the tool can be told from its bytes: not with false bits."""
        return all(each.damage is not Damage.FLIPPED for each in self.garblings)


class Outcome(NamedTuple):
    """What came of it; `trouble` is "" when every promise was kept."""

    seed: int
    interval_ms: int
    mtu: int
    faults: int
    seconds: float
    samples: int
    lost: int
    counted: bool
    """Whether each slot could be accounted for."""
    dosed: bool
    """Whether the dose could be compared with the truth."""
    trouble: str


def storm(seed: int) -> Storm:
    """Random, always the same for a seed."""
    random = np.random.default_rng([7, seed])
    seconds = float(random.uniform(*SECONDS))
    mtu = int(random.choice(MTUS))
    happenings = tuple(happening(random, seconds, mtu) for _ in range(random.integers(0, 7)))
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
        mtu=mtu,
        event_loss=float(random.choice([0.0, 0.05, 0.2])),
        seed=seed,
    )
    garblings = tuple(_garbling(random, seconds) for _ in range(random.integers(0, 3)))
    return Storm(seed, radio, scenario, garblings)


def happening(random: Generator, seconds: float, most: int) -> Happening:
    """Any fault, at any moment but the first and the last seconds; `most` is the largest MTU that the link has."""
    at_s, for_s = float(random.uniform(3, seconds - 5)), float(random.uniform(0.05, 4))
    match int(random.integers(7)):
        case 0:
            return Silence(at_s=at_s, for_s=for_s)
        case 1:
            return FrameLoss(at_s=at_s, for_s=2 * for_s, share=float(random.uniform(0.05, 0.9)))
        case 2:
            return NoReading(at_s=at_s, for_s=for_s)
        case 3:
            return MtuChange(at_s=at_s, mtu=int(random.choice([mtu for mtu in MTUS if mtu <= most])))
        case 4:
            return Reset(at_s=at_s)
        case _:
            return Disconnect(at_s=at_s, for_s=for_s)


def _garbling(random: Generator, seconds: float) -> Garbling:
    damage = Damage(str(random.choice([*Damage])))
    return Garbling(
        damage, float(random.uniform(3, seconds)), float(random.uniform(0.1, 10)), random.uniform(0.02, 0.6)
    )


def weather(this: Storm, tool: Witness | None = None) -> Outcome:
    """Run one session in virtual time, with its own tool unless another one watches."""
    tool = tool or Witness(this.scenario, this.seed, this.garblings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "storm.mcap"
        try:
            run_virtual(_treat(this, tool, path))
            measured = analyse_record(path)
            broken = [*_unaccounted(measured, path, tool, this), *_misdosed(measured, path, tool, this)]
        except Exception as error:
            return _outcome(this, tool, None, f"{type(error).__name__}: {error}")
    return _outcome(this, tool, measured, "; ".join(broken))


async def _treat(this: Storm, tool: Witness, path: Path) -> None:
    surroundings = await virtual_tool(tool, this.radio)
    before = len(asyncio.all_tasks())

    def join(runner: Runner) -> None:
        """A hand that follows, and goes home when the tool's time is over."""

        leaving: list[Quit] = []

        def follow(cue: Cue, live: Live) -> None:
            leaves = tool.simulated_s > this.scenario.simulated_s - LEAVES_S
            tool.tell(Intent(0.0) if leaves else intent(cue, live))
            if tool.over and not leaving:
                leaving.append(Quit())
                runner.hear(leaving[0])

        runner.on_cue = follow

    treatment = Treatment(LinkName("ble", tool.serial), this.plan, lambda _serial: path, "proof", surroundings.backend)
    try:
        async with asyncio.timeout(this.scenario.simulated_s + HANGS_S):
            await treat_with(treatment, join)
        if len(asyncio.all_tasks()) > before:
            raise RuntimeError("tasks are left")
    finally:
        await surroundings.close()


def _unaccounted(measured: AnalysedFile, path: Path, tool: Witness, this: Storm) -> Iterator[str]:
    """Bytes that nobody sent, and slots that are neither a reading nor declared as lost."""
    signal = measured.signal
    payloads = read_record(path).payloads
    if not tool.carried_frames.issuperset(each.data for each in payloads if each.channel is Channel.SAMPLES):
        yield "frames that were never sent"
    if sum(gap.lost for gap in signal.gaps) != signal.lost_samples:
        yield "gaps and losses differ"
    if this.knowable:
        there = _stretch(payloads, tool)
        if signal.samples != there.readings:
            yield f"readings differ: {signal.samples} of {there.readings}"
        if signal.samples + signal.lost_samples != there.slots:
            yield f"slots differ: {signal.samples} and {signal.lost_samples} lost of {there.slots}"


class Stretch(NamedTuple):
    """From the first reading to the last that was received."""

    slots: int
    readings: int
    last: tuple[int, int]
    """The last reading: the id of the tool's start, and its counter."""


def _stretch(payloads: Sequence[Payload], tool: Witness) -> Stretch:
    """How many slots there are, and how many of them are readings.

    A tool that restarted counts anew, and nobody knows what it measured unheard before: one slot stands for that.
    """
    readings, begins, last = list[int](), 0, (0, 0)
    for boot_id, slots in _boots(payloads, tool):
        first = min(slots)
        counters = [counter for counter, reading in slots.items() if reading]
        readings.extend(begins + counter - first for counter in counters)
        begins += max(slots) - first + 2
        last = (boot_id, max(counters)) if counters else last
    return Stretch(max(readings) - min(readings) + 1, len(readings), last)


def _boots(payloads: Sequence[Payload], tool: Witness) -> list[tuple[int, dict[int, bool]]]:
    """For each start of the tool its id, and the slots that were received, counted from its first, with whether they
    have a reading."""
    boots = list[tuple[int, dict[int, bool]]]()
    for payload in payloads:
        if payload.channel is Channel.STATUS:
            boot_id = Status.from_bytes(payload.data).boot_id
            if boot_id not in (known for known, _ in boots):
                boots.append((boot_id, {}))
        for counter, reading in _rows(payload, tool):
            slots = boots[-1][1]
            first = next(iter(slots), counter)
            slots[(counter - first + _HALF) % _WRAP - _HALF + first] = reading
    return [(boot_id, slots) for boot_id, slots in boots if slots]


def _rows(payload: Payload, tool: Witness) -> Iterator[tuple[int, bool]]:
    """Counter of each slot of a whole frame of readings, and whether it has one."""
    if payload.channel is not Channel.SAMPLES or payload.data[0] not in (FrameType.SAMPLES, FrameType.LATE):
        return
    try:
        frame = SampleFrame.from_bytes(payload.data, tool.columns)
    except FrameError:
        return
    for place, row in enumerate(frame.counts.tolist()):
        yield frame.counter + place, row[0] != tool.columns[0].no_reading


def _misdosed(measured: AnalysedFile, path: Path, tool: Witness, this: Storm) -> Iterator[str]:
    """A true dose, up to the last reading, that lies outside the bounds."""
    bounds = _bounds_kpa_s(measured)
    if not this.knowable or bounds is None:
        return
    truth = tool.truth_to(*_stretch(read_record(path).payloads, tool).last).dose_kpa_s
    low, high = bounds
    slack = CELL_PERCENT / 100
    if not low * (1 - slack) <= truth <= high * (1 + slack):
        yield f"dose {low:.0f} to {high:.0f}, truth {truth:.0f}"


def _bounds_kpa_s(measured: AnalysedFile) -> tuple[float, float] | None:
    """Of all that was pressed, in the holds and unseen; None where the upper one is not known."""
    totals = measured.totals
    if totals.dose_kpa_s is None or totals.dose_high_kpa_s is None or totals.unseen_high_kpa_s is None:
        return None
    return totals.dose_kpa_s, totals.dose_high_kpa_s + totals.unseen_high_kpa_s


def _outcome(this: Storm, tool: Witness, measured: AnalysedFile | None, trouble: str) -> Outcome:
    return Outcome(
        this.seed,
        round(1000 * this.radio.interval_s),
        this.radio.mtu,
        len(this.scenario.happenings) + len(this.garblings),
        measured.signal.duration_s if measured else 0.0,
        measured.signal.samples if measured else 0,
        measured.signal.lost_samples if measured else 0,
        measured is not None and this.knowable,
        measured is not None and this.knowable and _bounds_kpa_s(measured) is not None,
        trouble,
    )
