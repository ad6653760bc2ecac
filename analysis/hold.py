"""One compression, measured: the values of docs/analysis.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Code(StrEnum):
    """Why a measurement is missing or only partly trusted."""

    NO_TARGET = "no_target"
    NO_AREA = "no_area"
    NO_FULL_SCALE = "no_full_scale"
    ASSUMED_FULL_SCALE = "assumed_full_scale"
    TOO_SHORT = "too_short"
    BELOW_50_HZ = "below_50_hz"
    GAP = "gap"
    CUT = "cut"
    SATURATED = "saturated"
    NOT_REACHED = "not_reached"
    NEXT_CONTACT = "next_contact"
    NO_PLATEAU = "no_plateau"
    TOO_SLOW = "too_slow"
    NO_PPT = "no_ppt"
    NO_RAMP = "no_ramp"
    NO_CUE = "no_cue"
    BEFORE_CUE = "before_cue"
    TOO_LONG = "too_long"
    NOT_WATCHED = "not_watched"


class Missing(NamedTuple):
    """Why a metric cannot be had."""

    code: Code
    text: str


Metric: TypeAlias = float | Missing
"""A measured value or the reason why there is none."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with one metric; `text` is a sentence for people."""

    metric: str
    code: Code
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One hold; a metric is None where the readings do not support a value, and `verdicts` says why.

    Times are on the instrument's clock. What is above the cap is None without a cap, the peaks also
    when the cap was never exceeded; `recontact_s` when the tip did not touch again within 0.5 s.
    """

    index: int
    start_s: float
    end_s: float
    duration_s: float
    gaps_s: float
    """Time without readings inside the hold; part of `duration_s`."""
    merged: int
    """Let-goes too short to end it."""
    plateau_start_s: float | None = None
    plateau_end_s: float | None = None
    peak_n: float
    median_n: float | None = None
    mean_n: float | None = None
    mean_kpa: float | None = None
    impulse_n_s: float
    dose_kpa_s: float | None = None
    dose_low_kpa_s: float | None = None
    dose_high_kpa_s: float | None = None
    dose_ppt_s: float | None = None
    in_band_s: float | None = None
    in_band_longest_s: float | None = None
    rmse_n: float | None = None
    bias_n: float | None = None
    drift_rms_n: float | None = None
    fluctuation_n: float | None = None
    cv_percent: float | None = None
    drift_n_per_s: float | None = None
    tremor_n_rms: float | None = None
    rise_n_per_s: float | None = None
    rise_kpa_per_s: float | None = None
    ramp_error_percent: float | None = None
    overshoot_percent: float | None = None
    relaxation_30s_percent: float | None = None
    softening_s: tuple[float, ...]
    """When softening was said (an advisory, `analysis/advisory.py`), after the start; a verdict says where it was not
    watched."""
    cue_latency_s: float | None = None
    fall_s: float | None = None
    fall_n_per_s: float | None = None
    residual_n: float | None = None
    recontact_s: float | None
    over_cap_s: float | None
    over_cap_n_s: float | None
    """The area between the force and the cap; gaps hide what was there."""
    over_cap_kpa_s: float | None
    """The same as a dose; None too without an area."""
    over_cap_peak_n: float | None
    over_cap_peak_kpa: float | None
    """None too without an area."""
    verdicts: tuple[Verdict, ...]
