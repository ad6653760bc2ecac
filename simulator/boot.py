"""What the tool knows since it was switched on: all of it is gone with the next boot (docs/protocol.md §5)."""

from __future__ import annotations

import math
from itertools import product
from typing import Final, NamedTuple

import numpy as np

from protocol.blocks import GRID_PER_N
from protocol.counts import calibrate
from protocol.events import BatteryLevel, Button, EventType, ToolEvent
from protocol.frames import SlowFrame, SyncFrame, ToolFlag
from protocol.link import Channel
from protocol.status import Status, ToolState
from simulator.battery import Battery
from simulator.clock import ToolClock, wrapped
from simulator.control_point import ControlPoint
from simulator.event_log import EventLog
from simulator.flash import Flash
from simulator.identity import TIPS, rates_hz
from simulator.moments import OwnButton, ToolButtonDown, ToolButtonHeld, ToolButtonUp
from simulator.outbox import Outbox
from simulator.resend import Resend
from simulator.sampler import Sampler
from simulator.scenario import Scenario
from simulator.setup_point import SetupPoint
from simulator.signals import Signals

WARM_UP_US: Final = 1_000_000
"""Sampling begins at the next whole second of the tool's clock, as if the cell warmed up."""
SMALLEST_MTU: Final = 23
"""What every Bluetooth LE connection begins with."""
OFF_S: Final = 0.5
"""From the answer to POWER_OFF to the end; the profile allows 1 s."""
STATES: Final = {
    (low, stopped, vibrates): ToolFlag(
        low * int(ToolFlag.LOW_BATTERY) + stopped * int(ToolFlag.STOP_LATCHED) + vibrates * int(ToolFlag.VIBRATING)
    )
    for low, stopped, vibrates in product((False, True), repeat=3)
}
"""What a frame says of a low battery, a stop that is latched and a vibration; summed up once, not for each frame."""


class Parts(NamedTuple):
    """What every boot of a tool finds again."""

    scenario: Scenario
    flash: Flash
    battery: Battery
    outbox: Outbox


class Boot:
    """One life of the tool's memory; executes what the control points are asked."""

    def __init__(self, number: int, clock: ToolClock, parts: Parts) -> None:
        self.number = number
        self.clock = clock
        self.rates_hz = rates_hz(parts.scenario)
        self.flash = parts.flash
        self.signals = Signals()
        self.sampler: Sampler | None = None
        self.resend: Resend | None = None
        self.stream = 0
        self.mtu = SMALLEST_MTU
        self.listening = self.introduced = self.button_down = False
        self.off_s = math.inf
        """When the tool switches itself off."""
        self.control = ControlPoint(self)
        self.setup = SetupPoint(self)
        self._parts = parts
        self._first_ever = number == parts.scenario.boot_id
        self._events = EventLog()
        self._owed: list[ToolEvent] = []
        self._stop_latched = False
        self._zero_n = 0.0

    # what it is asked for

    def clock_us(self, t_s: float) -> int:
        """The tool's clock, not wrapped."""
        return self.clock.us(t_s)

    def flags(self, t_s: float) -> ToolFlag:
        """State of the tool, as every frame says it."""
        low = self._parts.battery.level(t_s) is not BatteryLevel.NORMAL
        return STATES[low, self._stop_latched, bool(self.signals.vibration(t_s))]

    def same_until_s(self, t_s: float) -> float:
        """Until when it neither has something to answer by itself nor feels different, infinite for ever."""
        return min(self.control.due_s, self.signals.until_s(t_s))

    def status(self, t_s: float) -> Status:
        """What Status says now."""
        ring = self.sampler.ring if self.sampler else ()
        return Status(
            boot_id=self.number,
            state=ToolState.STREAMING if self.sampler else ToolState.IDLE,
            stream=self.stream,
            tip=self.flash.tip.id,
            flags=self.flags(t_s),
            oldest=wrapped(ring[0].counter) if ring else 0,
            newest=wrapped(ring[-1].counter) if ring else 0,
            rate_mhz=1000 * self.sampler.rate_hz if self.sampler else 0,
        )

    def force_mn(self) -> int | None:
        """Tared force of the newest slot; None where it has no value, or the tool does not sample."""
        width = self.flash.channel.width
        reading = self.sampler.ring[-1].reading if self.sampler and self.sampler.ring else width.no_reading
        if reading in (width.no_reading, width.saturated_low, width.saturated_high):
            return None
        (force_n,) = calibrate(np.array([reading], np.int32), self.flash.channel)
        return round(1000 * (float(force_n) - self._zero_n))

    # what the control points execute

    def start(self, t_s: float, rate_hz: int) -> Sampler:
        """Begin a stream, or attach this connection to the one that runs at this rate."""
        if self._first_ever and not self.stream:  # else the bytes would depend on how long the connection took
            self.clock = self.clock.started(t_s)
        sampler = self.sampler
        if sampler is None or sampler.rate_hz != rate_hz:
            sampler = self._begin(rate_hz, (self.clock_us(t_s) // WARM_UP_US + 1) * WARM_UP_US)
        if not self.introduced:
            self._owed = list(self._events.kept)
        self.listening = self.introduced = True
        return sampler

    def stop(self) -> None:
        """End the stream."""
        self._cancel_resend()
        self.sampler, self.listening = None, False

    def put_tip_on(self, t_s: float, number: int) -> int:
        """Begin a new stream with this tip; its number."""
        (self.flash.tip,) = (tip for tip in TIPS if tip.id == number)
        self._begin_anew()
        self.tell(EventType.TIP, self.clock_us(t_s), (number, self.stream))
        return self.stream

    def recalibrated(self) -> int:
        """Begin a new stream with the calibration that now holds; its number."""
        self._zero_n = 0.0
        self._begin_anew()
        return self.stream

    def zeroed(self, zero_q: int) -> None:
        """A tare found this zero, which only the characteristic Force makes use of."""
        self._zero_n = zero_q / GRID_PER_N

    def acknowledge(self, number: int) -> None:
        """The client has the events up to this one."""
        self._events.acknowledge(number)

    def clear_stop(self, t_s: float) -> bool:
        """Forget the stop latch; whether that was possible: not while the button is down."""
        if self._stop_latched and not self.button_down:
            self._stop_latched = False
            self.tell(EventType.STOP, self.clock_us(t_s), (0, Button.COMMAND))
        return not self.button_down

    def power_off(self, t_s: float) -> None:
        """Switch off, a little later."""
        self.off_s = t_s + OFF_S

    # what happens

    def press_button(self, clock_us: int) -> None:
        """The patient's button goes down and latches a stop."""
        self.button_down = self._stop_latched = True
        self.tell(EventType.BUTTON, clock_us, (Button.PATIENT, 1))
        self.tell(EventType.STOP, clock_us, (1, Button.PATIENT))

    def release_button(self, clock_us: int) -> None:
        """The patient's button comes up."""
        self.button_down = False
        self.tell(EventType.BUTTON, clock_us, (Button.PATIENT, 0))

    def use_own_button(self, moment: OwnButton, clock_us: int) -> None:
        """The button on the tool: down, held until it is a stop, up."""
        match moment:
            case ToolButtonDown():
                self.tell(EventType.BUTTON, clock_us, (Button.TOOL, 1))
            case ToolButtonHeld():
                self.button_down = self._stop_latched = True
                self.tell(EventType.STOP, clock_us, (1, Button.TOOL))
            case ToolButtonUp():
                self.button_down = False
                self.tell(EventType.BUTTON, clock_us, (Button.TOOL, 0))

    def lose_link(self, t_s: float) -> None:
        """The connection is over: nothing is sent before the next START."""
        self.signals.lose_link(t_s, streaming=self.listening)
        self.listening = self.introduced = False
        self.resend = None
        self._owed.clear()
        self.control.drop()
        self.setup.drop()

    # what it says

    def tell(self, kind: EventType, clock_us: int, values: tuple[int, ...]) -> None:
        """Keep an event, and say it where somebody has asked to be told."""
        newest = self.sampler.next_counter - 1 if self.sampler and self.sampler.ring else 0
        event = self._events.add(kind, (self.stream, newest, clock_us), values)
        if self.introduced:
            self._parts.outbox.say_live(Channel.EVENTS, bytes(event))

    def answer(self, t_s: float) -> None:
        """Say what the control point has ready, after START what an earlier connection was told, and a resend's end."""
        say = self._parts.outbox.say
        for reply in self.control.take(t_s):
            say(Channel.CONTROL_REPLY, bytes(reply))
        while self._owed:
            say(Channel.EVENTS, bytes(self._owed.pop(0)))
        if self.resend and self.resend.result is not None:
            say(Channel.CONTROL_REPLY, bytes(self.resend.done(self.sampler)))
            self.resend = None

    def late_frame(self, t_s: float) -> bytes | None:
        """The next late frame of the resend that runs."""
        return self.resend.frame(self.mtu, self.flags(t_s)) if self.resend else None

    def sync_frame(self, t_s: float, counter: int) -> bytes:
        """The radio carried the frame that begins with `counter` at `t_s`."""
        return bytes(SyncFrame(self.stream, self.flags(t_s), counter, wrapped(self.clock_us(t_s))))

    def slow_frame(self, t_s: float, clock_us: int, temperature_c: float) -> bytes:
        """A slow frame; the tool does not measure how it is held."""
        temperature = round(100 * temperature_c)
        return bytes(SlowFrame(self.stream, self.flags(t_s), wrapped(clock_us), temperature, None, None))

    def _begin_anew(self) -> None:
        """A new stream in the slots of the one that runs."""
        if self.sampler:
            self._begin(self.sampler.rate_hz, self.sampler.clock_us(self.sampler.next_counter))

    def _begin(self, rate_hz: int, start_us: int) -> Sampler:
        self._cancel_resend()
        first_counter = self._parts.scenario.first_counter if self._first_ever and not self.stream else 0
        self.stream = self.stream % 255 + 1
        self.sampler = Sampler(self.stream, rate_hz, start_us, first_counter)
        return self.sampler

    def _cancel_resend(self) -> None:
        if self.resend:
            self.resend.cancel()
