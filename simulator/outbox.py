"""What the tool has to send, in its order."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from protocol.link import Channel


class Notification(NamedTuple):
    """Bytes that the tool sends by itself."""

    channel: Channel
    data: bytes


class Outbox:
    """Keeps notifications until somebody fetches them, and a digest of all that is said while it happens."""

    def __init__(self) -> None:
        self._waiting: list[Notification] = []
        self._digest = hashlib.sha256()

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def sha256(self) -> str:
        """Of all live notifications so far, in order."""
        return self._digest.hexdigest()

    def say(self, channel: Channel, data: bytes) -> None:
        """Put a reply or a repeated event."""
        self._waiting.append(Notification(channel, data))

    def say_live(self, channel: Channel, data: bytes) -> None:
        """Put a frame or an event of this moment."""
        self._digest.update(data)
        self.say(channel, data)

    def say_all_live(self, channel: Channel, frames: list[bytes]) -> None:
        """Put frames of consecutive moments."""
        self._digest.update(b"".join(frames))
        self._waiting.extend(Notification(channel, frame) for frame in frames)

    def take(self) -> list[Notification]:
        """All that waits, the oldest first."""
        taken, self._waiting = self._waiting, []
        return taken
