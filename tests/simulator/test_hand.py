from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.hand import Hand, Intent
from simulator.hand_kind import HandKind
from simulator.stable import Deviates, Floats, fading
from simulator.tissue import Tissue
from simulator.tissue_kind import SITES, STEP_S, TissueKind
from tests.simulator.bench import settled

STILL = HandKind(unsteadiness=0.0)
ELASTIC = TissueKind(shares=(0.0, 0.0, 0.0))


def hand(kind: HandKind, told: dict[float, Intent]) -> Hand:
    told_hand = Hand(kind, Deviates(np.random.SeedSequence(1)))
    for t_s, intent in told.items():
        told_hand.tell(t_s, intent)
    return told_hand


def trace(kind: HandKind, told: dict[float, Intent], for_s: float, tissue: TissueKind = ELASTIC) -> Floats:
    """Force at each step from time 0 on."""
    points_mm = hand(kind, told).plan(round(for_s / STEP_S), tissue)
    return np.array([0.0, *Tissue(tissue).press(points_mm, kind.spring_n_per_mm)])


def looked(kind: HandKind, force_n: float, for_s: float, tissue: TissueKind) -> Floats:
    """Force of a hand that looks at each step."""
    person, under, forces = Hand(kind, Deviates(np.random.SeedSequence(1))), Tissue(tissue), [0.0]
    for step in range(round(for_s / STEP_S)):
        person.tell(step * STEP_S, Intent(force_n, forces[-1]))
        forces += under.press(person.plan(1, tissue), kind.spring_n_per_mm)
    return np.array(forces)


def first_s(force_n: Floats, above_n: float) -> float:
    return float(np.flatnonzero(force_n > above_n)[0]) * STEP_S


def test_a_still_hand_on_elastic_tissue_holds_what_it_wants() -> None:
    assert trace(STILL, {0.0: Intent(30.0)}, 8)[-1] == pytest.approx(30.0, abs=1e-9)


def test_nothing_happens_before_the_reaction_time_and_the_way_to_the_skin() -> None:
    way_s = 6.0 / STILL.lift_mm_per_s
    begins_s = first_s(trace(STILL, {1.0: Intent(30.0)}, 3), 0.0)
    assert begins_s == pytest.approx(1.0 + STILL.reaction_s + way_s, abs=1.01 * STEP_S)


def test_force_rises_and_falls_at_the_rates_of_the_hand() -> None:
    force_n = trace(STILL, {0.0: Intent(30.0), 8.0: Intent(0.0)}, 14)
    rise_s = first_s(force_n, 24.0) - first_s(force_n, 6.0)
    falling = force_n[800:]
    fall_s = float((falling > 6.0).sum() - (falling > 24.0).sum()) * STEP_S
    assert rise_s == pytest.approx(18.0 / STILL.rise_n_per_s, abs=2 * STEP_S)
    assert fall_s == pytest.approx(18.0 / STILL.fall_n_per_s, abs=2 * STEP_S)
    assert force_n[-1] == 0.0


def test_a_smaller_force_is_reached_by_easing_off() -> None:
    force_n = trace(STILL, {0.0: Intent(30.0), 6.0: Intent(16.0)}, 10)
    below = np.flatnonzero(force_n[600:] < 16.0 + 1e-6)[0] * STEP_S
    assert force_n[-1] == pytest.approx(16.0, abs=1e-9)
    assert below == pytest.approx(STILL.reaction_s + 14.0 / STILL.fall_n_per_s, abs=2 * STEP_S)


def test_a_hand_that_is_called_back_on_its_way_to_the_skin_never_touches() -> None:
    assert not trace(STILL, {0.0: Intent(30.0), 0.1: Intent(0.0)}, 3).any()


def test_relaxing_tissue_takes_force_from_a_hand_that_does_not_look() -> None:
    force_n = trace(STILL, {0.0: Intent(30.0)}, 40, TissueKind())
    assert force_n[-1] < 0.95 * force_n.max()


def test_a_hand_that_looks_brings_it_back_but_for_its_dead_band() -> None:
    force_n = looked(STILL, 30.0, 40, TissueKind())
    assert force_n[-1] == pytest.approx(30.0, rel=0.015)
    assert abs(force_n[-1] - 30) > 0.003


def test_an_error_within_the_dead_band_is_not_seen() -> None:
    unseen, seen = (trace(STILL, {0.0: Intent(30.0), 5.0: Intent(30.0, 30 - error_n)}, 8) for error_n in (0.29, 0.31))
    assert unseen[-1] == pytest.approx(30.0, abs=1e-9)
    assert seen[-1] > 30.5


def test_looking_corrects_by_its_speed() -> None:
    """An integrator: after a second at a seen error of 3 N, 2 π 0.4 Hz × 3 N."""
    told = {0.0: Intent(30.0), 5.0: Intent(30.0, 27.0), 6.0: Intent(30.0, 30.0)}
    assert trace(STILL, told, 8)[-1] == pytest.approx(30 + 2 * np.pi * 0.4 * 3, rel=1e-9)


def test_one_who_never_looks_corrects_nothing() -> None:
    kind = HandKind(unsteadiness=0.0, crossover_hz=0.0)
    assert trace(kind, {0.0: Intent(30.0), 5.0: Intent(30.0, 10.0)}, 8)[-1] == pytest.approx(30.0, abs=1e-9)


def test_the_correction_goes_with_the_force_when_the_hand_lets_go() -> None:
    told = {0.0: Intent(30.0), 5.0: Intent(30.0, 27.0), 6.0: Intent(0.0)}
    force_n = trace(STILL, told, 10)
    half = round((6.0 + STILL.reaction_s + 15.0 / STILL.fall_n_per_s) / STEP_S)
    assert force_n[half] == pytest.approx((30 + 2 * np.pi * 0.4 * 3) / 2, rel=0.02)
    assert force_n[-1] == 0.0


def test_a_person_presses_what_is_a_newton_to_that_person() -> None:
    assert trace(HandKind(unsteadiness=0.0, scale=1.4), {0.0: Intent(20.0)}, 8)[-1] == pytest.approx(28.0, abs=1e-9)


def test_an_unseen_press_sags_and_the_next_one_begins_anew() -> None:
    kind = HandKind(unsteadiness=0.0, sag=0.2, sag_s=10.0)
    told = {0.0: Intent(30.0), 40.0: Intent(0.0), 50.0: Intent(30.0)}
    force_n = trace(kind, told, 54.2)
    pressed_s = 40.0 - STILL.reaction_s - 6.0 / STILL.lift_mm_per_s
    assert force_n[4000] == pytest.approx(30 * (1 - 0.2 * (1 - fading(pressed_s / 10))), rel=1e-4)
    assert force_n[-1] > 0.93 * 30


def test_fatigue_makes_a_hand_shakier_by_the_minute_under_load() -> None:
    tired, fresh = (
        trace(HandKind(unsteadiness=0.02, fatigue_per_min=rate), {0.0: Intent(30.0)}, 240) - 30 for rate in (1.0, 0.0)
    )
    grown = np.abs(tired[23_000:]).mean() / np.abs(fresh[23_000:]).mean()
    assert grown == pytest.approx(1 + 235 / 60, rel=0.02)


def test_an_unsteady_hand_varies_by_the_share_it_is_given() -> None:
    mean_n, deviation_n = settled(trace(HandKind(unsteadiness=0.03), {0.0: Intent(30.0)}, 200)[1000:])
    assert mean_n == pytest.approx(30.0, rel=0.02)
    assert deviation_n == pytest.approx(0.03 * 30.0, rel=0.25)


@given(
    st.lists(st.tuples(st.floats(0.01, 3), st.floats(0, 40), st.none() | st.floats(0, 40)), max_size=6),
    st.lists(st.integers(1, 200), min_size=1, max_size=20),
)
def test_how_many_steps_one_asks_for_does_not_change_them(
    told: list[tuple[float, float, float | None]], counts: list[int]
) -> None:
    t_s, intents = 0.0, {}
    for pause_s, force_n, seen_n in told:
        t_s += pause_s
        intents[t_s] = Intent(force_n, seen_n)
    kind = HandKind(unsteadiness=0.05, sag=0.1, fatigue_per_min=0.5, scale=1.1)
    once, often = hand(kind, intents), hand(kind, intents)
    cut = np.concatenate([often.plan(count, SITES["calf"]) for count in counts])
    assert once.plan(sum(counts), SITES["calf"]).tobytes() == cut.tobytes()


def test_what_a_person_decides_cannot_change_what_is_settled() -> None:
    person = hand(STILL, {})
    assert person.settled(1.0) == round((1.0 + STILL.reaction_s) / STEP_S) - 1
    changed, same = hand(STILL, {}), hand(STILL, {})
    changed.tell(1.0, Intent(30.0))
    count = person.settled(1.0)
    assert changed.plan(count, ELASTIC).tobytes() == same.plan(count, ELASTIC).tobytes()
    assert changed.plan(1, ELASTIC).tobytes() != same.plan(1, ELASTIC).tobytes()


def test_intents_are_obeyed_in_the_order_of_their_times() -> None:
    later_first = hand(STILL, {6.0: Intent(0.0), 2.0: Intent(20.0)})
    in_order = hand(STILL, {2.0: Intent(20.0), 6.0: Intent(0.0)})
    assert later_first.plan(900, ELASTIC).tobytes() == in_order.plan(900, ELASTIC).tobytes()
