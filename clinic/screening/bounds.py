"""Every limit of force, pressure and time that holds in a case."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import assert_never

from pydantic import PositiveFloat

from clinic.entries.cautions import Limit
from clinic.entries.entry import Value
from clinic.screening.asked import Use
from clinic.screening.case import Case
from protocol.sentence import Sentence
from session.caps import site_cap
from session.inputs import StopReason
from session.plan import BAND_LIMIT_S, LESS_PAIN_SHARE
from session.told import Told


class Quantity(StrEnum):
    """What is limited; the value is its unit."""

    FORCE = "N"
    PRESSURE = "kPa"
    TIME = "s"


class Bound(Value):
    """One limit."""

    quantity: Quantity
    value: PositiveFloat
    why: Told

    @property
    def sentence(self) -> str:
        """For people."""
        return Sentence("{why}: {value:.4g} {unit}", why=self.why, value=self.value, unit=self.quantity)


def bounds(case: Case) -> Iterator[Bound]:
    """All of force and pressure."""
    yield from _of_site(case)
    yield from _of_restriction(case)
    match case.asked.use:
        case Use.THRESHOLD:
            yield _ramp_end(case)
        case Use.LIGHT_READING:
            yield _unknown(case)
        case Use.TOLERANCE:
            yield _ramp_end(case)
            yield from _of_tolerance(case)
        case Use.TREATMENT | Use.PROBE | Use.EXERCISE | Use.RELEASE:
            yield from _of_treatment(case)
        case _:
            assert_never(case.asked.use)


def time_bounds(case: Case) -> Iterator[Bound]:
    """All of the time from first in band on."""
    names = ["hold-in-band"]
    names += ["release-hold"] if case.asked.use is Use.RELEASE else []
    names += ["unreliable-hold"] if case.unreliable else []
    yield from (_limit(case.library.limits[name], Quantity.TIME) for name in names)
    yield Bound(quantity=Quantity.TIME, value=BAND_LIMIT_S, why=Sentence("longest hold of any plan"))
    yield left_at_point(case)
    if case.restriction.hold_s is not None:
        yield Bound(quantity=Quantity.TIME, value=case.restriction.hold_s, why=_names(case, "hold_s"))


def left_at_point(case: Case) -> Bound:
    """What is left of the time of pressure at one point in one visit; a little where nothing is: it is refused then."""
    left_s = max(case.limit("point-time") - case.asked.pressed_s, 1e-9)
    return Bound(quantity=Quantity.TIME, value=left_s, why=Sentence("time left at this point in this visit"))


def _of_site(case: Case) -> Iterator[Bound]:
    """By the clinic's figures, and by those that no file can move."""
    limits = case.library.limits
    yield _limit(limits[f"site-force-{case.site.region.value}"], Quantity.FORCE)
    if case.site.light:
        yield _limit(limits["site-force-light"], Quantity.FORCE)
    fixed = site_cap(case.site.of_session)
    yield Bound(quantity=Quantity.FORCE, value=fixed.force_n, why=Sentence("highest force at such a site"))


def _of_restriction(case: Case) -> Iterator[Bound]:
    less = case.restriction
    if less.force_n is not None:
        yield Bound(quantity=Quantity.FORCE, value=less.force_n, why=_names(case, "force_n"))
    if less.pressure_kpa is not None:
        yield Bound(quantity=Quantity.PRESSURE, value=less.pressure_kpa, why=_names(case, "pressure_kpa"))
    if case.unreliable:
        yield _limit(case.library.limits["unreliable-pressure"], Quantity.PRESSURE)


def _of_treatment(case: Case) -> Iterator[Bound]:
    ppt_kpa = case.threshold_kpa
    if ppt_kpa is None or case.restriction.keeps_target or case.restriction.no_ppt:
        yield _unknown(case)
    if ppt_kpa is not None:
        yield from _of_threshold(case, ppt_kpa)
    for event in case.events_today:
        if event.reason is StopReason.TOO_PAINFUL and event.target_n and event.concerns(case.asked.spot):
            most_n = LESS_PAIN_SHARE * event.target_n
            why = Sentence("a fifth less than what was too painful today")
            yield Bound(quantity=Quantity.FORCE, value=most_n, why=why)


def _of_threshold(case: Case, ppt_kpa: float) -> Iterator[Bound]:
    limits = case.library.limits
    if case.site.light:
        yield _share(limits["site-share-light"], ppt_kpa)
    if case.asked.use is Use.RELEASE:
        yield _share(limits["release-share"], ppt_kpa)
    if case.restriction.ppt_share is not None:
        share = case.restriction.ppt_share
        why = Sentence("{names}, {share:g} × PPT", names=_names(case, "ppt_share"), share=share)
        yield Bound(quantity=Quantity.PRESSURE, value=share * ppt_kpa, why=why)
    if case.tolerance_kpa is None:
        yield _share(limits["threshold-share"], ppt_kpa)
    else:
        yield Bound(quantity=Quantity.PRESSURE, value=case.tolerance_kpa, why=Sentence("tolerance of today"))
    yield _above_threshold(case, ppt_kpa)


def _of_tolerance(case: Case) -> Iterator[Bound]:
    if case.threshold_kpa is not None:
        yield _above_threshold(case, case.threshold_kpa)


def _above_threshold(case: Case, ppt_kpa: float) -> Bound:
    share, added_kpa = case.limit("tolerance-share"), case.limit("tolerance-added")
    why = Sentence("{share:g} × PPT + {added_kpa:g} kPa", share=share, added_kpa=added_kpa)
    return Bound(quantity=Quantity.PRESSURE, value=share * ppt_kpa + added_kpa, why=why)


def _unknown(case: Case) -> Bound:
    """Without a threshold of this visit, point and tip that may be used."""
    limit = case.library.limits[f"unknown-pressure-{case.site.region.value}"]
    if not case.restriction.halves_unknown:
        return _limit(limit, Quantity.PRESSURE)
    share = case.limit("unknown-relative-share")
    why = Sentence(
        "{name}, × {share:g} for {findings} ({confidence})",
        name=Sentence(limit.name),
        share=share,
        findings=_names(case, "halves_unknown"),
        confidence=limit.confidence,
    )
    return Bound(quantity=Quantity.PRESSURE, value=share * limit.value, why=why)


def _ramp_end(case: Case) -> Bound:
    return _limit(case.library.limits[f"ramp-end-{case.site.region.value}"], Quantity.PRESSURE)


def _limit(limit: Limit, quantity: Quantity) -> Bound:
    why = Sentence("{name} ({confidence})", name=Sentence(limit.name), confidence=limit.confidence)
    return Bound(quantity=quantity, value=limit.value, why=why)


def _share(limit: Limit, ppt_kpa: float) -> Bound:
    why = Sentence(
        "{share:g} × PPT: {name} ({confidence})",
        share=limit.value,
        name=Sentence(limit.name),
        confidence=limit.confidence,
    )
    return Bound(quantity=Quantity.PRESSURE, value=limit.value * ppt_kpa, why=why)


def _names(case: Case, field: str) -> Sentence:
    """Who says so: the findings with this restriction, or the site."""
    names = [each.name for each in case.found if getattr(each.restriction, field)]
    if getattr(case.site.restriction, field):
        names.append(case.site.name)
    return Sentence.joined(", ", map(Sentence, names))
