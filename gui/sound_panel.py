"""What is to be heard: each kind of sound, how loud, words, which output, and a check of all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.button import Button, WrappedButton
from gui.fit import Type
from gui.fitted_label import FittedLabel
from gui.sounding import Kind, Sounding
from gui.speaker import Speaker
from gui.tongue import mark, say

OWN_CHOICE: Final = mark("the system's own")
ALARMS: Final = mark("“No data”, “let go” and STOP cannot be switched off; mute silences all.")
_NAMES: Final = {Kind.TONE: mark("Tone"), Kind.TICK: mark("Tick"), Kind.COUNT: "3-2-1", Kind.CHIME: mark("Chime")}
_ABOUT: Final = {
    Kind.TONE: mark("Low: press more; high: ease off"),
    Kind.TICK: mark("Every 5 s in the band: readings are live"),
    Kind.COUNT: mark("The last three seconds before the let-go"),
    Kind.CHIME: mark("The hold or the treatment is complete"),
}


class SoundPanel(QWidget):
    """Takes the place of the hold's numbers while it is wanted; contact closes it."""

    checking = Signal()
    """Somebody wants to hear all sounds."""
    chosen = Signal(object)
    """Carries the new `Sounding`."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = False
        """Somebody opened it."""
        self._contact = False
        self._speaker = speaker
        self.kinds = {kind: WrappedButton(say(_NAMES[kind])) for kind in Kind}
        self.words = WrappedButton(say("Words"))
        self.quieter, self.louder, self.check = Button("−", "sign"), Button("+", "sign"), Button(say("Sound check"))
        self.output, self.back = WrappedButton(say(OWN_CHOICE)), Button(say("Back"))
        self.said = FittedLabel(Type(15, bold=False, wrap=True), 40, grows=True)
        self._name()
        self._connect()
        self._lay_out()
        self.refresh()

    def toggle(self) -> None:
        """Open or close it, from the next frame on."""
        self.wanted = not self.wanted
        self.refresh()

    def show_contact(self, *, contact: bool) -> None:
        """Close it when a press begins."""
        if contact and not self._contact:
            self.wanted = False
        self._contact = contact
        self._say()

    def refresh(self) -> None:
        """Show what is chosen."""
        now = self._speaker.sounding
        for kind, button in self.kinds.items():
            button.setChecked(kind not in now.off)
        self.words.setChecked(now.words)
        self.output.setText(say("Output: {output}", output=now.device or say(OWN_CHOICE)))
        self._say()

    def _say(self) -> None:
        now = self._speaker.sounding
        trouble = self._speaker.speech.trouble if now.words else ""
        self.said.show_text(
            say(trouble) or say("Volume {percent:.0f} %. {alarms}", percent=100 * now.volume, alarms=say(ALARMS))
        )

    def _choose(self, sounding: Sounding) -> None:
        moved = sounding.device != self._speaker.sounding.device
        self._speaker.sounding = sounding
        if moved:
            self._speaker.open()
        if sounding.words:
            self._speaker.speech.begin()
        self.refresh()
        self.chosen.emit(sounding)

    def _next_output(self) -> None:
        """The outputs that there are, one after the other, and then the system's own choice again."""
        names = ("", *self._speaker.outputs())
        now = self._speaker.sounding.device
        at = names.index(now) if now in names else 0
        self._choose(replace(self._speaker.sounding, device=names[(at + 1) % len(names)]))

    def _connect(self) -> None:
        for kind, button in self.kinds.items():
            button.clicked.connect(lambda _=False, kind=kind: self._choose(self._speaker.sounding.switched(kind)))
        now = self._speaker
        self.words.clicked.connect(lambda: self._choose(replace(now.sounding, words=not now.sounding.words)))
        self.louder.clicked.connect(lambda: self._choose(now.sounding.louder(1)))
        self.quieter.clicked.connect(lambda: self._choose(now.sounding.louder(-1)))
        self.output.clicked.connect(self._next_output)
        self.check.clicked.connect(self.checking)
        self.back.clicked.connect(self.toggle)

    def _name(self) -> None:
        for kind, button in self.kinds.items():
            button.setCheckable(True)
            button.setAccessibleDescription(say(_ABOUT[kind]))
            button.setToolTip(say(_ABOUT[kind]))
        self.words.setCheckable(True)
        self.words.setToolTip(say("Site and side, “pain?”, “rest”, “let go”, spoken by the system's voice"))
        self.words.setAccessibleDescription(self.words.toolTip())
        self.quieter.setAccessibleName(say("quieter"))
        self.louder.setAccessibleName(say("louder"))
        self.check.setAccessibleDescription(say("All sounds in three seconds; not while the tool presses"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_row(*self.kinds.values(), self.words))
        column.addLayout(_row(self.output, self.quieter, self.louder))
        column.addLayout(_row(self.check, self.said, self.back))


def _row(*widgets: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        if isinstance(widget, WrappedButton):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(widget, 1 if isinstance(widget, WrappedButton | FittedLabel) else 0)
    return row
