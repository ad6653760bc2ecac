"""What was done: the plan, each hold in figures, and each hold's trace."""

from __future__ import annotations

from math import fsum
from typing import Final, NamedTuple

from clinic.entries.entry import Read
from clinic.report.about import Placed, Session
from clinic.report.heard import Said
from clinic.report.page import Block, Column, Heading, Picture, Row, Table, Text, Tone
from clinic.report.trace import SMALL, WHOLE, Limits, Size, TraceWords, top_of, trace
from clinic.report.words import NONE, Words
from session.plan import Plan


class _Grid(NamedTuple):
    """How traces stand on the page."""

    abreast: int
    size: Size
    """Of a drawing."""
    width_mm: float
    """Of it on paper."""


WIDE: Final = _Grid(3, WHOLE, 58.0)
CLOSE: Final = _Grid(6, SMALL, 28.0)
MANY: Final = 9
"""More traces than this stand closer: 6 points with 3 holds are still one page."""


def holds(session: Session, words: Words) -> tuple[Block, ...]:
    """Totals, plan, table and traces."""
    placed = session.holds
    if not placed:
        return (Heading(words("holds.heading")), Text(words("holds.none"), Tone.WARNING))
    return (
        Heading(words("holds.heading")),
        Text(_totals(session, words)),
        *_plans(session, words),
        _table(placed, words),
        *traces(session, words),
    )


def traces(session: Session, words: Words) -> tuple[Block, ...]:
    """A drawing of each hold, all on one scale of force."""
    placed = session.holds
    grid, top_n = (WIDE if len(placed) <= MANY else CLOSE), top_of(tuple(each.hold for each in placed))
    pictures = [_picture(each, words, grid, top_n) for each in placed]
    rows = [pictures[index : index + grid.abreast] for index in range(0, len(pictures), grid.abreast)]
    return (*(_abreast(row, grid.abreast) for row in rows), Text(words("holds.legend"), Tone.QUIET))


def _abreast(pictures: list[Picture], count: int) -> Row:
    """A full row; what is missing in the last one stays empty."""
    empty = [Column(1, ()) for _ in range(count - len(pictures))]
    return Row((*(Column(1, (picture,)) for picture in pictures), *empty))


def _picture(placed: Placed, words: Words, grid: _Grid, top_n: float) -> Picture:
    figures, plan = placed.hold.figures, placed.record.plan
    caption = words("holds.caption", number=placed.number)
    title = f"{caption} – {words.place(placed.spot)}" if placed.spot and grid is WIDE else caption
    told = words(
        "holds.trace",
        number=placed.number,
        lasts=words.number(figures.duration_s, 1),
        mean=words.number(figures.mean_n, 1),
        peak=words.number(figures.peak_n, 1),
    )
    written = TraceWords(title, words("form.seconds"), words("form.decimal"))
    svg = trace(placed.hold, Limits(top_n, plan.cap.force_n if plan else None), written, grid.size)
    return Picture(svg, grid.width_mm, grid.width_mm * grid.size.height / grid.size.width, told)


def _totals(session: Session, words: Words) -> str:
    totals = [record.analysis.totals for record in session.records]
    number = words.count("holds.count", len(session.holds))
    pressed = words.number(fsum(each.pressure_s for each in totals), 0)
    in_band = [each.in_band_s for each in totals]
    if any(each is None for each in in_band):
        return f"{words('holds.totals_free', holds=number, pressed=pressed)} {_dose(session, words)}".strip()
    earned = words.number(fsum(each for each in in_band if each is not None), 0)
    told = words("holds.totals", holds=number, pressed=pressed, in_band=earned)
    return f"{told} {_dose(session, words)}".strip()


def _dose(session: Session, words: Words) -> str:
    """Of all holds together, a range where readings are missing; nothing where one of them has none."""
    totals = [record.analysis.totals for record in session.records]
    lows, highs = [each.dose_kpa_s for each in totals], [each.dose_high_kpa_s for each in totals]
    if any(each is None for each in lows):
        return ""
    low = words.number(fsum(each for each in lows if each is not None))
    if any(each is None for each in highs):
        return words("holds.dose_least", low=low)
    high = words.number(fsum(each for each in highs if each is not None))
    return words("holds.dose", dose=low) if low == high else words("holds.dose_range", low=low, high=high)


def _plans(session: Session, words: Words) -> tuple[Block, ...]:
    plans = list(dict.fromkeys(record.plan for record in session.records))
    return tuple(Text(words("holds.no_plan") if plan is None else _plan(plan, words), Tone.QUIET) for plan in plans)


def _plan(plan: Plan, words: Words) -> str:
    preset = words.library.presets.get(plan.name)
    told = words(
        "holds.plan",
        name=words.of("presets", preset, "name") if preset else plan.name,
        target=words.number(plan.target_n, 1),
        band=words.short(plan.band_percent),
        hold=words.short(plan.hold_s),
        count=plan.repetitions,
        rest=words.short(plan.rest_s),
        cap=words.number(plan.cap.force_n, 1),
    )
    if plan.is_exercise:
        return f"{told} {words('holds.exercise')}"
    if preset is None:
        return told
    return f"{told} {words('holds.source', source=_sources(preset.source, words), confidence=_sure(plan, words))}"


def _sources(ids: tuple[str, ...], words: Words) -> str:
    """Those that somebody has read: the others are no literature."""
    known = (words.library.sources[each] for each in ids)
    return "; ".join(source.text for source in known if source.read is not Read.UNREAD) or NONE


def _sure(plan: Plan, words: Words) -> str:
    return words(f"confidence.{plan.confidence}")


def _table(placed: tuple[Placed, ...], words: Words) -> Table:
    """A column that would be empty is left out."""
    told = {
        "place": any(each.spot for each in placed),
        "target": any(each.hold.aim for each in placed),
        "mean_kpa": any(each.hold.figures.mean_kpa is not None for each in placed),
        "in_band": any(each.hold.figures.in_band_s is not None for each in placed),
        "dose_short": any(each.hold.figures.dose_kpa_s is not None for each in placed),
        "pain": any(each.hold.pains for each in placed),
        "ended": any(each.hold.ended_by for each in placed),
    }
    names = [name for name in COLUMNS if told.get(name, True)]
    head = tuple(words(f"holds.{name}") for name in names)
    rows = tuple(tuple(_cell(each, name, words) for name in names) for each in placed)
    return Table(head, rows, frozenset(index for index, name in enumerate(names) if name in ("place", "ended")))


def _cell(placed: Placed, name: str, words: Words) -> str:
    figures = placed.hold.figures
    match name:
        case "number":
            return str(placed.number)
        case "place":
            return words.place(placed.spot) if placed.spot else NONE
        case "target":
            return words.number(placed.hold.aim.target_n if placed.hold.aim else None, 1)
        case "dose_short":
            return dose(placed, words)
        case "pain":
            return " → ".join(dict.fromkeys(str(said.pain.nrs) for said in _ends(placed))) or NONE
        case "ended":
            return words(f"why.{placed.hold.ended_by.name.lower() if placed.hold.ended_by else 'nobody'}")
        case _:
            field, decimals = _FIGURES[name]
            return words.number(getattr(figures, field), decimals)


COLUMNS: Final = (
    "number", "place", "target", "mean", "mean_kpa", "peak", "lasts", "in_band", "dose_short", "cv", "pain", "ended",
)  # fmt: skip
_FIGURES: Final = {
    "mean": ("mean_n", 1),
    "mean_kpa": ("mean_kpa", 0),
    "peak": ("peak_n", 1),
    "lasts": ("duration_s", 1),
    "in_band": ("in_band_s", 1),
    "cv": ("cv_percent", 1),
}
"""Fields of a hold's document and how many decimals say something."""


def _ends(placed: Placed) -> tuple[Said, ...]:
    """The first and the last report."""
    return placed.hold.pains[:1] + placed.hold.pains[1:][-1:]


def dose(placed: Placed, words: Words) -> str:
    """Of one hold, a range where readings are missing, and a lower bound where nobody knows the upper one."""
    figures = placed.hold.figures
    low, high = words.number(figures.dose_kpa_s), words.number(figures.dose_high_kpa_s)
    if figures.dose_kpa_s is not None and figures.dose_high_kpa_s is None:
        return f"≥ {low}"
    return low if high == low else f"{low}–{high}"
