"""A treatment over the virtual air through the whole session, by a hand that follows the guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from analysis.live import Live
from session.cue import Cue
from session.documents import AnalysedFile, LinkDocument
from session.links import LinkName
from session.offline.measure import analyse_record
from session.plan import Plan
from session.runner import Runner
from session.simulation import intent
from session.unknown import Unknown
from session.view import View
from session.with_tool import Treatment, treat_with
from session.zero_book import ZeroBook
from session.zero_ledger import Drift
from simulator.air import virtual_tool
from simulator.happenings.every import Happening
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.rooms import LIGHT
from tests.virtual import run_virtual

SHORT = LIGHT.model_copy(update={"target_n": 20.0, "hold_s": 8.0, "cap": LIGHT.cap.model_copy(update={"force_n": 40})})


async def at_once(work: Callable[[], Drift | Unknown]) -> Drift | Unknown:
    """In virtual time nothing runs aside."""
    return work()


def scenario(*happenings: Happening, up_s: float = 0.0, first_counter: int = 0, for_s: float = 90.0) -> Scenario:
    return Scenario(
        name="faulty",
        text="Something is wrong.",
        simulated_s=for_s,
        plan="light",
        happenings=happenings,
        up_s=up_s,
        first_counter=first_counter,
    )


class AirRoom:
    """One treatment, its record and its tool."""

    def __init__(self, folder: Path, setting: Scenario, plan: Plan = SHORT, tool: Tool | None = None) -> None:
        self.tool = tool or Tool(setting, 3)
        self.folder = folder
        self.path = folder / "one.mcap"
        self.runner: Runner | None = None
        self.on_cue: Callable[[Cue, Live], None] = lambda _cue, _live: None
        self._plan = plan

    def treat(self) -> View:
        return run_virtual(self._story())

    @property
    def measured(self) -> AnalysedFile:
        return analyse_record(self.path)

    @property
    def link(self) -> LinkDocument:
        link = self.measured.link
        assert link is not None
        return link

    async def _story(self) -> View:
        surroundings = await virtual_tool(self.tool)
        try:
            name, zeros = LinkName("ble", self.tool.serial), ZeroBook(self.folder, at_once)
            treatment = Treatment(name, self._plan, lambda _: self.path, "test", surroundings.backend, zeros)
            view, _ = await treat_with(treatment, self._join)
            return view
        finally:
            await surroundings.close()

    def _join(self, runner: Runner) -> None:
        self.runner = runner

        def follow(cue: Cue, live: Live) -> None:
            self.tool.tell(intent(cue, live))
            self.on_cue(cue, live)

        runner.on_cue = follow
