"""The virtual air: what Bluetooth controllers of one process hear of each other, and when.

A live Bluetooth link loses and corrupts nothing. A lost connection event only delays what was to be sent, until
the supervision time-out ends the connection. Not modelled: collisions, channels, the random delay of adverts.
"""

from __future__ import annotations

import asyncio
import math
import random
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bumble import hci, ll
from bumble.core import InvalidArgumentError, PhysicalTransport
from bumble.link import LocalLink

from simulator.radio_model import RadioModel

if TYPE_CHECKING:
    from bumble.controller import Connection, Controller

    from simulator.controller import AirController

_JUST_PASSED: Final = 1e-6
"""Share of an interval that counts as reached: the clock's rounding must not repeat an event."""


@dataclass(slots=True, eq=False)
class _Lane:
    """One direction of one connection."""

    source: AirController
    connection: Connection
    packets: deque[bytes] = field(default_factory=deque)


class Air(LocalLink):
    """Joins controllers under one `RadioModel`; `in_range = False` takes all of them out of earshot."""

    def __init__(self, model: RadioModel | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # bumble's has no annotation
        self.model = model or RadioModel()
        self.anchor_s = 0.0
        """The loop's time of the latest connection event: what a controller reports as its anchor point."""
        self._stations: list[AirController] = []
        self._lanes: dict[tuple[int, int], _Lane] = {}
        self._luck = random.Random(self.model.seed)
        self._loop = asyncio.get_running_loop()
        self._next_event: asyncio.Handle | None = None
        self._supervision: asyncio.TimerHandle | None = None
        self._origin_s = self._loop.time()

    @property
    def in_range(self) -> bool:
        """Whether the stations hear each other."""
        return self._supervision is None

    @in_range.setter
    def in_range(self, near: bool) -> None:
        if near == self.in_range:
            return
        if self._supervision is None:
            self._supervision = self._loop.call_later(self.model.supervision_s, self._drop_all)
        else:
            self._supervision.cancel()
            self._supervision = None
            self._schedule()

    def close(self) -> None:
        """Silence the air: nothing is delivered any more."""
        for handle in (self._next_event, self._supervision):
            if handle is not None:
                handle.cancel()
        self._lanes.clear()

    def scan_response(self, advertiser: hci.Address) -> bytes | None:
        """Return the scan response of the station that advertises as `advertiser`."""
        for station in self._stations:
            if (response := station.scan_response(advertiser)) is not None:
                return response
        return None

    def join(self, station: AirController) -> None:
        """Put a controller on the air; bumble's own set of them has another order in each run."""
        self._stations.append(station)

    def leave(self, station: AirController) -> None:
        """Take a controller off the air."""
        self._stations.remove(station)

    def prefer(self, address: hci.Address) -> None:
        """Let the station with this address hear everything before the others."""
        station = self.find_le_controller(address)
        if station is not None:
            self._stations.remove(station)
            self._stations.insert(0, station)

    def takes_answer(self, advertiser: hci.Address) -> bool:
        """Whether who answers the advert of now gets the connection: the first one does."""
        station = self.find_le_controller(advertiser)
        return station is None or station.takes_answer(self._loop.time())

    # what bumble's controllers call

    def find_le_controller(self, address: hci.Address) -> AirController | None:
        """Find who owns `address`, in a connection or at all."""
        for station in self._stations:
            if any(each.self_address == address for each in station.le_connections.values()):
                return station
        return next((each for each in self._stations if each.random_address == address), None)

    def send_advertising_pdu(self, sender_controller: Controller, packet: ll.AdvertisingPdu) -> None:
        """Let every other station hear an advert or a request to connect."""
        if not self.in_range:
            return
        if not isinstance(packet, ll.ConnectInd) and self._luck.random() < self.model.advert_loss:
            return
        for station in self._stations:
            if station is not sender_controller:
                self._loop.call_soon(station.on_ll_advertising_pdu, packet)

    def send_ll_control_pdu(
        self, sender_address: hci.Address, receiver_address: hci.Address, packet: ll.ControlPdu
    ) -> None:
        """Pass a link-layer procedure on at once; out of range it is lost, as after its last repetition."""
        receiver = self.find_le_controller(receiver_address)
        if self.in_range and receiver is not None and sender_address in receiver.le_connections:
            self._loop.call_soon(self._deliver_control, receiver, sender_address, packet)

    def send_acl_data(
        self,
        sender_controller: Controller,
        destination_address: hci.Address,
        transport: PhysicalTransport,
        data: bytes,
    ) -> None:
        """Queue data for the next connection events."""
        if transport != PhysicalTransport.LE:
            raise InvalidArgumentError("the virtual air carries Bluetooth LE only")
        source = next(each for each in self._stations if each is sender_controller)
        connection = source.le_connections[destination_address]
        key = (id(source), connection.handle)
        lane = self._lanes.get(key)
        if lane is None or lane.connection is not connection:
            lane = self._lanes[key] = _Lane(source, connection)
        lane.packets.append(data)
        self._schedule()

    # connection events

    def _schedule(self) -> None:
        if self._next_event is None and self.in_range:
            due_s = self._next_event_s()
            self._next_event = self._loop.call_at(due_s, self._event, due_s)

    def _next_event_s(self) -> float:
        now_s, interval_s = self._loop.time(), self.model.interval_s
        if interval_s <= 0:
            return now_s
        passed = math.floor((now_s - self._origin_s) / interval_s + _JUST_PASSED)
        return self._origin_s + (passed + 1) * interval_s

    def _event(self, due_s: float) -> None:
        self._next_event = None
        if not self.in_range:
            return
        self.anchor_s = due_s
        for key, lane in list(self._lanes.items()):
            if not _alive(lane):
                del self._lanes[key]
            elif self._luck.random() >= self.model.event_loss:
                self._move(lane)
        if any(lane.packets for lane in self._lanes.values()):
            self._schedule()

    def _move(self, lane: _Lane) -> None:
        receiver = self.find_le_controller(lane.connection.peer_address)
        for _ in range(min(self.model.packets_per_event, len(lane.packets))):
            data = lane.packets.popleft()
            if receiver is not None and lane.connection.self_address in receiver.le_connections:
                receiver.on_link_acl_data(lane.connection.self_address, PhysicalTransport.LE, data)
            lane.source.packet_left(lane.connection, len(data))

    def _deliver_control(self, receiver: AirController, sender: hci.Address, packet: ll.ControlPdu) -> None:
        if sender in receiver.le_connections:
            receiver.on_ll_control_pdu(sender, packet)

    def _drop_all(self) -> None:
        self._lanes.clear()
        for station in self._stations:
            for connection in list(station.le_connections.values()):
                station.on_le_disconnected(connection, hci.HCI_ErrorCode.CONNECTION_TIMEOUT_ERROR)


def _alive(lane: _Lane) -> bool:
    return lane.source.le_connections.get(lane.connection.peer_address) is lane.connection
