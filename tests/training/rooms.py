"""Exercises in virtual time, with hands whose presses are given, and what was shown meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis.live import Live
from session.cue import Cue
from session.plan import Cap
from session.record import Recorder, RecordHeader
from session.view import View
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.virtual import run_virtual
from training.coach import Phase
from training.display import Shown, shown
from training.drill import Drill, OnPerson
from training.exercise import Exercise, Hold
from training.hands import follow
from training.practice import Practice
from training.schedule import Blind, Constant, Schedule

CAP = Cap(force_n=15.0, reasons=("a test",))
SEEN = Schedule(live=Constant())
UNSEEN = Schedule(live=Blind())
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def exercise(schedule: Schedule = SEEN, **changes: Any) -> Exercise:
    """Hold 10 N for 2 s, once: go after 3 s, hold from 4 s to 6 s after go, gone 2 s later."""
    values: dict[str, Any] = {
        "id": "light",
        "name": "Light",
        "text": "A test.",
        "press": Hold(targets_n=(10,), for_s=2),
        "rest_s": 3,
    }
    return Exercise(**(values | {"schedule": schedule} | changes))


def drill(made: Exercise, seed: int = 1, person: OnPerson | None = None) -> Drill:
    return Drill.of(made, seed, CAP, person=person)


@dataclass
class Room:
    """One run, and what could be seen of it."""

    practice: Practice
    tool: Tool
    seen: list[tuple[Phase, Shown]] = field(default_factory=list)
    at: dict[float, Callable[[], None]] = field(default_factory=dict)
    """Moments after the first step, and what somebody does then."""
    view: View | None = None

    def follow(self) -> None:
        before = self.practice.runner.on_cue

        def look(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            now_s, coach = self.practice.runner.clock_s(), self.practice.coach
            for moment_s in [each for each in self.at if each <= now_s]:
                self.at.pop(moment_s)()
            self.seen.append((coach.phase, shown(coach, self.practice.runner.view(), now_s)))

        self.practice.runner.on_cue = look


def room(
    path: Path,
    made: Exercise,
    *,
    prepare: Callable[[Room], None] | None = None,
    seed: int = 1,
    person: OnPerson | None = None,
    **scenario: Any,
) -> Room:
    """Do an exercise to its end; a hand without presses of its own follows the coach."""
    values: dict[str, Any] = {
        "name": "test",
        "text": "A test.",
        "simulated_s": 600.0,
        "rate_hz": 50,
        "persona": "trained",
    }

    async def story() -> Room:
        tool, planned = Tool(Scenario.model_validate(values | scenario), seed), drill(made, seed, person)
        header = RecordHeader(
            started_at=NOON,
            started_loop_s=asyncio.get_running_loop().time(),
            software="test",
            simulated=True,
            plan=planned.plan(planned.tasks[0]),
        )
        with Recorder(path, header) as recorder:
            place = Room(Practice(InProcessLink(tool), planned, recorder, speed=None), tool)
            if not tool.scenario.presses:
                follow(tool.tell, place.practice)
            place.follow()
            if prepare:
                prepare(place)
            place.view = await place.practice.run()
        return place

    return run_virtual(story())
