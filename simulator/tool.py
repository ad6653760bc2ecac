"""The simulated tool: scenario, seed and time in, payload bytes out. It never waits and has no clock of its own."""

from __future__ import annotations

import math
from typing import Final, assert_never

import numpy as np

from protocol.advert import Advert
from protocol.control import Request
from protocol.events import EventType
from protocol.frames import FrameType
from protocol.link import Channel
from protocol.status import ToolState
from simulator.battery import Battery
from simulator.boot import SMALLEST_MTU, Boot, Parts
from simulator.cell import Cell, CellKind, temperature_c
from simulator.clock import ToolClock
from simulator.course import Course
from simulator.flash import Flash
from simulator.hand import Intent
from simulator.identity import CALIBRATION, FIRMWARE, NAME, TIP, layout_of
from simulator.losses import Losses
from simulator.outbox import Notification, Outbox
from simulator.pace import Pace
from simulator.resend import QUEUED
from simulator.sampler import FRAME_S, Converter, Sampler, samples_per_frame
from simulator.scenario import ButtonDown, ButtonUp, Disconnect, Moment, MtuChange, Reset, Scenario
from simulator.truth import Truth, truth_of
from simulator.world import World

ALONE_S: Final = 120
"""So long a tool goes on sampling after a disconnect."""
_BOOT_IDS: Final = (1 << 32) - 1
"""Never 0."""


class Tool:
    """One tool from power-on. Each `t_s` is true time since then, in seconds, and never goes back."""

    name = NAME
    firmware = FIRMWARE

    def __init__(self, scenario: Scenario, seed: int) -> None:
        hand_rng, cell_rng, air_rng, aside_rng = map(np.random.default_rng, np.random.SeedSequence(seed).spawn(4))
        self.scenario = scenario
        self.serial = scenario.serial
        self.hung_up = False
        """Whether the tool has dropped the connection that it is in."""
        self.away_until_s = 0.0
        """Nobody can reach the tool before; infinite for a tool that is switched off."""
        cell = Cell(CellKind(), cell_rng)
        self.flash = Flash(TIP, cell.layout, CALIBRATION)
        self._world = World.of(scenario.presses, scenario.unsteadiness, hand_rng)
        self._converter = Converter(cell, self._world, scenario)
        self._losses, self._losses_aside = Losses(scenario, air_rng), Losses(scenario, aside_rng)
        self._battery = Battery(scenario.battery_percent)
        self._course = Course(scenario)
        self._outbox = Outbox()
        self._parts = Parts(scenario, self.flash, self._battery, self._outbox)
        self._boot = Boot(scenario.boot_id, ToolClock(scenario.clock_ppm, scenario.up_s), self._parts)
        self._sync, self._slow = Pace(), Pace()
        self._first_s: float | None = None
        self._left_s = math.inf

    # what can be read

    @property
    def layout(self) -> bytes:
        """The Layout characteristic."""
        return bytes(layout_of(self.scenario, self.flash))

    def status(self, t_s: float) -> bytes:
        """The Status characteristic."""
        self._run_to(t_s)
        return bytes(self._boot.status(t_s))

    def force_mn(self, t_s: float) -> int | None:
        """The Force characteristic; None while it has no value."""
        self._run_to(t_s)
        return self._boot.force_mn()

    def battery_percent(self, t_s: float) -> int:
        """Charge, falling slowly."""
        return self._battery.percent(t_s)

    def service_data(self, t_s: float) -> bytes:
        """The 13 bytes in the scan response."""
        self._run_to(t_s)
        state = ToolState.STREAMING if self._boot.sampler else ToolState.IDLE
        return bytes(Advert(1, state, self.battery_percent(t_s), self.serial))

    def clock_us(self, t_s: float) -> int:
        """The tool's clock, not wrapped."""
        return self._boot.clock_us(t_s)

    @property
    def mtu(self) -> int:
        """What the present connection allows."""
        return self._boot.mtu

    @property
    def rates_hz(self) -> tuple[int, ...]:
        """What it can sample at, the default first."""
        return self._boot.rates_hz

    @property
    def over(self) -> bool:
        """Whether the scenario's time is up: no sample comes any more."""
        return self._world.time_s >= self.scenario.simulated_s

    @property
    def resending(self) -> bool:
        """Whether late frames are still to come."""
        return self._boot.resend is not None

    # what comes from outside

    def connect(self, t_s: float, mtu: int) -> None:
        """A connection, or another MTU for it."""
        self._run_to(t_s)
        self._boot.mtu = mtu
        if math.isfinite(self._left_s):
            self._left_s, self.hung_up = math.inf, False

    def disconnect(self, t_s: float) -> None:
        """The connection is over: nothing is sent before the next START."""
        if not self.hung_up:
            self._boot.lose_link(t_s)
        self._run_to(t_s)
        self._outbox.take()
        self._boot.mtu, self._left_s = SMALLEST_MTU, t_s

    def write_control(self, t_s: float, data: bytes) -> None:
        """A write to Control; the answer comes out of `advance`. Raises `FrameError` below 2 bytes."""
        request = Request.from_bytes(data)
        self._run_to(t_s)
        if not self.hung_up:
            self._boot.control.write(t_s, request)
            self._boot.answer(t_s)

    def write_setup(self, t_s: float, data: bytes) -> list[bytes]:
        """A write to Setup, encrypted; returns the answer, if any. Raises `FrameError` below 2 bytes."""
        request = Request.from_bytes(data)
        self._run_to(t_s)
        return [] if self.hung_up else [bytes(reply) for reply in self._boot.setup.write(t_s, request)]

    def carried(self, t_s: float, frame: bytes) -> None:
        """The radio event at `t_s` carried this sample frame: what a controller with anchor points reports."""
        present = self._boot.listening and frame[1] == self._boot.stream
        if present and self.scenario.sync_frames and self._sync.allows(t_s):
            self._say_aside(t_s, self._boot.sync_frame(t_s, int.from_bytes(frame[4:8], "little")))

    def start(self, t_s: float, rate_hz: int) -> Sampler:
        """START without a request."""
        return self._boot.start(t_s, rate_hz)

    def tell(self, intent: Intent) -> None:
        """The seam of the hand: what the person sees and wants from now on."""
        self._world.tell(intent)

    # what the tool does

    def advance(self, t_s: float, room: int = QUEUED) -> list[Notification]:
        """Everything due up to and including `t_s`, in order, with at most `room` late frames between live ones."""
        self._run_to(t_s)
        said: list[Notification] = []
        for note in self._outbox.take():
            said.append(note)
            if room and _is_live(note):
                room -= self._put_late(t_s, said)
        if room and self.over:  # no live frame comes any more to follow
            self._put_late(t_s, said)
        self._boot.answer(t_s)
        return said + self._outbox.take()

    def next_due_s(self, t_s: float) -> float:
        """When `advance` has something again, later than `t_s`; infinite while nothing is to come."""
        due_s = t_s if self._outbox else min(self._boot.control.due_s, self._boot.off_s)
        sampler = self._boot.sampler
        if sampler and not self.over:
            last = sampler.next_counter + sampler.missing(self._frame_size(sampler)) - 1
            due_s = min(due_s, self._slot_s(sampler, last))
        elif self._boot.resend:
            due_s = min(due_s, t_s + FRAME_S)
        return max(due_s, t_s)

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
        """What happened at the tip so far, over the area of the tip that was on at first."""
        return truth_of(self._world.trace_n, TIP.area_cm2)

    @property
    def pressed_n(self) -> tuple[float, ...]:
        """True force at each press of a patient who felt a threshold."""
        return tuple(self._course.pressed_n)

    # inside

    def _slot_s(self, sampler: Sampler, counter: int) -> float:
        return self._boot.clock.s(sampler.clock_us(counter))

    def _world_s(self, t_s: float) -> float:
        return max(t_s - (self._first_s or 0.0), 0.0)

    def _frame_size(self, sampler: Sampler) -> int:
        return samples_per_frame(sampler.rate_hz, self.mtu) or 1

    def _run_to(self, t_s: float) -> None:
        """Sample up to and including `t_s`, or as long as a tool does that is left alone."""
        alone_until_s = self._left_s + ALONE_S
        end_s = min(t_s, alone_until_s)
        while (sampler := self._boot.sampler) and not self.over:
            at_s = self._slot_s(sampler, sampler.next_counter)
            if at_s > end_s:
                break
            self._boot.answer(at_s)
            self._slot(sampler, at_s)
        self._boot.answer(t_s)
        if t_s >= alone_until_s:
            self._boot.stop()
        if t_s >= self._boot.off_s:
            self._boot.stop()
            self._leave(self._boot.off_s, math.inf)
            self._boot.off_s = math.inf

    def _slot(self, sampler: Sampler, at_s: float) -> None:
        """Take one sample; say what it and the moment have to say."""
        if self._first_s is None:
            self._first_s = at_s
        world_s = self._world_s(at_s)
        sampler.keep(self._converter.count(world_s))
        self._happen(sampler, at_s, world_s)
        if not self._boot.listening:
            sampler.forget_unsent()
            return
        if (frame := sampler.frame(self._frame_size(sampler), self._boot.flags(at_s))) and self._losses.spare(world_s):
            self._outbox.say_live(Channel.SAMPLES, frame)
        if self.scenario.slow_frames and self._slow.allows(at_s):
            self._say_aside(at_s, self._boot.slow_frame(at_s, sampler.ring[-1].clock_us, temperature_c(world_s)))

    def _happen(self, sampler: Sampler, at_s: float, world_s: float) -> None:
        """What the battery and the scenario have for this moment."""
        clock_us = sampler.ring[-1].clock_us
        if (crossed := self._battery.crossed(at_s)) is not None:
            self._boot.tell(EventType.BATTERY, clock_us, (self.battery_percent(at_s), crossed))
        for moment in self._course.due(world_s, self._world.force_n(world_s)):
            self._meet(moment, at_s, clock_us)

    def _meet(self, moment: Moment, at_s: float, clock_us: int) -> None:
        match moment:
            case ButtonDown():
                self._boot.press_button(clock_us)
            case ButtonUp():
                self._boot.release_button(clock_us)
            case MtuChange():
                self._boot.mtu = moment.mtu
            case Disconnect():
                self._leave(at_s, at_s + moment.for_s)
            case Reset():
                self._leave(at_s, at_s + moment.for_s)
                clock = ToolClock(self.scenario.clock_ppm, up_s=-self.away_until_s)
                self._boot = Boot(self._boot.number % _BOOT_IDS + 1, clock, self._parts)
            case _ as never:
                assert_never(never)

    def _leave(self, t_s: float, until_s: float) -> None:
        """Drop the connection; nobody can reach the tool for a while."""
        self._boot.lose_link(t_s)
        self.hung_up, self.away_until_s = True, until_s

    def _put_late(self, t_s: float, said: list[Notification]) -> int:
        """Put the next late frame, unless the air loses it; how many there were."""
        frame = self._boot.late_frame(t_s)
        if frame is None:
            return 0
        if self._losses_aside.spare(self._world_s(t_s)):
            said.append(Notification(Channel.SAMPLES, frame))
        return 1

    def _say_aside(self, t_s: float, frame: bytes) -> None:
        if self._losses_aside.spare(self._world_s(t_s)):
            self._outbox.say(Channel.SAMPLES, frame)


def _is_live(note: Notification) -> bool:
    return note.channel is Channel.SAMPLES and note.data[0] == FrameType.SAMPLES
