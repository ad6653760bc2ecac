"""What people do while a treatment runs; stored beside the tool's payloads, so that a replay sees it too."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class StopReason(StrEnum):
    """Why a STOP was pressed; asked before anything goes on, and it decides what may go on."""

    TOO_PAINFUL = "too painful"
    NERVE = "tingling, numbness, shooting pain, weakness or pulsation"
    UNWELL = "dizziness, pallor, trouble seeing or speaking"
    OTHER = "another reason"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stop(_Value):
    """Somebody pressed STOP on this side."""

    kind: Literal["stop"] = "stop"


class GoOn(_Value):
    """The explicit way out of a STOP."""

    kind: Literal["go on"] = "go on"
    reason: StopReason


class Quit(_Value):
    """The treatment is ended without being complete."""

    kind: Literal["quit"] = "quit"


class Now(_Value):
    """ "Now it begins to hurt": the patient's key, or the therapist's mark of what the patient said."""

    kind: Literal["now"] = "now"
    by: Literal["patient", "therapist"]


Input = Stop | GoOn | Quit | Now

_INPUT: TypeAdapter[Input] = TypeAdapter(Annotated[Input, Field(discriminator="kind")])


def input_bytes(value: Input) -> bytes:
    """The payload on channel INPUT."""
    return value.model_dump_json().encode()


def read_input(data: bytes) -> Input:
    """Read a payload of channel INPUT; raises `ValueError` for what is none."""
    return _INPUT.validate_json(data)
