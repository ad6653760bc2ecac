"""EDF+: the force in even slots, a second signal that says where a reading is, and the marks as annotations."""

from __future__ import annotations

import math
from datetime import UTC
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from edfio import Edf, EdfAnnotation, EdfSignal, Patient
from edfio import Recording as EdfRecording
from numpy.typing import NDArray

from clinic.export.about import AboutDocument
from clinic.export.recording import Recording
from session.errors import InputError

NO_READING: Final = -32768
"""The lowest of EDF's 16 bits stands where there is no reading, and nowhere else."""
HIGHEST: Final = 32767
LONGEST_SLOTS: Final = 1 << 25
"""Four days at 100 Hz: 67 MB for each signal. A longer span is a record whose clock went wrong."""
TEXT: Final = 80
"""Characters of EDF's longest fields."""


class _Slots(NamedTuple):
    """Where the readings stand among even sampling slots."""

    at: NDArray[np.int64]
    total: int
    """A whole number of data records."""
    in_record: int
    record_s: float


def write_edf(recording: Recording, path: Path) -> None:
    """Write the readings in their slots; raises `InputError` where they do not come at even times.

    Nothing is interpolated: an empty slot holds `NO_READING`, which lies below every force that was read, and 0 in the
    signal "present". The force is rounded to the 65,535 steps of its range.
    """
    slots = _slots(recording)
    low_n, high_n = _range_n(recording)
    force_n = np.full(slots.total, low_n)
    force_n[slots.at] = recording.readings.block.force_n
    present = np.zeros(slots.total)
    present[slots.at] = 1
    about, rate_hz = recording.about, slots.in_record / slots.record_s
    force = EdfSignal(
        force_n,
        rate_hz,
        label="Force",
        transducer_type=_ascii(f"force cell of tool {about.tool or 'unknown'}"),
        physical_dimension="N",
        physical_range=(low_n, high_n),
        digital_range=(NO_READING, HIGHEST),
        prefiltering="none; zero taken off",
    )
    shown = EdfSignal(
        present,
        rate_hz,
        label="Present",
        transducer_type="1: a reading, 0: none (Force is then its physical minimum)",
        physical_range=(0, 1),
        digital_range=(0, 1),
    )
    _file(recording, (force, shown), slots).write(path)


def _file(recording: Recording, signals: tuple[EdfSignal, ...], slots: _Slots) -> Edf:
    about = recording.about
    start = about.started_at.astimezone(UTC)
    return Edf(
        signals,
        patient=Patient(code=about.subject or "X"),
        recording=EdfRecording(
            startdate=start.date(),
            equipment_code=_word(about.tool or "X"),
            additional=_remarks(about),
        ),
        starttime=start.time(),
        data_record_duration=slots.record_s,
        annotations=_annotations(recording, slots),
    )


def _slots(recording: Recording) -> _Slots:
    """One slot for each reading, by its time."""
    period_us, block = recording.period_us, recording.readings.block
    at = np.rint((block.time_us - block.time_us[0]) / period_us).astype(np.int64)
    if (np.diff(at) < 1).any():
        raise InputError("its readings do not come at even times, as EDF+ wants them: export csv, parquet or json")
    if at[-1] >= LONGEST_SLOTS:
        raise InputError("it is too long for EDF+: export csv, parquet or json")
    in_record = max(1, round(1e6 / period_us))
    records = math.ceil((int(at[-1]) + 1) / in_record)
    return _Slots(at, records * in_record, in_record, in_record * period_us / 1e6)


def _range_n(recording: Recording) -> tuple[float, float]:
    """Whole newtons: at least 1 N below the lowest reading, at least up to the highest and to the full scale."""
    force_n = recording.readings.block.force_n
    high_n = max(float(force_n.max()), recording.about.full_scale_n or 0.0)
    return math.floor(float(force_n.min())) - 1.0, float(math.ceil(high_n))


def _annotations(recording: Recording, slots: _Slots) -> list[EdfAnnotation]:
    first = [EdfAnnotation(0, None, text) for text in _said(recording.about)]
    end_s = (int(slots.at[-1]) + 1) * recording.period_us / 1e6
    last = [EdfAnnotation(end_s, None, "the last reading was before this; the rest fills the data record")]
    marks = [EdfAnnotation(mark.time_s, mark.duration_s, f"{mark.kind}: {mark.text}") for mark in recording.marks]
    return first + marks + (last if int(slots.at[-1]) + 1 < slots.total else [])


def _said(about: AboutDocument) -> list[str]:
    plan = [f"plan: {about.plan.name}"] if about.plan else []
    area = [] if about.area_cm2 is None else [f"tip area: {about.area_cm2:g} cm²"]
    return [*([about.notice] if about.notice else []), f"record: {about.record}", *area, *plan, *about.notes]


def _remarks(about: AboutDocument) -> tuple[str, ...]:
    """Words of the header; a recording that is simulated says so first."""
    simulated = ("SIMULATED",) if about.notice else ()
    return (*simulated, _word(f"palpate-{about.exported_by}"))


def _word(text: str) -> str:
    return "_".join(_ascii(text).split()) or "X"


def _ascii(text: str) -> str:
    return text.encode("ascii", "replace").decode()[:TEXT]
