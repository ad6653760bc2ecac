"""A recording through the same analysis as a live stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import fsum
from pathlib import Path

from analysis.hold import Hold
from analysis.reading import joined
from analysis.settings import Settings
from analysis.signal import SignalStage
from analysis.stream import Analysis
from protocol.blocks import SampleBlock
from session.documents import AnalysedFile, GapDocument, HoldDocument, SignalDocument, TotalsDocument
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
    """Sums over the holds; nothing pressed is a dose of 0, an unknown area no dose at all."""
    return TotalsDocument(
        holds=len(holds),
        pressure_s=fsum(hold.duration_s - hold.gaps_s for hold in holds),
        impulse_n_s=fsum(hold.impulse_n_s for hold in holds),
        dose_kpa_s=None if settings.area_cm2 is None else fsum(hold.dose_kpa_s or 0.0 for hold in holds),
        in_band_s=None if settings.band is None else fsum(hold.in_band_s or 0.0 for hold in holds),
    )
