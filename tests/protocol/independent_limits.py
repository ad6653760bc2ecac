"""What docs/protocol.md refuses of what `independent_decoder` reads."""

import math
import struct
from typing import Any

from tests.protocol.independent_decoder import COMMANDS

Values = dict[str, Any]


def demand(condition: bool, what: str) -> None:
    if not condition:
        raise ValueError(what)


def advert(found: Values) -> None:
    demand(found["major"] == 1, "major version")
    serial(found["serial"])


def serial(text: str) -> None:
    demand(1 <= len(text) <= 10 and all(" " <= character <= "~" for character in text), "serial number")


def newtons(c: list[float], x: int) -> float:
    """The polynomial of a channel."""
    return c[0] + x * (c[1] + x * (c[2] + x * c[3]))


def channel(found: Values) -> None:
    width, c = found["width"], found["c"]
    numbers = [*c, found["full_scale"], found["safe_overload"], found["noise"]]
    demand(width in (2, 3) and all(map(math.isfinite, numbers)), "width or number")
    demand(sum(abs(each) * 2.0 ** (k * (8 * width - 1)) for k, each in enumerate(c)) < 131071, "range")


def layout(found: Values) -> None:
    demand(found["major"] == 1, "major version")
    serial(found["serial"])
    demand(1 <= len(found["channels"]) <= 4 and 1 <= len(found["tips"]) <= 8, "too few or too many entries")
    demand(found["channels"][0]["kind"] == 0, "the first channel is no force")
    for each in found["channels"]:
        channel(each)
    demand(all(tip["id"] and tip["area"] for tip in found["tips"]), "a tip's id or area")
    demand(bool(found["rates_mhz"]) and all(found["rates_mhz"]), "rates")


def frame(raw: bytes, found: Values | None) -> None:
    demand(len(raw) > 0, "a frame without a type")
    demand(found is None or found.get("n") != 0, "a frame without a sample")


def request(raw: bytes) -> None:
    """Raise with the name of the result that refuses the request."""
    demand(raw[0] in COMMANDS, "UNKNOWN")
    _, parameters, _ = COMMANDS[raw[0]]
    demand(len(raw) >= 2 + struct.calcsize("<" + parameters.partition(" ")[0]), "BAD_LENGTH")


def reply(raw: bytes, _found: Values) -> None:
    demand(raw[0] >= 0x80, "not a reply")
