"""What can go wrong with a driver or its instrument; all are `DeviceError`s.

DeviceError
├── UnknownDriver (LookupError)      no driver of this name is installed
├── BrokenDriver (ImportError)       a driver is installed and cannot be used
└── NotThisInstrument                the device lacks what its driver reads
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from device.errors import DeviceError


class UnknownDriver(DeviceError, LookupError):
    """No driver of this name is installed."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"there is no driver {name!r}: install it, or choose one of {', '.join(known)}")
        self.name = name


class BrokenDriver(DeviceError, ImportError):
    """A driver is installed and cannot be used; `why` says what is wrong."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"the driver {name!r} cannot be used, {why}: update or remove the package that brings it")


class NotThisInstrument(DeviceError):
    """The device lacks what its driver reads; `missing` are UUIDs."""

    def __init__(self, name: str, title: str, missing: Sequence[str]) -> None:
        super().__init__(f"{name} lacks {len(missing)} of the attributes of a {title}: choose another driver for it")
        self.missing = tuple(missing)
