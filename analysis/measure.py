"""From a contact's readings to a finished hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from analysis.advisory import Off, Why
from analysis.contact import Contact, Edge
from analysis.fall import fall, recontact_s
from analysis.hold import Code, Hold, Metric, Missing, Verdict
from analysis.plateau import median_n, plateau, relaxation_30s_percent, settled
from analysis.rise import rise
from analysis.settings import Settings, grid
from analysis.slow import unwatched
from analysis.steadiness import steadiness
from analysis.sums import over_cap, sums
from analysis.tally import Tally
from analysis.tape import LONGEST_US, Stretch
from protocol.sentence import Sentence

START: Final = {
    Edge.CUT: Missing(Code.CUT, Sentence("the contact was on before the first reading")),
    Edge.GAP: Missing(Code.GAP, Sentence("readings are missing right before the contact")),
}
END: Final = {
    Edge.CUT: Missing(Code.CUT, Sentence("the readings end before a let-go has lasted")),
    Edge.GAP: Missing(Code.GAP, Sentence("readings are missing before a let-go has lasted")),
}


class Heard(NamedTuple):
    """What was said during a hold."""

    called_us: int | None = None
    """When its let-go was called."""
    softening_s: tuple[float, ...] = ()
    """When softening was said, after the start."""


def measure(stretch: Stretch, contact: Contact, index: int, heard: Heard) -> Hold:
    """Compute every metric of one hold."""
    again_s = recontact_s(stretch, contact, grid(contact.start.settings.on_n))
    metrics = _metrics(stretch, contact, heard.called_us)
    reasons = (Verdict(name, *why) for name, why in metrics.items() if isinstance(why, Missing))
    values = {name: value for name, value in metrics.items() if not isinstance(value, Missing)}
    return Hold(
        index=index,
        start_s=contact.start.time_us / 1e6,
        end_s=contact.end.time_us / 1e6,
        duration_s=(contact.end.time_us - contact.start.time_us) / 1e6,
        gaps_s=contact.tally.gap_us / 1e6,
        merged=contact.merged,
        peak_n=contact.tally.peak_n,
        impulse_n_s=contact.tally.impulse_n_s,
        recontact_s=again_s,
        softening_s=heard.softening_s,
        **over_cap(contact)._asdict(),
        verdicts=(*reasons, *_notes(contact, again_s)),
        **values,
    )


def _metrics(stretch: Stretch, contact: Contact, called_us: int | None) -> dict[str, Metric]:
    """What the readings may not support."""
    middle_n = _middle_n(stretch, contact)
    flat = middle_n if isinstance(middle_n, Missing) else plateau(stretch.hold, middle_n)
    part = settled(stretch.hold, flat)
    return {
        "median_n": middle_n,
        "plateau_start_s": flat if isinstance(flat, Missing) else flat.start_us / 1e6,
        "plateau_end_s": flat if isinstance(flat, Missing) else flat.end_us / 1e6,
        **sums(contact)._asdict(),
        **steadiness(part, contact.start.settings)._asdict(),
        **rise(stretch, contact, part)._asdict(),
        **fall(stretch, contact, part, called_us)._asdict(),
        "relaxation_30s_percent": relaxation_30s_percent(stretch.hold, flat),
    }


def _middle_n(stretch: Stretch, contact: Contact) -> Metric:
    if contact.end.time_us - contact.start.time_us > LONGEST_US:
        return Missing(Code.TOO_LONG, Sentence("the contact lasted for more than an hour: its shape was not kept"))
    return median_n(stretch.hold)


def _notes(contact: Contact, again_s: float | None) -> Iterator[Verdict]:
    """What has to be known about values that are there."""
    if contact.start.edge in START:
        yield Verdict("start_s", *START[contact.start.edge])
    if contact.edge in END:
        yield Verdict("end_s", *END[contact.edge])
    off = unwatched(contact.start.settings) or (Off(Why.SATURATED) if contact.tally.saturated else None)
    if off is not None:
        yield Verdict("softening_s", Code.NOT_WATCHED, off.text)
    if contact.tally.saturated:
        yield Verdict(
            "peak_n", Code.SATURATED, Sentence("the force left the sensor's range: every sum is a lower bound")
        )
    yield from _gap_notes(contact.tally, contact.start.settings)
    if again_s is not None:
        yield Verdict("residual_n", Code.NEXT_CONTACT, Sentence("the next contact began within 0.5 s"))


def _gap_notes(tally: Tally, settings: Settings) -> Iterator[Verdict]:
    if tally.gap_us:
        missing_s = tally.gap_us / 1e6
        yield Verdict(
            "impulse_n_s",
            Code.GAP,
            Sentence("readings are missing for {missing_s:g} s and count nothing", missing_s=missing_s),
        )
    bounded = (tally.gap_us or tally.beside_us) and None not in (settings.area_cm2, settings.full_scale_n)
    if bounded and settings.full_scale_assumed:
        text = Sentence(
            "the bound takes {full_scale_n:g} N, 1.5 times the highest reading, for the full scale",
            full_scale_n=settings.full_scale_n,
        )
        yield Verdict("dose_high_kpa_s", Code.ASSUMED_FULL_SCALE, text)
