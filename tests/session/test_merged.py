"""What is lost and comes later: the holds are those of the stream without the loss, bit for bit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import SampleFlag
from protocol.control import Result
from protocol.frames import ToolFlag
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.missing import Lost
from protocol.status import Status
from session.merged import KEPT_US
from session.observer import Observer
from tests.session.moments import PLAN
from tests.session.test_tool_stream import LAYOUT, TOOL, frame, tare
from tests.short import examples

PER_N = 50_000
"""Counts of one newton."""
SIZE = 5
"""Readings in a frame."""
STATUS = Payload(Channel.STATUS, 0.0, TOOL.status(0.0))

Deed: TypeAlias = str | None
"""What happens after a frame: "aim", "let go", "tare" or nothing."""


def forces(rng: np.random.Generator, count: int) -> list[int]:
    """Rests, presses around the band and steps between them, now and then a sensor that repeats itself."""
    counts = list[int]()
    while len(counts) < count:
        level_n = float(rng.choice([0.0, 0.3, 1.5, 12.0, 38.0, 40.0, 43.0, 70.0]))
        lasts = int(rng.integers(5, 160))
        noise = rng.normal(0, 0 if rng.random() < 0.1 else 2_000, lasts)
        counts += [round(level_n * PER_N + error) for error in noise]
    return counts[:count]


def steady(level_n: int, count: int) -> list[int]:
    """So close to a level that no band is left, and never the same for long."""
    return [level_n * PER_N + 100 * (number % 7) for number in range(count)]


def frames(counts: list[int]) -> list[Payload]:
    return [frame(first, counts[first : first + SIZE]) for first in range(0, len(counts), SIZE)]


def late(payload: Payload, arrival_s: float) -> Payload:
    """The same frame, sent again."""
    return Payload(Channel.SAMPLES, arrival_s, bytes([2]) + payload.data[1:])


def observer(*payloads: Payload) -> Observer:
    made = Observer(PLAN)
    for payload in (LAYOUT, STATUS, *payloads):
        made.update(payload)
    return made


def act(looking: Observer, deed: Deed, number: int) -> None:
    match deed:
        case "aim":
            looking.aim(PLAN.eased())
        case "let go":
            looking.call_let_go(10_000 * (SIZE * number + SIZE - 1))
        case "tare":
            looking.update(tare(Result.OK, counter=SIZE * (number + 1), zero_q=500))
        case _:
            pass


@dataclass
class Story:
    """A stream, what of it gets lost, when that comes again, and what happens meanwhile."""

    payloads: list[Payload]
    deeds: dict[int, Deed]
    lost: set[int]
    again_after: dict[int, list[int]]
    """Lost frames by the live frame after which they come."""

    @classmethod
    def random(cls, seed: int, count: int = 100) -> Story:
        rng = np.random.default_rng(seed)
        payloads = frames(forces(rng, count * SIZE))
        share = rng.choice([0.02, 0.1, 0.4])
        lost = {n for n in range(1, count - 1) if rng.random() < share}
        start, length = int(rng.integers(1, count - 1)), int(rng.integers(0, count // 2))
        lost |= set(range(start, min(start + length, count - 1)))
        kept = [n for n in range(count) if n not in lost]
        again: dict[int, list[int]] = {}
        for number in rng.permutation(sorted(lost)).tolist():
            open_from = [n for n in kept if n > number]
            wait = int(rng.integers(0, min(len(open_from), 30)))
            again.setdefault(open_from[wait], []).append(number)
        deeds: dict[int, Deed] = {}
        for deed in ("aim", "let go", "tare", "let go"):
            deeds[int(rng.choice(kept))] = deed
        return cls(payloads, deeds, lost, again)

    def whole(self) -> Observer:
        looking = observer()
        for number, payload in enumerate(self.payloads):
            looking.update(payload)
            act(looking, self.deeds.get(number), number)
        return looking

    def broken(self, *, without: frozenset[int] = frozenset()) -> Observer:
        looking = observer()
        for number, payload in enumerate(self.payloads):
            if number in self.lost:
                continue
            looking.update(payload)
            act(looking, self.deeds.get(number), number)
            for again in self.again_after.get(number, []):
                if again not in without:
                    looking.update(late(self.payloads[again], payload.arrival_s))
        return looking


@examples(40)
@given(st.integers(0, 2**32))
def test_whatever_was_lost_and_in_whatever_order_it_came_the_holds_are_the_same(seed: int) -> None:
    story = Story.random(seed)
    whole, broken = story.whole(), story.broken()
    assert broken.tool.missing.count == 0
    assert (broken.live.samples, broken.live.lost_samples) == (whole.live.samples, whole.live.lost_samples)
    whole.finish()
    broken.finish()
    assert broken.holds == whole.holds


@examples(40)
@given(st.integers(0, 2**32))
def test_what_is_given_up_is_a_gap_and_the_rest_is_as_without_it(seed: int) -> None:
    """The same as a stream in which only that was lost, and nothing came later."""
    story = Story.random(seed)
    rng = np.random.default_rng(seed)
    gone = frozenset(n for n in story.lost if rng.random() < 0.3)
    broken = story.broken(without=gone)
    missing = broken.tool.missing
    for hole in missing.holes:
        missing.give_up(hole.first, hole.stop, Lost.GAVE_UP)
    only = Story(story.payloads, story.deeds, set(gone), {}).broken()
    only.finish()
    broken.finish()
    assert broken.live.lost_samples == only.live.lost_samples
    assert broken.holds == only.holds


@examples(40)
@given(st.integers(0, 2**32))
def test_what_ends_a_hold_never_depends_on_what_came_later(seed: int) -> None:
    """All but sums and counts is that of a stream in which nothing came again; in a contact no sum ever falls."""
    story = Story.random(seed)
    heard, merged = observer(), observer()
    before = merged.live
    for number, payload in enumerate(story.payloads):
        if number in story.lost:
            continue
        for looking in (heard, merged):
            looking.update(payload)
            act(looking, story.deeds.get(number), number)
        for again in story.again_after.get(number, []):
            merged.update(late(story.payloads[again], payload.arrival_s))
        bare, full, now_s = heard.see(payload.arrival_s), merged.see(payload.arrival_s), merged.live
        assert full._replace(live=bare.live) == bare
        sums = {"in_band_s", "left_s", "dose_kpa_s", "dose_high_kpa_s", "impulse_n_s"}
        counts = {"holds", "samples", "lost_samples", "saturated"}
        same = {name: value for name, value in bare.live._asdict().items() if name not in sums | counts}
        assert {name: value for name, value in now_s._asdict().items() if name in same} == same
        assert now_s.in_band_s >= bare.live.in_band_s
        if before.contact and now_s.contact and (now_s.contact_s or 0) > (before.contact_s or 0):
            assert now_s.in_band_s >= before.in_band_s
            assert (now_s.dose_kpa_s or 0) >= (before.dose_kpa_s or 0)
        before = now_s


def test_progress_grows_by_what_came_later() -> None:
    counts = steady(40, 400)
    made = frames(counts)
    looking = observer(*made[:20], *made[50:80])
    assert looking.live.in_band_s == pytest.approx(3.99 - 1.51)
    assert (looking.live.samples, looking.live.lost_samples) == (250, 150)
    for payload in made[49:20:-1]:
        looking.update(late(payload, 6.0))
    assert looking.live.in_band_s == pytest.approx(3.99 - 1.51)
    looking.update(late(made[20], 6.0))
    assert looking.live.in_band_s == pytest.approx(3.99)
    assert looking.live.left_s == pytest.approx(PLAN.hold_s - 3.99)
    assert looking.live.dose_kpa_s == looking.live.dose_high_kpa_s == pytest.approx(3.99 * 400, rel=1e-3)
    assert (looking.live.samples, looking.live.lost_samples) == (400, 0)


def test_while_a_hole_is_open_the_dose_has_bounds() -> None:
    made = frames(steady(40, 400))
    looking = observer(*made[:20], *made[50:80])
    low, high = looking.live.dose_kpa_s, looking.live.dose_high_kpa_s
    assert low is not None
    assert high is not None
    assert low < 3.99 * 400 < high


def test_a_hold_that_was_told_changes_when_its_readings_come() -> None:
    press = steady(0, 50) + steady(40, 300) + steady(0, 150)
    made = frames(press)
    looking = observer(*made[:20], *made[30:])
    (torn,) = looking.holds
    assert torn.in_band_s == pytest.approx(2.995 - 0.51)
    for payload in made[20:30]:
        looking.update(late(payload, 9.0))
    (mended,) = looking.holds
    assert mended.in_band_s == pytest.approx(2.995)
    assert looking.live.lost_samples == 0


def test_a_let_go_hidden_in_a_hole_becomes_two_holds_and_the_present_contact_earns_only_what_was_heard() -> None:
    press = steady(40, 300) + steady(0, 100)
    made = frames(press + press[:300])
    looking = observer(*made[:40], *made[100:])
    assert looking.holds == []
    assert looking.live.in_band_s == pytest.approx(1.99 + 1.99)
    for payload in made[40:100]:
        looking.update(late(payload, 9.0))
    (first,) = looking.holds
    assert first.duration_s == pytest.approx(3.0)
    assert looking.live.contact_s == pytest.approx(6.99)
    assert looking.live.in_band_s == pytest.approx(1.99 + 1.99)


def test_late_readings_say_nothing_of_how_fresh_the_data_are() -> None:
    made = frames(steady(40, 100))
    looking = observer(*made[:5], *made[10:])
    newest = looking.see(3.0)
    block = looking.update(late(made[7], 2.9))
    assert block is not None
    assert set(block.flags.tolist()) == {int(SampleFlag.LATE)}
    assert (looking.see(3.0).age_s, looking.see(3.0).valid_n) == (newest.age_s, newest.valid_n)


def test_a_hole_that_begins_with_a_frame_without_readings_is_filled_too() -> None:
    no_reading = -(2**23)
    counts = steady(40, 100)
    made = frames(counts)
    empty = frame(50, [no_reading] * SIZE)
    whole, looking = observer(*made[:10], empty, *made[11:]), observer(*made[:9], empty)
    looking.update(late(made[9], 2.0))
    for payload in made[11:]:
        looking.update(payload)
    whole.finish()
    looking.finish()
    assert looking.holds == whole.holds
    assert looking.live.lost_samples == whole.live.lost_samples == SIZE


def test_a_hole_that_stays_open_too_long_stays_a_gap_here() -> None:
    patient = replace(Layout.from_bytes(LAYOUT.data), ring_capacity=1_000_000)
    layout = Payload(Channel.LAYOUT, 0.0, bytes(patient))
    counts = steady(40, 100)
    made, kept = frames(counts), KEPT_US // 10_000
    far = [frame(first, counts[:SIZE]) for first in (kept + 40, kept + 60)]
    for latest, lost in ((0, kept - 10 - SIZE), (1, kept - 10 + 15)):
        looking = observer(layout, *made[:10], *far[: latest + 1])
        looking.update(late(made[10], 999.0))
        looking.tool.missing.give_up_all(Lost.GAVE_UP)
        looking.update(far[latest])
        assert looking.live.lost_samples == lost


def test_a_reboot_ends_the_hope_and_a_new_loss_begins_another() -> None:
    made = frames(steady(40, 400))
    looking = observer(*made[:10], *made[20:30])
    rebooted = Status.from_bytes(STATUS.data)._replace(boot_id=77)
    looking.update(Payload(Channel.STATUS, 5.0, bytes(rebooted)))
    assert looking.tool.missing.lost[Lost.REBOOT] == 50
    for payload in (made[0], made[1], made[3]):
        looking.update(payload)
    assert looking.live.lost_samples == 50 + 1 + SIZE
    looking.update(late(made[2], 6.0))
    assert looking.live.lost_samples == 50 + 1


def test_a_fault_beside_a_hole_counts_for_what_fills_it() -> None:
    made = frames(steady(40, 100))
    looking = observer(*made[:10], frame(50, [1] * SIZE, ToolFlag.SENSOR_FAULT), *made[12:])
    looking.update(late(made[11], 2.0))
    assert looking.live.lost_samples == 2 * SIZE


def test_finishing_with_an_open_hole_ends_both_courses() -> None:
    made = frames(steady(40, 400))
    looking = observer(*made[:10], *made[11:20], *made[21:])
    looking.update(late(made[10], 6.0))
    looking.finish()
    (hold,) = looking.holds
    assert hold.duration_s == pytest.approx(3.99)
    assert looking.live.lost_samples == SIZE
