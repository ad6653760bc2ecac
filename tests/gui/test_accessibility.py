"""What a keyboard, a screen reader and a greasy finger need of every widget."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from gui.button import SMALLEST_PX
from gui.theme import DARK, LIGHT, Theme
from session.cue import Action, Why
from tests.gui.conftest import Open
from tests.gui.stage import SUMMARY, Held, view

STATES = {
    "hold": view(Action.HOLD),
    "stop": view(Action.STOP, Why.THERAPIST_STOP),
    "summary": view(Action.DONE, summary=SUMMARY),
}


def inside(window: QWidget) -> list[QWidget]:
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


@pytest.mark.parametrize("state", STATES)
def test_everything_that_takes_the_focus_has_a_name(state: str, opened: Open) -> None:
    window = opened(Held(STATES[state]))
    focusable = [w for w in inside(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None]
    assert focusable
    assert [type(widget).__name__ for widget in focusable if not widget.accessibleName()] == []


@pytest.mark.parametrize("size", [(900, 600), (1000, 700)])
@pytest.mark.parametrize("state", STATES)
def test_every_button_is_large_enough_for_a_finger(
    state: str, size: tuple[int, int], opened: Open, qtbot: QtBot
) -> None:
    window = opened(Held(STATES[state]))
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    if state == "stop":
        window.live.go_on.go_on.click()
    buttons = [widget for widget in inside(window) if isinstance(widget, QAbstractButton)]
    assert buttons
    for button in buttons:
        assert min(button.width(), button.height()) >= SMALLEST_PX, button.accessibleName()
        place = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
        assert window.rect().contains(place), button.accessibleName()


def test_tab_goes_from_stop_to_sound_to_colours_to_the_panels(opened: Open, qtbot: QtBot) -> None:
    window = opened(Held(view()))
    window.live.stop.setFocus()
    names = []
    for _ in range(5):
        focused = window.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == ["STOP", "NO SOUND", "light colours", "Sounds", "View"]


def test_the_instruction_is_a_name_that_can_be_read_aloud(opened: Open) -> None:
    window = opened(Held(view(Action.LET_GO, Why.OVER_CAP)))
    assert window.live.cue.accessibleName() == "let go slowly"
    assert window.live.cue.accessibleDescription() == "The pressure is above the limit"
    assert window.live.number.accessibleDescription() == "400 kPa 40.0 N"


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    tone = QColor(colour)
    parts = (tone.redF(), tone.greenF(), tone.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["plain", "quiet", "more", "good", "less", "alarm", "rest"])
def test_every_tone_can_be_read_on_ground_and_panel(role: str, theme: Theme) -> None:
    for ground in (theme.ground, theme.panel):
        assert contrast(getattr(theme, role), ground) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["alarm", "less"])
def test_text_on_a_filled_tone_can_be_read(role: str, theme: Theme) -> None:
    assert contrast(getattr(theme, role), theme.on_tone) >= 4.5
