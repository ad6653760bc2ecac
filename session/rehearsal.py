"""One run of the simulator from power-on to the end, recorded; guided where the scenario is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from analysis.live import Live
from protocol.control import Command, Result
from protocol.errors import LinkLost
from protocol.link import Channel, LiveLink, Payload
from protocol.sentence import Sentence
from session.cue import Action, Cue
from session.errors import InputError, ToolRefused
from session.inputs import Quit
from session.listen import listen
from session.plan import Plan
from session.record import Recorder, RecordHeader
from session.runner import Runner
from session.simulation import Air, intent, simulated_link
from session.treatment import treat
from session.view import NotRecorded, View
from simulator.happenings.every import Marker
from simulator.scenario import Scenario
from simulator.tool import Tool

ON_THE_WAY_S: Final = 0.5
"""What the tool sent last is still on the air when its scenario is over; at 60 ms between events this is plenty."""
ZERO_AGAIN_S: Final = 1.0
"""*Assumed*."""
GIVE_UP_S: Final = 5.0
"""Nobody is there to say "go on" after a STOP: the rehearsal ends."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What is run, and how."""

    scenario: Scenario
    seed: int
    plan: Plan | None
    """None: the hand follows the scenario's presses and nobody is guided."""
    air: Air
    speed: float | None
    record: Path
    software: str
    capture: Path | None = None
    """A btsnoop file of the tool's radio, for `Air.BLE`."""
    practised: bool = False
    """A person is the hand, without a tool (`session.practice`)."""

    def tool(self) -> Tool:
        """A new tool, switched on."""
        return Tool(self.scenario, self.seed)

    def recorder(self) -> Recorder:
        """A new record; called in the loop."""
        return Recorder(self.record, self.header())

    def header(self) -> RecordHeader:
        """What the record says first; called in the loop."""
        return RecordHeader(
            started_at=datetime.now(UTC),
            started_loop_s=asyncio.get_running_loop().time(),
            software=self.software,
            simulated=True,
            scenario=self.scenario.name,
            seed=self.seed,
            plan=self.plan,
            practised=self.practised,
        )


async def rehearse(
    rehearsal: Rehearsal, tool: Tool, *, attended: bool = False, show: Callable[[Runner], None] | None = None
) -> View | None:
    """Run to the end; the last view of a guided run.

    `attended`: somebody can press "go on" after a STOP, so that it does not end the run. `show` gets the runner
    before it starts. Raises `InputError` where the record was not written: what its file holds is not of this run.
    """
    with rehearsal.recorder() as recorder:
        view = await _rehearse(rehearsal, tool, recorder, attended=attended, show=show)
        recorder.conclude(view.summary if view else None)
    check_kept(recorder)
    return view


def check_kept(recorder: Recorder) -> None:
    """Raise `InputError` where a run is over and its record was not written."""
    if isinstance(recorder.state, NotRecorded):
        raise InputError(
            Sentence(
                "the run was not recorded ({reason}): try again, or choose another place", reason=recorder.state.reason
            )
        )


def keep_truth(tool: Tool, recorder: Recorder) -> None:
    """Write into the record what the simulator does on purpose, beside the data; called in the loop."""
    loop = asyncio.get_running_loop()

    def write(marker: Marker) -> None:
        recorder.append(Payload(Channel.TRUTH, loop.time(), marker.model_dump_json().encode()))

    tool.hear_begun(write)


async def _rehearse(
    rehearsal: Rehearsal, tool: Tool, recorder: Recorder, *, attended: bool, show: Callable[[Runner], None] | None
) -> View | None:
    keep_truth(tool, recorder)
    async with simulated_link(tool, rehearsal.air, rehearsal.capture) as link:
        if rehearsal.plan is None:
            await _listen(link, recorder, tool)
            return None
        runner = Runner(link, rehearsal.plan, recorder, speed=rehearsal.speed)
        runner.on_cue = _hand(tool, runner, attended=attended)
        if show:
            show(runner)
        return await treat(link, runner)


async def _listen(link: LiveLink, recorder: Recorder, tool: Tool) -> None:
    """Start each connection, zero once, then read until the scenario is over, or the link by itself."""
    first_reading, connections = asyncio.Event(), asyncio.Queue[None]()
    reading = asyncio.create_task(listen(link, recorder, first_reading, connections))
    starting = asyncio.create_task(_start_each(link, connections))
    zeroing = asyncio.create_task(_zero(link, first_reading))
    over = asyncio.create_task(_until_over(tool))
    try:
        await asyncio.wait([reading, starting, over], return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
        await link.close()
        await reading
    except LinkLost:
        return
    finally:
        await _end(over, zeroing, starting, reading)


async def _start_each(link: LiveLink, connections: asyncio.Queue[None]) -> None:
    """Until cancelled; a connection that is lost meanwhile is followed by another one, or ends the reading."""
    while True:
        await connections.get()
        with suppress(LinkLost, TimeoutError):
            reply = await link.command(Command.START, 0)
            if reply.result != Result.OK:
                raise ToolRefused(Sentence("the simulated tool does not start: choose another scenario"))


async def _zero(link: LiveLink, first_reading: asyncio.Event) -> None:
    """Ask for it once, and again only where the link was lost meanwhile."""
    await first_reading.wait()
    while True:
        try:
            await link.command(Command.TARE)
        except (LinkLost, TimeoutError):
            await asyncio.sleep(ZERO_AGAIN_S)
        else:
            return


async def _end(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _until_over(tool: Tool) -> None:
    """Wait for the scenario's end, and for what is still on its way then."""
    while not tool.over:  # noqa: ASYNC110 - a model without a loop has no event to wait for
        await asyncio.sleep(ON_THE_WAY_S)
    await asyncio.sleep(ON_THE_WAY_S)


def following(tool: Tool) -> Callable[[Runner], None]:
    """Lets the hand of a simulated tool follow a runner; somebody is there to go on after a STOP."""

    def join(runner: Runner) -> None:
        runner.on_cue = _hand(tool, runner, attended=True)

    return join


def _hand(tool: Tool, runner: Runner, *, attended: bool) -> Callable[[Cue, Live], None]:
    """The hand follows each cue, unless the scenario has it press by itself: then it hears nothing.

    Left alone after a STOP, or at the end, the simulated therapist goes home.
    """
    leaving: list[asyncio.TimerHandle] = []

    def leave_in(delay_s: float) -> None:
        leaving.append(asyncio.get_running_loop().call_later(delay_s, runner.hear, Quit()))

    def follow(cue: Cue, live: Live) -> None:
        if not tool.scenario.presses:
            tool.tell(intent(cue, live))
        if attended or leaving:
            return
        if tool.over:
            leave_in(ON_THE_WAY_S)
        elif cue.action is Action.STOP:
            leave_in(GIVE_UP_S)

    return follow
