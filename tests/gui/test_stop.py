from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gui.tones import Sound, Voice
from gui.window import LiveWindow
from session.cue import Action, Why
from session.inputs import GoOn, Input, Quit, Stop, StopReason
from tests.gui.conftest import Open
from tests.gui.stage import SUMMARY, Gone, Held, view


def word(window: LiveWindow) -> str:
    return window.live.cue.face.word


def stopped_source() -> Held:
    return Held(view(Action.STOP, Why.PATIENT_STOP))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12])
def test_a_stop_key_stops_wherever_the_focus_is(key: Qt.Key, opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.HOLD))
    window = opened(source)
    window.live.sound.setFocus()
    QTest.keyClick(window.live.sound, key)
    assert source.asked == [Stop()]
    assert word(window) == "STOP"


def test_a_dialog_with_a_text_field_does_not_keep_the_stop_key(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.HOLD))
    window = opened(source)
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert source.asked == [Stop()]
    assert word(window) == "STOP"
    assert (field.text(), dialog.isVisible()) == ("", True)


def test_other_keys_reach_the_text_field(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.HOLD))
    field = QLineEdit(opened(source))
    field.show()
    QTest.keyClicks(field, "ab")
    assert (field.text(), source.asked) == ("ab", [])


def test_a_key_that_is_held_down_stops_once(opened: Open) -> None:
    source = Held(view(Action.HOLD))
    window = opened(source)
    for repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=repeated)
        QCoreApplication.sendEvent(window, event)
    assert source.asked == [Stop()]


def test_the_button_stops(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.HOLD))
    window = opened(source)
    QTest.mouseClick(window.live.stop, Qt.MouseButton.LeftButton)
    assert source.asked == [Stop()]
    assert word(window) == "STOP"


def test_a_stuck_session_cannot_hide_the_stop(opened: Open, qtbot: QtBot) -> None:
    """The session never takes the STOP: its view stays at "hold" and only the clock goes on."""
    source = Held(view(Action.HOLD))
    window = opened(source)
    QTest.keyClick(window, Qt.Key.Key_Space)
    for now_s in (10.02, 10.4, 11.0, 60.0):
        source.now_s = now_s
        window.bridge.poll()
        assert word(window) == "STOP"
    assert window.live.go_on.delivery.text() == "waiting for the session to confirm"
    assert not window.live.go_on.go_on.isEnabled()


def test_the_latch_is_shown_before_the_session_is_told(opened: Open, qtbot: QtBot) -> None:
    seen: list[str] = []

    class Watching(Held):
        def hear(self, value: Input) -> None:
            seen.append(word(window))

    window = opened(Watching(view(Action.MORE)))
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert seen == ["STOP"]


def test_a_session_that_is_gone_leaves_the_stop_and_says_so(opened: Open, qtbot: QtBot) -> None:
    window = opened(Gone(view(Action.HOLD)))
    QTest.keyClick(window, Qt.Key.Key_Space)
    window.bridge.poll()
    assert word(window) == "STOP"
    assert window.notice.text().startswith("The session does not answer any more")


def test_nothing_goes_on_by_itself_after_a_stop(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.HOLD))
    window = opened(source)
    QTest.keyClick(window, Qt.Key.Key_Space)
    source.shown = view(Action.STOP, Why.THERAPIST_STOP)
    window.bridge.poll()
    source.shown = view(Action.PRESS)
    window.bridge.poll()
    assert word(window) == "STOP"


@pytest.mark.parametrize("reason", StopReason)
def test_going_on_asks_for_the_reason_and_passes_it_on(reason: StopReason, opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.HOLD))
    window = opened(source)
    QTest.keyClick(window, Qt.Key.Key_Space)
    source.shown = view(Action.STOP, Why.THERAPIST_STOP)
    window.bridge.poll()
    QTest.mouseClick(window.live.go_on.go_on, Qt.MouseButton.LeftButton)
    assert source.asked == [Stop()]
    QTest.mouseClick(window.live.go_on.reasons[reason], Qt.MouseButton.LeftButton)
    assert source.asked == [Stop(), GoOn(reason=reason)]
    window.bridge.poll()
    assert word(window) == "STOP"
    source.shown = view(Action.REST)
    window.bridge.poll()
    assert word(window) == "rest"


def test_a_stopped_treatment_can_be_ended(opened: Open, qtbot: QtBot) -> None:
    source = stopped_source()
    window = opened(source)
    QTest.mouseClick(window.live.go_on.end, Qt.MouseButton.LeftButton)
    window.bridge.poll()
    assert source.asked == [Quit()]
    assert word(window) == "STOP"


def test_a_second_press_of_the_space_bar_does_not_go_on(opened: Open, qtbot: QtBot) -> None:
    source = stopped_source()
    window = opened(source)
    window.live.go_on.go_on.setFocus()
    QTest.keyClick(window.live.go_on.go_on, Qt.Key.Key_Space)
    assert source.asked == [Stop()]
    assert window.live.go_on.currentIndex() == 0


def test_enter_presses_the_button_that_has_the_focus(opened: Open, qtbot: QtBot) -> None:
    window = opened(stopped_source())
    window.live.go_on.go_on.setFocus()
    QTest.keyClick(window.live.go_on.go_on, Qt.Key.Key_Return)
    assert window.live.go_on.currentIndex() == 1


def test_a_stop_of_the_patient_shows_without_the_windows_latch(opened: Open) -> None:
    window = opened(stopped_source())
    assert word(window) == "STOP"
    assert window.live.go_on.isVisible()


def test_the_latch_is_heard_in_the_same_frame(opened: Open) -> None:
    window = opened(Held(view(Action.MORE)))
    window.live.stop.click()
    assert window.ears.voice == Voice(Sound.STOP)


def test_closing_the_window_in_a_treatment_is_a_stop_and_its_end(opened: Open) -> None:
    source = Held(view(Action.HOLD))
    opened(source).close()
    assert source.asked == [Stop(), Quit()]


def test_after_the_summary_the_keys_are_free_and_closing_stops_nothing(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.DONE, summary=SUMMARY))
    window = opened(source)
    QTest.keyClick(window, Qt.Key.Key_F12)
    window.close()
    assert source.asked == []


def test_a_closed_window_leaves_the_keys_to_others(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.HOLD))
    opened(source).close()
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert (field.text(), source.asked) == (" ", [Stop(), Quit()])
