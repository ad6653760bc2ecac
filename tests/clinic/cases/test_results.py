"""What a record and what ramps tell of a person, figure by figure."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from analysis.algometry.threshold import Above, Method, Outcome, Reached, Threshold
from analysis.algometry.verdicts import Flaw, Missing, Reason, Verdict
from clinic.cases.case_file import Whose
from clinic.cases.results import Ramps, holds_of, readings_of
from clinic.report.measured import Measured
from clinic.visits import AboveCap, At, HoldResult, NotHad, PainScore, Phase, Provoked, ThresholdReading
from session.caps import Region
from session.threshold import ThresholdPlan
from tests.clinic.report.conftest import guided, guided_record, made
from tests.clinic.screening.charts import ANNA, BODY, NOW

__all__ = ["guided", "guided_record", "made"]

WHOSE = Whose(UUID(int=1), UUID(int=2), ANNA)
NO_FIGURE = Missing(Reason.NO_PRESS, "nobody said “now”")


def test_each_hold_of_a_record_is_a_result_with_the_figures_of_the_analysis(guided_record: Measured) -> None:
    found = holds_of(guided_record, BODY, "1.2.3")(WHOSE)
    holds = [each for each in found if isinstance(each, HoldResult)]
    assert len(holds) == len(guided_record.holds) == 2
    for told, hold in zip(holds, guided_record.holds, strict=True):
        figures = hold.figures
        assert (told.client, told.visit, told.by, told.spot) == (*WHOSE, BODY)
        assert (told.phase, told.core, told.simulated) == (Phase.DURING, "1.2.3", False)
        assert (told.record, told.index) == ("guided.mcap", figures.index)
        assert told.at == guided_record.started_at + timedelta(seconds=figures.start_s)
        for name in (
            "duration_s", "in_band_s", "mean_kpa", "peak_n", "dose_kpa_s", "dose_low_kpa_s", "dose_high_kpa_s",
            "dose_ppt_s", "over_cap_s", "over_cap_peak_kpa",
        ):  # fmt: skip
            assert getattr(told, name) == getattr(figures, name), name
        assert told.target_n == 10
        assert told.area_cm2 == guided_record.analysis.area_cm2
        assert len(told.verdicts) == len(figures.verdicts)
    assert [each.ended_by for each in holds] == ["the time in band is complete", "the patient pressed stop"]


def test_pain_that_was_told_in_a_treatment_is_a_score_and_says_that_it_was_recalled(guided_record: Measured) -> None:
    (pain,) = (each for each in holds_of(guided_record, BODY, "1")(WHOSE) if isinstance(each, PainScore))
    assert (pain.nrs, pain.entered_by, pain.recalled, pain.at_what) == (4, "patient", True, Provoked.PRESS)


def test_the_same_record_always_has_the_same_ids_and_another_person_others(guided_record: Measured) -> None:
    once, again = (holds_of(guided_record, BODY, core)(WHOSE) for core in ("1", "2"))
    other = holds_of(guided_record, BODY, "1")(WHOSE._replace(client=UUID(int=3)))
    assert [each.id for each in once] == [each.id for each in again]
    assert len({each.id for each in (*once, *other)}) == 2 * len(once)


def reading(outcome: Outcome, *verdicts: Verdict, method: Method | None = Method.BUTTON) -> Threshold:
    return Threshold(
        outcome=outcome, method=method, start_s=0.0, press_s=None, end_s=8.0, peak_kpa=NO_FIGURE,
        overshoot_kpa=NO_FIGURE, rate=NO_FIGURE, uneven_percent=NO_FIGURE, verdicts=verdicts,
    )  # fmt: skip


def ramps(*readings: Threshold, first_is_practice: bool = False) -> Ramps:
    plan = ThresholdPlan(
        region=Region.BODY, area_cm2=2.0, first_is_practice=first_is_practice, script="Press when it hurts."
    )
    return Ramps(plan, readings, "threshold", BODY, NOW, "ramps.mcap", simulated=True)


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        (Reached(pressure_kpa=210.0, force_n=42.0), At(kpa=210.0, force_n=42.0)),
        (Above(cap_kpa=250.0), AboveCap(cap_kpa=250.0)),
        (NO_FIGURE, NotHad(why="nobody said “now”")),
    ],
)
def test_a_ramp_that_gave_no_figure_is_kept_as_one_that_gave_none(outcome: Outcome, found: object) -> None:
    (told,) = readings_of(ramps(reading(outcome)))(WHOSE)
    assert isinstance(told, ThresholdReading)
    assert told.found == found


def test_a_reading_says_how_it_was_taken_and_what_is_wrong_with_it() -> None:
    late = Verdict(Flaw.LATE_PRESS, "the press came late")
    tilt = Verdict(Flaw.AXIS_NOT_JUDGED, "nothing measures the tilt")
    upright, pressed = reading(Reached(210.0, 42.0), tilt), reading(Reached(190.0, 38.0), tilt, late)
    first, second = readings_of(ramps(upright, pressed))(WHOSE)
    assert isinstance(first, ThresholdReading)
    assert isinstance(second, ThresholdReading)
    assert (first.verdicts, second.verdicts) == ((), ("the press came late",))
    assert (first.area_cm2, first.rate_kpa_per_s, first.method) == (2.0, 30.0, Method.BUTTON)
    assert (first.script, first.record, first.simulated, first.practice) == (
        "Press when it hurts.", "ramps.mcap", True, False,
    )  # fmt: skip
    assert (first.at, first.spot, first.phase, first.of) == (NOW, BODY, Phase.BEFORE, "threshold")
    assert first.id != second.id


def test_only_the_first_ramp_is_practice_and_only_where_the_plan_says_so() -> None:
    told = readings_of(ramps(*[reading(Reached(210.0, 42.0))] * 2, first_is_practice=True))(WHOSE)
    assert [getattr(each, "practice", None) for each in told] == [True, False]
