"""What `palpate train` prints as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from palpate.tables import empty_table
from training.course import Course
from training.lines import course_rows
from training.result import TrialResult


def course_table(course: Course, results: Sequence[TrialResult]) -> None:
    """The exercises in the order of the lessons, tests below, each with what was done of it."""
    table = empty_table()
    for head, right in (("level", True), ("exercise", False), ("name", False), ("feedback", False), ("done", True)):
        table.add_column(head, justify="right" if right else "left", no_wrap=head == "exercise")
    for row in course_rows(course, results):
        table.add_row(row.level, row.exercise, row.name, row.feedback, str(row.runs or ""))
    Console().print(table)
