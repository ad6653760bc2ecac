"""A tool that was just switched on, and lives on when its scenario is over."""

from __future__ import annotations

from typing import Final

from simulator.library import SCENARIOS
from simulator.scenario import Scenario
from simulator.tool import Tool

LASTS_S: Final = 86_400.0
"""The tool lives on for a day: nobody who uses it should have to think of its scenario's end."""


class UnknownScenario(ValueError):
    """There is no scenario of this name; the text lists all."""


def fresh_tool(scenario: str | Scenario, seed: int, serial: str | None = None) -> Tool:
    """The tool of a scenario, or of a named one; raises `UnknownScenario`."""
    if isinstance(scenario, str):
        if scenario not in SCENARIOS:
            raise UnknownScenario(f"there is no scenario “{scenario}”; there are: {', '.join(SCENARIOS)}")
        scenario = SCENARIOS[scenario]
    lasting = {"simulated_s": max(scenario.simulated_s, LASTS_S), "serial": serial or scenario.serial}
    return Tool(scenario.model_copy(update=lasting), seed)
