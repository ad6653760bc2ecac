"""The window of an instrument that guides nobody: the force, what cannot be had, and the holds."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.bridge import FRAME_MS
from gui.button import Button, WrappedButton
from gui.chart import Chart
from gui.colours_button import ColoursButton
from gui.facts import Fact
from gui.look import look
from gui.number import BigNumber
from gui.theme import Theme, palette, sheet
from gui.tongue import mark, say
from gui.top_bar import Badge
from gui.words import NONE, age, duration, loss, number, recording
from protocol.blocks import SampleBlock
from protocol.instruments.ability import GUIDANCE
from session.meter_view import MeterView
from session.view import LinkState, unkept

CLAIM: Final = mark("Reading only: nobody is guided – not a medical device")
NO_CURVE: Final = mark("No curve: this instrument's readings come irregularly.")
MOST_SAID: Final = 4
"""Sentences of the instrument that stay in sight."""


class MeterSource(Protocol):
    """A running measurement, seen from the GUI thread; every call returns at once."""

    def view(self) -> MeterView:
        """The latest state."""
        ...

    def take_samples(self) -> tuple[SampleBlock, ...]:
        """Readings since the last call, bounded."""
        ...

    def take_events(self) -> tuple[str, ...]:
        """What the instrument said since the last call."""
        ...

    def clock_s(self) -> float:
        """The session's clock."""
        ...

    def zero(self) -> None:
        """Take what it reads now for nothing."""
        ...

    def undo_zero(self) -> None:
        """Take nothing off any more."""
        ...

    def end(self) -> None:
        """Read no more."""
        ...


class MeterWindow(QWidget):
    """Shows a `MeterSource`; closing it ends the measurement."""

    def __init__(self, source: MeterSource) -> None:
        super().__init__()
        self.setWindowTitle("Palpate")
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(900, 450)
        self.resize(1000, 700)
        self._source, self._look = source, look()
        self._said: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.poll)
        self.mark, self.link, self.loss, self.record = (
            Badge(name) for name in (say("simulation"), say("link"), say("lost readings"), say("record"))
        )
        self.title, self.refusal, self.lacks, self.notice = (_sentence() for _ in range(4))
        self.title.setProperty("kind", "title")
        self.number, self.chart, self.no_curve = BigNumber(), Chart(), _sentence()
        self.no_curve.setText(say(NO_CURVE))
        self.number.setAccessibleName(say("force"))
        self.holds, self.last = Fact(say("holds")), Fact(say("last hold"))
        self.zero, self.undo = WrappedButton(say("Zero")), WrappedButton(say("No zero"))
        self.stop = Button(say("End"), "main")
        self.light = ColoursButton()
        self._connect()
        self._lay_out()
        self.set_theme(self._look.theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in the colours of `theme`."""
        self.setPalette(palette(theme))
        self.setStyleSheet(sheet(theme))
        for part in (self.number, self.chart, self.holds, self.last):
            part.set_theme(theme)

    def start(self) -> None:
        """Poll from now on."""
        self._timer.start()

    def poll(self) -> None:
        """Take what is new and show it."""
        view, now_s = self._source.view(), self._source.clock_s()
        self._said = (*self._said, *self._source.take_events())[-MOST_SAID:]
        self.chart.add(self._source.take_samples())
        self.show_view(view, now_s)

    def show_view(self, view: MeterView, now_s: float) -> None:
        """Show one state."""
        age_s = view.age_s(now_s)
        self._show_badges(view, age_s)
        self.title.setText(say(view.title))
        self.refusal.setText(say("{name}: no guidance, {why}.", name=view.name, why=say(view.refusal)))
        self.lacks.setText("\n".join(f"· {say(str(lack))}" for lack in view.lacks if lack.what != GUIDANCE))
        told = (view.link_text, unkept(view.recording), *self._said)
        self.notice.setText("  ·  ".join(say(part) for part in told if part))
        self.number.show_force(view.shown_n(now_s), _beside(view, age_s))
        self.undo.setEnabled(view.zero_n != 0)
        self.chart.setVisible(view.rate_hz is not None)
        self.no_curve.setVisible(view.rate_hz is None)
        self.chart.show_force(view.rate_hz or 0.0, age_s)
        self.holds.show_fact(say("holds"), str(len(view.holds)))
        self.last.show_fact(say("last hold"), _hold(view))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing ends the measurement."""
        self._timer.stop()
        self._source.end()
        event.accept()

    def _dress(self) -> None:
        self.set_theme(self._look.theme)

    def _show_badges(self, view: MeterView, age_s: float | None) -> None:
        late = view.link is LinkState.LOST or (view.link is LinkState.ONLINE and _old(view, age_s))
        self.mark.show_text(say("SIMULATED") if view.simulated else "", "mark")
        self.link.show_text(f"{say(view.link)} · {age(age_s)}", "alarm" if late else "")
        self.loss.show_text(loss(view.lost_samples, view.malformed))
        self.record.show_text(recording(view.recording), "alarm" if unkept(view.recording) else "")

    def _connect(self) -> None:
        self.zero.setToolTip(say("Take the load off first: what it reads now counts as nothing"))
        self.undo.setToolTip(say("Take nothing off any more"))
        self.zero.clicked.connect(self._source.zero)
        self.undo.clicked.connect(self._source.undo_zero)
        self.stop.clicked.connect(self.close)
        self._look.changed.connect(self._dress)

    def _lay_out(self) -> None:
        top, middle, bottom, column = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        claim = QLabel(say(CLAIM))
        claim.setProperty("kind", "small")
        claim.setWordWrap(True)
        top.addWidget(self.mark)
        top.addWidget(claim, 1)
        for badge in (self.link, self.loss, self.record):
            top.addWidget(badge)
        words = QVBoxLayout()
        words.setSpacing(6)
        for label in (self.title, self.refusal, self.lacks):
            words.addWidget(label)
        words.addStretch(1)
        middle.addLayout(words, 1)
        middle.addWidget(self.number, 1)
        for fact, share in ((self.holds, 1), (self.last, 3)):
            bottom.addWidget(fact, share)
        for button in (self.zero, self.undo, self.light, self.stop):
            bottom.addWidget(button)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addLayout(middle, 3)
        column.addWidget(self.chart, 3)
        column.addWidget(self.no_curve)
        column.addLayout(bottom, 1)


def _sentence() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _old(view: MeterView, age_s: float | None) -> bool:
    return age_s is not None and age_s >= view.stale_s


def _beside(view: MeterView, age_s: float | None) -> str:
    if _old(view, age_s):
        return say("old")
    return say("less {force} N", force=number(view.zero_n, 1)) if view.zero_n else ""


def _hold(view: MeterView) -> str:
    if not view.holds:
        return NONE
    last = view.holds[-1]
    return say(
        "{length}, mean {mean} N, peak {peak} N",
        length=duration(last.duration_s),
        mean=number(last.mean_n, 1),
        peak=number(last.peak_n, 1),
    )
