"""The window of a visit: the way at the left, one page at a time, STOP always at hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clinic.bodymap.points import MapPoint
from clinic.cases.case_file import Lock
from clinic.screening.adverse import AdverseEvent
from clinic.screening.answers import Spot
from clinic.way.ordering import position
from clinic.way.said import Station, Step
from clinic.way.visit import Visit
from gui.announce import announce
from gui.button import Button, WrappedButton
from gui.colours_button import ColoursButton
from gui.look import look
from gui.speaker import Speaker
from gui.theme import Theme, palette, sheet
from gui.tongue import mark, say
from gui.visit.beside import BesidePage
from gui.visit.cover import Cover, Untouched
from gui.visit.fields import Line, sentence
from gui.visit.page import Page
from gui.visit.pages import page_of
from gui.visit.points import activity_of, one_place, place_of
from gui.visit.report import ReportPage
from gui.visit.stepper import Stepper
from gui.visit.stop import StopPanel, VisitKeys
from gui.visit.threshold import ThresholdPage
from gui.visit.tool import Tool
from gui.visit.treatment import TreatmentPage
from gui.visit.where import Where
from session.errors import InputError, NotKept
from session.inputs import StopReason

CLAIM: Final = mark("Not a medical device · {pseudonym} · {name}")
PAUSED: Final = mark("Paused. All that was sent is kept; press “Go on”.")
KEYS: Final = mark("Ctrl+Enter: next · Alt+←: back · Ctrl+K: skip · Ctrl+L: the way · Escape, F12: STOP")
RESUMED: Final = mark("This visit was begun at {at:%H:%M} and goes on here.")
STOPPED: Final = mark("STOP was pressed: {reason}. It stands in the register; ask again after 24 h.")
REDRAWN: Final = (TreatmentPage, BesidePage, ReportPage)
"""Pages that are made anew when something was written on them."""


class VisitWindow(QWidget):
    """Shows a `Visit` and sends what is filled in; it closes at any time without losing what was sent."""

    def __init__(
        self, visit: Visit, tool: Tool, speaker: Speaker, clock_s: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.setWindowTitle(say("Palpate – visit"))
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(1000, 680)
        self.resize(1180, 760)
        self._visit, self._tool, self._speaker, self._look = visit, tool, speaker, look()
        self._event: AdverseEvent | None = None
        self._locked = False
        self.keys = VisitKeys(self)
        self.stepper, self.notice = Stepper(visit.room.library), sentence("", "small", "mark")
        self.stops, self.page = StopPanel(), Page(visit, visit.way.here)
        self.where = Where()
        self.why = Line(say("why it is left out"), say("Why is it left out?"))
        self.next, self.back = WrappedButton(say("Next"), "main"), Button(say("Back"))
        self.skip, self.pause, self.stop = Button(say("Skip…")), Button(say("Pause")), Button("STOP", "stop")
        self.light = ColoursButton()
        self._pages, self._foot, self._side = QStackedWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.show_station()
        self.set_theme(self._look.theme)
        self._watch(visit.room.case.lock, clock_s)
        if visit.resumed:
            self.notice.setText(say(RESUMED, at=visit.way.began_at.astimezone()))

    @property
    def visit(self) -> Visit:
        """What is shown."""
        return self._visit

    def start(self) -> None:
        """Take the stop keys."""
        self.keys.arm()
        self.page.begin()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self.setPalette(palette(theme))
        self.setStyleSheet(sheet(theme))
        self.where.set_theme(theme)
        self.page.set_theme(theme)

    def show_station(self) -> None:
        """Show the page of where the way is."""
        way, old = self._visit.way, self.page
        self.page = self._page(way.here)
        self.page.set_theme(self._look.theme)
        self.page.changed.connect(self._changed)
        self.page.failed.connect(self.notice.setText)
        self._pages.addWidget(self.page)
        self._pages.setCurrentWidget(self.page)
        self._pages.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.stepper.show_way(way)
        self._show_where(way.here.spot)
        self.why.hide()
        self.next.setText(say("Go on" if way.paused_at else "Finish" if way.here.step is Step.REPORT else "Next"))
        self.skip.setEnabled(way.here.step is not Step.QUESTIONS)
        self.notice.setText(say(PAUSED) if way.paused_at else "")
        self.page.begin()
        if self._locked:
            self._show_cover()

    def press_stop(self) -> None:
        """STOP outside of a treatment: an entry first, then the question why."""
        if self._event is not None:
            return
        self._try(self.page.stop)
        try:
            self._event = self._visit.stop()
        except (InputError, NotKept) as error:
            self.notice.setText(say("STOP: let go. It could not be written down: {why}", why=str(error)))
        self._pages.setCurrentWidget(self.stops)
        announce(self, "STOP", at_once=True)
        self._set_foot(enabled=False)
        next(iter(self.stops.reasons.values())).setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """What was sent is kept; a treatment that runs is stopped and ended."""
        self._try(self.page.stop)
        self.keys.disarm()
        event.accept()

    def _watch(self, lock: Lock | None, clock_s: Callable[[], float]) -> None:
        """Hide the person's file once nobody touched the window for a while, and no tool runs."""
        if lock is None:
            return
        self.cover, self.untouched = Cover(lock), Untouched(lock.after_s, clock_s, self)
        self._pages.addWidget(self.cover)
        self.cover.opened.connect(self._uncovered)
        self.untouched.since.connect(self._covered)

    def _covered(self) -> None:
        if self._foot.isHidden() or not (self.next.isEnabled() or self._event):  # a tool runs, or is searched for
            self.untouched.touch()
        elif not self._locked:
            self._locked = True
            self._show_cover()

    def _show_cover(self) -> None:
        for each in (self._side, self.why, self.notice):
            each.hide()
        self._pages.setCurrentWidget(self.cover)
        self._set_foot(enabled=False)
        self.cover.begin()

    def _uncovered(self) -> None:
        self._locked = False
        self._side.show()
        self.notice.show()
        self._pages.setCurrentWidget(self.stops if self._event else self.page)
        self._set_foot(enabled=self._event is None)

    def _dress(self) -> None:
        self.set_theme(self._look.theme)

    def _page(self, station: Station) -> Page:
        page = page_of(self._visit, station, self._tool, self._speaker)
        if isinstance(page, ThresholdPage | TreatmentPage | BesidePage):
            page.searching.connect(self.search_began)
            page.live_began.connect(self.live_began)
            page.live_ended.connect(self.live_ended)
        return page

    def _show_where(self, spot: Spot | None) -> None:
        """Which point the page is about."""
        self.where.setVisible(spot is not None)
        if spot is not None:
            way = self._visit.way
            point = MapPoint(spot, place_of(way, spot), activity_of(way, spot))
            self.where.show_point(one_place(self._visit, spot), point, position(way, spot))

    def _changed(self) -> None:
        """Something was written: another page, or the same one as it stands now."""
        text = self.notice.text()
        if self._visit.way.here != self.page.station or isinstance(self.page, REDRAWN):
            self.show_station()
            self.notice.setText(text)
        else:
            self.stepper.show_way(self._visit.way)

    def _try(self, does: Callable[[], None]) -> bool:
        """Whether it went well; what did not is said."""
        try:
            does()
        except (InputError, NotKept, ValueError) as error:
            text = say(str(error))
            self.notice.setText(f"{text[0].upper()}{text[1:]}")
            return False
        return True

    def _next(self) -> None:
        if self._visit.way.paused_at is not None:
            self._moved(self._visit.resume)
            return
        at = self._visit.way.here
        if not self._try(self.page.go_on):
            return
        if at.step is Step.REPORT and self._visit.way.complete:
            self.close()
        elif self._visit.way.here != at or at.step is Step.REPORT:
            self.show_station()
        else:
            self.stepper.show_way(self._visit.way)
            self.notice.setText("")

    def _skip(self) -> None:
        if self.why.isHidden():
            self.why.clear()
            self.why.show()
            self.why.setFocus()
            return
        self._moved(lambda: self._visit.skip(self.why.text()))

    def _moved(self, does: Callable[[], None]) -> None:
        """Whatever runs on the page ends before another one is shown."""
        if self._try(self.page.stop) and self._try(does):
            self.show_station()

    def _stopped_because(self, reason: StopReason) -> None:
        event = self._event
        if event is not None and not self._try(lambda: self._visit.stopped_because(event, reason)):
            return
        self._event = None
        self._set_foot(enabled=True)
        self.show_station()
        self.notice.setText(say(STOPPED, reason=reason))

    def _set_foot(self, *, enabled: bool) -> None:
        for widget in (self.next, self.back, self.skip, self.pause, self.stepper):
            widget.setEnabled(enabled)

    def search_began(self) -> None:
        """Nothing else goes on until the tool is there."""
        self._set_foot(enabled=False)

    def live_began(self) -> None:
        """The live window has the keys, the room and its own STOP."""
        self.keys.disarm()
        self._side.hide()
        self._foot.hide()

    def live_ended(self) -> None:
        """The keys, the room and STOP are this window's again."""
        self._side.show()
        self._foot.show()
        self._set_foot(enabled=True)
        self.keys.arm()

    def _connect(self) -> None:
        self.keys.pressed.connect(self.press_stop)
        self.stop.clicked.connect(self.press_stop)
        self.stops.chosen.connect(self._stopped_because)
        self.next.clicked.connect(self._next)
        self.back.clicked.connect(lambda: self._moved(self._visit.back))
        self.skip.clicked.connect(self._skip)
        self.why.returnPressed.connect(self._skip)
        self.pause.clicked.connect(lambda: self._moved(self._visit.pause))
        self._look.changed.connect(self._dress)
        self.stepper.wanted.connect(lambda station: self._moved(lambda: self._visit.go(station)))
        for keys, does in (
            ("Ctrl+Return", self.next.click),
            ("Ctrl+Enter", self.next.click),
            ("Alt+Left", self.back.click),
            ("Ctrl+K", self.skip.click),
            ("Ctrl+P", self.pause.click),
            ("Ctrl+L", self.stepper.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.stops)
        self._pages.addWidget(self.page)
        self._lay_side()
        self._lay_foot()
        right, row = QVBoxLayout(), QHBoxLayout(self)
        right.addWidget(self._pages, 1)
        right.addWidget(self.why)
        right.addWidget(self.notice)
        right.addWidget(self._foot)
        row.setContentsMargins(14, 10, 14, 12)
        row.setSpacing(16)
        row.addWidget(self._side)
        row.addLayout(right, 1)

    def _lay_side(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        claim = say(CLAIM, pseudonym=self._visit.way.pseudonym, name=self._visit.way.by.name)
        side.addWidget(sentence(claim, "small"))
        side.addWidget(self.stepper, 1)
        side.addWidget(self.where)
        side.addWidget(sentence(say(KEYS), "small"))
        self._side.setFixedWidth(self.stepper.width())

    def _lay_foot(self) -> None:
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        self.stop.setFixedWidth(180)
        self.stop.enlarge()
        self.next.setMinimumSize(130, 64)
        for widget in (self.back, self.skip, self.pause, self.light):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.next)
        foot.addWidget(self.stop)
