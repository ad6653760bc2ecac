"""The big number: the pressure of this moment, or dashes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fit import Type, fitted
from gui.look import look
from gui.theme import DARK, Theme
from gui.tongue import say
from gui.unit import Scale, Unit, scale
from gui.words import NONE, number
from session.silence import stale
from session.view import View

_MIDDLE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LOWER_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_UPPER_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SMALL: Final = Type(70, bold=False, wrap=True)


class BigNumber(QWidget):
    """Pressure with the force beside it, or the other way round; force alone where the tip's area is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._main, self._unit, self._beside = NONE, "kPa", ""
        self.setMinimumSize(240, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("pressure"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def text(self) -> str:
        """What is shown, in one line."""
        return " ".join(part for part in (self._main, self._unit, self._beside) if part)

    def show_view(self, view: View, age_s: float | None) -> None:
        """Show the newest reading, dashes when it is too old or unknown."""
        force_n = None if stale(age_s) else view.force_n
        if view.kpa_per_n is None:
            self.show_force(force_n, say("tip area unknown") if view.tool else "")
        else:
            shown = scale(look().unit, view.kpa_per_n)
            beside = scale(Unit.KPA if shown.unit in (Unit.N, Unit.LBF) else Unit.N, view.kpa_per_n)
            main, aside = (_in(each, force_n) for each in (shown, beside))
            self._show(main, str(shown.unit), f"{aside} {beside.unit}")

    def show_kpa(self, pressure_kpa: float | None, beside: str = "") -> None:
        """Show a pressure, dashes for None, with something beside it."""
        self._show(number(pressure_kpa), "kPa", beside)

    def show_force(self, force_n: float | None, beside: str = "") -> None:
        """Show a force that has no pressure, dashes for None."""
        self._show(number(force_n, 1), "N", beside)

    def _show(self, *fresh: str) -> None:
        if fresh == (self._main, self._unit, self._beside):
            return
        self._main, self._unit, self._beside = fresh
        self.setAccessibleDescription(self.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the number right-aligned to a fixed line, so that it does not dance."""
        painter = QPainter(self)
        width, height = self.width(), self.height()
        split, gap = width * 0.66, 18
        main = "– –" if self._main == NONE else self._main
        aside = width - split - gap
        for room, text, widest, kind, side in (
            (QRectF(0, 0, split, height), main, "8888", Type(400), _MIDDLE_RIGHT),
            (QRectF(split + gap, height * 0.2, aside, height * 0.3), self._unit, "kPa", Type(90), _LOWER_LEFT),
            (QRectF(split + gap, height * 0.52, aside, height * 0.36), self._beside, "−188.8 N", _SMALL, _UPPER_LEFT),
        ):
            quiet = text is not main or self._main == NONE
            painter.setPen(self._theme.colour("quiet" if quiet else "plain"))
            painter.setFont(fitted(self.font(), max(text, widest, key=len), room.size(), kind))
            painter.drawText(room, int(side) | kind.flags, text)


def _in(shown: Scale, force_n: float | None) -> str:
    return number(None if force_n is None else force_n * shown.per_n, shown.decimals)
