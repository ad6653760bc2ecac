"""Blocks of readings on the grid."""

import copy

import numpy as np
import pytest

from protocol.blocks import MAX_FORCE_N, SampleBlock, SampleFlag, to_grid


def test_a_newton_is_16384_steps_and_halves_go_to_the_even_step() -> None:
    assert to_grid(np.array([1.0, -2.5, 1.5 / 16384, 2.5 / 16384])).tolist() == [16384, -40960, 2, 2]


def test_the_largest_force_fits_the_grid() -> None:
    assert to_grid(np.array([MAX_FORCE_N, -MAX_FORCE_N])).tolist() == [2147467264, -2147467264]


def test_readings_from_newtons_carry_no_flag() -> None:
    block = SampleBlock.of(np.array([3, 4]), np.array([1_500_000, 2_000_000]), np.array([0.25, -1.0]))
    assert len(block) == 2
    assert block.time_s.tolist() == [1.5, 2.0]
    assert block.force_q.tolist() == [4096, -16384]
    assert block.force_n.tolist() == [0.25, -1.0]
    assert block.flags.tolist() == [0, 0]
    assert [each.dtype for each in (block.force_q, block.flags)] == [np.int32, np.uint8]


@pytest.mark.parametrize("part", [slice(1, 3), slice(None, None, 2), slice(3, 3)])
def test_a_part_of_a_block_is_cut_from_every_column(part: slice) -> None:
    flags = np.array([0, SampleFlag.OVERLOAD, 0, 0], np.uint8)
    whole = SampleBlock(np.arange(4), np.arange(4) * 10, np.arange(4, dtype=np.int32) * 100, flags)
    cut = whole[part]
    assert cut.index.tolist() == [0, 1, 2, 3][part]
    assert cut.time_us.tolist() == [0, 10, 20, 30][part]
    assert cut.force_q.tolist() == [0, 100, 200, 300][part]
    assert cut.flags.tolist() == [0, 4, 0, 0][part]


def test_a_copy_of_what_keeps_readings_shares_them() -> None:
    block = SampleBlock.of(np.arange(2), np.arange(2) * 10, np.zeros(2))
    (copied,) = copy.deepcopy([block])
    assert copied is block
