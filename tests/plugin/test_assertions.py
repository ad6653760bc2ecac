"""Each assertion passes on the truth, fails beside it, and says so in a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from itertools import accumulate

import pytest

from pytest_palpate import (
    Tool,
    ToolFactory,
    assert_dose,
    assert_dose_between,
    assert_let_go_within,
    assert_no_accrual_in_gaps,
)

Doses = list[tuple[float, float]]


def says(text: str) -> pytest.RaisesExc[AssertionError]:
    return pytest.raises(AssertionError, match=re.escape(text))


@pytest.fixture
def pressed(tool: Tool) -> Tool:
    """A tool that was pressed for five seconds and let go."""
    tool.press(25, for_s=5)
    tool.advance(10)
    return tool


def test_the_true_dose_is_a_dose(pressed: Tool) -> None:
    true = pressed.truth.dose_kpa_s
    assert true == pytest.approx(250 * 5, rel=0.25)  # 25 N on 1 cm² for 5 s, but for the flanks
    for error in (0.0, 0.019, -0.019):
        assert_dose(pressed, true * (1 + error))
    assert_dose(pressed, true * 1.5, rel=0.6)


def test_another_dose_is_none(pressed: Tool) -> None:
    true = pressed.truth.dose_kpa_s
    with says(f"said to be {true * 1.03:.1f} kPa·s, but {true:.1f} kPa·s were pressed in 1 hold: 3.0% too much, 2.0%"):
        assert_dose(pressed, true * 1.03)
    with says("2.1% too little, 2.0% allowed"):
        assert_dose(pressed, true * 0.979)
    with says("said to be nan"):
        assert_dose(pressed, math.nan)


def test_where_nobody_pressed_there_is_no_dose_to_compare_with(tool: Tool) -> None:
    tool.advance(2)
    with says("nobody has pressed by 3.00 s"):
        assert_dose(tool, 0.0)


def test_bounds_hold_the_dose_or_they_do_not(pressed: Tool) -> None:
    true = pressed.truth.dose_kpa_s
    assert_dose_between(pressed, 0.9 * true, 1.1 * true)
    assert_dose_between(pressed, 1.01 * true, 1.1 * true)
    for least, most in ((1.05, 1.1), (0.8, 0.9), (1.1, 0.9), (math.nan, math.nan)):
        with says(f"but {true:.1f} kPa·s were pressed in 1 hold"):
            assert_dose_between(pressed, least * true, most * true)


def test_the_hand_let_go_soon_enough_or_too_late(pressed: Tool) -> None:
    (over_s,) = pressed.truth.release_s
    assert_let_go_within(pressed, over_s - 6.0 + 0.01, of_s=6.0)
    with says(f"the hand had let go at {over_s:.2f} s, {over_s - 6.0:.2f} s after 6.00 s; 1.00 s were allowed"):
        assert_let_go_within(pressed, 1.0, of_s=6.0)
    with says(f"nobody pressed at 9.50 s: the last hold was over at {over_s:.2f} s"):
        assert_let_go_within(pressed, 1.0, of_s=9.5)


def test_a_hand_that_still_presses_has_not_let_go(tool: Tool) -> None:
    tool.press(25)
    tool.advance(5)
    assert tool.truth.release_s == ()
    with says("the hand has not let go by 6.00 s, 2.00 s after 4.00 s; 1.00 s were allowed"):
        assert_let_go_within(tool, 1.0, of_s=4.0)
    with says("2.00 s after 4.00 s; let more time pass before you ask"):
        assert_let_go_within(tool, 3.0, of_s=4.0)


def test_nobody_lets_go_who_never_pressed(tool: Tool) -> None:
    tool.advance(3)
    with says("nobody pressed at 1.00 s: there was no hold at all"):
        assert_let_go_within(tool, 1.0, of_s=1.0)


@pytest.fixture
def lossy(tool: Tool) -> Tool:
    """A tool whose connection was silent for a second of a press."""
    tool.press(25, for_s=6)
    tool.advance(4)
    tool.inject("silence", for_s=1)
    tool.advance(6)
    return tool


def honest(tool: Tool) -> Doses:
    """The dose of what was heard, whenever something was."""
    doses = tool.dose_between_kpa_s((span.from_s, span.to_s) for span in tool.heard)
    return list(zip((span.arrived_s for span in tool.heard), accumulate(doses), strict=True))


def bridged(tool: Tool) -> Doses:
    """As if the pressure had gone on in the gap."""
    (gap,) = tool.gaps
    (lost_kpa_s,) = tool.dose_between_kpa_s([(gap.from_s, gap.to_s)])
    return [(at_s, dose + lost_kpa_s * (at_s >= gap.over_s)) for at_s, dose in honest(tool)]


def held(tool: Tool) -> Doses:
    """Counted on by the clock while nothing came."""
    (gap,) = tool.gaps
    silent = [(gap.from_s + 0.25 * step, 20.0 * step) for step in range(1, 4)]
    doses = honest(tool)
    before = max(dose for at_s, dose in doses if at_s <= gap.from_s + 0.05)
    return doses + [(at_s, before + dose) for at_s, dose in silent]


def test_a_dose_of_what_was_heard_did_not_grow_in_a_gap(lossy: Tool) -> None:
    assert_no_accrual_in_gaps(lossy, honest(lossy))
    assert_no_accrual_in_gaps(lossy, honest(lossy)[::40])  # seldom asked


@pytest.mark.parametrize("wrong", [bridged, held], ids=("bridged", "held"))
def test_a_dose_that_grew_in_a_gap_is_found(lossy: Tool, wrong: Callable[[Tool], Doses]) -> None:
    (gap,) = lossy.gaps
    with says(f"nothing came of {gap.from_s:.2f} to {gap.to_s:.2f} s"):
        assert_no_accrual_in_gaps(lossy, wrong(lossy))


def test_a_dose_may_wait_to_see_whether_a_contact_becomes_a_hold(lossy: Tool) -> None:
    (gap,) = lossy.gaps
    late = [(at_s, dose * (at_s >= gap.over_s)) for at_s, dose in honest(lossy)]
    assert_no_accrual_in_gaps(lossy, late)


def test_a_test_that_could_show_nothing_fails(pressed: Tool, tool_factory: ToolFactory) -> None:
    with says("nothing was pressed while data were missing"):
        assert_no_accrual_in_gaps(pressed, honest(pressed))
    untouched = tool_factory(faults={"silence": {"at_s": 1, "for_s": 1}})
    untouched.advance(4)
    assert len(untouched.gaps) == 1
    with says("nothing was pressed while data were missing"):
        assert_no_accrual_in_gaps(untouched, [(0.0, 0.0), (4.0, 0.0)])
    with says("a dose at one moment cannot be seen to grow"):
        assert_no_accrual_in_gaps(pressed, [(1.0, 2.0)])
