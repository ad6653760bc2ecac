"""A record as a report needs it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from clinic.report.curve import AROUND_S, COLUMNS, curve
from clinic.report.measured import Measured, measured
from protocol.blocks import SampleBlock
from session.cue import Why
from session.errors import InputError
from session.inputs import StopReason
from session.offline.measure import analyse_record


def test_figures_are_those_of_the_analysis(made: Path, simulated_record: Measured) -> None:
    analysed = analyse_record(made)
    assert simulated_record.analysis == analysed
    assert tuple(hold.figures for hold in simulated_record.holds) == analysed.holds
    assert simulated_record.simulated
    assert simulated_record.sha256 == hashlib.sha256(made.read_bytes()).hexdigest()


def test_the_tool_introduces_itself(guided_record: Measured) -> None:
    passport = guided_record.heard.passport
    assert (passport.serial, passport.area_cm2, passport.full_scale_n, passport.rate_hz) == ("SIM-0001", 1.0, 150, 100)
    assert passport.calibrated is not None
    assert passport.calibration_due is not None
    assert passport.calibrated < passport.calibration_due


def test_each_hold_knows_its_aim_and_what_ended_it(simulated_record: Measured, guided_record: Measured) -> None:
    assert [(hold.aim, hold.ended_by) for hold in simulated_record.holds] == [(None, None), (None, None)]
    assert [hold.ended_by for hold in guided_record.holds] == [Why.TIME_IN_BAND, Why.PATIENT_STOP]
    aims = [hold.aim for hold in guided_record.holds]
    assert [(aim.low_n, aim.high_n) for aim in aims if aim] == [(9, 11), (9, 11)]
    assert guided_record.heard.stops == (StopReason.TOO_PAINFUL,)
    assert [hold.figures.over_cap_peak_n is None for hold in guided_record.holds] == [True, False]


def test_pain_that_was_recalled_in_the_rest_is_on_no_trace(guided_record: Measured) -> None:
    assert len(guided_record.heard.pains) == 1
    assert [hold.pains for hold in guided_record.holds] == [(), ()]


def test_a_trace_has_the_peak_and_its_gaps_are_those_of_the_record(simulated_record: Measured) -> None:
    for hold in simulated_record.holds:
        dots = [dot for piece in hold.curve.pieces for dot in piece]
        assert max(dot.force_n for dot in dots) == pytest.approx(hold.figures.peak_n)
    gaps = [gap for hold in simulated_record.holds for gap in hold.curve.gaps_s]
    told = simulated_record.analysis.signal.gaps
    start_s = simulated_record.holds[1].figures.start_s
    assert len(told) == len(gaps) == 1
    assert gaps[0] == pytest.approx((told[0].start_s - start_s, told[0].end_s - start_s))


def test_of_each_column_the_first_lowest_highest_and_last_reading_stay() -> None:
    index = np.arange(100_000)
    force_n = np.full(100_000, 5.0)
    force_n[[31_234, 50_001]] = [40.0, 0.5]
    readings = SampleBlock.of(index, index * 1000, force_n)
    thin = curve(readings, 10.0, 90.0)
    (piece,) = thin.pieces
    assert len(piece) <= 4 * (COLUMNS + 1)
    assert [dot.force_n for dot in piece if dot.force_n != 5.0] == [40.0, 0.5]
    assert (thin.start_s, thin.end_s) == (-AROUND_S, 80 + AROUND_S)
    assert piece[0].time_s == pytest.approx(-AROUND_S)
    assert [dot.time_s for dot in piece] == sorted(dot.time_s for dot in piece)


def test_a_single_lost_reading_breaks_the_line() -> None:
    index = np.array([0, 1, 2, 4, 5])
    readings = SampleBlock.of(index, index * 10_000, np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    thin = curve(readings, 0.0, 0.05)
    assert [[dot.force_n for dot in piece] for piece in thin.pieces] == [[1, 2, 3], [4, 5]]
    assert thin.gaps_s == ((0.02, 0.04),)


def test_four_steps_tell_of_twice_the_bytes(made: Path) -> None:
    told: list[int] = []
    measured(made, told.append)
    assert len(told) == 4
    assert sum(told) == pytest.approx(2 * made.stat().st_size, abs=4)


def test_what_is_no_record_says_so(tmp_path: Path) -> None:
    (tmp_path / "no.mcap").write_bytes(b"hello")
    with pytest.raises(InputError, match="nothing to read"):
        measured(tmp_path / "no.mcap")
