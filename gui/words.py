"""Values as people read them: pure functions from a value to a short text."""

from __future__ import annotations

from typing import Final, assert_never

from gui.unit import Unit, scale
from session.battery import Battery
from session.clock_health import ClockHealth
from session.cue import Action, Cue, MayStep, NotYet, Why
from session.link_health import Level, LinkHealth
from session.threshold_cue import RampCue
from session.tool_health import ToolHealth
from session.unknown import Figure, Unknown
from session.view import NotRecorded, Recording, RecordState, Summary, View

NONE: Final = "–"
"""Stands for every value that is not known."""


def number(value: float | None, decimals: int = 0) -> str:
    """A fixed number of decimals, never "-0", dashes for None."""
    if value is None:
        return NONE
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", "−")


def duration(value_s: float | None) -> str:
    """Seconds, from a minute on as m:ss."""
    if value_s is None:
        return NONE
    whole = round(value_s)
    return f"{whole} s" if whole < 60 else f"{whole // 60}:{whole % 60:02d} min"


def countdown(left_s: float) -> str:
    """Whole seconds still to go; 0 is shown only when nothing is left."""
    return duration(max(0, -int(-left_s // 1)))


def age(age_s: float | None) -> str:
    """The age of the newest reading."""
    if age_s is None:
        return "no data yet"
    return f"{max(age_s, 0) * 1000:.0f} ms" if age_s < 1 else f"{age_s:.1f} s"


def dose(low: float | None, high: float | None) -> str:
    """A dose, a number of kPa·s; a range where samples are missing."""
    if low is None:
        return NONE
    if high is None or f"{high:.0f}" == f"{low:.0f}":
        return f"{low:.0f}"
    return f"{low:.0f}–{high:.0f}"


def loss(lost: int, malformed: int) -> str:
    """Counts of what did not arrive."""
    parts = [f"lost {lost}"] if lost else ["none lost"]
    return ", ".join([*parts, *([f"damaged {malformed}"] if malformed else [])])


def battery(percent: int | None) -> str:
    """State of charge."""
    return f"battery {NONE}" if percent is None else f"battery {percent} %"


def figure(value: Figure, decimals: int, unit: str) -> str:
    """A number with its unit, or dashes and the reason why there is none."""
    return f"{NONE} ({value.reason})" if isinstance(value, Unknown) else f"{number(value, decimals)} {unit}"


def quality(link: LinkHealth) -> str:
    """The level of the link where it is worth a word: silence is said by the age."""
    return link.level.value if link.level in (Level.SOME_LOSS, Level.BAD) else ""


def lasting(charge: Battery) -> str:
    """State of charge, and for how long it lasts where that is known."""
    percent = None if isinstance(charge.percent, Unknown) else charge.percent
    minutes = "" if isinstance(charge.lasts_min, Unknown) else f", {charge.lasts_min:.0f} min"
    return battery(percent) + minutes


def link_lines(health: ToolHealth) -> tuple[str, ...]:
    """Everything about the link and the clocks, a line each."""
    link, clock = health.link, health.clock
    late = f", {link.late} of them late" if link.late else ""
    return (
        f"link: {link.level.value}",
        f"rate: {figure(link.rate_hz, 0, 'readings a second')}",
        f"received: {link.received} of {link.expected}{late}",
        f"lost: {link.lost}, {figure(link.lost_percent, 1, '% of the last ten seconds')}",
        f"damaged: {link.malformed}",
        f"age of the data for 99 % of the time: {figure(_thousandfold(link.old_s), 0, 'ms')}",
        f"signal before the connection: {figure(link.rssi_dbm, 0, 'dBm')}",
        *_clock_lines(clock),
    )


def speed(factor: float | None) -> str:
    """How fast simulated time runs, "" in real time."""
    if factor is None:
        return "as fast as possible"
    return "" if factor == 1.0 else f"speed {factor:g}×"


def recording(state: RecordState) -> str:
    """Whether a record is kept."""
    match state:
        case Recording(behind=True):
            return "● slow disk"
        case Recording():
            return "● recording"
        case NotRecorded():
            return "NOT RECORDED"
        case _:
            assert_never(state)


def repetition(cue: Cue) -> str:
    """Which hold this is."""
    return f"{cue.repetition} of {cue.repetitions}"


def reason(cue: Cue | RampCue) -> str:
    """Why it is not the plain course of the plan, and how long a look at the tool takes at least; "" for nothing."""
    if cue.why is Why.LOOKING and cue.left_s > 0:
        return f"{cue.why.value}, {countdown(cue.left_s)}"
    return "" if cue.why is None else cue.why.value


def left(cue: Cue) -> str:
    """Time in band still to earn, or the rest that is left; while the tool is looked at it is neither."""
    return NONE if cue.why is Why.LOOKING else countdown(cue.left_s)


def step(cue: Cue) -> str:
    """What can be said of the plan's next step up; "" where it has no steps."""
    match cue.step:
        case None:
            return ""
        case MayStep(target_n, said):
            return f"step up to {target_n:.1f} N ({said})"
        case NotYet(why):
            return f"no step up: {why}"
        case _ as never:
            assert_never(never)


def because(why: Why | None) -> str:
    """A reason as a sentence's beginning, "" for none."""
    return "" if why is None else f"{why.value[0].upper()}{why.value[1:]}"


def prompt(cue: Cue) -> str:
    """What to be ready for: the let-go in a moment, or a question to the patient; "" for neither."""
    if cue.soon:
        return "Let go in a moment"
    return "" if cue.ask is None else f"Ask: {cue.ask.question}"


def tool(view: View) -> str:
    """Plan and tool in one line."""
    return " · ".join(part for part in (view.plan_name, view.tool) if part)


def asked(view: View, unit: Unit = Unit.KPA) -> str:
    """What the plan asks for, in the unit of the big number."""
    cue, shown = view.cue, scale(unit, view.kpa_per_n)
    if cue.action in (Action.DONE, Action.STOP):
        return ""
    low, high, cap = (number(value * shown.per_n, shown.decimals) for value in (cue.low_n, cue.high_n, cue.cap_n))
    return f"target {low}–{high} {shown.unit} · limit {cap} {shown.unit}"


def lost_share(summary: Summary) -> str:
    """Missing readings, with their share of all."""
    if not summary.lost_samples:
        return "none"
    percent = 100 * summary.lost_samples / (summary.samples + summary.lost_samples)
    return f"{summary.lost_samples} ({percent:.2g} %)"


def _clock_lines(clock: ClockHealth) -> tuple[str, ...]:
    return (
        f"clocks apart by: {figure(clock.offset_s, 3, 's')}, within {figure(_thousandfold(clock.error_s), 0, 'ms')}",
        f"tool's clock fast by: {figure(clock.skew_ppm, 0, 'ppm')}",
    )


def _thousandfold(value: Figure) -> Figure:
    return value if isinstance(value, Unknown) else 1000 * value
