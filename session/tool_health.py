"""Everything about the tool that is shown beside the force: link, battery, clocks and zero."""

from __future__ import annotations

from typing import Final, NamedTuple

from protocol.blocks import SampleBlock
from protocol.control import Result
from protocol.errors import FrameError
from protocol.link import Channel, Payload
from protocol.sentence import Sentence
from session.battery import Battery, BatteryWatch
from session.clock_health import ClockHealth, ClockWatch
from session.link_health import LinkHealth, LinkWatch, rssi_dbm
from session.tare import Refused, Tared, Undone, ZeroEvent, zero_event
from session.tool_stream import NOT_MEASURED, ToolStream
from session.unknown import Figure, Unknown
from session.zero_check import NOT_AT_REST, ZeroCheck
from session.zero_ledger import Drift

LOOK_S: Final = 0.25
"""Between two looks at the link: nobody reads faster, and at 1 kHz a look costs more than the payload."""
KEPT: Final = 100
"""Events of the zero that are kept, the newest ones; a refusal comes each second until the tool is off the skin."""


NO_LEDGER: Final = Unknown(Sentence("no earlier zeros are at hand"))
"""Instead of a drift."""


class ZeroHealth(NamedTuple):
    """The zero at one moment."""

    events: tuple[ZeroEvent, ...] = ()
    """The latest ones, oldest first."""
    standing: tuple[Tared, ...] = ()
    """The tares that nobody took back, oldest first; the last one holds."""
    state: Result | Unknown = NOT_MEASURED
    """How the last tare ended; or why there is no zero that one could trust (`ToolStream.zeroed`)."""
    rest_n: Figure = NOT_AT_REST
    """What the tool reads at rest (`session.zero_check`)."""
    drift: Drift | Unknown = NO_LEDGER
    """How it moves from day to day (`session.zero_ledger`)."""


class ToolHealth(NamedTuple):
    """The tool at one moment."""

    link: LinkHealth
    battery: Battery
    clock: ClockHealth
    zero: ZeroHealth


class ToolWatch:
    """Takes each payload after `ToolStream` did, with the readings in it; asks no clock. Memory does not grow."""

    def __init__(self, rssi_dbm: int | None = None) -> None:
        self.clock = ClockWatch()
        self._link = LinkWatch(rssi_dbm)
        self._battery = BatteryWatch()
        self._check = ZeroCheck()
        self._zero = ZeroHealth()
        self._clocks = 0
        self._looked: tuple[float, LinkHealth] | None = None

    def update(self, payload: Payload, tool: ToolStream, block: SampleBlock | None) -> None:
        """One payload, what the stream made of it, and the tared live readings in it, if any."""
        if tool.clocks != self._clocks:
            self._clocks = tool.clocks
            self._link.begin()
            self.clock.begin()
        self._link.update(payload.arrival_s, block, tool.malformed)
        self.clock.update(payload, tool.time_us_at)
        if payload.channel is Channel.RSSI and (dbm := rssi_dbm(payload.data)) is not None:
            self._link.hear(dbm)
        if payload.channel is Channel.BATTERY:
            self._battery.update(tool.battery_percent, payload.arrival_s)
        self._hear_zero(payload)
        self._zero = self._zero._replace(state=tool.zeroed)
        if block is not None and len(block):
            self._check.update(block)

    def drifts(self, drift: Drift | Unknown) -> None:
        """What the tool's ledger says."""
        self._zero = self._zero._replace(drift=drift)

    def look(self, now_s: float) -> ToolHealth:
        """The tool at `now_s`, not before the latest arrival; the link's part may be `LOOK_S` old."""
        if self._looked is None or not 0 <= now_s - self._looked[0] < LOOK_S:
            self._looked = now_s, self._link.look(now_s)
        zero = self._zero._replace(rest_n=self._check.rest_n)
        return ToolHealth(self._looked[1], self._battery.look(now_s), self.clock.look(), zero)

    def _hear_zero(self, payload: Payload) -> None:
        try:
            event = zero_event(payload)
        except FrameError:
            return  # the stream counts it as malformed
        match event:
            case None:
                return
            case Refused():
                standing = self._zero.standing
            case Tared():
                standing = (*self._zero.standing, event)[-KEPT:]
            case Undone():
                standing = self._zero.standing[:-1]
        self._zero = self._zero._replace(events=(*self._zero.events, event)[-KEPT:], standing=standing)
        if isinstance(event, Tared | Undone):
            self._check.begin()
