"""A hand that presses a tool on tissue, many at a time: known truth for what the analysis says.

Tissue is quasi-linear viscoelastic: its instant force k1 x + k2 x² relaxes by three decays, and its stiffness may fall
once. The hand is a spring against a point it moves; who sees the force corrects it like an integrator, late and not at
all inside a dead band. The hand's noise is two slow wanderings and tremor, in proportion to the force.

Every figure is *assumed* where no source stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

RATE_HZ: Final = 100
FORCE_N: Final = 30.0
"""What the hand aims at."""
RAMP_S: Final = 2.0
LINEAR_N_PER_MM, SQUARE_N_PER_MM2 = 0.8, 0.12
"""With these 30 N are 12.8 mm deep and the tangent is 3.9 N/mm: of the order of gluteal tissue (Isogai 2022)."""
STIFFNESS_SPREAD: Final = (0.8, 1.25)
SHARES: Final = (0.10, 0.10, 0.12)
"""Parts of the force that relax, times 0.6 to 1.4 for a person: 32 % in the long run (muscle loses about half of its
stress, Van Loocke 2009; in a hold part of it is gone before the ramp ends)."""
TAUS_S: Final = (0.6, 3.5, 18.0)
"""Times 0.7 to 1.3 for a person (0.05-8.93 s in limbs, Zheng and Mak 1999; creep goes on for 15-20 s, Ryan 2012)."""
BRACED_N_PER_MM: Final = 50.0
"""Body weight on a blocked tool: nearly constant depth."""
FREE_N_PER_MM: Final = 2.0
"""A hand is softer than the tissue it presses."""
CROSSOVER_HZ: Final = 0.4
DELAY_S: Final = 0.2
"""Of seeing and acting."""
DEAD_BAND: Final = 0.01
"""Share of the target that nobody corrects."""
MIX: Final = (0.75, 0.5, 0.43)
"""Wandering over 1 s, over 10 s, tremor: the squares add up to 1."""
TREMOR_HZ: Final = (8.0, 12.0)
"""Sutton and Sykes 1967."""
SENSOR_N: Final = 0.05
STEP_N: Final = 0.005
ONSET_S: Final = (12.0, 40.0)
"""When stiffness begins to fall, after the ramp."""


class Yield(NamedTuple):
    """Stiffness falls by `percent`, exponentially with `tau_s`."""

    percent: float
    tau_s: float


@dataclass(frozen=True)
class Scene:
    """What is the same in all trials of a batch."""

    hand_n_per_mm: float
    guided: bool
    noise_percent: float
    softening: Yield | None = None
    hold_s: float = 60.0
    let_go_s: float | None = None
    """The hand goes back evenly in this time after the hold, and stays away for 1 s."""

    @property
    def samples(self) -> int:
        """Samples of a trial."""
        after_s = 0.0 if self.let_go_s is None else self.let_go_s + 1
        return round((RAMP_S + self.hold_s + after_s) * RATE_HZ)


class Presses(NamedTuple):
    """One row for each trial, one column for each sample."""

    force_n: Floats
    """As the tool measures it."""
    depth_mm: Floats
    onset_s: Floats
    """One for each trial, also where nothing softens."""


class _Tissue(NamedTuple):
    linear: Floats
    square: Floats
    shares: Floats
    keep: Floats
    """Of each decay's state, from one sample to the next."""
    gain: Floats
    """Of each decay, for what the instant force changes by within a sample."""


def press(scene: Scene, trials: int, rng: np.random.Generator) -> Presses:
    """Simulate `trials` people."""
    tissue = _tissue(trials, rng)
    noise_n = _noise(scene, trials, rng) * (scene.noise_percent / 100 * FORCE_N)
    onset_s = rng.uniform(*ONSET_S, trials) + RAMP_S
    force_n, depth_mm = _close_the_loop(scene, tissue, noise_n, _stiffness(scene, onset_s))
    force_n = force_n + rng.normal(0, SENSOR_N, force_n.shape)
    return Presses(np.round(force_n / STEP_N) * STEP_N, depth_mm, onset_s)


def _tissue(trials: int, rng: np.random.Generator) -> _Tissue:
    stiffness = rng.uniform(*STIFFNESS_SPREAD, trials)
    shares = np.array(SHARES)[:, None] * rng.uniform(0.6, 1.4, trials)
    samples = np.array(TAUS_S)[:, None] * rng.uniform(0.7, 1.3, (len(TAUS_S), trials)) * RATE_HZ
    keep = np.exp(-1 / samples)
    return _Tissue(
        LINEAR_N_PER_MM * stiffness, SQUARE_N_PER_MM2 * stiffness, shares, keep, shares * (1 - keep) * samples
    )


def _stiffness(scene: Scene, onset_s: Floats) -> Floats:
    """The share of its stiffness that the tissue has, a row for each sample."""
    if scene.softening is None:
        return np.ones((scene.samples, len(onset_s)))
    since_s = np.maximum(np.arange(scene.samples)[:, None] / RATE_HZ - onset_s, 0)
    gone = 1 - np.exp(-since_s / scene.softening.tau_s)
    return np.asarray(1 - scene.softening.percent / 100 * gone, np.float64)


def _noise(scene: Scene, trials: int, rng: np.random.Generator) -> Floats:
    """A hand's unrest of unit variance, a row for each sample."""
    shape = (scene.samples, trials)
    tremor = _shake(shape, rng) * np.exp(0.3 * _wander(3, shape, rng))
    tremor /= np.sqrt(np.mean(tremor**2))
    noise = MIX[0] * _wander(1, shape, rng) + MIX[1] * _wander(10, shape, rng) + MIX[2] * tremor
    return np.asarray(noise * _effort(scene)[:, None], np.float64)


def _wander(tau_s: float, shape: tuple[int, int], rng: np.random.Generator) -> Floats:
    """An Ornstein-Uhlenbeck process of unit variance, a row for each sample."""
    keep = np.exp(-1 / (tau_s * RATE_HZ))
    steps = rng.normal(0, np.sqrt(1 - keep**2), shape)
    steps[0] = rng.normal(0, 1, shape[1])
    for i in range(1, len(steps)):
        steps[i] += keep * steps[i - 1]
    return steps


def _shake(shape: tuple[int, int], rng: np.random.Generator) -> Floats:
    """Noise of the tremor's frequencies alone."""
    spectrum = np.fft.rfft(rng.normal(0, 1, shape), axis=0)
    frequency_hz = np.fft.rfftfreq(shape[0], 1 / RATE_HZ)
    spectrum[(frequency_hz < TREMOR_HZ[0]) | (frequency_hz > TREMOR_HZ[1])] = 0
    return np.fft.irfft(spectrum, shape[0], axis=0)


def _effort(scene: Scene) -> Floats:
    """How much of the press the hand means, from 0 to 1."""
    time_s = np.arange(scene.samples) / RATE_HZ
    effort = np.minimum(time_s / RAMP_S, 1)
    if scene.let_go_s is not None:
        effort = np.minimum(effort, np.maximum(1 - (time_s - RAMP_S - scene.hold_s) / scene.let_go_s, 0))
    return np.asarray(effort, np.float64)


def _close_the_loop(scene: Scene, tissue: _Tissue, noise_n: Floats, stiffness: Floats) -> tuple[Floats, Floats]:
    hand, (linear, square, shares, keep, gain) = scene.hand_n_per_mm, tissue
    depth_mm = (np.sqrt(linear**2 + 4 * square * FORCE_N) - linear) / (2 * square)
    tangent = linear + 2 * square * depth_mm
    both = hand * tangent / (hand + tangent)
    meant_mm = _effort(scene)[:, None] * (depth_mm + FORCE_N / hand) + noise_n / both
    lasting = 1 - shares.sum(0)
    direct = lasting + gain.sum(0)
    states, instant, correction = np.zeros_like(keep), np.zeros_like(linear), np.zeros_like(linear)
    force_n, deep_mm = np.zeros_like(noise_n), np.zeros_like(noise_n)
    late = round(DELAY_S * RATE_HZ)
    for i, share in enumerate(stiffness):
        if scene.guided and i >= late:
            correction = correction + _corrected(scene, i - late, force_n[i - late]) / both
        point_mm = meant_mm[i] + correction
        relaxed = (keep * states).sum(0) - gain.sum(0) * instant
        a, b = share * direct * square, share * direct * linear + hand
        root = np.sqrt(np.maximum(b**2 - 4 * a * (share * relaxed - hand * point_mm), 0))
        deep_mm[i] = np.maximum((root - b) / (2 * a), 0)
        now = linear * deep_mm[i] + square * deep_mm[i] ** 2
        states = keep * states + gain * (now - instant)
        instant = now
        force_n[i] = np.maximum(share * (lasting * instant + states.sum(0)), 0)
    return force_n.T, deep_mm.T


def _corrected(scene: Scene, then: int, seen_n: Floats) -> Floats:
    """By how many newtons the hand changes within a sample for what it saw `DELAY_S` ago."""
    error_n = _effort(scene)[then] * FORCE_N - seen_n
    error_n = np.where(np.abs(error_n) > DEAD_BAND * FORCE_N, error_n, 0)
    return np.asarray(2 * np.pi * CROSSOVER_HZ / RATE_HZ * error_n, np.float64)
