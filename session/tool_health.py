"""Everything about the tool that is shown beside the force: link, battery, clocks and zero."""

from __future__ import annotations

from typing import Final, NamedTuple

from protocol.blocks import SampleBlock
from protocol.errors import FrameError
from protocol.link import Channel, Payload
from session.battery import Battery, BatteryWatch
from session.clock_health import ClockHealth, ClockWatch
from session.link_health import LinkHealth, LinkWatch
from session.tare import Refused, Tared, Undone, ZeroEvent, zero_event
from session.tool_stream import ToolStream
from session.unknown import Figure
from session.zero_check import NOT_AT_REST, ZeroCheck

LOOK_S: Final = 0.25
"""Between two looks at the link: nobody reads faster, and at 1 kHz a look costs more than the payload."""
KEPT: Final = 100
"""Events of the zero that are kept, the newest ones; a refusal comes each second until the tool is off the skin."""


class ZeroHealth(NamedTuple):
    """The zero at one moment."""

    events: tuple[ZeroEvent, ...] = ()
    """The latest ones, oldest first."""
    standing: tuple[Tared, ...] = ()
    """The tares that nobody took back, oldest first; the last one holds."""
    tip_changed: bool = False
    """Another tip was put on since: it has another weight."""
    rest_n: Figure = NOT_AT_REST
    """What the tool reads at rest (`session.zero_check`)."""


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
        self._tip: int | None = None
        self._looked: tuple[float, LinkHealth] | None = None

    def update(self, payload: Payload, tool: ToolStream, block: SampleBlock | None) -> None:
        """One payload, what the stream made of it, and the tared live readings in it, if any."""
        self._link.update(payload.arrival_s, block, tool.malformed)
        self.clock.update(payload, tool.time_us_at)
        if payload.channel is Channel.BATTERY:
            self._battery.update(tool.battery_percent, payload.arrival_s)
        self._hear_zero(payload)
        tip = tool.tip.id if tool.tip else None
        if tip != self._tip:
            self._tip, self._zero = tip, self._zero._replace(tip_changed=bool(self._zero.standing))
        if block is not None and len(block):
            self._check.update(block)

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
            case None | Refused():
                standing, tip_changed = self._zero.standing, self._zero.tip_changed
            case Tared():
                standing, tip_changed = (*self._zero.standing, event)[-KEPT:], False
            case Undone():
                standing, tip_changed = self._zero.standing[:-1], self._zero.tip_changed
        if event is not None:
            self._zero = ZeroHealth((*self._zero.events, event)[-KEPT:], standing, tip_changed)
        if isinstance(event, Tared | Undone):
            self._check.begin()
