from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from clinic.export.about import PRACTISED, SIMULATED
from clinic.export.marks import Kind
from clinic.export.recording import Recording, read_recording
from protocol.blocks import SampleFlag
from protocol.frames import ToolFlag
from protocol.layout import Feature, Layout
from protocol.link import Channel, Payload
from session.errors import InputError
from session.plan import Plan
from session.record import Recorder, RecordHeader
from tests.clinic.export.story import FIRST_READING, HEADER, LATE, LOST, SATURATED, SLOTS, ZERO_N, true_n, write
from tests.session.offline.test_instrument_source import begun, pull, recorded
from tests.session.test_boots import status
from tests.session.test_tool_stream import LAYOUT, frame

HERE = [slot for slot in range(SLOTS) if slot not in LOST]


def expected_n() -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The first reading came before the tare; what is saturated stands at the converter's end, 2²³ − 1 counts."""
    force_n = true_n()
    force_n[0] += ZERO_N
    force_n[SATURATED.start : SATURATED.stop] = (2**23 - 1) / 50_000 - ZERO_N
    return force_n[HERE]


def test_each_reading_stands_in_its_slot_and_none_is_made_up(recording: Recording) -> None:
    block = recording.readings.block
    assert block.index.tolist() == HERE
    assert block.time_us.tolist() == [10_000 * slot for slot in HERE]
    np.testing.assert_allclose(block.force_n, expected_n(), rtol=0, atol=0.5 / 16384 + 0.5 / 50_000)


def test_the_pressure_is_the_force_on_one_square_centimetre(recording: Recording) -> None:
    np.testing.assert_allclose(recording.readings.pressure_kpa, recording.readings.block.force_n * 10, rtol=1e-12)


def test_lost_late_and_saturated_readings_are_told(recording: Recording) -> None:
    readings = recording.readings
    assert np.flatnonzero(readings.lost_before).tolist() == [400]
    assert readings.lost_before[400] == 20
    late = readings.block.index[readings.flagged(SampleFlag.LATE)]
    saturated = readings.block.index[readings.flagged(SampleFlag.SATURATED_HIGH)]
    assert (late.tolist(), saturated.tolist()) == (list(LATE), list(SATURATED))


def test_what_happened_has_its_moment_on_the_clock_that_told_it(recording: Recording) -> None:
    assert [(mark.time_s, mark.duration_s, mark.kind.value, mark.value, mark.clock) for mark in recording.marks] == [
        (-0.07, None, "link", None, "computer"),
        (-0.07, None, "tip", 1.0, "computer"),
        (-0.07, None, "target", 4.0, "computer"),
        (0.045, None, "zero", None, "computer"),
        (2.1, 6.38, "hold", 1.0, "tool"),
        (3.99, 0.21, "gap", 20.0, "tool"),
        (6.0, 0.04, "late", 5.0, "tool"),
        (6.02, None, "pain", 4.0, "computer"),
        (7.0, 0.04, "saturated", 5.0, "tool"),
        (7.04, 0.0, "sensor fault", 1.0, "tool"),
        (7.095, None, "felt", None, "computer"),
        (7.5, None, "button", None, "tool"),
        (7.99, None, "let go", None, "tool"),
        (8.97, None, "stop", None, "computer"),
        (9.47, None, "go on", None, "computer"),
        (10.97, None, "end", None, "computer"),
    ]
    texts = {mark.kind: mark.text for mark in recording.marks}
    assert texts[Kind.PAIN] == "pain 4 of 10, entered by the patient"
    assert texts[Kind.LET_GO] == "let go: the time in band is complete"
    assert texts[Kind.GAP] == "20 readings lost"


def test_it_says_where_it_is_from(recording: Recording, record: Path) -> None:
    about = recording.about
    assert (about.record, about.record_sha256) == ("story.mcap", hashlib.sha256(record.read_bytes()).hexdigest())
    assert (about.started_at, about.recorded_by, about.exported_by) == (FIRST_READING, "1.2.3", "9.9")
    assert (about.tool, about.firmware, about.subject) == ("PT-7", "1.0.0-sim", "K7QF-3M2P")
    assert about.calibration is not None
    assert (about.calibration.day, about.calibration.uncertainty_percent) == (date(2026, 9, 1), 0.5)
    assert (about.samples, about.lost_samples, about.late_samples, about.rate_hz) == (1180, 20, 5, 100.0)
    assert (about.full_scale_n, about.area_cm2, about.duration_s) == (150.0, 1.0, 11.99)
    assert isinstance(about.plan, Plan)
    assert str(record.parent) not in about.model_dump_json()


def test_what_is_simulated_says_so_and_what_a_person_practised_says_that(recording: Recording, tmp_path: Path) -> None:
    assert (recording.about.simulated, recording.about.notice) == (True, SIMULATED)
    practised = write(tmp_path / "p.mcap", HEADER.model_copy(update={"practised": True}))
    assert read_recording(practised, "9.9").about.notice == PRACTISED


def test_a_tool_that_is_no_program_carries_no_notice(tmp_path: Path) -> None:
    layout = Layout.from_bytes(LAYOUT.data)
    real = replace(layout, features=layout.features & ~Feature.SIMULATED)
    about = read_recording(short(tmp_path, Payload(Channel.LAYOUT, 0.0, bytes(real))), "9.9").about
    assert (about.simulated, about.notice) == (False, "")


def test_a_tool_that_says_that_it_is_a_program_is_simulated_over_any_link(tmp_path: Path) -> None:
    assert read_recording(short(tmp_path, LAYOUT), "9.9").about.notice == SIMULATED


def test_without_a_known_tip_there_is_no_pressure(tmp_path: Path) -> None:
    found = read_recording(short(tmp_path, LAYOUT), "9.9")
    assert np.isnan(found.readings.pressure_kpa).all()
    assert found.about.area_cm2 is None


def test_a_tip_that_is_changed_counts_from_then_on(tmp_path: Path) -> None:
    found = read_recording(short(tmp_path, LAYOUT, status(tip=1), more=(status(tip=2),)), "9.9")
    n, kpa = found.readings.block.force_n, found.readings.pressure_kpa
    tips = [mark.value for mark in found.marks if mark.kind is Kind.TIP and mark.value]
    assert len(tips) == 2
    np.testing.assert_allclose(kpa[:5], n[:5] * 10 / tips[0])
    np.testing.assert_allclose(kpa[5:], n[5:] * 10 / tips[1])


def test_a_tool_that_latches_a_stop_restarts_and_comes_back_is_told_once_each(tmp_path: Path) -> None:
    stopped = [frame(first, [7, 8, 9, 7, 8], ToolFlag.STOP_LATCHED) for first in (5, 10)]
    again = (*stopped, LAYOUT._replace(arrival_s=1.2), status(boot_id=2, tip=1, at_s=1.2))
    found = read_recording(short(tmp_path, LAYOUT, status(tip=1), more=again), "9.9")
    told = [mark.text for mark in found.marks if mark.kind in (Kind.STOP, Kind.LINK)]
    assert told == ["connected", "the tool latched a stop", "connected again", "the tool restarted"]


def test_a_record_that_is_cut_off_is_exported_as_far_as_it_goes(tmp_path: Path, record: Path) -> None:
    cut = tmp_path / "cut.mcap"
    cut.write_bytes(record.read_bytes()[: record.stat().st_size // 2])
    found = read_recording(cut, "9.9")
    assert not found.whole
    assert "the record is cut off; what came before the cut is here" in found.about.notes
    assert 0 < found.about.samples < 1180


def test_instruments_of_other_makes_are_exported_too(tmp_path: Path) -> None:
    packets = [pull(number, 2.0 if 4 <= number < 20 else 0.0) for number in range(30)]
    found = read_recording(recorded(tmp_path / "i.mcap", begun(), *packets), "9.9")
    assert (found.about.tool, found.about.rate_hz, found.about.samples) == ("progressor:F0:01", 80.0, 450)
    assert (found.about.firmware, found.about.calibration, found.about.full_scale_n) == (None, None, None)
    assert [mark.text for mark in found.marks] == ["connected", "hold 1"]
    assert np.isnan(found.readings.pressure_kpa).all()


def test_only_a_record_can_be_exported(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ends in \.mcap"):
        read_recording(tmp_path / "table.csv", "9.9")


def short(folder: Path, *first: Payload, more: tuple[Payload, ...] = ()) -> Path:
    """Ten or fifteen readings, and what came between the first five and the others."""
    header = RecordHeader.model_validate(
        HEADER.model_dump() | {"simulated": False, "started_loop_s": 0.0, "plan": None}
    )
    frames = () if any(payload.channel is Channel.SAMPLES for payload in more) else (frame(5, [7, 8, 9, 7, 8]),)
    with Recorder(folder / "short.mcap", header) as recorder:
        for payload in (*first, frame(0, [1, 2, 3, 1, 2]), *more, *frames):
            recorder.append(payload)
    return folder / "short.mcap"
