"""What is looked at before somebody is pressed: each check is a value, and says what to do (docs/link-health.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from analysis.settings import SLOWEST_FAST_HZ
from device.errors import AccessRefused, CommandTimeout, NotATool
from protocol.control import Result
from protocol.errors import UnsupportedVersion
from protocol.frames import ToolFlag
from protocol.layout import MAJOR, Direction, Layout
from session.battery import Charge
from session.link_health import BAD_PERCENT, OLD_S, Level
from session.storage import Storage, needed_bytes
from session.tare import farthest_n
from session.tool_health import ToolHealth, ZeroHealth
from session.tool_stream import ToolStream
from session.unknown import Unknown
from session.wanted import Wanted, longest_s, most_n
from session.zero_check import drifted
from session.zero_ledger import days_left

DUE_SOON: Final = timedelta(days=30)
"""Time to send a tool away for calibration; *assumed*."""
DRIFTS_OUT: Final = timedelta(days=30)
"""The same time before a zero drifts out of its limit; *assumed*."""
ENOUGH_PERCENT: Final = 30
"""A charge that is enough where nobody knows yet how fast it falls; *assumed*."""
ARRIVING_HZ: Final = 47.5
"""Of 50 readings a second at least so many arrive: the edges of five seconds cut a frame off, and jitter another."""
STALE: Final = (
    "the system may remember an older list of its attributes: remove the tool from the system's list of Bluetooth "
    "devices, switch Bluetooth off and on, then connect again"
)
"""Systems keep the list that they once read, and a firmware update can change it (docs/protocol.md §1)."""


class Verdict(StrEnum):
    """What a check says; the value is the word that is shown."""

    OK = "ok"
    WARN = "look"
    """Treating is possible; somebody should know this first."""
    STOP = "stop"
    """Nobody is treated before this is mended."""


class Check(NamedTuple):
    """One thing that was looked at."""

    name: str
    verdict: Verdict
    text: str
    """What is so and, unless it is ok, what to do."""


Finding: TypeAlias = tuple[Verdict, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the checks look at, at one moment."""

    layout: Layout
    simulated: bool
    flags: ToolFlag
    area_cm2: float | None
    rate_hz: float
    """That the tool was asked for."""
    health: ToolHealth
    storage: Storage
    today: date


def preflight(facts: Facts, plan: Wanted) -> tuple[Check, ...]:
    """Look at everything, in the order in which it is mended best; somebody may be treated where nothing says STOP."""
    return tuple(Check(name, *look(facts, plan)) for name, look in CHECKS.items())


def facts_of(tool: ToolStream, health: ToolHealth, storage: Storage, today: date, *, simulated: bool) -> Facts | None:
    """What is known of a tool that was opened; None before its layout came."""
    if tool.layout is None or tool.rate_hz is None:
        return None
    return Facts(
        layout=tool.layout,
        simulated=simulated or tool.simulated,
        flags=tool.flags,
        area_cm2=tool.area_cm2,
        rate_hz=tool.rate_hz,
        health=health,
        storage=storage,
        today=today,
    )


def may_treat(checks: tuple[Check, ...]) -> bool:
    """Whether nothing stands against a treatment."""
    return all(check.verdict is not Verdict.STOP for check in checks)


def refused(error: Exception) -> Check:
    """The one check that can be shown where a tool could not even be opened."""
    match error:
        case UnsupportedVersion():
            return Check("profile", Verdict.STOP, f"{error}")
        case AccessRefused() | CommandTimeout():
            return Check("attributes", Verdict.STOP, f"{error}; if that does not help, {STALE}")
        case NotATool():
            return Check("attributes", Verdict.STOP, f"{error}")
        case _:
            return Check("tool", Verdict.STOP, f"{error}")


def _profile(facts: Facts, _: Wanted) -> Finding:
    firmware = f", firmware {facts.layout.firmware}" if facts.layout.firmware else ""
    return Verdict.OK, f"The tool speaks profile {MAJOR}{firmware}."


def _origin(facts: Facts, _: Wanted) -> Finding:
    if facts.simulated:
        return Verdict.WARN, "SIMULATED: this tool is a program; press nobody by it."
    return Verdict.OK, f"This is the tool {facts.layout.serial}."


def _direction(facts: Facts, _: Wanted) -> Finding:
    if facts.layout.channels[0].direction & Direction.COMPRESSION:
        return Verdict.OK, "The tool measures compression."
    return Verdict.STOP, "The tool does not measure compression: take one that does."


def _range(facts: Facts, plan: Wanted) -> Finding:
    full_n, cap_n = facts.layout.channels[0].full_scale, most_n(plan)
    if full_n < cap_n:
        text = f"The tool ends at {full_n:.0f} N, below the plan's limit of {cap_n:.0f} N: take a stronger tool."
        return Verdict.STOP, text
    return Verdict.OK, f"The tool measures up to {full_n:.0f} N."


def _tip(facts: Facts, _: Wanted) -> Finding:
    if facts.area_cm2 is None:
        return Verdict.STOP, "Nobody knows which tip is on: put one on that the tool lists, and say which."
    return Verdict.OK, f"The tip has {facts.area_cm2:g} cm²."


def _calibration(facts: Facts, _: Wanted) -> Finding:
    due, today = facts.layout.calibration.due, facts.today
    if facts.layout.calibration.day > today:
        text = "The calibration lies in the future: set this computer's date, or have the tool calibrated."
        return Verdict.STOP, text
    if due is None:
        return Verdict.WARN, "The tool does not say when its calibration is due: ask its maker, and write it down."
    if due < today:
        return Verdict.STOP, f"The calibration was due on {due}: have the tool calibrated."
    if due - today <= DUE_SOON:
        return Verdict.WARN, f"The calibration is due on {due}: make an appointment."
    return Verdict.OK, f"The calibration is good until {due}."


def _data(facts: Facts, _: Wanted) -> Finding:
    link = facts.health.link
    if link.level is Level.SILENT:
        return Verdict.STOP, "No readings come: bring the tool closer, or switch it off and on."
    if isinstance(link.old_s, Unknown):
        return Verdict.STOP, f"How old the data are is not known yet, {link.old_s.reason}: wait a moment."
    if link.old_s > OLD_S:
        text = f"The data are up to {link.old_s:.1f} s old: bring the tool closer, and switch other radios off."
        return Verdict.STOP, text
    return Verdict.OK, f"For 99 % of the time the data are at most {1000 * link.old_s:.0f} ms old."


def _rate(facts: Facts, _: Wanted) -> Finding:
    measured_hz = facts.health.link.rate_hz
    if facts.rate_hz < SLOWEST_FAST_HZ:
        text = f"The tool sends {facts.rate_hz:g} readings a second, a treatment needs 50: choose a higher rate."
        return Verdict.STOP, text
    if isinstance(measured_hz, Unknown):
        return Verdict.STOP, f"The rate is not known yet, {measured_hz.reason}: wait a moment."
    if measured_hz < ARRIVING_HZ:
        text = f"Only {measured_hz:.0f} readings come in a second, a treatment needs 50: bring the tool closer."
        return Verdict.STOP, text
    return Verdict.OK, f"{measured_hz:.0f} readings come in a second."


def _losses(facts: Facts, _: Wanted) -> Finding:
    link = facts.health.link
    if isinstance(link.lost_percent, Unknown):
        return Verdict.STOP, f"What is lost is not known, {link.lost_percent.reason}: wait a moment."
    lost = f"{link.lost_percent:.1f} % of the readings were lost in the last ten seconds"
    if link.lost_percent >= BAD_PERCENT:
        return Verdict.STOP, f"{lost}: bring the tool closer, and keep bodies out of the way."
    if link.lost_percent > 0:
        return Verdict.WARN, f"{lost}: bring the tool closer."
    if link.malformed:
        return Verdict.WARN, f"{link.malformed} packets came damaged: if there are more, update the tool's firmware."
    return Verdict.OK, "No reading was lost in the last ten seconds."


def _sensor(facts: Facts, _: Wanted) -> Finding:
    if ToolFlag.SENSOR_FAULT in facts.flags:
        return Verdict.STOP, "The sensor does not work: do not use this tool."
    if ToolFlag.OVERLOAD in facts.flags:
        return Verdict.STOP, "The cell is overloaded: take the load off; if it stays so, have the tool looked at."
    return Verdict.OK, "The sensor works."


def _stop(facts: Facts, _: Wanted) -> Finding:
    if ToolFlag.STOP_LATCHED in facts.flags:
        return Verdict.STOP, "The tool still holds a stop: let its button come up, then clear the stop."
    return Verdict.OK, "No stop is held."


def _zero(facts: Facts, _: Wanted) -> Finding:
    zero = facts.health.zero
    most_n = farthest_n(facts.layout.channels[0].full_scale)
    if zero.standing and abs(zero_n := zero.standing[-1].zero_n) > most_n:
        text = f"The zero is {abs(zero_n):.1f} N away from the factory's, more than {most_n:.1f} N: have it calibrated."
        return Verdict.STOP, text
    match zero.state:
        case Unknown(reason):
            return Verdict.STOP, f"{_sentence(reason)}: take the tool off the skin, and its zero is measured."
        case Result.OK if zero.standing:
            return _moving(zero, most_n)
        case _:
            return Verdict.STOP, "The tool refused to measure its zero: take it off the skin and keep it still."


def _moving(zero: ZeroHealth, most_n: float) -> Finding:
    """What moved since it was measured, and from day to day."""
    zero_n = zero.standing[-1].zero_n
    text = f"The zero is {abs(zero_n):.1f} N away from the factory's"
    if moved := drifted(zero.rest_n):
        return Verdict.WARN, moved
    if isinstance(zero.drift, Unknown):
        return Verdict.OK, f"{text}."
    text += f" and moves by {zero.drift.n_per_day:+.2f} N a day".replace("-", "−")
    left_days = days_left(zero.drift, zero_n, most_n)
    if left_days < DRIFTS_OUT.days:
        return Verdict.WARN, f"{text}: in {left_days:.0f} days it is too far, have it calibrated."
    return Verdict.OK, f"{text}."


def _battery(facts: Facts, plan: Wanted) -> Finding:
    percent, charge, lasts_min = facts.health.battery
    if isinstance(percent, Unknown):
        return Verdict.WARN, f"{_sentence(percent.reason)}: charge it if in doubt."
    if charge is Charge.CRITICAL:
        return Verdict.STOP, f"The battery has {percent} %: charge it."
    needed_min = longest_s(plan) / 60
    if not isinstance(lasts_min, Unknown):
        lasts = f"The battery lasts for {lasts_min:.0f} minutes, the plan for {needed_min:.0f} at most"
        if lasts_min < needed_min:
            return Verdict.STOP, f"{lasts}: charge it."
        return Verdict.OK, f"{lasts}."
    if percent < ENOUGH_PERCENT:
        return Verdict.WARN, f"The battery has {percent} %, and how long that lasts is not known yet: charge it soon."
    return Verdict.OK, f"The battery has {percent} %."


def _storage(facts: Facts, plan: Wanted) -> Finding:
    free, folder = facts.storage.free_bytes, facts.storage.folder
    if isinstance(free, Unknown):
        return Verdict.STOP, f"No record can be written in {folder} ({free.reason}): choose another folder."
    needed = needed_bytes(longest_s(plan), facts.rate_hz)
    if free < needed:
        return Verdict.STOP, f"{folder} has {free / 1e6:.0f} MB left, a record needs {needed / 1e6:.0f} MB: make room."
    return Verdict.OK, f"There is room for the record in {folder}."


def _sentence(reason: str) -> str:
    return reason[0].upper() + reason[1:]


CHECKS: Final[Mapping[str, Callable[[Facts, Wanted], Finding]]] = {
    "origin": _origin,
    "profile": _profile,
    "direction": _direction,
    "range": _range,
    "tip": _tip,
    "calibration": _calibration,
    "storage": _storage,
    "battery": _battery,
    "data": _data,
    "rate": _rate,
    "losses": _losses,
    "sensor": _sensor,
    "stop": _stop,
    "zero": _zero,
}
"""What is looked at: first what needs another tool or place, last what is done with the tool in the hand."""
