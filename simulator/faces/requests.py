"""What somebody outside may ask of a simulated tool, a line of JSON each (docs/serve.md)."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    TypeAdapter,
    ValidationError,
)

from simulator.happenings.every import HAPPENING, Happening
from simulator.scenario import Scenario, Serial

LONGEST_LINE: Final = 65_536
"""Bytes of a request, far more than any needs: whoever sends a line without end shall not fill the memory."""
LONGEST_ADVANCE_S: Final = 3600.0
"""What the tool says in an hour at 1 kHz is some 20 MB of lines before the answer comes."""

MOST_SPANS: Final = 1000
"""Of one question for the truth, so that it fits into a line."""


class RequestRefused(Exception):
    """A request that cannot be done; the text says why and what to do."""


class _Request(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int | str | None = None
    """Comes back with the answer."""


class Press(_Request):
    """The hand decides to press with this force, and to let go after `for_s`; a reaction time later it does."""

    do: Literal["press"]
    force_n: Annotated[float, Field(gt=0, le=160)]
    for_s: PositiveFloat | None = None


class Release(_Request):
    """The hand decides to let go."""

    do: Literal["release"]


class Inject(_Request):
    """Something happens; `happening` is one of a scenario's, and its `at_s` counts from now: without, at once."""

    do: Literal["inject"]
    happening: dict[str, Any]


class Truth(_Request):
    """What really happened at the tip so far, and the dose of each span of the tool's time that is asked for."""

    do: Literal["truth"]
    between_s: Annotated[tuple[tuple[NonNegativeFloat, NonNegativeFloat], ...], Field(max_length=MOST_SPANS)] = ()


class State(_Request):
    """How the tool stands."""

    do: Literal["state"]


class Connect(_Request):
    """A client connects."""

    do: Literal["connect"]
    mtu: Annotated[int, Field(ge=23, le=247)] = 247


class Disconnect(_Request):
    """The client hangs up."""

    do: Literal["disconnect"]


class Write(_Request):
    """The client writes a request to Control or Setup, whichever its first byte belongs to."""

    do: Literal["write"]
    hex: Annotated[str, Field(max_length=1024, pattern=r"^([0-9A-Fa-f]{2})+$")]


class Read(_Request):
    """The client reads a characteristic."""

    do: Literal["read"]
    what: Literal["layout", "status", "battery"]


class Advance(_Request):
    """So much time passes."""

    do: Literal["advance"]
    s: Annotated[float, Field(gt=0, le=LONGEST_ADVANCE_S)]


class PowerOn(_Request):
    """Another tool instead, just switched on: time, truth and all that happened begin anew."""

    do: Literal["power_on"]
    scenario: str | Scenario = "untouched"
    """One of the named ones, or all of it."""
    seed: NonNegativeInt = 0
    serial: Serial | None = None
    """Instead of the scenario's, where several tools are in use."""


HandRequest = Press | Release | Inject | Truth | State
"""What can be asked of any tool that runs."""
LinkRequest = Connect | Disconnect | Write | Read | Advance | PowerOn
"""What a Bluetooth client and real time do otherwise."""
Request = HandRequest | LinkRequest

_REQUEST: Final[TypeAdapter[Request]] = TypeAdapter(Annotated[Request, Field(discriminator="do")])


def request_of(line: str | bytes) -> Request:
    """Read one line; raises `RequestRefused`."""
    if len(line) > LONGEST_LINE:
        raise RequestRefused(f"a request has at most {LONGEST_LINE} bytes: send a shorter one")
    try:
        return _REQUEST.validate_json(line)
    except ValidationError as error:
        raise RequestRefused(_first(error, "this is no request")) from error


def happening_of(inject: Inject) -> Happening:
    """What shall happen; raises `RequestRefused`."""
    try:
        return HAPPENING.validate_python(inject.happening)
    except ValidationError as error:
        raise RequestRefused(_first(error, "this cannot happen")) from error


def _first(error: ValidationError, what: str) -> str:
    """One sentence about the first mistake."""
    mistake = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in mistake["loc"])
    said = mistake["msg"].replace("\n", " ")
    return f"{what}: {place + ': ' if place else ''}{said[:1].lower()}{said[1:]}"
