from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.blocks import BLOCK, Blocks, pink
from simulator.hand_kind import HandKind
from simulator.stable import Deviates, Floats
from simulator.tissue_kind import STEP_S
from simulator.unrest import Unrest


def counting() -> Blocks:
    return Blocks(lambda first: np.arange(first, first + BLOCK, dtype=np.float64))


def band(values: Floats, low_hz: float, high_hz: float) -> float:
    """Mean power."""
    power = np.abs(np.fft.rfft((values - values.mean()) * np.hanning(len(values)))) ** 2
    hz = np.fft.rfftfreq(len(values), STEP_S)
    return float(power[(hz >= low_hz) & (hz < high_hz)].mean())


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 5000)), min_size=1, max_size=10))
def test_values_are_those_of_their_index_however_one_asks(asks: list[tuple[int, int]]) -> None:
    blocks, first = counting(), 0
    for step, count in asks:
        first += step
        np.testing.assert_array_equal(blocks.values(first, count), np.arange(first, first + count))


def test_pink_noise_has_deviation_one_and_the_same_power_in_each_octave() -> None:
    values = pink(Deviates(np.random.SeedSequence(1))).values(0, 200 * BLOCK)
    assert values.std() == pytest.approx(1, abs=0.05)
    octaves = [band(values, hz, 2 * hz) * hz for hz in (0.4, 0.8, 1.6, 3.2, 6.4)]
    assert max(octaves) / min(octaves) < 1.8


def test_a_hands_unrest_has_deviation_one() -> None:
    values = Unrest(HandKind(), Deviates(np.random.SeedSequence(1))).steps.values(0, 400 * BLOCK)
    assert values.mean() == pytest.approx(0, abs=0.05)
    assert values.std() == pytest.approx(1, abs=0.03)


def test_tremor_is_strongest_around_ten_hertz() -> None:
    values = Unrest(HandKind(), Deviates(np.random.SeedSequence(1))).steps.values(0, 100 * BLOCK)
    assert band(values, 9, 11) > 2 * band(values, 4, 6)
    assert band(values, 9, 11) > 4 * band(values, 16, 20)


def test_without_tremor_only_wandering_is_left() -> None:
    values = Unrest(HandKind(tremor_share=0.0), Deviates(np.random.SeedSequence(1))).steps.values(0, 100 * BLOCK)
    assert band(values, 9, 11) < band(values, 4, 6)


def test_a_block_goes_on_where_the_last_one_ended() -> None:
    """A recursion of the first order, done step by step."""
    kind = HandKind(tremor_share=0.0, wander_s=1.0)
    values = Unrest(kind, Deviates(np.random.SeedSequence(1))).steps.values(0, 3 * BLOCK)
    drawn = Deviates(np.random.SeedSequence(1)).normals(12 * BLOCK)
    white = np.concatenate([block.reshape(4, BLOCK) for block in np.split(drawn, 3)], axis=1)
    keep, last, expected = np.exp(-STEP_S), 0.0, []
    for fast, slow in white[:2].T.tolist():
        last = keep * last + np.sqrt(1 - keep * keep) * (1.5 * fast + slow) / np.sqrt(3.25)
        expected.append(last)
    np.testing.assert_allclose(values, expected, atol=1e-9)
