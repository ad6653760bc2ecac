"""How a clinic makes an entry of ours stricter; what would loosen it is refused."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Protocol

from pydantic import PositiveFloat, StringConstraints

from clinic.entries.cautions import TIGHTER, Bound, Contraindication, Kind, Limit
from clinic.entries.entry import Id, Value
from clinic.entries.places import Site
from clinic.entries.restriction import NOTHING, Restriction
from session.errors import InputError

Reason = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Tighter(Protocol):
    """A change of one entry."""

    @property
    def reason(self) -> str:
        """Why the clinic wants it."""

    def tightened(self, entry: Any) -> Any:
        """The entry, stricter; raises `InputError` where the change would loosen it."""


class TightLimit(Value):
    """A figure moved to the safe side."""

    value: PositiveFloat
    reason: Reason

    def tightened(self, entry: Limit) -> Limit:
        """The limit with the new figure; raises `InputError` where that allows more."""
        if not entry.is_tighter(self.value):
            way = "at most" if entry.bound is Bound.AT_MOST else "at least"
            raise InputError(
                f"tighten.limits.{entry.id}: {self.value:g} {entry.unit} would loosen the limit of "
                f"{entry.value:g} {entry.unit}: a clinic may only tighten it, so write {way} {entry.value:g}"
            )
        return entry.model_copy(update={"value": self.value})


class TightSite(Value):
    """A site that bears less, or is not pressed here at all."""

    light: Literal[True] | None = None
    blocked: Literal[True] | None = None
    restriction: Restriction = NOTHING
    reason: Reason

    def tightened(self, entry: Site) -> Site:
        """The site, with what holds beside what held; raises `InputError` where a figure allows more."""
        flags = {name: True for name in ("light", "blocked") if getattr(self, name)}
        return entry.model_copy(update={**flags, "restriction": _restricted(entry, self.restriction, "sites")})


class TightContraindication(Value):
    """A finding that blocks or restricts more."""

    kind: Kind | None = None
    hard: Literal[True] | None = None
    closed_muscles: tuple[Id, ...] = ()
    """Beside those that are closed already."""
    restriction: Restriction = NOTHING
    reason: Reason

    def tightened(self, entry: Contraindication) -> Contraindication:
        """The finding, stricter; raises `InputError` where it would block or restrict less."""
        kind = self.kind or entry.kind
        if kind not in TIGHTER[entry.kind]:
            raise InputError(
                f"tighten.contraindications.{entry.id}: “{kind}” would loosen “{entry.kind}”: a clinic may only "
                f"tighten it, so write one of {', '.join(sorted(TIGHTER[entry.kind]))}"
            )
        restriction = _restricted(entry, self.restriction, "contraindications")
        update = {
            "kind": kind,
            "hard": entry.hard or bool(self.hard),
            "closed_muscles": tuple(dict.fromkeys((*entry.closed_muscles, *self.closed_muscles))),
            "restriction": restriction,
        }
        return entry.model_copy(update=update)


def _restricted(entry: Site | Contraindication, change: Restriction, kind: str) -> Restriction:
    both = entry.restriction.with_also(change)
    for name in sorted(change.model_fields_set):
        if getattr(both, name) != getattr(change, name):
            raise InputError(
                f"tighten.{kind}.{entry.id}.restriction.{name}: {getattr(change, name)} would loosen "
                f"{getattr(both, name)}: a clinic may only tighten it"
            )
    return both
