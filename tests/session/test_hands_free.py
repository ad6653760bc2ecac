"""Six places, three holds each, and nobody touches a keyboard, a mouse or a screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import pytest

from analysis.live import Live
from session.clicker import Clicker
from session.cue import Action, Cue, Why
from session.inputs import AskPlace, GoOn, Here, Input, LeaveOut, Pain, StopReason
from session.record import Recorder
from session.runner import Runner
from session.simulation import intent
from session.treatment import treat
from session.view import Summary
from simulator.happenings.people import ToolButton
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.kept_rooms import header
from tests.session.rooms import LIGHT, scenario
from tests.virtual import run_virtual

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


@dataclass
class Hands:
    """A therapist whose hands never leave the tool, and a client with a clicker. Both go by what is said alone."""

    tool: Tool
    runner: Runner
    place: Place
    now_s: Callable[[], float]
    """Since the tool was switched on."""
    clicker: Clicker = field(default_factory=Clicker)
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
        for nrs in self.clicker.take(self.now_s()):
            self.runner.hear(Pain(nrs=nrs, by="patient"))

    def _answers(self, cue: Cue, live: Live) -> Iterator[tuple[str, Callable[[], None]]]:
        if cue.why is Why.PLACE:
            yield "here", lambda: self.press(*(DOUBLE if self.place.left_out else (0.0,)))
        if cue.action is Action.HOLD and live.in_band_s > 0.1 and cue.repetition == 1:
            if self.place.stops:
                yield "stop", lambda: self.press(0.0, for_s=HELD_S)
            if self.place.hurts:
                yield "click", self.click
        if cue.action is Action.STOP and not live.contact:
            yield "reason", lambda: self.press(*(HELD_S + each for each in (*OTHER, *(5 + at for at in DOUBLE))))

    def press(self, *after_s: float, for_s: float = SHORT_S) -> None:
        """Press the tool's button, so long after now."""
        for at_s in after_s:
            self.tool.inject(ToolButton(at_s=at_s, for_s=for_s), self.now_s())

    def click(self) -> None:
        """Click as often as it hurts."""
        self.due += [(self.now_s() + 0.2 * number, self._click) for number in range(self.place.hurts or 0)]

    def _click(self) -> None:
        self.clicker.click(self.now_s())


class Treated(NamedTuple):
    """What was heard of people at one place, and what it came to."""

    heard: list[Input]
    summary: Summary


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> list[Treated]:
    """All places one after the other, with one tool that stays on; each has its record."""
    folder = tmp_path_factory.mktemp("records")

    async def story() -> list[Treated]:
        tool, on_s = Tool(scenario(for_s=900), 1), asyncio.get_running_loop().time()
        return [await at_place(tool, number, on_s) for number in range(len(PLACES))]

    async def at_place(tool: Tool, number: int, on_s: float) -> Treated:
        loop = asyncio.get_running_loop()
        with Recorder(folder / f"{number}.mcap", header(loop.time())) as recorder:
            link = InProcessLink(tool, on_s)
            runner = Runner(link, THREE, recorder)
            runner.asks_place = True
            hands = Hands(tool, runner, PLACES[number], lambda: loop.time() - on_s)
            runner.on_cue, runner.on_input = hands.listen, hands.heard.append
            view = await treat(link, runner)
        assert view.summary is not None
        return Treated(hands.heard, view.summary)

    return run_virtual(story())


def test_six_places_with_three_holds_each_are_complete(visit: list[Treated]) -> None:
    outcomes = [each.summary.outcome for each in visit]
    assert outcomes.count("All holds are done.") == 6
    complete = [
        [hold.ended_by for hold in each.summary.holds if hold.ended_by == Why.TIME_IN_BAND]
        for each, place in zip(visit, PLACES, strict=True)
        if not place.left_out
    ]
    assert [len(holds) for holds in complete] == [3] * 6


def test_each_place_was_said_to_be_the_right_one_before_anybody_was_pressed(visit: list[Treated]) -> None:
    for each, place in zip(visit, PLACES, strict=True):
        assert each.heard[:2] == [AskPlace(), LeaveOut() if place.left_out else Here()]


def test_a_place_that_is_left_out_is_not_pressed_and_the_next_one_follows(visit: list[Treated]) -> None:
    (left_out,) = [each for each, place in zip(visit, PLACES, strict=True) if place.left_out]
    assert left_out.summary.holds == ()
    assert all(each.summary.leads_on for each in visit)


def test_a_stop_by_the_button_goes_on_by_the_button_with_its_reason(visit: list[Treated]) -> None:
    (stopped,) = [each for each, place in zip(visit, PLACES, strict=True) if place.stops]
    assert stopped.heard[2:] == [GoOn(reason=StopReason.OTHER)]
    assert stopped.summary.holds[0].ended_by == Why.THERAPIST_STOP


def test_the_clients_clicks_are_pain(visit: list[Treated]) -> None:
    (hurt,) = [each for each, place in zip(visit, PLACES, strict=True) if place.hurts]
    assert hurt.heard[2:] == [Pain(nrs=4, by="patient")]
