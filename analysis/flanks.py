"""The two sides of a hold: rise, fall and what is left after it."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from analysis.contact import Contact, Edge
from analysis.hold import Code, Metric, Missing
from analysis.plateau import Settled
from analysis.reading import reading
from analysis.tape import MARGIN_US, Stretch
from analysis.window import window_mean_n
from protocol.blocks import GRID_PER_N, SampleBlock

LOW, HIGH = 0.1, 0.9
"""Shares of the settled level between which a rise and a fall are measured."""

RESIDUAL_FROM_US: Final = 200_000
"""By then a let-go is over."""


class Flanks(NamedTuple):
    """How the hand came and went."""

    rise_n_per_s: Metric
    fall_s: Metric
    fall_n_per_s: Metric
    residual_n: Metric


class Crossing(NamedTuple):
    """The force passes `level_n` between the readings at `position - 1` and `position`."""

    position: int
    level_n: float


def flanks(stretch: Stretch, contact: Contact, part: Settled | Missing) -> Flanks:
    """Measure both sides of a hold."""
    residual = _residual(stretch, contact)
    if isinstance(part, Missing):
        return Flanks(part, part, part, residual)
    rise_s = _rise_s(stretch, contact, part.level_n)
    fall_s = _fall_s(stretch, contact, part.level_n)
    step_n = (HIGH - LOW) * part.level_n
    return Flanks(_rate(step_n, rise_s), fall_s, _rate(step_n, fall_s), residual)


def _rate(step_n: float, time_s: Metric) -> Metric:
    return time_s if isinstance(time_s, Missing) else step_n / time_s


def _rise_s(stretch: Stretch, contact: Contact, level_n: float) -> Metric:
    if contact.start.edge is not Edge.FORCE:
        return Missing(Code(contact.start.edge.value), "the beginning of the contact was not recorded")
    force_n, first = stretch.readings.force_n, stretch.first
    before = np.flatnonzero(force_n[:first] < LOW * level_n)
    if force_n[first] < LOW * level_n:
        low = first + int(np.argmax(force_n[first:] >= LOW * level_n))
    elif len(before):
        low = int(before[-1]) + 1
    else:
        return Missing(Code.NOT_REACHED, "the force was above a tenth of its plateau for 0.5 s before the contact")
    high = first + int(np.argmax(force_n[first:] >= HIGH * level_n))
    return _elapsed_s(stretch.readings, Crossing(low, LOW * level_n), Crossing(high, HIGH * level_n))


def _fall_s(stretch: Stretch, contact: Contact, level_n: float) -> Metric:
    if not contact.start.settings.fast:
        return Missing(Code.BELOW_50_HZ, "a fall needs 50 readings a second")
    force_n = stretch.readings.force_n
    last_high = int(np.flatnonzero(force_n[: stretch.last + 1] >= HIGH * level_n)[-1])
    low = np.flatnonzero(force_n[last_high + 1 :] < LOW * level_n)
    if not len(low):
        return _unfinished(stretch, contact)
    begin, end = last_high + 1, last_high + 1 + int(low[0])
    return _elapsed_s(stretch.readings, Crossing(begin, HIGH * level_n), Crossing(end, LOW * level_n))


def _unfinished(stretch: Stretch, contact: Contact) -> Missing:
    if contact.edge is Edge.GAP:
        return Missing(Code.GAP, "readings are missing while the force fell")
    if not stretch.covered:
        return Missing(Code.CUT, "the recording ends before the force fell to a tenth of its plateau")
    return Missing(Code.NOT_REACHED, "the force stayed above a tenth of its plateau for 0.5 s after the contact")


def _residual(stretch: Stretch, contact: Contact) -> Metric:
    if not stretch.covered:
        return Missing(Code.CUT, "the recording ends less than 0.5 s after the contact")
    end_us = contact.end.time_us
    return window_mean_n(stretch.readings, end_us + RESIDUAL_FROM_US, end_us + MARGIN_US)


def _elapsed_s(readings: SampleBlock, begin: Crossing, end: Crossing) -> Metric:
    """Time between two crossings, each interpolated between the readings around it."""
    if np.any(np.diff(readings.index[begin.position - 1 : end.position + 1]) != 1):
        return Missing(Code.GAP, "readings are missing between the two crossings")
    elapsed_us = _crossed_us(readings, end) - _crossed_us(readings, begin)
    if elapsed_us <= 0:
        return Missing(Code.TOO_SLOW, "the time stamps do not separate the two crossings")
    return elapsed_us / 1e6


def _crossed_us(readings: SampleBlock, crossing: Crossing) -> float:
    before, after = reading(readings, crossing.position - 1), reading(readings, crossing.position)
    share = (crossing.level_n * GRID_PER_N - before.force_q) / (after.force_q - before.force_q)
    return share * (after.time_us - before.time_us) + before.time_us
