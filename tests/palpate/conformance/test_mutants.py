"""Each planted bug is found by the check that is meant for it, and a tool without one passes all."""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest

from palpate.conformance.check import Check, Group
from palpate.conformance.suite import CHECKS, GROUPS
from palpate.conformance.verdict import Failed, Passed, Skipped
from tests.palpate.conformance.mutants import MUTANTS
from tests.palpate.conformance.planting import Mutant
from tests.palpate.conformance.runs import BY_NAME, outcomes_of

WITHOUT_MUTANT: Final = {
    "each-notifying-attribute-takes-subscribers": "a characteristic that cannot be subscribed lacks its property too",
    "update-service-is-the-listed-one": "the simulated tool cannot be updated over the air",
}
"""Checks that no mutant is meant for, and why."""
OUT_OF_REACH: Final = {
    "counter-wraps",
    "clock-wraps",
    "sync-frames-tell-of-frames",
    "slow-frames-are-slow",
    "commands-without-their-feature-are-unknown",
    "update-service-is-the-listed-one",
}
"""Checks that say nothing about the usual simulated tool."""


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.sentence.replace(" ", "-"))
def test_a_bug_is_found_by_its_check(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    check = BY_NAME[mutant.caught_by]
    mutant.plant(monkeypatch)
    (outcome,) = outcomes_of([check], **mutant.scenario)
    assert isinstance(outcome.verdict, Failed), outcome.verdict


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_tool_without_a_bug_passes(group: Group) -> None:
    verdicts = {each.check.name: each.verdict for each in outcomes_of(group.checks)}
    assert {name for name, verdict in verdicts.items() if isinstance(verdict, Skipped)} <= OUT_OF_REACH
    assert not {name: each for name, each in verdicts.items() if not isinstance(each, Passed | Skipped)}


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("counter-wraps", {"first_counter": 2**32 - 500}),
        ("clock-wraps", {"up_s": 4280.0}),
        ("sync-frames-tell-of-frames", {"sync_frames": True}),
        ("slow-frames-are-slow", {"slow_frames": True}),
    ],
)
def test_what_is_seldom_within_reach_passes_where_it_is(name: str, changes: dict[str, object]) -> None:
    (outcome,) = outcomes_of([BY_NAME[name]], **changes)
    assert outcome.verdict == Passed()


@pytest.mark.parametrize(
    "check", [each for each in CHECKS if each.name not in OUT_OF_REACH], ids=lambda each: each.name
)
def test_a_check_has_a_mutant_or_a_reason(check: Check) -> None:
    aims = Counter(mutant.caught_by for mutant in MUTANTS)
    assert (aims[check.name] > 0) is (check.name not in WITHOUT_MUTANT)


def test_there_are_many_mutants_each_with_a_sentence_of_its_own() -> None:
    assert len({mutant.sentence for mutant in MUTANTS}) == len(MUTANTS) >= 100
