"""The terminal while a threshold is measured: what to do, how fast, how much."""

from __future__ import annotations

import sys
import time
from typing import Final, Self

from rich.console import Console, Group
from rich.live import Live as Redrawn
from rich.text import Text

from analysis.algometry.pace import Pace
from analysis.algometry.series import Series
from analysis.algometry.threshold import Above, Reached, Threshold
from analysis.algometry.verdicts import Missing
from gui.words import reason
from palpate.terminal import BAR_WIDTH, DASHES, REDRAW_S, SHAPES
from session.awake import Awake
from session.cue import Action
from session.threshold_cue import RampCue
from session.threshold_guide import Sight
from session.threshold_run import ThresholdRun

PACES: Final = {Pace.TOO_FAST: "▼ slower", Pace.TOO_SLOW: "▲ faster"}
"""What is said of a ramp's rate; nothing where it is right."""


class RampTerminal:
    """Draws a measurement; a context manager around it.

    In a terminal the picture is redrawn in place; into a file or a pipe goes one line for each new instruction.
    """

    def __init__(self, place: str) -> None:
        self._console = Console(file=sys.stderr, highlight=False, markup=False)
        self._picture = Redrawn(console=self._console, refresh_per_second=10, transient=True, auto_refresh=False)
        self._place = place
        self._awake = Awake()
        self._last: object = None
        self._drawn_s = 0.0

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            if told := self._awake.begin():
                self._console.print(told)
            self._picture.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._picture.stop()
        self._awake.end()

    def follow(self, run: ThresholdRun) -> None:
        """Show each step from now on; whoever listened goes on listening."""
        before = run.on_cue

        def show(cue: RampCue, sight: Sight) -> None:
            before(cue, sight)
            self._show(cue, simulated=run.simulated)

        run.on_cue = show

    def _show(self, cue: RampCue, *, simulated: bool) -> None:
        last, self._last = self._last, (cue.action, cue.why, pace(cue))
        if not self._console.is_terminal:
            if self._last != last:
                self._console.print(line(cue), soft_wrap=True)
        elif self._last != last or time.monotonic() - self._drawn_s >= REDRAW_S:
            self._drawn_s = time.monotonic()
            self._picture.update(picture(cue, self._place, simulated=simulated), refresh=True)


def line(cue: RampCue) -> str:
    """One line: pressure, which reading, what to do, how fast, and why."""
    why = f" – {reason(cue)}" if cue.why else ""
    return f"{pressure(cue):>12}  reading {cue.reading}/{cue.readings}  {cue.action} {pace(cue)}".rstrip() + why


def picture(cue: RampCue, place: str, *, simulated: bool) -> Group:
    """The whole state, a few lines high."""
    shape, colour = SHAPES[cue.action]
    head = Text.assemble((f" {shape}  {cue.action.value.upper()} ", f"bold {colour} reverse"), f"  {_beside(cue)}")
    mark = [("SIMULATED ", "black on yellow")] if simulated else []
    rate = "–" if cue.rate_kpa_per_s is None else f"{cue.rate_kpa_per_s:.0f} kPa/s"
    facts = f" {pressure(cue):>9} of {cue.end_kpa:.0f}   rate {rate:>9}   reading {cue.reading} of {cue.readings}"
    return Group(Text.assemble(*mark, (f" {place.upper()} ", "bold")), head, bar(cue), Text(facts))


def pressure(cue: RampCue) -> str:
    """The newest pressure, dashes without one."""
    return DASHES if cue.pressure_kpa is None else f"{cue.pressure_kpa:.0f} kPa"


def pace(cue: RampCue) -> str:
    """Whether to press faster or slower, while it is to press at all."""
    return PACES.get(cue.pace, "") if cue.pace and cue.action is Action.MORE else ""


def bar(cue: RampCue) -> Text:
    """Pressure from 0 to the end of the ramp."""
    filled = round(BAR_WIDTH * min((cue.pressure_kpa or 0.0) / cue.end_kpa, 1.0))
    return Text(f" {'█' * filled}{'·' * (BAR_WIDTH - filled)}", style="green")


def _beside(cue: RampCue) -> str:
    if cue.why:
        return reason(cue)
    return f"rest, {cue.left_s:.0f} s" if cue.left_s else pace(cue)


def reading_line(number: int, reading: Threshold) -> str:
    """One ramp, and why it does not count where it does not."""
    match reading.outcome:
        case Reached(pressure_kpa=kpa, force_n=force_n):
            found = f"{kpa:.0f} kPa ({force_n:.1f} N)"
        case Above(cap_kpa=kpa):
            found = f"> {kpa:.0f} kPa"
        case Missing(text=text):
            found = f"no figure: {text}"
    left_out = "" if reading.valid else ", does not count"
    why = "".join(f"; {verdict.text}" for verdict in reading.verdicts)
    method = f", {reading.method}" if reading.method else ""
    return f"reading {number}: {found}{method}{left_out}{why}"


def series_line(result: Series, what: str) -> str:
    """Mean and spread, or why there is none."""
    if isinstance(result.mean_kpa, Missing):
        return f"{what}: no mean, {result.mean_kpa.text}"
    spread = "" if isinstance(result.sd_kpa, Missing) else f", SD {result.sd_kpa:.0f}"
    return f"{what}: {result.mean_kpa:.0f} kPa{spread}, from {len(result.used_kpa)} readings"
