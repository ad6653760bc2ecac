"""Scenarios: what happens to the simulated tool, as values that a file could hold."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, NonNegativeFloat, PositiveFloat

from simulator.happenings.base import Value
from simulator.happenings.every import Happening
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.people import PatientStop, PatientThreshold, Press
from simulator.happenings.sensor import NoReading, SaturatedSensor, StuckSensor
from simulator.happenings.tool import Disconnect, MtuChange, Reset

__all__ = [
    "SCENARIOS",
    "Disconnect",
    "FrameLoss",
    "Happening",
    "MtuChange",
    "NoReading",
    "PatientStop",
    "PatientThreshold",
    "Press",
    "Reset",
    "SaturatedSensor",
    "Scenario",
    "Silence",
    "StuckSensor",
]


class Scenario(Value):
    """One run of the simulator. Times count from the first sample of the tool."""

    name: str
    text: str
    simulated_s: PositiveFloat
    """The tool ends the stream after this time; a guided treatment may end before."""
    plan: str | None = None
    """Guided: the hand follows the cues of this preset. None: it follows `presses`."""
    presses: tuple[Press, ...] = ()
    happenings: tuple[Happening, ...] = ()
    rate_hz: Literal[50, 100, 200, 1000] = 100
    battery_percent: Annotated[int, Field(ge=0, le=100)] = 87
    serial: Annotated[str, Field(min_length=1, max_length=10, pattern=r"^[!-~]+$")] = "SIM-0001"
    unsteadiness: Annotated[float, Field(ge=0, le=0.2)] = 0.03
    """Of the hand, see `HandKind`."""
    clock_ppm: Annotated[float, Field(ge=-200, le=200)] = 20.0
    """How much the tool's crystal is fast."""
    up_s: NonNegativeFloat = 0.0
    """How long the tool has been on: its clock wraps each 4,295 s."""
    boot_id: Annotated[int, Field(ge=1, lt=2**32)] = 1
    """After a reset the next number."""
    first_counter: Annotated[int, Field(ge=0, lt=2**32)] = 0
    """The first stream counts from here, as if it had run for long; the profile begins each stream at 0."""
    sync_frames: bool = False
    """The controller tells when the radio carried a frame, and the tool passes it on."""
    slow_frames: bool = False
    """The tool measures its cell's temperature."""


_TRAPEZOIDS: Final = (
    Press(at_s=2, force_n=25, for_s=12),
    Press(at_s=20, force_n=40, for_s=15),
    Press(at_s=42, force_n=30, for_s=10),
)

SCENARIOS: Final = {
    scenario.name: scenario
    for scenario in (
        Scenario(
            name="treatment",
            text="A guided treatment: three holds of 30 s with short rests, everything goes well.",
            simulated_s=230,
            plan="demonstration",
        ),
        Scenario(
            name="scripted",
            text="Three presses of 25, 40 and 30 N by a hand that nobody guides.",
            simulated_s=60,
            presses=_TRAPEZOIDS,
        ),
        Scenario(
            name="fast",
            text="The three presses, sampled at 1000 Hz.",
            simulated_s=60,
            presses=_TRAPEZOIDS,
            rate_hz=1000,
        ),
        Scenario(name="untouched", text="Nobody presses for half a minute.", simulated_s=30),
        Scenario(
            name="lossy",
            text="The three presses; one frame in ten is lost for good.",
            simulated_s=60,
            presses=_TRAPEZOIDS,
            happenings=(FrameLoss(at_s=0, for_s=60, share=0.1),),
        ),
        Scenario(
            name="patient-stop",
            text="The patient presses stop in the second hold.",
            simulated_s=230,
            plan="demonstration",
            happenings=(PatientStop(at_s=85),),
        ),
        Scenario(
            name="silence",
            text="Nothing arrives for 5 s in the middle of the first hold; the data are lost.",
            simulated_s=230,
            plan="demonstration",
            happenings=(Silence(at_s=20, for_s=5),),
        ),
        Scenario(
            name="stuck-sensor",
            text="The sensor repeats one value for 6 s in the middle of the first hold.",
            simulated_s=230,
            plan="demonstration",
            happenings=(StuckSensor(at_s=20, for_s=6),),
        ),
        Scenario(
            name="disconnect",
            text="The tool drops the connection in the first hold.",
            simulated_s=230,
            plan="demonstration",
            happenings=(Disconnect(at_s=25),),
        ),
    )
}
"""Named scenarios, `palpate simulate --list`."""
