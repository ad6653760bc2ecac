"""What a hold has earned so far: time in band and dose, over all its contacts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.live import Live


@dataclass(frozen=True, slots=True)
class Earned:
    """Sums of the contacts that are over, and what the analysis says of the present one."""

    before_s: float = 0.0
    contact_s: float = 0.0
    unproven_s: float = 0.0
    """Of `contact_s`, what came while no reading could be trusted; it does not count."""
    before_kpa_s: float = 0.0
    contact_kpa_s: float = 0.0

    @property
    def in_band_s(self) -> float:
        """Time in band that counts for the plan."""
        return self.before_s + self.contact_s - self.unproven_s

    @property
    def dose_kpa_s(self) -> float:
        """Measured dose of all contacts; 0 without a tip area."""
        return self.before_kpa_s + self.contact_kpa_s

    def update(self, live: Live, *, trusted: bool) -> Earned:
        """Take the present contact's sums; smaller ones are those of a new contact."""
        dose_kpa_s = live.dose_kpa_s or 0.0
        known = self.left() if live.in_band_s < self.contact_s or dose_kpa_s < self.contact_kpa_s else self
        gained_s = live.in_band_s - known.contact_s
        return replace(
            known,
            contact_s=live.in_band_s,
            unproven_s=known.unproven_s + (0.0 if trusted else gained_s),
            contact_kpa_s=dose_kpa_s,
        )

    def left(self) -> Earned:
        """The present contact is over: the next one counts from zero."""
        return Earned(before_s=self.in_band_s, before_kpa_s=self.dose_kpa_s)
