"""The questions before anybody is pressed: one at a time, large, with nothing answered beforehand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from clinic.entries.cautions import Contraindication
from clinic.screening.answers import Answer, Form
from clinic.screening.questionnaire import spot_questions
from clinic.way.said import Asked, PlaceAsked, Station
from clinic.way.visit import Visit
from gui.button import Button
from gui.visit.bars import Bars
from gui.visit.fields import sentence
from gui.visit.page import Page
from session.errors import InputError

ANSWER_KEYS: Final = {Qt.Key.Key_Y: Answer.YES, Qt.Key.Key_N: Answer.NO, Qt.Key.Key_U: Answer.UNSURE}
UNSURE: Final = "“Unsure” counts as yes until it is cleared up. Keys: Y, N, U; Backspace goes back."
WORDS: Final = {Answer.YES: "Yes  (Y)", Answer.NO: "No  (N)", Answer.UNSURE: "Unsure  (U)"}


class Asking(QWidget):
    """One question after the other; `on_done` gets all answers."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: tuple[Contraindication, ...] = ()
        self.replies: dict[str, Answer] = {}
        self.count, self.text = sentence("", "small"), sentence("", "title")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.buttons = {answer: Button(word, "main") for answer, word in WORDS.items()}
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for answer, button in self.buttons.items():
            button.enlarge()
            button.clicked.connect(lambda _=False, answer=answer: self.reply(answer))
            row.addWidget(button)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(self.text, 1)
        column.addWidget(sentence(UNSURE, "small"))
        column.addLayout(row)
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("question")

    def ask(self, questions: tuple[Contraindication, ...]) -> None:
        """Begin with the first one."""
        self.questions, self.replies, self.at = questions, {}, 0
        self._show()
        self.setFocus()

    def reply(self, answer: Answer) -> None:
        """Answer the question that is shown."""
        if self.complete:
            return
        self.replies[self.questions[self.at].id] = answer
        self.at += 1
        self._show()

    @property
    def complete(self) -> bool:
        """Whether all are answered."""
        return self.at >= len(self.questions)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Y, N and U answer, Backspace goes back."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Backspace and self.at:
            self.at -= 1
            self._show()
        elif key in ANSWER_KEYS and not event.isAutoRepeat():
            self.reply(ANSWER_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(not self.complete)
        if self.complete:
            self.count.setText(f"All {len(self.questions)} questions are answered.")
            self.text.setText("Press Next to keep the answers.")
            return
        question = self.questions[self.at]
        hard = " · asked at every entrance" if question.hard else ""
        self.count.setText(f"Question {self.at + 1} of {len(self.questions)}{hard}")
        self.text.setText(question.question)
        self.setAccessibleDescription(question.question)


class QuestionsPage(Page):
    """About the whole person: first how much is asked, then the questions, then what they come to."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.asking, self.bars = Asking(), Bars(visit)
        self.forms = {
            Form.FULL: Button(f"All {len(visit.questions(Form.FULL))} questions", "main"),
            Form.QUICK: Button(f"Quick: the {len(visit.questions(Form.QUICK))} hard ones", "main"),
        }
        self.again = Button("Ask all again")
        self.again.clicked.connect(lambda: self._turn_to(self._first))
        self._form = Form.FULL
        self._pages = QStackedWidget()
        self._first: QWidget = self._choose()
        self._last: QWidget = self._result()
        for page in (self._first, self.asking, self._last):
            self._pages.addWidget(page)
        self.column.addWidget(self._pages)
        self.bars.opened.connect(self.changed)
        self.bars.failed.connect(self.failed)
        if visit.way.said(station, Asked) is not None:
            self._pages.setCurrentWidget(self._last)

    def begin(self) -> None:
        """On the first button, or on what blocks."""
        (self.forms[Form.FULL] if self._pages.currentWidget() is self._first else self.bars).setFocus()

    def go_on(self) -> None:
        """Keep the answers and show what they come to; from there to the next station."""
        if self._pages.currentWidget() is self._last:
            following = self.visit.way.next
            if following is not None:
                self.visit.go(following)
            return
        if self._pages.currentWidget() is self._first:
            raise InputError("nobody is pressed without these questions: choose all of them, or the quick session")
        self.visit.answer(self._form, self.asking.replies)
        self.bars.show_bars()
        self._pages.setCurrentWidget(self._last)

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.begin()

    def _ask(self, form: Form) -> None:
        self._form = form
        self._pages.setCurrentWidget(self.asking)
        self.asking.ask(self.visit.questions(form))

    def _choose(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sentence("Nobody is pressed before these questions are answered.", "title"))
        column.addWidget(sentence("What a quick session leaves out lowers the limits as a yes would.", "small"))
        for form, button in self.forms.items():
            button.enlarge()
            button.clicked.connect(lambda _=False, form=form: self._ask(form))
            column.addWidget(button)
        column.addStretch(1)
        return page

    def _result(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bars, 1)
        column.addWidget(self.again)
        return page


class PlacePage(Page):
    """About one place; what blocks it stands below, and on the pages after it."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.asking = Asking()
        self.asking.ask(spot_questions(visit.room.library))
        self._done = visit.way.said(station, PlaceAsked) is not None
        if self._done:
            self._told()
        self.column.addWidget(self.asking, 1)

    def begin(self) -> None:
        """On the question."""
        self.asking.setFocus()

    def go_on(self) -> None:
        """Keep the answers; to the next station."""
        assert self.station.spot is not None
        if not (self._done and not self.asking.replies):
            self.visit.answer_place(self.station.spot, self.asking.replies)
        following = self.visit.way.next
        if following is not None:
            self.visit.go(following)

    def _told(self) -> None:
        assert self.station.spot is not None
        cap = self.visit.cap(self.station.spot)
        text = "; ".join(getattr(cap, "reasons", ())) or "this place may be pressed"
        self.say(f"Answered in this visit: {text}. Next keeps that; answering anew replaces it.", "small", "mark")
