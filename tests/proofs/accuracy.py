"""Writes docs/accuracy.md: `python -m tests.proofs.accuracy`, about five minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from tests.proofs.algometry import ppt_errors
from tests.proofs.errors import (
    FALLS,
    Spoil,
    Trial,
    bounds_kpa_s,
    dose_percent,
    edge_samples,
    fall_ms,
    measured,
    noisy,
    outside_percent,
    random_press,
    trials,
)
from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.shapes import Press, of_fall, straight

RATES_HZ: Final = (10.0, 20.0, 50.0, 100.0, 250.0, 500.0, 1000.0)
FAST_HZ: Final = RATES_HZ[2:]
COUNT: Final = 1000
NOISES_N: Final = (0.02, 0.1, 0.3)
LOSSES: Final = (0.01, 0.05, 0.2)
FALLS_S: Final = (0.04, 0.08, 0.12, 0.2, 0.4)

ABOUT: Final = (
    "Signals whose every figure is known in closed form (`tests/proofs/shapes.py`), sampled, spoiled and measured by "
    "the analysis that measures a tool. Each is a rest, a straight rise of 0.4 to 2 s, a plateau of 5 to 12 s at 15 to "
    "60 N, and a straight, cosine or exponential fall (the time from nine tenths to one tenth: 80 ms, exponential "
    f"120 ms, to 0.6 s). {COUNT} random ones for each row; the worst of them is shown, not the mean. This is the error "
    "of the algorithm only: a cell, its calibration and the area of a tip come on top."
)
LOST: Final = (
    "Where readings are lost inside the hold, the true dose lies within its bounds. Where they are lost only before or "
    "after it, the dose is as exact as without loss, which may be a few hundred-thousandths above the truth."
)


THRESHOLD: Final = (
    "The pressure pain threshold is the force at the press on a ramp of known formula; a person's reaction time, 12 to "
    "15 kPa at 50 kPa/s, is no part of it ([algometry.md](algometry.md))."
)


def plain_rows(count: int) -> Iterator[tuple[str, ...]]:
    """Without noise."""
    for number, rate_hz in enumerate(RATES_HZ):
        for jitter in (0.0, 0.5):
            found = list(trials(count, rate_hz, Spoil(jitter=jitter), 100 + number))
            fall = f"{max(map(fall_ms, found)):.2f}" if rate_hz in FAST_HZ else "not measured"
            yield (
                f"{rate_hz:g}",
                f"{100 * jitter:g} %",
                f"{max(map(dose_percent, found)):.4f}",
                f"{max(map(edge_samples, found)):.2f}",
                fall,
            )


def fall_rows(count: int) -> Iterator[tuple[str, ...]]:
    """Shapes and lengths of the fall."""
    for name, _ in FALLS:
        for fall_s in FALLS_S:
            yield name, f"{1000 * fall_s:g}", *(f"{worst_fall_ms(name, fall_s, hz, count):.2f}" for hz in FAST_HZ)


def worst_fall_ms(name: str, fall_s: float, rate_hz: float, count: int) -> float:
    """The largest error of falls of one shape and length."""
    random = np.random.default_rng([round(fall_s * 1000), round(rate_hz)])
    flank = of_fall(name, fall_s)
    return max(fall_ms(measured(random_press(random, flank), rate_hz, Spoil(), random)) for _ in range(count))


def noise_rows(count: int) -> Iterator[tuple[str, ...]]:
    """With noise: errors as shares of what is promised."""
    for rate_hz in FAST_HZ:
        for noise_n in NOISES_N:
            found = list(trials(count, rate_hz, Spoil(noise_n=noise_n), 300))
            shares = np.array([noisy(trial, noise_n) for trial in found])
            yield (
                f"{rate_hz:g}",
                f"{noise_n:g}",
                f"{max(map(dose_percent, found)):.3f}",
                *(
                    f"{100 * kept:.1f} ({high:.2f})"
                    for kept, high in zip((shares <= 1).mean(0), shares.max(0), strict=True)
                ),
            )


def loss_rows(count: int) -> Iterator[tuple[str, ...]]:
    """With lost readings: is the truth inside the bounds, and how wide are they."""
    for rate_hz in FAST_HZ:
        for lost in LOSSES:
            found = list(trials(count, rate_hz, Spoil(lost=lost), 400))
            holed = [trial for trial in found if trial.hold.gaps_s]
            whole = [trial for trial in found if not trial.hold.gaps_s]
            width = np.median([100 * (high / low - 1) for low, high in map(bounds_kpa_s, holed)])
            yield (
                f"{rate_hz:g}",
                f"{100 * lost:g}",
                f"{sum(outside_percent(trial) == 0 for trial in holed)} of {len(holed)}",
                f"{width:.1f}",
                f"{max(map(outside_percent, whole), default=0.0):.4f} of {len(whole)}",
            )


def saturation_rows(count: int) -> Iterator[tuple[str, ...]]:
    """A sensor that ends below the plateau."""
    for rate_hz in FAST_HZ:
        found = list(trials(count, rate_hz, Spoil(limit_n=14.0), 500))
        silent = sum(trial.hold.dose_high_kpa_s is None for trial in found)
        below = sum((trial.hold.dose_low_kpa_s or 0) <= 10 * trial.truth.impulse_n_s for trial in found)
        yield f"{rate_hz:g}", f"{below} of {count}", f"{silent} of {count}"


def steady_rows(count: int) -> Iterator[tuple[str, ...]]:
    """A plateau with a slope and a sine of whole periods."""
    for rate_hz in FAST_HZ:
        found = list(steady_trials(count, rate_hz))
        yield (
            f"{rate_hz:g}",
            f"{max(abs((t.hold.cv_percent or np.inf) / t.truth.cv_percent - 1) for t in found) * 100:.2f}",
            f"{max(abs((t.hold.tremor_n_rms or np.inf) / t.truth.tremor_n - 1) for t in found) * 100:.2f}",
            f"{max(abs((t.hold.drift_n_per_s or np.inf) - t.truth.drift_n_per_s) for t in found):.4f}",
            f"{max(abs((t.hold.rise_n_per_s or np.inf) / t.truth.rise_n_per_s - 1) for t in found) * 100:.2f}",
        )


def steady_trials(count: int, rate_hz: float) -> Iterator[Trial]:
    """Sines of 5 to 11 Hz and 0.3 to 1 N on slopes up to 0.2 N/s."""
    random = np.random.default_rng(600)
    for _ in range(count):
        press = Press(
            level_n=random.uniform(25, 45),
            rise=straight(random.uniform(0.6, 2)),
            plateau_s=random.uniform(9, 20),
            fall=straight(random.uniform(0.2, 0.6)),
            slope_n_per_s=random.uniform(-0.1, 0.1),
            sine_n=random.uniform(0.3, 1.0),
            sine_hz=random.uniform(5, 11),
        )
        yield measured(press, rate_hz, Spoil(), random)


def ppt_rows(count: int) -> Iterator[tuple[str, ...]]:
    """Force at the press on straight and bent ramps."""
    for error in ppt_errors(presses=min(max(count, 2), 60)):
        yield (
            error.shape,
            f"{error.rate_kpa_per_s:g}",
            f"{error.sampling_hz:g}",
            f"{error.noise_n:g}",
            f"{error.worst_percent:.4f}",
            f"{error.bias_percent:.4f}",
            f"{error.sd_percent:.4f}",
        )


def tables(count: int) -> list[Table]:
    """All tables of the page."""
    rates = [f"{rate_hz:g} Hz" for rate_hz in FAST_HZ]
    return [
        Table(
            "Without noise",
            ("Hz", "jitter of the period", "dose, %", "start and end, samples", "fall, ms"),
            plain_rows(count),
        ),
        Table(
            "Falls by shape and length: error, ms",
            ("shape", "fall, ms", *rates),
            fall_rows(max(count // 5, 1)),
        ),
        Table(
            "With noise: within 3σ / slope + 1 sample, % of presses (worst, as a share of it)",
            ("Hz", "noise, N", "dose, %", "start", "end", "fall"),
            noise_rows(count),
        ),
        Table(
            "With lost readings, in runs of up to twelve",
            (
                "Hz",
                "lost, %",
                "lost inside the hold: truth within the bounds",
                "median width of the bounds, %",
                "lost elsewhere: farthest outside, %",
            ),
            loss_rows(count),
        ),
        Table(
            "Saturated at 14 N",
            ("Hz", "lower bound holds", "no upper bound is given"),
            saturation_rows(max(count // 5, 1)),
        ),
        Table(
            "Steadiness and rise",
            ("Hz", "CV, % of it", "tremor, % of it", "drift, N/s", "rate of the rise, %"),
            steady_rows(max(count // 5, 1)),
        ),
        Table(
            "Pressure pain threshold, algorithm only: error, % of the pressure at the press",
            ("ramp", "kPa/s", "Hz", "noise, N", "worst", "mean", "SD"),
            ppt_rows(count),
        ),
    ]


if __name__ == "__main__":
    write_page(ROOT / "docs" / "accuracy.md", "How exact the figures are", [ABOUT, LOST, THRESHOLD], tables(COUNT))
