"""What the page is told of a class: of each seat what its trainee may see, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from training.classroom import Seat

SAYS_WHY: Final = "the class's computer says why"
"""Whose file stands where is nobody's business on a network: paths have people's names in them."""


def told(seats: Iterable[Seat]) -> str:
    """One moment as JSON, the traces of the last half minute in it.

    It is made of `Shown` alone: in a blind trial nothing in it depends on the force but the alarms.
    """
    return json.dumps({"seats": [_seat(each) for each in seats]}, ensure_ascii=False, allow_nan=False)


def _seat(seat: Seat) -> dict[str, Any]:
    now = seat.shown()
    common = {"trainee": seat.trainee, "trouble": _trouble(seat), "over": seat.over, "trace": _trace(seat)}
    if now is None:
        return common | {"word": "done" if seat.over else "waiting for the tool"}
    gauge = now.gauge
    return common | {
        "word": str(now.action),
        "why": str(now.why or ""),
        "trial": now.trial,
        "trials": now.trials,
        "target_n": now.target_n,
        "force_n": None if gauge is None or gauge.force_n is None else round(gauge.force_n, 1),
        "low_n": None if gauge is None else round(gauge.low_n, 2),
        "high_n": None if gauge is None else round(gauge.high_n, 2),
        "hidden": gauge is None,
        "simulated": now.simulated,
        "not_kept": f"the record is not safe: {SAYS_WHY}" if now.not_kept else "",
    }


def _trouble(seat: Seat) -> str:
    return f"ended before it was complete: {SAYS_WHY}" if seat.trouble else ""


def _trace(seat: Seat) -> list[list[float | None]]:
    points = tuple(seat.trace)
    if not points:
        return []
    last_s = points[-1].at_s
    return [[round(each.at_s - last_s, 2), None if each.force_n is None else round(each.force_n, 2)] for each in points]
