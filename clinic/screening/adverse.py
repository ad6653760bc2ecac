"""The register of adverse events: each STOP opens an entry, and each entry is followed up after a day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Final, Self
from uuid import UUID, uuid4

from pydantic import AwareDatetime, Field, PositiveFloat, model_validator

from clinic.entries.entry import Value
from clinic.screening.answers import Examiner, Named, Spot
from protocol.sentence import Sentence
from session.cue import Why
from session.inputs import StopReason

FOLLOW_UP_AFTER: Final = timedelta(hours=24)
"""Most minor events after massage begin within 12 h and end by 36 h (Cambron 2007)."""


class FollowedUp(Value):
    """How it was at the follow-up."""

    at: AwareDatetime
    by: Examiner
    words: Named
    """The client's own."""


class AdverseEvent(Value):
    """One STOP; the reason is unknown until it is told, and then counts as the worst."""

    id: UUID = Field(default_factory=uuid4)
    at: AwareDatetime
    spot: Spot | None
    """None where nobody knows: it counts for the whole body."""
    why: Why
    reason: StopReason | None = None
    target_n: PositiveFloat | None = None
    """What was asked for then."""
    note: str = ""
    follow_up: FollowedUp | None = None

    @property
    def due(self) -> datetime:
        """When somebody asks the client how it is."""
        return self.at + FOLLOW_UP_AFTER

    def told(self, reason: StopReason) -> Self:
        """The entry with its reason."""
        return self.model_copy(update={"reason": reason})

    def concerns(self, spot: Spot) -> bool:
        """Whether it happened at this place, or nobody knows where."""
        return self.spot is None or self.spot == spot


class Register(Value):
    """All events of one person, oldest first; entries are added and followed up, never removed."""

    events: Annotated[tuple[AdverseEvent, ...], Field()] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len({event.id for event in self.events}) < len(self.events):
            raise ValueError(Sentence("the same adverse event stands here twice: take one of them out"))
        return self

    def with_event(self, event: AdverseEvent) -> Register:
        """One more, or the same one with its reason."""
        others = tuple(each for each in self.events if each.id != event.id)
        return Register(events=tuple(sorted((*others, event), key=lambda each: each.at)))

    def followed_up(self, event_id: UUID, how: FollowedUp) -> Register:
        """The register after somebody asked; raises `ValueError` where there is no such event."""
        for event in self.events:
            if event.id == event_id:
                return self.with_event(event.model_copy(update={"follow_up": how}))
        raise ValueError(Sentence("there is no such adverse event: look at the list again"))

    def due(self, now: datetime) -> tuple[AdverseEvent, ...]:
        """Whose follow-up is due and not done."""
        return tuple(event for event in self.events if event.follow_up is None and now >= event.due)
