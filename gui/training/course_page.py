"""The course: what there is, what was done, what is due, and how the hand has developed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPlainTextEdit, QTableWidget, QVBoxLayout, QWidget

from gui.button import Button
from gui.theme import Theme
from gui.training.curve import Curve
from gui.training.table import fill
from training.course import Course
from training.due import Due, due
from training.lines import course_rows, due_lines, progress_lines
from training.progress import progress
from training.result import TrialResult

HEADS = ("level", "exercise", "feedback", "done")
PAD = "Press a pad, no person: this is practice, and not a medical device."


class Book(NamedTuple):
    """What a trainee has of a course."""

    trainee: str
    course: Course
    results: tuple[TrialResult, ...]
    now: datetime


class CoursePage(QWidget):
    """Shows a `Book`; an exercise is begun by its button, Enter or a double click."""

    begun = Signal(object)
    """Carries the `Due` of what is due now, or the id of a chosen exercise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.said = QLabel(), QLabel(PAD)
        self.said.setProperty("kind", "small")
        self.title.setProperty("kind", "title")
        self.next, self.chosen = Button("", "main"), Button("Do the chosen exercise")
        self.table, self.progress, self.curve = QTableWidget(), QPlainTextEdit(), Curve()
        self.table.setAccessibleName("exercises")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.progress.setReadOnly(True)
        self.progress.setAccessibleName("progress")
        self._names: tuple[str, ...] = ()
        self._due: Due | None = None
        self.next.clicked.connect(self._begin_next)
        self.chosen.clicked.connect(self._begin_chosen)
        self.table.doubleClicked.connect(self._begin_chosen)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.curve.set_theme(theme)

    def show_book(self, book: Book) -> None:
        """Show it as it stands now."""
        rows = tuple(course_rows(book.course, book.results))
        self._names = tuple(row.exercise for row in rows)
        fill(self.table, HEADS, [(row.level, row.name, row.feedback, str(row.runs or "")) for row in rows])
        coming = due(book.course, book.results, book.now)
        self._due = next((each for each in coming if each.is_due(book.now)), None)
        self.title.setText(f"{book.course.name} · {book.trainee}")
        self.next.setText(_begin(book.course, self._due))
        self.next.setEnabled(self._due is not None)
        found = progress(book.results)
        self.curve.show_progress(found)
        self.progress.setPlainText("\n".join(_lines(coming, book, progress_lines(found))).strip())
        self.next.setFocus()

    def _begin_next(self) -> None:
        if self._due is not None:
            self.begun.emit(self._due)

    def _begin_chosen(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._names):
            self.begun.emit(self._names[row])

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(self.chosen)
        right = QVBoxLayout()
        right.addWidget(self.curve, 1)
        right.addWidget(self.progress, 1)
        middle = QHBoxLayout()
        middle.addLayout(left, 1)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addWidget(self.next)
        column.addLayout(middle, 1)


def _begin(course: Course, next_: Due | None) -> str:
    return "Nothing is due now" if next_ is None else f"Begin: {course[next_.exercise].name} ({next_.purpose})"


def _lines(coming: Sequence[Due], book: Book, found: Iterable[str]) -> list[str]:
    return [*due_lines(coming, book.now), *(found if book.results else ("No result yet.",))]
