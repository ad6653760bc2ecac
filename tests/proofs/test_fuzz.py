from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from protocol.blocks import SampleBlock, SampleFlag
from tests.proofs.fuzz import Fault, Outcome, main, mutate
from tests.proofs.fuzz_targets import TARGETS, Order, Tally, Target, pieces
from tests.proofs.mutation import LONGEST, bent

RUNS = 3000
"""Of each decoder: a few seconds in all; `make fuzz` has more."""


@pytest.mark.parametrize("name", TARGETS)
def test_bent_bytes_are_read_or_refused(name: str) -> None:
    outcome = mutate(TARGETS[name], RUNS)
    assert RUNS <= sum(outcome.tally) < RUNS + 300
    assert min(outcome.tally) > 0


@pytest.mark.parametrize("name", TARGETS)
def test_good_bytes_reach_every_decoder(name: str) -> None:
    assert any(TARGETS[name].run(seed).read for seed in TARGETS[name].seeds)


def test_a_fault_is_found_and_its_bytes_are_named() -> None:
    def fails_on_ff(data: bytes) -> Tally:
        if data[1:2] == b"\xff":
            raise IndexError("a fault")
        return Tally(1, 0)

    with pytest.raises(Fault, match=r"^planted fails on ..ff[0-9a-f]*: mend it, and keep these bytes as a test$"):
        mutate(Target("planted", fails_on_ff, (b"\x01\x02\x03",)), RUNS)


def test_the_same_seed_bends_the_same_bytes() -> None:
    seeds = (b"\x01" * 10, b"\x02" * 700)
    once = list(islice(bent(seeds, 7), 500))
    assert once == list(islice(bent(seeds, 7), 500))
    assert once != list(islice(bent(seeds, 8), 500))
    assert len(set(once)) > 300
    assert max(map(len, once)) == LONGEST


def test_an_input_is_several_payloads_and_its_rest_is_the_last() -> None:
    assert list(pieces(bytes.fromhex("02 01 aa 00 00 03 05 bb"))) == [
        (2, 0.04, b"\xaa"),
        (0, 0.04, b""),
        (3, pytest.approx(0.1), b"\xbb"),
    ]


def block(index: list[int], time_us: list[int], flags: int = 0) -> SampleBlock:
    n = len(index)
    return SampleBlock(
        np.array(index, np.int64), np.array(time_us, np.int64), np.zeros(n, np.int32), np.full(n, flags, np.uint8)
    )


@pytest.mark.parametrize(
    "second",
    [
        block([1], [30]),
        block([0], [30]),
        block([3, 2], [30, 40]),
        block([3], [19]),
        block([5], [5], SampleFlag.LATE),
        block([0], [5], SampleFlag.LATE),
        SampleBlock(np.array([3]), np.array([30, 40]), np.zeros(1, np.int32), np.zeros(1, np.uint8)),
    ],
)
def test_blocks_that_go_back_come_twice_or_are_out_of_shape_are_faults(second: SampleBlock) -> None:
    order = Order()
    order.keep(block([0, 2], [10, 20]))
    with pytest.raises(AssertionError):
        order.keep(second)


def test_late_readings_behind_the_newest_are_none() -> None:
    order = Order()
    order.keep(block([0, 2], [10, 20]))
    order.keep(block([1], [15], SampleFlag.LATE))
    order.keep(block([3], [20]))
    assert order.seen == {0, 1, 2, 3}
    with pytest.raises(AssertionError):
        order.keep(block([3], [20], SampleFlag.LATE))


def test_the_page_has_a_row_for_each_decoder(tmp_path: Path) -> None:
    page = tmp_path / "fuzz.md"
    assert main(["--runs", "200", "--guided-runs", "0", "--page", str(page), "advert", "status"]) == 0
    text = page.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith(("| advert", "| status"))]
    assert [row.split(" | ")[1] for row in rows] == ["200", "200"]


def test_inputs_add_up() -> None:
    assert Outcome("x", Tally(599_999, 400_000), 1, 12.4, "random changes").row == (
        "x",
        "1,000,000",
        "599,999",
        "400,000",
        "1",
        "12",
        "random changes",
    )
