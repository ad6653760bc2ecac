"""Practice without a tool: a person's gestures move the simulated hand, and the simulated tool measures it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from analysis.live import Live
from session.cue import Cue
from session.grip import Gesture, Grip, full_n
from session.rehearsal import Rehearsal, check_kept, keep_truth
from session.runner import Runner
from session.simulation import simulated_link
from session.tool_desk import ToolDesk
from session.treatment import treat
from session.view import View
from simulator.hand import Intent
from simulator.tool import Tool


class PracticeHand:
    """The door of a pad or a keyboard to the hand of a simulated tool. Belongs to the loop in which it was made.

    What the hand is like (its delay, its tremor, how it gives way) is the tool's scenario's.
    """

    def __init__(self, tool: Tool, cap_n: float) -> None:
        self._tool = tool
        self._grip = Grip(full_n(cap_n))
        self._loop = asyncio.get_running_loop()
        self._told_n = 0.0

    @property
    def full_n(self) -> float:
        """The force at the end of the pad's scale."""
        return self._grip.full_n

    @property
    def wanted_n(self) -> float:
        """What the hand was told last; from any thread."""
        return self._told_n

    def feel(self, gesture: Gesture) -> None:
        """Take a gesture; returns at once, from any thread. Raises `RuntimeError` when nothing runs any more."""
        self._loop.call_soon_threadsafe(self._feel, gesture)

    def follow(self, _cue: Cue, _live: Live) -> None:
        """Time passes: a force that rises while a key is held goes on, and one that nobody keeps ends."""
        self._tell()

    def _feel(self, gesture: Gesture) -> None:
        self._grip.feel(gesture, self._loop.time())
        self._tell()

    def _tell(self) -> None:
        wanted_n = self._grip.force_n(self._loop.time())
        if wanted_n != self._told_n:
            self._told_n = wanted_n
            self._tool.tell(Intent(wanted_n))


class Practice(NamedTuple):
    """What a window or a terminal needs of a run."""

    runner: Runner
    hand: PracticeHand
    desk: ToolDesk


async def practise(rehearsal: Rehearsal, tool: Tool, show: Callable[[Practice], None]) -> View:
    """Guide a person who presses without a tool, to the end of the rehearsal's plan; the last view.

    `show` gets the run before it starts. Raises `InputError` where the record was not written, and what `treat` raises.
    """
    assert rehearsal.plan is not None, "nobody can be guided without a plan"
    with rehearsal.recorder() as recorder:
        keep_truth(tool, recorder)
        async with simulated_link(tool, rehearsal.air) as link:
            runner = Runner(link, rehearsal.plan, recorder, speed=rehearsal.speed)
            practice = Practice(runner, PracticeHand(tool, rehearsal.plan.cap.force_n), ToolDesk(link, runner))
            runner.practised, runner.on_cue = True, practice.hand.follow
            show(practice)
            try:
                view = await treat(link, runner)
            finally:
                await practice.desk.close()
        recorder.conclude(view.summary)
    check_kept(recorder)
    return view
