"""The texts in what is prescribed, allowed or refused."""

from __future__ import annotations

from typing import Annotated

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from protocol.sentence import Sentence


def _as_it_is(value: object, validate: ValidatorFunctionWrapHandler) -> str:
    """Pydantic makes an ordinary text of a `str` of any other kind."""
    return value if isinstance(value, Sentence) else str(validate(value))


Told = Annotated[str, WrapValidator(_as_it_is)]
"""A text for people that stays a `Sentence` where it is one; read from a file it is an ordinary text."""
