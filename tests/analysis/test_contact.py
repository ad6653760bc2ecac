from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from analysis.contact import Contact, ContactStage, Edge
from analysis.settings import Settings
from protocol.blocks import SampleBlock
from tests.analysis.presses import PERIOD_US, block, cuts, parts, path, streams, without

TENTHS = Settings(100_000)


def contacts(readings: SampleBlock, settings: Settings = TENTHS, lengths: tuple[int, ...] = (1000,)) -> list[Contact]:
    stage = ContactStage(settings)
    found = [contact for part in parts(readings, lengths) for contact in stage.update(part)]
    return found + list(stage.finish())


def spans(force_n: list[float], settings: Settings = TENTHS) -> list[tuple[int, int]]:
    found = contacts(block(force_n, settings.period_us), settings)
    return [(contact.start.slot, contact.end.slot) for contact in found]


def plainly(readings: SampleBlock, settings: Settings) -> list[tuple[int, int, Edge, Edge]]:
    """The definitions again, one reading at a time and with whole lists instead of state."""
    raw: list[tuple[int, int, Edge, Edge]] = []
    start: tuple[int, Edge] | None = None
    end: int | None = None
    force_n, time_us = readings.force_n, readings.time_us
    for here in range(len(readings)):
        edge = Edge.CUT if here == 0 else Edge.FORCE
        if here and readings.index[here] != readings.index[here - 1] + 1:
            edge = Edge.GAP
            short = time_us[here] - time_us[here - 1] <= 10_000_000
            bridged = short and force_n[here] >= settings.off_n and force_n[here - 1] >= settings.off_n
            if start and not bridged:
                raw.append((start[0], here - 1 if end is None else end, start[1], Edge.GAP))
                start = end = None
        if start and end is not None and time_us[here] - time_us[end] >= settings.merge_s * 1e6:
            raw.append((start[0], end, start[1], Edge.FORCE))
            start = end = None
        if force_n[here] >= settings.on_n:
            start, end = start or (here, edge), None
        elif start and end is None and force_n[here] < settings.off_n:
            end = here
    if start:
        raw.append((start[0], len(readings) - 1 if end is None else end, start[1], Edge.CUT))
    return [
        (int(readings.index[a]), int(readings.index[b]), begun, ended)
        for a, b, begun, ended in raw
        if time_us[b] - time_us[a] >= settings.min_hold_s * 1e6
    ]


def test_a_contact_lasts_from_the_first_reading_at_on_to_the_first_below_off() -> None:
    assert spans([0, 1.9, 2.0, 5, 5, 1.0, 1.0, 5, 0.9, 0, 0, 0, 0]) == [(2, 8)]


def test_a_release_shorter_than_merge_does_not_end_a_hold() -> None:
    assert spans([0, 3, 3, 3, 3, 3, 0, 0, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0]) == [(1, 14)]


def test_a_release_exactly_as_long_as_merge_ends_a_hold() -> None:
    assert spans([0, 3, 3, 3, 3, 3, 0, 0, 0, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0]) == [(1, 6), (9, 15)]


def test_a_release_counts_until_on_is_reached_again_not_off() -> None:
    assert spans([0, 3, 3, 3, 3, 3, 0, 1.5, 1.5, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0]) == [(1, 6), (9, 15)]


def test_short_contacts_are_dropped_after_merging() -> None:
    assert spans([0, 3, 3, 3, 3, 0, 0, 0, 0, 0, 3, 3, 0, 3, 3, 0, 0, 0, 0]) == [(10, 15)]


def test_a_contact_of_exactly_the_shortest_time_is_a_hold() -> None:
    assert spans([0, 3, 3, 3, 3, 3, 0, 0, 0, 0]) == [(1, 6)]
    assert spans([0, 3, 3, 3, 3, 0, 0, 0, 0]) == []


def test_a_contact_at_the_first_and_last_reading_is_cut_there() -> None:
    (contact,) = contacts(block([3.0] * 8, 100_000))
    assert (contact.start.slot, contact.start.edge, contact.end.slot, contact.edge) == (0, Edge.CUT, 7, Edge.CUT)


def test_a_let_go_that_has_no_time_to_last_keeps_its_reading_and_is_cut() -> None:
    (contact,) = contacts(block([0, 3, 3, 3, 3, 3, 3, 0.5, 0.5], 100_000))
    assert (contact.end.slot, contact.edge) == (7, Edge.CUT)


def test_without_merging_a_hold_ends_at_once() -> None:
    stage = ContactStage(replace(TENTHS, merge_s=0))
    (contact,) = stage.update(block([0, 3, 3, 3, 3, 3, 3, 0.5], 100_000))
    assert (contact.end.slot, contact.edge) == (7, Edge.FORCE)


@pytest.mark.parametrize(
    ("right_n", "expected"),
    [(1.0, [(10, 50, Edge.FORCE)]), (0.99, [(10, 19, Edge.GAP)])],
)
def test_a_gap_is_bridged_while_both_edges_are_at_off_or_above(
    right_n: float, expected: list[tuple[int, int, Edge]]
) -> None:
    force_n = np.zeros(100)
    force_n[10:50] = 5
    force_n[24] = right_n
    if right_n < 1:
        force_n[25:] = 0
    found = contacts(without(block(force_n, 100_000), 20, 21, 22, 23))
    assert [(contact.start.slot, contact.end.slot, contact.edge) for contact in found] == expected


@pytest.mark.parametrize(("lost", "count"), [(99, 1), (100, 2)])
def test_a_gap_of_ten_seconds_is_bridged_and_a_longer_one_is_not(lost: int, count: int) -> None:
    readings = without(block([5.0] * 150, 100_000), *range(10, 10 + lost))
    found = contacts(readings)
    assert len(found) == count
    assert found[-1].start.edge is (Edge.CUT if count == 1 else Edge.GAP)
    assert found[0].end.slot == (149 if count == 1 else 9)


def test_a_gap_while_a_let_go_is_waiting_ends_the_hold_at_the_let_go() -> None:
    (contact,) = contacts(without(block([0, 3, 3, 3, 3, 3, 3, 0.5, 0.5, 3, 3], 100_000), 8))
    assert (contact.end.slot, contact.edge) == (7, Edge.GAP)


def test_a_let_go_goes_on_waiting_over_a_gap_with_both_edges_at_off() -> None:
    waiting = [0, 3, 3, 3, 3, 3, 3, 0.5, 1.5, 1.5, 3, 3, 0.5, 0.5, 0.5, 0.5, 0.5]
    (contact,) = contacts(without(block(waiting, 100_000), 9), replace(TENTHS, merge_s=0.4))
    assert (contact.end.slot, contact.edge) == (12, Edge.FORCE)
    (contact,) = contacts(without(block(waiting, 100_000), 9))
    assert (contact.end.slot, contact.edge) == (7, Edge.FORCE)


def test_new_settings_count_from_the_next_contact_on() -> None:
    stage = ContactStage(TENTHS)
    stage.update(block(path((0, 0), (0.1, 5), (1, 5), period_us=100_000), 100_000))
    stage.settings = replace(TENTHS, target_n=20)
    later = block(path((0, 5), (1, 5), (1.1, 0), (2, 0), (2.1, 5), (3, 5), period_us=100_000), 100_000)
    later = SampleBlock(later.index + 11, later.time_us + 1_100_000, later.force_q, later.flags)
    first, second = *stage.update(later), *stage.finish()
    assert first.start.settings.target_n is None
    assert second.start.settings.target_n == 20


def test_nothing_comes_of_nothing() -> None:
    assert ContactStage(TENTHS).finish() == ()


@pytest.mark.parametrize("merge_s", [0.1, 0.3])
@given(readings=streams(), lengths=cuts)
def test_contacts_are_those_of_the_definitions_however_the_stream_is_cut(
    merge_s: float, readings: SampleBlock, lengths: list[int]
) -> None:
    settings = Settings(PERIOD_US, min_hold_s=0.2, merge_s=merge_s)
    found = contacts(readings, settings, tuple(lengths))
    plain = [(contact.start.slot, contact.end.slot, contact.start.edge, contact.edge) for contact in found]
    assert plain == plainly(readings, settings)
