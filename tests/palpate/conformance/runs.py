"""Checks run on a simulated tool, in virtual time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from palpate.conformance.check import Check
from palpate.conformance.run import Outcome, run_all
from palpate.conformance.simulated import simulated
from palpate.conformance.suite import CHECKS
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.virtual import run_virtual

BY_NAME = {check.name: check for check in CHECKS}
AT_REST = Scenario(name="at rest", text="Nobody presses.", simulated_s=86_400)


def outcomes_of(checks: Iterable[Check], **changes: Any) -> tuple[Outcome, ...]:
    """Run checks on a tool of its own, whose scenario is changed so."""

    async def run() -> tuple[Outcome, ...]:
        scenario = AT_REST.model_copy(update=changes)
        async with simulated(lambda: Tool(scenario, 1)) as bench:
            return await run_all(bench, checks, lambda _outcome: None)

    return run_virtual(run())
