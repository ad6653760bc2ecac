"""One reading of a pressure pain threshold: force at the press, peak beside it, and whether it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from analysis.algometry.moment import force_at_n, highest_n
from analysis.algometry.pace import Pace, Rate, judged
from analysis.algometry.rise import falls, rise
from analysis.algometry.settings import RampSettings
from analysis.algometry.verdicts import Figure, Flaw, Missing, Reason, Verdict
from analysis.settings import grid
from analysis.window import between
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.sentence import Sentence

BLIND_US: Final = 500_000
"""After so long without readings nobody sees the pressure any more: the ramp was not guided."""
REST_S: Final = 30.0
"""Between two readings at one point (JMPT 2015, PMID 25925018)."""
TILT_DEG: Final = 15.0
"""*Assumed*: the cell then misses 3.4 % of the force (1 - cos 15°), and the tip's edge presses more than its face."""


class Method(StrEnum):
    """How "now" was said; stored with each reading, because their delays differ."""

    BUTTON = "patient's button"
    KEY = "patient's key on the computer"
    SPOKEN = "spoken and marked by the therapist"
    LIFT_OFF = "lift-off"


class Press(NamedTuple):
    """The patient's "now"."""

    time_us: int
    """On the instrument's clock."""
    method: Method


class Reached(NamedTuple):
    """The force at the press, uncorrected for anybody's reaction time."""

    pressure_kpa: float
    force_n: float


class Above(NamedTuple):
    """The ramp ended before it hurt: the threshold is above, and this is no figure to average."""

    cap_kpa: float


Outcome: TypeAlias = Reached | Above | Missing


class Circumstances(NamedTuple):
    """What the readings cannot say."""

    rest_s: float | None = None
    """From the end of the last ramp at this point to the start of this one; None for the first."""
    tilt_deg: float | None = None
    """Largest angle between tip and skin during the ramp; None where nothing measures it."""
    painkiller: bool = False
    """Whether the patient took one within 4 h."""


NOTHING_KNOWN: Final = Circumstances()
"""A first reading, without anything that measures the tilt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """One reading; times on the instrument's clock."""

    outcome: Outcome
    method: Method | None
    """None without a press."""
    start_s: float
    press_s: float | None
    end_s: float
    """When the tip left the skin."""
    peak_kpa: Figure
    """Highest pressure of the contact, the way down included."""
    overshoot_kpa: Figure
    """How far the pressure rose after the press."""
    rate: Rate | Missing
    """Mean rate from 10 to 90 % of the reading."""
    uneven_percent: Figure
    verdicts: tuple[Verdict, ...]

    @property
    def valid(self) -> bool:
        """Whether there is an outcome, a pressure or "> X", that nothing voids."""
        return not isinstance(self.outcome, Missing) and not any(verdict.voids for verdict in self.verdicts)


def lift_off(ramp: SampleBlock) -> Press:
    """The "now" of a therapist who lets go at the patient's sign: the first of the highest readings."""
    return Press(int(ramp.time_us[int(np.argmax(ramp.force_q))]), Method.LIFT_OFF)


def measure(
    ramp: SampleBlock, press: Press | None, settings: RampSettings, circumstances: Circumstances = NOTHING_KNOWN
) -> Threshold:
    """Measure one ramp of `Ramp.update`: its readings from the first in contact to the first off the skin."""
    outcome = _outcome(ramp, press, settings)
    start_us, end_us = int(ramp.time_us[0]), int(ramp.time_us[-1])
    until_us, until_n = _until(ramp, press, outcome, settings)
    rising = between(ramp, start_us, until_us)
    rose = rise(rising, until_n)
    rate = rose.rate_n_per_s
    pace = rate if isinstance(rate, Missing) else judged(settings.kpa(rate), settings)
    peak_n = highest_n(ramp)
    return Threshold(
        outcome=outcome,
        method=press.method if press else None,
        start_s=start_us / 1e6,
        press_s=press.time_us / 1e6 if press else None,
        end_s=end_us / 1e6,
        peak_kpa=_kpa(peak_n, settings),
        overshoot_kpa=_overshoot_kpa(ramp, press, outcome, settings),
        rate=pace,
        uneven_percent=rose.uneven_percent,
        verdicts=(
            *_of_the_ramp(rising, until_n, pace),
            *_after(between(ramp, until_us, end_us)),
            *_of_the_rest(circumstances),
        ),
    )


def _outcome(ramp: SampleBlock, press: Press | None, settings: RampSettings) -> Outcome:
    """Whichever came first, the end of the ramp or the press."""
    capped = np.flatnonzero(ramp.force_q >= grid(settings.cap_n))
    if len(capped) and (press is None or ramp.time_us[capped[0]] <= press.time_us):
        return Above(settings.cap_kpa)
    if press is None:
        return Missing(Reason.NO_PRESS, Sentence("the tip left the skin before anybody said “now”"))
    force_n = _at_the_peak_n(ramp) if press.method is Method.LIFT_OFF else force_at_n(ramp, press.time_us)
    return force_n if isinstance(force_n, Missing) else Reached(settings.kpa(force_n), force_n)


def _at_the_peak_n(ramp: SampleBlock) -> Figure:
    """The highest reading, unless a higher one may be missing beside it."""
    highest = int(np.argmax(ramp.force_q))
    around = ramp.index[max(highest - 1, 0) : highest + 2]
    if np.any(np.diff(around) != 1):
        return Missing(Reason.GAP, Sentence("readings are missing beside the peak"))
    return force_at_n(ramp, int(ramp.time_us[highest]))


def _until(ramp: SampleBlock, press: Press | None, outcome: Outcome, settings: RampSettings) -> tuple[int, float]:
    """When the ramp was over and the force then: at the press, at its cap, else at its highest reading."""
    highest = int(np.argmax(ramp.force_q))
    match outcome, press:
        case Reached(force_n=force_n), Press(time_us=time_us):
            return time_us, force_n
        case Above(), _:
            reached = int(np.argmax(ramp.force_q >= grid(settings.cap_n)))
            return int(ramp.time_us[reached]), int(ramp.force_q[reached]) / GRID_PER_N
        case _:
            return int(ramp.time_us[highest]), int(ramp.force_q[highest]) / GRID_PER_N


def _overshoot_kpa(ramp: SampleBlock, press: Press | None, outcome: Outcome, settings: RampSettings) -> Figure:
    if not isinstance(outcome, Reached) or press is None:
        return Missing(Reason.NO_PRESS, Sentence("without a reading there is nothing to overshoot"))
    after = between(ramp, press.time_us, int(ramp.time_us[-1]))
    highest = highest_n(after)
    return highest if isinstance(highest, Missing) else settings.kpa(max(highest - outcome.force_n, 0.0))


def _kpa(force_n: Figure, settings: RampSettings) -> Figure:
    return force_n if isinstance(force_n, Missing) else settings.kpa(force_n)


def _of_the_ramp(rising: SampleBlock, until_n: float, rate: Rate | Missing) -> Iterator[Verdict]:
    if isinstance(rate, Missing):
        yield Verdict(Flaw.RATE_UNKNOWN, rate.text)
    elif rate.pace is not Pace.RIGHT:
        yield Verdict(Flaw.RATE, _off_pace(rate))
    if fall := falls(rising, until_n):
        yield fall
    yield from _gaps(rising)


def _gaps(rising: SampleBlock) -> Iterator[Verdict]:
    steps_us = np.diff(rising.time_us)[np.diff(rising.index) != 1]
    if not len(steps_us):
        return
    longest_us, missing_s = int(steps_us.max()), int(steps_us.sum()) / 1e6
    if longest_us >= BLIND_US:
        yield Verdict(
            Flaw.BLIND,
            Sentence(
                "readings were missing for {missing_s:g} s: the ramp was pressed blind", missing_s=longest_us / 1e6
            ),
        )
    else:
        yield Verdict(
            Flaw.GAP,
            Sentence(
                "readings are missing for {missing_s:g} s of the ramp: a slip there is not seen", missing_s=missing_s
            ),
        )


def _after(falling: SampleBlock) -> Iterator[Verdict]:
    if np.any(np.diff(falling.index) != 1):
        yield Verdict(Flaw.GAP, Sentence("readings are missing after the press: the peak may have been higher"))


def _of_the_rest(circumstances: Circumstances) -> Iterator[Verdict]:
    rest_s, tilt_deg, painkiller = circumstances
    if rest_s is not None and rest_s < REST_S:
        yield Verdict(
            Flaw.TOO_SOON,
            Sentence(
                "only {rest_s:.0f} s after the last reading at this point: wait {wait_s:.0f} s",
                rest_s=rest_s,
                wait_s=REST_S,
            ),
        )
    if tilt_deg is None:
        yield Verdict(
            Flaw.AXIS_NOT_JUDGED, Sentence("whether the tip stood upright is not known: nothing measures its tilt")
        )
    elif tilt_deg > TILT_DEG:
        yield Verdict(
            Flaw.OFF_AXIS,
            Sentence("the tip was tilted by {tilt_deg:.0f}°: hold it upright on the skin", tilt_deg=tilt_deg),
        )
    if painkiller:
        yield Verdict(Flaw.PAINKILLER, Sentence("a painkiller within 4 h: the threshold may be raised"))


def _off_pace(rate: Rate) -> Sentence:
    """That it rose otherwise than prescribed."""
    if rate.pace is Pace.TOO_FAST:
        return Sentence(
            "the pressure rose too fast: {rate:.0f} kPa/s, {ratio:.2f} times the prescribed rate",
            rate=rate.kpa_per_s,
            ratio=rate.ratio,
        )
    return Sentence(
        "the pressure rose too slow: {rate:.0f} kPa/s, {ratio:.2f} times the prescribed rate",
        rate=rate.kpa_per_s,
        ratio=rate.ratio,
    )
