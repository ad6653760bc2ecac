"""What is looked at before somebody is pressed: each check is a value, and says what to do (docs/link-health.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from device.errors import AccessRefused, CommandTimeout, NotATool
from protocol.errors import UnsupportedVersion
from protocol.layout import MAJOR, Direction
from protocol.sentence import Sentence, begun
from session import live_checks
from session.battery import Charge
from session.finding import Check, Facts, Finding, Verdict
from session.storage import Storage, needed_bytes
from session.tool_health import ToolHealth
from session.tool_stream import ToolStream
from session.unknown import Unknown
from session.wanted import Wanted, longest_s, most_n

DUE_SOON: Final = timedelta(days=30)
"""Time to send a tool away for calibration; *assumed*."""
ENOUGH_PERCENT: Final = 30
"""A charge that is enough where nobody knows yet how fast it falls; *assumed*."""
STALE: Final = Sentence(
    "the system may remember an older list of its attributes: remove the tool from the system's list of Bluetooth "
    "devices, switch Bluetooth off and on, then connect again"
)
"""Systems keep the list that they once read, and a firmware update can change it (docs/protocol.md §1)."""


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
            return Check(Sentence("profile"), Verdict.STOP, str(error))
        case AccessRefused() | CommandTimeout():
            return Check(
                "attributes",
                Verdict.STOP,
                Sentence("{error}; if that does not help, {stale}", error=str(error), stale=STALE),
            )
        case NotATool():
            return Check(Sentence("attributes"), Verdict.STOP, str(error))
        case _:
            return Check(Sentence("tool"), Verdict.STOP, str(error))


def _profile(facts: Facts, _: Wanted) -> Finding:
    firmware = facts.layout.firmware
    if not firmware:
        return Verdict.OK, Sentence("The tool speaks profile {profile}.", profile=MAJOR)
    return Verdict.OK, Sentence(
        "The tool speaks profile {profile}, firmware {firmware}.", profile=MAJOR, firmware=firmware
    )


def _origin(facts: Facts, _: Wanted) -> Finding:
    if facts.simulated:
        return Verdict.WARN, Sentence("SIMULATED: this tool is a program; press nobody by it.")
    return Verdict.OK, Sentence("This is the tool {serial}.", serial=facts.layout.serial)


def _direction(facts: Facts, _: Wanted) -> Finding:
    if facts.layout.channels[0].direction & Direction.COMPRESSION:
        return Verdict.OK, Sentence("The tool measures compression.")
    return Verdict.STOP, Sentence("The tool does not measure compression: take one that does.")


def _range(facts: Facts, plan: Wanted) -> Finding:
    full_n, cap_n = facts.layout.channels[0].full_scale, most_n(plan)
    if full_n < cap_n:
        return Verdict.STOP, Sentence(
            "The tool ends at {full_n:.0f} N, below the plan's limit of {cap_n:.0f} N: take a stronger tool.",
            full_n=full_n,
            cap_n=cap_n,
        )
    return Verdict.OK, Sentence("The tool measures up to {full_n:.0f} N.", full_n=full_n)


def _tip(facts: Facts, _: Wanted) -> Finding:
    if facts.area_cm2 is None:
        return Verdict.STOP, Sentence("Nobody knows which tip is on: put one on that the tool lists, and say which.")
    return Verdict.OK, Sentence("The tip has {area_cm2:g} cm².", area_cm2=facts.area_cm2)


def _calibration(facts: Facts, _: Wanted) -> Finding:
    due, today = facts.layout.calibration.due, facts.today
    if facts.layout.calibration.day > today:
        text = Sentence("The calibration lies in the future: set this computer's date, or have the tool calibrated.")
        return Verdict.STOP, text
    if due is None:
        return Verdict.WARN, Sentence(
            "The tool does not say when its calibration is due: ask its maker, and write it down."
        )
    if due < today:
        return Verdict.STOP, Sentence("The calibration was due on {due}: have the tool calibrated.", due=due)
    if due - today <= DUE_SOON:
        return Verdict.WARN, Sentence("The calibration is due on {due}: make an appointment.", due=due)
    return Verdict.OK, Sentence("The calibration is good until {due}.", due=due)


def _battery(facts: Facts, plan: Wanted) -> Finding:
    percent, charge, lasts_min = facts.health.battery
    if isinstance(percent, Unknown):
        return Verdict.WARN, Sentence("{reason}: charge it if in doubt.", reason=begun(percent.reason))
    if charge is Charge.CRITICAL:
        return Verdict.STOP, Sentence("The battery has {percent} %: charge it.", percent=percent)
    needed_min = longest_s(plan) / 60
    if not isinstance(lasts_min, Unknown):
        return _lasts(lasts_min, needed_min)
    if percent < ENOUGH_PERCENT:
        return Verdict.WARN, Sentence(
            "The battery has {percent} %, and how long that lasts is not known yet: charge it soon.", percent=percent
        )
    return Verdict.OK, Sentence("The battery has {percent} %.", percent=percent)


def _lasts(lasts_min: float, needed_min: float) -> Finding:
    lasts = Sentence(
        "The battery lasts for {lasts_min:.0f} minutes, the plan for {needed_min:.0f} at most",
        lasts_min=lasts_min,
        needed_min=needed_min,
    )
    if lasts_min < needed_min:
        return Verdict.STOP, Sentence("{lasts}: charge it.", lasts=lasts)
    return Verdict.OK, Sentence.joined("", (lasts, "."))


def _storage(facts: Facts, plan: Wanted) -> Finding:
    free, folder = facts.storage.free_bytes, facts.storage.folder
    if isinstance(free, Unknown):
        return Verdict.STOP, Sentence(
            "No record can be written in {folder} ({why}): choose another folder.", folder=folder, why=free.reason
        )
    needed = needed_bytes(longest_s(plan), facts.rate_hz)
    if free < needed:
        return Verdict.STOP, Sentence(
            "{folder} has {free_mb:.0f} MB left, a record needs {needed_mb:.0f} MB: make room.",
            folder=folder,
            free_mb=free / 1e6,
            needed_mb=needed / 1e6,
        )
    return Verdict.OK, Sentence("There is room for the record in {folder}.", folder=folder)


CHECKS: Final[Mapping[str, Callable[[Facts, Wanted], Finding]]] = {
    Sentence("origin"): _origin,
    Sentence("profile"): _profile,
    Sentence("direction"): _direction,
    Sentence("range"): _range,
    Sentence("tip"): _tip,
    Sentence("calibration"): _calibration,
    Sentence("storage"): _storage,
    Sentence("battery"): _battery,
    Sentence("data"): live_checks.data,
    Sentence("rate"): live_checks.rate,
    Sentence("losses"): live_checks.losses,
    Sentence("sensor"): live_checks.sensor,
    Sentence("stop"): live_checks.stop,
    Sentence("zero"): live_checks.zero,
}
"""What is looked at: first what needs another tool or place, last what is done with the tool in the hand."""
