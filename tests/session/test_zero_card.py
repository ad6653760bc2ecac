from __future__ import annotations

from dataclasses import replace

import pytest

from protocol.control import Result
from session.tare import Refused, Tared, Undone
from session.tool_health import ZeroHealth
from session.tool_stream import RESTARTED
from session.unknown import Unknown
from session.view import LinkState, View
from session.zero_card import NO_EARLIER, NOT_TRUSTED, zero_card
from tests.gui.stage import HEALTH, view

FIRST, SECOND = Tared(1.0, 0.12, 0.01, 1, 0), Tared(9.0, -0.04, 0.01, 1, 800)


def shown(zero: ZeroHealth, **changes: object) -> View:
    return replace(view(contact=False), health=HEALTH._replace(zero=zero), **changes)  # type: ignore[arg-type]  # of any field


def test_before_anything_is_known_there_is_nothing_to_undo_and_nothing_said() -> None:
    card = zero_card(view(contact=False), 0.0)
    assert (card.newest, card.said, card.why_no_measuring, card.why_no_undo) == (None, "", "", NO_EARLIER)


def test_the_newest_measurement_is_said_whether_it_was_refused_or_not() -> None:
    refused = Refused(12.0, Result.LOADED, 3.21, 0.0)
    assert zero_card(shown(ZeroHealth((FIRST,))), 0.0).said == "Zero measured: +0.1 N from the factory's zero."
    assert zero_card(shown(ZeroHealth((FIRST, refused))), 0.0).said.startswith("Zero refused: the tool reads +3.2 N")
    assert zero_card(shown(ZeroHealth((FIRST, Undone(3.0)))), 0.0).said.startswith("The last zero is taken back")


@pytest.mark.parametrize(
    ("standing", "state", "why"),
    [
        ((), Result.OK, NO_EARLIER),
        ((FIRST,), Result.OK, NO_EARLIER),
        ((FIRST, SECOND), Result.OK, ""),
        ((FIRST, SECOND), Result.LOADED, NOT_TRUSTED),
        ((FIRST, SECOND), RESTARTED, NOT_TRUSTED),
    ],
)
def test_an_undo_needs_a_zero_that_holds_and_one_before_it(
    standing: tuple[Tared, ...], state: Result | Unknown, why: str
) -> None:
    assert zero_card(shown(ZeroHealth(standing, standing, state)), 0.0).why_no_undo == why


@pytest.mark.parametrize(
    ("changes", "age_s", "why"),
    [
        ({"contact": True}, 0.0, "Not during contact"),
        ({"link": LinkState.LOST}, 0.0, "The tool is not connected"),
        ({}, 0.5, "No fresh reading"),
        ({}, None, "No fresh reading"),
    ],
)
def test_nothing_is_measured_nor_undone_unless_the_tool_is_surely_off_the_skin(
    changes: dict[str, object], age_s: float | None, why: str
) -> None:
    card = zero_card(shown(ZeroHealth((FIRST,), (FIRST, SECOND), Result.OK), **changes), age_s)
    assert card.why_no_measuring.startswith(why)
    assert card.why_no_undo == card.why_no_measuring
