"""An instrument that guides nobody, on the terminal."""

from __future__ import annotations

import sys
import time
from typing import Final, Self

from rich.console import Console, Group
from rich.live import Live as Redrawn
from rich.text import Text

from palpate.terminal import DASHES, REDRAW_S
from session.meter_view import MeterHold, MeterView
from session.reading import Reader
from session.view import unkept

CLAIM: Final = "not a medical device"


class MeterTerminal:
    """Draws a reader's view; a context manager around the run.

    In a terminal the picture is redrawn in place. Once it is said what cannot be had, then each hold and each change
    of the link gets a line; a file or a pipe gets nothing else.
    """

    def __init__(self) -> None:
        self._console = Console(file=sys.stderr, highlight=False, markup=False)
        self._picture = Redrawn(console=self._console, refresh_per_second=10, transient=True, auto_refresh=False)
        self._drawn_s = 0.0
        self._said: tuple[str, ...] = ()
        self._holds = 0

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._picture.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._picture.stop()

    def follow(self, reader: Reader) -> None:
        """Show each state of the reader from now on."""
        reader.on_view = lambda view: self.show(view, reader.clock_s(), reader.take_events())

    def show(self, view: MeterView, now_s: float, events: tuple[str, ...] = ()) -> None:
        """Draw one state."""
        for text in (*self._news(view), *events):
            self._console.print(text, soft_wrap=True)
        if self._console.is_terminal and time.monotonic() - self._drawn_s >= REDRAW_S:
            self._drawn_s = time.monotonic()
            self._picture.update(picture(view, now_s), refresh=True)

    def _news(self, view: MeterView) -> list[str]:
        """What was not said before: first what cannot be had, then the link and each hold."""
        said = (f"{view.title} {view.name}: reading only, it guides nobody: {view.refusal}.", *map(str, view.lacks))
        news = [text for text in said if text not in self._said] if view.samples else []
        link = f"{view.link}: {view.link_text}" if view.link_text else ""
        news += [link] if link and link not in self._said else []
        self._said = (*(said if view.samples else ()), link)
        news += [hold_line(number, hold) for number, hold in enumerate(view.holds[self._holds :], self._holds + 1)]
        self._holds = len(view.holds)
        return news


def hold_line(number: int, hold: MeterHold) -> str:
    """One finished hold."""
    mean = "" if hold.mean_n is None else f", mean {hold.mean_n:.1f} N"
    return f"hold {number}: {hold.duration_s:.1f} s{mean}, peak {hold.peak_n:.1f} N"


def picture(view: MeterView, now_s: float) -> Group:
    """The whole state, a few lines high."""
    marks = [("SIMULATED ", "black on yellow")] if view.simulated else []
    wrong = unkept(view.recording)
    state = (wrong, "bold red") if wrong else ("recording", "dim")
    return Group(
        Text.assemble(*marks, (f" reading only – {CLAIM} – ", "dim"), state),
        Text(f" {force(view, now_s):>9}", style="bold"),
        Text(link_line(view, now_s), style="dim"),
    )


def force(view: MeterView, now_s: float) -> str:
    """The newest force, dashes when it is older than this instrument's readings stay true."""
    force_n = view.shown_n(now_s)
    return DASHES if force_n is None else f"{force_n:z.1f} N"


def link_line(view: MeterView, now_s: float) -> str:
    """Instrument, link and readings."""
    age_s = view.age_s(now_s)
    age = "–" if age_s is None else f"{age_s:.1f} s"
    rate = f"{view.rate_hz:g} Hz" if view.rate_hz else "irregular"
    zero = f" · {view.zero_n:.1f} N taken off" if view.zero_n else ""
    lost = f"{view.lost_samples} lost"
    return f"{view.name} {view.link} · last reading {age} ago · {rate} · {lost}{zero} {view.link_text}".rstrip()
