"""In which order points are pressed, and how long that takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinic.entries.places import Position
from clinic.plans.order import grouped, over_min, proposed, stays, total_s
from clinic.plans.visit import Work
from clinic.screening.answers import Side, Spot
from tests.clinic.plans.test_visit import plan, work
from tests.clinic.screening.charts import LIBRARY

PLAN = plan(60.0, 3, 30.0)
"""4 minutes at a point: 3 × 60 s + 2 × 30 s."""


def spot(site: str) -> Spot:
    return Spot(site=site, side=Side.LEFT)


def test_one_point_after_another_takes_its_holds_its_rests_and_the_way_between() -> None:
    found = stays(work(3, PLAN))
    assert [(each.starts_s, each.ends_s, each.turns) for each in found] == [
        (0.0, 240.0, False),
        (255.0, 495.0, False),
        (510.0, 750.0, False),
    ]
    assert total_s(work(3, PLAN)) == 750.0
    assert total_s([]) == 0.0


def test_to_turn_over_takes_a_minute_each_time() -> None:
    both = work(4, PLAN, (Position.PRONE, Position.SUPINE))
    assert total_s(both) == 4 * 240 + 3 * 60
    assert total_s(grouped(both)) == 4 * 240 + 2 * 15 + 60
    assert [each.position for each in grouped(both)] == [Position.SUPINE] * 2 + [Position.PRONE] * 2


def test_what_does_not_fit_is_told_in_minutes() -> None:
    assert over_min(work(3, PLAN), 12.5) == 0.0
    assert over_min(work(3, PLAN), 10.0) == 2.5


def test_points_that_can_share_a_position_do() -> None:
    infraspinatus, pectoralis = spot("infraspinatus-fossa"), spot("pectoralis-major-below-clavicle")
    trapezius = spot("upper-trapezius-border")  # prone or seated; the one before prone or side-lying
    found = proposed(LIBRARY, dict.fromkeys((infraspinatus, pectoralis, trapezius), PLAN))
    assert [(each.spot, each.position) for each in found] == [
        (pectoralis, Position.SUPINE),
        (infraspinatus, Position.PRONE),
        (trapezius, Position.PRONE),
    ]


@given(st.lists(st.sampled_from(sorted(LIBRARY.sites)), unique=True, max_size=6))
def test_each_point_is_proposed_once_in_a_position_that_its_site_allows_and_positions_stay_together(
    sites: list[str],
) -> None:
    spots = [spot(site) for site in sites]
    found: tuple[Work, ...] = proposed(LIBRARY, dict.fromkeys(spots, PLAN))
    assert sorted(map(str, spots)) == sorted(str(each.spot) for each in found)
    assert all(each.position in LIBRARY.sites[each.spot.site].positions for each in found)
    turns = sum(stay.turns for stay in stays(found))
    assert turns == max(len({each.position for each in found}) - 1, 0)
