"""A class of eight tools over one radio: writes docs/class.md, `make class`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from session.links import LinkName
from session.plan import Cap
from simulator.air import VirtualTools, virtual_tools
from simulator.scenario import Scenario
from simulator.tool import Tool
from simulator.virtual_time import loop_at
from tests.proofs.page import ROOT, Table, write_page
from training.classroom import Class, Seat
from training.drill import Drill
from training.exercise import Exercise, Hold
from training.hands import follow
from training.practice import Practice
from training.result import TrialResult
from training.run import Run, run_with_tool
from training.schedule import Constant, Schedule

TOOLS: Final = 8
RATE_HZ: Final = 100
LASTS_S: Final = 600.0
CAP: Final = Cap(force_n=60.0, reasons=("the bench",))
LIMIT_PERCENT: Final = 80.0
LADDER: Final = ("novice", "trained", "expert")

ABOUT: Final = (
    f"{TOOLS} simulated tools at {RATE_HZ} readings a second and one radio of a computer, all in one process: each "
    "tool is connected over its own link, as on real radios, through bleak; each has its own hand, coach, judge and "
    "record on the disk. Time is virtual, and what is measured is the processor's time for it: both ends and the air "
    f"between them shall need at most {LIMIT_PERCENT:.0f} % of one core. The virtual radio takes its turn every 15 ms "
    "for each tool and is never disturbed; a real one with eight tools has not been tried."
)


class Sat(NamedTuple):
    """What came of one tool."""

    serial: str
    readings: int
    lost: int
    malformed: int
    trials: int
    scored: int


class Outcome(NamedTuple):
    """Of a class."""

    lasted_s: float
    cpu_s: float
    seats: tuple[Sat, ...]

    @property
    def core_percent(self) -> float:
        """Of one core, both ends in the process."""
        return 100 * self.cpu_s / self.lasted_s


def held(trials: int, target_n: float = 25, for_s: float = 10) -> Exercise:
    """So many holds."""
    return Exercise(
        id="class",
        name="class",
        text="A hold.",
        press=Hold(targets_n=(target_n,), for_s=for_s),
        trials=trials,
        schedule=Schedule(live=Constant()),
    )


def teach(exercise: Exercise, tools: int = TOOLS) -> Outcome:
    """Have so many simulated people do an exercise at once."""
    with TemporaryDirectory() as folder, asyncio.Runner(loop_factory=lambda: loop_at(None)) as loop:
        return loop.run(_teach(exercise, tools, Path(folder)))


async def _teach(exercise: Exercise, count: int, folder: Path) -> Outcome:
    tools = [_tool(number) for number in range(1, count + 1)]
    air = await virtual_tools(tools)
    begun_s, cpu_s = asyncio.get_running_loop().time(), time.process_time()
    taught = Class([_seat(tool, exercise, air, folder) for tool in tools])
    await taught.run()
    lasted_s, cpu_s = asyncio.get_running_loop().time() - begun_s, time.process_time() - cpu_s
    await air.close()
    return Outcome(lasted_s, cpu_s, tuple(map(_sat, taught.seats)))


def _tool(number: int) -> Tool:
    scenario = Scenario(
        name="class",
        text="One of a class.",
        simulated_s=2 * LASTS_S,
        persona=LADDER[number % len(LADDER)],
        site="trapezius",
        rate_hz=RATE_HZ,
        serial=f"SIM-{number:04d}",
    )
    return Tool(scenario, number)


def _seat(tool: Tool, exercise: Exercise, air: VirtualTools, folder: Path) -> Seat:
    def run(seat: Seat) -> Awaitable[tuple[TrialResult, ...]]:
        def show(practice: Practice) -> None:
            follow(tool.tell, practice)
            seat.follow(practice)

        drill = Drill.of(exercise, 1, CAP)
        at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        doing = Run(drill, at, lambda serial: folder / f"{serial}.mcap", "test", show)
        return run_with_tool(doing, LinkName.of(tool.serial), backend=air.backend)

    return Seat(f"S-{tool.serial[-4:]}", run)


def _sat(seat: Seat) -> Sat:
    assert seat.practice is not None, seat.trouble
    view = seat.practice.runner.view()
    scored = sum(each.score is not None for each in seat.results)
    return Sat(view.tool, view.samples, view.lost_samples, view.malformed, len(seat.results), scored)


def main() -> None:
    """Simulate ten minutes and write the page."""
    exercise = held(1)
    trials = round(LASTS_S / exercise.lasts_s) + 1
    found = teach(held(trials))
    rows = [
        (each.serial, f"{each.readings:,}", str(each.lost), str(each.malformed), f"{each.scored} of {each.trials}")
        for each in found.seats
    ]
    figures = [
        ("lasted", f"{found.lasted_s:.0f} s"),
        ("processor time, both ends", f"{found.cpu_s:.0f} s"),
        ("of one core", f"{found.core_percent:.0f} % (limit {LIMIT_PERCENT:.0f} %)"),
        ("readings lost", str(sum(each.lost for each in found.seats))),
    ]
    tables = [
        Table("All together", ("figure", "value"), figures),
        Table("Each tool", ("tool", "readings", "lost", "malformed", "trials with a score"), rows),
    ]
    write_page(ROOT / "docs" / "class.md", "A class", (ABOUT,), tables)


if __name__ == "__main__":
    main()
