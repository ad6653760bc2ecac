from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from analysis.algometry.pace import Pace, Rate
from analysis.algometry.presses import LONGEST_US, Presses
from analysis.algometry.ramp import Off, Ramp, Rising
from analysis.algometry.settings import RampSettings
from analysis.algometry.verdicts import Missing
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.algometry.ramps import BENCH, RAMP, about, flagged, streams
from tests.analysis.presses import block, cuts, parts, path, without


def after(readings: SampleBlock, settings: RampSettings = BENCH) -> Off | Rising:
    stage = Ramp(settings)
    stage.update(readings)
    return stage.now


def test_before_the_first_reading_nothing_is_known() -> None:
    assert Ramp(BENCH).now == Off(None, None)
    assert after(RAMP[:0]) == Off(None, None)


def test_off_the_skin_the_newest_reading_is_all_there_is() -> None:
    assert after(RAMP[:120]) == Off(1_190_000, about(0.95, abs=1e-4))


def test_a_ramp_shows_its_pressure_its_rate_and_how_near_its_end_is() -> None:
    now = after(RAMP[:401])
    assert now == Rising(
        start_us=1_400_000,
        time_us=4_000_000,
        force_n=15.0,
        pressure_kpa=150.0,
        rate=Rate(about(50.0, rel=1e-5), about(1.0, rel=1e-5), Pace.RIGHT),
        cap_share=0.25,
        capped=False,
    )


def test_the_rate_is_that_of_the_last_half_second_of_this_contact() -> None:
    changing = block(path((0, 0), (1, 0), (3, 20), (4, 24)))
    rates = [now.rate for stop in (160, 301, 351, 401) if isinstance(now := after(changing[:stop]), Rising)]
    assert [rate.pace for rate in rates if isinstance(rate, Rate)] == [Pace.TOO_FAST] * 2 + [Pace.RIGHT] * 2
    assert isinstance(rates[3], Rate)
    assert rates[3].kpa_per_s == pytest.approx(40.0, rel=1e-4)


def test_in_the_first_quarter_of_a_second_no_rate_is_told() -> None:
    now = after(RAMP[:165])
    assert isinstance(now, Rising)
    assert isinstance(now.rate, Missing)


def test_a_ramp_stays_capped_when_the_force_goes_down_again() -> None:
    settings = RampSettings(1.0, 50.0, 30.0)
    seen = [after(RAMP[:stop], settings) for stop in (700, 701, 720)]
    assert [isinstance(now, Rising) and now.capped for now in seen] == [False, True, True]


def test_a_ramp_ends_with_the_first_reading_below_1_n() -> None:
    (found,) = Ramp(BENCH).update(RAMP)
    assert (found.time_us[0], found.time_us[-1]) == (1_400_000, 7_490_000)
    assert found.force_n[-1] < 1.0 <= found.force_n[-2]


@pytest.mark.parametrize(("lasts", "found"), [(50, 1), (49, 0)])
def test_a_touch_of_less_than_half_a_second_is_no_ramp(lasts: int, found: int) -> None:
    assert len(Ramp(BENCH).update(block([0.0] * 5 + [3.0] * lasts + [0.0] * 5))) == found


def test_who_lifts_the_tip_begins_anew() -> None:
    twice = block([0.0, *[3.0] * 60, 0.9, *[5.0] * 60, 0.0])
    assert [found.time_us[0] for found in Ramp(BENCH).update(twice)] == [10_000, 620_000]


def test_between_the_two_thresholds_a_contact_goes_on_and_none_begins() -> None:
    readings = block([1.9] * 60 + [2.0] + [1.0] * 60 + [0.9])
    (found,) = Ramp(BENCH).update(readings)
    assert (found.time_us[0], len(found)) == (600_000, 62)


def test_readings_of_a_faulty_sensor_are_missing() -> None:
    faulty = flagged(RAMP, SampleFlag.SENSOR_FAULT, 300)
    (found,) = Ramp(BENCH).update(faulty)
    assert 300 not in found.index


def test_missing_readings_end_no_ramp() -> None:
    (found,) = Ramp(BENCH).update(without(RAMP, *range(300, 500)))
    assert (found.time_us[0], found.time_us[-1]) == (1_400_000, 7_490_000)


def test_memory_is_bounded_when_a_tool_is_left_under_a_load() -> None:
    presses = Presses(2.0, 1.0)
    for start in range(0, 20_000, 1000):
        slots = np.arange(start, start + 1000, dtype=np.int64)
        presses.update(SampleBlock.of(slots, slots * 10_000, np.full(1000, 3.0)))
    assert presses.open is not None
    assert len(presses.open.readings) == LONGEST_US // 10_000 + 1
    assert len(presses.open.recent) == 51


@given(streams(), cuts)
def test_how_a_stream_is_cut_changes_nothing(readings: SampleBlock, lengths: list[int]) -> None:
    whole, pieces = Ramp(BENCH), Ramp(BENCH)
    expected = whole.update(readings)
    found = [one for part in parts(readings, lengths) for one in pieces.update(part)]
    assert pieces.now == whole.now
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        for left, right in zip(
            (one.index, one.time_us, one.force_q, one.flags),
            (other.index, other.time_us, other.force_q, other.flags),
            strict=True,
        ):
            np.testing.assert_array_equal(left, right)


@given(streams())
def test_what_is_said_after_a_reading_never_depends_on_later_ones(readings: SampleBlock) -> None:
    stage = Ramp(BENCH)
    for stop in range(0, len(readings), 17):
        stage.update(readings[stop : stop + 17])
        assert stage.now == after(readings[: stop + 17])


@pytest.mark.parametrize("name", ["area_cm2", "rate_kpa_per_s", "cap_n", "on_n", "off_n"])
@pytest.mark.parametrize("value", [0.0, -1.0, float("nan")])
def test_a_figure_that_is_not_above_0_is_refused(name: str, value: float) -> None:
    figures = {"area_cm2": 1.0, "rate_kpa_per_s": 50.0, "cap_n": 60.0, name: value}
    with pytest.raises(ValueError, match=f"{name} must be above 0"):
        RampSettings(**figures)


def test_an_end_below_the_force_of_a_contact_is_refused() -> None:
    with pytest.raises(ValueError, match="must rise"):
        RampSettings(1.0, 50.0, 1.9)


def test_contact_let_go_and_end_may_be_one_force() -> None:
    assert RampSettings(1.0, 50.0, 2.0, 2.0, 2.0).cap_kpa == 20.0


def test_pressure_is_force_over_area() -> None:
    settings = RampSettings(area_cm2=2.0, rate_kpa_per_s=50.0, cap_n=60.0)
    assert (settings.kpa(10.0), settings.cap_kpa) == (50.0, 300.0)
