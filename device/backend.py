"""Which Bluetooth is used: the platform's, or classes that somebody passes in."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Final, Protocol

from bleak.args.bluez import BlueZNotifyArgs
from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.client import BaseBleakClient
from bleak.backends.scanner import BaseBleakScanner

from device.errors import UnknownNotify

NOTIFY_VARIABLE: Final = "PALPATE_NOTIFY"
"""Of the environment: how BlueZ passes on what a tool notifies, “start” or “acquire” (docs/link.md)."""


class Backend(Protocol):
    """The classes that bleak takes as `backend=`; None means the platform's."""

    @property
    def scanner(self) -> type[BaseBleakScanner] | None:
        """For `bleak.BleakScanner`."""
        ...

    @property
    def client(self) -> type[BaseBleakClient] | None:
        """For `bleak.BleakClient`."""
        ...

    @property
    def adapter(self) -> type[BaseBleakAdapter] | None:
        """For `bleak.BleakAdapter`; None beside a scanner of its own: it knows nobody who is connected already."""
        ...


@dataclass(frozen=True, slots=True)
class Classes:
    """A back end by its classes."""

    scanner: type[BaseBleakScanner] | None = None
    client: type[BaseBleakClient] | None = None
    adapter: type[BaseBleakAdapter] | None = None


PLATFORM = Classes()
"""BlueZ, WinRT or CoreBluetooth, as bleak chooses."""


def is_bluez(backend: Backend) -> bool:
    """Whether it is Linux's own Bluetooth."""
    return sys.platform == "linux" and backend.scanner is None


def notify_arguments() -> BlueZNotifyArgs:
    """What bleak is told when something is subscribed to; heard on BlueZ only. Raises `UnknownNotify`."""
    match os.environ.get(NOTIFY_VARIABLE, ""):
        case "" | "start":
            return {"use_start_notify": True}
        case "acquire":
            return {"use_start_notify": False}
        case other:
            raise UnknownNotify(NOTIFY_VARIABLE, other)
