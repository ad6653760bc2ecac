"""The way through a visit: its order, what opens what, leaving out, going back, and going on."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from clinic.entries.places import Position, View
from clinic.people import OnMap
from clinic.way.beside import Beside
from clinic.way.motion import Moved
from clinic.way.places import Marked
from clinic.way.said import Begun, Chosen, Felt, Noted, Ordered, Skipped, Station, Step
from clinic.way.way import AFTER, AT_EACH_POINT, BEFORE, EXAMINED, WORKED, Closed, Cut, Done, LeftOut, Open, Way
from session.errors import InputError
from tests.clinic.screening.charts import BODY, NECK, NOW
from tests.clinic.way.visits import SAID, TURNED, begun, of, up_to

TREATMENT = Station(step=Step.TREATMENT, spot=BODY)


def test_the_questions_come_first_and_close_all_others() -> None:
    way = begun()
    assert way.here == Station(step=Step.QUESTIONS)
    others = way.stations[1:]
    assert len(others) == 8
    assert [way.standing(each) for each in others] == [Closed("“Questions first” is not done")] * 8


@pytest.mark.parametrize("station", begun().stations[1:], ids=str)
def test_nothing_is_reached_past_the_questions(station: Station) -> None:
    with pytest.raises(InputError, match="is closed: “Questions first” is not done"):
        begun().at(station)


def test_the_questions_cannot_be_left_out() -> None:
    with pytest.raises(InputError, match="cannot be left out"):
        begun().skipped("no time", NOW)
    with pytest.raises(ValidationError, match="does not belong to “Questions first”"):
        begun().noted(Skipped(why="no time"), NOW)


def test_each_step_leads_to_the_next_one_in_the_order_of_a_visit_until_all_is_said() -> None:
    way, seen = begun(), [Step.QUESTIONS]
    while not way.complete:
        way = way.noted(SAID[way.here.step], NOW)
        seen += [] if way.complete else [way.here.step]
    assert seen == list(Step) == [*BEFORE, *EXAMINED, Step.ORDER, *WORKED, *AFTER]
    assert way.next is None
    assert way.here.step is Step.REPORT


def at_points(way: Way) -> list[Station]:
    return [entry.station for entry in way.entries if entry.station.spot is not None]


def test_both_points_are_examined_before_one_is_treated_and_then_one_after_the_other() -> None:
    way = up_to(Step.AFTERCARE, (BODY, NECK))
    examined = [Station(step=step, spot=spot) for spot in (BODY, NECK) for step in EXAMINED]
    assert at_points(way) == examined + [Station(step=step, spot=spot) for spot in (BODY, NECK) for step in WORKED]


def test_points_are_treated_in_the_order_that_was_agreed_on_and_those_it_does_not_name_come_last() -> None:
    way = up_to(Step.ORDER, (BODY, NECK)).noted(
        Ordered(spots=(NECK,), positions=(Position.SUPINE,), appointment_min=30), NOW
    )
    assert way.here == Station(step=Step.TREATMENT, spot=NECK)
    assert way.order == way.planned == (NECK, BODY)
    assert way.spots == (BODY, NECK)
    later = way.at(Station(step=Step.POINTS)).noted(Chosen(spots=(BODY,)), NOW)
    assert later.order == (BODY,)


def test_without_a_plan_there_is_nothing_to_order() -> None:
    way = up_to(Step.PLAN).skipped("no time", NOW)
    assert way.standing(Station(step=Step.ORDER)) == Closed("“Plan” is not done")
    assert way.planned == ()


def test_movement_is_measured_again_only_where_it_was_measured_before() -> None:
    after = Station(step=Step.MOVEMENT_AFTER)
    assert after in up_to(Step.POINTS).stations
    assert after not in up_to(Step.MOVEMENT).noted(Moved(), NOW).stations
    assert after not in up_to(Step.MOVEMENT).skipped("no time", NOW).stations


def test_after_something_else_than_compression_the_response_is_asked_too() -> None:
    way = up_to(Step.TREATMENT).skipped("too tender", NOW)
    response = Station(step=Step.RESPONSE, spot=BODY)
    assert isinstance(way.standing(response), Closed)
    assert isinstance(way.noted(Beside(), NOW).standing(response), Closed)
    at = NOW + timedelta(minutes=9)
    stretched = way.noted(SAID[Step.BESIDE], at)
    assert stretched.here == response
    assert stretched.since_treatment(BODY, at + timedelta(minutes=2)) == timedelta(minutes=2)


def test_a_point_knows_its_place_on_the_map() -> None:
    at = OnMap(view=View.BACK, x=0.3, y=0.2)
    way = up_to(Step.POINTS).noted(Chosen(spots=(BODY, NECK), marks=(Marked(spot=NECK, at=at),)), NOW)
    assert (way.on_map(NECK), way.on_map(BODY)) == (at, None)
    assert up_to(Step.POINTS).on_map(BODY) is None
    with pytest.raises(ValidationError, match="belongs to no point"):
        Chosen(spots=(BODY,), marks=(Marked(spot=NECK, at=at),))


def test_an_order_has_a_position_for_each_point_once() -> None:
    with pytest.raises(ValidationError, match="each point has one position"):
        Ordered(spots=(BODY, NECK), positions=(Position.PRONE,), appointment_min=30)
    with pytest.raises(ValidationError, match="stands twice"):
        Ordered(spots=(BODY, BODY), positions=(Position.PRONE, Position.PRONE), appointment_min=30)


def test_one_movement_to_one_side_is_measured_once() -> None:
    with pytest.raises(ValidationError, match="stands twice"):
        Moved(reaches=(TURNED, TURNED.model_copy(update={"degrees": 1.0})))


def test_without_points_nothing_is_pressed_and_the_visit_still_ends() -> None:
    way = up_to(Step.POINTS).skipped("only talked today", NOW)
    assert way.here.step is Step.MOVEMENT_AFTER
    assert {each.step for each in way.stations}.isdisjoint(AT_EACH_POINT)


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        (Step.CONSENT, "Consent and stop signal"),
        (Step.PLACE, "Questions about the place"),
        (Step.PLAN, "Plan"),
    ],
)
def test_nobody_is_treated_without_consent_the_place_or_a_plan(left_out: Step, missing: str) -> None:
    way = up_to(left_out).skipped("no time", NOW)
    while way.here.step not in {Step.MOVEMENT_AFTER, Step.TREATMENT}:
        way = way.noted(Beside() if way.here.step is Step.BESIDE else SAID[way.here.step], NOW)
    assert way.here.step is Step.MOVEMENT_AFTER
    assert way.standing(TREATMENT) == Closed(f"“{missing}” is not done")
    with pytest.raises(InputError, match="is closed"):
        way.at(TREATMENT)
    with pytest.raises(InputError, match="is closed"):
        way.noted(Begun(), NOW, TREATMENT)


@pytest.mark.parametrize("step", [Step.COMPLAINT, Step.BASELINE, Step.FINDINGS, Step.THRESHOLD])
def test_what_is_left_out_elsewhere_closes_nothing(step: Step) -> None:
    way = up_to(step).skipped("no time", NOW)
    while way.here.step is not Step.TREATMENT:
        way = way.noted(SAID[way.here.step], NOW)
    left = Station(step=step, spot=BODY if step in AT_EACH_POINT else None)
    assert way.standing(left) == LeftOut("no time")
    assert isinstance(way.standing(TREATMENT), Open)


def test_leaving_out_needs_a_reason() -> None:
    with pytest.raises(InputError, match="say why"):
        up_to(Step.COMPLAINT).skipped("  ", NOW)


def test_what_was_done_besides_is_not_left_out_any_more() -> None:
    with pytest.raises(InputError, match="something was done here"):
        up_to(Step.RESPONSE).back().skipped("x", NOW)
    assert up_to(Step.BESIDE).noted(Beside(), NOW).back().skipped("nothing else", NOW).here.step is Step.RESPONSE


def test_back_goes_where_something_can_be_said_anew_and_both_answers_stay() -> None:
    way = up_to(Step.POINTS).back()
    assert way.here.step is Step.MOVEMENT
    again = way.back().noted(SAID[Step.BASELINE].model_copy(update={"nrs": 8}), NOW)
    assert again.here.step is Step.POINTS
    said = [entry.said.model_dump().get("nrs") for entry in again.entries if entry.station.step is Step.BASELINE]
    assert said == [6, 8]
    assert of(again, Step.BASELINE) == again.entries[-1].said


def test_back_at_the_first_station_stays_there() -> None:
    way = begun()
    assert way.back() == way


def test_a_consent_that_is_taken_out_closes_the_treatment_that_was_ready() -> None:
    way = up_to(Step.TREATMENT).at(Station(step=Step.CONSENT)).skipped("the client changed her mind", NOW)
    assert way.standing(TREATMENT) == Closed("“Consent and stop signal” is not done")
    assert way.here.step is Step.MOVEMENT_AFTER


def test_a_treatment_can_be_repeated_only_while_what_it_needs_stands() -> None:
    done = up_to(Step.RESPONSE)
    assert isinstance(done.standing(TREATMENT), Done)
    assert done.at(TREATMENT).here == TREATMENT
    without = done.at(Station(step=Step.CONSENT)).skipped("the client changed her mind", NOW)
    with pytest.raises(InputError, match="“Consent and stop signal” is not done"):
        without.at(TREATMENT)


def test_a_treatment_whose_end_nobody_knows_is_shown_so_and_waits() -> None:
    way = up_to(Step.TREATMENT).noted(Begun(), NOW)
    assert way.here == TREATMENT
    assert way.standing(TREATMENT) == Cut(NOW)
    assert not way.complete
    assert Way.model_validate_json(way.model_dump_json(by_alias=True)) == way


def test_what_does_not_belong_to_a_station_is_refused() -> None:
    with pytest.raises(ValidationError, match="“noted” does not belong to “Complaint”"):
        up_to(Step.COMPLAINT).noted(Noted(text="x"), NOW)


def test_a_point_that_was_not_chosen_is_no_station() -> None:
    with pytest.raises(InputError, match="no station of this visit"):
        up_to(Step.FINDINGS).at(Station(step=Step.FINDINGS, spot=NECK))


def test_one_point_twice_is_refused() -> None:
    with pytest.raises(ValidationError, match="stands twice"):
        Chosen(spots=(BODY, BODY))


def test_a_pause_ends_where_something_is_said_or_somebody_goes_on() -> None:
    paused = up_to(Step.NOTE).paused(NOW)
    assert paused.paused_at == NOW
    assert paused.resumed().paused_at is None
    assert paused.noted(Noted(text="x"), NOW).paused_at is None
    assert paused.back().paused_at is None


def test_a_visit_can_be_gone_on_with_for_twelve_hours() -> None:
    assert begun().of_today(NOW + timedelta(hours=12))
    assert not begun().of_today(NOW + timedelta(hours=12, seconds=1))
    assert not begun().of_today(NOW - timedelta(seconds=1))


def test_the_time_since_a_treatment_counts_from_its_end() -> None:
    way = up_to(Step.RESPONSE)
    ended_at = way.entries[-1].at
    assert way.since_treatment(BODY, ended_at + timedelta(minutes=3)) == timedelta(minutes=3)
    assert way.since_treatment(NECK, ended_at) is None
    assert up_to(Step.TREATMENT).since_treatment(BODY, NOW) is None


@pytest.mark.parametrize(
    ("felt", "standing"),
    [
        (Felt(taut_band=True, tender=True, familiar=True), "active"),
        (Felt(tender=True, referred_pain=True, familiar=False), "latent"),
        (Felt(taut_band=True, referred_pain=True), "trigger point; active or latent was not asked"),
        (
            Felt(taut_band=True, twitch=True, familiar=True),
            "no trigger point: fewer than two of the three signs were found",
        ),
    ],
)
def test_two_of_three_signs_make_a_trigger_point_and_the_known_pain_makes_it_active(felt: Felt, standing: str) -> None:
    assert felt.standing == standing


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["say", "skip", "back", "jump", "pause"]), max_size=40), st.randoms())
def test_however_somebody_goes_nobody_is_treated_before_all_that_it_needs(moves: list[str], chance: Random) -> None:
    way, at = begun(), NOW
    for move in moves:
        at += timedelta(minutes=1)
        way = _moved(way, move, at, chance)
        presses = [e for e in way.entries if e.station.step is Step.TREATMENT and not isinstance(e.said, Skipped)]
        for entry in presses:
            before = way.entries[: way.entries.index(entry)]
            done = {e.station.step for e in before if not isinstance(e.said, Skipped)}
            assert {Step.QUESTIONS, Step.CONSENT, Step.POINTS, Step.PLACE, Step.PLAN} <= done
    assert all(one.at <= other.at for one, other in pairwise(way.entries))


def _moved(way: Way, move: str, at: datetime, chance: Random) -> Way:
    try:
        match move:
            case "say":
                return way.noted(SAID[way.here.step], at)
            case "skip":
                return way.skipped("x", at)
            case "back":
                return way.back()
            case "jump":
                return way.at(chance.choice(way.stations))
            case _:
                return way.paused(at)
    except InputError:
        return way
