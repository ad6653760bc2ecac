"""The one task that reads a link: record, decode, analyse, guide, publish."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from analysis.doses import pressure_kpa
from analysis.live import Live
from protocol.blocks import SampleBlock
from protocol.errors import LinkLost
from protocol.link import Channel, Link, Payload
from session.calls import Call, call_bytes, read_call
from session.cue import Action, Cue, Why
from session.drained import BLOCKS_KEPT, drain
from session.guide import Guide
from session.inputs import AskPlace, AwaitLook, Input, Quit, input_bytes, read_input
from session.kept import Kept
from session.link_health import rssi_bytes
from session.needs import Needs
from session.observer import Observer
from session.one_button import meant
from session.plan import Plan
from session.record import Recorder
from session.silence import silent
from session.state import Finished
from session.summary import outcome_of, summary_of
from session.tool_health import ToolHealth, ToolWatch
from session.view import LinkState, Summary, View
from session.whom import Whom
from session.zero_check import drifted

LOG: Final = logging.getLogger(__name__)

TICK_S: Final = 0.05
"""Of the watchdog on the host's clock: a let-go for silence comes at most this late."""
AFTER_S: Final = 1.0
"""Recorded after the end, so that the last hold's residual force is measured."""
LOST_S: Final = 5.0
"""After the link is lost, or ended before the treatment did: the let-go for missing data, due after 2 s, is shown."""
CLOSE_S: Final = 5.0
"""A link that does not end by then is left behind."""


class Runner:
    """Runs one treatment over one link. `run` belongs to the loop; everything else may be called from anywhere."""

    practised = False  # a person presses, or pressed, without a tool: whoever knows says it before the start
    asks_place = False  # whoever wants "here" before the first press says so before the start
    _whom: Whom | None = None  # on the bench
    on_block: Callable[[SampleBlock, float], None] | None = None
    """Called in the loop with tared readings, live or late, and their arrival; must not raise."""
    _advert_dbm: int | None = None  # heard, and not recorded yet

    def __init__(self, link: Link, plan: Plan, recorder: Recorder | None, *, speed: float | None = 1.0) -> None:
        self.observer = Observer(plan)
        self.guide = Guide(plan)
        self.on_cue: Callable[[Cue, Live], None] | None = None
        """Called after each step: the seam of a simulated hand."""
        self.on_input: Callable[[Input], None] | None = None
        """Called in the loop after something was heard."""
        self.watch = ToolWatch()
        """How well the tool, its link and its clock are."""
        self.first_reading = asyncio.Event()
        self.needs = Needs()
        """What the tool needs from the one who serves it."""
        self.notice = ""
        self._link, self._kept, self._speed = link, Kept(recorder), speed
        self._link_state, self._link_text = LinkState.CONNECTING, ""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = asyncio.Event()
        self._end: asyncio.TimerHandle | None = None
        self._fault = self._quit = False
        self._health: ToolHealth | None = None
        self._inputs: list[Input] = []
        self._samples: deque[SampleBlock] = deque(maxlen=BLOCKS_KEPT)
        self._events: deque[str] = deque()
        self._view = self._look(self.guide.update(self.observer.see(0.0), 0.0), None)

    async def run(self) -> View:
        """Guide until the treatment or the link is over; the last view holds the summary. Closes the link."""
        self._loop = asyncio.get_running_loop()
        if self._whom:
            self._take_input(AwaitLook())
        if self.asks_place:
            self._take_input(AskPlace())
        reader, watchdog = asyncio.create_task(self._read()), asyncio.create_task(self._watch())
        try:
            await self._ended.wait()
        finally:
            watchdog.cancel()
            await self._link.close()
            await asyncio.wait([reader, watchdog], timeout=CLOSE_S)
            reader.cancel()
        self.observer.finish()
        outcome = outcome_of(self.guide.state, self._link_text, fault=self._fault)
        self._view = self._look(self._view.cue, summary_of(self.observer, self.guide, outcome, self._kept.path))
        if reader.done() and not reader.cancelled():
            reader.result()
        return self._view

    def press(self, whom: Whom) -> None:
        """Say who is pressed where, before the start: nobody is, before the tool was looked at. Else: the bench."""
        self._whom = whom
        self.guide.await_look()
        self._view = replace(self._view, whom=whom)

    # from any thread

    def view(self) -> View:
        """The latest state."""
        return self._view

    def take_samples(self) -> tuple[SampleBlock, ...]:
        """Tared readings since the last call; a slow caller may miss some."""
        return drain(self._samples)

    def take_events(self) -> tuple[str, ...]:
        """Sentences since the last call; none is dropped."""
        return drain(self._events)

    @property
    def recorded(self) -> bool:
        """Whether what arrives reaches the disk."""
        return self._kept.path is not None

    def clock_s(self) -> float:
        """The loop's clock, which goes on while the loop is stuck."""
        return self._loop.time() if self._loop else 0.0

    def hear(self, value: Input) -> None:
        """Somebody did something on this side. Raises `RuntimeError` when nothing runs any more."""
        if self._loop is None or self._ended.is_set():
            raise RuntimeError("the treatment is over")
        self._loop.call_soon_threadsafe(self._take_input, value)

    def link_says(self, state: LinkState, text: str) -> None:
        """How a link that tells it stands, and what to do about it; called in the loop."""
        self._link_state, self._link_text = state, text

    def advert_heard(self, dbm: int) -> None:
        """How strong the tool's last advertisement was before this connection; called in the loop."""
        self._advert_dbm = dbm

    def say(self, sentence: str) -> None:
        """Tell the therapist; called in the loop."""
        self.notice = sentence
        self._events.append(sentence)

    async def _read(self) -> None:
        try:
            async for payload in self._link.payloads():
                self._link_state = LinkState.ONLINE
                self._take(payload)
                self._take_advert(payload.arrival_s)
        except LinkLost as error:
            self._link_state, self._link_text = LinkState.LOST, str(error)
        except BaseException:
            self._ended.set()
            raise
        else:
            self._link_state = LinkState.ENDED
        self._end_in(LOST_S)

    async def _watch(self) -> None:
        """The host's own clock: silence and time limits need no data to be noticed."""
        while True:
            await asyncio.sleep(TICK_S)
            self._step()

    def _take_input(self, value: Input) -> None:
        self._take(Payload(Channel.INPUT, self.clock_s(), input_bytes(value)))

    def _take_advert(self, arrival_s: float) -> None:
        """What was heard before a connection stands behind its first payload."""
        dbm, self._advert_dbm = self._advert_dbm, None
        if dbm is not None:
            self._take(Payload(Channel.RSSI, arrival_s, rssi_bytes(dbm)))

    def _take(self, payload: Payload) -> None:
        """First keep, then understand: a fault in the rest never costs a payload."""
        self._kept.append(payload)
        try:
            self._understand(payload)
        except Exception:
            LOG.exception(
                "a payload on %s could not be understood: guidance ends, recording goes on", payload.channel.name
            )
            self._fault = True
        self._step()

    def _understand(self, payload: Payload) -> None:
        if payload.channel is Channel.INPUT:
            value = read_input(payload.data)
            self._inputs.append(value)
            self._quit |= isinstance(value, Quit)
            if self.on_input:
                self.on_input(value)
        block = self.observer.update(payload)
        self.watch.update(payload, self.observer.tool, block)
        self.needs.update(payload.channel, self.observer.tool)
        if block is not None:
            self.first_reading.set()
            self._samples.append(block)
            if self.on_block:
                self.on_block(block, payload.arrival_s)
            self._kept.derive(block, payload.arrival_s)

    def _step(self) -> None:
        """Ask the guide; show and pass on what it says."""
        cue = self._ask()
        finished = isinstance(self.guide.state, Finished) and cue.action is Action.DONE
        if finished or (self._fault and self._quit):
            self._end_in(AFTER_S)
        elif self._quit and silent(self.observer.age_s(self.clock_s())):
            self._end_in(LOST_S)  # no data will say that the force is gone
        self._view = self._look(cue, None)
        self._pass_on(cue)

    def _ask(self) -> Cue:
        """The guide's cue; after a fault of our own nobody is guided any more."""
        try:
            if not self._fault:
                return self._guided()
        except Exception:
            LOG.exception("the guide failed: guidance ends, recording goes on")
            self._fault = True
        return self._view.cue._replace(action=Action.LET_GO, why=Why.INTERNAL_FAULT, soon=False, ask=None)

    def _guided(self) -> Cue:
        now_s = self.clock_s()
        inputs, self._inputs = tuple(self._inputs), []
        known = len(self.guide.calls.all)
        seen, before = self.observer.see(now_s), self.guide.state
        cue = self.guide.update(seen, now_s, inputs)
        for value in meant(before, inputs + seen.marks):
            asyncio.get_running_loop().call_soon(self._take_input, value)
        if self.guide.answer:
            self.say(self.guide.answer)
        for call in self.guide.calls.all[known:]:
            self._tell(call, now_s)
        self._health = self.watch.look(now_s)
        if cue.action is Action.REST and (drift := drifted(self._health.zero.rest_n)) and drift != self.notice:
            self.say(drift)
        if self.observer.aim(self.guide.plan):
            self._kept.aim(self.guide.plan, now_s)
        return cue

    def _tell(self, call: Call, now_s: float) -> None:
        """A let-go that was called goes to the analysis, and into the record."""
        if (data := call_bytes(call)) is not None:
            self.observer.call_let_go(read_call(data).time_us)
            self._kept.append(Payload(Channel.CALLS, now_s, data))

    def _pass_on(self, cue: Cue) -> None:
        """One who fails to listen is not asked again: neither the reader nor the watchdog dies of it."""
        try:
            if self.on_cue:
                self.on_cue(cue, self.observer.live)
        except Exception:
            LOG.exception("a listener failed: guidance ends, recording goes on")
            self._fault, self.on_cue = True, None

    def _end_in(self, delay_s: float) -> None:
        if self._end is None and self._loop is not None:
            self._end = self._loop.call_later(delay_s, self._ended.set)

    def _look(self, cue: Cue, summary: Summary | None) -> View:
        tool, live = self.observer.tool, self.observer.live
        return View(
            simulated=self._link.simulated or tool.simulated,
            tool=tool.serial,
            speed=self._speed,
            link=self._link_state,
            link_text=self._link_text,
            last_valid_s=self.observer.last_valid_s,
            rate_hz=tool.rate_hz or 0.0,
            samples=live.samples,
            lost_samples=live.lost_samples,
            malformed=tool.malformed,
            battery_percent=tool.battery_percent,
            recording=self._kept.state,
            plan_name=self.guide.plan.name,
            kpa_per_n=pressure_kpa(1.0, tool.area_cm2) if tool.area_cm2 else None,
            force_n=self.observer.valid_force_n,
            contact=live.contact,
            in_band_s=live.in_band_s,
            dose_kpa_s=live.dose_kpa_s,
            dose_high_kpa_s=live.dose_high_kpa_s,
            cue=cue,
            notice=self.notice,
            summary=summary,
            health=self._health,
            practised=self.practised,
            whom=self._whom,
        )
