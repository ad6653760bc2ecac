"""The course: what there is, what was done, what is due, and how the hand has developed."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPlainTextEdit, QTableWidget, QVBoxLayout, QWidget

from gui.button import Button
from gui.theme import Theme
from gui.tongue import mark, say
from gui.training.course_words import course_word
from gui.training.curve import Curve
from gui.training.table import fill
from protocol.sentence import begun
from session.whom import Whom
from training.course import Course
from training.due import Due, due
from training.exercise import Exercise
from training.lines import Row, break_lines, course_rows, due_lines, progress_lines
from training.progress import Progress, progress
from training.result import TrialResult

HEADS: Final = (mark("level|exercise"), mark("exercise"), mark("feedback"), mark("done|exercise"))
PAD: Final = mark("Press a pad, no person: this is practice, and not a medical device.")

ON_PERSON: Final = mark(
    "Practice on a person: choose an exercise. STOP ends it, and so does pain, told by the keys 0 to 9 and T for ten; "
    "this is not a medical device."
)


class Book(NamedTuple):
    """What a trainee has of a course."""

    trainee: str
    course: Course
    results: tuple[TrialResult, ...]
    now: datetime
    whom: Whom | None = None
    """Who is pressed where; None: a pad, or nobody any more."""
    nobody: str = ""
    """Why the person who was named is not pressed now."""

    @property
    def on_person(self) -> bool:
        """Whether somebody was named."""
        return self.whom is not None or bool(self.nobody)


class CoursePage(QWidget):
    """Shows a `Book`; an exercise is begun by its button, Enter or a double click."""

    begun = Signal(object)
    """Carries the `Due` of what is due now, or the id of a chosen exercise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.said = QLabel(), QLabel(say(PAD))
        self.task, self.chosen_task = QLabel(), _wrapped()
        """What is asked in the exercise that is due, and in the one that is chosen."""
        self.task.setWordWrap(True)
        self.said.setWordWrap(True)
        self.said.setProperty("kind", "small")
        self.title.setProperty("kind", "title")
        self.next, self.chosen = Button("", "main"), Button(say("Do the chosen exercise"))
        self.table, self.progress, self.curve = QTableWidget(), QPlainTextEdit(), Curve()
        self.table.setAccessibleName(say("exercises"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.progress.setReadOnly(True)
        self.progress.setAccessibleName(say("progress"))
        self._exercises: tuple[Exercise, ...] = ()
        self._due: Due | None = None
        self.next.clicked.connect(self._begin_next)
        self.chosen.clicked.connect(self._begin_chosen)
        self.table.doubleClicked.connect(self._begin_chosen)
        self.table.currentCellChanged.connect(self._show_chosen)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.curve.set_theme(theme)

    def show_book(self, book: Book) -> None:
        """Show it as it stands now."""
        rows = tuple(course_rows(book.course, book.results))
        self._exercises = tuple(book.course[row.exercise] for row in rows)
        fill(self.table, [say(head) for head in HEADS], [_cells(row) for row in rows])
        coming = due(book.course, book.results, book.now)
        self._due = None if book.on_person else next((each for each in coming if each.is_due(book.now)), None)
        self.title.setText(f"{course_word(book.course.name)} · {book.trainee}")
        self.said.setText(say(begun(book.nobody) if book.nobody else ON_PERSON if book.whom else PAD))
        self.chosen.setEnabled(not book.nobody)
        for part in (self.next, self.task):
            part.setVisible(not book.on_person)
        _speak_up(self.said, loud=bool(book.nobody))
        self._show_due(book.course)
        found = progress(book.results)
        self.curve.show_progress(found)
        self.progress.setPlainText("\n".join(_lines(book, found)).strip())
        (self.table if book.on_person else self.next).setFocus()

    def _show_due(self, course: Course) -> None:
        self.next.setText(_begin(course, self._due))
        self.next.setEnabled(self._due is not None)
        self.task.setText("" if self._due is None else course_word(course[self._due.exercise].text))

    def _show_chosen(self, row: int) -> None:
        known = 0 <= row < len(self._exercises)
        self.chosen_task.setText(course_word(self._exercises[row].text) if known else "")

    def _begin_next(self) -> None:
        if self._due is not None:
            self.begun.emit(self._due)

    def _begin_chosen(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._exercises):
            self.begun.emit(self._exercises[row].id)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(self.chosen_task)
        left.addWidget(self.chosen)
        right = QVBoxLayout()
        right.addWidget(self.curve, 1)
        right.addWidget(self.progress, 1)
        middle = QHBoxLayout()
        middle.addLayout(left, 3)
        middle.addLayout(right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addWidget(self.next)
        column.addWidget(self.task)
        column.addLayout(middle, 1)


def _begin(course: Course, next_: Due | None) -> str:
    if next_ is None:
        return say("Nothing is due now")
    name = course_word(course[next_.exercise].name)
    return say("Begin: {exercise} ({purpose})", exercise=name, purpose=next_.purpose)


def _cells(row: Row) -> tuple[str, ...]:
    return say(row.level), course_word(row.name), say(row.feedback), str(row.runs or "")


def _speak_up(label: QLabel, *, loud: bool) -> None:
    label.setProperty("kind", "" if loud else "small")
    label.style().unpolish(label)
    label.style().polish(label)


def _wrapped() -> QLabel:
    """Two lines high from the start, so that nothing moves where a text has both."""
    label = QLabel()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setMinimumHeight(3 * label.fontMetrics().lineSpacing())  # the style's type is larger than what it has here
    return label


def _lines(book: Book, found: Progress) -> list[str]:
    names = {each.id: course_word(each.name) for each in book.course.exercises}

    def name(exercise: str) -> str:
        """As it is called; results may be of an exercise that this course has not."""
        return names.get(exercise, exercise)

    due_ones = () if book.on_person else due_lines(book.course, book.results, book.now, name)
    lines = [say(each) for each in (*break_lines(book.results, book.now), *due_ones)]
    return [*lines, *(map(say, progress_lines(found, name)) if book.results else (say("No result yet."),))]
