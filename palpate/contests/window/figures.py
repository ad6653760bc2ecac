"""What the window costs and how late it is; offscreen, so that no screen's own pace counts."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from palpate.contests.contest import Measured, Outcome, Skipped

if TYPE_CHECKING:
    from palpate.contests.window.frames import Bare, Ours

FRAME_LIMIT: Final = 2.0
MEDIAN_S: Final = 0.015
LATE_S: Final = 0.035
"""A hand follows what it sees by 200 ms and more: so much later does no harm."""
CORE: Final = 0.25
START_LIMIT: Final = 2.0
GROWTH_LIMIT: Final = 1.02
RATES_HZ: Final = (100, 1000)
ALONE: Final = "import PySide6.QtWidgets, pyqtgraph, time; print(time.process_time())"
STATM: Final = Path("/proc/self/statm")
FIRST: Final = "palpate.contests.window.first"
CACHE: Final = Path(tempfile.gettempdir()) / "palpate-bench-pycache"
"""What is compiled, beside whatever a checkout says of it: an installation is compiled too."""
HOUR_S: Final = 3600
HOUR_HZ: Final = 1000


class Size(NamedTuple):
    """How much of it is measured."""

    repeats: int = 7
    frames: int = 300
    live_s: float = 3.0
    hour_frames: int = 18_000
    """Each of the hour's frames takes what came in 0.2 s: enough pictures to see a leak in one of them."""


FULL: Final = Size()


def window(size: Size = FULL) -> Iterator[Outcome]:
    """Its figures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield from _start(size.repeats)
    for rate_hz in RATES_HZ:
        yield from _frames(rate_hz, size)
    for rate_hz in RATES_HZ:
        yield from _live(rate_hz, size)
    yield _hour(size.hour_frames)


def _frames(rate_hz: int, size: Size) -> Iterator[Measured]:
    """All that a frame shows against a bare curve of the same points, by turns."""
    from palpate.contests.window.frames import Bare, Ours, frames_s

    ours = Ours(rate_hz)
    bare = Bare(rate_hz, ours.curve_size)
    sides: tuple[Ours | Bare, ...] = (bare, ours)
    turns = [tuple(frames_s(side, size.frames) for side in sides) for _ in range(size.repeats)]
    ours.close()
    bare.close()
    for name, percent in (("p50", 50), ("p99", 99)):
        yards, runs = zip(*(tuple(run[len(run) * percent // 100] for run in turn) for turn in turns), strict=True)
        versus = "a bare PlotCurveItem of the same points and size"
        yield Measured(f"window.frame_{name}.{rate_hz}hz", runs, versus, yards, FRAME_LIMIT)


def _live(rate_hz: int, size: Size) -> Iterator[Measured]:
    """In real time: from packet to picture, and what it takes of a core."""
    from palpate.contests.window.seen import seen

    runs = [seen(rate_hz, size.live_s) for _ in range(size.repeats)]
    for name, each, limit, unit in (
        ("packet_to_paint_p50", tuple(run.median_s for run in runs), MEDIAN_S, f"{MEDIAN_S * 1000:.0f} ms"),
        ("packet_to_paint_p99", tuple(run.late_s for run in runs), LATE_S, f"{LATE_S * 1000:.0f} ms"),
        ("core_at_60_frames", tuple(run.core for run in runs), CORE, f"{CORE:.0%} of a core"),
    ):
        yield Measured(f"window.{name}.{rate_hz}hz", each, unit, (limit,) * len(each), 1.0)
    unseen = float(1 + max(run.missing for run in runs))
    yield Measured(f"window.packets_unseen.{rate_hz}hz", (unseen,), "none, as 1", (1.0,), 1.0)


def _start(repeats: int) -> Iterator[Measured]:
    """Processor time of a process of its own, by turns; one turn before it fills the caches of the disk."""
    alone, ours, practise = (["-c", ALONE], ["-m", FIRST], ["-m", FIRST, "FOLDER"])
    turns = [[_printed(each) for each in (alone, ours, practise)] for _ in range(1 + repeats)][1:]
    yards, windows, practices = (tuple(turn[side] for turn in turns) for side in range(3))
    versus = "importing PySide6 and pyqtgraph alone"
    yield Measured("window.start", windows, versus, yards, START_LIMIT)
    yield Measured("window.start.practise", practices, versus, yards, None)


def _printed(arguments: list[str]) -> float:
    """The number that a Python prints first."""
    with tempfile.TemporaryDirectory() as folder:
        given = [folder if each == "FOLDER" else each for each in arguments]
        environ = {**os.environ, "PYTHONPYCACHEPREFIX": str(CACHE)}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        run = subprocess.run(
            [sys.executable, *given], env=environ, capture_output=True, text=True, check=True, timeout=120
        )
    return float(run.stdout.split()[0])


def _hour(frames: int) -> Outcome:
    """The memory after an hour at 1 kHz against that after its first tenth."""
    if not STATM.exists():
        return Skipped("window.memory.1h_1khz", "the system does not tell this process its memory")
    from palpate.contests.window.frames import Ours

    side, early = Ours(HOUR_HZ), 0.0
    for number in range(frames):
        side.source.send(HOUR_S * HOUR_HZ // frames)
        side.draw()
        if number == frames // 10:
            early = _pages()
    late = _pages()
    side.close()
    return Measured("window.memory.1h_1khz", (late,), "the same after its first tenth", (early,), GROWTH_LIMIT)


def _pages() -> float:
    """Memory that is really there, in pages."""
    return float(STATM.read_text().split()[1])
