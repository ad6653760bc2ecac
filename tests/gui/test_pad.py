"""What a pointer, a wheel, a pen and keys say to the hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.app import application
from gui.pad import N_PER_NOTCH, N_PER_PX, By, Pad
from gui.pad_picture import SKIN, TOP
from session.grip import Gesture, Kept, LetGo, Moving, Nudged, Pushed

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Shown(QWidget):
    """A pad beside a field, in an active window, and what was felt."""

    def __init__(self) -> None:
        super().__init__()
        self.pad, self.field, self.felt = Pad(), QLineEdit(), list[Gesture]()
        row = QHBoxLayout(self)
        row.addWidget(self.pad)
        row.addWidget(self.field)
        self.pad.felt.connect(self.felt.append)
        self.resize(500, 500)

    def at(self, share: float, x: int = 90) -> QPoint:
        return QPoint(x, round(self.pad.height() * (SKIN - share * (SKIN - TOP))))

    def press(self, share: float) -> None:
        QTest.mousePress(self.pad, LEFT, NONE, self.at(share))

    def drag(self, place: QPoint) -> None:
        QTest.mouseMove(self.pad, place)

    def wheel(self, angle: int, pixels: int = 0, *, inverted: bool = False) -> None:
        place = QPointF(self.at(0.5))
        event = QWheelEvent(
            place, QPointF(self.pad.mapToGlobal(self.at(0.5))), QPoint(0, pixels), QPoint(0, angle),
            Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, inverted,
        )  # fmt: skip
        QCoreApplication.sendEvent(self.pad, event)

    def pen(self, kind: QEvent.Type, pressure: float, place: QPoint, *, feels: bool = True) -> bool:
        device = pointing(feels=feels)
        at, globally = QPointF(place), QPointF(self.pad.mapToGlobal(place))
        down = LEFT if kind is not QEvent.Type.TabletRelease else Qt.MouseButton.NoButton
        event = QTabletEvent(kind, device, at, globally, pressure, 0, 0, 0, 0, 0, NONE, LEFT, down)
        QCoreApplication.sendEvent(self.pad, event)
        return event.isAccepted()

    def key(self, kind: QEvent.Type, key: Qt.Key, *, repeated: bool = False) -> None:
        QCoreApplication.sendEvent(self.pad, QKeyEvent(kind, key, NONE, "", repeated))


def pointing(*, feels: bool) -> QPointingDevice:
    able = QInputDevice.Capability.Position | (
        QInputDevice.Capability.Pressure if feels else QInputDevice.Capability.Hover
    )
    return QPointingDevice("pen", 1, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen, able, 1, 1)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    application()
    window = Shown()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.pad.setFocus()
    window.felt.clear()
    yield window
    window.close()


def shares(felt: list[Gesture]) -> list[float]:
    return [gesture.share for gesture in felt if isinstance(gesture, Pushed)]


def test_holding_the_button_and_moving_up_presses_harder_and_letting_it_go_lets_go(shown: Shown) -> None:
    shown.press(0.0)
    for share in (0.25, 0.5, 0.4):
        shown.drag(shown.at(share))
    QTest.mouseRelease(shown.pad, LEFT, NONE, shown.at(0.4))
    assert shares(shown.felt) == pytest.approx([0.0, 0.25, 0.5, 0.4], abs=0.005)
    assert shown.felt[-1] == LetGo()


def test_what_is_done_is_passed_on_and_shown_before_the_event_is_over(shown: Shown) -> None:
    shown.press(0.5)
    assert len(shown.felt) == 1
    assert shown.pad.level == pytest.approx(0.5, abs=0.005)


@pytest.mark.parametrize(("y", "share"), [(0.99, 0.0), (SKIN, 0.0), (TOP, 1.0), (0.01, 1.0)])
def test_the_scale_begins_at_the_skins_line_and_ends_at_the_top(y: float, share: float, shown: Shown) -> None:
    QTest.mousePress(shown.pad, LEFT, NONE, QPoint(90, round(y * shown.pad.height())))
    assert shares(shown.felt) == pytest.approx([share], abs=0.005)


def test_a_pointer_that_leaves_the_pad_lets_go_and_coming_back_presses_no_more(shown: Shown) -> None:
    shown.press(0.5)
    shown.drag(QPoint(-5, 100))
    assert shown.felt[1:] == [LetGo()]
    assert shown.pad.level == 0.0
    shown.drag(shown.at(0.5))
    QTest.mouseRelease(shown.pad, LEFT, NONE, shown.at(0.5))
    assert shown.felt[1:] == [LetGo()]


def test_a_pointer_that_only_passes_presses_nothing_nor_does_another_button(shown: Shown) -> None:
    shown.drag(shown.at(0.5))
    QTest.mouseClick(shown.pad, Qt.MouseButton.RightButton, NONE, shown.at(0.5))
    assert shown.felt == []


def test_another_button_that_comes_up_does_not_let_go(shown: Shown) -> None:
    shown.press(0.5)
    QTest.mouseRelease(shown.pad, Qt.MouseButton.RightButton, NONE, shown.at(0.5))
    assert LetGo() not in shown.felt


def test_losing_the_focus_lets_go_of_the_pointer_and_of_the_keys(shown: Shown) -> None:
    shown.press(0.5)
    shown.field.setFocus()
    assert shown.felt[1:] == [LetGo()]
    shown.pad.setFocus()
    shown.key(QEvent.Type.KeyPress, Qt.Key.Key_Up)
    shown.field.setFocus()
    assert shown.felt[2:] == [Moving(1), LetGo()]
    shown.pad.setFocus()
    shown.key(QEvent.Type.KeyRelease, Qt.Key.Key_Up)
    assert shown.felt[4:] == []


def test_another_window_in_front_lets_go(shown: Shown, qtbot: QtBot) -> None:
    shown.press(0.5)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert shown.felt[1:] == [LetGo()]


def test_a_pad_that_is_hidden_lets_go(shown: Shown) -> None:
    shown.press(0.5)
    shown.pad.hide()
    assert shown.felt[-1] == LetGo()


def test_held_keys_press_keep_and_let_go(shown: Shown) -> None:
    for kind, key in (
        (QEvent.Type.KeyPress, Qt.Key.Key_Up),
        (QEvent.Type.KeyPress, Qt.Key.Key_K),
        (QEvent.Type.KeyRelease, Qt.Key.Key_Up),
        (QEvent.Type.KeyPress, Qt.Key.Key_Down),
        (QEvent.Type.KeyRelease, Qt.Key.Key_Down),
        (QEvent.Type.KeyRelease, Qt.Key.Key_K),
    ):
        shown.key(kind, key)
    assert shown.felt == [Moving(1), Moving(1), Moving(0), Moving(-1), Moving(0), LetGo()]


def test_two_keys_for_the_same_are_one_and_both_directions_are_none(shown: Shown) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Down):
        shown.key(QEvent.Type.KeyPress, key)
    assert shown.felt == [Moving(1), Moving(1), Moving(0)]


def test_a_key_that_repeats_itself_is_one_press(shown: Shown) -> None:
    shown.key(QEvent.Type.KeyPress, Qt.Key.Key_Up)
    for _ in range(3):
        shown.key(QEvent.Type.KeyRelease, Qt.Key.Key_Up, repeated=True)
        shown.key(QEvent.Type.KeyPress, Qt.Key.Key_Up, repeated=True)
    assert shown.felt == [Moving(1)]


def test_keys_that_mean_nothing_here_go_on_to_others(shown: Shown) -> None:
    QTest.keyClick(shown.pad, Qt.Key.Key_A)
    assert shown.felt == []
    assert shown.pad.by is By.NOBODY


def test_keys_do_not_meddle_with_a_pointer_and_a_pointer_takes_over_from_keys(shown: Shown) -> None:
    shown.press(0.5)
    shown.key(QEvent.Type.KeyPress, Qt.Key.Key_Up)
    shown.key(QEvent.Type.KeyRelease, Qt.Key.Key_Up)
    assert len(shown.felt) == 1
    QTest.mouseRelease(shown.pad, LEFT, NONE, shown.at(0.5))
    shown.felt.clear()
    shown.key(QEvent.Type.KeyPress, Qt.Key.Key_Up)
    shown.press(0.5)
    shown.key(QEvent.Type.KeyRelease, Qt.Key.Key_Up)
    assert shown.felt[:2] == [Moving(1), LetGo()]
    assert len(shares(shown.felt)) == 1
    assert shown.pad.by is By.POINTER


@pytest.mark.parametrize(
    ("angle", "pixels", "inverted", "by_n"),
    [
        (120, 0, False, N_PER_NOTCH),
        (-240, 0, False, -2 * N_PER_NOTCH),
        (120, 0, True, -N_PER_NOTCH),
        (40, 12, False, 12 * N_PER_PX),
        (-40, -12, True, 12 * N_PER_PX),
    ],
)
def test_scrolling_away_from_the_body_is_harder_however_the_system_scrolls(
    angle: int, pixels: int, inverted: bool, by_n: float, shown: Shown
) -> None:
    shown.wheel(angle, pixels, inverted=inverted)
    assert [gesture.by_n for gesture in shown.felt if isinstance(gesture, Nudged)] == pytest.approx([by_n])


def test_a_scrolled_press_ends_when_the_pointer_leaves_and_with_a_click_that_presses_nothing(shown: Shown) -> None:
    shown.wheel(120)
    QCoreApplication.sendEvent(shown.pad, QEvent(QEvent.Type.Leave))
    assert shown.felt == [Nudged(N_PER_NOTCH), LetGo()]
    shown.wheel(120)
    shown.press(0.5)
    shown.drag(shown.at(0.6))
    QTest.mouseRelease(shown.pad, LEFT, NONE, shown.at(0.6))
    assert shown.felt[2:] == [Nudged(N_PER_NOTCH), LetGo()]


def test_keys_outlive_a_pointer_that_leaves_and_do_not_hear_the_wheel(shown: Shown) -> None:
    shown.key(QEvent.Type.KeyPress, Qt.Key.Key_Up)
    QCoreApplication.sendEvent(shown.pad, QEvent(QEvent.Type.Leave))
    shown.wheel(120)
    assert shown.felt == [Moving(1)]


def test_scrolling_adds_to_a_drag(shown: Shown) -> None:
    shown.press(0.5)
    shown.wheel(120)
    assert shown.felt[1:] == [Nudged(N_PER_NOTCH)]
    assert shown.pad.by is By.POINTER


def test_scrolling_over_a_window_that_is_not_active_presses_nothing(shown: Shown, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    shown.wheel(120)
    assert shown.felt == []


def test_a_pen_presses_as_hard_as_it_is_pressed(shown: Shown) -> None:
    high = shown.at(0.9)
    assert shown.pen(QEvent.Type.TabletPress, 0.2, high)
    shown.pen(QEvent.Type.TabletMove, 0.35, high)
    shown.pen(QEvent.Type.TabletRelease, 0.0, high)
    assert shares(shown.felt) == pytest.approx([0.2, 0.35])
    assert shown.felt[-1] == LetGo()


def test_a_pen_that_hovers_presses_nothing_and_one_that_feels_no_pressure_is_a_pointer(shown: Shown) -> None:
    shown.pen(QEvent.Type.TabletMove, 0.0, shown.at(0.5))
    assert shown.felt == []
    shown.pen(QEvent.Type.TabletPress, 1.0, shown.at(0.5), feels=False)
    assert shares(shown.felt) == pytest.approx([0.5], abs=0.005)


def test_it_says_that_it_is_held_only_while_it_is(shown: Shown) -> None:
    shown.pad.keep()
    assert shown.felt == []
    shown.key(QEvent.Type.KeyPress, Qt.Key.Key_K)
    shown.pad.keep()
    assert shown.felt[1:] == [Kept()]


def test_a_pointer_that_is_held_says_where_it_is(shown: Shown) -> None:
    shown.press(0.5)
    shown.pad.keep()
    assert shares(shown.felt) == pytest.approx([0.5, 0.5], abs=0.005)


def test_the_bar_follows_the_hand_where_no_pointer_shows_it(shown: Shown) -> None:
    shown.pad.show_wanted(0.3)
    assert shown.pad.level == 0.3
    shown.press(0.5)
    shown.pad.show_wanted(0.3)
    assert shown.pad.level == pytest.approx(0.5, abs=0.005)


def test_what_is_drawn_depends_on_what_is_done_and_not_on_any_force(shown: Shown) -> None:
    before = shown.pad.grab().toImage()
    shown.pad.show_wanted(0.3)
    pressed = shown.pad.grab().toImage()
    shown.pad.show_wanted(0.0)
    assert pressed != before
    assert shown.pad.grab().toImage() == before
