"""What people do while a treatment runs; stored beside the tool's payloads, so that a replay sees it too."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

WORST_PAIN: Final = 10
"""Of the numeric rating scale: 0 is no pain, 10 the worst that one can imagine."""


class StopReason(StrEnum):
    """Why a STOP was pressed; asked before anything goes on, and it decides what may go on."""

    TOO_PAINFUL = "too painful"
    NERVE = "tingling, numbness, shooting pain, weakness or pulsation"
    UNWELL = "dizziness, pallor, trouble seeing or speaking"
    OTHER = "another reason"


Person = Literal["patient", "therapist"]
"""Whose hand entered what the patient feels."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stop(_Value):
    """Somebody pressed STOP on this side."""

    kind: Literal["stop"] = "stop"


class GoOn(_Value):
    """The explicit way out of a STOP."""

    kind: Literal["go on"] = "go on"
    reason: StopReason


class AskPlace(_Value):
    """From here on nobody is pressed before somebody says that the tool is at the place that was named."""

    kind: Literal["ask place"] = "ask place"


class Here(_Value):
    """The tool is at the place that was named: site and side were looked at."""

    kind: Literal["here"] = "here"


class LeaveOut(_Value):
    """The place that was named is left out; nobody was pressed there."""

    kind: Literal["leave out"] = "leave out"


class Quit(_Value):
    """The treatment is ended without being complete."""

    kind: Literal["quit"] = "quit"


class Pain(_Value):
    """How strong the pain is, 0 to 10, in whole numbers."""

    kind: Literal["pain"] = "pain"
    nrs: Annotated[int, Field(strict=True, ge=0, le=WORST_PAIN)]
    by: Person
    recalled: bool = False
    """Of a hold that was over when it was said; such a report ends no hold."""


class PainHalved(_Value):
    """The patient said that the pain has halved: a short press of the pedal or of the tool's button."""

    kind: Literal["pain halved"] = "pain halved"


class PainGone(_Value):
    """The patient said that the pain is gone: a double press of the pedal or of the tool's button."""

    kind: Literal["pain gone"] = "pain gone"


class Softer(_Value):
    """The therapist felt the tissue become softer."""

    kind: Literal["softer"] = "softer"


class Now(_Value):
    """The patient's "now it begins to hurt": the patient's key, or the therapist's mark of what was said."""

    kind: Literal["now"] = "now"
    by: Person


class MeasureZero(_Value):
    """Somebody took the tool off the skin and wants its zero measured again."""

    kind: Literal["measure zero"] = "measure zero"


class UndoZero(_Value):
    """The newest zero that the tool measured is taken back: the one before it holds from the next reading on."""

    kind: Literal["undo zero"] = "undo zero"


class StepUp(_Value):
    """The therapist wants the plan's next step up; the guide takes it, or says why not."""

    kind: Literal["step up"] = "step up"


class AwaitLook(_Value):
    """A person is to be pressed: nobody is asked for contact before the pre-flight has passed."""

    kind: Literal["await look"] = "await look"


class ToolFit(_Value):
    """The pre-flight looked at the tool and found nothing against it."""

    kind: Literal["tool fit"] = "tool fit"


Placed: TypeAlias = AskPlace | Here | LeaveOut
"""What is said of the place before the first press."""
Looked: TypeAlias = AwaitLook | ToolFit
"""What is said of the tool before the first press."""
Felt: TypeAlias = Pain | PainHalved | PainGone | Softer | Now
"""What somebody feels."""
Input: TypeAlias = Stop | GoOn | Placed | Looked | Quit | Felt | MeasureZero | UndoZero | StepUp

_INPUT: TypeAdapter[Input] = TypeAdapter(Annotated[Input, Field(discriminator="kind")])


def input_bytes(value: Input) -> bytes:
    """The payload on channel INPUT."""
    return value.model_dump_json().encode()


def read_input(data: bytes) -> Input:
    """Read a payload of channel INPUT; raises `ValueError` for what is none."""
    return _INPUT.validate_json(data)


def undoes_zero(data: bytes) -> bool:
    """Whether a payload of channel INPUT takes the newest zero back; one that cannot be read does not."""
    try:
        return isinstance(read_input(data), UndoZero)
    except ValueError:
        return False
