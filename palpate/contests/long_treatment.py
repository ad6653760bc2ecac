"""Twenty minutes of treatment with drop-outs, through the whole program in virtual time."""

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

PLAN: Final = Plan(
    name="twenty minutes",
    text="Ten holds of 60 s at 30 N with rests of 62 s.",
    source="made for the benchmark",
    confidence="for the simulator only",
    target_n=30.0,
    band_percent=15.0,
    hold_s=60.0,
    repetitions=10,
    rest_s=62.0,
    cap=Cap(force_n=60.0, reasons=("simulator only",)),
)
DROPS: Final = 12
SEED: Final = 5


class Treated(NamedTuple):
    """What came of it."""

    view: View
    tool: Tool


def long_treatment(record: Path) -> Treated:
    """A tool over the virtual air, bleak, the link that reconnects, the guide, a hand that follows, a record."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(_treat(record))


async def _treat(record: Path) -> Treated:
    tool = Tool(_scenario(), SEED)
    air = await virtual_tool(tool)
    try:
        name = LinkName("ble", tool.serial)
        treatment = Treatment(name, PLAN, lambda _serial: record, "benchmark", backend=air.backend)
        view, _ = await treat_with(treatment, following(tool))
        return Treated(view, tool)
    finally:
        await air.close()


def _scenario() -> Scenario:
    """A drop each 97 s, so that they fall into presses, holds, let-gos and rests; away for 0.4, 1.0 and 1.6 s."""
    drops = [{"kind": "disconnect", "at_s": 50 + 97 * k, "for_s": 0.4 + 0.6 * (k % 3)} for k in range(DROPS)]
    values = {"name": "drop-outs", "text": "The link is cut again and again.", "simulated_s": 1500, "plan": PLAN.name}
    return Scenario.model_validate(values | {"happenings": drops})
