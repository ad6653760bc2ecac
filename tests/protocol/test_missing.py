"""Holes: hand-made ones, and an account in which no slot is counted twice or forgotten."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from protocol.missing import MAX_HOLES, Hole, Lost, Missing, Piece


def times(first: int, count: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Slots of 10 µs."""
    return (first + np.arange(count, dtype=np.int64)) * 10


def hole(first: int, stop: int, flags: int = 0) -> Hole:
    return Hole(first, stop, 10 * (first - 1), 10 * stop, flags)


def missing(*holes: Hole) -> Missing:
    made = Missing()
    for each in holes:
        made.open(each)
    return made


def test_a_frame_in_the_middle_leaves_a_hole_on_either_side_with_the_times_of_its_ends() -> None:
    made = missing(hole(5, 15, flags=4))
    assert made.fill(8, times(8, 3)) == [Piece(8, 11, 4)]
    assert made.holes == (Hole(5, 8, 40, 80, 4), Hole(11, 15, 100, 150, 4))
    assert (made.filled, made.count) == (3, 7)


def test_only_what_was_missing_is_new() -> None:
    made = missing(hole(5, 7), hole(9, 12))
    assert made.fill(4, times(4, 6)) == [Piece(5, 7, 0), Piece(9, 10, 0)]
    assert made.holes == (Hole(10, 12, 90, 120, 0),)
    assert made.fill(4, times(4, 6)) == []
    assert made.filled == 3


def test_slots_beside_every_hole_are_not_new() -> None:
    made = missing(hole(5, 7))
    assert made.fill(0, times(0, 5)) == []
    assert made.fill(7, times(7, 5)) == []
    assert made.holes == (hole(5, 7),)


def test_a_time_that_does_not_lie_between_the_sides_is_not_believed() -> None:
    made = missing(hole(5, 7))
    assert made.fill(5, times(5, 2) - 11) == []
    assert made.fill(5, times(5, 2) + 11) == []
    assert made.fill(5, times(5, 2) + 10) == [Piece(5, 7, 0)]


def test_what_is_given_up_is_lost_for_its_reason_and_cannot_be_filled() -> None:
    made = missing(hole(5, 10), hole(20, 25))
    made.give_up(8, 22, Lost.OVERWRITTEN)
    assert list(made.holes) == [Hole(5, 8, 40, 100), Hole(22, 25, 190, 250)]
    assert made.fill(8, times(8, 2)) == []
    made.give_up(6, 7, Lost.REFUSED)
    assert list(made.holes) == [Hole(5, 6, 40, 100), Hole(7, 8, 40, 100), Hole(22, 25, 190, 250)]
    made.give_up_all(Lost.REBOOT)
    assert (made.holes, made.count) == ((), 0)
    assert {why: n for why, n in made.lost.items() if n} == {Lost.OVERWRITTEN: 4, Lost.REFUSED: 1, Lost.REBOOT: 5}


def test_the_oldest_hole_from_an_index_on_is_found() -> None:
    made = missing(hole(5, 7), hole(9, 12))
    assert [made.from_index(index) for index in (0, 6, 7, 11, 12)] == [
        hole(5, 7), hole(5, 7), hole(9, 12), hole(9, 12), None,
    ]  # fmt: skip


def test_of_too_many_holes_the_oldest_is_given_up() -> None:
    made = missing(*(hole(3 * n, 3 * n + 2) for n in range(MAX_HOLES)))
    assert made.lost[Lost.CROWDED] == 0
    made.open(hole(3 * MAX_HOLES, 3 * MAX_HOLES + 1))
    assert (len(made.holes), made.holes[0], made.lost[Lost.CROWDED]) == (MAX_HOLES, hole(3, 5), 2)


_HOLES = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 5)), min_size=1, max_size=6)
_STEPS = st.lists(st.tuples(st.sampled_from(["fill", *Lost]), st.integers(0, 55), st.integers(1, 12)), max_size=30)


@given(_HOLES, _STEPS)
def test_every_slot_is_open_or_filled_once_or_lost_once(
    gaps: list[tuple[int, int]], steps: list[tuple[str | Lost, int, int]]
) -> None:
    """Against a plain dictionary from slot to fate."""
    made, fates, index = Missing(), dict[int, str | Lost](), 0
    for there, lost in gaps:
        index += there
        made.open(hole(index, index + lost))
        fates |= dict.fromkeys(range(index, index + lost), "open")
        index += lost
    for what, first, count in steps:
        here = [slot for slot in range(first, first + count) if fates.get(slot) == "open"]
        fates |= dict.fromkeys(here, what)
        if isinstance(what, Lost):
            made.give_up(first, first + count, what)
        else:
            pieces = made.fill(first, times(first, count))
            assert [slot for piece in pieces for slot in range(piece.first, piece.stop)] == here
    assert [slot for each in made.holes for slot in range(each.first, each.stop)] == [
        slot for slot, fate in fates.items() if fate == "open"
    ]
    assert made.filled == sum(fate == "fill" for fate in fates.values())
    assert made.lost == {why: sum(fate is why for fate in fates.values()) for why in Lost}
