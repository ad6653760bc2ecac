"""The simulated tool: scenario, seed and time in, payload bytes out. It never waits and has no clock of its own."""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple

import numpy as np

from protocol.advert import Advert
from protocol.control import Request
from protocol.events import Button, EventType, ToolEvent
from protocol.frames import ToolFlag
from protocol.link import Channel
from protocol.status import Status, ToolState
from simulator.cell import Cell, CellKind
from simulator.control_point import ControlPoint
from simulator.hand import Intent
from simulator.identity import FIRMWARE, NAME, RATES_HZ, TIP, layout_of
from simulator.sampler import Converter, Sampler, samples_per_frame
from simulator.scenario import Disconnect, FrameLoss, PatientStop, Scenario, Silence
from simulator.truth import Truth, truth_of
from simulator.world import World

WARM_UP_US: Final = 1_000_000
"""Sampling begins at the next whole second of the tool's clock, as if the cell warmed up: the same scenario gives
the same bytes although one connection takes a little longer than another."""
SMALLEST_MTU: Final = 23
LOW_BATTERY_PERCENT: Final = 15
BATTERY_S_PER_PERCENT: Final = 360
"""Ten hours from full to empty, *assumed*."""
_WRAP: Final = 1 << 32


class Notification(NamedTuple):
    """Bytes that the tool sends by itself."""

    channel: Channel
    data: bytes


class Tool:
    """One tool from power-on. Each `t_s` is true time since then, in seconds, and never goes back."""

    name = NAME
    firmware = FIRMWARE

    def __init__(self, scenario: Scenario, seed: int) -> None:
        hand_rng, cell_rng, air_rng = map(np.random.default_rng, np.random.SeedSequence(seed).spawn(3))
        self.scenario = scenario
        self.serial = scenario.serial
        self.rates_hz = (scenario.rate_hz, *(rate for rate in RATES_HZ if rate != scenario.rate_hz))
        self.sampler: Sampler | None = None
        self.mtu = SMALLEST_MTU
        self.hung_up = False
        """Whether the scenario had the tool drop the connection that it is in."""
        cell = Cell(CellKind(), cell_rng)
        self.channel = cell.layout
        self._world = World.of(scenario.presses, scenario.unsteadiness, hand_rng)
        self._converter = Converter(cell, self._world, scenario)
        self._air = _Air(scenario, air_rng)
        self._control = ControlPoint(self)
        self._to_come = sorted(
            (h for h in scenario.happenings if isinstance(h, PatientStop | Disconnect)), key=lambda h: -h.at_s
        )
        self._first_us: int | None = None
        self._stream = self._events = 0
        self._listening = self._stop_latched = False
        self._digest = hashlib.sha256()

    # what can be read

    @property
    def layout(self) -> bytes:
        """The Layout characteristic."""
        return bytes(layout_of(self.scenario, self.channel))

    def status(self, t_s: float) -> bytes:
        """The Status characteristic."""
        return bytes(self.present_status())

    def present_status(self) -> Status:
        """What Status says now."""
        ring = self.sampler.ring if self.sampler else ()
        return Status(
            boot_id=self.scenario.boot_id,
            state=self._state,
            stream=self._stream,
            tip=TIP.id,
            flags=self._flags,
            oldest=ring[0].counter if ring else 0,
            newest=ring[-1].counter if ring else 0,
            rate_mhz=1000 * self.sampler.rate_hz if self.sampler else 0,
        )

    def battery_percent(self, t_s: float) -> int:
        """Charge, falling slowly."""
        return max(self.scenario.battery_percent - int(t_s / BATTERY_S_PER_PERCENT), 0)

    def service_data(self, t_s: float) -> bytes:
        """The 13 bytes in the scan response."""
        return bytes(Advert(1, self._state, self.battery_percent(t_s), self.serial))

    def clock_us(self, t_s: float) -> int:
        """The tool's clock, not wrapped."""
        return int(t_s * 1e6 * self._pace)

    # what comes from outside

    def connect(self, t_s: float, mtu: int) -> None:
        """A connection, or another MTU for it."""
        self.mtu, self.hung_up = mtu, False

    def disconnect(self, t_s: float) -> None:
        """The connection is over: nothing is sent before the next START."""
        self.mtu, self._listening = SMALLEST_MTU, False
        self._control.drop()

    def write_control(self, t_s: float, data: bytes) -> None:
        """A write to Control; the answer comes out of `advance`. Raises `FrameError` below 2 bytes."""
        self._control.write(t_s, Request.from_bytes(data))

    def tell(self, intent: Intent) -> None:
        """The seam of the hand: what the person sees and wants from now on."""
        self._world.tell(intent)

    # what the tool does

    def advance(self, t_s: float) -> list[Notification]:
        """Everything due up to and including `t_s`, in order."""
        notes: list[Notification] = []
        while self.sampler and not self.over and (at_s := self._slot_s(self.sampler.next_counter)) <= t_s:
            notes += self._answers(at_s)
            notes += self._slot(self.sampler, self._world_s(at_s))
        notes += self._answers(t_s)
        for note in notes:
            if note.channel in (Channel.SAMPLES, Channel.EVENTS):
                self._digest.update(note.data)
        return notes

    def next_due_s(self, t_s: float) -> float:
        """When `advance` has something again, later than `t_s`; infinite while nothing is to come."""
        due_s = self._control.due_s
        if self.sampler and not self.over:
            last = self.sampler.next_counter + self.sampler.missing(self._frame_size(self.sampler)) - 1
            due_s = min(due_s, self._slot_s(last))
        return max(due_s, t_s)

    @property
    def over(self) -> bool:
        """Whether the scenario's time is up: no sample comes any more."""
        return self._world.time_s >= self.scenario.simulated_s

    def start(self, t_s: float, rate_hz: int) -> Sampler:
        """Begin a stream, or attach this connection to the one that runs at this rate."""
        if self.sampler is None or self.sampler.rate_hz != rate_hz:
            start_us = (self.clock_us(t_s) // WARM_UP_US + 1) * WARM_UP_US
            self._first_us = self._first_us or start_us
            self._stream = self._stream % 255 + 1
            self.sampler = Sampler(self._stream, rate_hz, start_us)
        if not self._listening:
            self.sampler.forget_unsent()
        self._listening = True
        return self.sampler

    def stop(self) -> None:
        """End the stream."""
        self.sampler, self._listening = None, False

    def clear_stop(self) -> None:
        """Forget the stop latch."""
        self._stop_latched = False

    # what a run reports

    @property
    def payload_sha256(self) -> str:
        """Of all live sample and event notifications so far, in order."""
        return self._digest.hexdigest()

    @property
    def simulated_s(self) -> float:
        """Time since the first sample."""
        return self._world.time_s

    @property
    def truth(self) -> Truth:
        """What happened at the tip so far."""
        return truth_of(self._world.trace_n, TIP.area_cm2)

    # inside

    @property
    def _pace(self) -> float:
        return 1 + self.scenario.clock_ppm * 1e-6

    @property
    def _state(self) -> ToolState:
        return ToolState.STREAMING if self.sampler else ToolState.IDLE

    @property
    def _flags(self) -> ToolFlag:
        low = ToolFlag.LOW_BATTERY if self.scenario.battery_percent <= LOW_BATTERY_PERCENT else ToolFlag(0)
        return low | (ToolFlag.STOP_LATCHED if self._stop_latched else ToolFlag(0))

    def _slot_s(self, counter: int) -> float:
        return self.sampler.clock_us(counter) / 1e6 / self._pace if self.sampler else float("inf")

    def _world_s(self, t_s: float) -> float:
        return max(t_s - (self._first_us or 0) / 1e6 / self._pace, 0.0)

    def _frame_size(self, sampler: Sampler) -> int:
        return samples_per_frame(sampler.rate_hz, self.mtu) or 1

    def _answers(self, t_s: float) -> list[Notification]:
        return [Notification(Channel.CONTROL_REPLY, bytes(reply)) for reply in self._control.take(t_s)]

    def _slot(self, sampler: Sampler, world_s: float) -> list[Notification]:
        """Take one sample; what it and the moment have to say."""
        sampler.keep(self._converter.count(world_s))
        notes = self._happen(sampler, world_s)
        if not self._listening:
            sampler.forget_unsent()
        elif (frame := sampler.frame(self._frame_size(sampler), self._flags)) and self._air.carries(world_s):
            notes.append(Notification(Channel.SAMPLES, frame))
        return notes

    def _happen(self, sampler: Sampler, world_s: float) -> list[Notification]:
        """What the scenario has for this moment."""
        notes: list[Notification] = []
        while self._to_come and self._to_come[-1].at_s <= world_s:
            match self._to_come.pop():
                case PatientStop():
                    notes += self._press_button(sampler)
                case Disconnect():
                    self.hung_up = True
        return notes

    def _press_button(self, sampler: Sampler) -> list[Notification]:
        """The patient's button goes down and latches stop."""
        self._stop_latched = True
        slot = sampler.ring[-1]
        return [
            self._event(EventType.BUTTON, slot.counter, slot.clock_us, (Button.PATIENT, 1)),
            self._event(EventType.STOP, slot.counter, slot.clock_us, (1, Button.PATIENT)),
        ]

    def _event(self, kind: EventType, counter: int, clock_us: int, values: tuple[int, ...]) -> Notification:
        event = ToolEvent(kind, self._events % 65536, self._stream, counter % _WRAP, clock_us % _WRAP, values)
        self._events += 1
        return Notification(Channel.EVENTS, bytes(event))


class _Air:
    """Which frames get out of the tool at all."""

    def __init__(self, scenario: Scenario, rng: np.random.Generator) -> None:
        self._faults = tuple(f for f in scenario.happenings if isinstance(f, Silence | FrameLoss))
        self._rng = rng

    def carries(self, world_s: float) -> bool:
        for fault in self._faults:
            if fault.at_s <= world_s < fault.at_s + fault.for_s:
                share = fault.share if isinstance(fault, FrameLoss) else 1.0
                if self._rng.random() < share:
                    return False
        return True
