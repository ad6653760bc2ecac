"""The simulated tool: scenario, seed and time in, payload bytes out. It never waits and has no clock of its own."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from protocol.advert import Advert
from protocol.control import Request
from protocol.events import BatteryLevel, Button, EventType, ToolEvent
from protocol.frames import ToolFlag
from protocol.link import Channel
from protocol.status import Status, ToolState
from simulator.battery import Battery, level
from simulator.cell import Cell, CellKind
from simulator.clock import ToolClock, wrapped
from simulator.control_point import ControlPoint
from simulator.course import Course
from simulator.event_log import EventLog
from simulator.hand import Intent
from simulator.identity import FIRMWARE, NAME, TIP, layout_of, rates_hz
from simulator.losses import Losses
from simulator.outbox import Notification, Outbox
from simulator.sampler import Converter, Sampler, samples_per_frame
from simulator.scenario import ButtonDown, ButtonUp, Disconnect, Scenario
from simulator.truth import Truth, truth_of
from simulator.world import World

WARM_UP_US: Final = 1_000_000
"""Sampling begins at the next whole second of the tool's clock, as if the cell warmed up."""
SMALLEST_MTU: Final = 23
"""What every Bluetooth LE connection begins with."""
ALONE_S: Final = 120
"""So long a tool goes on sampling after a disconnect."""


class Tool:
    """One tool from power-on. Each `t_s` is true time since then, in seconds, and never goes back."""

    name = NAME
    firmware = FIRMWARE

    def __init__(self, scenario: Scenario, seed: int) -> None:
        hand_rng, cell_rng, air_rng = map(np.random.default_rng, np.random.SeedSequence(seed).spawn(3))
        self.scenario = scenario
        self.serial = scenario.serial
        self.rates_hz = rates_hz(scenario)
        self.sampler: Sampler | None = None
        self.mtu = SMALLEST_MTU
        self.hung_up = False
        """Whether the scenario had the tool drop the connection that it is in."""
        cell = Cell(CellKind(), cell_rng)
        self.channel = cell.layout
        self._clock = ToolClock(scenario.clock_ppm, scenario.up_s)
        self._world = World.of(scenario.presses, scenario.unsteadiness, hand_rng)
        self._converter = Converter(cell, self._world, scenario)
        self._losses = Losses(scenario, air_rng)
        self._battery = Battery(scenario.battery_percent)
        self._control = ControlPoint(self)
        self._events = EventLog()
        self._course = Course(scenario)
        self._outbox = Outbox()
        self._owed: list[ToolEvent] = []
        self._first_us: int | None = None
        self._left_s = math.inf
        self._stream = 0
        self._listening = self._introduced = self._stop_latched = self._button_down = False

    # what can be read

    @property
    def layout(self) -> bytes:
        """The Layout characteristic."""
        return bytes(layout_of(self.scenario, self.channel))

    def status(self, t_s: float) -> bytes:
        """The Status characteristic."""
        self._run_to(t_s)
        return bytes(self.present_status(t_s))

    def present_status(self, t_s: float) -> Status:
        """What Status says now."""
        ring = self.sampler.ring if self.sampler else ()
        return Status(
            boot_id=self.scenario.boot_id,
            state=self._state,
            stream=self._stream,
            tip=TIP.id,
            flags=self._flags(t_s),
            oldest=wrapped(ring[0].counter) if ring else 0,
            newest=wrapped(ring[-1].counter) if ring else 0,
            rate_mhz=1000 * self.sampler.rate_hz if self.sampler else 0,
        )

    def battery_percent(self, t_s: float) -> int:
        """Charge, falling slowly."""
        return self._battery.percent(t_s)

    def service_data(self, t_s: float) -> bytes:
        """The 13 bytes in the scan response."""
        self._run_to(t_s)
        return bytes(Advert(1, self._state, self.battery_percent(t_s), self.serial))

    def clock_us(self, t_s: float) -> int:
        """The tool's clock, not wrapped."""
        return self._clock.us(t_s)

    # what comes from outside

    def connect(self, t_s: float, mtu: int) -> None:
        """A connection, or another MTU for it."""
        self._run_to(t_s)
        self.mtu = mtu
        if math.isfinite(self._left_s):
            self._left_s, self.hung_up = math.inf, False

    def disconnect(self, t_s: float) -> None:
        """The connection is over: nothing is sent before the next START."""
        self._listening = self._introduced = False
        self._run_to(t_s)
        self._control.drop()
        self._outbox.take()
        self.mtu, self._left_s = SMALLEST_MTU, t_s

    def write_control(self, t_s: float, data: bytes) -> None:
        """A write to Control; the answer comes out of `advance`. Raises `FrameError` below 2 bytes."""
        request = Request.from_bytes(data)
        self._run_to(t_s)
        self._control.write(t_s, request)
        self._answer(t_s)

    def tell(self, intent: Intent) -> None:
        """The seam of the hand: what the person sees and wants from now on."""
        self._world.tell(intent)

    # what the tool does

    def advance(self, t_s: float) -> list[Notification]:
        """Everything due up to and including `t_s`, in order."""
        self._run_to(t_s)
        return self._outbox.take()

    def next_due_s(self, t_s: float) -> float:
        """When `advance` has something again, later than `t_s`; infinite while nothing is to come."""
        due_s = t_s if self._outbox else self._control.due_s
        if self.sampler and not self.over:
            last = self.sampler.next_counter + self.sampler.missing(self._frame_size(self.sampler)) - 1
            due_s = min(due_s, self._slot_s(self.sampler, last))
        return max(due_s, t_s)

    @property
    def over(self) -> bool:
        """Whether the scenario's time is up: no sample comes any more."""
        return self._world.time_s >= self.scenario.simulated_s

    def start(self, t_s: float, rate_hz: int) -> Sampler:
        """Begin a stream, or attach this connection to the one that runs at this rate."""
        if self._first_us is None:  # else the bytes would depend on how long the connection took
            self._clock = self._clock.started(t_s)
        if self.sampler is None or self.sampler.rate_hz != rate_hz:
            start_us = (self.clock_us(t_s) // WARM_UP_US + 1) * WARM_UP_US
            self._first_us = self._first_us or start_us
            self._stream = self._stream % 255 + 1
            self.sampler = Sampler(self._stream, rate_hz, start_us)
        if not self._introduced:
            self._owed = list(self._events.kept)
        self._listening = self._introduced = True
        return self.sampler

    def stop(self) -> None:
        """End the stream."""
        self.sampler, self._listening = None, False

    def acknowledge(self, number: int) -> None:
        """The client has the events up to this one."""
        self._events.acknowledge(number)

    def clear_stop(self, t_s: float) -> bool:
        """Forget the stop latch; whether that was possible: not while the button is down."""
        if self._stop_latched and not self._button_down:
            self._stop_latched = False
            self._tell(EventType.STOP, self.clock_us(t_s), (0, Button.COMMAND))
        return not self._button_down

    # what a run reports

    @property
    def payload_sha256(self) -> str:
        """Of all live sample and event notifications so far, in order."""
        return self._outbox.sha256

    @property
    def simulated_s(self) -> float:
        """Time since the first sample."""
        return self._world.time_s

    @property
    def truth(self) -> Truth:
        """What happened at the tip so far."""
        return truth_of(self._world.trace_n, TIP.area_cm2)

    @property
    def pressed_n(self) -> tuple[float, ...]:
        """True force at each press of a patient who felt a threshold."""
        return tuple(self._course.pressed_n)

    # inside

    @property
    def _state(self) -> ToolState:
        return ToolState.STREAMING if self.sampler else ToolState.IDLE

    def _flags(self, t_s: float) -> ToolFlag:
        low = level(self.battery_percent(t_s)) is not BatteryLevel.NORMAL
        return (ToolFlag.LOW_BATTERY if low else ToolFlag(0)) | (
            ToolFlag.STOP_LATCHED if self._stop_latched else ToolFlag(0)
        )

    def _slot_s(self, sampler: Sampler, counter: int) -> float:
        return self._clock.s(sampler.clock_us(counter))

    def _world_s(self, t_s: float) -> float:
        return max(t_s - self._clock.s(self._first_us or 0), 0.0)

    def _frame_size(self, sampler: Sampler) -> int:
        return samples_per_frame(sampler.rate_hz, self.mtu) or 1

    def _run_to(self, t_s: float) -> None:
        """Sample up to and including `t_s`, or as long as a tool does that is left alone."""
        alone_until_s = self._left_s + ALONE_S
        end_s = min(t_s, alone_until_s)
        while (
            self.sampler and not self.over and (at_s := self._slot_s(self.sampler, self.sampler.next_counter)) <= end_s
        ):
            self._answer(at_s)
            self._slot(self.sampler, at_s)
        self._answer(t_s)
        if t_s >= alone_until_s:
            self.stop()

    def _answer(self, t_s: float) -> None:
        """Say what the control point has ready, and after START's reply what an earlier connection was told."""
        for reply in self._control.take(t_s):
            self._outbox.say(Channel.CONTROL_REPLY, bytes(reply))
        while self._owed:
            self._outbox.say(Channel.EVENTS, bytes(self._owed.pop(0)))

    def _slot(self, sampler: Sampler, at_s: float) -> None:
        """Take one sample; say what it and the moment have to say."""
        world_s = self._world_s(at_s)
        sampler.keep(self._converter.count(world_s))
        self._happen(sampler, at_s, world_s)
        if not self._listening:
            sampler.forget_unsent()
        elif (frame := sampler.frame(self._frame_size(sampler), self._flags(at_s))) and self._losses.spare(world_s):
            self._outbox.say_live(Channel.SAMPLES, frame)

    def _happen(self, sampler: Sampler, at_s: float, world_s: float) -> None:
        """What the battery and the scenario have for this moment."""
        clock_us = sampler.ring[-1].clock_us
        if (crossed := self._battery.crossed(at_s)) is not None:
            self._tell(EventType.BATTERY, clock_us, (self.battery_percent(at_s), crossed))
        for moment in self._course.due(world_s, self._world.force_n(world_s)):
            match moment:
                case ButtonDown():
                    self._button_down = self._stop_latched = True
                    self._tell(EventType.BUTTON, clock_us, (Button.PATIENT, 1))
                    self._tell(EventType.STOP, clock_us, (1, Button.PATIENT))
                case ButtonUp():
                    self._button_down = False
                    self._tell(EventType.BUTTON, clock_us, (Button.PATIENT, 0))
                case Disconnect():
                    self.hung_up, self._listening, self._introduced = True, False, False

    def _tell(self, kind: EventType, clock_us: int, values: tuple[int, ...]) -> None:
        """Keep an event, and say it where somebody has asked to be told."""
        newest = self.sampler.next_counter - 1 if self.sampler and self.sampler.ring else 0
        event = self._events.add(kind, (self._stream, newest, clock_us), values)
        if self._introduced:
            self._outbox.say_live(Channel.EVENTS, bytes(event))
