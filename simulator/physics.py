"""Everything physical about a simulated press, as one value: tissue, hand, sensor, clock, patient."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from simulator.cell_kind import CellKind
from simulator.clock_kind import ClockKind
from simulator.hand_kind import HandKind
from simulator.patient_kind import PatientKind
from simulator.tissue_kind import TissueKind


class Part(StrEnum):
    """What can be switched off."""

    RELAXATION = "relaxation"
    SOFTENING = "softening"
    UNSTEADINESS = "unsteadiness"
    TREMOR = "tremor"
    SAG = "sag"
    FATIGUE = "fatigue"
    CORRECTION = "correction"
    REACTION = "reaction"
    IMPEDANCE = "impedance"
    GAIN = "gain"
    ZERO = "zero"
    NOISE = "noise"
    NONLINEARITY = "nonlinearity"
    HYSTERESIS = "hysteresis"
    CREEP = "creep"
    TEMPERATURE = "temperature"
    TIP_AREA = "tip area"
    CLOCK = "clock"
    PATIENT = "patient"


@dataclass(frozen=True, slots=True)
class Physics:
    """One press's world; names for each part are in SITES, PERSONAS, CELLS, CLOCKS and PATIENTS of their modules."""

    tissue: TissueKind = field(default_factory=TissueKind)
    hand: HandKind = field(default_factory=HandKind)
    cell: CellKind = field(default_factory=CellKind)
    clock: ClockKind = field(default_factory=ClockKind)
    patient: PatientKind | None = None

    def without(self, *parts: Part) -> Physics:
        """The same with these parts switched off: what a perfect world would do in their place."""
        physics = self
        for part in parts:
            where, change = _OFF[part]
            changed = change if where == "patient" else replace(getattr(physics, where), **change)
            physics = replace(physics, **{where: changed})
        return physics


FORCE_SOURCE: Final = {"spring_n_per_mm": 0.01, "rise_n_per_s": 1e3, "fall_n_per_s": 1e3, "lift_mm_per_s": 1e3}
"""A hand without impedance: its force is what it wants within a few steps, however the tissue gives way."""

_OFF: Final[dict[Part, tuple[str, Any]]] = {
    Part.RELAXATION: ("tissue", {"shares": (0.0, 0.0, 0.0)}),
    Part.SOFTENING: ("tissue", {"softenings": ()}),
    Part.UNSTEADINESS: ("hand", {"unsteadiness": 0.0}),
    Part.TREMOR: ("hand", {"tremor_share": 0.0}),
    Part.SAG: ("hand", {"sag": 0.0}),
    Part.FATIGUE: ("hand", {"fatigue_per_min": 0.0}),
    Part.CORRECTION: ("hand", {"crossover_hz": 0.0}),
    Part.REACTION: ("hand", {"reaction_s": 0.0}),
    Part.IMPEDANCE: ("hand", FORCE_SOURCE),
    Part.GAIN: ("cell", {"gain": 1.0}),
    Part.ZERO: ("cell", {"zero_n": 0.0}),
    Part.NOISE: ("cell", {"noise_n": 0.0, "pink_n": 0.0}),
    Part.NONLINEARITY: ("cell", {"nonlinearity": 0.0}),
    Part.HYSTERESIS: ("cell", {"plays": ()}),
    Part.CREEP: ("cell", {"creeps": ()}),
    Part.TEMPERATURE: ("cell", {"zero_n_per_k": 0.0, "span_per_k": 0.0}),
    Part.TIP_AREA: ("cell", {"tip_area_error": 0.0}),
    Part.CLOCK: ("clock", {"ppm": 0.0, "wander_ppm": 0.0, "ppm_per_k2": 0.0}),
    Part.PATIENT: ("patient", None),
}
"""Field of `Physics`, and what replaces its own fields."""
