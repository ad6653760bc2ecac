"""A whole record as a trace: holds, target, events, pain, gaps, and what came late."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from clinic.report.measured import MeasuredHold
from clinic.review.reviewed import Event, Kind, Reviewed, Stretch
from gui.review_plot import BELOW, ReviewPlot, graph
from gui.review_trace import Whole
from gui.theme import Role, Theme
from gui.tongue import say

NEAREST_S: Final = 0.5
"""A stretch that is shown is never shorter."""
AROUND_S: Final = 2.0
"""Shown before and behind a hold."""
STEP: Final = 0.2
"""Share of the picture that an arrow moves it."""
ZOOM: Final = 1.5
NEAR_PX: Final = 12.0
"""So near an event the pointer asks for its words."""
TONES: Final[dict[Kind, Role]] = {Kind.CALL: "good", Kind.PAIN: "alarm", Kind.STOP: "alarm", Kind.SAID: "rest"}
SIGNS: Final = {Kind.CALL: "▽", Kind.PAIN: "⚑", Kind.STOP: "STOP", Kind.SAID: "◆"}

LANES: Final = {Kind.CALL: 0.94, Kind.PAIN: 0.94, Kind.STOP: 0.3, Kind.SAID: 0.2}
"""Shares of the height, off the plateau of a hold: events of different kinds that come together hide nothing."""


class ReviewChart(ReviewPlot):
    """Shows a `Reviewed`. Arrows scroll, + and − zoom, Home shows all; a wheel and dragging do the same."""

    stretched = Signal(float, float)
    """From where to where is shown, in seconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Force over the whole record"), parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: Reviewed | None = None
        self._whole: Whole | None = None
        self._hold: int | None = None
        self._curve: Any = graph.PlotCurveItem(antialias=False)
        self._curve.setSegmentedLineMode("on")
        self.plot.addItem(self._curve, ignoreBounds=True)
        self.plot.vb.sigXRangeChanged.connect(lambda *_: self._redraw())
        self.canvas.scene().sigMouseMoved.connect(self._hover)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.paint(theme)
        self._curve.setPen(self.pen("plain", 2))
        self._draw()

    def show_record(self, shown: Reviewed) -> None:
        """Show a record from its beginning to its end."""
        self._shown, self._hold = shown, None
        self._whole = Whole(shown.time_s, shown.force_n, shown.breaks)
        self._draw()
        self.show_stretch(0.0, shown.end_s)

    def show_hold(self, index: int) -> None:
        """Show one hold, from 0, with a little before and behind it."""
        if self._shown is None:
            return
        self._hold = index
        figures = self._shown.measured.holds[index].figures
        self._draw()
        self.show_stretch(figures.start_s - AROUND_S, figures.end_s + AROUND_S)

    def show_stretch(self, start_s: float, end_s: float) -> None:
        """Show from here to there, as far as there is a record, and never less than half a second."""
        if self._shown is None:
            return
        end_of_all = self._shown.end_s
        width = min(max(end_s - start_s, NEAREST_S), max(end_of_all, NEAREST_S))
        start = min(max(start_s, 0.0), max(end_of_all - width, 0.0))
        self.plot.setXRange(start, start + width, padding=0)
        self._redraw()

    @property
    def stretch(self) -> Stretch:
        """What is shown now."""
        (start_s, end_s), _ = self.plot.vb.viewRange()
        return Stretch(start_s, end_s)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll and zoom; everything else belongs to the window."""
        if not self.turn(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def turn(self, key: Qt.Key) -> bool:
        """Do what a key does, False where it does nothing."""
        start_s, end_s = self.stretch
        width, middle = end_s - start_s, (start_s + end_s) / 2
        match key:
            case Qt.Key.Key_Left:
                self.show_stretch(start_s - STEP * width, end_s - STEP * width)
            case Qt.Key.Key_Right:
                self.show_stretch(start_s + STEP * width, end_s + STEP * width)
            case Qt.Key.Key_Plus | Qt.Key.Key_Up:
                self.show_stretch(middle - width / 2 / ZOOM, middle + width / 2 / ZOOM)
            case Qt.Key.Key_Minus | Qt.Key.Key_Down:
                self.show_stretch(middle - width / 2 * ZOOM, middle + width / 2 * ZOOM)
            case Qt.Key.Key_Home:
                self.show_stretch(0.0, float("inf"))
            case _:
                return False
        return True

    def _draw(self) -> None:
        """Everything but the curve, which depends on what is shown."""
        self.clear()
        shown = self._shown
        if shown is None:
            return
        plan = shown.measured.plan
        known = shown.force_n[np.isfinite(shown.force_n)]
        aims = [hold.aim.high_n for hold in shown.measured.holds if hold.aim]
        self.scale(max([*aims, float(known.max(initial=0.0))]))
        if plan is not None and plan.cap.force_n <= self.top:
            self.rule(plan.cap.force_n, "alarm", 2, dashed=True)
        for number, hold in enumerate(shown.measured.holds):
            self._draw_hold(number, hold)
        for gap in shown.gaps:
            self.hatched(*gap)
        for late in shown.late:
            self.area((*late, BELOW * self.top, 0.0), QBrush(self.tint("less", 255)), 5)
        for event in shown.events:
            self._draw_event(event)

    def _draw_hold(self, number: int, hold: MeasuredHold) -> None:
        start_s, end_s = hold.figures.start_s, hold.figures.end_s
        looked_at = number == self._hold
        self.area((start_s, end_s, 0.0, self.top), QBrush(self.tint("more", 60 if looked_at else 26)), -15)
        if hold.aim:
            self.area((start_s, end_s, hold.aim.low_n, hold.aim.high_n), QBrush(self.tint("good", 70)), -12)
        self.word(str(number + 1), (start_s, self.top), "plain", anchor=(0, 0))

    def _draw_event(self, event: Event) -> None:
        role = TONES[event.kind]
        self.upright(event.time_s, role)
        text = SIGNS[event.kind] + ("" if event.nrs is None else str(event.nrs))
        self.word(text, (event.time_s, self.top * LANES[event.kind]), role, anchor=(0, 0))

    def _redraw(self) -> None:
        if self._whole is None:
            return
        start_s, end_s = self.stretch
        time_s, force_n = self._whole.between(start_s, end_s, int(self.plot.vb.width()))
        self._curve.setData(time_s, force_n, connect="finite")
        self.stretched.emit(start_s, end_s)

    def _hover(self, at: QPointF) -> None:
        """Words of what lies under the pointer."""
        text = self.told_at(at)
        if text:
            QToolTip.showText(self.canvas.mapToGlobal(at.toPoint()), text, self.canvas)

    def told_at(self, at: QPointF) -> str:
        """What is said about a place on the canvas: events near it, a gap, what came late."""
        if self._shown is None or not self.plot.vb.sceneBoundingRect().contains(at):
            return ""
        time_s = self.plot.vb.mapSceneToView(at).x()
        near_s = NEAR_PX * (self.stretch.end_s - self.stretch.start_s) / max(self.plot.vb.width(), 1.0)
        near = [each for each in self._shown.events if abs(each.time_s - time_s) <= near_s]
        said = [say("{time:.1f} s: {what}", time=each.time_s, what=say(each.text)) for each in near]
        said += [say("no readings") for gap in self._shown.gaps if gap.start_s <= time_s <= gap.end_s]
        late = [each for each in self._shown.late if each.start_s <= time_s <= each.end_s]
        said += [say("sent again after it was lost") for _ in late]
        return "\n".join(said)
