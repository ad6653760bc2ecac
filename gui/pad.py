"""The pad of practice without a tool: pointer, wheel, pen and keys become gestures. It knows no force."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pad_picture import HELP, SKIN, TITLE, TOP, paint
from gui.theme import DARK, Theme
from gui.tongue import say
from session.grip import Kept, LetGo, Moving, Nudged, Pushed

WIDTH_PX: Final = 190
"""As wide as a hand's small movements are; the rest of the window is for what has to be seen."""
N_PER_NOTCH: Final = 0.5
"""*Assumed*: a sixtieth of a press of 30 N for each notch of a wheel."""
NOTCH: Final = 120
"""Qt's eighths of a degree for one notch."""
N_PER_PX: Final = 0.05
"""*Assumed*: two fingers over 10 px of a touchpad are a notch."""
KEYS: Final = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_K: 0,
}
"""Harder, softer and “keep”; the space bar belongs to STOP."""


class By(Enum):
    """What holds the press."""

    NOBODY = auto()
    POINTER = auto()
    """A mouse button that is down, a finger or a pen: how far above the skin's line, or how hard."""
    WHEEL = auto()
    """Scrolling, as long as the pointer stays over the pad."""
    KEYS = auto()
    """As long as one of them is down."""


class Pad(QWidget):
    """Says each `Gesture` at once; leaving it, losing the focus or being hidden lets go."""

    felt = Signal(object)
    """Carries a `Gesture`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by = By.NOBODY
        self._keys: set[int] = set()
        self._level = 0.0
        self._theme = DARK
        self.setFixedWidth(WIDTH_PX)
        self.setMinimumHeight(240)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.WheelFocus)
        self.setAccessibleName(say(TITLE))
        self.setToolTip(say(HELP))
        self.setAccessibleDescription(say("Hold the arrow up to press harder, the arrow down for softer, K to keep"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def level(self) -> float:
        """How high the bar stands: a share of the scale."""
        return self._level

    def show_wanted(self, share: float) -> None:
        """Show how hard the hand wants to press; a pointer shows it by itself."""
        if self.by is not By.POINTER:
            self._show(share)

    def keep(self) -> None:
        """Say that the press is still held, if it is: once for each picture.

        A pointer says where it is: after a picture that came too late it still presses, and the bar stays true.
        """
        if self.by is not By.NOBODY:
            self.felt.emit(Pushed(self._level) if self.by is By.POINTER else Kept())

    def let_go(self) -> None:
        """End the press, whatever held it; it has to be begun anew."""
        self._keys.clear()
        if self.by is not By.NOBODY:
            self.by = By.NOBODY
            self._show(0.0)
            self.felt.emit(LetGo())

    # Qt's names

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The left button begins a press, or ends one that was scrolled: a click must not press for a moment."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.by is By.WHEEL:
            self.let_go()
        else:
            self._push(event.position(), None, begins=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Dragging changes it."""
        self._push(event.position(), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Letting the button go ends it."""
        if event.button() is Qt.MouseButton.LeftButton and self.by is By.POINTER:
            self.let_go()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 - Qt's name
        """A pen: its pressure where it feels one, else its place; hovering is no press."""
        event.accept()
        if event.type() is QEvent.Type.TabletRelease:
            self.let_go()
        else:
            self._push(event.position(), _pressure(event), begins=event.type() is QEvent.Type.TabletPress)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """A wheel, or two fingers: away from the body is harder."""
        event.accept()
        pixels = event.pixelDelta().y()
        by_n = pixels * N_PER_PX if pixels else event.angleDelta().y() / NOTCH * N_PER_NOTCH
        if by_n and self.isActiveWindow() and self.by is not By.KEYS:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.by = self.by if self.by is By.POINTER else By.WHEEL
            self.felt.emit(Nudged(-by_n if event.inverted() else by_n))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A key that goes down."""
        if event.key() not in KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self.by is not By.POINTER:
            self._keys.add(event.key())
            self._hold_keys()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A key that comes up; the last one lets go."""
        if event.key() not in KEYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat() and event.key() in self._keys:
            self._keys.discard(event.key())
            self._hold_keys()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The pointer leaves: what it held is let go, what keys hold is not."""
        super().leaveEvent(event)
        if self.by is not By.KEYS:
            self.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Somebody does something else, or another window is in front: nobody would hear that a key comes up."""
        super().focusOutEvent(event)
        self.let_go()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that keys arrive here."""
        super().focusInEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What is not there is not pressed."""
        super().hideEvent(event)
        self.let_go()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint how hard the hand wants to press, and how to do it."""
        paint(QPainter(self), self, self._theme, self._level)

    # inside

    def _push(self, place: QPointF, pressure: float | None, *, begins: bool = False) -> None:
        """A pointer that is down, at this place or so hard; outside it is none."""
        if not self.rect().contains(place.toPoint()):
            self.let_go()
        elif begins or self.by is By.POINTER:
            if self.by is not By.POINTER:
                self.let_go()
            self.by = By.POINTER
            share = self._share_at(place.y()) if pressure is None else pressure
            self._show(share)
            self.felt.emit(Pushed(share))

    def _share_at(self, y: float) -> float:
        """From 0 at the skin's line, and below it, to 1 at the top."""
        return min(max((SKIN - y / self.height()) / (SKIN - TOP), 0.0), 1.0)

    def _hold_keys(self) -> None:
        """The direction of the keys that are down; both directions at once are none."""
        if not self._keys:
            self.let_go()
            return
        self.by = By.KEYS
        self.felt.emit(Moving(sum({KEYS[Qt.Key(key)] for key in self._keys})))

    def _show(self, level: float) -> None:
        if level != self._level:
            self._level = level
            self.update()


def _pressure(event: QTabletEvent) -> float | None:
    """From 0 to 1; None for a pen that feels none."""
    feels = QInputDevice.Capability.Pressure in event.device().capabilities()
    return event.pressure() if feels else None
