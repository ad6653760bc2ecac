"""Assertions in clinical words; each failure is a sentence with the figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final

from _pytest_palpate.hand import AnyTool
from _pytest_palpate.tool import Tool
from _pytest_palpate.values import Gap

__tracebackhide__ = True

LEAST_KPA_S: Final = 0.5
"""Growth of a dose that is taken for noise: 25 ms at the 2 N on 1 cm² with which a contact begins."""


def assert_dose(tool: AnyTool, said_kpa_s: float, *, rel: float = 0.02) -> None:
    """The dose that an application says is the true one of all holds, ± `rel` of it."""
    truth = tool.truth
    if truth.holds == 0:
        raise AssertionError(f"nobody has pressed by {truth.t_s:.2f} s: there is no dose to compare with")
    error = said_kpa_s / truth.dose_kpa_s - 1
    if not abs(error) <= rel:
        raise AssertionError(
            f"the dose is said to be {said_kpa_s:.1f} kPa·s, but {truth.dose_kpa_s:.1f} kPa·s were pressed"
            f" in {_holds(truth.holds)}: {abs(error):.1%} too {'much' if error > 0 else 'little'},"
            f" {rel:.1%} allowed"
        )


def assert_dose_between(tool: AnyTool, least_kpa_s: float, most_kpa_s: float, *, rel: float = 0.02) -> None:
    """The bounds that an application gives where data are missing hold the true dose of all holds, ± `rel` of it."""
    truth = tool.truth
    slack_kpa_s = rel * truth.dose_kpa_s
    if not least_kpa_s - slack_kpa_s <= truth.dose_kpa_s <= most_kpa_s + slack_kpa_s:
        raise AssertionError(
            f"the dose is said to lie between {least_kpa_s:.1f} and {most_kpa_s:.1f} kPa·s,"
            f" but {truth.dose_kpa_s:.1f} kPa·s were pressed in {_holds(truth.holds)}"
        )


def assert_let_go_within(tool: AnyTool, within_s: float, *, of_s: float) -> None:
    """The hold that lasted at `of_s` of the tool's time was over at most `within_s` later."""
    truth = tool.truth
    later_s = [at_s for at_s in truth.release_s if at_s >= of_s]
    if later_s and later_s[0] <= of_s + within_s:
        return
    if later_s:
        raise AssertionError(
            f"the hand had let go at {later_s[0]:.2f} s, {later_s[0] - of_s:.2f} s after {of_s:.2f} s;"
            f" {within_s:.2f} s were allowed"
        )
    if truth.holds == len(truth.release_s):
        last = f"the last hold was over at {truth.release_s[-1]:.2f} s" if truth.holds else "there was no hold at all"
        raise AssertionError(f"nobody pressed at {of_s:.2f} s: {last}")
    passed_s = truth.t_s - of_s
    hint = "; let more time pass before you ask" if passed_s < within_s else f"; {within_s:.2f} s were allowed"
    raise AssertionError(f"the hand has not let go by {truth.t_s:.2f} s, {passed_s:.2f} s after {of_s:.2f} s{hint}")


def assert_no_accrual_in_gaps(tool: Tool, said: Iterable[tuple[float, float]], *, rel: float = 0.02) -> None:
    """A running dose did not grow over a gap: `said` holds moments of the tool's time and the dose, kPa·s, then.

    Between two moments with a gap, or part of one, between them it may grow by the true dose of the samples that came
    meanwhile, ± `rel` of it; or as far as the dose of all that came so far, where it had waited to see whether a
    contact becomes a hold. Fails, too, where nothing was pressed while data were missing: such a test shows nothing.
    """
    doses = sorted(said)
    gaps = tool.gaps
    _need_dose_in(tool, gaps, doses)
    arrived_s = [span.arrived_s for span in tool.heard]
    heard_kpa_s = [0.0, *accumulate(_heard_doses(tool))]
    for (from_s, before_kpa_s), (to_s, after_kpa_s) in pairwise(doses):
        gap = next((gap for gap in gaps if gap.from_s < to_s and gap.over_s > from_s), None)
        so_far = heard_kpa_s[bisect_right(arrived_s, to_s)]
        meanwhile = so_far - heard_kpa_s[bisect_right(arrived_s, from_s)]
        grown = after_kpa_s - before_kpa_s
        if gap and grown > meanwhile * (1 + rel) + LEAST_KPA_S and after_kpa_s > so_far:
            raise AssertionError(
                f"the dose grew by {grown:.1f} kPa·s between {from_s:.2f} and {to_s:.2f} s, but only"
                f" {meanwhile:.1f} kPa·s were heard meanwhile: nothing came of {gap.from_s:.2f} to {gap.to_s:.2f} s"
            )


def _heard_doses(tool: Tool) -> list[float]:
    return tool.dose_between_kpa_s((max(span.from_s, 0.0), max(span.to_s, 0.0)) for span in tool.heard)


def _need_dose_in(tool: Tool, gaps: Sequence[Gap], doses: Sequence[tuple[float, float]]) -> None:
    """A test that could not fail shall not pass."""
    if len(doses) < 2:
        raise AssertionError("a dose at one moment cannot be seen to grow: give it at several")
    seen = [(gap.from_s, gap.to_s) for gap in gaps if gap.from_s < doses[-1][0] and gap.over_s > doses[0][0]]
    if sum(tool.dose_between_kpa_s(seen)) < LEAST_KPA_S:
        raise AssertionError("nothing was pressed while data were missing: inject a loss into a hold")


def _holds(count: int) -> str:
    return "1 hold" if count == 1 else f"{count} holds"
