"""A fixed stimulus: one pressure held for some seconds, after which the pain is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from analysis.algometry.presses import Presses
from analysis.algometry.ramp import Off
from analysis.algometry.verdicts import Figure, Flaw, Missing, Reason, Verdict
from analysis.doses import pressure_kpa
from analysis.settings import grid, microseconds
from analysis.window import between, missing_us
from protocol.blocks import GRID_PER_N, SATURATED, SampleBlock
from protocol.sentence import Sentence

STIMULUS_KPA: Final = 245.0
"""2.5 kg/cm² (Fernández-de-las-Peñas 2006; Aguilera 2009)."""
STIMULUS_S: Final = 3.0
"""*Assumed*: those studies say "exactly 2.5 kg/cm²" where we could read them, not how long."""
BAND_PERCENT: Final = 10.0
"""The narrowest fair band, as of a hold."""
IN_BAND_SHARE: Final = 0.9
"""Of the time has to be in the band, *assumed*: tremor crosses an edge now and then."""


@dataclass(frozen=True, slots=True)
class ProbeSettings:
    """Tip and stimulus. Raises `ValueError` for a figure that is not above 0."""

    area_cm2: float
    pressure_kpa: float = STIMULUS_KPA
    hold_s: float = STIMULUS_S
    band_percent: float = BAND_PERCENT
    on_n: float = 2.0
    off_n: float = 1.0

    def __post_init__(self) -> None:
        for name in ("area_cm2", "pressure_kpa", "hold_s", "band_percent", "on_n", "off_n"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be above 0, not {getattr(self, name)}")

    @property
    def low_q(self) -> int:
        """Lower edge of the band on the force grid."""
        return self._edge_q(1 - self.band_percent / 100)

    @property
    def high_q(self) -> int:
        """Upper edge."""
        return self._edge_q(1 + self.band_percent / 100)

    def kpa(self, force_n: float) -> float:
        """Mean pressure under the tip."""
        return pressure_kpa(force_n, self.area_cm2)

    def _edge_q(self, share: float) -> int:
        return grid(self.pressure_kpa * share / self.kpa(1.0))


class Stimulus(NamedTuple):
    """What was delivered: from the first reading in the band, for the prescribed time."""

    mean_kpa: Figure
    """Trapezoid over the instrument's time, up to the last reading within the prescribed time."""
    in_band_s: float
    """Measured, both edges of the band included."""
    peak_kpa: float
    """Highest pressure of the whole press."""
    done: bool
    """Whether the prescribed time is over: let go and ask for the pain."""
    verdicts: tuple[Verdict, ...]

    @property
    def valid(self) -> bool:
        """Whether the pain that is told now belongs to this stimulus."""
        return not isinstance(self.mean_kpa, Missing) and not any(verdict.voids for verdict in self.verdicts)


class Probing(NamedTuple):
    """The stimulus is being delivered."""

    pressure_kpa: float
    so_far: Stimulus


ProbeState: TypeAlias = Off | Probing


class Probe:
    """Follows fixed stimuli; each is a press as `Presses` finds them."""

    def __init__(self, settings: ProbeSettings) -> None:
        self.settings = settings
        self._presses = Presses(settings.on_n, settings.off_n)

    def update(self, block: SampleBlock) -> tuple[Stimulus, ...]:
        """Take the next readings; return the stimuli that end in them: ask for the pain now."""
        return tuple(stimulus(press, self.settings) for press in self._presses.update(block))

    @property
    def now(self) -> ProbeState:
        """What the newest reading says."""
        newest, press = self._presses.newest, self._presses.open
        if newest is None:
            return Off()
        force_n = int(newest.force_q[0]) / GRID_PER_N
        if press is None:
            return Off(int(newest.time_us[0]), force_n)
        return Probing(self.settings.kpa(force_n), stimulus(press.readings, self.settings))


def stimulus(press: SampleBlock, settings: ProbeSettings) -> Stimulus:
    """Measure one press, at least one reading."""
    peak_kpa = settings.kpa(int(press.force_q.max()) / GRID_PER_N)
    reached = np.flatnonzero(press.force_q >= settings.low_q)
    if not len(reached):
        never = Missing(Reason.TOO_SHORT, Sentence("the pressure never reached the band"))
        return Stimulus(never, 0.0, peak_kpa, False, (Verdict(Flaw.TOO_SHORT, never.text),))
    start_us = int(press.time_us[reached[0]])
    end_us = start_us + microseconds(settings.hold_s)
    held = between(press[int(reached[0]) :], start_us, end_us)
    done, in_band_s = bool(press.time_us[-1] >= end_us), _in_band_s(held, settings)
    return Stimulus(
        mean_kpa=_mean_kpa(held, settings),
        in_band_s=in_band_s,
        peak_kpa=peak_kpa,
        done=done,
        verdicts=tuple(_verdicts(peak_kpa, in_band_s, settings)),
    )


def _in_band_s(held: SampleBlock, settings: ProbeSettings) -> float:
    inside = ((held.force_q >= settings.low_q) & (held.force_q <= settings.high_q)).astype(np.int64)
    step_us = np.where(np.diff(held.index) == 1, np.diff(held.time_us), 0)
    return int(((inside[1:] + inside[:-1]) * step_us).sum()) / 2e6


def _mean_kpa(held: SampleBlock, settings: ProbeSettings) -> Figure:
    elapsed_us = int(held.time_us[-1] - held.time_us[0])
    if np.any(held.flags & SATURATED):
        return Missing(Reason.SATURATED, Sentence("the force left the sensor's range"))
    if missing_us(held, int(held.time_us[0]), int(held.time_us[-1])):
        return Missing(Reason.GAP, Sentence("readings are missing in the time that is averaged"))
    if not elapsed_us:
        return Missing(Reason.TOO_SHORT, Sentence("a mean needs two readings in the band"))
    force_q = held.force_q.astype(np.int64)
    area_2us = int(((force_q[1:] + force_q[:-1]) * np.diff(held.time_us)).sum())
    return settings.kpa(area_2us / (2 * elapsed_us * GRID_PER_N))


def _verdicts(peak_kpa: float, in_band_s: float, settings: ProbeSettings) -> Iterator[Verdict]:
    high_kpa = settings.kpa(settings.high_q / GRID_PER_N)
    if peak_kpa > high_kpa:
        yield Verdict(
            Flaw.OVERSHOOT,
            Sentence(
                "the pressure rose to {peak_kpa:.0f} kPa, above {high_kpa:.0f} kPa",
                peak_kpa=peak_kpa,
                high_kpa=high_kpa,
            ),
        )
    if in_band_s < IN_BAND_SHARE * settings.hold_s:
        yield Verdict(
            Flaw.TOO_SHORT,
            Sentence(
                "only {in_band_s:.1f} s of {hold_s:g} s were in the band", in_band_s=in_band_s, hold_s=settings.hold_s
            ),
        )
