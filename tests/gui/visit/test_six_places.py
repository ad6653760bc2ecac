"""Six places with three holds each, by keyboard, in virtual time: the visit ends complete, nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clinic.way.said import Ordered, Station, Step, Treated
from clinic.way.way import Done
from gui.visit.window import VisitWindow
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import go_next, key, press, visit_in
from tests.gui.visit.test_whole_visit import before_points, reached, treated

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return
PLACES: Final = (
    "infraspinatus left", "infraspinatus right", "soleus left", "vastus right", "rhomboids left",
    "tibialis right",
)  # fmt: skip
HOLD_S: Final = 20


def points(window: VisitWindow) -> None:
    """All of them, by the list."""
    assert reached(window, Step.POINTS)
    for words in PLACES:
        press(window, words)
        key(window, ENTER)
        key(window, ENTER)
    go_next(window)


def examined(window: VisitWindow) -> None:
    """Findings, questions, threshold and a plan of three holds."""
    assert reached(window, Step.FINDINGS)
    key(window, ENTER)
    go_next(window)
    assert reached(window, Step.PLACE)
    press(window, "n" * 13)
    go_next(window)
    assert reached(window, Step.THRESHOLD)
    press(window, "300")
    go_next(window)
    assert reached(window, Step.PLAN)
    for figure in ("", str(HOLD_S), "3", "30"):  # the target stays
        key(window, TAB)
        press(window, figure)
    go_next(window)


def worked(window: VisitWindow, qtbot: QtBot) -> None:
    """Three holds, nothing else, how it was, and how it is after some minutes."""
    treated(window, qtbot)
    go_next(window)
    for step in (Step.RESPONSE, Step.RETEST):
        assert reached(window, step)
        key(window, ENTER)
        go_next(window)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_six_places_with_three_holds_each_end_with_a_complete_visit(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened(tmp_path)
    before_points(window)
    points(window)
    assert len(window.visit.way.spots) == len(PLACES)
    for _ in PLACES:
        examined(window)
    assert reached(window, Step.ORDER)
    press(window, "60")
    go_next(window)
    for _ in PLACES:
        worked(window, qtbot)
    assert reached(window, Step.MOVEMENT_AFTER)
    for typed in ("50", "", "six places"):
        press(window, typed)
        go_next(window)
    go_next(window)
    assert not window.isVisible(), window.notice.text()
    complete(tmp_path, window)


def complete(folder: Path, window: VisitWindow) -> None:
    """What is kept, as another program reads it."""
    way = window.visit.way
    assert way.complete
    assert all(isinstance(way.standing(each), Done) for each in way.stations)
    done = [entry.said for entry in way.entries if isinstance(entry.said, Treated)]
    assert [each.holds for each in done] == [3] * len(PLACES)
    assert all((folder / "records" / each.record).exists() for each in done)
    in_band_s = [each.in_band_s for each in done]  # a hand that lets go passes through the band once more
    assert [3 * HOLD_S <= each <= 1.1 * 3 * HOLD_S for each in in_band_s] == [True] * len(PLACES), in_band_s
    doses = visit_in(folder).doses.doses
    assert {dose.record for dose in doses} == {each.record for each in done}
    agreed = way.said(Station(step=Step.ORDER), Ordered)
    assert agreed is not None
    positions = [position.value for position in agreed.positions]
    assert positions == sorted(positions, key=["supine", "prone", "side-lying", "seated"].index)
