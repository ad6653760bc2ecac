"""A threshold from the first question to a plan, at the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from clinic.screening.asked import Use
from clinic.screening.doses import read_doses
from clinic.screening.files import read_chart
from session.errors import InputError
from session.playback import read_record
from tests.palpate.rooms import AT, Practice

PATIENT = '[[happenings]]\nkind = "patient threshold"\nat_s = 0\nforce_n = {force}\n'
STOP = '[[happenings]]\nkind = "patient stop"\nat_s = 0.3\n'


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    place = Practice(tmp_path)
    place.screened()
    return place


def measure(practice: Practice, *more: object, feels: str = PATIENT.format(force=20), for_s: float = 60) -> str:
    file = practice.folder / "patient.toml"
    file.write_text(f'text = "A test."\nsimulated_s = {for_s}\nrate_hz = 50\n{feels}')
    where = ("--person", practice.chart, "--at", AT, "--tip", "1", "--data", practice.folder / "data")
    return practice.run("measure", "--tool", f"sim:{file}", *where, *more)


def test_three_ramps_give_the_threshold_that_the_next_plan_takes(practice: Practice) -> None:
    shown = measure(practice, for_s=300)
    assert shown.startswith("All readings are done.\n")
    assert shown.count("patient's button") == 3
    (dose,) = read_doses(practice.chart).doses
    assert dose.use is Use.THRESHOLD
    assert dose.kpa is not None
    assert 200 < dose.kpa < 240
    assert f"threshold: {dose.kpa:.0f} kPa, SD" in shown
    assert dose.record is not None
    assert read_record(practice.folder / "data" / "records" / dose.record).whole
    allowed = json.loads(practice.run("screen", "show", practice.chart, "--at", AT, "--tip", "1", "--json"))
    assert allowed["threshold_kpa"] == dose.kpa
    practice.treat(practice.scenario((2, 10, 2)), "--plan", "threshold-long")
    assert read_doses(practice.chart).doses[1].target_n == pytest.approx(dose.kpa / 10)
    practice.now += timedelta(hours=13)
    with pytest.raises(InputError, match=r"asked in this visit whether anything changed.*treated less than 48 h ago"):
        practice.treat(practice.scenario((2, 10, 2)), "--plan", "threshold-long")


def test_the_script_is_read_out_and_the_ramp_ends_at_the_effective_cap(practice: Practice) -> None:
    shown = measure(practice, "--of", "tolerance", "--ppt", "100", feels="", for_s=30)
    assert "wait – looking at the tool, " in practice.said
    assert "Read out: “The pressure will rise slowly. Press the button when you want no more" in practice.said
    assert "each ramp ends at 16.9 N (169 kPa): 1.2 × PPT + 49 kPa" in practice.said
    assert "let go slowly – the ramp has reached its end" in practice.said
    assert "reading 1: > 169 kPa" in shown
    (dose,) = read_doses(practice.chart).doses
    assert (dose.use, dose.kpa, dose.above_kpa) == (Use.TOLERANCE, None, 169.0)
    with pytest.raises(InputError, match="tolerance was measured in this visit: once is enough"):
        measure(practice, "--of", "tolerance", "--ppt", "100")


def test_tolerance_comes_after_the_threshold_and_once(practice: Practice) -> None:
    with pytest.raises(InputError, match="tolerance comes after the pain threshold"):
        measure(practice, "--of", "tolerance")
    measure(practice, "--of", "tolerance", "--ppt", "180")
    with pytest.raises(InputError, match="tolerance was measured in this visit: once is enough"):
        measure(practice, "--of", "tolerance", "--ppt", "180")
    allowed = json.loads(practice.run("screen", "show", practice.chart, "--at", AT, "--tip", "1", "--json"))
    assert allowed["pressure_kpa"] <= 250


def test_with_a_bleeding_risk_there_is_one_reading_at_pain_3_and_no_threshold(tmp_path: Path) -> None:
    practice = Practice(tmp_path)
    practice.screened(anticoagulant="yes")
    practice.run("screen", "acknowledge", practice.chart, "anticoagulant", "--by", "Anna Holt")
    with pytest.raises(InputError, match="one reading at pain 3 of 10 instead"):
        measure(practice)
    shown = measure(practice, "--of", "pain-3", feels=PATIENT.format(force=8), for_s=30)
    assert "Press the button as soon as the pain is 3 of 10" in practice.said
    assert shown.count("reading ") == 1


def test_measuring_presses_but_makes_no_point_wait(practice: Practice) -> None:
    measure(practice, "--of", "pain-3", for_s=30)
    (dose,) = read_doses(practice.chart).doses
    assert f"{300 - (dose.pressed_s or 0):.0f} s are left" in practice.said
    practice.now += timedelta(hours=13)
    by = ("--by", "Anna Holt")
    practice.run("screen", "consent", practice.chart, *by, "--text", "p", "--signal", "stop", "--tried")
    practice.run("screen", "changed", practice.chart, "no", *by)
    assert "at most 25.0 N" in practice.run("screen", "show", practice.chart, "--at", AT, "--tip", "1")


def test_a_stop_before_a_ramp_opens_an_entry_in_the_register(practice: Practice) -> None:
    shown = measure(practice, "--of", "pain-3", feels=STOP, for_s=8)
    assert shown.startswith("The link ended before it was complete.")
    (event,) = read_chart(practice.chart).stops.events
    assert (event.spot is not None, event.target_n, event.reason) == (True, None, None)
    with pytest.raises(InputError, match="a STOP of today has no reason yet"):
        measure(practice)


def test_nobody_is_measured_who_was_not_screened_nor_with_an_instrument_of_another_make(practice: Practice) -> None:
    practice.chart.write_text("{}")
    with pytest.raises(InputError, match="the screening questions were not asked"):
        measure(practice)
    where = ("--person", practice.chart, "--at", AT, "--tip", "1")
    with pytest.raises(InputError, match="guides nobody, and ramps are guided"):
        practice.run("measure", "--tool", "sim:progressor", *where)
