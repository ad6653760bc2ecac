"""The whole analysis: blocks in, completed holds and the present moment out."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from analysis.contact import Away, Contact, ContactStage, LettingGo, Start
from analysis.hold import Hold
from analysis.lane import Lane, analysis_factor
from analysis.live import QUIET, Counts, Live, look
from analysis.measure import Heard, measure
from analysis.reading import Reading
from analysis.settings import Settings
from analysis.signal import SignalStage, trusted
from analysis.slow import SlowStages
from analysis.tape import LONGEST_US, MARGIN_US, Tape
from protocol.blocks import SampleBlock


class Analysis:
    """Measures the holds of one stream.

    Three lanes: each reading counts in contact, sums, extremes and losses; shape and steadiness of a hold are measured
    at 100 Hz (`analysis.lane`), slow changes at 10 Hz. The same readings give the same holds and, after the same
    reading, the same `live`, bit for bit, however they were cut into blocks. Readings marked SENSOR_FAULT count as
    missing. Besides the list of gaps nothing grows with the stream; a hold's readings are kept until it is complete.
    """

    def __init__(self, settings: Settings) -> None:
        self.signal = SignalStage()
        self._settings = settings
        factor = analysis_factor(settings.period_us)
        self._contacts = ContactStage(settings)
        self._lane = Lane(factor)
        self._tape = Tape(factor, settings.period_us)
        self._slow = SlowStages(settings)
        self._ended: deque[Contact] = deque()
        self._calls: deque[int] = deque()
        self._completed = 0
        self._measured_us: int | None = None
        """The latest reading of the 100 Hz lane."""

    @property
    def live(self) -> Live:
        """What is known at the latest reading."""
        last, signal = self._contacts.last, self.signal
        if last is None:
            return QUIET
        counts = Counts(self._completed, signal.samples, signal.lost_samples, signal.saturated_samples)
        return look(last, self._contacts.state, self._slow, counts)

    @property
    def unseen_high_kpa_s(self) -> float | None:
        """The most dose that missing readings may hide outside of all holds, kPa·s; 0 where none are missing there.

        None where the area or the full scale is not known, or what is missing borders on a reading that was saturated.
        """
        return self._contacts.unseen_high_kpa_s

    @property
    def kept_samples(self) -> int:
        """Readings in memory: those of unfinished holds and the last half second, at 100 Hz."""
        return len(self._tape)

    def retarget(self, target_n: float | None, band_percent: float | None, cap_n: float | None) -> None:
        """Aim at something else from the next contact on; a contact that is on keeps what it began with."""
        self._settings = replace(self._settings, target_n=target_n, band_percent=band_percent, cap_n=cap_n)
        self._contacts.settings = self._settings
        self._slow.aim(self._settings)

    def retip(self, area_cm2: float | None) -> None:
        """Another tip is on, of this area in cm², None where it is not known.

        A contact that is on belongs to no tip that one could name: it has no pressure and no dose.
        """
        self._settings = replace(self._settings, area_cm2=area_cm2)
        self._contacts.settings = self._settings
        self._contacts.forget_area()

    def call_let_go(self, time_us: int) -> None:
        """A let-go is called at this time of the instrument's clock, not before the latest reading."""
        self._calls.append(time_us)
        self._slow.call_let_go(time_us)

    def update(self, block: SampleBlock) -> tuple[Hold, ...]:
        """Take the next readings; return the holds that they complete, 0.5 s after their end."""
        block = trusted(block)
        if not len(block):
            return ()
        self.signal.update(block)
        self._ended.extend(self._contacts.update(block))
        lane = self._lane.update(block)
        if len(lane):
            self._tape.append(lane)
            self._measured_us = lane.time_us.item(-1)
            self._slow.update(lane)
        latest = self._contacts.last
        return () if self._measured_us is None or latest is None else self._advance(self._measured_us, latest)

    def finish(self) -> tuple[Hold, ...]:
        """End the stream: what is open ends at the latest reading; call it once."""
        self._ended.extend(self._contacts.finish())
        rest = self._lane.finish()
        if rest is not None:
            self._tape.append(rest)
        return () if self._contacts.last is None else self._complete(self._contacts.last.time_us + 1)

    def _advance(self, now_us: int, latest: Reading) -> tuple[Hold, ...]:
        """Measure what is complete by `now_us`, and forget what nobody needs any more."""
        holds = self._complete(now_us - MARGIN_US) if self._ended else ()
        self._tape.forget(self._needed(latest))
        return holds

    def _complete(self, before_us: int) -> tuple[Hold, ...]:
        """Measure the contacts that ended before `before_us`."""
        holds = []
        while self._ended and self._ended[0].end.time_us < before_us:
            contact = self._ended.popleft()
            heard = Heard(self._called_us(contact), self._slow.softenings_s(contact))
            holds.append(measure(self._tape.cut(contact), contact, self._completed, heard))
            self._completed += 1
        return tuple(holds)

    def _called_us(self, contact: Contact) -> int | None:
        """The first call during a contact; earlier ones belong to none."""
        while self._calls and self._calls[0] < contact.start.time_us:
            self._calls.popleft()
        return self._calls[0] if self._calls and self._calls[0] <= contact.end.time_us else None

    def _needed(self, latest: Reading) -> Start | Reading:
        """The beginning of the oldest contact that is not measured yet; its end where its shape is not kept."""
        state = self._contacts.state
        if self._ended:
            start, end = self._ended[0].start, self._ended[0].end
        elif isinstance(state, Away):
            return latest
        else:
            start, end = state.start, state.end if isinstance(state, LettingGo) else latest
        return start if end.time_us - start.time_us <= LONGEST_US else end
