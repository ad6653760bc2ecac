"""What an instrument can and cannot do, in short words."""

from __future__ import annotations

from typing import Final

from protocol.instruments.ability import GUIDANCE, Ability, Clock
from protocol.layout import Direction
from protocol.sentence import Sentence

OWN_TOOL: Final = ("guides", "compression", "own clock", "tare", "resend")
"""Of a tool of our own; what its layout says is known once it is connected."""

NOT_CALIBRATED: Final = Sentence("nobody knows whether its zero was checked and its calibration is in date")
"""Safety asks for both before a person is pressed (docs/risks.md), and an instrument of another make tells neither."""

_CLOCKS: Final = {Clock.STAMPED: "own clock", Clock.PACED: "counted readings", Clock.ARRIVAL: "arrival time"}


def can(ability: Ability) -> tuple[str, ...]:
    """What there is."""
    ways = ((Direction.COMPRESSION, "compression"), (Direction.PULL, "pull"))
    return (
        "measures",
        *(word for way, word in ways if way in ability.direction),
        *([f"{ability.rate_hz:g} Hz"] if ability.rate_hz else []),
        _CLOCKS[ability.clock],
        *(["tare"] if ability.tare else []),
        *(["resend"] if ability.resend else []),
    )


def cannot(ability: Ability) -> tuple[str, ...]:
    """What there is not."""
    return (
        "guide",
        *([] if ability.area_cm2 else ["pressure"]),
        *([] if ability.slopes else ["slopes"]),
        *([] if ability.tare else ["tare"]),
        *([] if ability.resend else ["resend"]),
    )


def why_no_guidance(ability: Ability) -> str:
    """Why an instrument of another make guides nobody."""
    reasons = [lack.why for lack in ability.lacks if lack.what == GUIDANCE]
    return reasons[0] if reasons else NOT_CALIBRATED
