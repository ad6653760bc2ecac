"""What was shown at the end of a treatment, kept in its record: the old numbers beside those of a newer core."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict

from session.view import Summary


class LiveHold(BaseModel):
    """One hold as it was shown; null where it had no value then."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    duration_s: float
    in_band_s: float | None
    mean_kpa: float | None
    peak_n: float
    dose_kpa_s: float | None


class LiveSummary(BaseModel):
    """The summary as it was shown, by which version; no analysis starts from it."""

    model_config = ConfigDict(frozen=True)

    software: str
    samples: int
    lost_samples: int
    in_band_s: float
    dose_kpa_s: float | None
    holds: tuple[LiveHold, ...]

    @classmethod
    def of(cls, summary: Summary, software: str) -> Self:
        """The part of a summary that an analysis of the record gives too."""
        return cls(
            software=software,
            samples=summary.samples,
            lost_samples=summary.lost_samples,
            in_band_s=summary.in_band_s,
            dose_kpa_s=summary.dose_kpa_s,
            holds=tuple(LiveHold.model_validate(hold) for hold in summary.holds),
        )
