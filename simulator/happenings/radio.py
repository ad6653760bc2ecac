"""What happens on the air and in the computer's own Bluetooth; a straight link has neither."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from simulator.happenings.base import AtOnce, Lasting


class OutOfRange(Lasting):
    """Tool and computer do not hear each other; longer than the supervision time-out, and the connection ends."""

    kind: Literal["out of range"] = "out of range"


class WeakRadio(Lasting):
    """Each connection event fails with this probability: data come later, none is lost."""

    kind: Literal["weak radio"] = "weak radio"
    share: Annotated[float, Field(gt=0, lt=1)]


class AdvertLoss(Lasting):
    """Each advert is missed with this probability; 1: the tool does not advertise."""

    kind: Literal["advert loss"] = "advert loss"
    share: Annotated[float, Field(gt=0, le=1)]


class SignalStrength(AtOnce):
    """Adverts are heard so strongly from now on; several of them make a walk."""

    kind: Literal["signal strength"] = "signal strength"
    rssi_dbm: Annotated[int, Field(ge=-127, le=20)]


class Interval(AtOnce):
    """The connection has another interval between its events from now on."""

    kind: Literal["interval"] = "interval"
    interval_s: Annotated[float, Field(ge=0.0075, le=4)]


class BluetoothOff(Lasting):
    """The computer's Bluetooth is switched off."""

    kind: Literal["bluetooth off"] = "bluetooth off"


class HeldElsewhere(Lasting):
    """Another computer takes the tool's connection as soon as it is free, and keeps it."""

    kind: Literal["held elsewhere"] = "held elsewhere"


class GattChanged(AtOnce):
    """The tool drops the connection and comes back with other handles, as after an update of its firmware."""

    kind: Literal["gatt changed"] = "gatt changed"


RadioFault: TypeAlias = (
    OutOfRange | WeakRadio | AdvertLoss | SignalStrength | Interval | BluetoothOff | HeldElsewhere | GattChanged
)
