"""An exercise in a terminal: what the schedule lets be seen, and nothing else."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator
from typing import Final, Self

from rich.console import Console, Group
from rich.live import Live as Redrawn
from rich.text import Text

from analysis.live import Live
from palpate.terminal import DASHES, REDRAW_S, SHAPES
from session.cue import Cue
from session.whom import Whom
from training.display import Gauge, Shown, shown
from training.judge import Judged
from training.practice import Practice
from training.result import TrialResult
from training.schedule import reveals
from training.sentences import told
from training.sketch import sketch

WIDTH: Final = 40
"""Characters of the bar: half of a usual terminal."""
SCALE: Final = 1.6
"""The bar ends at so many times the band's upper edge: what is far above it is at its end."""


class TrainingScreen:
    """Draws an exercise on standard error; a context manager around the run.

    Into a file or a pipe goes one line for each new word.
    """

    def __init__(self) -> None:
        self._console = Console(file=sys.stderr, highlight=False, markup=False)
        self._picture = Redrawn(console=self._console, refresh_per_second=10, transient=True, auto_refresh=False)
        self._last = ""
        self._drawn_s = 0.0

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._picture.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._picture.stop()

    def follow(self, practice: Practice) -> None:
        """Show each step from now on; whoever listened goes on listening."""
        before = practice.runner.on_cue

        def show(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            self.show(shown(practice.coach, practice.runner.view(), practice.runner.clock_s()))

        practice.runner.on_cue = show

    def show(self, now: Shown) -> None:
        """Draw one moment; a new word at once, the rest as often as eyes follow."""
        words, before = line(now), self._last
        self._last = words
        if not self._console.is_terminal:
            if words != before:
                self._console.print(words, soft_wrap=True)
        elif words != before or time.monotonic() - self._drawn_s >= REDRAW_S:
            self._drawn_s = time.monotonic()
            self._picture.update(picture(now), refresh=True)

    def tell(self, result: TrialResult, judged: Judged, delay_s: float) -> None:
        """Say the result of a trial, and show its trace where that may be revealed, `delay_s` later; in the loop."""
        lines = [told(result)]
        if reveals(judged.go.schedule):
            lines += sketch(judged)
        asyncio.get_running_loop().call_later(delay_s, self.say, "\n".join(lines))

    def say(self, text: str) -> None:
        """Print above the picture."""
        self._console.print(text, soft_wrap=True)


def line(now: Shown) -> str:
    """What to do and why, in one line; it changes only when the word does."""
    why = f" – {now.why}" if now.why else ""
    return f"trial {now.trial}/{now.trials}  {now.target_n:g} N  {now.action}{why}"


def picture(now: Shown) -> Group:
    """The moment, four lines high whatever is shown; one more says who is pressed."""
    shape, colour = SHAPES[now.action]
    marks = [("SIMULATED ", "black on yellow")] if now.simulated else []
    kept = (now.not_kept, "bold red") if now.not_kept else ("recording", "dim")
    left = "" if now.left_s is None else f"  {now.left_s} s"
    return Group(
        Text.assemble(*marks, (f" training on {_what(now.whom)} – not a medical device – ", "dim"), kept),
        *_who(now.whom),
        Text.assemble((f" {shape}  {now.action.value.upper()} ", f"bold {colour} reverse"), f"  {now.why or ''}{left}"),
        Text(
            f" trial {now.trial} of {now.trials}: {now.target_n:g} N" + ("   f: see the force" if now.may_ask else "")
        ),
        gauge(now.gauge),
    )


def _what(whom: Whom | None) -> str:
    return "a pad, no person" if whom is None else "a person"


def _who(whom: Whom | None) -> Iterator[Text]:
    """In one line; what a narrow terminal cuts off is the limit, which was said before."""
    if whom is not None:
        yield Text(f" {whom.place.upper()}  {whom.who}  {whom.limit}", no_wrap=True, overflow="ellipsis", style="bold")


def gauge(now: Gauge | None) -> Text:
    """The force from 0 to a little above the band; an empty line while it is hidden."""
    if now is None:
        return Text("")
    scale = WIDTH / max(SCALE * now.high_n, 1.0)
    filled = round(max(now.force_n or 0.0, 0.0) * scale)
    bar = Text(" ")
    for cell in range(WIDTH):
        inside = now.low_n <= (cell + 0.5) / scale <= now.high_n
        bar.append("█" if cell < filled else ("▒" if inside else "·"), style="green" if inside else "white")
    return bar.append(f"  {DASHES if now.force_n is None else f'{now.force_n:z.1f} N'}")
