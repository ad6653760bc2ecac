"""What a reader has to know before believing the figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.hold import Code
from clinic.report.about import Session
from clinic.report.measured import Measured
from clinic.report.page import Block, Bullets, Heading, Text, Tone
from clinic.report.words import Words

SHOWN: Final = (
    "duration_s", "mean_n", "mean_kpa", "peak_n", "in_band_s", "dose_kpa_s", "dose_high_kpa_s", "cv_percent",
)  # fmt: skip
"""Metrics of a hold that stand on a page; verdicts on others concern nobody who reads it."""


NOT_ASKED: Final = frozenset({Code.NO_TARGET, Code.NO_PPT, Code.NO_RAMP, Code.NO_CUE, Code.NOT_WATCHED})
"""Reasons that only say that nobody asked for a figure: its column is left out, or shows a dash."""


def verdicts(session: Session, words: Words) -> tuple[Block, ...]:
    """Over the limit first, then STOPs, then the data."""
    doubts = (*(line for each in session.records for line in _data(each, words)), *_figures(session, words))
    return (
        Heading(words("verdict.heading")),
        *(Text(line, Tone.WARNING) for line in alarms(session, words)),
        *((Bullets(doubts),) if doubts else (Text(words("verdict.fine")),)),
    )


def alarms(session: Session, words: Words) -> tuple[str, ...]:
    """What nobody may overlook: pressed above the limit, and STOP."""
    return (*_over_cap(session, words), *(line for each in session.records for line in _stops(each, words)))


def _over_cap(session: Session, words: Words) -> Iterator[str]:
    for placed in session.holds:
        figures = placed.hold.figures
        if figures.over_cap_peak_n is not None:
            yield words(
                "verdict.over_cap",
                number=placed.number,
                seconds=words.number(figures.over_cap_s, 1),
                peak=words.number(figures.over_cap_peak_n, 1),
            )


def _stops(record: Measured, words: Words) -> Iterator[str]:
    """Each STOP that was answered, with its reason; and that there was one that nobody answered."""
    reasons = record.heard.stops
    for reason in reasons:
        yield words("verdict.stopped", reason=words(f"stop.{reason.name.lower()}"))
    stopped = [hold for hold in record.holds if hold.ended_by is not None and hold.ended_by.name.endswith("_STOP")]
    if len(stopped) > len(reasons):
        yield words("verdict.nowhere")


def _data(record: Measured, words: Words) -> Iterator[str]:
    signal, link = record.analysis.signal, record.analysis.link
    if signal.lost_samples:
        expected = signal.samples + signal.lost_samples
        yield words("verdict.lost", lost=signal.lost_samples, expected=expected)
    if link is not None and link.late:
        yield words("verdict.late", late=link.late)
    if round(record.analysis.totals.unseen_s, 1):
        yield words("verdict.unseen", seconds=words.number(record.analysis.totals.unseen_s, 1))
    if signal.saturated_samples:
        yield words("verdict.saturated", count=signal.saturated_samples)
    if not record.whole:
        yield words("verdict.cut")
    if record.recovered:
        yield words("verdict.recovered")


def _figures(session: Session, words: Words) -> Iterator[str]:
    """Each reason once, with the holds and the figures that it concerns."""
    found: dict[str, tuple[dict[int, None], dict[str, None]]] = {}
    for placed in session.holds:
        for verdict in placed.hold.figures.verdicts:
            if verdict.metric in SHOWN and verdict.code not in NOT_ASKED:
                numbers, metrics = found.setdefault(verdict.code, ({}, {}))
                numbers[placed.number] = metrics[verdict.metric] = None
    for code, (numbers, metrics) in found.items():
        hold = words("verdict.hold", number=_runs(list(numbers)))
        metric = ", ".join(words(f"metric.{each}") for each in metrics)
        yield words("verdict.figure", hold=hold[0].upper() + hold[1:], metric=metric, reason=words(f"code.{code}"))


def _runs(numbers: list[int]) -> str:
    """Rising numbers, three and more in a row as from – to."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
