"""What is looked at while a tool's readings come: how they come, its sensor and its zero."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from analysis.settings import SLOWEST_FAST_HZ
from protocol.control import Result
from protocol.frames import ToolFlag
from protocol.sentence import Sentence, begun, signed
from session.finding import Facts, Finding, Verdict
from session.link_health import BAD_PERCENT, OLD_S, Level
from session.tare import farthest_n
from session.tool_health import ZeroHealth
from session.unknown import Unknown
from session.wanted import Wanted
from session.zero_check import drifted
from session.zero_ledger import days_left

DRIFTS_OUT: Final = timedelta(days=30)
"""Time to send a tool away for calibration, before a zero drifts out of its limit; *assumed*."""
ARRIVING_HZ: Final = 47.5
"""Of 50 readings a second at least so many arrive: the edges of five seconds cut a frame off, and jitter another."""


def data(facts: Facts, _: Wanted) -> Finding:
    """How old the readings are."""
    link = facts.health.link
    if link.level is Level.SILENT:
        return Verdict.STOP, Sentence("No readings come: bring the tool closer, or switch it off and on.")
    if isinstance(link.old_s, Unknown):
        return Verdict.STOP, Sentence(
            "How old the data are is not known yet, {why}: wait a moment.", why=link.old_s.reason
        )
    if link.old_s > OLD_S:
        return Verdict.STOP, Sentence(
            "The data are up to {old_s:.1f} s old: bring the tool closer, and switch other radios off.",
            old_s=link.old_s,
        )
    return Verdict.OK, Sentence(
        "For 99 % of the time the data are at most {old_ms:.0f} ms old.", old_ms=1000 * link.old_s
    )


def rate(facts: Facts, _: Wanted) -> Finding:
    """How many come."""
    measured_hz = facts.health.link.rate_hz
    if facts.rate_hz < SLOWEST_FAST_HZ:
        return Verdict.STOP, Sentence(
            "The tool sends {rate_hz:g} readings a second, a treatment needs 50: choose a higher rate.",
            rate_hz=facts.rate_hz,
        )
    if isinstance(measured_hz, Unknown):
        return Verdict.STOP, Sentence("The rate is not known yet, {why}: wait a moment.", why=measured_hz.reason)
    if measured_hz < ARRIVING_HZ:
        return Verdict.STOP, Sentence(
            "Only {rate_hz:.0f} readings come in a second, a treatment needs 50: bring the tool closer.",
            rate_hz=measured_hz,
        )
    return Verdict.OK, Sentence("{rate_hz:.0f} readings come in a second.", rate_hz=measured_hz)


def losses(facts: Facts, _: Wanted) -> Finding:
    """How many do not."""
    link = facts.health.link
    if isinstance(link.lost_percent, Unknown):
        unknown = Sentence("What is lost is not known, {why}: wait a moment.", why=link.lost_percent.reason)
        return Verdict.STOP, unknown
    lost = Sentence("{percent:.1f} % of the readings were lost in the last ten seconds", percent=link.lost_percent)
    if link.lost_percent >= BAD_PERCENT:
        return Verdict.STOP, Sentence("{lost}: bring the tool closer, and keep bodies out of the way.", lost=lost)
    if link.lost_percent > 0:
        return Verdict.WARN, Sentence("{lost}: bring the tool closer.", lost=lost)
    if link.malformed:
        return Verdict.WARN, Sentence(
            "{count} packets came damaged: if there are more, update the tool's firmware.", count=link.malformed
        )
    return Verdict.OK, Sentence("No reading was lost in the last ten seconds.")


def sensor(facts: Facts, _: Wanted) -> Finding:
    """What the tool says against itself."""
    if ToolFlag.SENSOR_FAULT in facts.flags:
        return Verdict.STOP, Sentence("The sensor does not work: do not use this tool.")
    if ToolFlag.OVERLOAD in facts.flags:
        return Verdict.STOP, Sentence(
            "The cell is overloaded: take the load off; if it stays so, have the tool looked at."
        )
    return Verdict.OK, Sentence("The sensor works.")


def stop(facts: Facts, _: Wanted) -> Finding:
    """Whether a stop is held."""
    if ToolFlag.STOP_LATCHED in facts.flags:
        return Verdict.STOP, Sentence("The tool still holds a stop: let its button come up, then clear the stop.")
    return Verdict.OK, Sentence("No stop is held.")


def zero(facts: Facts, _: Wanted) -> Finding:
    """Whether there is a zero, and where it lies."""
    zero = facts.health.zero
    most_n = farthest_n(facts.layout.channels[0].full_scale)
    if zero.standing and abs(zero_n := zero.standing[-1].zero_n) > most_n:
        return Verdict.STOP, Sentence(
            "The zero is {zero_n:.1f} N away from the factory's, more than {most_n:.1f} N: have it calibrated.",
            zero_n=abs(zero_n),
            most_n=most_n,
        )
    match zero.state:
        case Unknown(reason):
            return Verdict.STOP, Sentence(
                "{reason}: take the tool off the skin, and its zero is measured.", reason=begun(reason)
            )
        case Result.OK if zero.standing:
            return _moving(zero, most_n)
        case _:
            return Verdict.STOP, Sentence(
                "The tool refused to measure its zero: take it off the skin and keep it still."
            )


def _moving(zero: ZeroHealth, most_n: float) -> Finding:
    """What moved since it was measured, and from day to day."""
    zero_n = zero.standing[-1].zero_n
    if moved := drifted(zero.rest_n):
        return Verdict.WARN, moved
    away = Sentence("The zero is {zero_n:.1f} N away from the factory's", zero_n=abs(zero_n))
    if isinstance(zero.drift, Unknown):
        return Verdict.OK, Sentence.joined("", (away, "."))
    drift = Sentence("{zero} and moves by {n_per_day} N a day", zero=away, n_per_day=signed(zero.drift.n_per_day, 2))
    left_days = days_left(zero.drift, zero_n, most_n)
    if left_days < DRIFTS_OUT.days:
        return Verdict.WARN, Sentence(
            "{drift}: in {left_days:.0f} days it is too far, have it calibrated.", drift=drift, left_days=left_days
        )
    return Verdict.OK, Sentence.joined("", (drift, "."))
