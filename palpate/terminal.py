"""The guide in a terminal: the same as the window, where there is no display."""

from __future__ import annotations

import sys
import time
from typing import Final, Self

from rich.console import Console, Group
from rich.live import Live as Redrawn
from rich.table import Table
from rich.text import Text

from analysis.live import Live
from gui.words import left, prompt, reason, step
from session.awake import Awake
from session.cue import Action, Cue, MayStep
from session.runner import Runner
from session.silence import stale
from session.view import View, unkept

SHAPES: Final = {
    Action.WAIT: ("…", "white"),
    Action.PRESS: ("◎", "bright_blue"),
    Action.MORE: ("▲", "bright_blue"),
    Action.HOLD: ("=", "bright_green"),
    Action.LESS: ("▼", "yellow"),
    Action.LET_GO: ("◇", "magenta"),
    Action.REST: ("–", "white"),
    Action.STOP: ("✖", "bright_red"),
    Action.DONE: ("✔", "bright_green"),
}
"""Shape and colour beside each word, as in the window: an arrow up for more force, down for less."""
BAR_WIDTH: Final = 40
"""Characters: half of a usual terminal."""
REDRAW_S: Final = 0.1
"""Real time between two pictures of the same cue: drawing takes some milliseconds, a fast run has a view in each."""
FACT_WIDTHS: Final = ((8, 9), (5, 18))
"""Of name and value: fixed, so that nothing jumps when a number gets longer."""
DASHES: Final = "– – –"


class TerminalGuide:
    """Draws a runner's view; a context manager around the run.

    In a terminal the picture is redrawn in place; into a file or a pipe goes one line for each new cue.
    """

    def __init__(self) -> None:
        self._console = Console(file=sys.stderr, highlight=False, markup=False)
        self._picture = Redrawn(console=self._console, refresh_per_second=10, transient=True, auto_refresh=False)
        self._awake = Awake()
        self._last: object = None
        self._noticed = ""
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

    def follow(self, runner: Runner) -> None:
        """Show each step of the runner from now on; whoever listened goes on listening."""
        before = runner.on_cue

        def show(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            self.show(runner.view(), runner.clock_s())

        runner.on_cue = show

    def show(self, view: View, now_s: float) -> None:
        """Draw one state; a new cue at once, the rest as often as eyes follow."""
        last, self._last = self._last, (view.cue.action, view.cue.why, isinstance(view.cue.step, MayStep))
        if not self._console.is_terminal:
            if view.notice not in ("", self._noticed):
                self._console.print(view.notice, soft_wrap=True)
            self._noticed = view.notice
            if self._last != last:
                self._console.print(line(view, now_s), soft_wrap=True)
        elif self._last != last or time.monotonic() - self._drawn_s >= REDRAW_S:
            self._drawn_s = time.monotonic()
            self._picture.update(picture(view, now_s), refresh=True)


def line(view: View, now_s: float) -> str:
    """One line: pressure, what to do, and why."""
    cue = view.cue
    why = f" – {reason(cue)}" if cue.why else ""
    why += f" – r: {step(cue)}" if isinstance(cue.step, MayStep) else ""
    return f"{pressure(view, now_s):>12}  hold {cue.repetition}/{cue.repetitions}  {cue.action}{why}"


def picture(view: View, now_s: float) -> Group:
    """The whole state, a few lines high."""
    cue = view.cue
    shape, colour = SHAPES[cue.action]
    head = Text.assemble(
        (f" {shape}  {cue.action.value.upper()} ", f"bold {colour} reverse"), f"  {reason(cue) or prompt(cue)}"
    )
    facts = Table.grid(padding=(0, 2))
    for name_width, value_width in FACT_WIDTHS:
        facts.add_column(min_width=name_width)
        facts.add_column(min_width=value_width, justify="right")
    facts.add_row("pressure", pressure(view, now_s), "band", _band(view))
    facts.add_row("hold", f"{cue.repetition} of {cue.repetitions}", "left", left(cue))
    facts.add_row("in band", f"{view.in_band_s:.1f} s", "dose", _dose(view))
    link = Text(_link(view, now_s), style="dim")
    rising = (Text(f" r: {step(cue)}", style="bold" if isinstance(cue.step, MayStep) else "dim"),) if cue.step else ()
    return Group(_marks(view), head, bar(view, now_s), facts, *rising, link, view.notice)


def pressure(view: View, now_s: float) -> str:
    """The newest valid pressure, dashes when it is older than 0.5 s."""
    if view.force_n is None or stale(_age_s(view, now_s)):
        return DASHES
    if view.kpa_per_n is None:
        return f"{view.force_n:z.1f} N"
    return f"{view.force_n * view.kpa_per_n:z.0f} kPa"


def bar(view: View, now_s: float) -> Text:
    """Force from 0 to a little over the cap, with the band."""
    cue = view.cue
    scale = BAR_WIDTH / (1.1 * cue.cap_n)
    fresh = pressure(view, now_s) != DASHES
    filled = round(max(view.force_n or 0.0, 0.0) * scale) if fresh else 0
    text = Text(" ")
    for cell in range(BAR_WIDTH):
        in_band = cue.low_n <= (cell + 0.5) / scale <= cue.high_n
        text.append("█" if cell < filled else ("▒" if in_band else "·"), style="green" if in_band else "white")
    return text


def _marks(view: View) -> Text:
    marks = [("SIMULATED ", "black on yellow")] if view.simulated else []
    wrong = unkept(view.recording)
    state = (wrong, "bold red") if wrong else ("recording", "dim")
    whom = view.whom
    place = f" {whom.place.upper()} – {whom.limit} – " if whom else f" {_where(view)} – "
    return Text.assemble(*marks, (place, "bold" if whom else "dim"), ("not a medical device – ", "dim"), state)


def _where(view: View) -> str:
    return "practised without a tool" if view.practised else "bench and simulator only"


def _band(view: View) -> str:
    if view.kpa_per_n is None:
        return f"{view.cue.low_n:.0f}–{view.cue.high_n:.0f} N"
    return f"{view.cue.low_n * view.kpa_per_n:.0f}–{view.cue.high_n * view.kpa_per_n:.0f} kPa"


def _dose(view: View) -> str:
    if view.dose_kpa_s is None:
        return "–"
    high = view.dose_high_kpa_s
    bounds = f" to {high:.0f}" if high is not None and round(high) > round(view.dose_kpa_s) else ""
    return f"{view.dose_kpa_s:.0f}{bounds} kPa·s"


def _age_s(view: View, now_s: float) -> float | None:
    return None if view.last_valid_s is None else max(now_s - view.last_valid_s, 0.0)


def _link(view: View, now_s: float) -> str:
    age_s = _age_s(view, now_s)
    age = "–" if age_s is None else f"{1000 * age_s:.0f} ms"
    battery = "–" if view.battery_percent is None else f"{view.battery_percent} %"
    return (
        f"{view.tool or 'no tool'} {view.link} · last reading {age} ago · {view.rate_hz:g} Hz · "
        f"{view.lost_samples} lost · battery {battery} {view.link_text}"
    )
