"""Computers that connect over TCP: each gets a radio of its own in the same virtual air, until it goes."""

from __future__ import annotations

import asyncio
from typing import Final

from bumble.core import InvalidPacketError
from bumble.transport.common import ParserSource, StreamPacketSink

from simulator.faces.computers_radio import ComputersRadio
from simulator.radio import Air

MOST_WAITING: Final = 1 << 20
"""Bytes that a client may leave unread: three minutes of a tool's; then it hangs, and is hung up on."""


class Visitor(asyncio.Protocol):
    """One connection, HCI packets both ways (H4); in `present` while it lasts."""

    def __init__(self, air: Air, present: set[Visitor]) -> None:
        self._air = air
        self._present = present
        self._source = ParserSource()
        self._radio: ComputersRadio | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Give the computer a radio."""
        assert isinstance(transport, asyncio.Transport)
        transport.set_write_buffer_limits(high=MOST_WAITING)
        self._transport = transport
        self._radio = ComputersRadio("computer", self._air)
        self._radio.set_packet_sink(StreamPacketSink(transport))
        self._source.set_packet_sink(self._radio)
        self._present.add(self)

    def data_received(self, data: bytes) -> None:
        """Pass packets on; bytes that are none end the connection."""
        try:
            self._source.parser.feed_data(data)
        except InvalidPacketError:
            self.hang_up()

    def pause_writing(self) -> None:
        """End a connection that nobody reads."""
        self.hang_up()

    def connection_lost(self, _error: Exception | None) -> None:
        """Take the radio away: who was connected through it notices."""
        self._present.discard(self)
        if self._radio is not None:
            self._radio.set_packet_sink(None)
            self._radio.leave()

    def hang_up(self) -> None:
        """End the connection."""
        if self._transport is not None:
            self._transport.abort()


def hang_up(visitors: set[Visitor]) -> None:
    """End all connections."""
    for visitor in list(visitors):
        visitor.hang_up()
