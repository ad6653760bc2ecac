from __future__ import annotations

import hashlib
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from simulator.stable import Deviates, cosine, decay, fading


def deviates(seed: int = 1) -> Deviates:
    return Deviates(np.random.SeedSequence(seed))


@given(st.floats(0, 0.5))
def test_a_decay_is_the_exponential(x: float) -> None:
    assert decay(x) == pytest.approx(math.exp(-x), rel=1e-14)


@given(st.floats(0, 6))
def test_a_long_decay_is_nearly_the_exponential(x: float) -> None:
    assert decay(x) == pytest.approx(math.exp(-x), rel=1e-5)


@given(st.floats(-math.pi, math.pi))
def test_the_cosine_is_the_cosine(x: float) -> None:
    assert cosine(x) == pytest.approx(math.cos(x), abs=1e-12)


@given(st.floats(0, 5))
def test_fading_is_nearly_the_exponential_and_the_same_for_arrays(x: float) -> None:
    assert fading(x) == pytest.approx(math.exp(-x), abs=0.01)
    assert fading(np.array([x]))[0] == fading(x)


def test_fading_always_falls() -> None:
    assert (np.diff(fading(np.linspace(0, 1000, 10_000))) < 0).all()


def test_normals_are_normal() -> None:
    values = deviates().normals(400_000)
    assert values.mean() == pytest.approx(0, abs=0.005)
    assert values.std() == pytest.approx(1, abs=0.003)
    assert stats.kurtosis(values) == pytest.approx(-0.026, abs=0.02)
    assert stats.kstest(values, "norm").pvalue > 0.01
    assert 4 < np.abs(values).max() < 5.1


def test_neighbouring_normals_know_nothing_of_each_other() -> None:
    values = deviates().normals(100_000)
    assert abs(np.corrcoef(values[:-1], values[1:])[0, 1]) < 0.01


@given(st.lists(st.integers(0, 3000), max_size=12))
def test_how_many_one_takes_at_a_time_does_not_change_which_come(counts: list[int]) -> None:
    one, other = deviates(), deviates()
    taken = [one.normals(count) if count % 3 else np.array([one.normal()]) for count in counts]
    expected = other.normals(sum(map(len, taken)))
    assert b"".join(part.tobytes() for part in taken) == expected.tobytes()


def test_the_bits_are_the_same_on_every_machine() -> None:
    """The same digest under Python 3.11, 3.12, 3.13 and different numpy releases: `make bits`."""
    digest = hashlib.sha256(deviates(7).normals(10_000).astype("<f8").tobytes()).hexdigest()
    assert digest[:16] == "40c396d11a345b60"
    assert deviates(7).share() == 0.625095466604667


def test_shares_are_even() -> None:
    source = deviates()
    shares = [source.share() for _ in range(20_000)]
    assert all(0 <= share < 1 for share in shares)
    assert stats.kstest(shares, "uniform").pvalue > 0.01
