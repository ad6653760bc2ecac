"""The line that says whether to trust the rest: simulation, link, loss, battery, record."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyle, QStyleOption, QStylePainter, QWidget

from gui.button import Button
from gui.tongue import say
from gui.words import age, battery, lasting, link_lines, loss, quality, recording, speed
from session.battery import Charge
from session.link_health import Level
from session.silence import stale
from session.view import LinkState, View, unkept

CALM_S: Final = 0.2
"""The age of the newest reading changes sixty times a second; nobody reads faster than five."""

LINK_PX: Final = 140
"""Holds "online · 888 ms", so that the badges beside it stand still."""

CALM_PX: Final = 70
"""Holds "lost 12", and "battery" without its figure."""

LOW_BATTERY_PERCENT: Final = 15
"""Enough for the rest of a treatment; below it the badge asks for attention."""


class Badge(QLabel):
    """A short text in a frame; `tone` chooses the look."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "badge")
        self.setAccessibleName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_text(self, text: str, tone: str = "") -> None:
        """Show `text`, hidden when empty."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)
            self.setVisible(bool(text))


class CalmBadge(Badge):
    """One that is cut where there is no room for all of them: its tool tip has the whole, and an alarm stays whole."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As much as tells what it is about."""
        whole = super().minimumSizeHint()
        return whole if self.property("tone") == "alarm" else QSize(min(whole.width(), CALM_PX), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame as any badge's, and as much of the text as fits."""
        painter, option = QStylePainter(self), QStyleOption()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)
        room = self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)


class LinkBadge(Badge):
    """One that is never cut, and never so narrow that those beside it would move with each of its figures."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The whole text."""
        return super().minimumSizeHint().expandedTo(QSize(LINK_PX, 0))


class TopBar(QWidget):
    """Badges from left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._age_shown_s: float | None = None
        self.mark = Badge(say("simulation"))
        self.speed = Badge(say("speed"))
        self.link = LinkBadge(say("link"))
        self.loss = CalmBadge(say("lost readings"))
        self.battery = CalmBadge(say("battery"))
        self.record = Badge(say("record"))
        self.tool = _opens(say("Tool"), say("Shows what the tool is; has it show itself, or pairs with it"))
        self.tool.hide()
        self.sounds = _opens(say("Sounds"), say("Switches kinds of sound, words and the output, and lets all be heard"))
        self.view = _opens(say("View"), say("Chooses colours, unit and language, and the picture for across the room"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for badge in (self.mark, self.speed):
            row.addWidget(badge)
        row.addStretch(1)
        row.addWidget(self.link)
        row.addWidget(self.tool)
        for part in (self.loss, self.battery, self.record, self.sounds, self.view):
            row.addWidget(part)

    def show_view(self, view: View, age_s: float | None, now_s: float) -> None:
        """Show the state at `now_s`; the age is refreshed every `CALM_S`, and at once when it grows old."""
        self.mark.show_text(say("SIMULATED") if view.simulated else "", "mark")
        self.speed.show_text(speed(view.speed), "mark")
        self.loss.show_text(loss(view.lost_samples, view.malformed))
        self.battery.show_text(*_battery(view))
        self.record.show_text(recording(view.recording), "alarm" if unkept(view.recording) else "")
        due = self._age_shown_s is None or not 0 <= now_s - self._age_shown_s < CALM_S
        late = view.link is LinkState.LOST or (view.link is LinkState.ONLINE and (stale(age_s) or _bad(view)))
        if due or late != (self.link.property("tone") == "alarm"):
            self._age_shown_s = now_s
            self.link.show_text(_link_text(view, age_s), "alarm" if late else "")
            if view.health:
                self.link.setToolTip("\n".join(link_lines(view.health)))


def _opens(name: str, about: str) -> Button:
    """A button that opens a panel and shows that it is open."""
    button = Button(name)
    button.setAccessibleDescription(about)
    button.setCheckable(True)
    return button


def _bad(view: View) -> bool:
    return view.health is not None and view.health.link.level is Level.BAD


def _battery(view: View) -> tuple[str, str]:
    """Text and tone; what is watched does not flutter."""
    if view.health is not None:
        charge = view.health.battery
        return lasting(charge), "alarm" if charge.charge in (Charge.LOW, Charge.CRITICAL) else ""
    low = view.battery_percent is not None and view.battery_percent < LOW_BATTERY_PERCENT
    return battery(view.battery_percent), "alarm" if low else ""


def _link_text(view: View, age_s: float | None) -> str:
    if view.link is LinkState.ENDED:
        return say(view.link)
    word = quality(view.health.link) if view.health and view.link is LinkState.ONLINE else ""
    return " · ".join(part for part in (say(view.link), word, age(age_s)) if part)
