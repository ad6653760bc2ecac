"""What the next program makes of a treatment that was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from clinic.cases.case_file import CaseFile
from clinic.cases.kept import KeptFile
from clinic.cases.rehearsal import RehearsalFile
from clinic.history.kept import kept_course
from clinic.screening.adverse import AdverseEvent
from clinic.screening.asked import Use
from clinic.screening.doses import Dose
from clinic.visits import HoldResult
from palpate.event_book import EventBook
from palpate.settling import settle
from session.cue import Why
from session.errors import NotKept
from tests.clinic.screening.charts import BODY as SPOT
from tests.palpate.rooms import AT, MONDAY, ClinicPractice

EVENT = AdverseEvent(at=MONDAY, spot=SPOT, why=Why.PATIENT_STOP)
KILLED = """
import os, signal, sys
from pathlib import Path
from palpate.keeping import KeptOfPerson
from tests.palpate.rooms import Practice
def die(_kept):
    os.kill(os.getpid(), signal.SIGKILL)
KeptOfPerson.end = die  # as late as can be: the record is whole, and nothing else is closed
folder, person, *door = sys.argv[1:]
here = Practice(Path(folder))
stop = '[[happenings]]\\nkind = "patient stop"\\nat_s = 8\\n'
tool = here.scenario((2, 10, 4), more=stop, for_s=12)
here.run("treat", "--headless", "--tool", tool, "--person", person, "--at", "infraspinatus-fossa:left", "--tip", "1",
         "--plan", "tool-self-care", *door)
"""


def test_a_killed_treatment_keeps_its_stop_at_once_and_its_holds_as_soon_as_somebody_looks(tmp_path: Path) -> None:
    practice = ClinicPractice(tmp_path)
    practice.screened()
    words = [str(each) for each in (tmp_path, practice.person.pseudonym, *practice.door)]
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", KILLED, *words], cwd=root, check=False, timeout=100)
    assert ended.returncode == -signal.SIGKILL
    with practice.opened() as clinic:
        case = KeptFile(clinic, practice.person.pseudonym)
        (event,), (dose,) = case.chart.stops.events, case.doses.doses
    assert event.why is Why.PATIENT_STOP
    assert (dose.ended_at, dose.counted_s, dose.record is None) == (None, dose.most_s, False)
    show = ("screen", "show", practice.chart, "--at", AT, "--tip", "1")
    practice.run(*show)
    assert f"{dose.record} was cut off by an end that nobody meant" in practice.said
    practice.run(*show)
    assert "was cut off" not in practice.said
    with practice.opened() as clinic:
        (settled,) = KeptFile(clinic, practice.person.pseudonym).doses.doses
        with clinic.work() as desk:
            course = kept_course(desk, practice.person.pseudonym)
    assert (settled.counted_s, settled.simulated) == (dose.most_s, True)
    assert settled.ended_at is not None
    (hold,) = (each for each in course.observations if isinstance(each, HoldResult))
    assert (hold.record, hold.simulated) == (dose.record, True)
    assert hold.duration_s == pytest.approx(4, abs=0.3)


class Full:
    """A file whose disk is full for a while."""

    def __init__(self, times: int) -> None:
        self.times, self.kept = times, list[AdverseEvent]()

    def add(self, *events: AdverseEvent) -> None:
        self.times -= 1
        if self.times >= 0:
            raise NotKept("the disk is full")
        self.kept += events


def book(times: int) -> tuple[Full, EventBook]:
    full = Full(times)
    return full, EventBook(cast("CaseFile", full))


def test_events_are_written_while_the_treatment_goes_on() -> None:
    full, register = book(0)
    register.note(EVENT).result(10)
    assert full.kept == [EVENT]
    register.close()
    assert full.kept == [EVENT]


def test_an_event_that_could_not_be_written_is_written_at_the_end_and_told_where_that_fails_too() -> None:
    full, register = book(1)
    register.note(EVENT)
    register.close()
    assert full.kept == [EVENT]
    full, register = book(2)
    register.note(EVENT)
    with pytest.raises(NotKept, match="the disk is full"):
        register.close()


def test_what_is_no_record_settles_nothing(tmp_path: Path) -> None:
    case = RehearsalFile.begun(tmp_path / "chart.json")
    for name in ("none.mcap", "bad.mcap"):
        case.keep_dose(Dose(use=Use.TREATMENT, spot=SPOT, area_cm2=1.0, began_at=MONDAY, most_s=60.0, record=name))
    (tmp_path / "bad.mcap").write_bytes(b"no record")
    before = case.doses
    assert settle(case, tmp_path) == ()
    assert case.doses == before
