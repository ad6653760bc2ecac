"""What a course, a run and a trainee's progress say in lines: the same in a terminal and in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from analysis.hold import Missing
from analysis.lacking import Figure, Lacking
from analysis.score_losses import weakest
from protocol.sentence import Sentence
from training.course import Course
from training.due import completed, due
from training.exercise import Purpose
from training.judge import Judged
from training.load import hand_break
from training.passing import Mark, Verdict, verdicts
from training.progress import Baseline, Change, Progress, Session, Skill
from training.result import TrialResult

MOST_DUE: Final = 4
"""Lines about what comes; more would hide the first."""
Name = Callable[[str], str]
"""What an exercise is called, by its id: in a terminal that is what somebody types."""
NOTHING: Final = Sentence("")
"""An empty line."""


def due_lines(course: Course, results: Sequence[TrialResult], now: datetime, name: Name = str) -> Iterator[Sentence]:
    """What comes next, and when."""
    coming = due(course, results, now)
    if not coming:
        done = completed(course, results) is not None
        yield (
            Sentence("Nothing is due any more: the course is done.")
            if done
            else Sentence("Nothing is due: there are no lessons. Choose any exercise.")
        )
    for each in coming[:MOST_DUE]:
        why: str = each.purpose
        if each.days is not None:
            why = Sentence("{purpose}, {days} d after the course", purpose=each.purpose, days=each.days)
        if each.is_due(now):
            yield Sentence("Due now: {exercise} ({why})", exercise=name(each.exercise), why=why)
        else:
            yield Sentence(
                "Due from {since:%Y-%m-%d %H:%M} UTC on: {exercise} ({why})",
                since=each.since,
                exercise=name(each.exercise),
                why=why,
            )


def break_lines(results: Sequence[TrialResult], now: datetime) -> Iterator[Sentence]:
    """That the hand needs a break, where it does."""
    if (due_break := hand_break(results, now)) is not None:
        yield Sentence(
            "This hand has pressed for {minutes:.0f} min within an hour: rest it until {until:%H:%M} UTC.",
            minutes=due_break.pressed_s / 60,
            until=due_break.until,
        )


def verdict_lines(results: Sequence[TrialResult]) -> Iterator[Sentence]:
    """The marks of one run."""
    for verdict in verdicts(results):
        yield _verdict(verdict)


def _verdict(verdict: Verdict) -> Sentence:
    seen = Sentence("Seen") if verdict.guided else Sentence("Unseen")
    passed = Sentence("passed") if verdict.passed else Sentence("not yet")
    return Sentence.joined(": ", (seen, passed, Sentence.joined("; ", map(_mark, verdict.marks))))


def _mark(mark: Mark) -> Sentence:
    value = figure(mark.value, ".1f")
    if mark.at_least:
        return Sentence("{name} {value} (at least {limit:g})", name=mark.name, value=value, limit=mark.limit)
    return Sentence("{name} {value} (at most ± {limit:g})", name=mark.name, value=value, limit=mark.limit)


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


def progress_lines(found: Progress, name: Name = str) -> Iterator[Sentence]:
    """Learning curves, the own error, and what is beyond it; an empty line before each curve."""
    for skill, sessions in found.curves.items():
        yield NOTHING
        yield skill_line(skill, name)
        for session in sessions:
            yield _session(session)
    yield NOTHING
    base = found.baseline
    if isinstance(base, Lacking):
        yield Sentence("Own error: none yet: {why}.", why=base.text)
        return
    yield from _baseline(base)
    for change in found.changes:
        yield _change(change)


def skill_line(skill: Skill, name: Name = str) -> Sentence:
    """What compares with itself, in words."""
    marks: list[str] = [
        name(skill.exercise),
        Sentence("seen") if skill.guided else Sentence("unseen"),
        Sentence("usual hand") if skill.hand == "usual" else Sentence("other hand"),
        Sentence("score version {version}", version=skill.version),
    ]
    marks += [Sentence("on a person")] * (skill.on == "person")
    return Sentence.joined(", ", [*marks, *[Sentence("SIMULATED")] * skill.simulated])


def _baseline(base: Baseline) -> Iterator[Sentence]:
    yield Sentence(
        "Own error, from the pre-test on two days: SEM {points_sem:.1f}, MDC95 {points_mdc95:.1f} points; "
        "absolute error SEM {absolute_sem:.1f}, MDC95 {absolute_mdc95:.1f} % of the target.",
        points_sem=base.points_error.sem,
        points_mdc95=base.points_error.mdc95,
        absolute_sem=base.absolute_error.sem,
        absolute_mdc95=base.absolute_error.mdc95,
    )
    if not isinstance(base.repeated, Lacking):
        icc = figure(base.repeated.iccs.icc_a_1.value, ".2f")
        yield Sentence("Between both days the forces agree with ICC(A,1) = {icc}.", icc=icc)


def _session(session: Session) -> Sentence:
    points, error = session.points, session.error_percent
    interval = Sentence("({low} to {high})", low=figure(points.mean_low, ".0f"), high=figure(points.mean_high, ".0f"))
    return Sentence(
        "  {at:%Y-%m-%d %H:%M}  {purpose:10}  {count:2} trials  {points:5.1f} points {interval:15}"
        "  error: constant {constant:+6.1f} %, absolute {absolute:5.1f} %, variable {variable:>5} %"
        "  first trial {first}",
        at=session.at,
        purpose=session.purpose,
        count=points.n,
        points=points.constant,
        interval=interval,
        constant=error.constant,
        absolute=error.absolute,
        variable=figure(error.variable, ".1f"),
        first=figure(session.first_points, ".0f"),
    )


def _change(change: Change) -> Sentence:
    at, points = change.session.at, change.points
    if not change.beyond:
        return Sentence(
            "{at:%Y-%m-%d}: {points:+.1f} points against the baseline: within the own error, so nothing is known to "
            "have changed.",
            at=at,
            points=points,
        )
    if points > 0:
        return Sentence(
            "{at:%Y-%m-%d}: {points:+.1f} points against the baseline: improved, beyond the own error. "
            "Why is not known.",
            at=at,
            points=points,
        )
    return Sentence(
        "{at:%Y-%m-%d}: {points:+.1f} points against the baseline: worse, beyond the own error. Why is not known.",
        at=at,
        points=points,
    )


def figure(value: Figure | None, form: str) -> str:
    """A number, or a dash where there is none."""
    if value is None or isinstance(value, Lacking):
        return "–"
    return Sentence(f"{{value:{form}}}", value=value)  # no words: nothing to translate but the decimal point


class Row(NamedTuple):
    """An exercise of a course, and what was done of it."""

    level: str
    """A number, or the word for a test."""
    exercise: str
    name: str
    feedback: Sentence
    runs: int


def course_rows(course: Course, results: Sequence[TrialResult]) -> Iterator[Row]:
    """The exercises in the order of the lessons, tests below."""
    practice = course.practice
    others = [each.id for each in course.exercises if each.id not in practice]
    for name in (*practice, *others):
        exercise = course[name]
        runs = {each.run for each in results if each.exercise == name}
        level = str(exercise.level) if exercise.purpose is Purpose.PRACTICE else Sentence("test")
        yield Row(level, name, exercise.name, exercise.schedule.live_text, len(runs))
