"""How often the softening advisory speaks, and how soon: simulated trials through the stage itself."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np

from analysis.advisory import Conditions
from analysis.softening import SofteningStage
from protocol.blocks import SampleBlock, to_grid
from tests.proofs.press import RATE_HZ, Floats, Presses, Scene, press

TICK: Final = RATE_HZ // 10
"""Samples of a tick."""

LEARNED_S: Final = 8.0
"""2 s of ramp, 0.6 s until it is over, 5.4 s of learning: false alarms are counted from here on."""

WITHIN_S: Final = 10.0
"""A softening that is said later after its onset counts as missed."""

CONFIDENCE_Z: Final = 1.96
"""95 %."""


class Depth(NamedTuple):
    """A channel of the tip's depth; *assumed*, both root mean square."""

    noise_mm: float
    """Of a tick."""
    motion_mm: float
    """Of the skin that it is measured from, wandering over some seconds."""


class Rate(NamedTuple):
    """A share, or a rate, with its 95 % bounds."""

    value: float
    low: float
    high: float


class Found(NamedTuple):
    """What became of softenings."""

    share: Rate
    """Said within `WITHIN_S` of the onset, of the trials without an earlier alarm."""
    delay_s: float
    """Median of those; nan for none."""


class Spoken(NamedTuple):
    """When the stage spoke first in each trial (inf: never), beside the onsets."""

    at_s: Floats
    onset_s: Floats


def spoken(scene: Scene, trials: int, seed: tuple[int, ...], depth: Depth | None = None) -> Spoken:
    """Simulate, and watch as if the tool were braced, or with a channel of depth."""
    rng = np.random.default_rng(seed)
    presses = press(scene, trials, rng)
    depths = None if depth is None else _measured(presses, depth, rng)
    at_s = [_first_s(force_n, None if depths is None else depths[i]) for i, force_n in enumerate(presses.force_n)]
    return Spoken(np.array(at_s), presses.onset_s)


def false_alarms(said: Spoken, end_s: float) -> Rate:
    """First alarms a minute of watching, from trials in which nothing softens; exact bounds are near enough normal."""
    alarms = int(np.isfinite(said.at_s).sum())
    minutes = float((np.minimum(said.at_s, end_s) - LEARNED_S).sum() / 60)
    spread = CONFIDENCE_Z * math.sqrt(alarms + 1)
    return Rate(alarms / minutes, max(0.0, alarms - spread) / minutes, (alarms + 1 + spread) / minutes)


def found(said: Spoken) -> Found:
    """How many of the softenings were said, and how soon."""
    late_s = (said.at_s - said.onset_s)[said.at_s >= said.onset_s]
    hits = late_s[late_s <= WITHIN_S]
    return Found(share(len(hits), len(late_s)), float(np.median(hits)) if len(hits) else math.nan)


def share(hits: int, trials: int) -> Rate:
    """Wilson's bounds of a binomial share."""
    z2 = CONFIDENCE_Z**2
    middle = (hits + z2 / 2) / (trials + z2)
    half = CONFIDENCE_Z / (trials + z2) * math.sqrt(hits * (trials - hits) / trials + z2 / 4)
    return Rate(hits / trials, middle - half, middle + half)


def ticks(force_n: Floats) -> SampleBlock:
    """One trial's samples as the slow lane gives them."""
    whole = to_grid(force_n).astype(np.int64)[: len(force_n) // TICK * TICK].reshape(-1, TICK)
    slots = np.arange(len(whole))
    mean_q = np.rint(whole.sum(1) / TICK).astype(np.int32)
    return SampleBlock(slots, slots * 100_000 + 45_000, mean_q, np.zeros(len(slots), np.uint8))


def _first_s(force_n: Floats, depth_mm: Floats | None) -> float:
    stage = SofteningStage(2.0, 1.0, Conditions(braced=True, depth=depth_mm is not None))
    said = stage.update(ticks(force_n), None if depth_mm is None else depth_mm.tolist())
    return said[0].at_s if said else math.inf


def _measured(presses: Presses, depth: Depth, rng: np.random.Generator) -> Floats:
    """The depth of each tick with the errors of its channel."""
    true_mm = presses.depth_mm[:, : presses.depth_mm.shape[1] // TICK * TICK]
    mean_mm = true_mm.reshape(len(true_mm), -1, TICK).mean(2)
    motion = rng.normal(0, 1, mean_mm.shape)
    for i in range(1, motion.shape[1]):
        motion[:, i] = motion[:, i - 1] * 0.98 + motion[:, i] * math.sqrt(1 - 0.98**2)
    noise_mm = rng.normal(0, depth.noise_mm, mean_mm.shape)
    return np.asarray(mean_mm + noise_mm + depth.motion_mm * motion, np.float64)
