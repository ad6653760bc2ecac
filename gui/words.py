"""Values as people read them: functions from a value to a short text in the language of the windows."""

from __future__ import annotations

from typing import Final, assert_never

from gui.tongue import decimal, say
from gui.unit import Unit, scale
from protocol.sentence import great
from session.battery import Battery
from session.clock_health import ClockHealth
from session.cue import Action, Cue, MayStep, NotYet, Why
from session.link_health import Level, LinkHealth
from session.threshold_cue import RampCue
from session.tool_health import ToolHealth
from session.unknown import Figure, Unknown
from session.view import NotRecorded, Recording, RecordState, Summary, View
from session.whom import Whom

NONE: Final = "–"
"""Stands for every value that is not known."""


def number(value: float | None, decimals: int = 0) -> str:
    """A fixed number of decimals, never "-0", dashes for None."""
    if value is None:
        return NONE
    text = f"{value:.{decimals}f}"
    return decimal(text.removeprefix("-") if float(text) == 0 else text.replace("-", "−"))


def duration(value_s: float | None) -> str:
    """Seconds, from a minute on as m:ss."""
    if value_s is None:
        return NONE
    whole = round(value_s)
    return f"{whole} s" if whole < 60 else say("{minutes}:{rest_s:02d} min", minutes=whole // 60, rest_s=whole % 60)


def countdown(left_s: float) -> str:
    """Whole seconds still to go; 0 is shown only when nothing is left."""
    return duration(max(0, -int(-left_s // 1)))


def age(age_s: float | None) -> str:
    """The age of the newest reading."""
    if age_s is None:
        return say("no data yet")
    return f"{max(age_s, 0) * 1000:.0f} ms" if age_s < 1 else f"{number(age_s, 1)} s"


def dose(low: float | None, high: float | None) -> str:
    """A dose, a number of kPa·s; a range where samples are missing."""
    if low is None:
        return NONE
    if high is None or f"{high:.0f}" == f"{low:.0f}":
        return f"{low:.0f}"
    return f"{low:.0f}–{high:.0f}"


def loss(lost: int, malformed: int) -> str:
    """Counts of what did not arrive."""
    parts = [say("lost {lost}", lost=lost) if lost else say("none lost")]
    return ", ".join([*parts, *([say("damaged {malformed}", malformed=malformed)] if malformed else [])])


def battery(percent: int | None) -> str:
    """State of charge."""
    return say("battery {percent}", percent=NONE if percent is None else f"{percent} %")


def figure(value: Figure, decimals: int, unit: str) -> str:
    """A number with its unit, or dashes and the reason why there is none."""
    return f"{NONE} ({say(value.reason)})" if isinstance(value, Unknown) else f"{number(value, decimals)} {unit}"


def quality(link: LinkHealth) -> str:
    """The level of the link where it is worth a word: silence is said by the age."""
    return say(link.level) if link.level in (Level.SOME_LOSS, Level.BAD) else ""


def lasting(charge: Battery) -> str:
    """State of charge, and for how long it lasts where that is known."""
    percent = None if isinstance(charge.percent, Unknown) else charge.percent
    shown = battery(percent)
    if isinstance(charge.lasts_min, Unknown):
        return shown
    return say("{battery}, {minutes:.0f} min", battery=shown, minutes=charge.lasts_min)


def link_lines(health: ToolHealth) -> tuple[str, ...]:
    """Everything about the link and the clocks, a line each."""
    link, clock = health.link, health.clock
    old_ms = figure(_thousandfold(link.old_s), 0, "ms")
    lost_lately = figure(link.lost_percent, 1, say("% of the last ten seconds"))
    return (
        say("link: {level}", level=link.level),
        say("rate: {rate}", rate=figure(link.rate_hz, 0, say("readings a second"))),
        _received(link),
        say("lost: {lost}, {lately}", lost=link.lost, lately=lost_lately),
        say("damaged: {malformed}", malformed=link.malformed),
        say("age of the data for 99 % of the time: {old}", old=old_ms),
        say("signal before the connection: {signal}", signal=figure(link.rssi_dbm, 0, "dBm")),
        *_clock_lines(clock),
    )


def speed(factor: float | None) -> str:
    """How fast simulated time runs, "" in real time."""
    if factor is None:
        return say("as fast as possible")
    return "" if factor == 1.0 else say("speed {factor:g}×", factor=factor)


def recording(state: RecordState) -> str:
    """Whether a record is kept."""
    match state:
        case Recording(behind=True):
            return say("● slow disk")
        case Recording():
            return say("● recording")
        case NotRecorded():
            return say("NOT RECORDED")
        case _:
            assert_never(state)


def repetition(cue: Cue) -> str:
    """Which hold this is."""
    return say("{at} of {count}", at=cue.repetition, count=cue.repetitions)


def reason(cue: Cue | RampCue) -> str:
    """Why it is not the plain course of the plan, and how long a look at the tool takes at least; "" for nothing."""
    if cue.why is Why.LOOKING and cue.left_s > 0:
        return say("{why}, {left}", why=cue.why, left=countdown(cue.left_s))
    return "" if cue.why is None else say(cue.why)


def left(cue: Cue) -> str:
    """Time in band still to earn, or the rest that is left; while the tool is looked at it is neither."""
    return NONE if cue.why is Why.LOOKING else countdown(cue.left_s)


def step(cue: Cue) -> str:
    """What can be said of the plan's next step up; "" where it has no steps."""
    match cue.step:
        case None:
            return ""
        case MayStep(target_n, said):
            return say("step up to {target_n:.1f} N ({said})", target_n=target_n, said=say(said))
        case NotYet(why):
            return say("no step up: {why}", why=say(why))
        case _ as never:
            assert_never(never)


def because(why: Why | None) -> str:
    """A reason as a sentence's beginning, "" for none."""
    return "" if why is None else great(say(why))


def prompt(cue: Cue) -> str:
    """What to be ready for: the let-go in a moment, or a question to the patient; "" for neither."""
    if cue.soon:
        return say("Let go in a moment")
    return "" if cue.ask is None else say("Ask: {question}", question=cue.ask.question)


def place(whom: Whom) -> str:
    """Site and side of who is pressed."""
    return say("{site}, {side}", site=say(whom.site), side=say(whom.side))


def tool(view: View) -> str:
    """Plan and tool in one line."""
    return " · ".join(part for part in (say(view.plan_name), view.tool) if part)


def asked(view: View, unit: Unit = Unit.KPA) -> str:
    """What the plan asks for, in the unit of the big number."""
    cue, shown = view.cue, scale(unit, view.kpa_per_n)
    if cue.action in (Action.DONE, Action.STOP):
        return ""
    low, high, cap = (number(value * shown.per_n, shown.decimals) for value in (cue.low_n, cue.high_n, cue.cap_n))
    return say("target {low}–{high} {unit} · limit {cap} {unit}", low=low, high=high, cap=cap, unit=str(shown.unit))


def lost_share(summary: Summary) -> str:
    """Missing readings, with their share of all."""
    if not summary.lost_samples:
        return say("none|readings")
    percent = 100 * summary.lost_samples / (summary.samples + summary.lost_samples)
    return f"{summary.lost_samples} ({decimal(f'{percent:.2g}')} %)"


def _received(link: LinkHealth) -> str:
    if not link.late:
        return say("received: {received} of {expected}", received=link.received, expected=link.expected)
    counts = {"received": link.received, "expected": link.expected, "late": link.late}
    return say("received: {received} of {expected}, {late} of them late", **counts)


def _clock_lines(clock: ClockHealth) -> tuple[str, ...]:
    offset, error = figure(clock.offset_s, 3, "s"), figure(_thousandfold(clock.error_s), 0, "ms")
    return (
        say("clocks apart by: {offset}, within {error}", offset=offset, error=error),
        say("tool's clock fast by: {skew}", skew=figure(clock.skew_ppm, 0, "ppm")),
    )


def _thousandfold(value: Figure) -> Figure:
    return value if isinstance(value, Unknown) else 1000 * value
