"""A recording through the same analysis as a live stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from analysis.hold import Hold
from analysis.reading import joined
from analysis.repetitions import repetitions, totals
from analysis.settings import Settings
from analysis.signal import SignalStage
from analysis.stream import Analysis
from protocol.blocks import SampleBlock
from session.documents import (
    AnalysedFile,
    GapDocument,
    HoldDocument,
    RepetitionsDocument,
    SignalDocument,
    TotalsDocument,
)
from session.offline.beside import beside
from session.offline.request import Request
from session.offline.source import LetGo, Piece, Retarget, Retip, Source
from session.offline.sources import open_source
from session.offline.unseen import unseen_s

BLOCK: Final = 20_000
"""Readings at a time: the payloads of a tool are so short that each alone would take several times as long."""


def analyse(source: Source, chunk: int | None = None) -> AnalysedFile:
    """Measure a recording, `chunk` readings at a time where given; raises `InputError`."""
    analysis, holds = Analysis(source.settings), list[Hold]()
    for piece in recut(source.pieces(), chunk or BLOCK):
        match piece:
            case Retarget(target_n, band_percent):
                analysis.retarget(target_n, band_percent, source.settings.cap_n)
            case Retip(area_cm2):
                analysis.retip(area_cm2)
            case LetGo(time_us):
                analysis.call_let_go(time_us)
            case SampleBlock():
                holds.extend(analysis.update(piece))
    holds.extend(analysis.finish())
    return analysed_file(source, analysis, holds)


def analyse_record(path: Path) -> AnalysedFile:
    """Measure a record as it says itself; raises `InputError`."""
    return analyse(open_source(str(path), Request()))


def analysed_file(source: Source, analysis: Analysis, holds: Sequence[Hold]) -> AnalysedFile:
    """The document of one file."""
    described, measured = _signal(source, analysis.signal), tuple(HoldDocument.model_validate(hold) for hold in holds)
    unseen = {"unseen_s": unseen_s(described.gaps, measured), "unseen_high_kpa_s": analysis.unseen_high_kpa_s}
    return AnalysedFile(
        file=source.file,
        tool=source.tool,
        area_cm2=source.settings.area_cm2,
        simulated=source.simulated,
        signal=described,
        holds=measured,
        totals=_totals(holds, source.settings, unseen),
        repetitions=RepetitionsDocument.model_validate(repetitions(holds)),
        link=source.link,
        live=beside(source.live, measured) if source.live else None,
    )


def recut(pieces: Iterable[Piece], length: int) -> Iterator[Piece]:
    """The same readings in blocks of `length`, the last one and one before anything else perhaps shorter."""
    waiting, count = list[SampleBlock](), 0
    for piece in chain(pieces, (None,)):
        if isinstance(piece, SampleBlock):
            waiting.append(piece)
            count += len(piece)
            if count >= length:
                readings = joined(waiting)
                for start in range(0, count - length + 1, length):
                    yield readings[start : start + length]
                count %= length
                waiting = [readings[len(readings) - count :]] if count else []
            continue
        if count:
            yield joined(waiting)
        waiting, count = [], 0
        if piece is not None:
            yield piece


def _signal(source: Source, signal: SignalStage) -> SignalDocument:
    return SignalDocument(
        samples=signal.samples,
        duration_s=signal.duration_s,
        rate_hz=source.rate_hz,
        lost_samples=signal.lost_samples,
        saturated_samples=signal.saturated_samples,
        gaps=tuple(GapDocument.model_validate(gap) for gap in signal.gaps),
        slew_limit_n_per_s=source.settings.slew_n_per_s,
        notes=source.notes,
    )


def _totals(holds: Sequence[Hold], settings: Settings, unseen: dict[str, float | None]) -> TotalsDocument:
    """Nothing pressed is a sum of 0, also without an area, a threshold or a band; then there is no sum at all."""
    known = {
        "dose_kpa_s": settings.area_cm2,
        "dose_high_kpa_s": settings.area_cm2,
        "dose_ppt_s": settings.area_cm2 and settings.ppt_kpa,
        "in_band_s": settings.band,
        "over_cap_s": settings.cap_n,
        "over_cap_n_s": settings.cap_n,
        "over_cap_kpa_s": settings.cap_n and settings.area_cm2,
    }
    missing = dict.fromkeys([name for name, fact in known.items() if fact is None])
    return TotalsDocument.model_validate(totals(holds)._asdict() | missing | unseen)
