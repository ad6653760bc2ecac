"""Scenarios: what happens to the simulated tool, as values that a file could hold."""

from __future__ import annotations

from typing import Annotated, Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, NonNegativeFloat, PositiveFloat


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Press(_Value):
    """The hand presses by itself."""

    at_s: NonNegativeFloat
    force_n: Annotated[float, Field(gt=0, le=160)]
    for_s: PositiveFloat
    """From the decision to press to the decision to let go."""


class PatientStop(_Value):
    """The patient presses the stop button and lets it go."""

    kind: Literal["patient stop"] = "patient stop"
    at_s: NonNegativeFloat
    for_s: PositiveFloat = 0.5
    """How long the button stays down."""


class PatientThreshold(_Value):
    """The patient presses the button whenever the force has passed a threshold, a reaction time later."""

    kind: Literal["patient threshold"] = "patient threshold"
    at_s: NonNegativeFloat = 0.0
    force_n: Annotated[float, Field(gt=0, le=160)]
    reaction_s: NonNegativeFloat = 0.25
    """*Assumed*; at 50 kPa/s it makes 12.5 kPa."""
    for_s: PositiveFloat = 0.5
    """How long the button stays down."""


class Silence(_Value):
    """The tool goes on sampling, but nothing reaches the air: these frames are lost for good."""

    kind: Literal["silence"] = "silence"
    at_s: NonNegativeFloat
    for_s: PositiveFloat


class FrameLoss(_Value):
    """Each frame is lost with this probability."""

    kind: Literal["frame loss"] = "frame loss"
    at_s: NonNegativeFloat
    for_s: PositiveFloat
    share: Annotated[float, Field(gt=0, le=1)]


class StuckSensor(_Value):
    """The converter repeats its last count."""

    kind: Literal["stuck sensor"] = "stuck sensor"
    at_s: NonNegativeFloat
    for_s: PositiveFloat


class SaturatedSensor(_Value):
    """The converter reports its upper end whatever is pressed."""

    kind: Literal["saturated sensor"] = "saturated sensor"
    at_s: NonNegativeFloat
    for_s: PositiveFloat


class NoReading(_Value):
    """The converter gives nothing: these slots have no reading."""

    kind: Literal["no reading"] = "no reading"
    at_s: NonNegativeFloat
    for_s: PositiveFloat


class Disconnect(_Value):
    """The tool drops the connection."""

    kind: Literal["disconnect"] = "disconnect"
    at_s: NonNegativeFloat
    for_s: NonNegativeFloat = 0.0
    """How long nobody can reach it; it goes on sampling."""


class Reset(_Value):
    """The tool resets by itself, as in a brown-out: it forgets its stream and comes back with another boot id."""

    kind: Literal["reset"] = "reset"
    at_s: NonNegativeFloat
    for_s: NonNegativeFloat = 0.5
    """How long it takes to come back, *assumed*."""


class MtuChange(_Value):
    """The connection has another MTU from now on: the tool cuts its frames anew."""

    kind: Literal["mtu change"] = "mtu change"
    at_s: NonNegativeFloat
    mtu: Annotated[int, Field(ge=23, le=247)]


Fault = Silence | FrameLoss | StuckSensor | SaturatedSensor | NoReading
AtOnce = Disconnect | Reset | MtuChange
Happening = Annotated[PatientStop | PatientThreshold | Fault | AtOnce, Field(discriminator="kind")]


class ButtonDown(NamedTuple):
    """The patient's button goes down."""

    at_s: float


class ButtonUp(NamedTuple):
    """The patient's button comes up."""

    at_s: float


Moment = ButtonDown | ButtonUp | AtOnce
"""What happens to the tool at once."""


class Scenario(_Value):
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

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What happens at once, the earliest first."""
        stops = [happening for happening in self.happenings if isinstance(happening, PatientStop)]
        moments: list[Moment] = [happening for happening in self.happenings if isinstance(happening, AtOnce)]
        moments += [ButtonDown(stop.at_s) for stop in stops]
        moments += [ButtonUp(stop.at_s + stop.for_s) for stop in stops]
        return tuple(sorted(moments, key=lambda moment: moment.at_s))


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
