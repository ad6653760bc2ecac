"""What a course, a run and a trainee's progress say in lines: the same in a terminal and in a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from analysis.hold import Missing
from analysis.lacking import Figure, Lacking
from analysis.score_losses import weakest
from training.course import Course
from training.due import Due
from training.exercise import Purpose
from training.judge import Judged
from training.passing import Verdict, verdicts
from training.progress import Change, Progress, Session, Skill
from training.result import TrialResult

MOST_DUE: Final = 4
"""Lines about what comes; more would hide the first."""


def due_lines(coming: Sequence[Due], now: datetime) -> Iterator[str]:
    """What comes next, and when."""
    if not coming:
        yield "Nothing is due any more: the course is done."
    for each in coming[:MOST_DUE]:
        after = "" if each.days is None else f", {each.days} d after the course"
        when = "now" if each.is_due(now) else f"from {each.since:%Y-%m-%d %H:%M} UTC on"
        yield f"Due {when}: {each.exercise} ({each.purpose}{after})"


def verdict_lines(results: Sequence[TrialResult]) -> Iterator[str]:
    """The marks of one run."""
    for verdict in verdicts(results):
        yield _verdict(verdict)


def _verdict(verdict: Verdict) -> str:
    marks = "; ".join(
        f"{mark.name} {_figure(mark.value, '.1f')} ({'at least' if mark.at_least else 'at most ±'} {mark.limit:g})"
        for mark in verdict.marks
    )
    return f"{'Seen' if verdict.guided else 'Unseen'}: {'passed' if verdict.passed else 'not yet'}: {marks}"


def judged_lines(judged: Judged, *, losses: bool) -> Iterator[str]:
    """One trial as its record has it, with every digit."""
    task, found = judged.go.task, judged.score
    head = f"{judged.go.exercise} {task.number}: {task.target_n:g} N, {'seen' if judged.guided else 'unseen'}: "
    if isinstance(found, Missing):
        yield f"{head}no score: {found.text}"
        return
    yield (
        f"{head}{found.points!r} points = 100 × closeness {found.closeness!r} × on task {found.on_task!r} × "
        f"release {found.release!r} (version {found.version})"
    )
    most = weakest(judged.losses)
    if most is not None and not losses:
        worst = f"{most.worst.points:.2f} in second {most.worst.second + 1}"
        yield f"  most was lost by {most.cause}: {most.points:.2f}, of it {worst}"
    if losses:
        for each in judged.losses:
            yield f"  second {each.second + 1:2}  {each.cause:13} {each.points:7.3f}"


def progress_lines(found: Progress) -> Iterator[str]:
    """Learning curves, the own error, and what is beyond it."""
    for skill, sessions in found.curves.items():
        yield ""
        yield _skill(skill)
        for session in sessions:
            yield _session(session)
    yield ""
    base = found.baseline
    if isinstance(base, Lacking):
        yield f"Own error: none yet: {base.text}."
        return
    points, absolute = base.points_error, base.absolute_error
    yield (
        f"Own error, from the pre-test on two days: SEM {points.sem:.1f}, MDC95 {points.mdc95:.1f} points; "
        f"absolute error SEM {absolute.sem:.1f}, MDC95 {absolute.mdc95:.1f} % of the target."
    )
    if not isinstance(base.repeated, Lacking):
        icc = base.repeated.iccs.icc_a_1
        yield f"Between both days the forces agree with ICC(A,1) = {_figure(icc.value, '.2f')}."
    for change in found.changes:
        yield _change(change)


def _skill(skill: Skill) -> str:
    marks = ["seen" if skill.guided else "unseen", f"{skill.hand} hand", f"score version {skill.version}"]
    return f"{skill.exercise}, {', '.join(marks + ['SIMULATED'] * skill.simulated)}"


def _session(session: Session) -> str:
    points, error = session.points, session.error_percent
    interval = f"({_figure(points.mean_low, '.0f')} to {_figure(points.mean_high, '.0f')})"
    return (
        f"  {session.at:%Y-%m-%d %H:%M}  {session.purpose:9}  {points.n:2} trials  "
        f"{points.constant:5.1f} points {interval:15}"
        f"  error: constant {error.constant:+6.1f} %, absolute {error.absolute:5.1f} %, "
        f"variable {_figure(error.variable, '.1f'):>5} %  first trial {session.first_points:.0f}"
    )


def _change(change: Change) -> str:
    at = f"{change.session.at:%Y-%m-%d}"
    points = f"{change.points:+.1f} points against the baseline"
    if not change.beyond:
        return f"{at}: {points}: within the own error, so nothing is known to have changed."
    return f"{at}: {points}: {'improved' if change.points > 0 else 'worse'}, beyond the own error. Why is not known."


def _figure(value: Figure | None, form: str) -> str:
    return "–" if value is None or isinstance(value, Lacking) else format(value, form)


class Row(NamedTuple):
    """An exercise of a course, and what was done of it."""

    level: str
    exercise: str
    name: str
    feedback: str
    runs: int


def course_rows(course: Course, results: Sequence[TrialResult]) -> Iterator[Row]:
    """The exercises in the order of the lessons, tests below."""
    practice = course.practice
    others = [each.id for each in course.exercises if each.id not in practice]
    for name in (*practice, *others):
        exercise = course[name]
        runs = {each.run for each in results if each.exercise == name}
        level = str(exercise.level) if exercise.purpose is Purpose.PRACTICE else "test"
        yield Row(level, name, exercise.name, exercise.schedule.live_text, len(runs))
