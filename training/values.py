"""What the files of training are made of."""

from __future__ import annotations

import reprlib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Lower case with hyphens; never given again to something else, since results are stored with it."""
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A text for people."""
Pseudonym = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=32)]
"""A trainee's: it is a file's name, and no person's."""
Newtons = Annotated[float, Field(ge=4, le=109)]
"""A target: a lighter one has no fair band (±1 N is a quarter of it), a heavier one's band is above 120 N."""


class Value(BaseModel):
    """Frozen, complete, never NaN."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def mistake(error: ValidationError) -> str:
    """The first thing that is wrong: where, and what would be right."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(each) for each in first["loc"])
    at = f"{place}: " if place else ""
    match first["type"]:
        case "extra_forbidden":
            return f"{at}there is no such key: take it out, or look at its spelling in docs/training.md"
        case "missing":
            return f"{at}this key is missing"
        case "value_error":
            return f"{at}{first['ctx']['error']}"
        case _:
            return f"{at}{first['msg']}, and it is {reprlib.repr(first['input'])}"
