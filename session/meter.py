"""Measuring with an instrument of another make: what it can show, and nothing else. It guides nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from analysis.hold import Hold
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.errors import FrameError
from protocol.instruments.ability import Ability, Lack
from protocol.instruments.driver import Charge, Driver, Dropped, SwitchingOff, Told, Unsuitable, Value, Write
from protocol.link import Payload
from protocol.sentence import Sentence
from session.instrument_stream import InstrumentStream
from session.silence import Silence


class Gauge(NamedTuple):
    """What an instrument shows at one moment."""

    force_n: float | None
    """The newest reading; None where it is too old for this instrument to be now."""
    age_s: float | None
    """Of that reading, since its arrival; None before the first."""
    rate_n_per_s: float | None
    """None also where the times of this instrument show no slope."""


class Meter:
    """Takes the payloads of one instrument in order; the same live and in replay. Asks no clock."""

    def __init__(self, named: Callable[[str], Driver]) -> None:
        """`named` finds a driver by its name."""
        self.holds: list[Hold] = []
        self.malformed = 0
        """Payloads that did not decode."""
        self.sentences: list[str] = []
        """What the instrument said about itself, oldest first."""
        self._stream = InstrumentStream(named)
        self._analysis: Analysis | None = None
        self._silence = Silence()

    @property
    def ability(self) -> Ability | None:
        """What the instrument can do, None before it was introduced."""
        return self._stream.ability

    @property
    def last_valid_s(self) -> float | None:
        """Arrival of the newest reading."""
        return self._silence.last_valid_s

    @property
    def newest_n(self) -> float | None:
        """That reading, however old."""
        return None if self._silence.valid_q is None else self._silence.valid_q / GRID_PER_N

    @property
    def zero_n(self) -> float:
        """What is taken off each reading on this side."""
        return self._stream.zero_q / GRID_PER_N

    @property
    def contact(self) -> bool:
        """Whether the instrument is loaded."""
        return self._analysis is not None and self._analysis.live.contact

    @property
    def samples(self) -> int:
        """Readings so far."""
        return self._analysis.live.samples if self._analysis else 0

    @property
    def lost_samples(self) -> int:
        """Readings that are known to be missing."""
        return self._analysis.live.lost_samples if self._analysis else 0

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What cannot be had from it."""
        return self.ability.lacks if self.ability else ()

    def update(self, payload: Payload) -> tuple[SampleBlock, ...]:
        """Take one payload; the readings in it. Bytes that do not decode are counted."""
        try:
            values = self._stream.update(payload)
        except FrameError:
            self.malformed += 1
            return ()
        self.sentences += [sentence for value in values if (sentence := _sentence(value))]
        blocks = tuple(value for value in values if isinstance(value, SampleBlock) and len(value))
        for block in blocks:
            self._measure(block, payload.arrival_s)
        return blocks

    def finish(self) -> None:
        """The stream is over: what is open ends at its last reading."""
        if self._analysis:
            self.holds += self._analysis.finish()

    def see(self, now_s: float) -> Gauge:
        """What is known at this time of the host's clock."""
        last_s, ability = self._silence.last_valid_s, self.ability
        if last_s is None or ability is None or self._analysis is None:
            return Gauge(None, None, None)
        live, age_s = self._analysis.live, now_s - last_s
        if age_s >= ability.stale_s:
            return Gauge(None, age_s, None)
        return Gauge(live.force_n, age_s, live.rate_n_per_s if ability.slopes else None)

    def _measure(self, block: SampleBlock, arrival_s: float) -> None:
        ability = self.ability
        if self._analysis is None and ability is not None:
            self._analysis = Analysis(Settings(period_us=ability.period_us, area_cm2=ability.area_cm2))
        if self._analysis is not None:
            self._silence.update(block, arrival_s)
            self.holds += self._analysis.update(block)


def _sentence(value: Value) -> str | None:
    match value:
        case Told(what, text):
            return Sentence("{what}: {text}", what=what, text=text)
        case Charge(percent=int(percent)):
            return Sentence("battery: {percent} %", percent=percent)
        case Charge(millivolts=int(millivolts)):
            return Sentence("battery: {volts:g} V", volts=millivolts / 1000)
        case Dropped():
            return Sentence("the instrument lost readings")
        case SwitchingOff():
            return Sentence("the instrument switches itself off: charge it")
        case Unsuitable(why):
            return why
        case SampleBlock() | Write() | Charge():
            return None
