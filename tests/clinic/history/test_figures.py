"""What a course comes to, and what a change says: hand-computed."""

from __future__ import annotations

from uuid import UUID

import pytest

from clinic.entries.figures import Measure
from clinic.history.figures import Figure, Quantity, figures
from clinic.history.judge import Judged, NotComparable, Size, Unjudged, judge, sized, smallest_change
from clinic.history.series import Series, Sides, all_series, sides
from clinic.library import library
from clinic.screening.answers import Side, Spot
from clinic.visits import AboveCap, HoldResult, NotHad, Observation, PainScore, Phase
from tests.clinic.courses import FIRST, LEFT, OTHER, RIGHT, SHOULDER, course, reading, readings, seen

KNOWN = library()
THRESHOLD = Quantity("threshold", LEFT)


def at(value: float, quantity: Quantity = THRESHOLD) -> Figure:
    return Figure(quantity, FIRST, None, Phase.BEFORE, value)


def test_three_ramps_are_one_figure_with_their_mean_and_their_spread() -> None:
    (figure,) = figures(readings(0, 10, LEFT, 210))
    assert (figure.value, figure.readings) == (210, 3)
    assert figure.sd == pytest.approx(12)
    assert figure.phase is Phase.BEFORE


def test_a_single_ramp_has_no_spread() -> None:
    (figure,) = figures([reading(0, 10, LEFT, 210)])
    assert (figure.value, figure.readings, figure.sd) == (210, 1, None)


@pytest.mark.parametrize(
    "more",
    [
        {"found": AboveCap(cap_kpa=400)},
        {"found": NotHad(why="let go too soon")},
        {"verdicts": ("too fast",)},
        {"practice": True},
    ],
)
def test_what_gave_no_figure_or_is_not_trusted_is_averaged_with_nothing(more: dict[str, object]) -> None:
    (figure,) = figures([*readings(0, 10, LEFT, 210), reading(0, 13, LEFT, 900, **more)])
    assert (figure.value, figure.readings) == (210, 3)


def test_ramps_of_two_examiners_or_tips_are_two_figures() -> None:
    mixed = [
        *readings(0, 10, LEFT, 210),
        *readings(0, 10, LEFT, 250, by=OTHER),
        *readings(0, 10, LEFT, 150, area_cm2=4),
    ]
    assert sorted(figure.value for figure in figures(mixed)) == [150, 210, 250]


def test_before_and_after_are_told_apart_and_so_are_sides_and_places() -> None:
    mixed = [*readings(0, 10, LEFT, 210), *readings(0, 48, LEFT, 240), *readings(0, 10, RIGHT, 220)]
    found = {(figure.quantity.spot, figure.phase): figure.value for figure in figures(mixed)}
    assert found == {(LEFT, Phase.BEFORE): 210, (LEFT, Phase.AFTER): 240, (RIGHT, Phase.BEFORE): 220}


def test_a_visits_dose_is_the_sum_of_its_holds_and_none_where_one_has_none() -> None:
    hold = {"spot": LEFT, "record": "a.mcap", "target_n": 20, "area_cm2": 1, "duration_s": 30, "in_band_s": 30}
    rest = {"mean_kpa": 200, "peak_n": 25}
    two = [seen(HoldResult, 0, n, index=n, dose_kpa_s=6000 + n, **hold, **rest) for n in range(2)]
    (figure,) = figures(two)
    assert (figure.quantity, figure.value, figure.readings) == (Quantity("dose", LEFT), 12001, 2)
    assert figures([*two, seen(HoldResult, 0, 3, index=2, dose_kpa_s=None, **hold, **rest)]) == ()


def test_pain_that_was_recalled_later_is_no_figure_of_its_moment() -> None:
    told = [seen(PainScore, 0, 1, nrs=4, entered_by="patient", recalled=recalled) for recalled in (True, False)]
    assert len(figures(told)) == 1


@pytest.mark.parametrize(
    ("difference", "size"),
    [(61.9, Size.WITHIN), (-61.9, Size.WITHIN), (0, Size.WITHIN), (62, Size.IMPORTANT), (-62, Size.IMPORTANT)],
)
def test_a_threshold_at_the_neck_is_believed_from_62_kpa_on(difference: float, size: Size) -> None:
    judged = judge(KNOWN, at(300), at(300 + difference))
    assert isinstance(judged, Judged)
    assert judged.difference == pytest.approx(difference)
    assert (judged.size, judged.change.detectable) == (size, 62)


def test_elsewhere_more_is_needed_and_what_people_notice_is_told_apart() -> None:
    shin = Quantity("threshold", Spot(site="tibialis-anterior-upper", side=Side.LEFT))
    judged = judge(KNOWN, at(300, shin), at(460, shin))
    assert isinstance(judged, Judged)
    assert (judged.size, judged.change.detectable) == (Size.BEYOND, 160)
    score = smallest_change(KNOWN, Quantity("ndi"))
    assert score is not None
    assert (score.detectable, score.important) == (10.2, 7.5)


def test_pain_is_judged_by_two_points_and_what_nobody_knows_by_nothing() -> None:
    assert [sized(-d, smallest_change(KNOWN, Quantity("pain_rest"))) for d in (1, 2)] == [
        Judged(-1, Size.WITHIN, KNOWN.changes["nrs-change"]),
        Judged(-2, Size.IMPORTANT, KNOWN.changes["nrs-change"]),
    ]
    assert judge(KNOWN, at(10, Quantity("dose", LEFT)), at(30, Quantity("dose", LEFT))) == Unjudged(20)
    assert Quantity("motion", movement="hip-flexion").measure is None
    assert Quantity("motion", movement="neck-rotation").measure is Measure.NECK_MOTION_DEG


def test_thresholds_of_another_tip_rate_or_examiner_have_no_difference() -> None:
    first = figures(readings(0, 10, LEFT, 210))[0]
    others = figures([reading(1, 10, LEFT, 290, area_cm2=4, rate_kpa_per_s=50, by=OTHER)])
    assert judge(KNOWN, first, others[0]) == NotComparable(("area", "rate", "examiner"))
    rounded = figures([reading(1, 10, LEFT, 290, area_cm2=1.005, rate_kpa_per_s=30.1)])
    assert isinstance(judge(KNOWN, first, rounded[0]), Judged)


def test_the_error_of_one_measurement_is_told_where_the_smallest_change_says_of_how_many_percent_it_is() -> None:
    named = {name: Series(THRESHOLD, (at(1),), change).error for name, change in KNOWN.changes.items()}
    assert named["ppt-trained-examiner"] == pytest.approx(33 / 2.7718, rel=1e-4)
    assert named["ppt-neck-and-shoulder"] is None
    assert Series(THRESHOLD, (at(1),), None).error is None


def test_a_course_is_told_in_order_and_against_its_first_value() -> None:
    series = all_series(KNOWN, course().observations)
    assert [each.quantity.kind for each in series] == [
        "pain_rest", "pain_press", "threshold", "threshold", "motion", "ndi", "soreness", "dose",
    ]  # fmt: skip
    left = next(each for each in series if each.quantity == THRESHOLD)
    told = [(figure.value, type(judgement).__name__) for figure, judgement in left.judged]
    assert told[:2] == [(250, "Judged"), (232, "Judged")]
    assert (190, "NotComparable") in told
    sizes = [each.size for _, each in left.judged if isinstance(each, Judged)]
    assert sizes == [Size.WITHIN, Size.WITHIN, Size.IMPORTANT, Size.WITHIN, *[Size.IMPORTANT] * 3]


def test_sides_are_compared_in_one_visit_against_the_error_between_sides() -> None:
    (pair,) = sides(KNOWN, all_series(KNOWN, course().observations))
    assert (pair.left.value, pair.right.value, pair.left.visit) == (300, 350, UUID(int=103))
    assert isinstance(pair.judgement, Judged)
    assert (pair.judgement.difference, pair.judgement.size, pair.judgement.change.detectable) == (-50, Size.WITHIN, 121)


def test_sides_of_two_visits_two_tips_or_two_places_are_no_pair() -> None:
    def found(*observations: Observation) -> tuple[Sides, ...]:
        return sides(KNOWN, all_series(KNOWN, observations))

    left = reading(0, 10, LEFT, 210)
    assert found(left, reading(1, 10, RIGHT, 210)) == ()
    assert found(left, reading(0, 10, SHOULDER, 210)) == ()
    (pair,) = found(left, reading(0, 10, RIGHT, 410, area_cm2=4))
    assert pair.judgement == NotComparable(("area",))
    (pair,) = found(left, reading(0, 10, RIGHT, 331))
    assert isinstance(pair.judgement, Judged)
    assert pair.judgement.size is Size.BEYOND
