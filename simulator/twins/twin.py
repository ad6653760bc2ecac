"""What a twin is: an instrument without a radio."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol, TypeAlias

from bumble.core import AdvertisingData
from bumble.gatt import Characteristic

Load: TypeAlias = Callable[[float], float]
"""Newtons at a time, in seconds since the twin was switched on."""

Sections: TypeAlias = Sequence[tuple[AdvertisingData.Type, bytes]]

NOTIFY: Final = Characteristic.Properties.NOTIFY
INDICATE: Final = Characteristic.Properties.INDICATE
WRITE: Final = Characteristic.Properties.WRITE | Characteristic.Properties.WRITE_WITHOUT_RESPONSE


class Twin(Protocol):
    """An instrument; `t_s` are seconds since it was switched on and never go back."""

    name: str
    """As advertised."""
    max_mtu: int
    """The largest ATT MTU that it agrees to."""

    @property
    def services(self) -> Mapping[str, Mapping[str, Characteristic.Properties]]:
        """Characteristics by service; empty where nobody can connect."""
        ...

    def advert(self, t_s: float) -> Sections:
        """What it advertises besides its name."""
        ...

    def write(self, t_s: float, characteristic: str, data: bytes) -> None:
        """Take what was written; what it says to that comes out of `advance`."""
        ...

    def hang_up(self, t_s: float) -> None:
        """Hear that the connection ended."""
        ...

    def advance(self, t_s: float) -> Sequence[tuple[str, bytes]]:
        """Return everything due up to and including `t_s`, in order: characteristic and value."""
        ...

    def next_due_s(self, t_s: float) -> float:
        """Return when there is something again, also another advert: later than `t_s`, infinity for never."""
        ...
