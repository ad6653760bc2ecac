"""Results as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from session.documents import AnalysedFile, HoldDocument

HOLD_COLUMNS: Final = {
    "start_s": "start\ns",
    "duration_s": "lasts\ns",
    "mean_n": "mean\nN",
    "peak_n": "peak\nN",
    "mean_kpa": "mean\nkPa",
    "dose_kpa_s": "dose\nkPa·s",
    "in_band_s": "in band\ns",
    "cv_percent": "CV\n%",
    "tremor_n_rms": "tremor\nN",
    "fall_s": "fall\ns",
}
"""Fields and headings; a column without any value is left out."""


def show_holds(files: Iterable[AnalysedFile]) -> None:
    """Print each file's holds, and below them what a reader has to know."""
    console = Console(highlight=False, markup=False)
    for file in files:
        console.print(_summary(file), soft_wrap=True)
        if file.holds:
            console.print(_table(file.holds))
        for remark in _remarks(file):
            console.print(f"  {remark}", soft_wrap=True)


def _summary(file: AnalysedFile) -> str:
    signal, count = file.signal, len(file.holds)
    simulated = " (simulated)" if file.simulated else ""
    holds = "1 hold" if count == 1 else f"{count or 'no'} holds"
    span = f"{signal.duration_s:.1f} s at {signal.rate_hz:g} Hz"
    return f"{file.file}{simulated}: {holds} in {span}, {signal.lost_samples} readings lost"


def _table(holds: tuple[HoldDocument, ...]) -> Table:
    known = [name for name in HOLD_COLUMNS if any(getattr(hold, name) is not None for hold in holds)]
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for heading in ("hold", *(HOLD_COLUMNS[name] for name in known)):
        table.add_column(heading, justify="right", no_wrap=True)
    for hold in holds:
        table.add_row(str(hold.index + 1), *(_cell(hold, name) for name in known))
    return table


def _cell(hold: HoldDocument, name: str) -> str:
    value = getattr(hold, name)
    return "–" if value is None else f"{value:.2f}"


def _remarks(file: AnalysedFile) -> list[str]:
    """Notes, then each reason once with what it concerns."""
    concerned: dict[tuple[int, str], list[str]] = {}
    for hold in file.holds:
        for verdict in hold.verdicts:
            concerned.setdefault((hold.index + 1, verdict.text), []).append(verdict.metric)
    reasons = [f"hold {hold}: {text} ({', '.join(names)})" for (hold, text), names in concerned.items()]
    return [*file.signal.notes, *reasons]
