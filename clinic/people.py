"""Who comes, who works here, and where somebody was pressed: values, told apart by ids that say nothing of anybody.

Nothing of a person stands in a `repr`, a log or an error: each of these values prints its id alone.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID, uuid4

from pydantic import AwareDatetime, ConfigDict, Field, PositiveInt, StringConstraints

from clinic.entries.entry import Value
from clinic.entries.places import Position, View
from clinic.screening.answers import Examiner, Named, Role, Spot
from protocol.language import Language as Language  # noqa: PLC0414 - for whoever reads it from here

SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of Crockford's base 32: none can be taken for another when it is read aloud or written by hand."""
PSEUDONYM_SIGNS: Final = 8
"""40 random bits: among 10,000 clients two share one with a chance of 1 in 20,000, and the store refuses it then."""

Pseudonym = Annotated[str, StringConstraints(pattern=rf"^[{SIGNS}]{{4}}-[{SIGNS}]{{4}}$")]
"""What stands for a client in records, reports and exports; random, so it tells nothing."""
Login = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,31}$")]
"""What somebody who works here is called at the door; it is not encrypted."""


def new_pseudonym() -> str:
    """A random one, as "K7QF-3M2P"."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(PSEUDONYM_SIGNS))
    return f"{signs[:4]}-{signs[4:]}"


class Private(Value):
    """A value about a person: it has an id, and shows nothing else of itself where it is printed."""

    model_config = ConfigDict(hide_input_in_errors=True)

    id: UUID = Field(default_factory=uuid4)
    version: PositiveInt = 1
    """Counts the changes; a change of what somebody else changed meanwhile is refused."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        yield "id", str(self.id)


class Client(Private):
    """Who is treated. The screening of a client is a `Chart` that the store keeps beside this."""

    pseudonym: Pseudonym = Field(default_factory=new_pseudonym)
    name: Named
    born: date | None = None
    contact: str = ""
    """For the call a day after."""
    language: Language = Language.ENGLISH
    note: str = ""


class Account(Private):
    """Who works here: practitioner or trainee."""

    login: Login
    name: Named
    role: Role
    active: bool = True
    """Whoever left keeps an entry, since the audit trail names it."""

    @property
    def examiner(self) -> Examiner:
        """As charts and visits name them."""
        return Examiner(name=self.name, role=self.role)


Share = Annotated[float, Field(ge=0, le=1)]


class OnMap(Value):
    """A place on a picture of the body: shares of its width from the left and of its height from above."""

    view: View
    x: Share
    y: Share


class Point(Private):
    """Site, side, place on the map and a note: what a history and the rule of 48 h are about."""

    client: UUID
    spot: Spot
    on_map: OnMap | None = None
    position: Position | None = None
    """How the client lies or sits when it is pressed."""
    note: str = ""
    marked_at: AwareDatetime
