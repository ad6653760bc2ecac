"""From a contact's readings to a finished hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from analysis.contact import Contact, Edge
from analysis.flanks import flanks
from analysis.hold import Code, Hold, Metric, Missing, Verdict
from analysis.plateau import plateau, relaxation_30s_percent, settled, steadiness
from analysis.reading import reading
from analysis.settings import Settings, grid
from analysis.sums import saturated, sums
from analysis.tally import Tally, add, begun, beside, over_cap_peak_n
from analysis.tape import MARGIN_US, Stretch
from analysis.window import between

START: Final = {
    Edge.CUT: Missing(Code.CUT, "the contact was on before the first reading"),
    Edge.GAP: Missing(Code.GAP, "readings are missing right before the contact"),
}
END: Final = {
    Edge.CUT: Missing(Code.CUT, "the readings end before a let-go has lasted"),
    Edge.GAP: Missing(Code.GAP, "readings are missing before a let-go has lasted"),
}


def measure(stretch: Stretch, contact: Contact, index: int) -> Hold:
    """Compute every metric of one hold; nothing but its readings decides."""
    settings = contact.start.settings
    hold = stretch.hold
    tally = add(_bordered(contact, stretch), hold, settings)
    flat = plateau(hold)
    part = settled(hold, flat)
    metrics: dict[str, Metric] = {
        **sums(hold, tally, settings)._asdict(),
        **steadiness(part, settings)._asdict(),
        **flanks(stretch, contact, part)._asdict(),
        "relaxation_30s_percent": relaxation_30s_percent(hold, flat),
    }
    reasons = (Verdict(name, *why) for name, why in metrics.items() if isinstance(why, Missing))
    values = {name: value for name, value in metrics.items() if not isinstance(value, Missing)}
    return Hold(
        index=index,
        start_s=contact.start.time_us / 1e6,
        end_s=contact.end.time_us / 1e6,
        duration_s=(contact.end.time_us - contact.start.time_us) / 1e6,
        gaps_s=tally.gap_us / 1e6,
        plateau_start_s=flat.start_us / 1e6,
        plateau_end_s=flat.end_us / 1e6,
        peak_n=tally.peak_n,
        impulse_n_s=tally.impulse_n_s,
        over_cap_s=None if settings.cap_n is None else tally.over_cap_s,
        over_cap_peak_n=over_cap_peak_n(tally, settings),
        verdicts=(*reasons, *_notes(stretch, contact, tally)),
        **values,
    )


def _bordered(contact: Contact, stretch: Stretch) -> Tally:
    """A new tally with what the gaps beside the contact may hide."""
    tally = begun(contact.start, reading(stretch.hold, 0))
    return tally if contact.after is None else beside(tally, *contact.after, contact.start.settings)


def _notes(stretch: Stretch, contact: Contact, tally: Tally) -> Iterator[Verdict]:
    """What has to be known about values that are there."""
    if contact.start.edge in START:
        yield Verdict("start_s", *START[contact.start.edge])
    if contact.edge in END:
        yield Verdict("end_s", *END[contact.edge])
    if saturated(stretch.hold):
        yield Verdict("peak_n", Code.SATURATED, "the force left the sensor's range: every sum is a lower bound")
    if tally.gap_us:
        yield from _gap_notes(tally, contact.start.settings)
    after = between(stretch.readings, contact.end.time_us + 1, contact.end.time_us + MARGIN_US)
    if np.any(after.force_q >= grid(contact.start.settings.on_n)):
        yield Verdict("residual_n", Code.NEXT_CONTACT, "the next contact began within 0.5 s")


def _gap_notes(tally: Tally, settings: Settings) -> Iterator[Verdict]:
    missing_s = tally.gap_us / 1e6
    yield Verdict("impulse_n_s", Code.GAP, f"readings are missing for {missing_s:g} s and count nothing")
    if settings.full_scale_assumed and settings.area_cm2 is not None:
        text = f"the bound takes {settings.full_scale_n:g} N, 1.5 times the highest reading, for the full scale"
        yield Verdict("dose_high_kpa_s", Code.ASSUMED_FULL_SCALE, text)
