"""How a threshold or a response to a fixed stimulus is measured: prescriptions, checked when they are made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat, model_validator

from analysis.algometry.pace import SLOWEST
from analysis.algometry.probe import BAND_PERCENT, STIMULUS_KPA, STIMULUS_S, ProbeSettings
from analysis.algometry.series import READINGS, Series, series
from analysis.algometry.settings import RampSettings
from analysis.algometry.threshold import REST_S, Method, Threshold
from analysis.doses import pressure_kpa
from protocol.sentence import Sentence
from session.caps import Region, Site, lowest, ramp_cap
from session.plan import Cap
from session.told import Told

TREATMENT_RATE_KPA_PER_S: Final = 30.0
"""Before a treatment; the custom of one maker's algometers (from memory)."""
DFNS_RATE_KPA_PER_S: Final = 50.0
"""The battery of the German Research Network on Neuropathic Pain (PMC7211210, table 2)."""
MORE_TRIES: Final = 2
"""Ramps beyond the wanted readings, for those that do not count; *assumed*: each ramp is pressure too."""
SCRIPT: Final = Sentence("The pressure will rise slowly. Press the button at the very moment when it begins to hurt.")
"""The one instruction; other words give other thresholds (Evans 2024). Changing it makes a new script: old readings
no longer compare."""

Area = Annotated[float, Field(ge=0.1, le=10.0)]


class ThresholdPlan(BaseModel):
    """Some ramps at one point: rate, end, readings, rest."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    region: Region
    light: bool = False
    area_cm2: Area
    """Of the tip; a threshold in kPa does not carry over to another."""
    rate_kpa_per_s: Annotated[float, Field(ge=5, le=100)] = TREATMENT_RATE_KPA_PER_S
    readings: Annotated[int, Field(ge=1, le=5)] = READINGS
    first_is_practice: bool = False
    rest_s: Annotated[float, Field(ge=REST_S)] = REST_S
    method: Method = Method.BUTTON
    cap: Cap | None = None
    """A tighter end than the site's: of a client, or of a clinic."""
    painkiller_within_4_h: bool = False
    script: Told = SCRIPT

    @model_validator(mode="after")
    def _under_the_cap(self) -> Self:
        allowed = ramp_cap(self.site, self.area_cm2)
        if self.cap and self.cap.force_n > allowed.force_n:
            raise ValueError(
                Sentence(
                    "the ramp would end at {end_n:g} N, the limit is {limit_n:g} N ({why}): lower its end",
                    end_n=self.cap.force_n,
                    limit_n=allowed.force_n,
                    why=Sentence.joined("; ", allowed.reasons),
                )
            )
        _ = self.settings  # raises where the end lies below the force of a contact
        return self

    @property
    def site(self) -> Site:
        """What the place bears."""
        return Site(self.region, self.light)

    @property
    def end(self) -> Cap:
        """Where each ramp ends: the lowest of all limits."""
        allowed = ramp_cap(self.site, self.area_cm2)
        return lowest(self.cap, allowed) if self.cap else allowed

    @property
    def end_kpa(self) -> float:
        """The pressure there; without a press the result is "> X"."""
        return pressure_kpa(self.end.force_n, self.area_cm2)

    @property
    def most_ramps(self) -> int:
        """Ramps after which it is over, whatever they gave."""
        return self.readings + self.first_is_practice + MORE_TRIES

    @property
    def longest_s(self) -> float:
        """A ramp that takes longer cannot have had the right rate any more."""
        return min(self.end_kpa / (SLOWEST * self.rate_kpa_per_s), self.end.contact_s)

    def sum_up(self, readings: Sequence[Threshold]) -> Series:
        """Mean and spread of the readings so far, oldest first."""
        return series(readings, wanted=self.readings, first_is_practice=self.first_is_practice)

    @property
    def settings(self) -> RampSettings:
        """What the analysis has to be told."""
        return RampSettings(self.area_cm2, self.rate_kpa_per_s, self.end.force_n)


class ProbePlan(BaseModel):
    """A fixed stimulus, after which the pain is asked for; refused where it is above the cap."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    region: Region
    light: bool = False
    area_cm2: Area
    pressure_kpa: PositiveFloat = STIMULUS_KPA
    hold_s: Annotated[float, Field(gt=0, le=10)] = STIMULUS_S
    cap: Cap | None = None
    """The cap that holds for this client at this site, where it is tighter than the site's."""

    @model_validator(mode="after")
    def _under_the_cap(self) -> Self:
        allowed = ramp_cap(Site(self.region, self.light), self.area_cm2)
        limit = lowest(self.cap, allowed) if self.cap else allowed
        high_n = self.pressure_kpa * (1 + BAND_PERCENT / 100) / pressure_kpa(1.0, self.area_cm2)
        if high_n > limit.force_n:
            raise ValueError(
                Sentence(
                    "the stimulus reaches {high_n:.1f} N, the limit is {limit_n:g} N ({why}): take a smaller tip or "
                    "leave the test out",
                    high_n=high_n,
                    limit_n=limit.force_n,
                    why=Sentence.joined("; ", limit.reasons),
                )
            )
        return self

    @property
    def settings(self) -> ProbeSettings:
        """What the analysis has to be told."""
        return ProbeSettings(self.area_cm2, self.pressure_kpa, self.hold_s, BAND_PERCENT)
