"""The pages of a visit with example values: one visit is said to its end, and each page opens a copy of it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import cast
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from clinic.cases.lock import DoorLock
from clinic.cases.rehearsal import RehearsalFile
from clinic.screening.answers import Answer
from clinic.store.keys import new_door, new_key
from clinic.way.beside import Technique
from clinic.way.said import Station, Step, Treated
from gui.visit.beside import BesidePage
from gui.visit.window import VisitWindow
from tests.clinic.store.people import CHEAP, WORD
from tests.clinic.way.visits import SAID
from tests.gui.visit.room import visit_in, visit_of, window_of
from tests.gui.visit.test_refusals import BODY, ordered, ready


@cache
def _said(folder: Path) -> Path:
    """A visit with a word for each of its stations."""
    folder.mkdir()
    visit = visit_in(folder)
    ready(visit)
    visit.note(SAID[Step.MOVEMENT], Station(step=Step.MOVEMENT))
    for station in visit.way.stations:
        match station.step:
            case Step.PLAN:
                visit.threshold(BODY, 300.0)
            case Step.ORDER:
                visit.plan(BODY, "threshold-long", None)
            case Step.TREATMENT:
                ordered(visit)
            case Step.RESPONSE:
                visit.treated(BODY, cast("Treated", SAID[Step.TREATMENT]))
        visit.go(station)
    return folder


def at(step: Step, folder: Path) -> VisitWindow:
    """The page of a step, as somebody comes back to it."""
    copy = Path(shutil.copytree(_said(folder / "visit"), Path(mkdtemp(dir=folder)) / "visit"))
    window = window_of(visit_in(copy), copy)
    visit = window.visit
    visit.go(next(station for station in visit.way.stations if station.step is step))
    window.show_station()
    return window


def timed(folder: Path) -> QWidget:
    """A stretch by hand, with its timer."""
    window = at(Step.BESIDE, folder)
    assert isinstance(window.page, BesidePage)
    window.page.choices[Technique.STRETCH].click()
    return window


def needled(folder: Path) -> QWidget:
    """What is written down of dry needling by somebody else."""
    window = at(Step.BESIDE, folder)
    assert isinstance(window.page, BesidePage)
    window.page.needling.click()
    return window


def refused(folder: Path) -> QWidget:
    """A plan where an answer about the place forbids it."""
    folder = Path(mkdtemp(dir=folder))
    visit = visit_in(folder)
    ready(visit, place=Answer.YES)
    visit.skip("blocked")
    window = window_of(visit, folder)
    window.show_station()
    return window


def stopped(folder: Path) -> QWidget:
    """STOP outside of a treatment."""
    window = at(Step.NOTE, folder)
    window.press_stop()
    return window


def left_out(folder: Path) -> QWidget:
    """A page is to be left out, and the question is why."""
    window = at(Step.RESPONSE, folder)
    window.skip.click()
    return window


class Locked(RehearsalFile):
    """A person whose file is behind a passphrase."""

    lock = DoorLock(new_door("anna", uuid4(), WORD, new_key(), CHEAP), after_s=600.0)


def covered(folder: Path) -> QWidget:
    """A visit that nobody touched for ten minutes."""
    folder, clock_s = Path(mkdtemp(dir=folder)), iter((0.0, 600.0))
    window = window_of(visit_of(Locked.begun(folder / "chart.json")), folder, lambda: next(clock_s, 600.0))
    window.untouched.look()
    return window
