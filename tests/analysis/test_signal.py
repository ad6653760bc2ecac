from __future__ import annotations

import numpy as np
from hypothesis import given

from analysis.signal import Gap, SignalStage, trusted
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.presses import block, cuts, parts, streams, without


def heard(readings: SampleBlock, lengths: list[int]) -> SignalStage:
    stage = SignalStage()
    for part in parts(readings, lengths):
        stage.update(part)
    return stage


def test_before_the_first_reading_the_stream_has_no_duration() -> None:
    assert SignalStage().duration_s == 0


def test_losses_are_counted_between_and_inside_blocks() -> None:
    stage = heard(without(block(np.zeros(20)), 4, 5, 10), [4, 100])
    assert (stage.samples, stage.lost_samples, stage.duration_s) == (17, 3, 0.19)
    assert stage.gaps == [Gap(0.03, 0.06, 2), Gap(0.09, 0.11, 1)]


def test_saturated_readings_are_counted_once_each() -> None:
    flags = np.array([1, 2, 3, 4, 8, 16, 0], np.uint8)
    readings = block(np.zeros(7))
    assert heard(SampleBlock(readings.index, readings.time_us, readings.force_q, flags), [7]).saturated_samples == 3


def test_only_faulty_readings_are_not_trusted() -> None:
    readings = block(np.arange(3.0))
    assert trusted(readings) is readings
    flags = np.array([SampleFlag.OVERLOAD, SampleFlag.SENSOR_FAULT | SampleFlag.LATE, 0], np.uint8)
    left = trusted(SampleBlock(readings.index, readings.time_us, readings.force_q, flags))
    assert (left.index.tolist(), left.time_us.tolist(), left.force_n.tolist()) == ([0, 2], [0, 20_000], [0, 2])
    assert left.flags.tolist() == [SampleFlag.OVERLOAD, 0]


@given(readings=streams(), lengths=cuts)
def test_how_the_stream_was_cut_never_changes_the_counts(readings: SampleBlock, lengths: list[int]) -> None:
    whole, cut = heard(readings, [10_000]), heard(readings, lengths)
    assert (whole.samples, whole.lost_samples, whole.saturated_samples) == (
        cut.samples,
        cut.lost_samples,
        cut.saturated_samples,
    )
    assert (whole.gaps, whole.duration_s) == (cut.gaps, cut.duration_s)
