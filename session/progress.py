"""What a contact has earned when readings that were lost come later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from analysis.live import Live
from analysis.settings import microseconds


@dataclass(frozen=True, slots=True)
class _Earned:
    """Of one contact that was heard; none of it ever falls while that contact lasts."""

    started_us: int | None = None
    gained_s: float = 0.0
    """Time in band inside holes that were filled."""
    gained_kpa_s: float = 0.0
    in_band_s: float = 0.0
    """Shown so far."""
    dose_kpa_s: float = 0.0


_NOTHING: Final = _Earned()


class Progress:
    """Puts time in band, dose and counts of the whole stream into what was heard; all the rest stays as heard.

    What lies in filled holes counts for the contact that is on where both courses agree on its first reading. Where
    they do not, because a let-go or a touch was hidden in a hole, only what was heard before and since counts: a sum
    that fell or jumped by another contact's would be counted twice by whoever adds contacts up.
    """

    def __init__(self) -> None:
        self._earned = _NOTHING

    def update(self, heard: Live, whole: Live) -> Live:
        """What is known at the latest reading, which both courses share."""
        known = heard._replace(
            holds=whole.holds, samples=whole.samples, lost_samples=whole.lost_samples, saturated=whole.saturated
        )
        started_us = _started_us(heard)
        if started_us is None:
            self._earned = _NOTHING
            return known
        before = self._earned if self._earned.started_us == started_us else _Earned(started_us)
        if _started_us(whole) == started_us:
            self._earned = _agreed(before, heard, whole)
            return _with(known, self._earned, whole.dose_high_kpa_s)
        self._earned = _apart(before, heard)
        return _with(known, self._earned, heard.dose_high_kpa_s)


def _agreed(before: _Earned, heard: Live, whole: Live) -> _Earned:
    """The whole stream knows at least what was heard."""
    dose_kpa_s = whole.dose_kpa_s or 0.0
    return _Earned(
        before.started_us,
        max(before.gained_s, whole.in_band_s - heard.in_band_s),
        max(before.gained_kpa_s, dose_kpa_s - (heard.dose_kpa_s or 0.0)),
        max(before.in_band_s, whole.in_band_s),
        max(before.dose_kpa_s, dose_kpa_s),
    )


def _apart(before: _Earned, heard: Live) -> _Earned:
    """What was gained stays, and what is heard adds to it."""
    return replace(
        before,
        in_band_s=max(before.in_band_s, heard.in_band_s + before.gained_s),
        dose_kpa_s=max(before.dose_kpa_s, (heard.dose_kpa_s or 0.0) + before.gained_kpa_s),
    )


def _with(live: Live, earned: _Earned, high_kpa_s: float | None) -> Live:
    gained_s = earned.in_band_s - live.in_band_s
    return live._replace(
        in_band_s=earned.in_band_s,
        left_s=None if live.left_s is None else max(live.left_s - gained_s, 0.0),
        dose_kpa_s=None if live.dose_kpa_s is None else earned.dose_kpa_s,
        dose_high_kpa_s=None if high_kpa_s is None else max(high_kpa_s, earned.dose_kpa_s),
    )


def _started_us(live: Live) -> int | None:
    """The first reading of the contact that is on."""
    return microseconds(live.time_s - live.contact_s) if live.contact and live.time_s is not None else None
