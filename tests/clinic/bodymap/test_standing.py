"""How a place stands on the map is what the one function that limits every force says."""

from __future__ import annotations

import pytest

from clinic.bodymap.points import Activity, MapPoint, at_middle, on_map, spot_of
from clinic.bodymap.shapes import body_map
from clinic.bodymap.standing import Place, Standing, Visited, places
from clinic.bodymap.ways import Spot as MapSpot
from clinic.entries.places import View
from clinic.people import Language
from clinic.report.words import Words
from clinic.screening.answers import Answer, Side, Spot
from clinic.screening.chart import Chart
from tests.clinic.screening.charts import BODY, FACE, LIBRARY, NOW, SPOTS, acknowledged, changed, chart

WORDS = Words(Language.ENGLISH, LIBRARY)
NEVER = {"sternocleidomastoid-heads", "scalenes-side"}


def standing(of: Chart | None, spot: Spot) -> Place:
    found = places(WORDS, None if of is None else Visited(of, 1.0, NOW))
    return next(place for place in found if place.spot == spot)


def test_every_site_stands_there_once_for_each_side() -> None:
    found = [(place.spot.site, place.spot.side) for place in places(WORDS, None)]
    assert found == [(site, side) for site in LIBRARY.sites for side in (Side.LEFT, Side.RIGHT)]


def test_without_a_person_only_what_is_always_blocked_is_closed() -> None:
    found = places(WORDS, None)
    assert {place.spot.site for place in found if place.standing is Standing.NEVER} == NEVER
    assert {place.standing for place in found} == {Standing.NEVER, Standing.OPEN}
    blocked = next(place for place in found if place.spot.site == "scalenes-side")
    assert blocked.reasons[0].startswith("Front and side of the neck: Carotid artery")


def test_a_place_that_was_asked_about_is_open_and_the_others_are_to_be_asked() -> None:
    found = places(WORDS, Visited(chart(), 1.0, NOW))
    assert {place.spot for place in found if place.standing is Standing.OPEN} == set(SPOTS)
    rest = {place.standing for place in found if place.spot not in SPOTS}
    assert rest == {Standing.ASK, Standing.NEVER}
    assert all(place.reasons for place in found if place.standing is Standing.ASK)


def test_what_is_not_acknowledged_closes_and_acknowledged_lowers() -> None:
    with_thinner = chart(anticoagulant=Answer.YES)
    closed = standing(with_thinner, BODY)
    assert closed.standing is Standing.CLOSED
    assert "blocked until it is acknowledged" in closed.reasons[0]
    lowered = standing(changed(with_thinner, acknowledgements=(acknowledged("anticoagulant"),)), BODY)
    assert lowered.standing is Standing.CAUTION
    assert "less is allowed" in lowered.reasons[0]


def test_what_is_only_kept_in_mind_leaves_a_place_open_and_is_said() -> None:
    place = standing(chart(migraine=Answer.YES), FACE)
    assert place.standing is Standing.OPEN
    assert len(place.reasons) == 1


def test_a_place_that_is_closed_for_more_than_being_unasked_is_not_said_to_be_askable() -> None:
    place = standing(chart(clot=Answer.YES), Spot(site="soleus-lower", side=Side.LEFT))
    assert place.standing is Standing.CLOSED
    assert len(place.reasons) == 1


def test_nothing_is_open_without_a_screening() -> None:
    found = places(WORDS, Visited(Chart(), 1.0, NOW))
    assert {place.standing for place in found} == {Standing.CLOSED, Standing.NEVER}


@pytest.mark.parametrize(("language", "said"), [(Language.GERMAN, "links"), (Language.SPANISH, "lado izquierdo")])
def test_a_map_speaks_its_readers_language(language: Language, said: str) -> None:
    place = places(Words(language, LIBRARY), None)[0]
    assert place.side == said
    assert place.name != LIBRARY.sites[place.spot.site].name


def test_a_point_stands_where_it_was_put_and_never_beside_the_picture() -> None:
    body = body_map()
    there = on_map(View.BACK, MapSpot(50, 115))
    assert (there.view, there.x, there.y) == (View.BACK, 0.25, 0.25)
    assert spot_of(there) == pytest.approx(MapSpot(50, 115))
    beside = on_map(View.FRONT, MapSpot(-3, body.height + 9))
    assert (beside.x, beside.y) == (0, 1)
    shape = body.sites[0]
    assert spot_of(at_middle(shape)) == pytest.approx(shape.at)
    assert MapPoint(BODY, there).activity is Activity.UNKNOWN
