"""Treatment with drop-outs, through the whole program in virtual time."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final, NamedTuple

from session.links import LinkName
from session.plan import Cap, Plan
from session.rehearsal import following
from session.view import View
from session.with_tool import Treatment, treat_with
from simulator.air import virtual_tool
from simulator.scenario import Scenario
from simulator.tool import Tool
from simulator.virtual_time import VirtualLoop


class Course(NamedTuple):
    """How long it is, and when the link is cut."""

    holds: int
    hold_s: float
    rest_s: float
    drops_s: tuple[float, ...]

    @property
    def plan(self) -> Plan:
        """For the guide."""
        return Plan(
            name="drop-outs",
            text=f"{self.holds} holds of {self.hold_s:g} s at 30 N with rests of {self.rest_s:g} s.",
            source="made for the benchmark",
            confidence="for the simulator only",
            target_n=30.0,
            band_percent=15.0,
            hold_s=self.hold_s,
            repetitions=self.holds,
            rest_s=self.rest_s,
            cap=Cap(force_n=60.0, reasons=("simulator only",)),
        )

    @property
    def scenario(self) -> Scenario:
        """For the tool, which is away for 0.4, 1.0 and 1.6 s."""
        drops = [
            {"kind": "disconnect", "at_s": at_s, "for_s": 0.4 + 0.6 * (k % 3)} for k, at_s in enumerate(self.drops_s)
        ]
        values = {"name": "drop-outs", "text": "The link is cut again and again.", "plan": self.plan.name}
        longest_s = 1.25 * self.holds * (self.hold_s + self.rest_s)
        return Scenario.model_validate(values | {"simulated_s": longest_s, "happenings": drops})


TWENTY_MINUTES: Final = Course(
    holds=10, hold_s=60.0, rest_s=62.0, drops_s=tuple(50.0 + 97.0 * number for number in range(12))
)
"""The cuts fall into presses, holds, let-gos and rests."""
SEED: Final = 5


class Treated(NamedTuple):
    """What came of it."""

    view: View
    tool: Tool


def long_treatment(record: Path, course: Course = TWENTY_MINUTES) -> Treated:
    """A tool over the virtual air, bleak, the link that reconnects, the guide, a hand that follows, a record."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_treat(record, course))


async def _treat(record: Path, course: Course) -> Treated:
    tool = Tool(course.scenario, SEED)
    air = await virtual_tool(tool)
    try:
        name = LinkName("ble", tool.serial)
        treatment = Treatment(name, course.plan, lambda _serial: record, "benchmark", backend=air.backend)
        view, _ = await treat_with(treatment, following(tool))
        return Treated(view, tool)
    finally:
        await air.close()
