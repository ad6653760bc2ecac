"""A hold's readings as FHIR's SampledData."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clinic.export.fhir_codes import Json, quantity
from clinic.export.recording import Readings
from protocol.blocks import GRID_PER_N, SampleBlock, SampleFlag

SHORT: Final = 11_000
"""Slots: the longest contact that is ever asked for, 110 s, at 100 Hz. Above that only the record is referred to."""
LOST, ABOVE, BELOW = "E", "U", "L"
"""FHIR's letters for no value, and for one beyond the limits of detection."""


def sampled(readings: Readings, period_us: int) -> Json | None:
    """The forces in even slots, exactly, with a letter where there is no value.

    None where they do not come at even times, or are more than `SHORT`, or none.
    """
    block = readings.block
    if not len(block):
        return None
    at = np.rint((block.time_us - block.time_us[0]) / period_us).astype(np.int64)
    if (np.diff(at) < 1).any() or at[-1] >= SHORT:
        return None
    texts = [LOST] * (int(at[-1]) + 1)
    for slot, text in zip(at.tolist(), _texts(readings), strict=True):
        texts[slot] = text
    return {
        "origin": quantity("force_n", 0.0),
        "interval": period_us / 1000,
        "intervalUnit": "ms",
        "factor": Decimal(1) / GRID_PER_N,
        "dimensions": 1,
        "data": " ".join(texts),
    } | _limits(readings)


def _texts(readings: Readings) -> list[str]:
    """Each reading in steps of the grid, or its letter."""
    letters = {SampleFlag.SATURATED_HIGH: ABOVE, SampleFlag.SATURATED_LOW: BELOW, SampleFlag.SENSOR_FAULT: LOST}
    texts = list(map(str, readings.block.force_q.tolist()))
    for flag, letter in letters.items():
        for place in np.flatnonzero(readings.flagged(flag)).tolist():
            texts[place] = letter
    return texts


def _limits(readings: Readings) -> Json:
    """What is known of every reading beyond a limit."""
    above, below = (_at(readings, flag) for flag in (SampleFlag.SATURATED_HIGH, SampleFlag.SATURATED_LOW))
    limits = {"upperLimit": int(above.min())} if len(above) else {}
    return limits | ({"lowerLimit": int(below.max())} if len(below) else {})


def _at(readings: Readings, flag: SampleFlag) -> NDArray[np.int32]:
    block: SampleBlock = readings.block
    return block.force_q[readings.flagged(flag)]
