"""A drill over a link: the session's runner with a coach in it, judged as it goes."""

from __future__ import annotations

from collections.abc import Callable

from analysis.live import Live
from protocol.blocks import SampleBlock
from protocol.link import LiveLink
from session.cue import Cue
from session.record import Recorder
from session.runner import Runner
from session.treatment import treat
from session.view import View
from session.zero_book import ZeroBook
from training.coach import Coach
from training.drill import Drill
from training.judge import Judge, Judged, Tool
from training.marks import mark_payload


class Practice:
    """One run; `judged` grows by a trial at a time. Belongs to the loop, apart from what is said of its parts."""

    def __init__(self, link: LiveLink, drill: Drill, recorder: Recorder, *, speed: float | None = 1.0) -> None:
        self.drill = drill
        self.coach = Coach(drill)
        self.judged: list[Judged] = []
        self.on_judged: Callable[[Judged], None] = lambda _judged: None
        """Called in the loop when a trial is over; must not raise."""
        self.runner = Runner(link, self.coach.plan, recorder, speed=speed)
        self.runner.guide = self.coach
        self.runner.on_block = self._read
        self.runner.on_cue = self._step
        self._recorder, self._link, self._judge = recorder, link, Judge()

    async def run(self, zeros: ZeroBook | None = None) -> View:
        """Lead through all trials; raises what `treat` raises. A trial that is cut off is judged as such."""
        return await treat(self._link, self.runner, zeros)

    def _read(self, block: SampleBlock, _arrival_s: float) -> None:
        if len(block):
            self._judge.update(block)

    def _step(self, _cue: Cue, _live: Live) -> None:
        """Marks go into the record where they happened among the readings."""
        for mark in self.coach.take_marks():
            task = self.drill.tasks[len(self.judged)]
            self._recorder.append(mark_payload(mark, task, self.runner.clock_s()))
            tool = self.runner.observer.tool
            over = self._judge.mark(mark, Tool(tool.rate_hz or 0.0, tool.area_cm2))
            if over is not None:
                self.judged.append(over)
                self.on_judged(over)
