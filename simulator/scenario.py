"""Scenarios: what happens in a run, as values that a file holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, NonNegativeFloat, PositiveFloat, model_validator

from simulator.cell_kind import CELLS
from simulator.clock_kind import CLOCKS
from simulator.hand_kind import PERSONAS
from simulator.happenings.base import Value
from simulator.happenings.every import Happening
from simulator.happenings.people import Press
from simulator.happenings.radio import RadioFault
from simulator.happenings.tissue import TissueSoftening
from simulator.happenings.tool import BrownOut, Disconnect, DisconnectAt, Reset
from simulator.patient_kind import PATIENTS
from simulator.physics import Part, Physics
from simulator.radio_model import RadioModel
from simulator.tissue_kind import SITES, Softening

LINK_BREAKERS: Final = (Disconnect, DisconnectAt, Reset, BrownOut)
"""After these somebody has to connect anew."""


def _known(names: Mapping[str, object]) -> Callable[[str], str]:
    def check(name: str) -> str:
        if name not in names:
            raise ValueError(f"there is no “{name}”; there are: {', '.join(names)}")
        return name

    return check


Site = Annotated[str, AfterValidator(_known(SITES)), Field(json_schema_extra={"enum": list(SITES)})]
Persona = Annotated[str, AfterValidator(_known(PERSONAS)), Field(json_schema_extra={"enum": list(PERSONAS)})]
CellName = Annotated[str, AfterValidator(_known(CELLS)), Field(json_schema_extra={"enum": list(CELLS)})]
ClockName = Annotated[str, AfterValidator(_known(CLOCKS)), Field(json_schema_extra={"enum": list(CLOCKS)})]
PatientName = Annotated[str, AfterValidator(_known(PATIENTS)), Field(json_schema_extra={"enum": list(PATIENTS)})]
Serial = Annotated[str, Field(min_length=1, max_length=10, pattern=r"^[!-~]+$")]


class Scenario(Value):
    """One run of the simulator. Times count from the first sample of the tool."""

    name: str = ""
    """In a file: that of the file, where it says none."""
    text: str
    simulated_s: PositiveFloat
    """The tool ends the stream after this time; a guided treatment may end before."""
    plan: str | None = None
    """Guided: the hand follows the cues of this preset. None: it follows `presses`."""
    presses: tuple[Press, ...] = ()
    """What the hand does by itself; with any it follows no cue."""
    curve: tuple[tuple[NonNegativeFloat, NonNegativeFloat], ...] = ()
    """Instead of a hand: the force at the tip as points of (seconds, newtons), as a record had it."""
    happenings: tuple[Happening, ...] = ()
    rate_hz: Literal[50, 100, 200, 1000] = 100
    battery_percent: Annotated[int, Field(ge=0, le=100)] = 87
    serial: Serial = "SIM-0001"
    others: tuple[Serial, ...] = ()
    """Serial numbers of other tools in range; nobody holds them."""
    radio: RadioModel = RadioModel()
    site: Site = "trapezius"
    """Where is pressed."""
    persona: Persona = "practised"
    """Who presses."""
    cell: CellName = "button cell"
    """What measures the force."""
    clock: ClockName = "steady"
    """The tool's crystal."""
    patient: PatientName | None = None
    """Who feels it and has the button; None: nobody."""
    without: tuple[Part, ...] = ()
    """Parts of the physics that are switched off."""
    unsteadiness: Annotated[float, Field(ge=0, le=0.2)] | None = None
    """Of the hand, see `HandKind`; None: the persona's."""
    clock_ppm: Annotated[float, Field(ge=-200, le=200)] | None = None
    """How much the tool's crystal is fast; None: the clock's."""
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

    @model_validator(mode="after")
    def _one_hand(self) -> Self:
        times_s = [time_s for time_s, _ in self.curve]
        if times_s != sorted(set(times_s)):
            raise ValueError("the times of curve have to rise from point to point")
        if self.curve and (self.presses or self.plan):
            raise ValueError("a curve takes the place of the hand: leave out presses and plan")
        return self

    @model_validator(mode="after")
    def _tissue_to_soften(self) -> Self:
        if self._softenings and self.curve:
            raise ValueError("a curve has no tissue to soften: leave out the curve or the softening")
        if self._softenings and Part.SOFTENING in self.without:
            raise ValueError("softening is in `without` and in happenings: take it out of one of them")
        return self

    @property
    def _softenings(self) -> tuple[Softening, ...]:
        happened = [each for each in self.happenings if isinstance(each, TissueSoftening)]
        return tuple(Softening.within(each.at_s, each.percent / 100, each.for_s) for each in happened)

    @property
    def physics(self) -> Physics:
        """Tissue, hand, cell, clock and patient by their names, and the softenings that happen."""
        hand, clock = PERSONAS[self.persona], CLOCKS[self.clock]
        if self.unsteadiness is not None:
            hand = replace(hand, unsteadiness=self.unsteadiness)
        if self.clock_ppm is not None:
            clock = replace(clock, ppm=self.clock_ppm)
        patient = PATIENTS[self.patient] if self.patient else None
        tissue = replace(SITES[self.site], softenings=self._softenings)
        return Physics(tissue, hand, CELLS[self.cell], clock, patient).without(*self.without)

    @property
    def needs_air(self) -> bool:
        """Whether it is about a radio, or about other tools: a straight link has neither."""
        return (
            self.others != ()
            or self.radio != RadioModel()
            or any(isinstance(each, RadioFault) for each in self.happenings)
        )

    @property
    def breaks_link(self) -> bool:
        """Whether somebody has to connect more than once."""
        return self.needs_air or any(isinstance(each, LINK_BREAKERS) for each in self.happenings)
