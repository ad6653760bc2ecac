from __future__ import annotations

import asyncio
import sys

import pytest

from session.cue import Action, Cue
from session.errors import InputError
from session.simulation import Air, intent, simulated_link
from session.treatment import treat
from simulator.hand import Intent
from simulator.tool import Tool
from tests.session.moments import AWAY, pressing
from tests.session.rooms import LIGHT, Room, scenario
from tests.virtual import virtual


def cue(action: Action) -> Cue:
    return Cue(action, None, 40.0, 36.0, 44.0, 50.0, 1, 2, 20.0)


@pytest.mark.parametrize("action", Action)
def test_a_hand_presses_while_it_is_asked_to_and_else_is_off_the_skin(action: Action) -> None:
    wanted = intent(cue(action), pressing(33.0))
    if action in (Action.PRESS, Action.MORE, Action.HOLD, Action.LESS):
        assert wanted == Intent(40.0, 33.0)
    else:
        assert wanted == Intent(0.0)


def test_a_hand_off_the_skin_has_nothing_to_look_at() -> None:
    assert intent(cue(Action.PRESS), AWAY) == Intent(40.0, None)


@virtual
async def test_over_the_virtual_air_a_treatment_goes_as_it_does_straight() -> None:
    outcomes = []
    for air in Air:
        tool = Tool(scenario(), 1)
        async with simulated_link(tool, air) as link:
            assert link.simulated
            place = Room(tool, link, LIGHT)
            view = await treat(link, place.runner)
        assert view.summary is not None
        outcomes.append((view.summary.outcome, [action for action, _ in place.said][-4:], view.lost_samples))
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][0] == "All holds are done."
    assert asyncio.all_tasks() == {asyncio.current_task()}


@virtual
async def test_without_the_extra_the_air_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "simulator.air", raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == "bumble"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match=r"needs bumble.*pip install palpate-app\[sim\]"):
        async with simulated_link(Tool(scenario(), 1), Air.BLE):
            pass
