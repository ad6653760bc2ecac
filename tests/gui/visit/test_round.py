"""One place after the other without anybody at the screen: only the button on the tool is pressed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

import gui.visit.treatment as treatment
from clinic.entries.places import Position
from clinic.screening.answers import Answer, Form, Side, Spot
from clinic.screening.questionnaire import spot_questions
from clinic.way.motion import Moved
from clinic.way.planning import Edit
from clinic.way.said import Chosen, Complained, Ordered, Rated, Station, Step, Treated
from clinic.way.visit import Visit
from gui.app import application
from gui.speaker import Speaker
from gui.visit.treatment import TreatmentPage
from gui.visit.window import VisitWindow
from palpate.visiting import VisitPlace, VisitTool
from protocol.link import Channel
from session.inputs import AskPlace, Here, LeaveOut, read_input
from session.links import LinkName
from session.playback import read_record
from tests.gui.visit.room import at_once, visit_in

SPOTS: Final = tuple(
    Spot(site=site, side=side)
    for site, side in (
        ("infraspinatus-fossa", Side.LEFT),
        ("infraspinatus-fossa", Side.RIGHT),
        ("soleus-lower", Side.LEFT),
    )
)
SCENARIO: Final = """
text = "A short press on the tool's button once it was looked at; at some places a double one."
simulated_s = 32
rate_hz = 50
plan = "demonstration"
{presses}
"""
PRESS: Final = '[[happenings]]\nkind = "tool button"\nat_s = {at_s}\n'


def planned(folder: Path) -> Visit:
    """All said up to the first treatment: three places, each planned with short holds."""
    visit = visit_in(folder)
    visit.answer(Form.FULL, {q.id: Answer.NO for q in visit.questions(Form.FULL)})
    visit.go(Station(step=Step.COMPLAINT))
    visit.say(Complained())
    visit.consent("a hand", tried=True)
    visit.say(Rated(nrs=5))
    visit.say(Moved())
    visit.say(Chosen(spots=SPOTS))
    for spot in SPOTS:
        visit.go(Station(step=Step.PLACE, spot=spot))
        visit.answer_place(spot, {q.id: Answer.NO for q in spot_questions(visit.room.library)})
        visit.go(Station(step=Step.THRESHOLD, spot=spot))
        visit.threshold(spot, 300.0)
        visit.go(Station(step=Step.PLAN, spot=spot))
        offered = next(offer.built for offer in visit.offers(spot) if offer.preset.id == "threshold-long")
        assert offered is not None
        visit.plan(spot, "threshold-long", Edit(offered.plan.target_n, hold_s=2.0, repetitions=1, rest_s=30.0))
    visit.go(Station(step=Step.ORDER))
    visit.say(Ordered(spots=SPOTS, positions=(Position.PRONE,) * len(SPOTS), appointment_min=60))
    visit.go(Station(step=Step.TREATMENT, spot=SPOTS[0]))
    return visit


Round = Callable[..., VisitWindow]


@pytest.fixture
def round_(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Round:
    """A window on the first treatment; the sums of each place close at once."""
    monkeypatch.setattr(treatment, "SUMMARY_S", 0.0)
    application()

    def made(*at_s: float) -> VisitWindow:
        file = tmp_path / "round.toml"
        file.write_text(SCENARIO.format(presses="\n".join(PRESS.format(at_s=each) for each in at_s)))
        tool = VisitTool(VisitPlace(LinkName.of(f"sim:{file}"), tmp_path), at_once)
        window = VisitWindow(planned(tmp_path), tool, Speaker(lambda: 0.0, null=True))
        qtbot.addWidget(window)
        window.show()
        return window

    return made


def begin(window: VisitWindow, qtbot: QtBot) -> TreatmentPage:
    page = window.page
    assert isinstance(page, TreatmentPage)
    page.round.click()
    qtbot.waitUntil(lambda: not page.coming, timeout=60_000)
    if page.live is not None:
        qtbot.waitUntil(lambda: page.live is None or page.live.summary.isVisible())
        page.live.close()  # the sums of the last place stay
    qtbot.waitUntil(lambda: not page.running)
    return page


def done(window: VisitWindow) -> list[Treated | None]:
    way = window.visit.way
    return [way.said(Station(step=Step.TREATMENT, spot=spot), Treated) for spot in SPOTS]


def said_of_the_place(folder: Path, treated: Treated | None) -> list[object]:
    assert treated is not None
    payloads = read_record(folder / "records" / treated.record).payloads
    heard = [read_input(each.data) for each in payloads if each.channel is Channel.INPUT]
    return [value for value in heard if isinstance(value, AskPlace | Here | LeaveOut)]


def test_after_one_begin_all_places_follow_by_the_tools_button(round_: Round, qtbot: QtBot, tmp_path: Path) -> None:
    window = round_(14.0)
    begin(window, qtbot)
    treated = done(window)
    assert [each.holds if each else None for each in treated] == [1, 1, 1]
    asked = [said_of_the_place(tmp_path, each) for each in treated]
    assert asked == [[], [AskPlace(), Here()], [AskPlace(), Here()]]
    window.close()


def test_a_double_press_leaves_a_place_out_and_the_next_one_follows(
    round_: Round, qtbot: QtBot, tmp_path: Path
) -> None:
    window = round_(14.0, 14.3)
    begin(window, qtbot)
    treated = done(window)
    assert [each.holds if each else None for each in treated] == [1, 0, 0]
    assert said_of_the_place(tmp_path, treated[1]) == [AskPlace(), LeaveOut()]
    window.close()


def test_where_nobody_says_here_nobody_is_pressed_and_nothing_follows(round_: Round, qtbot: QtBot) -> None:
    window = round_()
    begin(window, qtbot)
    treated = done(window)
    assert [each.holds if each else None for each in treated] == [1, 0, None]
    window.close()


def test_stop_between_two_places_ends_the_round(round_: Round, qtbot: QtBot) -> None:
    window = round_(14.0)
    page = window.page
    assert isinstance(page, TreatmentPage)
    page.coming = SPOTS[1:]
    page.stop()
    assert page.coming == ()
    window.close()
