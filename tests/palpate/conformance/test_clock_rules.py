"""What TIME proves about a clock, in closed form and by properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palpate.conformance.clock_rules import Probe, offset_s, rate_ppm

DELAYS = st.lists(st.tuples(st.floats(0.001, 0.2), st.floats(0.001, 0.2)), min_size=1, max_size=8)


def test_an_offset_is_bounded_from_both_sides() -> None:
    """Written at 10 s and answered at 10.3 s, while the clock showed 15.1 and 15.2 s: 4.9 to 5.1 s ahead."""
    bounds = offset_s([Probe(10.0, 10.3, 15_100_000, 15_200_000)])
    assert bounds == pytest.approx((4.9, 5.1))


def test_the_tightest_probes_hold() -> None:
    probes = [Probe(10.0, 10.3, 15_100_000, 15_200_000), Probe(11.0, 11.1, 16_010_000, 16_020_000)]
    assert offset_s(probes) == pytest.approx((4.92, 5.01))


def test_a_rate_is_bounded_by_both_groups() -> None:
    """10.1 s passed by the tool within 9.98 to 10.02 s of the host."""
    early, late = Probe(0.0, 0.02, 10_000, 10_000), Probe(10.0, 10.02, 10_110_000, 10_110_000)
    assert rate_ppm([early], [late]) == pytest.approx((10.1e6 / 10.02 - 1e6, 10.1e6 / 9.98 - 1e6))


def test_a_clock_may_wrap_between_the_groups() -> None:
    early, late = Probe(0.0, 0.02, 2**32 - 5, 2**32 - 5), Probe(10.0, 10.02, 9_999_995, 9_999_995)
    assert rate_ppm([early], [late]) == pytest.approx((1e7 / 10.02 - 1e6, 1e7 / 9.98 - 1e6))


@given(st.floats(-100_000, 100_000), DELAYS, DELAYS, st.integers(0, 2**32 - 1))
def test_the_truth_lies_within_the_bounds(
    ppm: float, first: list[tuple[float, float]], second: list[tuple[float, float]], start_us: int
) -> None:
    def probes(at_s: float, delays: list[tuple[float, float]]) -> list[Probe]:
        found = []
        for there_s, back_s in delays:
            clock_us = (start_us + round((at_s + there_s) * (1e6 + ppm))) % 2**32
            found.append(Probe(at_s, at_s + there_s + back_s, clock_us, clock_us))
            at_s += 0.5
        return found

    least, most = rate_ppm(probes(0.0, first), probes(10.0, second))
    assert least - 1 <= ppm <= most + 1
