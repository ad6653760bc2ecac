"""What is done besides the compression: under the same rules, kept, counted, and told."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from clinic.entries.places import Position
from clinic.screening.answers import Answer, Form
from clinic.screening.asked import Use
from clinic.screening.effective import EffectiveCap
from clinic.screening.questionnaire import spot_questions
from clinic.visits import Motion, MotionMethod, Phase
from clinic.visits import Technique as Told
from clinic.way import hands
from clinic.way.beside import Beside, Needled, Pressed, Released, Technique, Timed
from clinic.way.ordering import minutes_with, position, work
from clinic.way.said import Ordered, Station, Step, Treated
from clinic.way.told import course_of
from clinic.way.visit import Visit
from session.errors import InputError
from tests.clinic.screening.charts import BODY, LIBRARY, NECK, NOW
from tests.clinic.way.test_visit import opened, planned
from tests.clinic.way.visits import PLAN, SAID, up_to

BESIDE = Station(step=Step.BESIDE, spot=BODY)
DONE = cast("Treated", SAID[Step.TREATMENT])


def at_the_point(folder: Path) -> Visit:
    """Screened, with a threshold of 300 kPa."""
    visit = planned(folder)
    visit.go(BESIDE)
    return visit


def blocked(visit: Visit) -> None:
    """The skin there is broken."""
    visit.go(Station(step=Step.PLACE, spot=BODY))
    yes = spot_questions(LIBRARY)[0].id
    visit.answer_place(BODY, {q.id: Answer.YES if q.id == yes else Answer.NO for q in spot_questions(LIBRARY)})


def test_a_release_with_the_tool_stays_under_half_of_the_threshold(tmp_path: Path) -> None:
    plan = hands.release_now(at_the_point(tmp_path), BODY).plan
    assert plan.cap.force_n == pytest.approx(15.0)  # 0.5 × 300 kPa on 1 cm²
    assert plan.high_n <= 15.0
    assert plan.hold_s == 90.0


def test_without_a_threshold_a_release_is_done_by_hand_alone(tmp_path: Path) -> None:
    visit = opened(tmp_path)
    visit.answer(Form.FULL, {q.id: Answer.NO for q in visit.questions(Form.FULL)})
    visit.go(Station(step=Step.CONSENT))
    visit.consent("a hand", tried=True)
    visit.note(SAID[Step.POINTS], Station(step=Step.POINTS))
    visit.go(Station(step=Step.PLACE, spot=BODY))
    visit.answer_place(BODY, {q.id: Answer.NO for q in spot_questions(LIBRARY)})
    with pytest.raises(InputError, match="no release with the tool here now: myofascial release is a share"):
        hands.release_now(visit, BODY)
    hands.check_hands(visit, BODY)


def test_what_closes_a_place_for_the_tool_closes_it_for_hands(tmp_path: Path) -> None:
    visit = at_the_point(tmp_path)
    blocked(visit)
    with pytest.raises(InputError, match="nobody is pressed here now"):
        hands.check_hands(visit, BODY)
    with pytest.raises(InputError, match="no release with the tool"):
        hands.release_now(visit, BODY)


def test_a_release_by_hand_counts_as_time_at_the_point_and_a_stretch_does_not(tmp_path: Path) -> None:
    visit = at_the_point(tmp_path)
    hands.timed(visit, BODY, Timed(technique=Technique.STRETCH, lasted_s=90.0, complete=True))
    assert visit.asked(BODY).pressed_s == 0
    hands.timed(visit, BODY, Timed(technique=Technique.RELEASE, lasted_s=250.0, complete=True))
    assert visit.asked(BODY).pressed_s == 250
    assert visit.doses.doses[-1].use is Use.RELEASE
    assert visit.doses.last_target_n(visit.asked(BODY), visit.now) is None
    cap = visit.cap(BODY)
    assert isinstance(cap, EffectiveCap)
    assert cap.point_left_s == 50
    hands.timed(visit, BODY, Timed(technique=Technique.RELEASE, lasted_s=50.0, complete=True))
    with pytest.raises(InputError, match="was pressed for 300 s in this visit"):
        hands.check_hands(visit, BODY)


def test_a_release_with_the_tool_is_kept_from_its_begin_on(tmp_path: Path) -> None:
    visit = at_the_point(tmp_path)
    hands.begin_release(visit, BODY)
    assert hands.beside(opened(tmp_path), BODY) == (Released(),)
    hands.released(visit, BODY, DONE)
    pressed = Pressed(record="one.mcap", outcome="All holds are done.", simulated=True, holds=1, in_band_s=60.0)
    assert hands.beside(opened(tmp_path), BODY) == (Released(pressed=pressed),)
    assert visit.way.here == BESIDE


def test_all_of_it_is_told() -> None:
    needled = Needled(by="Mira Köhler", qualification="physiotherapist", where="2 cm", reaction="none")
    pressed = Pressed(record="one.mcap", outcome="Complete.", simulated=True, holds=1, in_band_s=80.0)
    done = (
        Timed(technique=Technique.STRETCH, lasted_s=90.0, complete=False, note="gently"),
        Released(),
        Released(pressed=pressed),
        needled,
    )
    course = course_of(up_to(Step.BESIDE).noted(Beside(done=done), NOW))
    told = [each for each in course.observations if isinstance(each, Told)]
    assert [(each.what, each.lasted_s, each.done_by, each.note) for each in told] == [
        ("stretch, by hand", 90.0, "", "gently"),
        ("myofascial release with the tool", None, "", "its end is not known"),
        ("myofascial release with the tool", 80.0, "", "Complete. Record: one.mcap"),
        ("dry needling", None, "Mira Köhler, physiotherapist", "2 cm; reaction: none"),
    ]
    assert {(each.spot, each.phase) for each in told} == {(BODY, Phase.DURING)}
    assert course.visits[0].appointment_min == 45.0


def test_movement_is_told_before_and_after() -> None:
    course = course_of(up_to(Step.AFTERCARE))
    told = [each for each in course.observations if isinstance(each, Motion)]
    assert [(each.phase, each.movement, each.degrees, each.method) for each in told] == [
        (Phase.BEFORE, "neck-rotation", 50.0, MotionMethod.GONIOMETER),
        (Phase.AFTER, "neck-rotation", 58.0, MotionMethod.GONIOMETER),
    ]


def test_points_stand_as_they_were_ordered_and_new_ones_behind_them() -> None:
    free = up_to(Step.ORDER, (BODY, NECK))
    assert [each.position for each in work(LIBRARY, free)] == [Position.PRONE, Position.PRONE]
    assert position(free, BODY) is None
    ordered = free.noted(Ordered(spots=(NECK,), positions=(Position.SEATED,), appointment_min=30), NOW)
    assert [(each.spot, each.position) for each in work(LIBRARY, ordered)] == [
        (NECK, Position.SEATED),
        (BODY, Position.PRONE),
    ]
    assert (position(ordered, NECK), position(ordered, BODY)) == (Position.SEATED, None)


def test_minutes_with_another_plan_are_told_before_it_is_agreed_on() -> None:
    way = up_to(Step.ORDER, (BODY, NECK))  # 60 s at each, and 15 s between
    assert minutes_with(LIBRARY, way, NECK, PLAN) == 135 / 60
    longer = PLAN.model_copy(update={"hold_s": 90.0, "repetitions": 2, "rest_s": 60.0})
    assert minutes_with(LIBRARY, way, NECK, longer) == (60 + 15 + 240) / 60
