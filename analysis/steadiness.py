"""How evenly the hand pressed: drift, fluctuation, tremor, and how far it was from the target."""

from __future__ import annotations

from math import ceil, floor, sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.hold import Code, Metric, Missing
from analysis.plateau import Settled
from analysis.reading import contiguous
from analysis.settings import Settings
from protocol.blocks import SampleBlock
from protocol.sentence import Sentence

TREMOR_HZ: Final = (4.0, 12.0)
"""Where the tremor of a hand is found; below it is correction by eye, above it noise."""

HANN_POWER: Final = 3 / 8
"""Mean square of a Hann window."""

NO_TARGET: Final = Missing(Code.NO_TARGET, Sentence("no target force was set"))


class Steadiness(NamedTuple):
    """Of the settled part.

    With a target, `rmse_n`² = `bias_n`² + `drift_rms_n`² + `fluctuation_n`²: where the mean lies, how far the line
    through the readings leads away from it, and what the line leaves.
    """

    cv_percent: Metric
    drift_n_per_s: Metric
    tremor_n_rms: Metric
    drift_rms_n: Metric
    fluctuation_n: Metric
    bias_n: Metric
    rmse_n: Metric


def steadiness(part: Settled | Missing, settings: Settings) -> Steadiness:
    """Straight line through the settled part and what is left over."""
    if isinstance(part, Missing):
        return Steadiness(*[part] * len(Steadiness._fields))
    time_s = (part.readings.time_us - part.readings.time_us[0]) / 1e6
    time_s -= time_s.mean()
    force_n = part.readings.force_n - part.level_n
    spread_s2 = (time_s * time_s).mean()
    slope_n_per_s = float((time_s * force_n).mean() / spread_s2)
    rest_n = force_n - slope_n_per_s * time_s
    fluctuation_n = sqrt((rest_n * rest_n).mean())
    drift_rms_n = abs(slope_n_per_s) * sqrt(spread_s2)
    bias_n = NO_TARGET if settings.target_n is None else part.level_n - settings.target_n
    return Steadiness(
        cv_percent=100 * fluctuation_n / part.level_n,
        drift_n_per_s=slope_n_per_s,
        tremor_n_rms=_tremor(part.readings, rest_n, settings),
        drift_rms_n=drift_rms_n,
        fluctuation_n=fluctuation_n,
        bias_n=bias_n,
        rmse_n=bias_n if isinstance(bias_n, Missing) else sqrt(bias_n**2 + drift_rms_n**2 + fluctuation_n**2),
    )


def _tremor(readings: SampleBlock, rest_n: NDArray[np.float64], settings: Settings) -> Metric:
    if not settings.fast:
        return Missing(Code.BELOW_50_HZ, Sentence("tremor needs 50 readings a second"))
    if not contiguous(readings):
        return Missing(Code.GAP, Sentence("readings are missing in the settled plateau"))
    return band_rms(rest_n, settings.lane_us / 1e6)


def band_rms(rest_n: NDArray[np.float64], period_s: float) -> float:
    """RMS of the part between 4 and 12 Hz of evenly spaced values around 0.

    Power spectrum under a Hann window, summed over the band (Parseval). The window keeps slow swaying from leaking
    into the band; the gain for a steady tremor inside the band is 1. The window is a sum of three lines, so it is put
    on the spectrum: each line less the mean of its neighbours, halved.
    """
    count = len(rest_n)
    first, last = ceil(TREMOR_HZ[0] * count * period_s), floor(TREMOR_HZ[1] * count * period_s)
    spectrum = np.fft.rfft(rest_n)[first - 1 : last + 2]
    lines = spectrum[1:-1] / 2 - (spectrum[:-2] + spectrum[2:]) / 4
    power = float((lines.real**2 + lines.imag**2).sum())
    return sqrt(2 * power / (count * count * HANN_POWER))
