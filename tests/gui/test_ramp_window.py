"""The window of a pain threshold: what it says, how STOP and “now” reach the session, and that all of it fits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analysis.algometry.pace import Pace
from gui.app import application
from gui.ramp_face import face_of_ramp, voice_of_ramp
from gui.ramp_window import GONE, RampWindow
from gui.ramp_words import reading, so_far
from gui.speaker import Speaker
from gui.tones import SILENCE, Sound, Voice
from session.cue import Action, Why
from session.inputs import GoOn, Input, Now, Quit, Stop, StopReason
from session.ramp_view import RampView
from session.threshold_cue import RampCue, RampWhy
from tests.analysis.algometry.test_series import NO_PRESS
from tests.analysis.algometry.test_series import reading as ramp
from tests.gui.stage import DISK_FULL, RECORD

CUE = RampCue(
    action=Action.MORE,
    why=None,
    pace=Pace.RIGHT,
    rate_kpa_per_s=30.0,
    pressure_kpa=213.0,
    end_kpa=800.0,
    reading=2,
    readings=3,
    left_s=0.0,
    clear_stop=False,
    target_kpa=240.0,
)
VIEW = RampView(
    cue=CUE, age_s=0.02, valid_n=21.3, simulated=True, recording=RECORD, notice="", readings=(ramp(211.0),), over=""
)


def view(**changes: Any) -> RampView:
    """In a ramp at 213 kPa; what no view has is the cue's."""
    of_cue = {name: changes.pop(name) for name in tuple(changes) if name in CUE._fields}
    return VIEW._replace(cue=CUE._replace(**of_cue), **changes)


class Measured:
    """A measurement that shows what the test puts in, and keeps what it hears."""

    def __init__(self) -> None:
        self.shown = VIEW
        self.heard: list[Input] = []
        self.deaf = False

    def view(self) -> RampView:
        return self.shown

    def hear(self, value: Input) -> None:
        if self.deaf:
            raise RuntimeError("nothing is measured any more")
        self.heard.append(value)


class Opened(Protocol):
    def __call__(self, source: Measured) -> RampWindow: ...


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    application()
    windows: list[RampWindow] = []

    def open_window(source: Measured) -> RampWindow:
        script = "The pressure will rise slowly. Press the button at the very moment when it begins to hurt."
        window = RampWindow(source, "Infraspinatus, client's left", script, Speaker(lambda: 0.0, null=True))
        qtbot.addWidget(window)
        window.resize(760, 560)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.start()
        windows.append(window)
        return window

    yield open_window
    for window in windows:
        window.close()


def press(window: RampWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


@pytest.mark.parametrize(
    ("changes", "word", "why"),
    [
        ({}, "more", "The rate is right"),
        ({"pace": Pace.TOO_FAST}, "slower", "The pressure rises too fast"),
        ({"pace": Pace.TOO_SLOW}, "faster", "The pressure rises too slowly"),
        ({"pace": None}, "more", ""),
        ({"action": Action.WAIT, "why": Why.LOOKING, "left_s": 7.2}, "wait", "Looking at the tool, 8 s"),
        ({"action": Action.WAIT, "why": Why.LOOKING}, "wait", "Looking at the tool"),
        ({"action": Action.LET_GO, "why": Why.NOT_YET}, "let go slowly", "Not yet: the tool is still being looked at"),
        ({"action": Action.LET_GO, "why": RampWhy.AT_THE_END}, "let go slowly", "The ramp has reached its end"),
        ({"action": Action.STOP, "why": Why.PATIENT_STOP}, "STOP", "The patient pressed stop: let go slowly."),
        ({"action": Action.HOLD, "why": Why.DATA_SILENT}, "no data", "Waiting for the tool"),
    ],
)
def test_the_word_is_what_to_do_and_the_reason_stands_below(changes: dict[str, Any], word: str, why: str) -> None:
    face = face_of_ramp(view(**changes), stopped=False)
    assert (face.word, face.reason) == (word, why)


def test_data_that_are_lost_in_a_ramp_say_let_go() -> None:
    lost = view(action=Action.LET_GO, why=Why.DATA_SILENT)
    face = face_of_ramp(lost, stopped=False)
    assert "let\u00a0go" in face.word
    assert voice_of_ramp(lost, face) == Voice(Sound.NO_DATA)


@pytest.mark.parametrize(
    ("changes", "stopped", "sound"),
    [
        ({}, False, None),
        ({"action": Action.LET_GO, "why": RampWhy.PRESSED}, False, Sound.CHIME),
        ({"action": Action.LET_GO, "why": RampWhy.AT_THE_END}, False, Sound.LET_GO),
        ({"action": Action.DONE}, False, Sound.CHIME),
        ({}, True, Sound.STOP),
        ({"valid_n": 0.1}, True, Sound.STOPPED),
    ],
)
def test_nothing_sounds_while_it_rises(changes: dict[str, Any], stopped: bool, sound: Sound | None) -> None:
    shown = view(**changes)
    voice = voice_of_ramp(shown, face_of_ramp(shown, stopped=stopped))
    assert voice == (SILENCE if sound is None else Voice(sound))


def test_the_readings_so_far_say_what_does_not_count() -> None:
    assert so_far((ramp(211.4), ramp(NO_PRESS))).startswith("1: 211 kPa · 2: ")
    assert reading(CUE) == "reading 2 of 3"
    assert reading(CUE._replace(action=Action.REST, left_s=12.3, reading=0)) == "practice · rest, 13 s"


def test_it_shows_the_place_the_figures_and_where_the_ramp_should_be(opened: Opened) -> None:
    window = opened(Measured())
    assert window.place.text() == "INFRASPINATUS, CLIENT'S LEFT"
    assert window.number.text == "213 kPa 30 kPa/s"
    assert window.scale.accessibleDescription() == "27%, should be at 30%, ends at 800 kPa"
    assert window.found.text() == "1: 211 kPa"
    assert window.simulated.isVisible()
    assert window.script.text().startswith("Read out: “The pressure will rise slowly.")


def test_a_record_that_is_not_kept_and_a_notice_stand_in_the_window(opened: Opened) -> None:
    source = Measured()
    window = opened(source)
    source.shown = view(recording=DISK_FULL, notice="Not yet: charge it.")
    window.poll()
    assert window.notice.text() == "NOT RECORDED: the disk is full: free some space  ·  Not yet: charge it."


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12])
def test_stop_is_shown_before_the_session_confirms_it_and_its_reason_leads_on(opened: Opened, key: Qt.Key) -> None:
    source = Measured()
    window = opened(source)
    press(window, key)
    assert source.heard == [Stop()]
    assert window.cue.face.word == "STOP"
    assert not window.go_on.go_on.isEnabled()
    source.shown = view(action=Action.STOP, why=Why.THERAPIST_STOP)
    window.poll()
    window.go_on.go_on.click()
    window.go_on.reasons[StopReason.OTHER].click()
    assert source.heard == [Stop(), GoOn(reason=StopReason.OTHER)]
    source.shown = VIEW
    window.poll()
    assert window.cue.face.word == "more"


def test_the_client_says_now_with_a_presenter_and_outside_of_a_ramp_that_is_a_stop(opened: Opened) -> None:
    source = Measured()
    window = opened(source)
    press(window, Qt.Key.Key_PageDown)
    press(window, Qt.Key.Key_M)
    window.said.click()
    assert source.heard == [Now(by="patient"), Now(by="therapist"), Now(by="therapist")]
    source.shown = view(action=Action.REST, left_s=20.0)
    press(window, Qt.Key.Key_PageDown)
    assert source.heard[3:] == [Stop()]


def test_closing_it_in_the_midst_stops_and_ends(opened: Opened) -> None:
    source = Measured()
    window = opened(source)
    window.close()
    assert source.heard == [Stop(), Quit()]


def test_what_is_over_closes_by_itself_and_stops_nobody(opened: Opened, qtbot: QtBot) -> None:
    source = Measured()
    window = opened(source)
    source.shown = view(action=Action.DONE, over="All readings are done.")
    with qtbot.waitSignal(window.over):
        window.poll()
    assert source.heard == []
    assert window.isHidden()


def test_a_session_that_does_not_answer_is_said(opened: Opened) -> None:
    source = Measured()
    window = opened(source)
    source.deaf = True
    window.end.click()
    assert window.notice.text() == GONE
