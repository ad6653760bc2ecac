"""A threshold measured on the simulator: real link, simulated tool, a hand that follows a pacer, virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from analysis.algometry.pace import Pace
from analysis.algometry.ramp import Rising
from protocol.control import Command, Reply, Result
from protocol.link import Channel, LiveLink, Payload
from session.cue import Action
from session.inputs import Input, Now, input_bytes
from session.threshold import ThresholdPlan
from session.threshold_cue import Because, RampCue
from session.threshold_guide import Sight, ThresholdGuide
from session.threshold_observer import ThresholdObserver
from simulator.hand import Intent
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.virtual import run_virtual

TICK_S = 0.05
FLOOR_N = 2.5
"""Where a hand begins: just on the skin."""


class PainRoom:
    """One measuring at one point, and what was said in it."""

    def __init__(self, tool: Tool, link: LiveLink, plan: ThresholdPlan) -> None:
        self.tool, self.plan = tool, plan
        self.guide = ThresholdGuide(plan)
        self.observer = ThresholdObserver(plan)
        self.said: list[tuple[Action, Because | None]] = []
        self.paces: set[Pace] = set()
        self.speed = 1.0
        """Of the hand, as a share of the prescribed rate."""
        self.on_cue: Callable[[RampCue, Sight], Input | None] = lambda cue, sight: None
        self._link = link
        self._goal_n = 0.0
        self._told_s: float | None = None
        self._clearing: set[asyncio.Task[Reply]] = set()

    async def measure(self) -> None:
        """Zero, then follow the guide until it has nothing more to ask."""
        reading = asyncio.create_task(self._read())
        await self._link.command(Command.START, 0)
        while self.observer.see(self._now_s()).seen.age_s is None:  # noqa: ASYNC110 - the guide polls too
            await asyncio.sleep(TICK_S)
        assert (await self._link.command(Command.TARE)).result == Result.OK
        while self._step() is not Action.DONE and not self.tool.over:  # noqa: ASYNC110 - as above
            await asyncio.sleep(TICK_S)
        await self._link.close()
        await reading
        await asyncio.gather(*self._clearing, return_exceptions=True)

    def _now_s(self) -> float:
        return asyncio.get_running_loop().time()

    async def _read(self) -> None:
        async for payload in self._link.payloads():
            self.observer.update(payload)
            if payload.channel is Channel.EVENTS:
                self._step()

    def _step(self) -> Action:
        now_s = self._now_s()
        sight = self.observer.see(now_s)
        cue = self.guide.update(sight, now_s)
        if (heard := self.on_cue(cue, sight)) is not None:
            self.observer.update(Payload(Channel.INPUT, now_s, input_bytes(heard)))
            if not isinstance(heard, Now):
                cue = self.guide.update(sight, now_s, (heard,))
        if not self.said or self.said[-1] != (cue.action, cue.why):
            self.said.append((cue.action, cue.why))
        self.paces |= {cue.pace} if cue.pace else set()
        if cue.clear_stop and not self._clearing:
            task = asyncio.create_task(self._link.command(Command.CLEAR_STOP))
            self._clearing.add(task)
            task.add_done_callback(self._clearing.discard)
        self._follow(cue, sight, now_s)
        return cue.action

    def _follow(self, cue: RampCue, sight: Sight, now_s: float) -> None:
        """The hand goes up with the pacer while it is to press, stands still on "hold", else it lets go."""
        passed_s = 0.0 if self._told_s is None else now_s - self._told_s
        self._told_s = now_s
        match cue.action:
            case Action.PRESS:
                self._goal_n = FLOOR_N
            case Action.MORE:
                self._goal_n += self._rate_n_per_s * passed_s
            case Action.HOLD:
                pass
            case _:
                self._goal_n = 0.0
        seen_n = sight.ramp.force_n if isinstance(sight.ramp, Rising) and cue.pressure_kpa is not None else None
        self.tool.tell(Intent(self._goal_n, seen_n))

    @property
    def _rate_n_per_s(self) -> float:
        return self.speed * self.plan.rate_kpa_per_s * self.plan.area_cm2 / 10


def pain_room(tool: Tool, plan: ThresholdPlan, prepare: Callable[[PainRoom], None] | None = None) -> PainRoom:
    """Measure to the end and look back."""

    async def story() -> PainRoom:
        place = PainRoom(tool, InProcessLink(tool), plan)
        if prepare:
            prepare(place)
        await place.measure()
        return place

    return run_virtual(story())
