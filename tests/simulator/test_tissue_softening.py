"""A softening that a scenario asks for, or somebody injects: what it does to the force, and when it is told."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from protocol.control import Command
from simulator.happenings.every import Marker
from simulator.happenings.people import Press
from simulator.happenings.tissue import TissueSoftening
from simulator.tissue_kind import STEP_S, Softening, TissueKind
from tests.short import examples
from tests.simulator.bench import Bench, scenario

FOURTH = TissueSoftening(at_s=8, percent=25, for_s=3)
PRESS = Press(at_s=1, force_n=30, for_s=40)


def pressed(*happenings: TissueSoftening, **more: Any) -> Bench:
    """A still hand holds 30 N; the first sample is at 0 s of the tool's time."""
    world: dict[str, Any] = {"persona": "still", "without": ("relaxation", "reaction"), "for_s": 20, "presses": [PRESS]}
    bench = Bench(scenario(*happenings, **world | more))
    bench.tool.write_control(0.0, bytes(bench.request(Command.START, 0)))
    return bench


def force_n(bench: Bench, at_s: float) -> float:
    """Out of the true dose of a few milliseconds."""
    around, then = bench.tool.doses_kpa_s([(at_s - 0.005, at_s + 0.005), (7.5, 7.51)])
    return 30 * around / then


def balanced_n(share: float, reference_mm: float) -> float:
    """Force of elastic tissue of which so much is left, against a spring of 2 N/mm: the root, by bisection."""
    low, high = 0.0, reference_mm
    for _ in range(80):
        depth = (low + high) / 2
        pull_n = 2 * (reference_mm - depth) - share * (0.8 * depth + 0.12 * depth**2)
        low, high = (depth, high) if pull_n > 0 else (low, depth)
    return 2 * (reference_mm - low)


def test_the_tissue_loses_so_many_percent_within_so_many_seconds() -> None:
    bench = pressed(FOURTH)
    bench.tool.advance(25)
    depth_mm = float(TissueKind().depth_mm(np.array([30.0]))[0])
    reference_mm = depth_mm + 30 / 2
    assert force_n(bench, 8 - STEP_S) == pytest.approx(30)
    assert force_n(bench, 11) == pytest.approx(balanced_n(1 - 0.95 * 0.25, reference_mm), abs=0.01)
    assert force_n(bench, 19.9) == pytest.approx(balanced_n(0.75, reference_mm), abs=0.01)


def test_a_second_softening_takes_its_share_of_what_is_left() -> None:
    softened = TissueKind(softenings=(Softening(1, 0.5, 0.1), Softening(2, 0.8, 0.1)))
    assert softened.stiffness(np.array([0.5, 1.9, 9.0])) == pytest.approx([1, 0.5, 0.1], abs=1e-3)


def test_it_is_told_when_it_begins() -> None:
    bench, told = pressed(FOURTH), list[Marker]()
    bench.tool.hear_begun(told.append)
    bench.tool.advance(7.9)
    assert told == []
    bench.tool.advance(20)
    (marker,) = told
    assert marker.happening == FOURTH
    assert marker.world_s == pytest.approx(8.0)


def test_injected_or_planned_gives_the_same_bytes() -> None:
    planned, injected, alone = pressed(FOURTH), pressed(), pressed()
    injected.tool.advance(7.9)
    first_s = injected.tool.first_s or 0.0
    injected.tool.inject(FOURTH.model_copy(update={"at_s": first_s + 0.1}), 7.9)
    digests = [(each.tool.advance(25), each.tool.payload_sha256)[1] for each in (planned, injected, alone)]
    assert digests[0] == digests[1] != digests[2]


@examples(15)
@given(st.floats(2, 10), st.sampled_from([0.0, 0.1, 0.3]), st.sampled_from([(), ("reaction",)]))
def test_injected_at_once_it_begins_at_the_same_step_however_one_asks(
    t_s: float, ahead_s: float, without: tuple[str, ...]
) -> None:
    """The truth says when it really began, never before it was asked for, at most a reaction time and a step later."""
    runs = []
    for step_s in (100.0, 0.013):
        bench, told = pressed(without=without, persona="practised"), list[Marker]()
        bench.tool.hear_begun(told.append)
        for step in range(math.ceil(t_s / step_s)):
            bench.tool.advance(step * step_s)
        bench.tool.inject(FOURTH.model_copy(update={"at_s": ahead_s}), t_s)
        bench.tool.advance(25)
        runs.append((bench.tool.payload_sha256, told))
    assert runs[0] == runs[1]
    ((marker,),) = {tuple(told) for _, told in runs}
    reaction_s = 0.0 if without else 0.22
    late_s = marker.happening.at_s - (t_s - (bench.tool.first_s or 0.0) + ahead_s)
    assert late_s >= -1e-9
    assert late_s <= max(reaction_s - ahead_s, 0.0) + 2 * STEP_S


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"curve": ((0, 1), (9, 1)), "presses": ()}, "a curve has no tissue to soften"),
        ({"without": ("softening",)}, "take it out of one of them"),
    ],
)
def test_where_nothing_can_soften_it_is_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        scenario(FOURTH, **wrong)
    bench, told = Bench(scenario(**wrong)), list[Marker]()
    bench.start()
    bench.tool.hear_begun(told.append)
    with pytest.raises(ValueError, match=r"needs tissue, and a curve has none|is switched off: take it out"):
        bench.tool.inject(FOURTH, 1.0)
    bench.tool.advance(15)
    assert told == []
