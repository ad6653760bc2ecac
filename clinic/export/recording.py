"""A record as what is exported: readings in their order, what happened beside them, figures, and their origin."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.doses import pressure_kpa
from analysis.reading import joined
from clinic.export.about import COLUMNS, PRACTISED, SIMULATED, AboutDocument, CalibrationDocument
from clinic.export.heard import Heard, hear
from clinic.export.marks import Mark
from clinic.export.spans import spans
from protocol.blocks import SampleBlock, SampleFlag
from session.documents import AnalysedFile
from session.errors import InputError
from session.examine import read_bytes
from session.offline.measure import analyse
from session.offline.record_source import RECORD_SUFFIX, source_of
from session.offline.request import Request
from session.offline.source import Piece, Retip, Source
from session.playback import Recorded, read_record
from session.tool_stream import ToolStream


class Readings(NamedTuple):
    """All readings of a record, in the order in which they were taken, late ones in their places; of one length."""

    block: SampleBlock
    """Index and time count from the first reading; the measured zero is taken off."""
    pressure_kpa: NDArray[np.float64]
    """NaN where the area of the tip is not known."""
    lost_before: NDArray[np.int64]

    def flagged(self, flag: SampleFlag) -> NDArray[np.bool_]:
        """Which of them carry a flag."""
        flagged: NDArray[np.bool_] = (self.block.flags & int(flag)) != 0
        return flagged

    def part(self, start_s: float, end_s: float) -> Readings:
        """Those from one time to another, both included."""
        first, last = (round(time_s * 1e6) for time_s in (start_s, end_s))
        time_us = self.block.time_us
        part = slice(int(time_us.searchsorted(first, "left")), int(time_us.searchsorted(last, "right")))
        return Readings(self.block[part], self.pressure_kpa[part], self.lost_before[part])


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One record, ready to be written in any format."""

    about: AboutDocument
    readings: Readings
    marks: tuple[Mark, ...]
    """By their times."""
    analysed: AnalysedFile
    period_us: int
    """From one sampling slot to the next."""
    whole: bool
    """False where the record is cut off."""


def read_recording(
    path: Path, software: str, subject: str | None = None, tell: Callable[[str], object] = lambda _: None
) -> Recording:
    """Read and measure a record; `software` is the version that exports. Raises `InputError`.

    `tell` gets the name of each stage as it begins.
    """
    if path.suffix != RECORD_SUFFIX:
        raise InputError(f"only a record can be exported, a file that ends in {RECORD_SUFFIX}")
    tell("reading")
    recorded = read_record(path)
    tell("decoding")
    source = source_of(path.name, recorded, Request())
    pieces = list(source.pieces())
    readings = _readings(pieces, source.settings.area_cm2)
    tell("measuring")
    analysed = analyse(replace(source, pieces=lambda: iter(pieces)))
    tell("looking for what happened")
    heard = hear(recorded)
    return Recording(
        about=_about(_File(path, software, subject), recorded, source, (readings, analysed, heard)),
        readings=readings,
        marks=tuple(sorted((*heard.marks, *spans(readings.block, analysed)), key=lambda mark: mark.time_s)),
        analysed=analysed,
        period_us=source.settings.period_us,
        whole=recorded.whole,
    )


class _File(NamedTuple):
    path: Path
    software: str
    subject: str | None


def _readings(pieces: list[Piece], area_cm2: float | None) -> Readings:
    """The readings with the pressure under the tip that was on."""
    blocks, kpa_per_n = list[SampleBlock](), list[NDArray[np.float64]]()
    for piece in pieces:
        if isinstance(piece, Retip):
            area_cm2 = piece.area_cm2
        elif isinstance(piece, SampleBlock):
            blocks.append(piece)
            kpa_per_n.append(np.full(len(piece), pressure_kpa(1.0, area_cm2) if area_cm2 else np.nan))
    block = joined(blocks)
    block = replace(block, index=block.index - block.index[0])
    lost_before = np.diff(block.index, prepend=-1) - 1
    return Readings(block, block.force_n * np.concatenate(kpa_per_n), lost_before)


def _about(
    file: _File, recorded: Recorded, source: Source, made: tuple[Readings, AnalysedFile, Heard]
) -> AboutDocument:
    header, (readings, analysed, heard) = recorded.header, made
    layout = heard.tool.layout
    return AboutDocument(
        record=file.path.name,
        record_sha256=hashlib.sha256(read_bytes(file.path)).hexdigest(),
        started_at=datetime.fromtimestamp(recorded.began_s + heard.first_arrival_s, UTC),
        simulated=source.simulated,
        notice=_notice(recorded, simulated=source.simulated),
        subject=file.subject or recorded.header.subject,
        recorded_by=header.software,
        exported_by=file.software,
        tool=source.tool,
        firmware=layout.firmware or None if layout else None,
        calibration=_calibration(heard.tool),
        full_scale_n=heard.tool.full_scale_n,
        area_cm2=analysed.area_cm2,
        rate_hz=source.rate_hz,
        samples=len(readings.block),
        lost_samples=int(readings.lost_before.sum()),
        late_samples=int(readings.flagged(SampleFlag.LATE).sum()),
        duration_s=analysed.signal.duration_s,
        scenario=header.scenario,
        plan=header.plan,
        notes=analysed.signal.notes,
        columns=COLUMNS,
    )


def _notice(recorded: Recorded, *, simulated: bool) -> str:
    if recorded.header.practised:
        return PRACTISED
    return SIMULATED if simulated else ""


def _calibration(tool: ToolStream) -> CalibrationDocument | None:
    return CalibrationDocument.model_validate(tool.layout.calibration) if tool.layout else None
