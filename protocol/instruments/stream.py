"""The payloads of one instrument, read by the driver that the first of them names: the same live and in replay."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from protocol.errors import FrameError
from protocol.instruments.ability import Ability
from protocol.instruments.driver import Driver, Heard, Talk, Value
from protocol.link import Channel, Payload

LONGEST_TEXT: Final = 64
"""Characters of each text."""


class Introduction(NamedTuple):
    """Which instrument the payloads after this one come from, and whose driver reads them."""

    driver: str
    identity: str
    """What tells it from others of its make: an address, or what the system gives for one."""
    name: str
    """As advertised."""

    @classmethod
    def from_bytes(cls, data: bytes) -> Introduction:
        """Read the JSON of `__bytes__`; raises `FrameError` for anything else."""
        try:
            fields = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise FrameError("an introduction that is not JSON") from error
        match fields:
            case {"driver": str(driver), "identity": str(identity), "name": str(name)}:
                if max(map(len, (driver, identity, name))) <= LONGEST_TEXT:
                    return cls(driver, identity, name)
        raise FrameError(f"an introduction is three short texts: {', '.join(cls._fields)}")

    def __bytes__(self) -> bytes:
        return json.dumps(self._asdict(), ensure_ascii=False).encode()


class InstrumentDecoder:
    """Decodes the payloads of one instrument, in order."""

    def __init__(self, named: Callable[[str], Driver]) -> None:
        """`named` finds a driver by its name, and raises what it likes where there is none."""
        self.introduction: Introduction | None = None
        self._named = named
        self._talk: Talk | None = None

    @property
    def ability(self) -> Ability | None:
        """What the instrument can do, None before the introduction."""
        return self._talk.ability if self._talk else None

    def feed(self, payload: Payload) -> Sequence[Value]:
        """Decode one payload; nothing for those that are not an instrument's. Raises `FrameError`."""
        match payload.channel:
            case Channel.INSTRUMENT:
                self.introduction = Introduction.from_bytes(payload.data)
                self._talk = self._named(self.introduction.driver).talk()
            case Channel.WRITTEN:
                self._known().sent(payload.data)
            case Channel.HEARD:
                if not payload.data:
                    raise FrameError("what was heard begins with the number of its source")
                return self._known().feed(Heard(payload.data[0], payload.arrival_s, payload.data[1:]))
            case _:
                pass
        return ()

    def _known(self) -> Talk:
        if self._talk is None:
            raise FrameError("bytes of an instrument came before it was introduced")
        return self._talk
