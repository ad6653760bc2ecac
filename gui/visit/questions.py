"""The questions before anybody is pressed: one at a time, large, with nothing answered beforehand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from clinic.entries.cautions import Contraindication
from clinic.screening.answers import Answer, Form
from clinic.screening.effective import Refused
from clinic.screening.questionnaire import spot_questions
from clinic.way.said import Asked, PlaceAsked, Station
from clinic.way.visit import Visit
from gui.button import Button
from gui.tongue import mark, say
from gui.visit.bars import Bars
from gui.visit.fields import sentence
from gui.visit.page import Page
from protocol.sentence import Sentence
from session.errors import InputError

UNSURE: Final = mark("“Unsure” counts as yes until it is cleared up. Keys: Y, N, U; Backspace goes back.")
WORDS: Final = {Answer.YES: mark("Yes  (Y)"), Answer.NO: mark("No  (N)"), Answer.UNSURE: mark("Unsure  (U)")}
"""In brackets the key, which every language has its own of."""
COUNTED: Final = mark("Question {at} of {count}")
COUNTED_HARD: Final = mark("Question {at} of {count} · asked at every entrance")


class Asking(QWidget):
    """One question after the other; `on_done` gets all answers."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: tuple[Contraindication, ...] = ()
        self.replies: dict[str, Answer] = {}
        self.count, self.text = sentence("", "small"), sentence("", "title")
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.buttons = {answer: Button(say(word), "main") for answer, word in WORDS.items()}
        self._keys = {_key(button.text()): answer for answer, button in self.buttons.items()}
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for answer, button in self.buttons.items():
            button.enlarge()
            button.clicked.connect(lambda _=False, answer=answer: self.reply(answer))
            row.addWidget(button)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.count)
        column.addWidget(self.text, 1)
        column.addWidget(sentence(say(UNSURE), "small"))
        column.addLayout(row)
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("question"))

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
        """The letters on the buttons answer, Backspace goes back."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Backspace and self.at:
            self.at -= 1
            self._show()
        elif key in self._keys and not event.isAutoRepeat():
            self.reply(self._keys[key])
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(not self.complete)
        if self.complete:
            self.count.setText(say("All %n questions are answered.", len(self.questions)))
            self.text.setText(say("Press Next to keep the answers."))
            return
        question = self.questions[self.at]
        counted = COUNTED_HARD if question.hard else COUNTED
        self.count.setText(say(counted, at=self.at + 1, count=len(self.questions)))
        self.text.setText(say(question.question))
        self.setAccessibleDescription(say(question.question))


def _key(word: str) -> Qt.Key:
    return Qt.Key(ord(word.rpartition("(")[2][0]))


class QuestionsPage(Page):
    """About the whole person: first how much is asked, then the questions, then what they come to."""

    def __init__(self, visit: Visit, station: Station) -> None:
        super().__init__(visit, station)
        self.asking, self.bars = Asking(), Bars(visit)
        self.forms = {
            Form.FULL: Button(say("All %n questions", len(visit.questions(Form.FULL))), "main"),
            Form.QUICK: Button(say("Quick: the %n hard ones", len(visit.questions(Form.QUICK))), "main"),
        }
        self.again = Button(say("Ask all again"))
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
            raise InputError(say("nobody is pressed without these questions: choose all of them, or the quick session"))
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
        column.addWidget(sentence(say("Nobody is pressed before these questions are answered."), "title"))
        column.addWidget(sentence(say("What a quick session leaves out lowers the limits as a yes would."), "small"))
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
        free = Sentence("this place may be pressed")
        text = Sentence.joined("; ", cap.reasons) if isinstance(cap, Refused) else free
        told = say("Answered in this visit: {text}. Next keeps that; answering anew replaces it.", text=text)
        self.say(told, "small", "mark")
