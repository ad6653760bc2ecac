"""What a client answered, where, and who wrote it down."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, PositiveInt, StringConstraints

from clinic.entries.entry import Id, Value

Named = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Answer(StrEnum):
    """To a question of the screening; "unsure" counts as yes until it is cleared up."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"

    @property
    def counts(self) -> bool:
        """Whether it does what a yes does."""
        return self is not Answer.NO


class Role(StrEnum):
    """Of an account."""

    PRACTITIONER = "practitioner"
    TRAINEE = "trainee"


class Examiner(Value):
    """Who asked, cleared or acknowledged."""

    name: Named
    role: Role


class Side(StrEnum):
    """Of the client's body, whoever looks at it from where."""

    LEFT = "client's left"
    RIGHT = "client's right"
    MIDDLE = "middle"


class Spot(Value):
    """A site and its side: what questions about a place ask for."""

    site: Id
    side: Side

    def __str__(self) -> str:
        return f"{self.site}, {self.side}"


class Form(StrEnum):
    """How much was asked."""

    FULL = "full"
    QUICK = "quick"
    """The hard questions alone: what was not asked then counts as a finding that lowers the cap."""


class SpotReplies(Value):
    """Answers to the questions about one place."""

    spot: Spot
    replies: Mapping[Id, Answer]


class Screening(Value):
    """One questionnaire, as it was answered; never edited, the next one follows it."""

    library_version: PositiveInt
    library_digest: str
    """Of the questions that were shown."""
    clinic: str | None = None
    """Whose own questions were among them."""
    form: Form
    at: AwareDatetime
    by: Examiner
    replies: Mapping[Id, Answer]
    """By the id of the contraindication; a question that is not here was not answered."""
    spots: tuple[SpotReplies, ...] = ()

    def at_spot(self, spot: Spot) -> Mapping[Id, Answer]:
        """Answers about this place; where it was asked twice the later ones count."""
        merged: dict[Id, Answer] = {}
        for each in self.spots:
            if each.spot == spot:
                merged |= each.replies
        return merged


class ChangeReply(Value):
    """The answer to "Anything changed?" at the begin of a visit. It has no default: somebody asked."""

    answer: Answer
    at: AwareDatetime
    by: Examiner
