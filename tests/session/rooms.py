"""A simulated therapist at work: real runner, real link, simulated tool, virtual time."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from analysis.live import Live
from protocol.link import LiveLink
from session.cue import Action, Cue, Why
from session.plan import Cap, Plan
from session.record import Recorder
from session.runner import Runner
from session.simulation import intent
from session.treatment import treat
from session.view import View
from simulator.happenings.every import Happening
from simulator.happenings.people import Press
from simulator.in_process import InProcessLink
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.virtual import run_virtual

LIGHT = Plan(
    name="light",
    text="Light holds, quickly reached and quickly let go.",
    source="made up",
    confidence="none",
    target_n=4.0,
    band_percent=20.0,
    hold_s=2.0,
    repetitions=2,
    rest_s=0.5,
    cap=Cap(force_n=8.0, reasons=("a test",)),
)


class Step(NamedTuple):
    """What was shown and said at one moment."""

    now_s: float
    action: Action
    why: Why | None
    last_valid_s: float | None
    contact: bool
    state: type[object]


class Room:
    """One treatment, and what was said in it."""

    def __init__(self, tool: Tool, link: LiveLink, plan: Plan, recorder: Recorder | None = None) -> None:
        self.tool = tool
        self.runner = Runner(link, plan, recorder)
        self.runner.on_cue = self._follow
        self.steps: list[Step] = []
        self.at: dict[float, Callable[[], None]] = {}
        """Moments, from the first reading on, and what somebody does then."""
        self.deaf = False
        """The hand hears nothing and goes its own way."""
        self._link = link

    async def treat(self) -> View:
        return await treat(self._link, self.runner)

    @property
    def said(self) -> list[tuple[Action, Why | None]]:
        """What was said, each thing once until it changes."""
        pairs = [(step.action, step.why) for step in self.steps]
        return [pair for before, pair in zip([None, *pairs], pairs, strict=False) if pair != before]

    def _follow(self, cue: Cue, live: Live) -> None:
        now_s, view = self.runner.clock_s(), self.runner.view()
        state = type(self.runner.guide.state)
        self.steps.append(Step(now_s, cue.action, cue.why, view.last_valid_s, live.contact, state))
        for moment_s in [moment_s for moment_s in self.at if moment_s <= self.tool.simulated_s]:
            self.at.pop(moment_s)()
        if not self.deaf:
            self.tool.tell(intent(cue, live))


def scenario(*happenings: Happening, for_s: float = 60.0, presses: tuple[Press, ...] = ()) -> Scenario:
    """A tool at 50 Hz, two readings in a frame, and what happens to it."""
    return Scenario(
        name="test", text="A test.", simulated_s=for_s, happenings=happenings, presses=presses, rate_hz=50, plan="light"
    )


def room(setting: Scenario, plan: Plan = LIGHT, seed: int = 1, prepare: Callable[[Room], None] | None = None) -> Room:
    """Treat to the end and look back."""

    async def story() -> Room:
        tool = Tool(setting, seed)
        place = Room(tool, InProcessLink(tool), plan)
        if prepare:
            prepare(place)
        await place.treat()
        return place

    return run_virtual(story())
