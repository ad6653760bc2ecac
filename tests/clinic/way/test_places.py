"""Points while they are chosen: up to six, never where nobody presses, and a way back from every change."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.bodymap.points import in_middle
from clinic.entries.places import View
from clinic.people import OnMap
from clinic.screening.answers import Side, Spot
from clinic.way.places import Choosing, Put
from session.errors import InputError
from tests.clinic.screening.charts import BODY, FACE, LIBRARY, NECK

HERE, THERE = OnMap(view=View.BACK, x=0.3, y=0.2), OnMap(view=View.BACK, x=0.4, y=0.2)
OPEN = tuple(Spot(site=site.id, side=Side.LEFT) for site in LIBRARY.sites.values() if not site.is_blocked)


def chosen(*spots: Spot) -> Choosing:
    made = Choosing()
    for spot in spots:
        made = made.put(Put(spot, HERE), LIBRARY)
    return made


def test_a_point_that_is_put_again_moves() -> None:
    made = chosen(BODY, NECK).put(Put(BODY, THERE), LIBRARY)
    assert made.points == (Put(BODY, THERE), Put(NECK, HERE))


def test_a_seventh_point_and_one_where_nobody_presses_are_refused() -> None:
    six = chosen(*OPEN[:6])
    with pytest.raises(InputError, match="6 points are the most for one visit"):
        six.put(Put(OPEN[6], HERE), LIBRARY)
    assert six.put(Put(OPEN[0], THERE), LIBRARY).points[0].at == THERE
    with pytest.raises(InputError, match="nobody presses here"):
        chosen().put(Put(Spot(site="scalenes-side", side=Side.LEFT), HERE), LIBRARY)


def test_what_was_taken_out_comes_back_to_its_place() -> None:
    made = chosen(BODY, NECK, FACE)
    without = made.without(1)
    assert [point.spot for point in without.points] == [BODY, FACE]
    assert without.undone() == made
    assert chosen().undone() == chosen()


def test_a_move_to_the_same_place_is_no_change() -> None:
    made = chosen(BODY)
    assert made.moved(0, HERE) is made
    assert made.moved(0, THERE).undone() == made


@given(st.lists(st.tuples(st.sampled_from(["put", "move", "remove"]), st.integers(0, 9), st.floats(0, 1)), max_size=15))
def test_undo_leads_back_through_every_change_to_the_begin(moves: list[tuple[str, int, float]]) -> None:
    seen = [Choosing()]
    for move, number, x in moves:
        made, at = seen[-1], OnMap(view=View.FRONT, x=x, y=0.5)
        if move == "put" and len(made.points) < 6:
            made = made.put(Put(OPEN[number], at), LIBRARY)
        elif made.points:
            row = number % len(made.points)
            made = made.moved(row, at) if move == "move" else made.without(row)
        seen += [made] if made is not seen[-1] else []
    assert len({point.spot for point in seen[-1].points}) == len(seen[-1].points)
    assert all(later.undone() == sooner for sooner, later in pairwise(seen))


def test_a_site_that_is_not_drawn_has_no_place() -> None:
    assert in_middle(Spot(site="of-a-clinic", side=Side.LEFT)) is None
    middle = in_middle(BODY)
    assert middle is not None
    assert middle.view is View.BACK
