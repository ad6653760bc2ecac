"""Six places, three holds each, and nobody touches a keyboard, a mouse or a screen."""

from __future__ import annotations

from pathlib import Path

from session.clicker import Clicker
from session.inputs import Pain, PainGone, PainHalved, Stop
from simulator.happenings.people import ToolButton
from tests.session.free_hands import Hands, check_round, go_round
from tests.virtual import run_virtual


class Tools:
    """The button on the tool, and a clicker whose presses somebody passes on."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._clicker = hands, Clicker()

    def press(self, after_s: float, for_s: float) -> None:
        self._hands.tool.inject(ToolButton(at_s=after_s, for_s=for_s), self._hands.now_s())

    def click(self) -> None:
        self._clicker.click(self._hands.now_s())

    def look(self) -> None:
        for nrs in self._clicker.take(self._hands.now_s()):
            self._hands.runner.hear(Pain(nrs=nrs, by="patient"))


def test_six_places_with_three_holds_each_by_the_tools_button_and_a_clicker_alone(tmp_path: Path) -> None:
    """Which place is next, whether the tool is there, a STOP and its reason, a place left out: one button."""
    visit = run_virtual(go_round(tmp_path, Tools))
    check_round(visit)
    for treated in visit:
        assert not any(isinstance(each, Stop | PainHalved | PainGone) for each in treated.heard), "nobody typed"
