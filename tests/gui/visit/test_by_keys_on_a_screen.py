"""A whole visit on a real screen by keyboard alone: the program, a simulated tool over virtual Bluetooth, real time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from clinic.cases.rehearsal import RehearsalFile
from clinic.screening.doses import read_doses
from clinic.way.files import read_way, way_paths
from clinic.way.said import Step, Treated
from clinic.way.way import Done, Way
from tests.gui.visit.screen import BEGINS_S, Keyboard, missing, screen, until

ROOT: Final = Path(__file__).parents[3]
PAGE_S: Final = 60.0
TREATED_S: Final = 240.0
CLOSES_S: Final = 2.0
MCAP_END: Final = b"\x89MCAP0\r\n"
"""The last bytes of a record that was closed."""


class Room:
    """The program in a folder, and what it has kept there."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder, self.chart = folder, folder / "chart.json"
        command = [
            sys.executable, "-m", "palpate", "visit", "--person", str(self.chart), "--tool", "sim:treatment",
            "--tip", "1", "--by", "Anna Holt", "--data", str(folder / "data"),
        ]  # fmt: skip
        env = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(folder / "config")}
        self.program = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)
        self.keys = Keyboard(display)

    @property
    def way(self) -> Way:
        """As it is kept now."""
        (path,) = way_paths(self.chart)
        return read_way(path)

    def next(self, reaches: Step) -> None:
        """Ctrl+Enter, and the page of this step is reached."""
        self.keys.key("ctrl+Return")
        until(lambda: self.way.here.step is reaches, PAGE_S, f"{reaches}: still at {self.way.here}")

    def answered(self) -> bool:
        """Whether anything was said yet."""
        return bool(self.way.entries)

    def treated(self) -> bool:
        """Whether the record of a treatment is closed."""
        records = list((self.folder / "data" / "records").glob("*.mcap"))
        return bool(records) and records[0].read_bytes().endswith(MCAP_END)

    def closes_the_summary(self) -> bool:
        """Enter; on a busy computer the record is closed some time before the summary is shown, and hears it."""
        self.keys.key("Return")
        time.sleep(CLOSES_S)
        return self.way.here.step is Step.BESIDE


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with screen() as display:
        room = Room(tmp_path, display)
        try:
            room.keys.focus("Palpate – visit")
            yield room
        finally:
            room.program.kill()
            room.program.communicate(timeout=BEGINS_S)


def before_points(room: Room) -> None:
    room.keys.key("Return")
    room.keys.type("n" * 45)
    room.keys.key("ctrl+Return")
    until(room.answered, PAGE_S, "the questions are not kept")
    room.next(Step.COMPLAINT)
    room.keys.key("Return")
    room.next(Step.CONSENT)
    room.keys.type("raise a hand")
    room.keys.key("Tab", "Return", "Tab", "Return")
    room.next(Step.BASELINE)
    room.keys.key("Right", "Return")
    room.next(Step.MOVEMENT)
    room.keys.key("Tab", "Tab", "Return")
    room.keys.type("45")
    room.next(Step.POINTS)


def at_the_point(room: Room) -> None:
    room.keys.type("infraspinatus left")
    room.keys.key("Return", "Return")
    room.next(Step.FINDINGS)
    room.keys.key("Return")
    room.next(Step.PLACE)
    room.keys.type("n" * 13)
    room.next(Step.THRESHOLD)
    room.keys.type("300")
    room.next(Step.PLAN)
    room.keys.key("Tab", "Tab")
    room.keys.type("6")
    room.next(Step.ORDER)
    room.keys.type("30")
    room.next(Step.TREATMENT)


def treatment(room: Room) -> None:
    room.keys.key("Return")
    until(room.treated, TREATED_S, "the treatment is not over")
    until(room.closes_the_summary, PAGE_S, "the summary is not closed")


def after_it(room: Room) -> None:
    room.keys.key("Tab", "Tab", "Tab", "Tab", "Return")  # dry needling: documented
    for words in ("Mira Koehler", "physiotherapist", "fossa", "none"):
        room.keys.type(words)
        room.keys.key("Tab")
    room.keys.key("Return")
    room.next(Step.RESPONSE)
    room.keys.key("Return")
    room.next(Step.RETEST)
    room.keys.key("Return")
    room.next(Step.MOVEMENT_AFTER)
    room.keys.type("50")
    room.next(Step.AFTERCARE)
    room.keys.key("Return")
    room.next(Step.NOTE)
    room.keys.type("it went well")
    room.next(Step.REPORT)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.skipif(bool(missing()), reason=missing() or "it runs")
def test_a_whole_visit_is_led_by_keyboard_alone_on_a_real_screen(room: Room) -> None:
    before_points(room)
    at_the_point(room)
    treatment(room)
    after_it(room)
    room.keys.key("ctrl+Return")
    assert room.program.wait(PAGE_S) == 0
    way = room.way
    assert way.complete
    assert all(isinstance(way.standing(each), Done) for each in way.stations)
    (done,) = (entry.said for entry in way.entries if isinstance(entry.said, Treated))
    assert done.simulated
    (dose,) = read_doses(room.chart).doses
    assert dose.record == done.record
    assert dose.pressed_s is not None
    assert 6 < dose.pressed_s < 20
    assert {path.suffix for path in room.folder.iterdir()} >= {".pdf", ".txt"}
    assert RehearsalFile.begun(room.chart).chart.stops.events == ()
