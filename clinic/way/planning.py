"""What may be planned at a point of a visit now: prescriptions with their reasons, and edits within the cap."""

from __future__ import annotations

from typing import NamedTuple, Self

from clinic.entries.prescriptions import Preset
from clinic.library import Library
from clinic.plans.build import Built, build
from clinic.plans.rises import within_time
from clinic.plans.steps import edited
from clinic.screening.effective import EffectiveCap
from protocol.sentence import Sentence
from session.errors import InputError
from session.plan import Plan


class Offer(NamedTuple):
    """One prescription, and what it comes to here."""

    preset: Preset
    built: Built | None
    why_not: str
    """"" where it can be taken."""


class Edit(NamedTuple):
    """What somebody would rather have; each figure under the same limits as the prescription's."""

    target_n: float
    hold_s: float
    repetitions: int
    rest_s: float

    @property
    def times(self) -> dict[str, float]:
        """All but the target, as a plan calls them."""
        return {"hold_s": self.hold_s, "repetitions": self.repetitions, "rest_s": self.rest_s}

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """A plan as it stands."""
        return cls(plan.target_n, plan.hold_s, plan.repetitions, plan.rest_s)


def offers(library: Library, cap: EffectiveCap) -> tuple[Offer, ...]:
    """All prescriptions for people, those that can be taken first, as if what they ask for was acknowledged."""
    found = [_offer(preset, cap) for preset in library.presets.values() if preset.on_people]
    return tuple(sorted(found, key=lambda offer: offer.built is None))


def agreed(preset: Preset, cap: EffectiveCap, edit: Edit | None = None, *, acknowledged: bool = False) -> Built:
    """The plan of a prescription as it was edited; raises `InputError` where the cap does not allow that."""
    built = build(preset, cap, acknowledged=acknowledged)
    if edit is None or edit == Edit.of(built.plan):
        return built
    plan = built.plan
    if edit.target_n != plan.target_n:
        plan = edited(plan, cap, edit.target_n)
    _check_time(edit, cap)
    try:
        return Built(plan=within_time(plan.model_copy(update=edit.times), cap), told=built.told)
    except ValueError as error:
        told = Sentence(
            "{holds} × {hold_s:g} s cannot be planned here: {why}",
            holds=edit.repetitions,
            hold_s=edit.hold_s,
            why=Sentence.joined("; ", cap.cap.reasons),
        )
        raise InputError(told) from error


def _check_time(edit: Edit, cap: EffectiveCap) -> None:
    """Time at the point and rests, which a plan by itself does not know."""
    left_s = cap.point_left_s
    if left_s is not None and edit.repetitions * edit.hold_s > left_s:
        raise InputError(
            Sentence(
                "{holds} × {hold_s:g} s is more than the {left_s:g} s that are left at this point in this visit: take "
                "fewer or shorter holds",
                holds=edit.repetitions,
                hold_s=edit.hold_s,
                left_s=left_s,
            )
        )
    if edit.repetitions > 1 and edit.rest_s < cap.shortest_rest_s:
        raise InputError(
            Sentence(
                "a rest between two holds lasts at least {least_s:g} s here: lengthen it", least_s=cap.shortest_rest_s
            )
        )


def _offer(preset: Preset, cap: EffectiveCap) -> Offer:
    try:
        return Offer(preset, build(preset, cap, acknowledged=True), "")
    except InputError as error:
        return Offer(preset, None, str(error))
