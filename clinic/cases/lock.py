"""What a window asks for before it shows a person's file again after nobody touched it for a while."""

from __future__ import annotations

from typing import NamedTuple

from clinic.store.errors import WrongKey
from clinic.store.keys import Door, open_door


class DoorLock(NamedTuple):
    """Whose passphrase it is, and after how long it is asked for."""

    door: Door
    after_s: float

    @property
    def login(self) -> str:
        """Who opened the clinic."""
        return self.door.login

    def opens(self, passphrase: str) -> bool:
        """Whether it is the right one; takes as long as any guess does, about 0.3 s."""
        try:
            open_door(self.door, passphrase)
        except WrongKey:
            return False
        return True
