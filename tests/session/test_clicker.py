from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.clicker import SETTLED_S, Clicker


def told(*clicks_s: float, none_s: float | None = None, until_s: float = 20.0) -> list[tuple[float, int]]:
    """Which pains are told, and when, to a hundredth."""
    clicker, said, waiting = Clicker(), [], list(clicks_s)
    for hundredth in range(round(100 * until_s)):
        now_s = hundredth / 100
        while waiting and waiting[0] <= now_s:
            clicker.click(waiting.pop(0))
        if none_s is not None and now_s == none_s:
            clicker.none(now_s)
        said += [(now_s, nrs) for nrs in clicker.take(now_s)]
    return said


@pytest.mark.parametrize(
    ("clicks_s", "said"),
    [
        ((), []),
        ((1.0,), [(2.5, 1)]),
        ((1.0, 1.5, 2.0), [(3.5, 3)]),
        ((1.0, 2.49), [(3.99, 2)]),
        ((1.0, 2.5), [(2.5, 1), (4.0, 1)]),
        (tuple(1 + n / 4 for n in range(9)), [(4.5, 9)]),
        (tuple(1 + n / 4 for n in range(10)), [(3.25, 10)]),
        (tuple(1 + n / 4 for n in range(14)), [(3.25, 10)]),
        ((*(1 + n / 4 for n in range(11)), 5.0), [(3.25, 10), (6.5, 1)]),
    ],
)
def test_so_many_clicks_in_a_row_are_the_pain(clicks_s: tuple[float, ...], said: list[tuple[float, int]]) -> None:
    assert told(*clicks_s) == said


def test_the_other_key_says_none_at_once_and_takes_back_what_did_not_count() -> None:
    assert told(1.0, 1.5, none_s=2.0) == [(2.0, 0)]


def test_what_does_not_count_yet_can_be_shown() -> None:
    clicker = Clicker()
    shown = [clicker.clicks]
    for t_s in (1.0, 1.2):
        clicker.click(t_s)
        shown.append(clicker.clicks)
    clicker.take(1.2 + SETTLED_S)
    assert [*shown, clicker.clicks] == [0, 1, 2, 0]


@given(st.lists(st.floats(0, 2.0), max_size=30))
def test_every_click_counts_once_and_nothing_above_ten_is_told(pauses_s: list[float]) -> None:
    clicker, now_s, nrs = Clicker(), 0.0, list[int]()
    for pause_s in pauses_s:
        now_s += pause_s
        clicker.click(now_s)
        nrs += clicker.take(now_s)
    nrs += clicker.take(now_s + 2 * SETTLED_S)
    assert all(1 <= each <= 10 for each in nrs)
    assert sum(nrs) == len(pauses_s) or (10 in nrs and sum(nrs) < len(pauses_s))
