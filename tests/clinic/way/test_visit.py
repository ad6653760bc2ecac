"""An open visit: what is written after each step, what is refused, and what a killed program leaves."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clinic.cases.rehearsal import RehearsalFile
from clinic.screening.answers import Answer, Examiner, Form, Spot
from clinic.screening.asked import Use
from clinic.screening.doses import Dose, keep_dose
from clinic.screening.questionnaire import spot_questions
from clinic.way.files import read_way
from clinic.way.motion import Moved
from clinic.way.planning import Edit
from clinic.way.said import Chosen, Complained, Planned, Rated, Station, Step
from clinic.way.visit import Room, Visit
from session.errors import InputError
from tests.clinic.screening.charts import ANNA, BODY, LIBRARY, TIM
from tests.clinic.way.visits import of

PLAN = Station(step=Step.PLAN, spot=BODY)


def now() -> datetime:
    """The real one: a killed program and the next one share it."""
    return datetime.now(UTC)


def opened(folder: Path, by: Examiner = ANNA, tip_cm2: float = 1.0) -> Visit:
    return Visit(Room(RehearsalFile.begun(folder / "chart.json"), LIBRARY, by, tip_cm2, now))


def planned(folder: Path, kpa: float = 300.0) -> Visit:
    """All said up to the plan."""
    visit = opened(folder)
    visit.answer(Form.FULL, {question.id: Answer.NO for question in visit.questions(Form.FULL)})
    visit.go(Station(step=Step.COMPLAINT))
    visit.say(Complained())
    visit.consent("a hand", tried=True)
    visit.say(Rated(nrs=5))
    visit.say(Moved())
    visit.say(Chosen(spots=(BODY,)))
    visit.skip("not today")
    visit.answer_place(BODY, {question.id: Answer.NO for question in spot_questions(LIBRARY)})
    visit.go(Station(step=Step.THRESHOLD, spot=BODY))
    visit.threshold(BODY, kpa)
    return visit


def edit(visit: Visit, **changes: float) -> Edit:
    offer = next(each for each in visit.offers(BODY) if each.preset.id == "threshold-long")
    assert offer.built is not None
    return Edit.of(offer.built.plan)._replace(**changes)  # type: ignore[arg-type]  # of any field


def test_each_step_stands_in_the_file_before_the_next_one(tmp_path: Path) -> None:
    visit = planned(tmp_path)
    assert read_way(Path(visit.kept_in)) == visit.way == opened(tmp_path).way
    assert opened(tmp_path).resumed


def test_a_question_that_is_left_open_keeps_nothing(tmp_path: Path) -> None:
    visit = opened(tmp_path)
    replies = {question.id: Answer.NO for question in visit.questions(Form.QUICK)[1:]}
    with pytest.raises(InputError, match="is not answered: nothing is presumed"):
        visit.answer(Form.QUICK, replies)
    assert visit.chart.screenings == ()
    assert visit.way.entries == ()


def test_a_threshold_gives_the_target_and_the_cap_of_its_plan(tmp_path: Path) -> None:
    visit = planned(tmp_path)
    visit.plan(BODY, "threshold-long", None)
    made = of(visit.way, Step.PLAN, BODY)
    assert isinstance(made, Planned)
    assert made.plan.target_n == pytest.approx(30.0)
    assert made.plan.cap.force_n == pytest.approx(40.5)
    assert visit.planned_now(BODY).plan == made.plan


def test_a_threshold_above_the_ramps_end_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="“> 800”, which is no figure to plan with"):
        planned(tmp_path, 801.0)


def test_a_target_whose_band_reaches_above_the_cap_is_refused_and_one_below_is_taken(tmp_path: Path) -> None:
    visit = planned(tmp_path)
    with pytest.raises(InputError, match="is above the limit"):
        visit.plan(BODY, "threshold-long", edit(visit, target_n=36.9))
    visit.plan(BODY, "threshold-long", edit(visit, target_n=36.8))
    assert visit.planned_now(BODY).plan.target_n == 36.8


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"hold_s": 90.5}, "cannot be planned here"),
        ({"repetitions": 4, "rest_s": 60.0}, "is more than the 300 s that are left"),
        ({"repetitions": 2, "hold_s": 30.0, "rest_s": 29.0}, "a rest between two holds lasts at least 30 s"),
    ],
)
def test_time_is_edited_within_its_limits_too(changes: dict[str, float], why: str, tmp_path: Path) -> None:
    visit = planned(tmp_path)
    with pytest.raises(InputError, match=why):
        visit.plan(BODY, "threshold-long", edit(visit, **changes))
    assert of(visit.way, Step.PLAN, BODY) is None


def test_a_target_above_the_last_visits_has_to_be_confirmed(tmp_path: Path) -> None:
    visit = planned(tmp_path)
    before = Dose(
        use=Use.TREATMENT, spot=BODY, area_cm2=1.0, began_at=now() - timedelta(days=7), most_s=60, target_n=20.0,
        ended_at=now() - timedelta(days=7), pressed_s=60.0,
    )  # fmt: skip
    keep_dose(tmp_path / "chart.json", before)
    with pytest.raises(InputError, match=r"above the last visit's 20\.0 N"):
        visit.plan(BODY, "threshold-long", None)
    visit.plan(BODY, "threshold-long", None, rise=True)


def test_what_was_pressed_since_is_counted_when_somebody_begins(tmp_path: Path) -> None:
    visit = planned(tmp_path)
    visit.plan(BODY, "threshold-long", None)
    keep_dose(
        tmp_path / "chart.json",
        Dose(use=Use.TREATMENT, spot=BODY, area_cm2=1.0, began_at=now(), most_s=250, ended_at=now(), pressed_s=250.0),
    )
    with pytest.raises(InputError):
        visit.planned_now(BODY)


def test_a_trainee_acknowledges_and_clears_nothing(tmp_path: Path) -> None:
    visit = opened(tmp_path, by=TIM)
    name = next(bar.id for bar in visit.questions(Form.FULL) if bar.kind == "clearable" and bar.id != "minor")
    visit.answer(Form.FULL, {q.id: Answer.YES if q.id == name else Answer.NO for q in visit.questions(Form.FULL)})
    with pytest.raises(InputError, match="only a practitioner clears"):
        visit.clear(name, "looks well")
    assert visit.chart.clearances == ()


def test_a_signal_that_was_not_tried_is_no_consent(tmp_path: Path) -> None:
    visit = opened(tmp_path)
    visit.answer(Form.QUICK, {question.id: Answer.NO for question in visit.questions(Form.QUICK)})
    visit.go(Station(step=Step.CONSENT))
    with pytest.raises(InputError, match="try it once"):
        visit.consent("a hand", tried=False)
    assert visit.chart.consents == ()


def test_another_tip_does_not_go_on_with_the_visit(tmp_path: Path) -> None:
    opened(tmp_path)
    with pytest.raises(InputError, match="kPa does not carry over"):
        opened(tmp_path, tip_cm2=2.0)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.clinic.way.test_visit import planned
visit = planned(Path(sys.argv[1]))
visit.plan(visit.way.spots[0], "threshold-long", None)
visit.begin(visit.way.spots[0])
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_visit_that_was_killed_stands_where_it_was(tmp_path: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=Path(__file__).parents[3], check=False, timeout=100
    )
    assert killed.returncode == -signal.SIGKILL
    visit = opened(tmp_path)
    assert visit.resumed
    assert visit.way.here == Station(step=Step.TREATMENT, spot=BODY)
    assert visit.way.spots == (Spot(site=BODY.site, side=BODY.side),)
    assert visit.planned_now(BODY).plan.target_n == pytest.approx(30.0)
