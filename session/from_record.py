"""A record as a scenario: the force at the tip as it was measured, and the faults as they were seen.

Nothing else is taken over: no name, no plan, no serial number, no note, no time of day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from protocol.blocks import SATURATED, SampleBlock, SampleFlag
from protocol.control import Result
from protocol.errors import FrameError
from protocol.link import Channel, Payload
from protocol.status import Status
from session.errors import InputError
from session.playback import Recorded
from session.tool_stream import ToolStream
from session.truth import markers
from simulator.happenings.every import Happening, Marker
from simulator.happenings.frames import Silence
from simulator.happenings.radio import RadioFault
from simulator.happenings.sensor import SaturatedSensor, StuckSensor
from simulator.happenings.tissue import TissueSoftening
from simulator.happenings.tool import Disconnect, Reset
from simulator.scenario import Scenario
from simulator.simplified import simplified

TOLERANCE_N: Final = 0.1
"""How far the curve may be from a reading: a few times the noise of a good cell."""
MOST_N: Final = 160.0
"""What a simulated tip can be pressed with."""
RATES_HZ: Final = (50, 100, 200, 1000)
GAP_PERIODS: Final = 1.5


class _Seen(NamedTuple):
    """Readings in the order of time, from the first one on."""

    time_s: NDArray[np.float64]
    force_n: NDArray[np.float64]
    flags: NDArray[np.uint8]
    breaks: tuple[tuple[float, bool], ...]
    """When a connection ended, in seconds of the readings, and whether the tool had restarted at the next one."""
    markers: tuple[Marker, ...]
    rate_hz: float


def scenario_from(recorded: Recorded, name: str) -> Scenario:
    """What happened in a record, to be run again; raises `InputError` where it holds no readings."""
    seen = _look(recorded)
    happenings = tuple(_known(seen) if seen.markers else _guessed(seen))
    curve = simplified(seen.time_s, np.clip(seen.force_n, 0.0, MOST_N), TOLERANCE_N)
    whole_s = float(seen.time_s[-1]) + 1 / seen.rate_hz
    return Scenario(
        name=name,
        text=f"Made from a record of {whole_s:.0f} s.",
        simulated_s=round(whole_s, 3),
        curve=tuple((round(time_s, 4), round(force_n, 3)) for time_s, force_n in curve),
        happenings=happenings,
        rate_hz=min(RATES_HZ, key=lambda rate_hz: abs(rate_hz - seen.rate_hz)),
    )


def _look(recorded: Recorded) -> _Seen:
    tool, blocks, breaks = ToolStream(), list[SampleBlock](), list[tuple[float, bool]]()
    zeroed, boot = list[NDArray[np.bool_]](), None
    for payload in recorded.payloads:
        if payload.channel is Channel.TRUTH:
            continue
        if payload.channel is Channel.STATUS and blocks:
            breaks.append((float(blocks[-1].time_s[-1]), _boot(payload, boot) != boot))
        boot = _boot(payload, boot)
        block = tool.update(payload)
        if block is not None and len(block):
            blocks.append(block)
            zeroed.append(np.full(len(block), tool.zeroed is Result.OK))
    if not blocks:
        raise InputError("the record holds no readings: there is nothing to press again")
    first_s, known = float(blocks[0].time_s[0]), np.logical_or.accumulate(np.concatenate(zeroed))
    force_n = np.concatenate([block.force_n for block in blocks])
    return _Seen(
        np.concatenate([block.time_s for block in blocks]) - first_s,
        np.where(known | ~known.any(), force_n, 0.0),  # before its zero was measured a cell shows that, not a force
        np.concatenate([block.flags for block in blocks]),
        tuple((time_s - first_s, restarted) for time_s, restarted in breaks),
        markers(recorded),
        tool.rate_hz or 100.0,
    )


def _boot(payload: Payload, before: int | None) -> int | None:
    if payload.channel is not Channel.STATUS:
        return before
    try:
        return Status.from_bytes(payload.data).boot_id
    except FrameError:
        return before


def _known(seen: _Seen) -> Iterator[Happening]:
    """A simulator has told what it did; of what was injected on the air, only the marker says when.

    What the tissue did is in the curve.
    """
    for marker in seen.markers:
        happening = marker.happening
        if isinstance(happening, TissueSoftening):
            continue
        on_air = isinstance(happening, RadioFault)
        yield happening.model_copy(update={"at_s": round(marker.world_s, 4)}) if on_air else happening


def _guessed(seen: _Seen) -> Iterator[Happening]:
    """What the data show: gaps, connections that ended, restarts, a sensor that stood still or was at its end."""
    for start_s, end_s in _gaps(seen):
        broken = [restarted for time_s, restarted in seen.breaks if start_s - 1 / seen.rate_hz <= time_s <= end_s]
        for_s = round(end_s - start_s, 3)
        if not broken:
            yield Silence(at_s=start_s, for_s=for_s)
        else:
            yield Reset(at_s=start_s, for_s=for_s) if any(broken) else Disconnect(at_s=start_s, for_s=for_s)
    saturated = (seen.flags & SATURATED) != 0
    stuck = ((seen.flags & SampleFlag.SENSOR_FAULT) != 0) & ~saturated
    yield from (StuckSensor(at_s=at_s, for_s=for_s) for at_s, for_s in _spells(seen, stuck))
    yield from (SaturatedSensor(at_s=at_s, for_s=for_s) for at_s, for_s in _spells(seen, saturated))


def _gaps(seen: _Seen) -> Iterator[tuple[float, float]]:
    """From the slot after the last reading to the first one again."""
    period_s = 1 / seen.rate_hz
    steps_s = np.diff(seen.time_s)
    for place in np.flatnonzero(steps_s > GAP_PERIODS * period_s).tolist():
        start_s = float(seen.time_s[place]) + period_s / 2
        yield round(start_s, 4), float(seen.time_s[place]) + float(steps_s[place]) - period_s / 2


def _spells(seen: _Seen, marked: NDArray[np.bool_]) -> Iterator[tuple[float, float]]:
    """When runs of these readings begin, and how long they last."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    period_s = 1 / seen.rate_hz
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        at_s = max(float(seen.time_s[start]) - period_s / 2, 0.0)
        yield round(at_s, 4), round(float(seen.time_s[stop - 1]) + period_s / 2 - at_s, 4)
