"""A recording through the same analysis as a live stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

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
from session.offline.request import Request
from session.offline.source import Retarget, Source
from session.offline.sources import open_source


def analyse(source: Source, chunk: int | None = None) -> AnalysedFile:
    """Measure a recording, `chunk` readings at a time where given; raises `InputError`."""
    analysis, holds = Analysis(source.settings), list[Hold]()
    pieces = source.pieces()
    for piece in pieces if chunk is None else recut(pieces, chunk):
        if isinstance(piece, Retarget):
            analysis.retarget(piece.target_n, piece.band_percent, source.settings.cap_n)
        else:
            holds.extend(analysis.update(piece))
    holds.extend(analysis.finish())
    return analysed_file(source, analysis.signal, holds)


def analyse_record(path: Path) -> AnalysedFile:
    """Measure a record as it says itself; raises `InputError`."""
    return analyse(open_source(str(path), Request()))


def analysed_file(source: Source, signal: SignalStage, holds: Sequence[Hold]) -> AnalysedFile:
    """The document of one file."""
    return AnalysedFile(
        file=source.file,
        tool=source.tool,
        area_cm2=source.settings.area_cm2,
        simulated=source.simulated,
        signal=_signal(source, signal),
        holds=tuple(HoldDocument.model_validate(hold) for hold in holds),
        totals=_totals(holds, source.settings),
        repetitions=RepetitionsDocument.model_validate(repetitions(holds)),
    )


def recut(pieces: Iterable[SampleBlock | Retarget], length: int) -> Iterator[SampleBlock | Retarget]:
    """The same readings in blocks of `length`, the last one and one before a new target perhaps shorter."""
    rest: SampleBlock | None = None
    for piece in chain(pieces, (None,)):
        if isinstance(piece, SampleBlock):
            rest = piece if rest is None else joined([rest, piece])
            for start in range(0, len(rest) - length + 1, length):
                yield rest[start : start + length]
            rest = rest[len(rest) - len(rest) % length :]
            continue
        if rest is not None and len(rest):
            yield rest
        rest = None
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


def _totals(holds: Sequence[Hold], settings: Settings) -> TotalsDocument:
    """Nothing pressed is a sum of 0, also without an area, a threshold or a band; then there is no sum at all."""
    known = {
        "dose_kpa_s": settings.area_cm2,
        "dose_high_kpa_s": settings.area_cm2,
        "dose_ppt_s": settings.area_cm2 and settings.ppt_kpa,
        "in_band_s": settings.band,
        "over_cap_s": settings.cap_n,
    }
    missing = dict.fromkeys([name for name, fact in known.items() if fact is None])
    return TotalsDocument.model_validate(totals(holds)._asdict() | missing)
