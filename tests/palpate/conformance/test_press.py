"""Checks that need a person, with one who reads what to do."""

from __future__ import annotations

import pytest

from palpate.conformance.check import Check, Need
from palpate.conformance.people import Deed, Guided, Nobody
from palpate.conformance.run import run_one
from palpate.conformance.simulated import simulated
from palpate.conformance.suite import CHECKS
from palpate.conformance.verdict import Passed, Skipped
from simulator.tool import Tool
from tests.palpate.conformance.runs import AT_REST, BY_NAME
from tests.virtual import run_virtual

PRESSING = [check for check in CHECKS if check.need is Need.PRESS]


@pytest.mark.parametrize("check", PRESSING, ids=lambda check: check.name)
def test_without_a_person_it_is_skipped_with_what_to_do(check: Check) -> None:
    async def story() -> None:
        async with simulated(lambda: Tool(AT_REST, 1)) as bench:
            bench.person = Nobody()
            outcome = await run_one(bench, check)
        assert isinstance(outcome.verdict, Skipped)
        assert "--press" in outcome.verdict.reason

    run_virtual(story())


def test_a_person_who_does_nothing_in_time_is_not_the_tools_fault() -> None:
    async def story() -> None:
        async with simulated(lambda: Tool(AT_REST, 1)) as bench:
            said: list[str] = []
            bench.person = Guided(said.append)
            outcome = await run_one(bench, BY_NAME["tare-under-load-is-refused"])
        assert isinstance(outcome.verdict, Skipped)
        assert "nobody pressed" in outcome.verdict.reason
        assert said == [f"Please {Deed.PRESS.value}."]

    run_virtual(story())


def test_there_are_checks_that_need_a_person() -> None:
    assert len(PRESSING) == 5


def test_a_hand_that_presses_lets_each_of_them_pass() -> None:
    async def story() -> None:
        async with simulated(lambda: Tool(AT_REST, 1)) as bench:
            verdicts = [(await run_one(bench, check)).verdict for check in PRESSING]
        assert verdicts == [Passed()] * len(PRESSING)

    run_virtual(story())
