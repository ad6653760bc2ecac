"""What a trainee's results say, and what they do not."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Any

import pytest

from analysis.lacking import Lack, Lacking
from tests.training.results import later, result
from training.exercise import Purpose
from training.lines import progress_lines
from training.passing import verdicts
from training.progress import Baseline, progress
from training.result import Lost, TrialResult, Unscored
from training.sentences import sentence, told


def run(at: datetime, purpose: Purpose, points: list[float], errors: list[float]) -> list[TrialResult]:
    """Trials of 10, 20, … N."""
    return [
        result(
            "test",
            at,
            purpose=purpose,
            points=each,
            error_percent=error,
            number=number,
            of=len(points),
            target_n=10.0 * number,
            run=f"{at:%Y-%m-%dT%H}",
        )
        for number, (each, error) in enumerate(zip(points, errors, strict=True), 1)
    ]


DAYS = [
    *run(later(0), Purpose.PRE_TEST, [40, 50, 60], [-20, -10, -15]),
    *run(later(1), Purpose.PRE_TEST, [44, 50, 68], [-16, -12, -11]),
]


def test_the_own_error_is_that_of_a_days_mean() -> None:
    """Rows 40 44, 50 50, 60 68."""
    found = progress(DAYS).baseline
    assert isinstance(found, Baseline)
    assert found.points == pytest.approx(52.0)
    assert found.absolute_percent == pytest.approx(14.0)
    # day means 50 and 54, so MSC = 3 · (2² + 2²) = 24; differences 4, 0, 8 about 4: MSE = (0 + 16 + 16) / 2 / 2 = 8
    assert found.points_error.sem == pytest.approx(math.sqrt(24 / 3))
    assert found.points_error.mdc95 == pytest.approx(1.96 * math.sqrt(2) * math.sqrt(8))


def test_two_pre_tests_of_one_day_are_not_two_days() -> None:
    """A night lies between them, or the own error would leave the days out."""
    morning, evening, tomorrow = (run(later(day), Purpose.PRE_TEST, [40, 50, 60], [0, 0, 0]) for day in (0, 0.7, 0.75))
    assert isinstance(progress([*morning, *evening]).baseline, Lacking)
    found = progress([*morning, *evening, *tomorrow]).baseline
    assert isinstance(found, Baseline)
    assert found == progress([*morning, *tomorrow]).baseline


@pytest.mark.parametrize(("gain", "beyond"), [(7.8, False), (7.9, True), (-7.8, False), (-7.9, True)])
def test_only_beyond_the_own_error_something_changed(gain: float, beyond: bool) -> None:
    """MDC95 = 1.96 · √2 · √8 = 7.84 points."""
    later_on = run(later(9), Purpose.RETENTION, [52 + gain] * 3, [-14, -14, -14])
    (change,) = progress([*DAYS, *later_on]).changes
    assert change.points == pytest.approx(gain)
    assert change.beyond is beyond
    assert change.absolute_percent == pytest.approx(0.0)
    assert not change.absolute_beyond


@pytest.mark.parametrize(
    "days",
    [
        DAYS[:3],
        DAYS[:5],
        [*DAYS[:3], *run(later(1), Purpose.PRE_TEST, [44, 50], [1, 2])],
        [each.model_copy(update={"hand": "other"}) if each.at == later(1) else each for each in DAYS],
    ],
)
def test_without_the_whole_pre_test_twice_there_is_no_own_error_and_no_change(days: list[TrialResult]) -> None:
    found = progress([*days, *run(later(9), Purpose.RETENTION, [99] * 3, [0, 0, 0])])
    assert isinstance(found.baseline, Lacking)
    assert found.baseline.lack in (Lack.FEW_RATERS, Lack.MISSING_CELL)
    assert found.changes == ()


def test_what_was_done_on_a_person_is_a_curve_of_its_own_and_no_test() -> None:
    on_person = [each.model_copy(update={"on": "person"}) for each in DAYS]
    tested = run(later(9), Purpose.RETENTION, [99] * 3, [0, 0, 0])
    assert isinstance(progress([*on_person, *tested]).baseline, Lacking)
    both = progress([*DAYS, *on_person, *(each.model_copy(update={"on": "person"}) for each in tested)])
    assert sorted(skill.on for skill in both.curves) == ["pad", "person"]
    assert both.baseline == progress(DAYS).baseline
    assert both.changes == ()


def test_a_change_is_told_of_a_whole_test_that_is_the_baseline_s_and_of_no_other() -> None:
    later_on = run(later(9), Purpose.RETENTION, [99] * 3, [0, 0, 0])
    assert len(progress([*DAYS, *later_on]).changes) == 1
    others: list[dict[str, Any]] = [{"simulated": True}, {"hand": "other"}, {"guided": True}, {"target_n": 15.0}]
    for other in others:
        found = progress([*DAYS, *(each.model_copy(update=other) for each in later_on)])
        assert (len(found.compared), found.changes) == (2, ())
    assert progress([*DAYS, *later_on[:2]]).changes == ()


def test_real_pre_tests_are_the_baseline_rather_than_simulated_ones_before() -> None:
    simulated = [
        each.model_copy(update={"simulated": True, "run": f"s{each.run}", "at": each.at - timedelta(days=5)})
        for each in DAYS
    ]
    found = progress([*simulated, *DAYS])
    assert found.baseline == progress(DAYS).baseline
    assert [session.at for session in found.compared] == [later(0), later(1)]
    alone = progress(simulated)
    assert isinstance(alone.baseline, Baseline)
    assert alone.baseline.test.skill.simulated


def test_without_a_baseline_the_tests_like_the_latest_are_compared() -> None:
    other = [each.model_copy(update={"hand": "other"}) for each in run(later(2), Purpose.PRE_TEST, [9, 9], [0, 0])]
    assert [session.at for session in progress([*DAYS[:3], *other]).compared] == [later(2)]
    again = [each.model_copy(update={"hand": "other"}) for each in run(later(-1), Purpose.RETENTION, [9, 9], [0, 0])]
    assert [session.at for session in progress([*again, *DAYS[:3], *other]).compared] == [later(-1), later(2)]
    steady = run(later(3), Purpose.STEADINESS, [90, 90, 90], [0, 0, 0])
    assert [session.at for session in progress([*DAYS[:3], *other, *steady]).compared] == [later(2)]
    assert progress([]).compared == progress(steady).compared == ()


def test_trials_in_random_order_compare_by_their_targets() -> None:
    turned = [
        each.model_copy(update={"number": 4 - each.number}) if each.at == later(1) else each for each in reversed(DAYS)
    ]
    found = progress(sorted(turned, key=lambda each: (each.at, each.number))).baseline
    listed = progress(DAYS).baseline
    assert isinstance(found, Baseline)
    assert isinstance(listed, Baseline)
    assert found.points_error == listed.points_error


def test_a_session_has_constant_absolute_and_variable_error() -> None:
    (skill, sessions), *none = progress(DAYS).curves.items()
    assert (none, skill.exercise, skill.guided, len(sessions)) == ([], "test", False, 2)
    error = sessions[0].error_percent
    assert (error.n, error.constant, error.absolute) == (3, -15.0, 15.0)
    assert error.variable == pytest.approx(5.0)
    assert sessions[0].first_points == 40.0
    # Student's t with 2 degrees of freedom: 4.30265
    assert sessions[0].points.mean_low == pytest.approx(50 - 4.30265 * 10 / math.sqrt(3), rel=1e-5)


def test_seen_and_unseen_trials_the_other_hand_and_simulated_ones_never_mix() -> None:
    mixed = [
        result(),
        result(guided=True, number=2),
        result(hand="other", number=3),
        result(simulated=True, number=4),
        result(points=None, number=5),
    ]
    curves = progress(mixed).curves
    assert len(curves) == 4
    assert all(session.points.n == 1 for sessions in curves.values() for session in sessions)
    only = next(iter(curves.values()))[0].points
    assert isinstance(only.variable, Lacking)


# passing


def test_a_guided_run_passes_by_steadiness_bias_and_band() -> None:
    good: dict[str, Any] = {"guided": True, "cv_percent": 6.0, "error_percent": -3.0, "in_band_percent": 85.0}
    (verdict,) = verdicts([result(**good)])
    assert verdict.passed
    for name, bad in (("cv_percent", 6.1), ("error_percent", 3.1), ("in_band_percent", 84.9), ("cv_percent", None)):
        assert not verdicts([result(**(good | {name: bad}))])[0].passed


def test_an_unseen_run_passes_by_its_constant_error() -> None:
    assert verdicts([result(error_percent=30.0), result(error_percent=0.0)])[0].passed
    assert not verdicts([result(error_percent=31.0), result(error_percent=0.0)])[0].passed
    assert not verdicts([result(error_percent=0.0, cv_percent=12.1)])[0].passed


def test_of_a_retention_test_the_first_trial_counts() -> None:
    assert verdicts(retention(0, 16))[0].passed
    assert not verdicts(retention(16, 0, 0))[0].passed
    assert verdicts([result(points=None)]) == ()


def test_a_retention_test_whose_first_trial_was_void_is_neither_passed_nor_failed() -> None:
    """The second one comes after a press: that is a warm-up."""
    void = result(purpose=Purpose.RETENTION, points=None)
    assert verdicts([void, *retention(0, 0)[1:]]) == ()
    (session,) = next(iter(progress([void, *retention(0, 0)[1:]]).curves.values()))
    assert session.first_points is None
    told = progress_lines(progress([void, *retention(0, 0)[1:]]))
    assert any(line.endswith("first trial –") for line in told)


def retention(*errors_percent: float) -> list[TrialResult]:
    return run(later(9), Purpose.RETENTION, [80] * len(errors_percent), list(errors_percent))


def test_seen_and_unseen_trials_are_judged_apart() -> None:
    assert [each.guided for each in verdicts([result(), result(guided=True)])] == [True, False]


# sentences


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"points": None}, "Void: no data. It counts nowhere."),
        ({}, "80 points: nothing to speak of is missing."),
        (
            {"weakest": Lost(cause="too_hard", points=12.4, second=3)},
            "80 points: 12 went to pressing too hard, most of it in second 4: ease off sooner.",
        ),
        ({"weakest": Lost(cause="too_light", points=0.9, second=3)}, "80 points: nothing to speak of is missing."),
    ],
)
def test_one_sentence_names_the_weakest_term(changes: dict[str, Any], said: str) -> None:
    assert sentence(result(**changes)) == said


def test_every_cause_has_its_words() -> None:
    for cause in ("not_pressing", "too_light", "too_hard", "missing", "not_released"):
        assert "went to" in sentence(result(weakest=Lost(cause=cause, points=5, second=0)))


def test_what_the_link_lost_and_why_there_is_no_score_are_said() -> None:
    part = result()
    assert part.score is not None
    wide = part.model_copy(update={"score": part.score.model_copy(update={"high_points": 84.0})})
    assert sentence(wide).startswith("80 points (to 84, had nothing been lost on the link):")
    none = part.model_copy(update={"score": None, "unscored": Unscored(code="gap", text="readings are missing")})
    assert sentence(none) == "No score: readings are missing."
    assert told(none) == "1/1  10 N  No score: readings are missing."
    assert told(part).endswith("In band 90 %, mean +5 %.")
