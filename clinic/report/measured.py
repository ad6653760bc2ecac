"""One record as a report needs it: measured, with the trace of each hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from analysis.reading import joined
from clinic.report.curve import Curve, curve
from clinic.report.heard import Called, Heard, Said
from protocol.blocks import SampleBlock
from session.cue import Why
from session.documents import AnalysedFile, HoldDocument
from session.offline.measure import analyse
from session.offline.record_source import source_of
from session.offline.request import Request
from session.offline.source import Piece, Retarget, Source
from session.plan import Plan
from session.playback import read_record
from session.summary import CALL_GRACE_S

PAIN_AFTER_S: Final = 5.0
"""What is said so soon behind a let-go is about that hold; *assumed*."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a hold was asked for."""

    target_n: float
    band_percent: float

    @property
    def low_n(self) -> float:
        """Lower edge of the band."""
        return self.target_n * (1 - self.band_percent / 100)

    @property
    def high_n(self) -> float:
        """Upper edge of the band."""
        return self.target_n * (1 + self.band_percent / 100)


@dataclass(frozen=True, slots=True)
class MeasuredHold:
    """One hold, its trace and what was said in it."""

    figures: HoldDocument
    curve: Curve
    aim: Aim | None
    """None where nobody was guided."""
    ended_by: Why | None
    """Why a let-go was called; None where nobody called it."""
    pains: tuple[Said, ...]
    """Seconds of each count from the beginning of the hold."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A record, and all that it supports."""

    file: str
    """Its name without the folder."""
    sha256: str
    started_at: datetime
    software: str
    simulated: bool
    whole: bool
    recovered: bool
    plan: Plan | None
    heard: Heard
    analysis: AnalysedFile
    holds: tuple[MeasuredHold, ...]


def measured(path: Path, told: Callable[[int], None] = lambda _: None) -> Measured:
    """Read and measure a record; `told` hears in four steps that twice its bytes are done. Raises `InputError`."""
    return measured_with_readings(path, told)[0]


def measured_with_readings(path: Path, told: Callable[[int], None] = lambda _: None) -> tuple[Measured, SampleBlock]:
    """The same, and all readings that it was measured from: tared, in the order in which the tool took them."""
    recorded, half = read_record(path), path.stat().st_size // 2
    told(half)
    heard = Heard.of(recorded)
    told(half)
    source = source_of(str(path), recorded, Request())
    told(half)
    kept: list[Piece] = []
    analysis = analyse(replace(source, pieces=lambda: _keeping(source, kept)))
    told(half)
    readings = joined([piece for piece in kept if isinstance(piece, SampleBlock)])
    found = Measured(
        file=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        started_at=recorded.header.started_at,
        software=recorded.header.software,
        simulated=analysis.simulated,
        whole=recorded.whole,
        recovered=recorded.recovered is not None,
        plan=recorded.header.plan,
        heard=heard,
        analysis=analysis,
        holds=_holds(analysis.holds, (kept, readings), heard, recorded.header.plan),
    )
    return found, readings


def _keeping(source: Source, kept: list[Piece]) -> Iterator[Piece]:
    """The same pieces, remembered."""
    for piece in source.pieces():
        kept.append(piece)
        yield piece


def _holds(
    figures: Sequence[HoldDocument], source: tuple[Sequence[Piece], SampleBlock], heard: Heard, plan: Plan | None
) -> tuple[MeasuredHold, ...]:
    kept, readings = source
    aims = tuple(_aims(kept, plan))
    return tuple(
        MeasuredHold(
            figures=hold,
            curve=curve(readings, hold.start_s, hold.end_s),
            aim=_aim_at(aims, hold.start_s),
            ended_by=_ended_by(hold, heard.called),
            pains=_pains(figures, position, heard.pains),
        )
        for position, hold in enumerate(figures)
    )


def _aims(kept: Sequence[Piece], plan: Plan | None) -> Iterator[tuple[float, Aim]]:
    """From when on what was asked for: from the next contact behind it."""
    if plan is None:
        return
    yield float("-inf"), Aim(plan.target_n, plan.band_percent)
    latest_s = 0.0
    for piece in kept:
        match piece:
            case SampleBlock():
                latest_s = float(piece.time_s[-1])
            case Retarget(target_n, band_percent):
                yield latest_s, Aim(target_n, band_percent)
            case _:
                pass


def _aim_at(aims: Sequence[tuple[float, Aim]], start_s: float) -> Aim | None:
    return next((aim for since_s, aim in reversed(aims) if since_s <= start_s), None)


def _ended_by(hold: HoldDocument, called: Sequence[Called]) -> Why | None:
    inside = (call.why for call in called if hold.start_s <= call.time_s <= hold.end_s + CALL_GRACE_S)
    return next(inside, None)


def _pains(figures: Sequence[HoldDocument], position: int, pains: Sequence[Said]) -> tuple[Said, ...]:
    """What was said from the contact on until shortly behind the let-go, and not recalled later."""
    hold = figures[position]
    until_s = hold.end_s + PAIN_AFTER_S
    if position + 1 < len(figures):
        until_s = min(until_s, figures[position + 1].start_s)
    return tuple(
        Said(said.time_s - hold.start_s, said.pain)
        for said in pains
        if hold.start_s <= said.time_s < until_s and not said.pain.recalled
    )
