"""Practice in the window: a scripted pointer and scripted keys, a real session, a simulated tool."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app import application
from gui.button import SMALLEST_PX
from gui.pad import By
from gui.theme import LIGHT as LIGHT_COLOURS
from gui.window import PRACTISED
from protocol.link import Channel
from session.cue import Action, Why
from session.grip import KEEP_S
from session.inputs import GoOn, Quit, Stop, StopReason, read_input
from session.offline.measure import analyse_record
from session.playback import read_record
from simulator.physics import Part
from tests.gui.practice_room import PRESSING, PracticeRoom
from tests.session.rooms import LIGHT

TARGET_N = LIGHT.target_n
STEADY = (Part.IMPEDANCE, Part.UNSTEADINESS, Part.REACTION)
Practising = Callable[..., PracticeRoom]


@pytest.fixture
def practising(qtbot: QtBot, tmp_path: Path) -> Iterator[Practising]:
    """Opens the window of a run and waits until it asks to press."""
    application()
    rooms: list[PracticeRoom] = []

    def begin(without: tuple[Part, ...] = STEADY, first: Action = Action.PRESS) -> PracticeRoom:
        room = PracticeRoom(tmp_path / "practice.mcap", LIGHT, without)
        rooms.append(room)
        qtbot.addWidget(room.window)
        room.window.keys.arm()
        with qtbot.waitActive(room.window):
            room.window.show()
            room.window.activateWindow()
        room.go_on(lambda: room.action is first)
        return room

    yield begin
    for room in rooms:
        room.close()


def follow_to_the_end(room: PracticeRoom, press: Callable[[], None], release: Callable[[], None]) -> None:
    """Press while it says so, and let go while it does not."""

    def until(pressing: bool) -> None:
        room.go_on(lambda: room.view.summary is not None or (room.action in PRESSING) is pressing)

    while room.view.summary is None:
        press()
        until(pressing=False)
        release()
        until(pressing=True)


def key(room: PracticeRoom, action: QTest.KeyAction, which: Qt.Key) -> None:
    QTest.keyEvent(action, room.window.pad, which)


@pytest.mark.parametrize("without", [STEADY, ()], ids=["steady", "like a person's"])
def test_a_scripted_pointer_does_all_holds_and_the_records_dose_is_the_truth(
    without: tuple[Part, ...], practising: Practising
) -> None:
    room = practising(without)
    follow_to_the_end(room, lambda: room.press(TARGET_N), room.release)
    summary = room.view.summary
    assert summary is not None
    assert summary.outcome == "All holds are done."
    truth, measured = room.tool.truth, analyse_record(room.path)
    assert (truth.holds, len(measured.holds)) == (2, 2)
    assert measured.totals.dose_kpa_s == pytest.approx(truth.dose_kpa_s, rel=0.005)
    assert measured.simulated
    assert read_record(room.path).header.practised


def test_scripted_keys_do_all_holds(practising: Practising) -> None:
    room = practising()

    def press() -> None:
        key(room, QTest.KeyAction.Press, Qt.Key.Key_K)
        key(room, QTest.KeyAction.Press, Qt.Key.Key_Up)
        room.go_on(lambda: room.practice.hand.wanted_n >= TARGET_N)
        key(room, QTest.KeyAction.Release, Qt.Key.Key_Up)

    follow_to_the_end(room, press, lambda: key(room, QTest.KeyAction.Release, Qt.Key.Key_K))
    assert room.view.summary is not None
    assert room.view.summary.outcome == "All holds are done."


def test_the_hand_is_told_in_the_same_frame_and_the_force_is_measured_in_the_next_ones(practising: Practising) -> None:
    room = practising()
    room.press(TARGET_N)
    room.wait(0.02)
    assert room.practice.hand.wanted_n == pytest.approx(TARGET_N, abs=0.05)
    assert room.go_on(lambda: (room.view.force_n or 0) > 0.9 * TARGET_N) < 0.2


def test_dragging_changes_what_is_measured(practising: Practising) -> None:
    room = practising()
    room.press(2.5)
    for force_n in (4.0, 6.0, 3.0):
        room.drag(force_n)
        room.wait(0.4)
        assert room.view.force_n == pytest.approx(force_n, abs=0.15)


def test_losing_the_focus_lets_go(practising: Practising) -> None:
    room = practising()
    room.press(TARGET_N)
    room.wait(1.0)
    assert room.touches()
    room.window.live.sound.setFocus()
    room.wait(1.0)
    assert room.practice.hand.wanted_n == 0.0
    assert not room.touches()
    room.drag(TARGET_N)
    room.wait(0.5)
    assert not room.touches()


def test_a_window_that_is_stuck_leaves_no_press(practising: Practising) -> None:
    """No frame is drawn any more, and no event comes."""
    room = practising()
    room.press(TARGET_N)
    room.wait(1.0)
    for _ in range(round((KEEP_S + 1.0) / 0.02)):
        room._live()
    assert room.window.pad.by is By.POINTER
    assert room.practice.hand.wanted_n == 0.0
    assert not room.touches()


def test_a_window_that_was_stuck_presses_on_what_is_still_held_and_never_shows_another_press(
    practising: Practising,
) -> None:
    room = practising()
    room.press(TARGET_N)
    for _ in range(round((KEEP_S + 1.0) / 0.02)):
        room._live()
    room.wait(0.1)
    assert room.practice.hand.wanted_n == pytest.approx(TARGET_N, abs=0.05)
    room.release()
    key(room, QTest.KeyAction.Press, Qt.Key.Key_Up)
    room.wait(0.3)
    for _ in range(round((KEEP_S + 1.0) / 0.02)):
        room._live()
    room.wait(0.1)
    assert room.window.pad.level == room.practice.hand.wanted_n == 0.0


def test_a_press_that_is_held_still_outlives_the_second(practising: Practising) -> None:
    room = practising()
    room.press(TARGET_N)
    room.wait(KEEP_S + 0.5)
    assert room.practice.hand.wanted_n > 0


@pytest.mark.parametrize("stop", [Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12])
def test_the_stop_keys_stop_while_dragging_and_what_is_pressed_on_is_counted(
    stop: Qt.Key, practising: Practising
) -> None:
    room = practising()
    room.press(TARGET_N)
    room.go_on(lambda: room.action is Action.HOLD)
    QTest.keyClick(room.window.pad, stop)
    assert room.window.live.cue.face.word == "STOP"
    room.wait(1.0)
    assert room.view.cue.why is Why.THERAPIST_STOP
    assert room.touches()
    room.release()
    room.wait(1.0)
    assert not room.touches()
    assert room.action is Action.STOP
    room.window.bridge.quit()
    room.go_on(lambda: room.view.summary is not None)
    assert room.view.summary is not None
    assert 0.9 < room.view.summary.after_cue_s < 1.6
    said = [read_input(each.data) for each in read_record(room.path).payloads if each.channel is Channel.INPUT]
    assert said == [Stop(), Quit()]


def test_after_a_stop_one_goes_on_as_with_a_tool(practising: Practising) -> None:
    room = practising()
    QTest.mouseClick(room.window.live.stop, Qt.MouseButton.LeftButton)
    room.go_on(room.window.live.go_on.go_on.isEnabled)
    room.window.live.go_on.go_on.click()
    room.window.live.go_on.reasons[StopReason.OTHER].click()
    room.go_on(lambda: room.action is Action.PRESS)
    said = [type(each) for each in map(read_input, inputs_so_far(room))]
    assert said == [Stop, GoOn]


def inputs_so_far(room: PracticeRoom) -> list[bytes]:
    room.window.close()
    room.go_on(lambda: room.view.summary is not None)
    record = read_record(room.path)
    return [each.data for each in record.payloads if each.channel is Channel.INPUT][:2]


def test_closing_the_window_lets_go_and_ends_the_run(practising: Practising) -> None:
    room = practising()
    room.press(TARGET_N)
    room.wait(1.0)
    room.window.close()
    room.go_on(lambda: room.view.summary is not None)
    assert room.practice.hand.wanted_n == 0.0
    assert room.tool.truth.holds == 1


def test_pressing_before_the_zero_is_measured_is_refused_with_its_reason(practising: Practising) -> None:
    room = practising(first=Action.WAIT)
    room.press(TARGET_N)
    room.wait(3.0)
    assert room.action is Action.WAIT
    assert "Take it off the skin" in room.window.notice.text()
    room.release()
    room.go_on(lambda: room.action is Action.PRESS)


def test_it_is_marked_as_simulated_and_as_practised_without_a_tool(practising: Practising) -> None:
    room = practising()
    assert room.window.top.mark.text() == "SIMULATED"
    assert room.window.claim.text() == PRACTISED
    assert "WITHOUT A TOOL" in PRACTISED


def test_after_the_summary_there_is_nothing_to_press(practising: Practising) -> None:
    room = practising()
    room.window.bridge.quit()
    room.press(TARGET_N)
    room.go_on(lambda: room.view.summary is not None)
    room.wait(0.1)
    assert not room.window.pad.isVisible()
    assert room.window.pad.by is By.NOBODY


@pytest.mark.parametrize("size", [(980, 600), (1180, 720)])
def test_everything_is_inside_and_large_enough(size: tuple[int, int], practising: Practising, qtbot: QtBot) -> None:
    room = practising()
    room.window.set_theme(LIGHT_COLOURS)
    room.window.resize(*size)
    qtbot.waitUntil(lambda: (room.window.width(), room.window.height()) == size)
    room.window.top.tool.click()
    room.wait(0.02)
    shown = [
        each
        for each in room.window.findChildren(QWidget)
        if each.isVisible() and (isinstance(each, QAbstractButton) or each is room.window.pad)
    ]
    assert room.window.pad in shown
    for widget in shown:
        assert min(widget.width(), widget.height()) >= SMALLEST_PX, widget.accessibleName()
        place = QRect(widget.mapTo(room.window, QPoint(0, 0)), widget.size())
        assert room.window.rect().contains(place), widget.accessibleName()


def test_the_pad_has_the_keyboard_from_the_start_and_a_name_to_read_aloud(practising: Practising) -> None:
    room = practising()
    assert room.window.focusWidget() is room.window.pad
    assert room.window.pad.accessibleName() == "practice pad"
