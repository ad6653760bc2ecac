"""Readings, holds and marks as Arrow tables; units and all that an export says of itself stand in the schema."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, assert_never

import numpy as np
import pyarrow as pa

from clinic.export.about import COLUMNS
from clinic.export.choices import What
from clinic.export.marks import Mark
from clinic.export.recording import Recording
from clinic.export.units import unit_of
from protocol.blocks import SampleFlag
from session.documents import HoldDocument, VerdictDocument

META: Final = b"palpate"
"""Key of the schema's metadata: `AboutDocument` and the marks as JSON."""

_FLAGS: Final = {
    "late": SampleFlag.LATE,
    "saturated_high": SampleFlag.SATURATED_HIGH,
    "saturated_low": SampleFlag.SATURATED_LOW,
    "overload": SampleFlag.OVERLOAD,
    "sensor_fault": SampleFlag.SENSOR_FAULT,
}
_TEXTS: Final = frozenset({"softening_s", "verdicts", "kind", "text", "clock"})
_COUNTS: Final = frozenset({"index", "merged"})


def table(recording: Recording, what: What) -> pa.Table:
    """One table of a recording."""
    match what:
        case What.READINGS:
            return readings(recording)
        case What.HOLDS:
            return _rows(recording, HoldDocument.model_fields, [_hold(hold) for hold in recording.analysed.holds])
        case What.MARKS:
            return _rows(recording, Mark.model_fields, [mark.model_dump(mode="json") for mark in recording.marks])
        case _ as never:
            assert_never(never)


def readings(recording: Recording) -> pa.Table:
    """All readings; null where the pressure is not known."""
    made = recording.readings
    arrays = {
        "index": pa.array(made.block.index),
        "time_s": pa.array(made.block.time_s),
        "force_n": pa.array(made.block.force_n),
        "pressure_kpa": pa.array(made.pressure_kpa, mask=np.isnan(made.pressure_kpa)),
        "lost_before": pa.array(made.lost_before),
    } | {name: pa.array(made.flagged(flag)) for name, flag in _FLAGS.items()}
    fields = [
        pa.field(column.name, arrays[column.name].type, metadata={"unit": column.unit, "text": column.text})
        for column in COLUMNS
    ]
    return pa.table([arrays[column.name] for column in COLUMNS], pa.schema(fields, _metadata(recording)))


def _rows(recording: Recording, names: Mapping[str, object], rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    fields = [pa.field(name, _type(name), metadata={"unit": unit_of(name).text}) for name in names]
    return pa.Table.from_pylist(rows, pa.schema(fields, _metadata(recording)))


def _type(name: str) -> pa.DataType:
    if name in _TEXTS:
        return pa.string()
    return pa.int64() if name in _COUNTS else pa.float64()


def _hold(hold: HoldDocument) -> dict[str, Any]:
    """One row; what is a list becomes a text."""
    softening = ";".join(f"{time_s:g}" for time_s in hold.softening_s)
    verdicts = "; ".join(map(_verdict, hold.verdicts))
    return hold.model_dump() | {"softening_s": softening, "verdicts": verdicts}


def _verdict(verdict: VerdictDocument) -> str:
    return f"{verdict.metric}: {verdict.text}"


def _metadata(recording: Recording) -> dict[bytes, bytes]:
    about = recording.about.model_dump(mode="json")
    marks = [mark.model_dump(mode="json") for mark in recording.marks]
    return {META: json.dumps({"about": about, "marks": marks}).encode()}
