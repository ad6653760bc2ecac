"""Live readings and what is said, as streams of the Lab Streaming Layer: for research beside other instruments.

Nothing comes back: who listens can neither guide nor stop. pylsl is the extra "lsl".
"""

from __future__ import annotations

import logging
from math import nan
from typing import Any, Final, NamedTuple

import numpy as np
import pylsl

from analysis.doses import pressure_kpa
from analysis.live import Live
from protocol.blocks import SampleBlock
from session.cue import Cue
from session.in_order import is_late
from session.inputs import Input
from session.runner import Runner
from session.said import said

LOG: Final = logging.getLogger(__name__)

READINGS: Final = "Palpate"
MARKS: Final = "Palpate marks"
CHANNELS: Final = (
    ("force", "N", "Force"),
    ("pressure", "kPa", "Pressure"),
    ("tool_time", "s", "Time"),
    ("flags", "", "Flags"),
)
"""Of the stream of readings: label, unit, type. The pressure is NaN where the area of the tip is not known; `tool_time`
is the tool's own clock; `flags` are the bits of `SampleFlag`."""
SIMULATED: Final = "SIMULATED: a program made these readings; nobody was pressed"


class _Newest(NamedTuple):
    """The newest live reading: its time on the tool's clock, and when it arrived on that of LSL."""

    time_us: int
    stamp_s: float


class Outlet:
    """Follows a runner, and streams from its first reading on.

    A reading is stamped with the arrival of its frame, less what the tool's clock says that it was taken before the
    frame's newest one; a late one so, too, and its flags say that it is late. The rate is stated as irregular, since a
    lost reading is no sample: whoever reads must not space them evenly. A fault here ends the streams, and never the
    guidance.
    """

    def __init__(self) -> None:
        self._streams: tuple[Any, Any] | None = None
        self._newest: _Newest | None = None
        self._broken = False
        self._cue: str | None = None

    def follow(self, runner: Runner) -> None:
        """Stream what this runner reads, says and hears; whoever listened to it goes on listening."""
        on_cue, on_input = runner.on_cue, runner.on_input

        def see(cue: Cue, live: Live) -> None:
            if on_cue:
                on_cue(cue, live)
            self._say(f"cue: {cue.action}{f', {cue.why}' if cue.why else ''}", cue=True)

        def hear(value: Input) -> None:
            if on_input:
                on_input(value)
            self._say(said(value))

        def read(block: SampleBlock, arrival_s: float) -> None:
            if len(block) and not self._broken:
                self._push(runner, block, runner.clock_s() - arrival_s)

        runner.on_cue, runner.on_input, runner.on_block = see, hear, read

    def _push(self, runner: Runner, block: SampleBlock, age_s: float) -> None:
        """Send the readings of one frame, which arrived `age_s` ago."""
        try:
            readings, _ = self._streams = self._streams or _opened(runner)
            stamp_s = pylsl.local_clock() - age_s
            if self._newest is None or not is_late(block):
                self._newest = _Newest(block.time_us.item(-1), stamp_s)
            stamps_s = self._newest.stamp_s + (block.time_us - self._newest.time_us) / 1e6
            readings.push_chunk(_samples(block, runner.observer.tool.area_cm2), stamps_s.tolist())
        except Exception:
            LOG.exception("the streams for the laboratory failed and have ended; guidance and recording go on")
            self._broken = True

    def _say(self, text: str, *, cue: bool = False) -> None:
        """Send a mark; a cue only where it is another one."""
        if self._streams is None or self._broken or (cue and text == self._cue):
            return
        self._cue = text if cue else self._cue
        self._streams[1].push_sample([text], pylsl.local_clock())


def _samples(block: SampleBlock, area_cm2: float | None) -> np.ndarray[Any, np.dtype[np.float64]]:
    kpa_per_n = pressure_kpa(1.0, area_cm2) if area_cm2 else nan
    return np.column_stack([block.force_n, block.force_n * kpa_per_n, block.time_s, block.flags.astype(np.float64)])


def _opened(runner: Runner) -> tuple[Any, Any]:
    """Both outlets, described as far as the tool said what it is."""
    tool, simulated = runner.observer.tool, runner.view().simulated
    readings = pylsl.StreamInfo(
        READINGS, "Force", len(CHANNELS), pylsl.IRREGULAR_RATE, pylsl.cf_double64, f"palpate:{tool.serial}"
    )
    marks = pylsl.StreamInfo(MARKS, "Markers", 1, pylsl.IRREGULAR_RATE, pylsl.cf_string, f"palpate:{tool.serial}:marks")
    _describe(readings, CHANNELS)
    _describe(marks, (("mark", "", "Marker"),))
    for info in (readings, marks):
        facts = {
            "manufacturer": "Palpate",
            "serial_number": tool.serial,
            "simulated": str(simulated).lower(),
            "notice": SIMULATED if simulated else "",
            "rate_hz": f"{tool.rate_hz:g}" if tool.rate_hz else "",
            "area_cm2": f"{tool.area_cm2:g}" if tool.area_cm2 else "",
        }
        for name, value in facts.items():
            info.desc().append_child_value(name, value)
    return pylsl.StreamOutlet(readings), pylsl.StreamOutlet(marks)


def _describe(info: Any, channels: tuple[tuple[str, str, str], ...]) -> None:
    described = info.desc().append_child("channels")
    for label, unit, kind in channels:
        channel = described.append_child("channel")
        for name, value in (("label", label), ("unit", unit), ("type", kind)):
            channel.append_child_value(name, value)
