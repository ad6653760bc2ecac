"""A named scenario through the whole program: link, session, record, analysis, in virtual time."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import NamedTuple

from analysis.live import Live
from clinic.presets import preset
from protocol.events import ToolEvent
from protocol.link import Channel
from protocol.status import Status
from session.cue import Cue
from session.documents import AnalysedFile
from session.offline.measure import analyse_record
from session.playback import Recorded, read_record
from session.rehearsal import Rehearsal, rehearse
from session.runner import Runner
from session.simulation import air_of
from session.tool_stream import ToolStream
from session.view import View
from simulator.happenings.every import Happening, Marker
from simulator.library import SCENARIOS
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.virtual import run_virtual


class Ran(NamedTuple):
    """What a run left behind."""

    scenario: Scenario
    tool: Tool
    view: View | None
    analysed: AnalysedFile
    recorded: Recorded
    stream: ToolStream
    """Having read the record once more."""
    said: list[str]
    """To the therapist, each thing once: action and reason."""

    @property
    def markers(self) -> list[Marker]:
        return [Marker.model_validate_json(data) for data in self.payloads(Channel.TRUTH)]

    @property
    def begun(self) -> list[Happening]:
        return [marker.happening for marker in self.markers]

    @property
    def connections(self) -> int:
        return len(self.payloads(Channel.LAYOUT))

    @property
    def boots(self) -> list[int]:
        ids = [Status.from_bytes(data).boot_id for data in self.payloads(Channel.STATUS)]
        return list(dict.fromkeys(ids))

    @property
    def events(self) -> list[ToolEvent]:
        return [ToolEvent.from_bytes(data) for data in self.payloads(Channel.EVENTS)]

    @property
    def lost(self) -> int:
        return self.analysed.signal.lost_samples

    @property
    def frame_gap_s(self) -> float:
        """The longest time between two arrivals of samples."""
        times_s = [each.arrival_s for each in self.recorded.payloads if each.channel is Channel.SAMPLES]
        return max(b - a for a, b in itertools.pairwise(times_s))

    def payloads(self, channel: Channel) -> list[bytes]:
        return [each.data for each in self.recorded.payloads if each.channel is channel]


def run_named(name: str, holds: int | None = None, seed: int = 1) -> Ran:
    """Run it as `palpate simulate` does, with so many holds where there is a plan and they are said."""
    scenario = SCENARIOS[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "run.mcap"
        plan = preset(scenario.plan) if scenario.plan else None
        if plan is not None and holds is not None:
            plan = plan.model_copy(update={"repetitions": holds})
        rehearsal = Rehearsal(scenario, seed, plan, air_of(scenario), None, path, "test")
        tool = rehearsal.tool()
        said: list[str] = []
        view = run_virtual(rehearse(rehearsal, tool, show=lambda runner: _note(runner, said)))
        recorded, stream = read_record(path), ToolStream()
        for payload in recorded.payloads:
            stream.hear(payload)
        return Ran(scenario, tool, view, analyse_record(path), recorded, stream, said)


def _note(runner: Runner, said: list[str]) -> None:
    """Beside the hand, which was there first."""
    hand = runner.on_cue
    assert hand is not None

    def both(cue: Cue, live: Live) -> None:
        words = f"{cue.action.value} {cue.why.value if cue.why else ''}".strip()
        if not said or said[-1] != words:
            said.append(words)
        hand(cue, live)

    runner.on_cue = both
