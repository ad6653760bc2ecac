"""Exercises and corridors on a person: screened, under the one cap, counted like a treatment."""

from __future__ import annotations

import json
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from clinic.screening.asked import Use
from clinic.screening.doses import Dose, keep_dose, read_doses
from session.errors import InputError
from session.playback import read_record
from tests.palpate.rooms import AT, MONDAY, Practice
from tests.palpate.test_corridors import EXERCISE
from tests.palpate.test_doses import SPOT

COURSE = (
    EXERCISE
    + """
[[exercises]]
id = "patient"
name = "A treatment"
text = "On nobody."
press = { kind = "rehearsal" }
schedule = { live = { kind = "constant" }, result = "at the end" }
"""
)


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    (tmp_path / "course.toml").write_text(COURSE)
    place = Practice(tmp_path)
    place.screened()
    return place


def person(place: Practice) -> tuple[object, ...]:
    return ("--person", place.chart, "--at", AT, "--tip", "1")


def somebody_else(place: Practice) -> Practice:
    other = Practice(place.folder / "other", place.now)
    other.folder.mkdir()
    other.screened()
    return other


def train(place: Practice, *words: object) -> str:
    return place.run("train", *words, "--data", place.folder / "data")


def short(place: Practice, *more: object) -> str:
    course = ("--course", place.folder / "course.toml")
    return train(place, "short", "--hand", "expert", "--seed", "1", *course, *more)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of somebody on whom three trials were done, with a threshold of 200 kPa."""
    place = Practice(tmp_path_factory.mktemp("once"))
    (place.folder / "course.toml").write_text(COURSE)
    place.screened()
    short(place, *person(place), *PPT)
    (place.folder / "said.txt").write_text(place.said)
    return place.folder


@pytest.fixture
def done(once: Path, tmp_path: Path) -> Practice:
    """The same, for one test to go on with."""
    return Practice(shutil.copytree(once, tmp_path / "done"))


def records(place: Practice) -> list[Path]:
    return sorted((place.folder / "data" / "records").glob("*.mcap"))


PPT = ("--ppt", "200")


def test_without_a_threshold_nobody_is_pressed(practice: Practice) -> None:
    with pytest.raises(InputError, match="measure it first"):
        short(practice, *person(practice))
    assert read_doses(practice.chart).doses == ()


def test_it_is_said_who_and_where_and_counted_with_the_person(done: Practice) -> None:
    said = (done.folder / "said.txt").read_text()
    assert "INFRASPINATUS, CLIENT'S LEFT." in said
    assert "Practice on a person" in said
    assert "no person" not in said
    (dose,) = read_doses(done.chart).doses
    assert (dose.use, dose.spot, dose.target_n) == (Use.EXERCISE, SPOT, 10.0)
    assert dose.pressed_s == pytest.approx(3 * 6, abs=3)
    (record,) = records(done)
    assert dose.record == record.name
    header = read_record(record).header
    assert header.subject == pseudonym_of(done)
    assert header.plan is not None
    assert header.plan.tip_cm2 == 1.0
    assert header.plan.cap.force_n == pytest.approx(27.0)


def test_the_trainee_s_file_says_that_it_was_a_person_and_not_who(done: Practice) -> None:
    (file,) = (done.folder / "data" / "training").glob("*.jsonl")
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["on"] for line in lines] == ["person"] * 3
    assert pseudonym_of(done) not in file.read_text()
    course = ("--course", done.folder / "course.toml")
    assert "on a person" in train(done, "progress", *course)


def pseudonym_of(place: Practice) -> str:
    return str(json.loads(place.chart.read_text())["pseudonym"])


def test_a_pad_s_results_say_nothing_of_persons(practice: Practice) -> None:
    short(practice)
    (file,) = (practice.folder / "data" / "training").glob("*.jsonl")
    assert all("on" not in json.loads(line) for line in file.read_text().splitlines())


def test_the_same_point_waits_as_after_a_treatment(done: Practice) -> None:
    done.now = MONDAY + timedelta(hours=24)
    done.run("screen", "changed", done.chart, "no", "--by", "Anna Holt")
    by = ("--by", "Anna Holt")
    done.run("screen", "consent", done.chart, *by, "--text", "pressure-1", "--signal", "stop", "--tried")
    with pytest.raises(InputError, match="treated less than 48 h ago"):
        short(done, *person(done), *PPT)


def test_what_reaches_above_the_cap_is_refused(practice: Practice) -> None:
    with pytest.raises(InputError, match=r"asks for up to 22 N, the limit is 20.25 N .*choose another exercise"):
        train(practice, "hold-20", "--hand", "expert", *person(practice), "--ppt", "150")


def test_what_would_take_longer_than_the_point_has_left_is_refused(practice: Practice) -> None:
    keep_dose(practice.chart, Dose(use=Use.PROBE, spot=SPOT, area_cm2=1.0, began_at=MONDAY, most_s=9, pressed_s=290))
    with pytest.raises(InputError, match="up to 24 s, and 10 s are left in this visit: choose a shorter exercise"):
        short(practice, *person(practice), *PPT)


def test_a_target_above_the_last_visits_is_confirmed(practice: Practice) -> None:
    above = ("--last", "8")
    with pytest.raises(InputError, match=r"10\.0 N is above the last visit's 8\.0 N"):
        short(practice, *person(practice), *PPT, *above)
    short(practice, *person(practice), *PPT, *above, "--confirm")


def test_a_plain_chart_is_for_simulated_tools(practice: Practice) -> None:
    with pytest.raises(InputError, match="is for simulated tools"):
        train(practice, "hold-20", *person(practice), *PPT)


def test_the_course_and_its_rehearsals_press_nobody(practice: Practice) -> None:
    with pytest.raises(InputError, match="on a person an exercise is named"):
        train(practice, "run", *person(practice))
    course = ("--course", practice.folder / "course.toml")
    with pytest.raises(InputError, match="this presses a pad, and nobody"):
        train(practice, "patient", *course, *person(practice))


# corridors


def made(place: Practice, *more: object) -> str:
    return train(place, "corridor", "make", "anna", *records(place), *more)


def test_a_corridor_of_a_person_is_a_share_of_the_threshold(done: Practice) -> None:
    low_n, high_n = band(made(done, *person(done), *PPT))
    assert 8.5 < low_n < 10 < high_n < 11.5
    kept = json.loads((done.folder / "data" / "training" / "corridors" / "anna.corridor.json").read_text())
    assert kept["ppt_n"] == pytest.approx(20.0)
    assert pseudonym_of(done) not in str(kept)
    other = somebody_else(done)
    twice = band(train(done, "corridor", "show", "anna", *person(other), "--ppt", "400"))
    assert twice == pytest.approx((2 * low_n, 2 * high_n), abs=0.2)
    pressed = train(done, "corridor", "press", "anna", "--hand", "expert", *person(other), "--ppt", "300")
    assert "Results:" in pressed
    assert [dose.target_n for dose in read_doses(other.chart).doses] == [pytest.approx(15.0, abs=0.5)]


def test_above_the_cap_of_the_other_person_it_is_lowered(done: Practice) -> None:
    made(done, *person(done), "--ppt", "90")
    other = person(somebody_else(done))
    shown = train(done, "corridor", "show", "anna", *other, "--ppt", "400", "--tolerance", "300")
    assert "lowered: the limit is 30 N" in shown
    assert band(shown)[1] <= 30.0


def test_of_a_pad_it_says_nothing_about_a_person_and_the_other_way_round(practice: Practice) -> None:
    short(practice)
    with pytest.raises(InputError, match="it was recorded on a pad: leave --person out"):
        made(practice, *person(practice), *PPT)
    made(practice)
    with pytest.raises(InputError, match="was recorded on a pad: on a person it says nothing"):
        train(practice, "corridor", "press", "anna", "--hand", "expert", *person(practice), *PPT)


def test_whose_it_is_has_to_be_said_and_has_to_be_right(done: Practice) -> None:
    with pytest.raises(InputError, match="recorded on a person: say who"):
        made(done)
    with pytest.raises(InputError, match="pain threshold of that visit"):
        made(done, *person(done))
    with pytest.raises(InputError, match="recorded on somebody else"):
        made(done, *person(somebody_else(done)), *PPT)


def band(said: str) -> tuple[float, float]:
    low_n, high_n = re.findall(r"band ([\d.]+) to ([\d.]+) N", said)[0]
    return float(low_n), float(high_n)
