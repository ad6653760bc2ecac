"""What can go wrong with a driver or its instrument; all are `DeviceError`s.

DeviceError
├── UnknownDriver (LookupError)      no driver of this name is installed
├── BrokenDriver (ImportError)       a driver is installed and cannot be used
└── NotThisInstrument                the device lacks what its driver reads
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from device.errors import DeviceError
from protocol.sentence import Sentence


class UnknownDriver(DeviceError, LookupError):
    """No driver of this name is installed."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(
            Sentence(
                "there is no driver {name!r}: install it, or choose one of {known}", name=name, known=", ".join(known)
            )
        )
        self.name = name


class BrokenDriver(DeviceError, ImportError):
    """A driver is installed and cannot be used; `why` says what is wrong."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            Sentence(
                "the driver {name!r} cannot be used, {why}: update or remove the package that brings it",
                name=name,
                why=why,
            )
        )


class NotThisInstrument(DeviceError):
    """The device lacks what its driver reads; `missing` are UUIDs."""

    def __init__(self, name: str, title: str, missing: Sequence[str]) -> None:
        super().__init__(
            Sentence(
                "{name} lacks {count} of the attributes of a {title}: choose another driver for it",
                name=name,
                count=len(missing),
                title=Sentence(title),
            )
        )
        self.missing = tuple(missing)
