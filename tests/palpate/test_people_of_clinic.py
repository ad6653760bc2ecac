"""A person of the encrypted clinic at the command line: screened, measured, treated, and found again there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from clinic.cases.kept import KeptFile
from clinic.history.course import Course
from clinic.history.kept import kept_course
from clinic.screening.asked import Use
from clinic.visits import HoldResult, Phase, ThresholdReading
from session.errors import InputError
from tests.clinic.store.people import wait_for_no_disk
from tests.palpate.rooms import AT, MONDAY, ClinicPractice, Practice

PATIENT = '[[happenings]]\nkind = "patient threshold"\nat_s = 0\nforce_n = 20\n'
STOP = '[[happenings]]\nkind = "patient stop"\nat_s = 8\n'


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClinicPractice]:
    """On Monday at nine somebody was screened and measured, and an hour later treated until this person said stop."""
    with pytest.MonkeyPatch.context() as patch:
        wait_for_no_disk(patch)
        yield _practice(tmp_path_factory)


def _practice(tmp_path_factory: pytest.TempPathFactory) -> ClinicPractice:
    here = ClinicPractice(tmp_path_factory.mktemp("practice"))
    here.screened()
    file = here.folder / "patient.toml"
    file.write_text(f'text = "A test."\nsimulated_s = 40\nrate_hz = 50\n{PATIENT}')
    here.run("measure", "--tool", f"sim:{file}", "--person", here.chart, "--at", AT, "--tip", "1")
    here.now += timedelta(hours=1)
    here.treat(here.scenario((2, 10, 4), (8, 10, 2), more=STOP), "--plan", "tool-self-care")
    return here


@pytest.fixture
def course(practice: ClinicPractice) -> Course:
    with practice.opened() as clinic, clinic.work() as desk:
        return kept_course(desk, practice.person.pseudonym)


def test_what_was_measured_and_pressed_is_in_the_history_of_one_visit(course: Course, practice: ClinicPractice) -> None:
    (visit,) = course.visits
    assert {each.visit for each in course.observations} == {visit.id}
    readings = [each for each in course.observations if isinstance(each, ThresholdReading)]
    holds = [each for each in course.observations if isinstance(each, HoldResult)]
    assert [each.of for each in readings] == ["threshold"]
    assert all(each.verdicts == () and each.simulated for each in readings)
    assert [(each.index, each.phase, each.simulated) for each in holds] == [
        (0, Phase.DURING, True), (1, Phase.DURING, True),
    ]  # fmt: skip
    assert holds[0].duration_s == pytest.approx(4, abs=0.3)
    records = {each.name for each in (practice.folder / "data" / "records").iterdir()}
    assert {holds[0].record, readings[0].record} == records


def test_the_doses_and_the_stop_stand_in_the_clinic_and_bear_on_what_comes_next(practice: ClinicPractice) -> None:
    with practice.opened() as clinic:
        case = KeptFile(clinic, practice.person.pseudonym)
    assert [each.use for each in case.doses.doses] == [Use.THRESHOLD, Use.TREATMENT]
    assert all(each.ended_at and each.record for each in case.doses.doses)
    (event,) = case.chart.stops.events
    assert (event.at, event.reason) == (practice.now, None)
    with pytest.raises(InputError, match="a STOP of today has no reason yet"):
        practice.treat("sim:treatment", "--plan", "tool-self-care")


def test_nothing_of_the_person_lies_in_a_plain_file(practice: ClinicPractice) -> None:
    names = {path.name for path in practice.folder.rglob("*") if path.is_file()}
    assert not {name for name in names if "visit" in name or "dose" in name or "chart" in name}
    files = [path for path in practice.folder.rglob("*") if path.is_file()]
    assert len(files) > 5
    whose = {path.parent.name for path in files if practice.person.pseudonym.encode() in path.read_bytes()}
    assert whose == {"records"}


def test_a_record_says_whose_it_is_by_the_pseudonym_alone(practice: ClinicPractice) -> None:
    listed = json.loads(Practice.run(practice, "records", "list", "--json", "--data", practice.folder / "data"))[
        "records"
    ]
    assert [each["subject"] for each in listed] == [practice.person.pseudonym] * 2


def test_history_and_report_follow_without_another_step(practice: ClinicPractice) -> None:
    who, page, sheet = practice.chart, practice.folder / "h.html", practice.folder / "r.html"
    practice.run("history", who, "-o", page)
    told = page.read_text("utf-8")
    assert practice.person.pseudonym in told
    assert "pain threshold, kPa – Infraspinatus, left" in told
    assert "SIMULATED" in told.upper()
    assert "24 h after the STOP of 2026-03-02" in told
    practice.run("report", who, "-o", sheet)
    assert "Infraspinatus" in sheet.read_text("utf-8")
    practice.run("report", who, "-o", sheet, "--visit", "2026-03-02")
    assert "Infraspinatus" in sheet.read_text("utf-8")
    with pytest.raises(InputError, match="nothing that was pressed on 2026-03-01 stands in the clinic"):
        practice.run("report", who, "-o", sheet, "--visit", "2026-03-01")
    for path in (page, sheet):
        path.unlink()


def test_all_records_of_a_person_are_exported_under_the_pseudonym(practice: ClinicPractice) -> None:
    folder = practice.folder / "exports"
    folder.mkdir()
    practice.run("export", practice.chart, "--to", "json", "-o", folder)
    told = [json.loads(path.read_text("utf-8")) for path in folder.iterdir()]
    assert len(told) == 2
    assert {each["about"]["subject"] for each in told} == {practice.person.pseudonym}
    shutil.rmtree(folder)


def test_who_opens_the_clinic_signs_and_nobody_else(practice: ClinicPractice) -> None:
    ask = ("screen", "changed", practice.chart, "no", *practice.door)
    with pytest.raises(InputError, match="in the clinic you sign as Anna Petrosyan, practitioner"):
        Practice.run(practice, *ask, "--by", "Somebody Else")
    Practice.run(practice, *ask, "--by", "Anna Petrosyan")
    plain = Practice(practice.folder)
    with pytest.raises(InputError, match="say who you are with --by"):
        plain.run("screen", "changed", plain.chart, "no")


@pytest.mark.parametrize("command", [("treat", "--headless"), ("measure",)])
def test_a_real_tool_presses_nobody_whose_chart_anybody_can_read(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PALPATE_HCI", raising=False)
    plain = Practice(tmp_path)
    plain.screened()
    with pytest.raises(InputError, match=r"a plain chart, which anybody can read, is for simulated tools.*take-in"):
        plain.run(*command, "--tool", "PT-0001", "--person", plain.chart, "--at", AT, "--tip", "1")


@pytest.mark.parametrize("named", ["K7QF-3M2I", "K7QF3M2P", "Zoe", "chart.txt"])
def test_what_is_neither_a_pseudonym_nor_a_chart_begins_no_file(named: str, tmp_path: Path) -> None:
    plain = Practice(tmp_path)
    with pytest.raises(InputError, match="is no pseudonym like K7QF-3M2P"):
        plain.run("screen", "ask", tmp_path / named, "--at", AT, "--by", "Anna")
    assert list(tmp_path.iterdir()) == []


def test_after_a_day_the_follow_up_is_due_and_is_not_asked_for_once_it_was_told(practice: ClinicPractice) -> None:
    practice.now = MONDAY + timedelta(days=2)
    show = ("screen", "show", practice.chart, "--at", AT, "--tip", "1")
    shown = practice.run(*show)
    (event,) = (line.split()[2] for line in shown.splitlines() if line.startswith("follow-up due: "))
    practice.run("screen", "follow-up", practice.chart, event, says="fine\n")
    assert "follow-up due" not in practice.run(*show)
    page = practice.folder / "h.html"
    practice.run("history", practice.chart, "-o", page)
    assert "after the STOP" not in page.read_text("utf-8")
