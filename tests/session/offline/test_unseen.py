"""Gaps outside holds."""

from __future__ import annotations

import pytest

from session.documents import GapDocument, HoldDocument
from session.offline.unseen import unseen_s


def gap(start_s: float, end_s: float) -> GapDocument:
    return GapDocument(start_s=start_s, end_s=end_s, lost=1)


def hold(start_s: float, end_s: float) -> HoldDocument:
    return HoldDocument.model_construct(start_s=start_s, end_s=end_s)


def test_a_gap_between_holds_counts_whole() -> None:
    assert unseen_s([gap(3, 5)], [hold(1, 2), hold(6, 8)]) == pytest.approx(2)


def test_a_gap_inside_a_hold_does_not_count() -> None:
    assert unseen_s([gap(3, 5)], [hold(1, 8)]) == pytest.approx(0)


def test_of_a_gap_over_a_let_go_only_what_lies_outside_counts() -> None:
    assert unseen_s([gap(3, 7)], [hold(1, 4), hold(6.5, 9)]) == pytest.approx(2.5)


def test_without_gaps_nothing_is_unseen() -> None:
    assert unseen_s([], [hold(1, 8)]) == 0
