"""EDF+ as edfio and, where there is a wheel of it, pyedflib read it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import edfio
import numpy as np
import pytest
from numpy.typing import NDArray

from clinic.export.edf_file import LONGEST_SLOTS, write_edf
from clinic.export.recording import Readings, Recording, read_recording
from protocol.blocks import SampleBlock
from session.errors import InputError
from tests.clinic.export.story import FIRST_READING, LOST, SLOTS
from tests.session.offline.test_instrument_source import begun, pull, recorded


@pytest.fixture(scope="module")
def file(recording: Recording, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("edf") / "story.edf"
    write_edf(recording, path)
    return path


def retimed(recording: Recording, time_us: NDArray[np.int64], period_us: int = 10_000) -> Recording:
    """The first readings of a recording, at other times."""
    count = len(time_us)
    first = recording.readings.part(0.0, 1e9)
    block = SampleBlock(first.block.index[:count], time_us, first.block.force_q[:count], first.block.flags[:count])
    readings = Readings(block, first.pressure_kpa[:count], first.lost_before[:count])
    return replace(recording, readings=readings, marks=(), period_us=period_us)


def test_each_force_is_right_to_half_a_step_and_nothing_stands_where_nothing_was_read(
    recording: Recording, file: Path
) -> None:
    edf = edfio.read_edf(file)
    force, present = edf.get_signal("Force"), edf.get_signal("Present")
    here = present.data == 1
    assert np.flatnonzero(~here).tolist() == [*LOST]
    step_n = (force.physical_max - force.physical_min) / 65_535
    assert (force.physical_min, force.physical_max) == (-2.0, 168.0)
    np.testing.assert_allclose(force.data[here], recording.readings.block.force_n, rtol=0, atol=step_n / 2 + 1e-9)
    assert (force.data[~here] == -2.0).all()
    assert force.data[here].min() > -1.1  # what was read never looks like what was not
    assert (force.sampling_frequency, len(force.data), force.physical_dimension) == (100.0, SLOTS, "N")


def test_the_header_says_which_tool_when_and_that_it_was_simulated(file: Path) -> None:
    edf = edfio.read_edf(file)
    assert (edf.startdate, edf.starttime) == (FIRST_READING.date(), FIRST_READING.time())
    assert (edf.patient.code, edf.patient.name) == ("K7QF-3M2P", "X")
    assert (edf.recording.equipment_code, edf.recording.additional[0]) == ("PT-7", "SIMULATED")
    assert edf.reserved == "EDF+C"
    assert edf.get_signal("Force").transducer_type == "force cell of tool PT-7"


def test_what_happened_is_annotated(file: Path) -> None:
    told = [(each.onset, each.duration, each.text) for each in edfio.read_edf(file).annotations]
    assert (3.99, 0.21, "gap: 20 readings lost") in told
    assert (2.1, 6.38, "hold: hold 1") in told
    assert (6.02, None, "pain: pain 4 of 10, entered by the patient") in told
    assert (7.99, None, "let go: let go: the time in band is complete") in told
    assert (-0.07, None, "link: connected") in told
    assert (0.0, None, "SIMULATED: a program made these readings; nobody was pressed") in told
    assert (0.0, None, "20 samples are lost: never came again") in told


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="pyedflib has no wheel for this Python")
def test_pyedflib_reads_the_same(recording: Recording, file: Path) -> None:
    from pyedflib import EdfReader

    with EdfReader(str(file)) as edf:
        assert edf.getSignalLabels() == ["Force", "Present"]
        assert (edf.getStartdatetime().date(), edf.getEquipment()) == (date(2026, 1, 2), "PT-7")
        assert (edf.getPhysicalMinimum(0), edf.getPhysicalMaximum(0), edf.getPhysicalDimension(0)) == (-2, 168, "N")
        force_n, here = edf.readSignal(0), edf.readSignal(1) == 1
        onsets_s, _, texts = edf.readAnnotations()
    np.testing.assert_allclose(force_n[here], recording.readings.block.force_n, rtol=0, atol=0.0014)
    assert len(force_n) == SLOTS
    assert dict(zip(texts.tolist(), onsets_s.tolist(), strict=True))["gap: 20 readings lost"] == pytest.approx(3.99)


def test_the_last_data_record_is_filled_and_says_so(recording: Recording, tmp_path: Path) -> None:
    write_edf(retimed(recording, np.arange(150) * 10_000), tmp_path / "a.edf")
    edf = edfio.read_edf(tmp_path / "a.edf")
    assert edf.get_signal("Present").data.tolist() == [1] * 150 + [0] * 50
    ends = [each.onset for each in edf.annotations if each.text.startswith("the last reading was before this")]
    assert ends == [1.5]


@pytest.mark.parametrize(("period_us", "in_record"), [(12_500, 80), (33_333, 30), (10_667, 94), (1_500_000, 1)])
def test_any_even_period_fits_the_header(recording: Recording, tmp_path: Path, period_us: int, in_record: int) -> None:
    write_edf(retimed(recording, np.arange(100) * period_us, period_us), tmp_path / "a.edf")
    edf = edfio.read_edf(tmp_path / "a.edf")
    assert edf.data_record_duration == pytest.approx(in_record * period_us / 1e6, abs=1e-9)
    assert edf.get_signal("Force").samples_per_data_record == in_record
    assert edf.get_signal("Present").data[:100].all()


def test_readings_at_uneven_times_are_refused(recording: Recording, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="do not come at even times"):
        write_edf(retimed(recording, np.array([0, 10_000, 12_000, 30_000])), tmp_path / "a.edf")
    assert not (tmp_path / "a.edf").exists()


def test_a_span_of_days_is_refused(recording: Recording, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too long for EDF"):
        write_edf(retimed(recording, np.array([0, LONGEST_SLOTS * 10_000])), tmp_path / "a.edf")


def test_a_record_of_another_make_has_its_own_rate(tmp_path: Path) -> None:
    path = recorded(tmp_path / "i.mcap", begun(), *[pull(number, 2.0) for number in range(30)])
    write_edf(read_recording(path, "9.9"), tmp_path / "i.edf")
    edf = edfio.read_edf(tmp_path / "i.edf")
    assert edf.get_signal("Force").sampling_frequency == 80.0
    assert edf.recording.equipment_code == "progressor:F0:01"
    assert edf.patient.code == "X"
