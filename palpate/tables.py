"""Results as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from analysis.hold import Code
from palpate.version import VERSION
from session.documents import AnalysedFile, ClockDocument, HoldDocument, LinkDocument, LiveDocument, TotalsDocument
from session.view import Summary


def empty_table() -> Table:
    """A table without columns yet, in the one style of all commands."""
    return Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))


class Column(NamedTuple):
    """A metric of `HoldDocument` as a column."""

    name: str
    heading: str
    decimals: int


COLUMNS: Final = (
    Column("start_s", "start\ns", 1),
    Column("duration_s", "lasts\ns", 1),
    Column("mean_n", "mean\nN", 1),
    Column("peak_n", "peak\nN", 1),
    Column("mean_kpa", "mean\nkPa", 0),
    Column("dose_kpa_s", "dose\nkPa·s", 0),
    Column("dose_high_kpa_s", "up to\nkPa·s", 0),
    Column("in_band_s", "in band\ns", 1),
    Column("cv_percent", "CV\n%", 1),
    Column("tremor_n_rms", "tremor\nN", 2),
    Column("fall_s", "fall\ns", 1),
)
"""As they stand; a column that tells nothing is left out."""
DISPENSABLE: Final = ("fall_s", "tremor_n_rms", "cv_percent", "start_s", "mean_kpa", "peak_n", "in_band_s")
"""What goes first where the terminal is narrow."""
ENDLESS: Final = 1000
"""Columns of a terminal in which every table has room."""
NOT_ASKED: Final = frozenset({Code.NO_TARGET, Code.NO_AREA, Code.NO_PPT, Code.NO_RAMP, Code.NO_CUE, Code.NOT_WATCHED})
"""Reasons that only say that an option was not given."""


def show_holds(files: Iterable[AnalysedFile]) -> None:
    """Print each file's holds, and below them what a reader has to know."""
    console = Console(highlight=False, markup=False)
    for file in files:
        console.print(_summary(file), soft_wrap=True)
        if file.holds:
            console.print(_fitting(file.holds, console))
        for remark in remarks(file):
            console.print(Padding(remark, (0, 0, 0, 2), expand=False))


def _summary(file: AnalysedFile) -> str:
    signal, count = file.signal, len(file.holds)
    simulated = " (simulated)" if file.simulated else ""
    holds = "1 hold" if count == 1 else f"{count or 'no'} holds"
    span = f"{signal.duration_s:.1f} s at {signal.rate_hz:g} Hz"
    return f"{file.file}{simulated}: {holds} in {span}, {signal.lost_samples} readings lost"


def _fitting(holds: tuple[HoldDocument, ...], console: Console) -> Table:
    """The table with as many columns as the terminal is wide."""
    columns = [column for column in COLUMNS if any(_tells(hold, column) for hold in holds)]
    table, endless = _table(holds, columns), console.options.update(max_width=ENDLESS)
    for name in DISPENSABLE:
        if console.measure(table, options=endless).maximum <= console.width:
            break
        columns = [column for column in columns if column.name != name]
        table = _table(holds, columns)
    return table


def _tells(hold: HoldDocument, column: Column) -> bool:
    """Whether there is a value; the upper bound tells something where it is above the dose."""
    if column.name == "dose_high_kpa_s":
        return round(hold.dose_high_kpa_s or 0) > round(hold.dose_kpa_s or 0)
    return getattr(hold, column.name) is not None


def _table(holds: tuple[HoldDocument, ...], columns: list[Column]) -> Table:
    table = empty_table()
    for heading in ("hold", *(column.heading for column in columns)):
        table.add_column(heading, justify="right", no_wrap=True)
    for hold in holds:
        table.add_row(str(hold.index + 1), *(_cell(hold, column) for column in columns))
    return table


def _cell(hold: HoldDocument, column: Column) -> str:
    value = getattr(hold, column.name)
    return "–" if value is None else f"{value:z.{column.decimals}f}"


def remarks(file: AnalysedFile) -> list[str]:
    """What was above the limit, then notes, then each reason once with the holds and metrics that it concerns."""
    concerned: dict[str, tuple[dict[int, None], dict[str, None]]] = {}
    for code, (number, metric, text) in _told(file.holds):
        if code not in NOT_ASKED:
            numbers, metrics = concerned.setdefault(text, ({}, {}))
            numbers[number] = metrics[metric] = None
    reasons = [
        f"{_holds(list(numbers))}: {text} ({', '.join(metrics)})" for text, (numbers, metrics) in concerned.items()
    ]
    return [
        *_over_cap(file.holds),
        *_unseen(file.totals),
        *_link(file.link),
        *_live(file.live),
        *file.signal.notes,
        *reasons,
    ]


def _live(live: LiveDocument | None) -> list[str]:
    """Where the figures are not those that were shown at the end: both, side by side."""
    if live is None or not live.differences:
        return []
    head = f"shown at the end of the treatment by version {live.software}, and what version {VERSION} measures:"
    pairs = [
        f"  hold {each.hold + 1}, {each.metric}: {_plain(each.shown)} then, {_plain(each.now)} now"
        for each in live.differences
    ]
    return [head, *pairs]


def _plain(value: float | None) -> str:
    return "–" if value is None else f"{value:z.6g}"


def _unseen(totals: TotalsDocument) -> list[str]:
    """That a press may be missing; nothing where readings were missing in holds only."""
    if round(totals.unseen_s, 1) == 0:
        return []
    high = totals.unseen_high_kpa_s
    most = "" if high is None else f", and may have added up to {high:.0f} kPa·s"
    missing = f"readings are missing for {totals.unseen_s:.1f} s outside the holds"
    return [f"{missing}: a press in that time is not counted{most}"]


def _link(link: LinkDocument | None) -> list[str]:
    """How the readings of a record arrived, in a line, and the clocks in another."""
    if link is None:
        return []
    again = [f"{link.reconnects} reconnects"] if link.reconnects else []
    again += [f"{link.restarts} restarts of the tool"] if link.restarts else []
    signal = [] if link.rssi_min_dbm is None else [f"signal {link.rssi_median_dbm:g} dBm, at worst {link.rssi_min_dbm}"]
    counts = (
        f"{link.received} of {link.expected} received, {link.late} late, {link.lost} lost, {link.malformed} damaged"
    )
    return [f"link: {', '.join([counts, *again, *signal])}", *_clock(link.clock)]


def _clock(clock: ClockDocument) -> list[str]:
    """Where the tool's clock stood, with the bounds of what is known; nothing where it told no time."""
    if clock.offset_s is None or clock.offset_error_s is None:
        return []
    text = f"clock: offset {clock.offset_s:.4f} s ± {1000 * clock.offset_error_s:.1f} ms"
    if clock.skew_low_ppm is not None and clock.skew_high_ppm is not None:
        text += f", {clock.skew_low_ppm:.0f} to {clock.skew_high_ppm:.0f} ppm fast"
    if clock.skew_ppm is not None:
        text += f", about {clock.skew_ppm:.1f}"
    return [text.replace("-", "−")]


def _over_cap(holds: tuple[HoldDocument, ...]) -> list[str]:
    """Each hold that was pressed above its limit: nobody may have to look for it."""
    over = [hold for hold in holds if hold.over_cap_peak_n is not None]
    return [
        f"hold {hold.index + 1}: above the limit for {hold.over_cap_s:.1f} s, up to {hold.over_cap_peak_n:.1f} N, "
        f"dose above it {_dose_above(hold)}"
        for hold in over
    ]


def _dose_above(hold: HoldDocument) -> str:
    """The area between the force and the limit."""
    return f"{hold.over_cap_n_s:.1f} N·s" if hold.over_cap_kpa_s is None else f"{hold.over_cap_kpa_s:.0f} kPa·s"


def after_let_go(summary: Summary) -> list[str]:
    """What was pressed after a let-go or a STOP, where anything was."""
    if summary.after_cue_peak_n is None:
        return []
    kpa_s = summary.after_cue_kpa_s
    dose = f"{summary.after_cue_n_s:.1f} N·s" if kpa_s is None else f"{kpa_s:.0f} kPa·s"
    return [f"pressed after “let go” for {summary.after_cue_s:.1f} s, up to {summary.after_cue_peak_n:.1f} N, {dose}"]


def _told(holds: tuple[HoldDocument, ...]) -> list[tuple[Code, tuple[int, str, str]]]:
    """Code, and hold, metric and text of each verdict; that a hold was short only where nothing else is to be said."""
    told = [
        (verdict.code, (hold.index + 1, verdict.metric, verdict.text)) for hold in holds for verdict in hold.verdicts
    ]
    graver = [each for each in told if each[0] is not Code.TOO_SHORT]
    return graver if any(code not in NOT_ASKED for code, _ in graver) else told


def _holds(numbers: list[int]) -> str:
    """Holds by their numbers, runs of them from – to."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    text = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"hold {text}" if len(numbers) == 1 else f"holds {text}"
