from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import GRID_PER_N, SampleBlock, SampleFlag
from session.unknown import Figure, Unknown
from session.zero_check import ZeroCheck, drifted

HZ = 100


def readings(forces_n: list[float], start_s: float = 0.0, flags: int = 0) -> SampleBlock:
    index = np.arange(len(forces_n), dtype=np.int64) + round(start_s * HZ)
    force_q = np.rint(np.array(forces_n) * GRID_PER_N).astype(np.int32)
    return SampleBlock(index, index * (1_000_000 // HZ), force_q, np.full(len(forces_n), flags, np.uint8))


def rest_n(*blocks: SampleBlock) -> Figure:
    """After each block; then another stretch begins."""
    check = ZeroCheck()
    for block in blocks:
        check.update(block)
    return check.rest_n


def held(force_n: float, from_s: float = 0.0, until_s: float = 4.01) -> SampleBlock:
    return readings([force_n] * round((until_s - from_s) * HZ), from_s)


def test_before_a_whole_stretch_nobody_can_say() -> None:
    assert isinstance(ZeroCheck().rest_n, Unknown)
    assert isinstance(rest_n(held(0.25, 0.0, 2.01)), Unknown)  # the first one began somewhere before
    assert isinstance(rest_n(held(0.25, 0.0, 4.0)), Unknown)


def test_a_whole_stretch_at_rest_says_where_zero_is() -> None:
    assert rest_n(held(0.25)) == 0.25
    assert rest_n(held(-0.25)) == -0.25


def test_the_latest_stretch_counts() -> None:
    assert rest_n(held(0.25), held(0.5, 4.01, 6.0)) == 0.25
    assert rest_n(held(0.25), held(0.5, 4.01, 8.0)) == 0.5 - 0.25 / 200
    assert rest_n(held(0.25), held(0.5, 4.01, 8.01)) == 0.5


@pytest.mark.parametrize(("amplitude_n", "steady"), [(0.099, True), (0.101, False)])
def test_a_force_that_moves_is_no_rest(amplitude_n: float, steady: bool) -> None:
    force = rest_n(readings([0.25 - amplitude_n, 0.25 + amplitude_n] * 201))
    assert isinstance(force, Unknown) is not steady


def test_a_force_that_creeps_within_a_stretch_is_no_rest() -> None:
    assert isinstance(rest_n(readings(np.linspace(0, 1, 401).tolist())), Unknown)


@pytest.mark.parametrize(("force_n", "rests"), [(1.999, True), (2.0, False), (-2.0, False), (40.0, False)])
def test_a_contact_is_no_rest(force_n: float, rests: bool) -> None:
    assert isinstance(rest_n(held(force_n)), Unknown) is not rests


@pytest.mark.parametrize("flag", [SampleFlag.SENSOR_FAULT, SampleFlag.SATURATED_LOW, SampleFlag.OVERLOAD])
def test_a_reading_that_nobody_can_trust_spoils_its_stretch(flag: SampleFlag) -> None:
    spoilt = held(0.25, 0.0, 3.0), readings([0.25], 3.0, int(flag)), held(0.25, 3.01, 6.0)
    assert isinstance(rest_n(*spoilt, held(0.25, 6.0, 6.01)), float)
    assert isinstance(rest_n(*spoilt[:2], held(0.25, 3.01, 4.01)), Unknown)


def test_too_few_readings_make_no_mean() -> None:
    few = held(0.25, 0.0, 2.0), held(0.25, 2.0, 2.09), held(0.25, 4.0, 4.01)
    assert isinstance(rest_n(*few), Unknown)
    enough = held(0.25, 0.0, 2.0), held(0.25, 2.0, 2.10), held(0.25, 4.0, 4.01)
    assert rest_n(*enough) == 0.25


def test_a_rest_that_lies_before_a_gap_is_not_told_after_it() -> None:
    assert isinstance(rest_n(held(0.25, 0.0, 3.9), held(0.25, 60.0, 60.01)), Unknown)


def test_late_readings_say_nothing_about_now() -> None:
    late = readings([1.0] * 50, 1.0, int(SampleFlag.LATE))
    assert rest_n(held(0.25), late) == 0.25


def test_another_zero_begins_anew() -> None:
    check, told = ZeroCheck(), list[bool]()
    check.begin()
    for block in (held(0.25), None, held(0.0, 4.01, 6.01), held(0.0, 6.01, 8.01)):
        if block is None:
            check.begin()
        else:
            check.update(block)
        told.append(isinstance(check.rest_n, float))
    assert told == [True, False, False, True]  # not of the stretch in which the zero changed
    assert check.rest_n == 0.0


@pytest.mark.parametrize(
    ("force_n", "text"),
    [
        (Unknown("moving"), ""),
        (0.19, ""),
        (-0.19, ""),
        (0.31, "The tool reads +0.3 N at rest: take it off the skin and have its zero measured again in this rest."),
        (-0.31, "The tool reads −0.3 N at rest: take it off the skin and have its zero measured again in this rest."),
    ],
)
def test_a_zero_that_moved_by_a_fifth_of_a_newton_is_measured_again(force_n: Figure, text: str) -> None:
    assert drifted(force_n) == text


@given(st.lists(st.integers(1, 200), max_size=12), st.floats(0, 0.2), st.integers(0, 2**31))
def test_how_the_stream_was_cut_changes_nothing(cuts: list[int], noise_n: float, seed: int) -> None:
    forces_n = np.random.default_rng(seed).normal(0.3, noise_n, 700).tolist()
    whole = readings(forces_n)
    pieces, first = [], 0
    for cut in cuts:
        pieces.append(whole[first : first + cut])
        first += cut
    assert rest_n(*pieces, whole[first:]) == rest_n(whole)
