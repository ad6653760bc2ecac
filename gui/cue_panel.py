"""What to do now: a word, a shape and a colour that can be read across the room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.announce import announce
from gui.face import NO_DATA, Face
from gui.fit import Type, fitted
from gui.shapes import SIDE, path_of
from gui.theme import DARK, Theme
from gui.tongue import say


class CuePanel(QWidget):
    """Paints one `Face`, as large as the room allows; of several on a window one announces it."""

    def __init__(self, parent: QWidget | None = None, *, announces: bool = True) -> None:
        super().__init__(parent)
        self._announces = announces
        self._face = NO_DATA
        self._theme = DARK
        self.setMinimumSize(220, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say(self._face.word))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def face(self) -> Face:
        """What is shown."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Paint `face` and announce a new word to a screen reader."""
        if face == self._face:
            return
        changed = face.word != self._face.word
        self._face = face
        self.setAccessibleName(say(face.word))
        self.setAccessibleDescription(say(face.reason))
        if changed and self._announces:
            announce(self, say(face.word), at_once=True)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel: filled with the tone when it is an alarm, else on the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        alarm = self._face.tone == "alarm"
        painter.setBrush(self._theme.colour("alarm" if alarm else "panel"))
        painter.drawRoundedRect(self.rect(), 14, 14)
        ink = self._theme.colour("on_tone" if alarm else self._face.tone)
        width, height = self.width(), self.height()
        reason = 0.12 if self._face.reason else 0.0
        self._paint_shape(painter, QRectF(0, height * 0.06, width, height * (0.52 - reason)), ink)
        painter.setPen(ink)
        word = QRectF(18, height * (0.6 - reason), width - 36, height * 0.36)
        self._paint_text(painter, word, say(self._face.word), Type(160, wrap=True))
        painter.setPen(self._theme.colour("on_tone" if alarm else "plain"))
        below = QRectF(18, height * 0.85, width - 36, height * reason)
        self._paint_text(painter, below, say(self._face.reason), Type(22, bold=False, wrap=True))

    def _paint_shape(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        side = min(room.width(), room.height())
        place = QTransform.fromTranslate(room.center().x() - side / 2, room.center().y() - side / 2)
        painter.setBrush(ink)
        painter.drawPath(place.scale(side / SIDE, side / SIDE).map(path_of(self._face.shape)))

    def _paint_text(self, painter: QPainter, room: QRectF, text: str, kind: Type) -> None:
        if not text:
            return
        painter.setFont(fitted(self.font(), text, room.size(), kind))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | kind.flags, text)
