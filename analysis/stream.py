"""The whole analysis: blocks in, completed holds and the present moment out."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from analysis.contact import Away, Contact, ContactStage
from analysis.hold import Hold
from analysis.live import QUIET, Live, look
from analysis.measure import measure
from analysis.reading import Reading, reading
from analysis.running import RunningTally
from analysis.settings import Settings
from analysis.signal import SignalStage, trusted
from analysis.tape import MARGIN_US, Tape
from protocol.blocks import SampleBlock


class Analysis:
    """Measures the holds of one stream.

    The same readings give the same holds and, after the same reading, the same `live`, bit for bit, however they
    were cut into blocks. Readings marked SENSOR_FAULT count as missing. Besides the list of gaps nothing grows
    with the stream; the readings of a hold are kept until it is complete.
    """

    def __init__(self, settings: Settings) -> None:
        self.signal = SignalStage()
        self._settings = settings
        self._contacts = ContactStage(settings)
        self._running = RunningTally()
        self._tape = Tape()
        self._ended: deque[Contact] = deque()
        self._completed = 0
        self._latest: Reading | None = None

    @property
    def live(self) -> Live:
        """What is known at the latest reading."""
        if self._latest is None:
            return QUIET
        return look(self._latest, self._contacts.state, self._running.tally)._replace(
            holds=self._completed,
            samples=self.signal.samples,
            lost_samples=self.signal.lost_samples,
            saturated=self.signal.saturated_samples,
        )

    @property
    def kept_samples(self) -> int:
        """Readings in memory: those of unfinished holds and the last half second."""
        return len(self._tape)

    def retarget(self, target_n: float | None, band_percent: float | None, cap_n: float | None) -> None:
        """Aim at something else from the next contact on; a contact that is on keeps what it began with."""
        self._settings = replace(self._settings, target_n=target_n, band_percent=band_percent, cap_n=cap_n)
        self._contacts.settings = self._settings

    def update(self, block: SampleBlock) -> tuple[Hold, ...]:
        """Take the next readings; return the holds that they complete, 0.5 s after their end."""
        block = trusted(block)
        if not len(block):
            return ()
        self.signal.update(block)
        self._tape.append(block)
        self._ended.extend(self._contacts.update(block))
        self._running.update(block, self._contacts.state)
        self._latest = reading(block, -1)
        holds = self._complete(self._latest.time_us - MARGIN_US)
        self._tape.forget(self._needed_us(self._latest.time_us) - MARGIN_US)
        return holds

    def finish(self) -> tuple[Hold, ...]:
        """End the stream: what is open ends at the latest reading; call it once."""
        self._ended.extend(self._contacts.finish())
        return () if self._latest is None else self._complete(self._latest.time_us + 1)

    def _complete(self, before_us: int) -> tuple[Hold, ...]:
        """Measure the contacts that ended before `before_us`."""
        holds = []
        while self._ended and self._ended[0].end.time_us < before_us:
            contact = self._ended.popleft()
            stretch = self._tape.cut(contact, self._settings.period_us)
            holds.append(measure(stretch, contact, self._completed))
            self._completed += 1
        return tuple(holds)

    def _needed_us(self, now_us: int) -> int:
        """The start of the oldest contact that is not measured yet."""
        if self._ended:
            return self._ended[0].start.time_us
        state = self._contacts.state
        return now_us if isinstance(state, Away) else state.start.time_us
