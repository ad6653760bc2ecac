"""What each figure of a hold is, in one place: its name, unit, and a sentence for whoever asks what it means.

The definitions are those of docs/analysis.md; these sentences say in plain words what they say exactly.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from protocol.sentence import Sentence
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
    Metric("duration_s", Sentence("Length"), "s", 1, Sentence("From the first reading of the contact to the last.")),
    Metric(
        "mean_kpa",
        Sentence("Mean pressure"),
        "kPa",
        0,
        Sentence("Mean force over the area of the tip; gaps are left out."),
    ),
    Metric(
        "mean_n", Sentence("Mean force"), "N", 1, Sentence("Impulse over the time with readings; gaps are left out.")
    ),
    Metric(
        "median_n",
        Sentence("Middle force"),
        "N",
        1,
        Sentence("Half of the readings lie above it; short peaks do not move it."),
    ),
    Metric(
        "peak_n",
        Sentence("Peak"),
        "N",
        1,
        Sentence("The highest reading; where the sensor was at its end, the truth was higher."),
    ),
    Metric(
        "in_band_s",
        Sentence("Time in band"),
        "s",
        1,
        Sentence("Time within the target ± its tolerance. This is what a plan counts."),
    ),
    Metric(
        "in_band_longest_s",
        Sentence("Longest in band"),
        "s",
        1,
        Sentence("The longest time in the band without leaving it."),
    ),
    Metric(
        "dose_kpa_s",
        Sentence("Dose"),
        "kPa·s",
        0,
        Sentence("Pressure times time, summed; nothing is added where readings are missing."),
    ),
    Metric(
        "dose_low_kpa_s",
        Sentence("Dose, at least"),
        "kPa·s",
        0,
        Sentence("The dose if nothing was pressed where readings are missing."),
    ),
    Metric(
        "dose_high_kpa_s",
        Sentence("Dose, at most"),
        "kPa·s",
        0,
        Sentence("The dose if each gap hid as much as a fast hand can press."),
    ),
    Metric(
        "dose_ppt_s",
        Sentence("Dose in thresholds"),
        "s",
        1,
        Sentence("Seconds at the pain threshold that give the same dose; no trial used it."),
    ),
    Metric(
        "impulse_n_s",
        Sentence("Impulse"),
        "N·s",
        0,
        Sentence("Force times time, summed: the dose without the area of the tip."),
    ),
    Metric("gaps_s", Sentence("Without readings"), "s", 2, Sentence("Time inside the hold of which nothing is known.")),
    Metric(
        "merged", Sentence("Short let-goes"), "", 0, Sentence("Let-goes inside the hold that were too short to end it.")
    ),
    Metric(
        "rmse_n",
        Sentence("Distance from target"),
        "N",
        2,
        Sentence("Typical distance of the settled force from the target; its parts follow."),
    ),
    Metric(
        "bias_n",
        Sentence("Offset from target"),
        "N",
        2,
        Sentence("How far the settled force lay above (+) or below (−) the target on average."),
    ),
    Metric(
        "drift_rms_n",
        Sentence("Part of it: drift"),
        "N",
        2,
        Sentence("How much of the distance comes from a force that rose or fell steadily."),
    ),
    Metric(
        "fluctuation_n",
        Sentence("Part of it: wavering"),
        "N",
        2,
        Sentence("How much of the distance comes from a hand that wavered."),
    ),
    Metric(
        "cv_percent",
        Sentence("Steadiness (CV)"),
        "%",
        1,
        Sentence("Wavering as a share of the force; smaller is steadier."),
    ),
    Metric(
        "drift_n_per_s",
        Sentence("Drift"),
        "N/s",
        2,
        Sentence("Slope of the settled force. Tissue, hand and sensor cannot be told apart by it."),
    ),
    Metric(
        "tremor_n_rms",
        Sentence("Tremor"),
        "N",
        2,
        Sentence("Wavering between 4 and 12 Hz, where a hand that presses trembles."),
    ),
    Metric(
        "rise_n_per_s",
        Sentence("Rise"),
        "N/s",
        1,
        Sentence("How fast the force grew from a tenth to nine tenths of its level."),
    ),
    Metric("rise_kpa_per_s", Sentence("Rise of pressure"), "kPa/s", 0, Sentence("The rise over the area of the tip.")),
    Metric(
        "ramp_error_percent",
        Sentence("Distance from ramp"),
        "%",
        1,
        Sentence("How far the rise lay from the prescribed rate."),
    ),
    Metric(
        "overshoot_percent",
        Sentence("Overshoot"),
        "%",
        1,
        Sentence("How far the peak went beyond the target; negative where it was not reached."),
    ),
    Metric(
        "relaxation_30s_percent",
        Sentence("Fall within 30 s"),
        "%",
        1,
        Sentence("How much less force after 30 s than at first. At constant force it says nothing."),
    ),
    Metric(
        "cue_latency_s",
        Sentence("Until the hand let go"),
        "s",
        2,
        Sentence("From the call to let go until the force began to fall; the link's delay is in it."),
    ),
    Metric(
        "fall_s",
        Sentence("Let-go"),
        "s",
        2,
        Sentence("How long the force fell from nine tenths to one tenth; slower is gentler."),
    ),
    Metric("fall_n_per_s", Sentence("Fall"), "N/s", 1, Sentence("How fast the force fell.")),
    Metric(
        "residual_n",
        Sentence("Force left"),
        "N",
        2,
        Sentence("What still pressed shortly after the end; an uneven zero shows here, too."),
    ),
    Metric(
        "recontact_s",
        Sentence("Touched again after"),
        "s",
        2,
        Sentence("Within half a second of the end; a dash: it was not touched again."),
    ),
    Metric("over_cap_s", Sentence("Above the limit"), "s", 2, Sentence("Time above the limit of the plan.")),
    Metric(
        "over_cap_peak_n",
        Sentence("Peak above the limit"),
        "N",
        1,
        Sentence("The highest force above the limit; a dash: it was never exceeded."),
    ),
    Metric(
        "over_cap_peak_kpa", Sentence("Peak above the limit"), "kPa", 0, Sentence("The same over the area of the tip.")
    ),
    Metric(
        "over_cap_n_s",
        Sentence("Impulse above the limit"),
        "N·s",
        1,
        Sentence("The area between the force and the limit."),
    ),
    Metric(
        "over_cap_kpa_s", Sentence("Dose above the limit"), "kPa·s", 0, Sentence("The same over the area of the tip.")
    ),
)
"""In the order in which they are shown: the dose first, then how it was held, then how it began and ended."""


def shown(hold: HoldDocument) -> tuple[Shown, ...]:
    """Every figure of a hold."""
    why = {verdict.metric: verdict.text for verdict in hold.verdicts}
    return tuple(Shown(metric, getattr(hold, metric.name), why.get(metric.name, "")) for metric in METRICS)
