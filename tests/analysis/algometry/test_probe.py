from __future__ import annotations

import pytest
from hypothesis import given

from analysis.algometry.probe import Probe, ProbeSettings, Probing, stimulus
from analysis.algometry.ramp import Off
from analysis.algometry.verdicts import Flaw, Missing, Reason, Verdict
from protocol.blocks import SampleBlock, SampleFlag
from tests.analysis.algometry.ramps import flagged, streams
from tests.analysis.presses import block, cuts, parts, path, without

ONE = ProbeSettings(area_cm2=1.0)
"""245 kPa on 1 cm²: 24.5 N, the band from 22.05 to 26.95 N."""
GOOD = block(path((0, 0), (1, 0), (3, 24.5), (7, 24.5), (7.5, 0), (8, 0)))
"""In the band from 2.8 s on (22.05 N)."""


def test_a_good_stimulus_has_its_mean_over_three_seconds() -> None:
    """From 22.05 N at 2.80 s up to 24.5 N at 3.00 s, then flat to 5.80 s."""
    (found,) = Probe(ONE).update(GOOD)
    assert found.mean_kpa == pytest.approx(245 - (245 - 220.5) / 2 * 0.2 / 3, rel=1e-5)
    assert found.in_band_s == pytest.approx(3.0)
    assert (found.peak_kpa, found.done, found.verdicts, found.valid) == (245.0, True, (), True)


def test_the_live_view_counts_the_time_in_the_band_and_says_when_it_is_over() -> None:
    probe = Probe(ONE)
    probe.update(GOOD[:100])
    seen: list[tuple[int, float, bool]] = []
    for start, stop in ((100, 200), (200, 381), (381, 580), (580, 581)):
        probe.update(GOOD[start:stop])
        now = probe.now
        assert isinstance(now, Probing)
        so_far = now.so_far
        seen.append((round(now.pressure_kpa), round(so_far.in_band_s, 6), so_far.done))
    assert seen == [(121, 0.0, False), (245, 1.0, False), (245, 2.99, False), (245, 3.0, True)]


@pytest.mark.parametrize(("count", "now"), [(0, Off(None, None)), (100, Off(990_000, 0.0)), (800, Off(7_990_000, 0.0))])
def test_off_the_skin_the_newest_reading_is_all_there_is(count: int, now: Off) -> None:
    probe = Probe(ONE)
    probe.update(GOOD[:count])
    assert probe.now == now


def test_a_press_that_never_reaches_the_band_has_no_mean() -> None:
    (found,) = Probe(ONE).update(block(path((0, 0), (2, 22), (4, 0))))
    why = "the pressure never reached the band"
    assert found.mean_kpa == Missing(Reason.TOO_SHORT, why)
    assert (found.in_band_s, found.done, found.verdicts, found.valid) == (0.0, False, ((Flaw.TOO_SHORT, why),), False)


@pytest.mark.parametrize(("top_n", "ok"), [(26.95, True), (27.0, False)])
def test_above_the_band_is_an_overshoot_whenever_it_happens(top_n: float, ok: bool) -> None:
    for spike_s in (2.0, 6.0):
        force_n = path((0, 24), (8, 24))
        force_n[round(spike_s * 100)] = top_n
        found = stimulus(block(force_n), ONE)
        assert found.valid is ok
        verdict = Verdict(Flaw.OVERSHOOT, "the pressure rose to 270 kPa, above 270 kPa")
        assert found.verdicts == (() if ok else (verdict,))


@pytest.mark.parametrize(("in_band_s", "ok"), [(2.71, True), (2.69, False)])
def test_less_than_nine_tenths_of_the_time_in_the_band_is_too_short(in_band_s: float, ok: bool) -> None:
    found = stimulus(block(path((0, 24), (in_band_s, 24), (in_band_s + 0.001, 10), (8, 10), period_us=1000), 1000), ONE)
    assert found.in_band_s == pytest.approx(in_band_s, abs=0.0011)
    assert found.valid is ok
    assert ok or found.verdicts == ((Flaw.TOO_SHORT, "only 2.7 s of 3 s were in the band"),)


def test_who_lets_go_before_the_time_gave_too_short_a_stimulus() -> None:
    (found,) = Probe(ONE).update(block(path((0, 0), (1, 24), (2, 24), (2.2, 0))))
    assert not found.done
    assert [verdict.flaw for verdict in found.verdicts] == [Flaw.TOO_SHORT]


@pytest.mark.parametrize(("lost", "known"), [(279, True), (300, False), (579, False), (581, True)])
def test_a_reading_that_is_missing_in_the_three_seconds_leaves_no_mean(lost: int, known: bool) -> None:
    (found,) = Probe(ONE).update(without(GOOD, lost))
    assert isinstance(found.mean_kpa, Missing) is not known
    assert known or found.mean_kpa == Missing(Reason.GAP, "readings are missing in the time that is averaged")
    assert found.in_band_s == pytest.approx(3.0 if known else 2.98)
    assert found.valid is known


def test_a_saturated_reading_leaves_no_mean() -> None:
    (found,) = Probe(ONE).update(flagged(GOOD, SampleFlag.SATURATED_HIGH, 300))
    assert found.mean_kpa == Missing(Reason.SATURATED, "the force left the sensor's range")


def test_one_reading_in_the_band_has_no_mean() -> None:
    found = stimulus(block([24.5]), ONE)
    assert found.mean_kpa == Missing(Reason.TOO_SHORT, "a mean needs two readings in the band")


def test_both_edges_belong_to_the_band() -> None:
    for edge_q in (ONE.low_q, ONE.high_q):
        found = stimulus(block([edge_q / 16384] * 401), ONE)
        assert (found.in_band_s, found.valid) == (3.0, True)


def test_the_band_follows_the_tip() -> None:
    half = ProbeSettings(area_cm2=0.5, pressure_kpa=200.0, band_percent=5.0)
    assert (half.low_q, half.high_q) == (round(9.5 * 16384), round(10.5 * 16384))


@pytest.mark.parametrize("name", ["area_cm2", "pressure_kpa", "hold_s", "band_percent", "on_n", "off_n"])
def test_a_figure_that_is_not_above_0_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must be above 0, not 0.0"):
        ProbeSettings(**{"area_cm2": 1.0, name: 0.0})


@given(streams(), cuts)
def test_how_a_stream_is_cut_changes_nothing(readings: SampleBlock, lengths: list[int]) -> None:
    whole, pieces = Probe(ONE), Probe(ONE)
    expected = whole.update(readings)
    assert tuple(one for part in parts(readings, lengths) for one in pieces.update(part)) == expected
    assert pieces.now == whole.now
