"""The tool's life: it samples, says what it has, and things happen to it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final, assert_never

import numpy as np

from protocol.events import EventType
from protocol.link import Channel
from simulator.battery import Battery
from simulator.boot import Boot, Parts
from simulator.cell import Cell
from simulator.clock import ToolClock
from simulator.converter import Converter
from simulator.course import Course
from simulator.crystal import crystal_of
from simulator.flash import Flash
from simulator.forces import Forces
from simulator.happenings.every import Happening, Marker
from simulator.happenings.frames import FrameFault
from simulator.happenings.sensor import SensorFault
from simulator.happenings.tissue import TissueSoftening
from simulator.happenings.tool import (
    BatteryFall,
    BatteryFlutter,
    BrownOut,
    ClockDrift,
    ClockJump,
    Disconnect,
    DisconnectAt,
    LockUp,
    MtuChange,
    Reached,
    Reset,
)
from simulator.identity import CALIBRATION, TIP
from simulator.luck import luck_of
from simulator.moments import ButtonDown, ButtonUp, Moment, ToolButtonDown, ToolButtonHeld, ToolButtonUp
from simulator.outbox import Outbox
from simulator.pace import Pace
from simulator.path import Path
from simulator.physics import Part
from simulator.presence import Presence
from simulator.sampler import Sampler, samples_per_frame
from simulator.scenario import Scenario
from simulator.stable import Floats
from simulator.stretch import FEW, Bounds, slots_s
from simulator.traced_world import TracedWorld
from simulator.warmth import temperature_c
from simulator.world import World

ALONE_S: Final = 120
"""So long a tool goes on sampling after a disconnect."""
HAIR_S: Final = 0.001
"""A fast crystal samples a little earlier than it should: the last slot of a scenario may come so much too early."""
_BOOT_IDS: Final = (1 << 32) - 1
"""Never 0."""


class Life:
    """Everything inside one tool, from power-on; each `t_s` is true time since then and never goes back."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        luck, physics = luck_of(seed), scenario.physics
        cell = Cell(physics.cell, luck.white, luck.slow)
        self.scenario = scenario
        self.flash = Flash(TIP, cell.layout, CALIBRATION)
        self.world: Forces = (
            TracedWorld(scenario.curve) if scenario.curve else World.of(physics, scenario.presses, luck.hand)
        )
        self.battery = Battery(scenario.battery_percent)
        self.course = Course(scenario)
        self.presence = Presence()
        self.outbox = Outbox()
        self.path, self.aside = Path(luck.path), Path(luck.aside)
        """Of live frames, and of all others, which only losses concern."""
        self.on_begun: Callable[[Marker], None] = lambda _marker: None
        """Hears of each happening when it begins."""
        self.on_first: Callable[[float], None] = lambda _first_s: None
        """Hears when the first sample is taken."""
        self._parts = Parts(scenario, self.flash, self.battery, self.outbox)
        clock = ToolClock(physics.clock.ppm, scenario.up_s, crystal_of(physics.clock, luck.crystal))
        self.boot = Boot(scenario.boot_id, clock, self._parts)
        self._converter = Converter(cell, self.world)
        self._slow = Pace()
        self.now_s = 0.0
        """The newest time that was heard."""
        self.first_s: float | None = None
        """When the first sample was taken."""
        for happening in scenario.happenings:
            self._expect(happening)

    @property
    def over(self) -> bool:
        """Whether the scenario's time is up."""
        return self.world.time_s >= self._end_s

    @property
    def _end_s(self) -> float:
        return self.scenario.simulated_s - HAIR_S

    def add(self, happening: Happening) -> None:
        """This happens too; raises `ValueError` where it cannot."""
        if isinstance(happening, TissueSoftening):
            happening = self._soften(happening)
        self.course.add(happening)
        self._expect(happening)

    def world_s(self, t_s: float) -> float:
        """Time since the first sample; 0 before."""
        return 0.0 if self.first_s is None else max(t_s - self.first_s, 0.0)

    def slot_s(self, sampler: Sampler, counter: int) -> float:
        """When a slot is sampled."""
        return self.boot.clock.s(sampler.clock_us(counter))

    def frame_size(self, sampler: Sampler) -> int:
        """Samples in a frame now."""
        return samples_per_frame(sampler.rate_hz, self.boot.mtu) or 1

    def run_to(self, t_s: float) -> None:
        """Sample up to and including `t_s`, or as long as a tool does that is left alone."""
        self.now_s = t_s
        alone_until_s = self.presence.left_s + ALONE_S
        end_s = min(t_s, alone_until_s)
        while (sampler := self.boot.sampler) and not self.over:
            if len(alike_s := self._alike_s(sampler, end_s)) >= FEW:
                self._slots(sampler, alike_s)
                continue
            at_s = self.slot_s(sampler, sampler.next_counter)
            if at_s > end_s:
                break
            self.boot.answer(at_s)
            self._slot(sampler, at_s)
        self._arrive(t_s)
        self.boot.answer(t_s)
        if t_s >= alone_until_s:
            self.boot.stop()
        if t_s >= self.boot.off_s:
            self.boot.stop()
            self.leave(self.boot.off_s, math.inf)
            self.boot.off_s = math.inf

    def reached(self, t_s: float, step: Reached) -> None:
        """A client gets so far with its connection."""
        if not self.presence.hung_up and self.presence.breaks_at(step):
            self.leave(t_s, t_s)

    def leave(self, t_s: float, until_s: float) -> None:
        """Drop the connection; nobody can reach the tool for a while."""
        self.boot.lose_link(t_s)
        self.presence.leave(until_s)

    def say_aside(self, t_s: float, frame: bytes) -> None:
        """Say what is no live frame, unless it is lost."""
        if self.aside.spare(self.world_s(t_s)):
            self.outbox.say(Channel.SAMPLES, frame)

    def _expect(self, happening: Happening) -> None:
        """Tell the parts that look at the time by themselves."""
        if isinstance(happening, SensorFault):
            self._converter.add(happening)
        elif isinstance(happening, FrameFault):
            self.path.add(happening)
            self.aside.add(happening)
        elif isinstance(happening, DisconnectAt) and happening.at_s == 0:  # clients come before the first sample
            self.presence.arm(happening)

    def _soften(self, happening: TissueSoftening) -> TissueSoftening:
        if Part.SOFTENING in self.scenario.without:
            raise ValueError(f"“{happening.kind}” is switched off: take it out of `without`")
        return self.world.soften(happening)

    def _slot(self, sampler: Sampler, at_s: float) -> None:
        """Take one sample; say what it and the moment have to say."""
        if self.first_s is None:
            self.first_s = at_s
            self.on_first(at_s)
        world_s = self.world_s(at_s)
        self._arrive(at_s)
        sampler.keep(self._converter.count(world_s))
        self._happen(sampler, at_s, world_s)
        if not self.boot.listening:
            sampler.forget_unsent()
            return
        if frame := sampler.frame(self.frame_size(sampler), self.boot.flags(at_s)):
            self.path.send(at_s, world_s, frame)
            self._arrive(at_s)
        if self.scenario.slow_frames and self._slow.allows(at_s):
            self.say_aside(at_s, self.boot.slow_frame(at_s, sampler.ring[-1].clock_us, temperature_c(world_s)))

    def _alike_s(self, sampler: Sampler, end_s: float) -> Floats:
        """When the next slots are sampled during which nothing else happens than sampling."""
        next_s = self.slot_s(sampler, sampler.next_counter)
        if self.first_s is None or self.scenario.slow_frames or (end_s - next_s) * sampler.rate_hz < FEW:
            return np.zeros(0)
        from_s = self.world_s(next_s)
        bounds = Bounds(
            first_s=self.first_s,
            end_s=end_s,
            same_s=min(self.battery.same_until_s(next_s), self.boot.same_until_s(next_s)),
            quiet_s=min(each.quiet_until_s(from_s) for each in (self.course, self._converter, self.path)),
            over_s=self._end_s,
        )
        return slots_s(sampler, self.boot.clock, bounds)

    def _slots(self, sampler: Sampler, at_s: Floats) -> None:
        """Take samples during which nothing else happens: the bytes of `_slot`, one after the other."""
        now_s = float(at_s[0])
        self.boot.answer(now_s)
        sampler.keep_many(self._converter.counts(at_s - (self.first_s or 0.0)))
        if not self.boot.listening:
            sampler.forget_unsent()
            return
        frames = sampler.frames(self.frame_size(sampler), self.boot.flags(now_s))
        self.outbox.say_all_live(Channel.SAMPLES, frames)

    def _arrive(self, t_s: float) -> None:
        for frame in self.path.arrived(t_s):
            self.outbox.say_live(Channel.SAMPLES, frame)

    def _happen(self, sampler: Sampler, at_s: float, world_s: float) -> None:
        """What the battery and the scenario have for this moment."""
        clock_us = sampler.ring[-1].clock_us
        if (crossed := self.battery.crossed(at_s)) is not None:
            self.boot.tell(EventType.BATTERY, clock_us, (self.battery.percent(at_s), crossed))
        for happening in self.course.begun(world_s):
            self.on_begun(Marker(world_s=world_s, happening=happening))
        for moment in self.course.due(world_s, self.world.force_n(world_s)):
            self._meet(moment, at_s, clock_us)

    def _meet(self, moment: Moment, at_s: float, clock_us: int) -> None:
        match moment:
            case ButtonDown():
                self.boot.press_button(clock_us)
            case ButtonUp():
                self.boot.release_button(clock_us)
            case ToolButtonDown() | ToolButtonHeld() | ToolButtonUp():
                self.boot.use_own_button(moment, clock_us)
            case BatteryFall():
                self.battery.fall(at_s, moment)
            case BatteryFlutter():
                self.battery.flutter(at_s, moment)
            case ClockJump() | ClockDrift():
                self._upset_clock(moment, at_s)
            case _:
                self._break(moment, at_s)

    def _break(self, moment: Disconnect | DisconnectAt | Reset | BrownOut | MtuChange | LockUp, at_s: float) -> None:
        """What concerns the connection."""
        match moment:
            case MtuChange():
                self.boot.mtu = moment.mtu
            case LockUp():
                self.presence.lock_up(at_s + moment.for_s)
            case DisconnectAt(at_s=armed_s):
                if armed_s > 0:
                    self.presence.arm(moment)
            case Disconnect():
                self.leave(at_s, at_s + moment.for_s)
            case Reset():
                self._reset(at_s, at_s + moment.for_s)
            case BrownOut():
                self.battery.fall(at_s, BatteryFall(percent=moment.percent))
                self._reset(at_s, at_s + moment.for_s)
            case _ as never:
                assert_never(never)

    def _reset(self, at_s: float, back_s: float) -> None:
        self.leave(at_s, back_s)
        self.path.clear()
        clock = self.boot.clock._replace(up_s=-back_s)
        self.boot = Boot(self.boot.number % _BOOT_IDS + 1, clock, self._parts)

    def _upset_clock(self, moment: ClockJump | ClockDrift, at_s: float) -> None:
        """What was sampled before is sent before: a frame has one time and one pace."""
        boot, sampler = self.boot, self.boot.sampler
        if sampler and (frame := sampler.cut(boot.flags(at_s))) and boot.listening:
            self.path.send(at_s, self.world_s(at_s), frame)
        match moment:
            case ClockDrift(ppm=ppm):
                boot.clock = boot.clock.paced(at_s, ppm)
            case ClockJump(by_s=by_s):
                before, boot.clock = boot.clock, boot.clock.jumped(at_s, round(by_s * 1e6))
                if sampler:
                    sampler.shift(boot.clock.us(at_s) - before.us(at_s))
