"""What each figure of a hold is, in one place: its name, unit, and a sentence for whoever asks what it means.

The definitions are those of docs/analysis.md; these sentences say in plain words what they say exactly.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from session.documents import HoldDocument


class Metric(NamedTuple):
    """One figure of a `HoldDocument`."""

    name: str
    """Of its field."""
    title: str
    unit: str
    decimals: int
    meaning: str


class Shown(NamedTuple):
    """A figure of one hold: a value, or the reason why there is none, or both a value and a doubt."""

    metric: Metric
    value: float | None
    why: str
    """Of the verdict; "" where there is none."""


METRICS: Final = (
    Metric("duration_s", "Length", "s", 1, "From the first reading of the contact to the last."),
    Metric("mean_kpa", "Mean pressure", "kPa", 0, "Mean force over the area of the tip; gaps are left out."),
    Metric("mean_n", "Mean force", "N", 1, "Impulse over the time with readings; gaps are left out."),
    Metric("median_n", "Middle force", "N", 1, "Half of the readings lie above it; short peaks do not move it."),
    Metric("peak_n", "Peak", "N", 1, "The highest reading; where the sensor was at its end, the truth was higher."),
    Metric("in_band_s", "Time in band", "s", 1, "Time within the target ± its tolerance. This is what a plan counts."),
    Metric("in_band_longest_s", "Longest in band", "s", 1, "The longest time in the band without leaving it."),
    Metric(
        "dose_kpa_s", "Dose", "kPa·s", 0, "Pressure times time, summed; nothing is added where readings are missing."
    ),
    Metric(
        "dose_low_kpa_s", "Dose, at least", "kPa·s", 0, "The dose if nothing was pressed where readings are missing."
    ),
    Metric(
        "dose_high_kpa_s", "Dose, at most", "kPa·s", 0, "The dose if each gap hid as much as a fast hand can press."
    ),
    Metric(
        "dose_ppt_s",
        "Dose in thresholds",
        "s",
        1,
        "Seconds at the pain threshold that give the same dose; no trial used it.",
    ),
    Metric("impulse_n_s", "Impulse", "N·s", 0, "Force times time, summed: the dose without the area of the tip."),
    Metric("gaps_s", "Without readings", "s", 2, "Time inside the hold of which nothing is known."),
    Metric("merged", "Short let-goes", "", 0, "Let-goes inside the hold that were too short to end it."),
    Metric(
        "rmse_n",
        "Distance from target",
        "N",
        2,
        "Typical distance of the settled force from the target; its parts follow.",
    ),
    Metric(
        "bias_n",
        "Offset from target",
        "N",
        2,
        "How far the settled force lay above (+) or below (−) the target on average.",
    ),
    Metric(
        "drift_rms_n",
        "Part of it: drift",
        "N",
        2,
        "How much of the distance comes from a force that rose or fell steadily.",
    ),
    Metric("fluctuation_n", "Part of it: wavering", "N", 2, "How much of the distance comes from a hand that wavered."),
    Metric("cv_percent", "Steadiness (CV)", "%", 1, "Wavering as a share of the force; smaller is steadier."),
    Metric(
        "drift_n_per_s",
        "Drift",
        "N/s",
        2,
        "Slope of the settled force. Tissue, hand and sensor cannot be told apart by it.",
    ),
    Metric("tremor_n_rms", "Tremor", "N", 2, "Wavering between 4 and 12 Hz, where a hand that presses trembles."),
    Metric("rise_n_per_s", "Rise", "N/s", 1, "How fast the force grew from a tenth to nine tenths of its level."),
    Metric("rise_kpa_per_s", "Rise of pressure", "kPa/s", 0, "The rise over the area of the tip."),
    Metric("ramp_error_percent", "Distance from ramp", "%", 1, "How far the rise lay from the prescribed rate."),
    Metric(
        "overshoot_percent",
        "Overshoot",
        "%",
        1,
        "How far the peak went beyond the target; negative where it was not reached.",
    ),
    Metric(
        "relaxation_30s_percent",
        "Fall within 30 s",
        "%",
        1,
        "How much less force after 30 s than at first. At constant force it says nothing.",
    ),
    Metric(
        "cue_latency_s",
        "Until the hand let go",
        "s",
        2,
        "From the call to let go until the force began to fall; the link's delay is in it.",
    ),
    Metric("fall_s", "Let-go", "s", 2, "How long the force fell from nine tenths to one tenth; slower is gentler."),
    Metric("fall_n_per_s", "Fall", "N/s", 1, "How fast the force fell."),
    Metric(
        "residual_n", "Force left", "N", 2, "What still pressed shortly after the end; an uneven zero shows here, too."
    ),
    Metric(
        "recontact_s",
        "Touched again after",
        "s",
        2,
        "Within half a second of the end; a dash: it was not touched again.",
    ),
    Metric("over_cap_s", "Above the limit", "s", 2, "Time above the limit of the plan."),
    Metric(
        "over_cap_peak_n",
        "Peak above the limit",
        "N",
        1,
        "The highest force above the limit; a dash: it was never exceeded.",
    ),
    Metric("over_cap_peak_kpa", "Peak above the limit", "kPa", 0, "The same over the area of the tip."),
    Metric("over_cap_n_s", "Impulse above the limit", "N·s", 1, "The area between the force and the limit."),
    Metric("over_cap_kpa_s", "Dose above the limit", "kPa·s", 0, "The same over the area of the tip."),
)
"""In the order in which they are shown: the dose first, then how it was held, then how it began and ended."""


def shown(hold: HoldDocument) -> tuple[Shown, ...]:
    """Every figure of a hold."""
    why = {verdict.metric: verdict.text for verdict in hold.verdicts}
    return tuple(Shown(metric, getattr(hold, metric.name), why.get(metric.name, "")) for metric in METRICS)
