"""A treatment from its first payload to its summary, and what is lost on the way."""

from __future__ import annotations

import asyncio

import pytest

from session.cue import Action, Why
from session.inputs import Quit
from session.runner import LOST_S, Runner
from session.view import LinkState
from simulator.happenings.people import Press
from simulator.happenings.tool import Disconnect
from tests.session.kept_rooms import NeverYields
from tests.session.rooms import LIGHT, Room, room, scenario
from tests.virtual import virtual

# the plain course


def test_a_treatment_is_completed_and_summed_up() -> None:
    treated = room(scenario())
    summary = treated.runner.view().summary
    assert summary is not None
    assert summary.outcome == "All holds are done."
    assert [hold.ended_by for hold in summary.holds] == [Why.TIME_IN_BAND] * LIGHT.repetitions
    assert summary.in_band_s == pytest.approx(sum(hold.in_band_s or 0.0 for hold in summary.holds))
    assert summary.in_band_s >= LIGHT.repetitions * LIGHT.hold_s
    truth = treated.tool.truth
    assert summary.dose_kpa_s == pytest.approx(truth.dose_kpa_s, rel=0.02)
    assert (len(summary.holds), summary.lost_samples, summary.over_cap_s) == (truth.holds, 0, 0.0)
    assert (treated.steps[-1].action, treated.runner.view().tool) == (Action.DONE, "SIM-0001")
    residual_n = treated.runner.observer.holds[-1].residual_n
    assert residual_n == pytest.approx(0.0, abs=0.05)


def test_a_window_gets_every_reading_once() -> None:
    treated = room(scenario())
    blocks = treated.runner.take_samples()
    indices = [int(index) for block in blocks for index in block.index]
    assert indices == list(range(treated.runner.view().samples))
    assert treated.runner.take_samples() == ()


def test_a_window_that_never_asks_fills_no_memory_and_gets_the_newest_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("session.runner.BLOCKS_KEPT", 3)
    treated = room(scenario())
    blocks = treated.runner.take_samples()
    assert len(blocks) == 3
    assert blocks[-1].index[-1] == treated.runner.view().samples - 1


def test_a_tool_that_is_pressed_is_not_zeroed_and_the_therapist_is_told() -> None:
    pressed = scenario(for_s=12, presses=(Press(at_s=0.1, force_n=20.0, for_s=4.0),))

    def let_be(treated: Room) -> None:
        treated.deaf = True

    treated = room(pressed, prepare=let_be)
    events = treated.runner.take_events()
    assert any("Take it off the skin" in event for event in events)
    assert treated.said[:2] == [(Action.WAIT, Why.ZERO_NEEDED), (Action.PRESS, None)]
    assert treated.runner.notice == ""


# losses


def test_a_lost_link_lets_go_after_2_s_and_the_summary_says_it() -> None:
    treated = room(scenario(Disconnect(at_s=3.0)))
    view = treated.runner.view()
    assert view.link is LinkState.LOST
    assert view.summary is not None
    assert view.summary.outcome == view.link_text == "the simulated tool dropped the connection"
    assert treated.said[-2:] == [(Action.HOLD, Why.DATA_SILENT), (Action.LET_GO, Why.DATA_SILENT)]
    assert treated.steps[-1].now_s == pytest.approx(4.0 + LOST_S, abs=0.1)


@virtual
async def test_the_watchdog_needs_no_data() -> None:
    runner = Runner(NeverYields(), LIGHT, None)
    said: list[tuple[float, Action]] = []
    runner.on_cue = lambda cue, live: said.append((runner.clock_s(), cue.action))
    running = asyncio.create_task(runner.run())
    await asyncio.sleep(10.02)
    assert len(said) == 200
    assert {action for _, action in said} == {Action.WAIT}
    runner.hear(Quit())
    view = await running
    assert view.cue.action is Action.DONE
    assert view.last_valid_s is None
