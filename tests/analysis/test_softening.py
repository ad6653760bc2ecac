from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

import analysis.advisory
import analysis.softening
import analysis.suspicion
from analysis.advisory import Advisory, Conditions, Off, Series, Softening, Warming, Watching, Why
from analysis.relaxation import MAX_TICKS
from analysis.softening import SofteningStage
from protocol.blocks import SampleBlock, SampleFlag

BRACED = Conditions(braced=True)
DEPTH = Conditions(depth=True)
RISEN = 6
"""Ticks of a steady press until its ramp is over: the highest, and five that are not higher."""
LEARNED = 55
"""Ticks after that until the first suspicion."""


def ticks(force_n: Sequence[float] | NDArray[np.float64], lost: Sequence[int] = ()) -> SampleBlock:
    """Ticks from slot 0, without those at the positions `lost`."""
    slots = np.arange(len(force_n))
    block = SampleBlock.of(slots, slots * 100_000 + 45_000, np.asarray(force_n, np.float64))
    return block[~np.isin(slots, lost)]


def stage(conditions: Conditions = BRACED) -> SofteningStage:
    return SofteningStage(2.0, 1.0, conditions)


def said(
    force_n: Sequence[float] | NDArray[np.float64],
    lost: Sequence[int] = (),
    depth_mm: Sequence[float | None] | None = None,
) -> list[float]:
    """When softening is said."""
    watch = stage(BRACED if depth_mm is None else DEPTH)
    return [each.at_s for each in watch.update(ticks(force_n, lost), depth_mm)]


def story(watch: SofteningStage, block: SampleBlock, depth_mm: Sequence[float | None] | None = None) -> list[Advisory]:
    """The advisory after each tick."""
    told = []
    for i in range(len(block)):
        watch.update(block[i : i + 1], None if depth_mm is None else depth_mm[i : i + 1])
        told.append(watch.advisory)
    return told


HELD = [30.0] * 100
FALLEN = [24.0] * 60


def test_a_steady_hold_without_any_noise_says_nothing() -> None:
    assert story(stage(), ticks([0.0, 1.9, *[30.0] * 400])) == [
        *[Off(Why.NO_CONTACT)] * 2,
        *[Warming()] * (RISEN + LEARNED),
        *[Watching(0.0)] * (400 - RISEN - LEARNED),
    ]


def test_a_sudden_fall_is_said_a_second_after_it_was_suspected() -> None:
    (softening,) = stage().update(ticks(HELD + FALLEN))
    assert 10.0 < softening.suspected_s < 10.5
    assert softening.at_s == pytest.approx(softening.suspected_s + 1)
    assert softening.series is Series.FORCE


def test_it_is_said_for_one_tick_and_watched_anew() -> None:
    told = story(stage(), ticks(HELD + FALLEN + [24.0] * 60 + [19.0] * 60))
    spoken = [i for i, each in enumerate(told) if isinstance(each, Softening)]
    assert len(spoken) == 2
    assert told[spoken[0] + 1] == told[spoken[0] + RISEN + LEARNED] == Warming()
    assert isinstance(told[spoken[0] + RISEN + LEARNED + 1], Watching)


def test_the_suspicion_stands_while_it_is_doubted() -> None:
    told = story(stage(), ticks(HELD + FALLEN))
    doubted = [each.suspicion for each in told if isinstance(each, Watching) and each.suspicion >= 1]
    assert len(doubted) == 10
    assert len(set(doubted)) == 1


@pytest.mark.parametrize("let_go_s", [0.1, 0.5, 1.0, 2.0, 3.0])
def test_a_hand_that_lets_go_within_three_seconds_is_no_softening(let_go_s: float) -> None:
    away = np.linspace(30, 0, round(let_go_s * 10) + 1)
    assert said([*HELD, *away, *[0.0] * 20]) == []


def test_letting_go_of_a_third_is_no_softening_and_of_less_is() -> None:
    assert said(HELD + [19.9] * 60) == []
    assert said(HELD + [20.0] * 60) != []


def test_a_dip_that_is_over_within_the_second_is_no_softening() -> None:
    assert said(HELD + [24.0] * 8 + [30.0] * 60) == []


def test_a_fall_is_said_however_much_earlier_the_contact_began() -> None:
    assert len(said([30.0] * 1000 + FALLEN)) == 1


@pytest.mark.parametrize("lost", [[100], [99], [*range(95, 105)], [*range(80, 130)]])
def test_no_alarm_comes_from_a_gap(lost: list[int]) -> None:
    assert said(HELD + FALLEN, lost) == []
    assert len(said(HELD + FALLEN)) == 1


@pytest.mark.parametrize("lost", [101, 105, 110])
def test_a_gap_ends_a_suspicion(lost: int) -> None:
    assert said(HELD + FALLEN, [lost]) == []


@given(st.integers(0, 159), st.integers(1, 60))
def test_what_falls_inside_a_gap_is_never_said(start: int, length: int) -> None:
    falls = np.where(np.arange(240) < start + length, 30.0, 22.0)
    assert said(falls, range(start, start + length)) == []


def test_after_a_gap_the_watch_learns_anew() -> None:
    told = story(stage(), ticks([30.0] * 200, lost=[100]))
    assert told[99] == Watching(0.0)
    assert told[100 : 100 + RISEN + LEARNED] == [Warming()] * (RISEN + LEARNED)
    assert told[100 + RISEN + LEARNED] == Watching(0.0)


def test_a_saturated_tick_ends_the_watch_for_its_contact() -> None:
    force_n = [*HELD, *FALLEN, 0.0, *HELD, *FALLEN]
    block = ticks(force_n, lost=[120])
    block.flags[50] = SampleFlag.SATURATED_HIGH
    told = story(stage(), block)
    assert told[49] == Warming()
    assert told[50:159] == [Off(Why.SATURATED)] * 109
    assert told[159] == Off(Why.NO_CONTACT)
    assert [type(each) for each in told[160:]].count(Softening) == 1


@pytest.mark.parametrize(("called_us", "until"), [(9_945_001, 100), (10_445_000, 104)])
def test_a_called_let_go_ends_the_watch_for_its_contact_also_in_doubt(called_us: int, until: int) -> None:
    watch = stage()
    watch.call_let_go(called_us)
    told = story(watch, ticks([*HELD, *FALLEN, 0.0, *HELD, *FALLEN]))
    assert told[until:161] == [Off(Why.LET_GO)] * (160 - until) + [Off(Why.NO_CONTACT)]
    assert all(isinstance(each, Warming | Watching) for each in told[:until])
    assert [type(each) for each in told[161:]].count(Softening) == 1


def test_a_let_go_called_while_nothing_is_pressed_belongs_to_no_contact() -> None:
    watch = stage()
    watch.call_let_go(100_000)
    assert len(watch.update(ticks([0.0, 0.0, *HELD, *FALLEN]))) == 1


def test_a_let_go_that_is_still_to_come_changes_nothing_before() -> None:
    watch = stage()
    watch.call_let_go(10**9)
    assert len(watch.update(ticks([0.0, *HELD, *FALLEN]))) == 1


def test_other_flags_do_not_end_it() -> None:
    block = ticks(HELD + FALLEN)
    block.flags[:] = SampleFlag.LATE | SampleFlag.OVERLOAD
    assert len(stage().update(block)) == 1


def test_a_hand_that_presses_more_begins_a_new_ramp() -> None:
    told = story(stage(), ticks([*HELD, 37.5, *[37.6] * 80]))
    assert isinstance(told[100], Watching)
    assert told[101] == Warming()
    assert told[101 + RISEN + LEARNED :] == [Watching(0.0)] * (80 - RISEN - LEARNED)


def test_a_slow_ramp_is_no_part_of_what_is_learned() -> None:
    ramp = np.arange(2.0, 30.0, 0.5)
    told = story(stage(), ticks([*ramp, *[30.0] * 80]))
    assert told[len(ramp) + RISEN + LEARNED - 1] == Warming()
    assert told[len(ramp) + RISEN + LEARNED] == Watching(0.0)


def test_after_five_minutes_the_watch_begins_anew() -> None:
    told = story(stage(), ticks([30.0] * (RISEN + MAX_TICKS + 100)))
    assert told[RISEN + MAX_TICKS - 1] == Watching(0.0)
    assert told[RISEN + MAX_TICKS] == Warming()
    assert told[-1] == Watching(0.0)


def test_contact_is_from_the_upper_threshold_to_the_lower() -> None:
    told = story(stage(), ticks([1.99, 2.0, 1.0, 0.99, 1.5]))
    assert told == [Off(Why.NO_CONTACT), Warming(), Warming(), Off(Why.NO_CONTACT), Off(Why.NO_CONTACT)]


@pytest.mark.parametrize(
    ("conditions", "why", "says"),
    [
        (Conditions(), Why.FREE_HAND, "free hand"),
        (Conditions(target_shown=True), Why.TARGET_SHOWN, "the force shows the hand, not the tissue"),
        (Conditions(braced=True, target_shown=True), Why.TARGET_SHOWN, "hide the target"),
    ],
)
def test_where_force_cannot_show_tissue_it_is_off_and_says_why(conditions: Conditions, why: Why, says: str) -> None:
    watch = stage(conditions)
    assert watch.update(ticks(HELD + FALLEN)) == ()
    assert watch.advisory == Off(why)
    assert says in Off(why).text


def test_every_reason_and_every_series_is_one_sentence_for_people() -> None:
    texts = [Off(why).text for why in Why] + [Softening(1, 0, each).text for each in Series]
    assert len(set(texts)) == len(Why) + len(Series)
    assert all(text[0].isupper() and text.endswith(".") and text.count(".") == 1 for text in texts)


def test_what_is_said_calls_itself_an_advisory_and_asks() -> None:
    for each in Series:
        text = Softening(1, 0, each).text
        assert text.startswith("Softening, advisory: ")
        assert text.endswith("ask what is felt.")


@pytest.mark.parametrize("module", [analysis.advisory, analysis.softening, analysis.suspicion])
def test_nothing_claims_that_tissue_lets_go_of_anything(module: object) -> None:
    assert "releas" not in Path(str(getattr(module, "__file__", None))).read_text(encoding="utf-8").lower()


def test_with_depth_it_is_stiffness_that_falls_though_the_hand_keeps_its_target() -> None:
    watch = stage(Conditions(target_shown=True, depth=True))
    depth_mm = [10.0] * 100 + [12.5] * 60
    (softening,) = watch.update(ticks([30.0] * 160), depth_mm)
    assert softening.series is Series.STIFFNESS
    assert 10.0 < softening.suspected_s < 10.5


def test_a_hand_that_presses_less_on_a_spring_does_not_make_it_softer() -> None:
    force_n = HELD + FALLEN
    assert said(force_n, depth_mm=[each / 3 for each in force_n]) == []


def test_the_series_of_stiffness_is_force_by_depth_whatever_the_hand_does() -> None:
    force_n = 30 + 5 * np.sin(np.arange(300) / 7)
    told = story(stage(DEPTH), ticks(force_n), (force_n / 3).tolist())
    latest = told[-1]
    assert isinstance(latest, Watching)
    assert latest.suspicion < 0.01


@pytest.mark.parametrize("missing", [None, 0.99, float("nan")])
def test_a_depth_that_is_missing_is_a_gap(missing: float | None) -> None:
    depth_mm: list[float | None] = [10.0] * 200
    depth_mm[100] = missing
    told = story(stage(DEPTH), ticks([30.0] * 200), depth_mm)
    assert told[99] == Watching(0.0)
    assert told[100 : 101 + RISEN + LEARNED] == [Warming()] * (1 + RISEN + LEARNED)
    assert told[101 + RISEN + LEARNED] == Watching(0.0)


def test_a_depth_of_a_millimetre_counts() -> None:
    assert story(stage(DEPTH), ticks([30.0] * 100), [1.0] * 100)[-1] == Watching(0.0)


def test_without_any_depth_the_watch_stays_warming() -> None:
    assert story(stage(DEPTH), ticks([30.0] * 100))[-1] == Warming()


def test_other_conditions_count_at_once_and_begin_anew() -> None:
    watch = stage()
    assert story(watch, ticks(HELD))[-1] == Watching(0.0)
    watch.watch(Conditions(target_shown=True))
    assert watch.advisory == Off(Why.TARGET_SHOWN)
    assert watch.update(ticks(HELD + FALLEN)[100:]) == ()
    watch.watch(BRACED)
    assert watch.advisory == Off(Why.NO_CONTACT)
    told = story(watch, ticks([30.0] * 300)[160:])
    assert told[: RISEN + LEARNED] == [Warming()] * (RISEN + LEARNED)
    assert told[RISEN + LEARNED] == Watching(0.0)


presses = st.tuples(
    st.integers(0, 2**32 - 1),
    st.lists(st.integers(0, 399), max_size=3),
    st.lists(st.integers(0, 399), max_size=2),
    st.booleans(),
)


@given(presses, st.lists(st.integers(1, 120), min_size=1, max_size=30))
def test_how_the_ticks_were_cut_never_changes_a_word(
    press: tuple[int, list[int], list[int], bool], lengths: list[int]
) -> None:
    seed, lost, away, deep = press
    rng = np.random.default_rng(seed)
    force_n = 30 - 5.0 * (np.arange(400) > rng.integers(80, 300)) + rng.normal(0, 0.1, 400)
    force_n[away] = 0
    block = ticks(force_n, lost)
    depth_mm = (10 + rng.normal(0, 0.05, len(block))).tolist() if deep else None
    whole, cut = stage(DEPTH if deep else BRACED), stage(DEPTH if deep else BRACED)
    words = list(whole.update(block, depth_mm))
    pieces: list[Softening] = []
    start = 0
    for length in [*lengths, len(block)]:
        part = slice(start, start + length)
        pieces += cut.update(block[part], None if depth_mm is None else depth_mm[part])
        start += length
    assert pieces == words
    assert cut.advisory == whole.advisory
    singles = story(stage(DEPTH if deep else BRACED), block, depth_mm)
    assert [each for each in singles if isinstance(each, Softening)] == words


def test_a_force_that_does_not_press_is_not_watched() -> None:
    watch = SofteningStage(2.0, -1.0, BRACED)
    assert story(watch, ticks([2.0, *[0.0] * 100]))[-1] == Warming()
