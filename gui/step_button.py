"""The plan's next step up: a button that says what it would do, or why not yet."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.button import WrappedButton
from gui.tongue import say
from session.cue import MayStep, NotYet, Step

KEY: Final = "R"
HEIGHT_PX: Final = 52


class StepButton(WrappedButton):
    """Hidden where the plan has no steps; it can always be pressed, and the session says why it refuses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Step up"), parent=parent)
        self.setShortcut(QKeySequence(KEY))
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_step(self, step: Step | None) -> None:
        """Show whether it may be taken now."""
        self.setVisible(step is not None)
        match step:
            case MayStep(target_n, because):
                said = {"target_n": target_n, "because": say(because)}
                self._show(say("{key}: step up to {target_n:.1f} N – {because}", key=KEY, **said), "main")
            case NotYet(why):
                self._show(say("{key}: no step up – {why}", key=KEY, why=say(why)), "")
            case None:
                pass

    def _show(self, text: str, kind: str) -> None:
        if text == self.text():
            return
        self.setText(text)
        self.setShortcut(QKeySequence(KEY))  # a new text takes the shortcut away
        self.set_kind(kind)
