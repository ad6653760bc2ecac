"""People who touch neither keyboard, mouse nor screen: a therapist with one button, a client with a clicker."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from analysis.live import Live
from session.cue import Action, Cue, Why
from session.inputs import AskPlace, GoOn, Here, Input, LeaveOut, Pain, PainGone, PainHalved, Stop, StopReason
from session.record import Recorder
from session.runner import Runner
from session.simulation import intent
from session.treatment import treat
from session.view import Summary
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.kept_rooms import header
from tests.session.rooms import LIGHT, scenario

THREE: Final = LIGHT.model_copy(update={"repetitions": 3, "hold_s": 1.6, "rest_s": 0.2})
SHORT_S, APART_S, HELD_S = 0.15, 0.9, 1.3
DOUBLE: Final = (0.0, 0.3)
OTHER: Final = (0.0, APART_S, 2 * APART_S, 3 * APART_S)
"""Short presses that move to the fourth reason."""


class Place(NamedTuple):
    """What is done at one place, beside three holds."""

    stops: bool = False
    """The therapist holds the button down in the first hold, then moves to a reason and takes it."""
    hurts: int | None = None
    """So many clicks of the client in the first hold."""
    left_out: bool = False


PLACES: Final = (Place(), Place(stops=True), Place(hurts=4), Place(), Place(left_out=True), Place(), Place())
"""Six that are pressed, and one that is left out."""


class Treated(NamedTuple):
    """What was heard of people at one place, and what it came to."""

    heard: list[Input]
    summary: Summary


class Equipped(Protocol):
    """What the hands hold."""

    def press(self, after_s: float, for_s: float) -> None:
        """The therapist's button, so long after now, for so long."""

    def click(self) -> None:
        """The client's clicker, now."""

    def look(self) -> None:
        """A moment passes."""


@dataclass
class Hands:
    """They go by what is said alone; `now_s` counts from when the tool was switched on."""

    tool: Tool
    runner: Runner
    place: Place
    now_s: Callable[[], float]
    equipped: Equipped = field(init=False)
    heard: list[Input] = field(default_factory=list)
    due: list[tuple[float, Callable[[], None]]] = field(default_factory=list)
    done: set[str] = field(default_factory=set)

    def listen(self, cue: Cue, live: Live) -> None:
        """Each cue, and what somebody does about it."""
        self.tool.tell(intent(cue, live))
        for what, does in self._answers(cue, live):
            if what not in self.done:
                self.done.add(what)
                does()
        for at_s, does in [each for each in self.due if each[0] <= self.now_s()]:
            self.due.remove((at_s, does))
            does()
        self.equipped.look()

    def later(self, after_s: float, does: Callable[[], None]) -> None:
        """Do this so long after now."""
        self.due.append((self.now_s() + after_s, does))

    def _answers(self, cue: Cue, live: Live) -> Iterator[tuple[str, Callable[[], None]]]:
        if cue.why is Why.PLACE:
            yield "here", lambda: self._press(*(DOUBLE if self.place.left_out else (0.0,)))
        if cue.action is Action.HOLD and live.in_band_s > 0.1 and cue.repetition == 1:
            if self.place.stops:
                yield "stop", lambda: self.equipped.press(0.0, HELD_S)
            if self.place.hurts:
                yield "click", self._click
        if cue.action is Action.STOP and not live.contact:
            yield "reason", lambda: self._press(*(HELD_S + each for each in (*OTHER, *(5 + at for at in DOUBLE))))

    def _press(self, *after_s: float) -> None:
        for at_s in after_s:
            self.equipped.press(at_s, SHORT_S)

    def _click(self) -> None:
        """As often as it hurts."""
        for number in range(self.place.hurts or 0):
            self.later(0.2 * number, self.equipped.click)


async def go_round(folder: Path, equip: Callable[[Hands], Equipped]) -> list[Treated]:
    """All places one after the other, with one tool that stays on; each has its record."""
    tool, on_s = Tool(scenario(for_s=900), 1), asyncio.get_running_loop().time()
    return [await _at_place(tool, on_s, folder / f"{place}.mcap", equip) for place in range(len(PLACES))]


async def _at_place(tool: Tool, on_s: float, path: Path, equip: Callable[[Hands], Equipped]) -> Treated:
    loop = asyncio.get_running_loop()
    with Recorder(path, header(loop.time())) as recorder:
        link = InProcessLink(tool, on_s)
        runner = Runner(link, THREE, recorder)
        runner.asks_place = True
        hands = Hands(tool, runner, PLACES[int(path.stem)], lambda: loop.time() - on_s)
        hands.equipped = equip(hands)
        runner.on_cue, runner.on_input = hands.listen, hands.heard.append
        view = await treat(link, runner)
    assert view.summary is not None
    return Treated(hands.heard, view.summary)


def check_round(visit: list[Treated]) -> None:
    """Six places with three whole holds each, and everything that was to be said was said, and nothing else."""
    for treated, place in zip(visit, PLACES, strict=True):
        assert treated.summary.leads_on
        said: list[Input] = [AskPlace(), LeaveOut() if place.left_out else Here()]
        pains = [each for each in treated.heard if isinstance(each, Pain)]
        assert [(pain.nrs, pain.by) for pain in pains] == [(place.hurts, "patient")] * (place.hurts is not None)
        buttons = Stop | PainHalved | PainGone | GoOn | Pain
        assert [each for each in treated.heard if not isinstance(each, buttons)] == said
        assert (GoOn(reason=StopReason.OTHER) in treated.heard) is place.stops
        ended = [hold.ended_by for hold in treated.summary.holds]
        whole = [Why.TIME_IN_BAND.value] * 3
        assert ended == ([] if place.left_out else [Why.THERAPIST_STOP.value] * place.stops + whole)
    assert sum(not place.left_out for place in PLACES) == 6
