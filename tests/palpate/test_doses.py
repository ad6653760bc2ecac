"""What was pressed counts for what may be pressed next: 300 s at a point, and 48 h before the same one."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from clinic.screening.answers import Side, Spot
from clinic.screening.asked import Asked, Use
from clinic.screening.doses import Dose, Doses, doses_path, keep_dose, read_doses
from session.errors import InputError, NotKept
from tests.palpate.rooms import AT, MONDAY, Practice

SPOT = Spot(site="infraspinatus-fossa", side=Side.LEFT)
PLAN = ("--plan", "tool-self-care")


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    place = Practice(tmp_path)
    place.screened()
    return place


def again(practice: Practice, **later: float) -> None:
    """Another visit: nothing changed, and consent is given anew."""
    practice.now = MONDAY + timedelta(**later)
    practice.run("screen", "changed", practice.chart, "no", "--by", "Anna Holt")
    by = ("--by", "Anna Holt")
    practice.run("screen", "consent", practice.chart, *by, "--text", "pressure-1", "--signal", "stop", "--tried")


def test_what_was_done_stands_beside_the_chart_without_a_name(practice: Practice) -> None:
    practice.treat(practice.scenario((2, 10, 20)), *PLAN)
    (dose,) = read_doses(practice.chart).doses
    assert (dose.spot, dose.area_cm2, dose.use, dose.simulated) == (SPOT, 1.0, Use.TREATMENT, True)
    assert dose.pressed_s == pytest.approx(20, abs=2)
    assert dose.record is not None
    assert dose.pressed_s is not None
    assert (practice.folder / "data" / "records" / dose.record).is_file()
    assert dose.ended_at == MONDAY
    path = doses_path(practice.chart)
    assert path.stat().st_mode & 0o077 == 0
    assert b"Anna" not in path.read_bytes()
    assert f"Infraspinatus, client's left: pressed for {dose.pressed_s:.0f} s in this visit" in practice.said
    assert f"{300 - dose.pressed_s:.0f} s are left at this point" in practice.run(
        "screen", "show", practice.chart, "--at", AT, "--tip", "1"
    )


def test_after_300_s_the_point_is_closed_and_it_is_said_when_it_opens_again(practice: Practice) -> None:
    keep_dose(practice.chart, dose(0, pressed_s=295))
    practice.now += timedelta(minutes=10)
    practice.treat(practice.scenario((2, 10, 8)), *PLAN)
    practice.now += timedelta(minutes=10)
    with pytest.raises(InputError, match=r"pressed for 30\d s in this visit, and 300 s are the most.*2026-03-04 09:10"):
        practice.treat(practice.scenario((2, 10, 5)), *PLAN)
    other = ("--person", practice.chart, "--at", "infraspinatus-fossa:right", "--tip", "1")
    with pytest.raises(InputError) as refused:
        practice.run("treat", "--headless", "--tool", practice.scenario((2, 10, 5)), *other)
    assert "in this visit, and" not in str(refused.value)


def test_what_is_left_shortens_the_plan(practice: Practice) -> None:
    keep_dose(practice.chart, dose(0, pressed_s=240))
    practice.treat(practice.scenario((2, 10, 5)), *PLAN)
    assert "2 of 6 holds: the time at this point is limited" in practice.said


@pytest.mark.parametrize(("later", "free"), [({"hours": 24}, False), ({"hours": 47.9}, False), ({"hours": 48.1}, True)])
def test_the_same_point_waits_48_hours(practice: Practice, later: dict[str, float], free: bool) -> None:
    practice.treat(practice.scenario((2, 10, 5)), *PLAN)
    again(practice, **later)
    if free:
        practice.treat(practice.scenario((2, 10, 5)), *PLAN)
        assert "pressed for 5 s in this visit" in practice.said.replace(" 6 s", " 5 s")
    else:
        with pytest.raises(InputError, match=r"treated less than 48 h ago: not before 2026-03-04 09:00"):
            practice.treat(practice.scenario((2, 10, 5)), *PLAN)


def test_a_treatment_whose_end_nobody_knows_counts_with_all_that_was_planned(practice: Practice) -> None:
    killed = Dose(use=Use.TREATMENT, spot=SPOT, area_cm2=1.0, began_at=MONDAY, most_s=180.0)
    keep_dose(practice.chart, killed)
    shown = practice.run("screen", "show", practice.chart, "--at", AT, "--tip", "1")
    assert "120 s are left at this point in this visit" in shown


def test_a_treatment_in_which_nobody_was_pressed_leaves_nothing(practice: Practice) -> None:
    practice.treat(practice.scenario((100, 10, 1), for_s=4), *PLAN)
    assert read_doses(practice.chart).doses == ()
    with pytest.raises(InputError, match="nowhere"):
        practice.treat("sim:nowhere", *PLAN)
    assert read_doses(practice.chart).doses == ()


def test_a_target_above_the_last_visits_is_confirmed_though_nobody_remembers_it(practice: Practice) -> None:
    practice.treat(practice.scenario((2, 10, 5)), "--ppt", "200", "--plan", "threshold-long")
    again(practice, days=3)
    higher = ("--ppt", "300", "--plan", "threshold-long")
    with pytest.raises(InputError, match=r"the target of 30\.0 N is above the last visit's 20\.0 N"):
        practice.treat(practice.scenario((2, 10, 5)), *higher)
    practice.treat(practice.scenario((2, 10, 5)), *higher, "--confirm")


def test_a_file_of_doses_that_cannot_be_read_lets_nobody_be_pressed(practice: Practice) -> None:
    path = doses_path(practice.chart)
    for text in ("[", '{"doses": 3}', '{"schema": "palpate.doses/9"}'):
        path.write_text(text)
        with pytest.raises(InputError, match=r"these are no doses of “palpate treat”"):
            practice.treat(practice.scenario((2, 10, 5)), *PLAN)
    path.unlink()
    path.mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        practice.treat(practice.scenario((2, 10, 5)), *PLAN)


def test_doses_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    dose = Dose(use=Use.TREATMENT, spot=SPOT, area_cm2=1.0, began_at=MONDAY, most_s=180.0)
    with pytest.raises(NotKept, match="what was done cannot be written"):
        keep_dose(tmp_path / "nowhere" / "chart.json", dose)


def dose(hours: float, use: Use = Use.TREATMENT, **more: object) -> Dose:
    at = MONDAY + timedelta(hours=hours)
    values = {"use": use, "spot": SPOT, "area_cm2": 1.0, "began_at": at, "ended_at": at, "most_s": 90, "pressed_s": 10}
    return Dose.model_validate(values | more)


@pytest.mark.parametrize(
    ("done", "pressed_s", "last_h"),
    [
        ([], 0, None),
        ([dose(-1), dose(-12)], 20, None),
        ([dose(-12.1), dose(-60)], 0, -12.1),
        ([dose(-20, Use.THRESHOLD)], 0, None),
        ([dose(-1, Use.THRESHOLD)], 10, None),
        ([dose(5)], 10, None),
        ([dose(-1, spot=Spot(site="infraspinatus-fossa", side=Side.RIGHT))], 0, None),
        ([dose(-1, pressed_s=None)], 90, None),
    ],
)
def test_of_what_was_done_counts(done: list[Dose], pressed_s: float, last_h: float | None) -> None:
    doses = Doses()
    for each in done:
        doses = doses.with_dose(each)
    asked = doses.at(Asked(use=Use.TREATMENT, spot=SPOT, area_cm2=1.0), MONDAY)
    assert asked.pressed_s == pressed_s
    assert asked.last_visit == (None if last_h is None else MONDAY + timedelta(hours=last_h))
    assert (asked.last_pressed is None) == (pressed_s == 0)


def test_the_file_is_what_its_first_line_says(practice: Practice) -> None:
    keep_dose(practice.chart, dose(-1))
    told = json.loads(doses_path(practice.chart).read_text())
    assert told["schema"] == "palpate.doses/1"
    assert Doses.model_validate(told) == read_doses(practice.chart)


def test_a_tool_that_is_not_fit_ends_the_treatment_of_a_person_and_not_that_of_the_bench(practice: Practice) -> None:
    flat = practice.scenario((14, 10, 8), for_s=30, more="battery_percent = 1")
    ended = practice.treat(flat, *PLAN)
    assert "palpate: stop: battery" in practice.said
    assert ended.startswith("Ended before it was complete.")
    bench = practice.run("treat", "--headless", "--tool", flat, "--data", practice.folder / "bench")
    assert "palpate: stop: battery" in practice.said
    assert bench.startswith("The link ended before the treatment was complete.")


def test_a_press_before_the_tool_was_looked_at_is_told_and_is_no_hold_and_counts(practice: Practice) -> None:
    ended = practice.treat(practice.scenario((-8, 10, 4), for_s=2), *PLAN)
    assert re.search(r"wait – looking at the tool, \d+ s\n.*let go slowly – not yet", practice.said)
    assert "press" not in practice.said.partition("looking at the tool")[2].partition("not yet")[0]
    assert re.search(r"pressed after “let go” for [34]\.\d s, up to \d+\.\d N", ended)
    (dose,) = read_doses(practice.chart).doses
    assert dose.pressed_s == pytest.approx(4, abs=1)
