"""A pedal and a presenter in a real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.speaker import Speaker
from gui.window import LiveWindow
from session.clicker import SETTLED_S
from session.cue import Action, Why
from session.inputs import Here, Input, Pain, PainGone, PainHalved, Stop
from session.mark_button import DOUBLE_S
from session.view import View
from session.whom import Whom
from tests.gui.conftest import Open
from tests.gui.stage import Held, view
from tests.session.free_hands import Hands, check_round, go_round
from tests.virtual import run_virtual

PEDAL, BACK, BLANK, FORWARD = Qt.Key.Key_B, Qt.Key.Key_PageUp, Qt.Key.Key_Period, Qt.Key.Key_PageDown


def send(widget: QWidget, key: Qt.Key, *, down: bool = True, repeated: bool = False) -> None:
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", repeated))


def tap(window: LiveWindow, source: Held, key: Qt.Key, *, for_s: float = 0.1) -> None:
    send(window, key)
    source.now_s += for_s
    send(window, key, down=False)


def after(window: LiveWindow, source: Held, wait_s: float) -> list[Input]:
    source.now_s += wait_s
    window.bridge.poll()
    return source.asked


@pytest.fixture
def armed(opened: Open) -> Iterator[tuple[LiveWindow, Held]]:
    source = Held(view(Action.HOLD))
    window = opened(source)
    window.hands.keys.arm()
    yield window, source
    window.hands.keys.disarm()


@pytest.mark.parametrize("pedal", [PEDAL, Qt.Key.Key_F9])
def test_a_pedal_is_one_button_short_double_and_held(armed: tuple[LiveWindow, Held], pedal: Qt.Key) -> None:
    window, source = armed
    tap(window, source, pedal)
    assert after(window, source, DOUBLE_S + 0.01) == [PainHalved()]
    for _ in range(2):
        tap(window, source, pedal)
    assert after(window, source, 0.0) == [PainHalved(), PainGone()]
    send(window, pedal)
    send(window, pedal, repeated=True)
    assert after(window, source, 1.01) == [PainHalved(), PainGone(), Stop()]
    send(window, pedal, down=False)
    assert after(window, source, 9.0) == [PainHalved(), PainGone(), Stop()]


def test_a_presenters_back_key_counts_the_clients_pain_and_black_screen_is_none(
    armed: tuple[LiveWindow, Held],
) -> None:
    window, source = armed
    for _ in range(5):
        tap(window, source, BACK)
    assert after(window, source, SETTLED_S) == [Pain(nrs=5, by="patient")]
    assert window.notice.text() == "Pain 5 of 10, from the client's clicker."
    tap(window, source, BLANK)
    assert after(window, source, 0.0)[1:] == [Pain(nrs=0, by="patient")]


def test_in_the_rest_a_pain_is_recalled(armed: tuple[LiveWindow, Held]) -> None:
    window, source = armed
    source.shown = view(Action.REST, contact=False)
    tap(window, source, BACK)
    assert after(window, source, SETTLED_S) == [Pain(nrs=1, by="patient", recalled=True)]


@pytest.mark.parametrize("key", [FORWARD, Qt.Key.Key_F5])
def test_a_presenters_forward_key_is_stop(armed: tuple[LiveWindow, Held], key: Qt.Key) -> None:
    window, source = armed
    send(window, key)
    send(window, key, repeated=True)
    assert source.asked == [Stop()]
    assert window.live.cue.face.word == "STOP"


def test_in_a_field_for_text_letters_are_letters_and_stop_is_stop(armed: tuple[LiveWindow, Held], qtbot: QtBot) -> None:
    window, source = armed
    field = QLineEdit(window)
    for key, text in ((PEDAL, "b"), (BLANK, ".")):
        QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    assert (field.text(), source.asked) == ("b.", [])
    send(field, FORWARD)
    assert source.asked == [Stop()]


def test_after_the_end_the_keys_are_whose_they_were(armed: tuple[LiveWindow, Held]) -> None:
    window, source = armed
    window.hands.keys.disarm()
    tap(window, source, PEDAL)
    tap(window, source, FORWARD)
    assert after(window, source, 2.0) == []


def place(window: LiveWindow) -> QWidget | None:
    return window.live.place if window.live.place.isVisibleTo(window.live) else None


def test_where_the_place_is_asked_for_it_stands_large_and_a_click_says_here(armed: tuple[LiveWindow, Held]) -> None:
    window, source = armed
    assert place(window) is None
    source.shown = view(
        Action.WAIT, Why.PLACE, contact=False, whom=Whom("P-7", "Upper trapezius", "left", "120 N", (), ())
    )
    window.bridge.poll()
    assert window.live.place.place.text() == "UPPER TRAPEZIUS, LEFT"
    assert place(window) is window.live.place
    window.live.place.here.click()
    assert source.asked == [Here()]


class Keys:
    """A pedal and a presenter on a window that shows a real session; not one other key is pressed."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.window = LiveWindow(hands.runner, Speaker(lambda: 0.0, null=True), clock_s=lambda: 0.0)
        self.window.hands.keys.arm()
        self._shown_s = 0.0

    def press(self, after_s: float, for_s: float) -> None:
        self._hands.later(after_s, lambda: send(self.window, PEDAL))
        self._hands.later(after_s + for_s, lambda: send(self.window, PEDAL, down=False))

    def click(self) -> None:
        send(self.window, BACK)
        send(self.window, BACK, down=False)

    def look(self) -> None:
        """Ten pictures a second are enough here."""
        if self._hands.now_s() - self._shown_s >= 0.1:
            self._shown_s = self._hands.now_s()
            self.window.bridge.poll()
        if self._view.summary is not None:
            self.window.hands.keys.disarm()

    @property
    def _view(self) -> View:
        return self._hands.runner.view()


def test_six_places_with_three_holds_each_by_a_pedal_and_a_presenter_alone(qtbot: QtBot, tmp_path: Path) -> None:
    windows: list[Keys] = []

    def equip(hands: Hands) -> Keys:
        for before in windows:
            before.window.hands.keys.disarm()
        windows.append(Keys(hands))
        return windows[-1]

    check_round(run_virtual(go_round(tmp_path, equip)))
    assert [keys.window.live.cue.face.word for keys in windows].count("STOP") == 0, "each STOP was answered"
    windows[-1].window.hands.keys.disarm()
