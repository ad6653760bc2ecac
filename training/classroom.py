"""A class: several trainees at one computer, each with a tool of their own.

Each seat is a run like any other, with its own link, record and results. What goes wrong at one of them ends that one.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from analysis.live import Live
from device.errors import DeviceError
from protocol.errors import LinkLost
from session.cue import Cue
from session.errors import InputError, SessionError
from training.display import Shown, shown
from training.practice import Practice
from training.result import TrialResult
from training.values import Pseudonym

LOG: Final = logging.getLogger(__name__)

TRACE_S: Final = 30.0
"""Of its force is shown of each seat."""
EACH_S: Final = 0.1
"""Between two points of that trace: as often as a display changes."""
EXPECTED: Final = (SessionError, DeviceError, LinkLost, TimeoutError)
"""What ends a run with a sentence for people."""


class Point(NamedTuple):
    """Of a seat's trace: on the loop's clock; None where nothing may be shown, or no reading was fresh."""

    at_s: float
    force_n: float | None


@dataclass(eq=False)
class Seat:
    """One trainee; belongs to the loop, what it shows may be read from anywhere."""

    trainee: Pseudonym
    run: Callable[[Seat], Awaitable[tuple[TrialResult, ...]]]
    """Does the exercise; calls `follow` before it starts."""
    practice: Practice | None = None
    trace: deque[Point] = field(default_factory=lambda: deque(maxlen=round(TRACE_S / EACH_S)))
    results: tuple[TrialResult, ...] = ()
    trouble: str = ""
    """Why it ended before it was complete."""
    over: bool = False

    def follow(self, practice: Practice) -> None:
        """Keep the trace of this run from now on; whoever listened goes on listening."""
        self.practice = practice
        before = practice.runner.on_cue

        def keep(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            now_s = practice.runner.clock_s()
            if not self.trace or now_s - self.trace[-1].at_s >= EACH_S:
                gauge = shown(practice.coach, practice.runner.view(), now_s).gauge
                self.trace.append(Point(now_s, None if gauge is None else gauge.force_n))

        practice.runner.on_cue = keep

    def shown(self) -> Shown | None:
        """What may be drawn of it: nothing else than the trainee may see; None before it begins and after its end."""
        if self.practice is None or self.over:
            return None
        return shown(self.practice.coach, self.practice.runner.view(), self.practice.runner.clock_s())


class Class:
    """Runs all seats at once."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        """Raises `InputError` for a pseudonym that is there twice: results belong to one trainee."""
        names = [seat.trainee for seat in seats]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise InputError(f"“{min(twice)}” is there twice: give each trainee a pseudonym of their own")
        self.seats = tuple(seats)

    async def run(self) -> None:
        """Until the last one is done; a seat that fails says why and disturbs no other."""
        await asyncio.gather(*(self._sit(seat) for seat in self.seats))

    async def _sit(self, seat: Seat) -> None:
        try:
            seat.results = await seat.run(seat)
        except EXPECTED as error:
            seat.trouble = str(error) or "the tool does not answer: switch it off and on again"
        except Exception:
            LOG.exception("the run of %s failed in an unknown way", seat.trainee)
            seat.trouble = "this program failed: the record has what came until then"
        finally:
            seat.over = True
