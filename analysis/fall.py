"""How the hand went: after which cue, how fast, and what is left."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from analysis.contact import Contact, Edge
from analysis.crossing import HIGH, LOW, Crossing, crossed, elapsed_s
from analysis.hold import Code, Metric, Missing
from analysis.plateau import Settled
from analysis.reading import contiguous
from analysis.tape import MARGIN_US, Stretch
from analysis.window import between, window_mean_n
from protocol.sentence import Sentence

RESIDUAL_FROM_US: Final = 200_000
"""By then a let-go is over."""

NO_CUE: Final = Missing(Code.NO_CUE, Sentence("no let-go was called during the hold"))


class Fall(NamedTuple):
    """From nine tenths to a tenth of the settled level, and after."""

    cue_latency_s: Metric
    fall_s: Metric
    fall_n_per_s: Metric
    residual_n: Metric


def fall(stretch: Stretch, contact: Contact, part: Settled | Missing, called_us: int | None) -> Fall:
    """Measure how a hold ended; `called_us` is when the let-go was called."""
    residual = _residual(stretch, contact)
    if isinstance(part, Missing):
        return Fall(NO_CUE if called_us is None else part, part, part, residual)
    begin = _begin(stretch, contact, part.level_n)
    fall_s = _fall_s(stretch, contact, begin)
    rate = fall_s if isinstance(fall_s, Missing) else (HIGH - LOW) * part.level_n / fall_s
    return Fall(_latency_s(stretch, begin, called_us), fall_s, rate, residual)


def recontact_s(stretch: Stretch, contact: Contact, on_q: int) -> float | None:
    """From the end to the first reading of a new contact; None when there is none within 0.5 s."""
    end_us = contact.end.time_us
    after = between(stretch.readings, end_us + 1, end_us + MARGIN_US)
    again = np.flatnonzero(after.force_q >= on_q)
    return (int(after.time_us[again[0]]) - end_us) / 1e6 if len(again) else None


def _begin(stretch: Stretch, contact: Contact, level_n: float) -> Crossing | Missing:
    """The last downward crossing of nine tenths of the level in the hold; where the hold ends above, the next one."""
    high = stretch.readings.force_n >= HIGH * level_n
    position = stretch.last - int(high[stretch.last :: -1].argmax()) + 1
    lower = np.flatnonzero(~high[position:])
    known = min(position - 1, stretch.last)
    if not len(lower):
        return _unfinished(stretch, contact, known)
    position += int(lower[0])
    if not contiguous(stretch.readings[known : position + 1]):
        return Missing(Code.GAP, Sentence("readings are missing where the force began to fall"))
    return Crossing(position, HIGH * level_n)


def _fall_s(stretch: Stretch, contact: Contact, begin: Crossing | Missing) -> Metric:
    if not contact.start.settings.fast:
        return Missing(Code.BELOW_50_HZ, Sentence("a fall needs 50 readings a second"))
    if isinstance(begin, Missing):
        return begin
    level_n = begin.level_n / HIGH
    low = stretch.readings.force_n[begin.position :] < LOW * level_n
    if not low.any():
        return _unfinished(stretch, contact, begin.position)
    return elapsed_s(stretch, begin, Crossing(begin.position + int(low.argmax()), LOW * level_n))


def _latency_s(stretch: Stretch, begin: Crossing | Missing, called_us: int | None) -> Metric:
    """From the cue to the beginning of the fall."""
    if called_us is None:
        return NO_CUE
    if isinstance(begin, Missing):
        return begin
    latency_us = crossed(stretch, begin).since_us(called_us)
    if latency_us < 0:
        return Missing(Code.BEFORE_CUE, Sentence("the force had begun to fall before the cue"))
    return latency_us / 1e6


def _unfinished(stretch: Stretch, contact: Contact, known: int) -> Missing:
    """Why the fall that is known up to a position does not go on."""
    if contact.edge is Edge.GAP or not contiguous(stretch.readings[known:]):
        return Missing(Code.GAP, Sentence("readings are missing while the force fell"))
    if not stretch.covered:
        return Missing(Code.CUT, Sentence("the recording ends before the force fell to a tenth of its plateau"))
    return Missing(
        Code.NOT_REACHED, Sentence("the force stayed above a tenth of its plateau for 0.5 s after the contact")
    )


def _residual(stretch: Stretch, contact: Contact) -> Metric:
    if not stretch.covered:
        return Missing(Code.CUT, Sentence("the recording ends less than 0.5 s after the contact"))
    end_us = contact.end.time_us
    return window_mean_n(stretch.readings, end_us + RESIDUAL_FROM_US, end_us + MARGIN_US)
