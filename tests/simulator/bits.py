"""Prints digests of a few runs as JSON; needs only numpy and pydantic, so that any Python can compare them."""

from __future__ import annotations

import json
import sys
from typing import Any, Final

from protocol.control import Command, Request
from simulator.scenario import Scenario
from simulator.tool import Tool

PRESSES: Final = [{"at_s": 1.5, "force_n": 30, "for_s": 8}, {"at_s": 14, "force_n": 18, "for_s": 8}]
RUNS: Final[dict[str, dict[str, Any]]] = {
    "button cell, 100 Hz": {},
    "cheap cell, poor clock, novice, 200 Hz": {
        "cell": "cheap cell",
        "clock": "poor",
        "persona": "novice",
        "site": "calf",
        "rate_hz": 200,
    },
    "fsr, crystal, tired, 1000 Hz": {
        "cell": "fsr",
        "clock": "crystal",
        "persona": "tired",
        "site": "gluteus",
        "patient": "very tender",
        "rate_hz": 1000,
    },
    "losses and damage": {
        "happenings": [
            {"kind": "frame loss", "at_s": 2, "for_s": 5, "share": 0.3},
            {"kind": "bit flipped", "at_s": 9, "for_s": 9, "share": 0.3},
        ]
    },
}


def digest(values: dict[str, Any]) -> str:
    """Of all that a run says live."""
    scenario = Scenario.model_validate(
        {"name": "bits", "text": "Bits.", "simulated_s": 25, "presses": PRESSES} | values
    )
    tool = Tool(scenario, seed=7)
    tool.connect(0.0, 247)
    tool.write_control(0.0, bytes(Request.of(Command.START, 1, 0)))
    tool.advance(30.0)
    return tool.payload_sha256


if __name__ == "__main__":
    json.dump({name: digest(values) for name, values in RUNS.items()}, sys.stdout)
