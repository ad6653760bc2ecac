"""The task that measures a threshold over one link: record, decode, guide, tell the tool."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from analysis.algometry.series import Series
from protocol.control import Command, Result
from protocol.errors import LinkLost
from protocol.link import Channel, LiveLink, Payload
from protocol.sentence import Sentence
from session.cue import Action
from session.errors import ToolRefused
from session.inputs import AwaitLook, Input, Now, input_bytes
from session.looking import Looking
from session.needs import Needs
from session.ramp_view import RampView
from session.record import Recorder
from session.runner import AFTER_S, LOST_S, TICK_S
from session.threshold import ThresholdPlan
from session.threshold_cue import RampCue
from session.threshold_guide import Sight, ThresholdGuide
from session.threshold_observer import ThresholdObserver
from session.threshold_state import Finished
from session.tool_health import ToolWatch

ZERO_AGAIN_S: Final = 2.0
"""A tool that was pressed or moved when its zero was to be measured is asked again; *assumed*."""


class ThresholdRun:
    """Measures one point. `run` belongs to the loop; `hear` may be called from anywhere."""

    def __init__(self, link: LiveLink, plan: ThresholdPlan, recorder: Recorder) -> None:
        self.guide, self.observer = ThresholdGuide(plan), ThresholdObserver(plan)
        self.on_cue: Callable[[RampCue, Sight], None] = lambda _cue, _sight: None
        """Called in the loop after each step."""
        self.on_input: Callable[[Input], None] = lambda _value: None
        """Called in the loop after something was heard."""
        self.simulated = link.simulated
        self.watch = ToolWatch()
        """How well the tool and its link are."""
        self.first_reading = asyncio.Event()
        self.notice = ""
        """A sentence for the therapist, "" without one."""
        self._link, self._recorder, self._needs = link, recorder, Needs()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._inputs: list[Input] = []
        self._clearing: set[asyncio.Task[object]] = set()
        sight = self.observer.see(0.0)
        self._view = self._look(self.guide.update(sight, 0.0), sight)

    def await_look(self) -> None:
        """A person is pressed: nobody is asked for contact before the pre-flight has passed; before the start."""
        self.guide.look = Looking()

    async def run(self) -> Series:
        """Measure until the guide or the link has nothing more; closes the link.

        Raises `ToolRefused` when the tool starts no stream.
        """
        self._loop = asyncio.get_running_loop()
        if isinstance(self.guide.look, Looking):
            self._take_input(AwaitLook())
        reading, serving = asyncio.create_task(self._read()), asyncio.create_task(self._serve())
        watching = asyncio.create_task(self._watch(reading))
        try:
            await asyncio.wait([watching, serving], return_when=asyncio.FIRST_COMPLETED)
            if not watching.done():
                serving.result()
            await watching
            return self.guide.result
        finally:
            self._view = self._view._replace(over=self.sentence)
            await self._link.close()
            await _end(reading, serving, watching, *self._clearing)

    def view(self) -> RampView:
        """The latest state; from any thread."""
        return self._view

    @property
    def sentence(self) -> str:
        """How it ended, for people."""
        state = self.guide.state
        return state.sentence if isinstance(state, Finished) else Sentence("The link ended before it was complete.")

    def hear(self, value: Input) -> None:
        """Somebody did something on this side. Raises `RuntimeError` before the start and after the end."""
        if self._loop is None or isinstance(self.guide.state, Finished):
            raise RuntimeError("nothing is measured any more")
        self._loop.call_soon_threadsafe(self._take_input, value)

    def _take_input(self, value: Input) -> None:
        payload = Payload(Channel.INPUT, self.clock_s(), input_bytes(value))
        self._recorder.append(payload)
        self.observer.update(payload)
        if not isinstance(value, Now):
            self._inputs.append(value)
        self.on_input(value)
        self._step()

    async def _read(self) -> None:
        """Keep every payload until the link ends; a link that is lost is silence to the guide."""
        with suppress(LinkLost):
            async for payload in self._link.payloads():
                self._recorder.append(payload)
                block = self.observer.update(payload)
                self.watch.update(payload, self.observer.tool, block)
                self._needs.update(payload.channel, self.observer.tool)
                if block is not None:
                    self.first_reading.set()
                    self._recorder.derive(block, payload.arrival_s)
                if payload.channel is Channel.EVENTS:
                    self._step()

    async def _watch(self, reading: asyncio.Task[None]) -> None:
        """Steps on the host's clock, until all is done or nothing will come any more, and a little longer."""
        over_s: float | None = None
        while over_s is None or self.clock_s() < over_s:
            done = self._step().action is Action.DONE
            if over_s is None and (done or reading.done()):
                over_s = self.clock_s() + (AFTER_S if done else LOST_S)
            await asyncio.sleep(TICK_S)

    def _step(self) -> RampCue:
        now_s, inputs = self.clock_s(), tuple(self._inputs)
        self._inputs.clear()
        sight = self.observer.see(now_s)
        cue = self.guide.update(sight, now_s, inputs)
        if cue.clear_stop and not self._clearing:
            task: asyncio.Task[object] = asyncio.create_task(self._ask(Command.CLEAR_STOP))
            self._clearing.add(task)
            task.add_done_callback(self._clearing.discard)
        self._view = self._look(cue, sight)
        self.on_cue(cue, sight)
        return cue

    def _look(self, cue: RampCue, sight: Sight) -> RampView:
        return RampView(
            cue=cue,
            age_s=sight.seen.age_s,
            valid_n=sight.seen.valid_n,
            simulated=self.simulated,
            recording=self._recorder.state,
            notice=self.notice,
            readings=tuple(self.guide.readings),
            over="",
        )

    async def _serve(self) -> None:
        """Start each connection and have the zero measured, until cancelled."""
        while True:
            await self._needs.starts.get()
            with suppress(LinkLost, TimeoutError):
                if (await self._link.command(Command.START, 0)).result != Result.OK:
                    raise ToolRefused(Sentence("the tool does not start sampling: switch it off and on again"))
                while self.observer.see(self.clock_s()).seen.age_s is None:  # noqa: ASYNC110 - the guide polls too
                    await asyncio.sleep(TICK_S)
                while self.observer.tool.zeroed is not Result.OK:
                    if await self._ask(Command.TARE) is not Result.OK:
                        await asyncio.sleep(ZERO_AGAIN_S)
                    await asyncio.sleep(TICK_S)

    async def _ask(self, command: Command) -> object:
        """How a command ended; None without an answer."""
        with suppress(LinkLost, TimeoutError):
            reply = await self._link.command(command)
            return Result(reply.result) if reply.result in set(Result) else Result.INTERNAL
        return None

    def say(self, sentence: str) -> None:
        """Tell the therapist; called in the loop."""
        self.notice = sentence

    def clock_s(self) -> float:
        """The loop's clock; 0 before the start."""
        return 0.0 if self._loop is None else self._loop.time()


async def _end(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
