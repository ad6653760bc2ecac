from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import SampleBlock, SampleFlag
from session.link_health import CALM_S, WORSE, Level, LinkHealth, LinkWatch
from session.unknown import Unknown


def block(first: int, n: int = 5, flags: int = 0) -> SampleBlock:
    """`n` readings of 80 Hz."""
    index = np.arange(first, first + n, dtype=np.int64)
    return SampleBlock(index, index * 12_500, np.zeros(n, np.int32), np.full(n, flags, np.uint8))


class Told:
    """A watch that gets five readings each sixteenth of a second, as long as nothing else is said."""

    def __init__(self, rssi_dbm: int | None = None) -> None:
        self.watch = LinkWatch(rssi_dbm)
        self.frame = 0
        self.malformed = 0

    @property
    def now_s(self) -> float:
        """Of the newest frame."""
        return self.frame / 16

    def gets(self, frames: int) -> None:
        for _ in range(frames):
            self.frame += 1
            self.watch.update(self.now_s, block(5 * self.frame), self.malformed)

    def loses(self, frames: int) -> None:
        self.frame += frames

    def gets_damaged(self) -> None:
        self.malformed += 1
        self.watch.update(self.now_s, None, self.malformed)

    def looks(self, after_s: float = 0.0) -> LinkHealth:
        return self.watch.look(self.now_s + after_s)


def test_before_the_first_reading_the_link_is_silent_and_says_why_it_knows_nothing() -> None:
    health = LinkWatch().look(3.0)
    assert health.level is Level.SILENT
    unknown = (health.age_s, health.old_s, health.rate_hz, health.lost_percent, health.rssi_dbm)
    assert all(isinstance(each, Unknown) and each.reason for each in unknown)
    assert (health.expected, health.received, health.lost, health.late, health.malformed) == (0, 0, 0, 0, 0)


def test_a_link_that_loses_nothing_is_good() -> None:
    told = Told(rssi_dbm=-60)
    told.gets(240)
    health = told.looks(after_s=0.03125)
    assert health.level is Level.GOOD
    assert health.age_s == 0.03125
    assert health.old_s == pytest.approx(0.99 * 0.0625)
    assert (health.expected, health.received, health.lost, health.lost_percent) == (1200, 1200, 0, 0.0)
    assert (health.rate_hz, health.rssi_dbm) == (80.0, -60)


def test_the_rate_is_that_of_the_last_five_seconds_and_unknown_before() -> None:
    told = Told()
    told.gets(80)
    assert isinstance(told.looks().rate_hz, Unknown)
    told.gets(1)
    assert told.looks().rate_hz == 80.0
    told.loses(39)
    told.gets(1)
    assert told.looks().rate_hz == 41.0  # 41 of 80 frames
    assert told.looks(after_s=5.0).rate_hz == 0.0


def test_what_is_lost_is_what_the_tool_counted_and_we_did_not_get() -> None:
    told = Told()
    told.gets(100)
    told.loses(4)
    told.gets(96)
    health = told.looks()
    assert (health.expected, health.received, health.lost) == (1000, 980, 20)
    assert health.lost_percent == 100 * 20 / 800
    assert health.level is Level.SOME_LOSS


def test_what_comes_late_is_lost_no_more_and_was_missing_all_the_same() -> None:
    told = Told()
    told.gets(100)
    told.loses(4)
    told.gets(96)
    told.watch.update(told.now_s, block(505, 10, SampleFlag.LATE), 0)
    health = told.looks()
    assert (health.lost, health.late, health.received, health.lost_percent) == (10, 10, 990, 2.5)
    assert health.age_s == 0.0
    assert health.level is Level.SOME_LOSS


def test_late_readings_do_not_make_a_silent_link_fresh() -> None:
    told = Told()
    told.gets(1)
    told.watch.update(told.now_s + 2.0, block(1, 3, SampleFlag.LATE), 0)
    assert told.looks(after_s=2.0).age_s == 2.0


def test_a_loss_is_forgotten_after_ten_seconds_and_the_time_to_calm_down() -> None:
    told = Told()
    told.gets(100)
    told.loses(1)
    told.gets(160)
    assert told.looks().lost_percent == 100 / 161
    assert told.looks().level is Level.SOME_LOSS
    told.gets(1)
    assert told.looks().lost_percent == 0.0
    assert told.looks().level is Level.SOME_LOSS
    told.gets(46)
    assert told.looks().level is Level.SOME_LOSS
    told.gets(1)
    assert told.looks().level is Level.GOOD
    assert told.looks().lost == 5


@pytest.mark.parametrize(("lost", "percent", "level"), [(7, 4.375, Level.SOME_LOSS), (8, 5.0, Level.BAD)])
def test_a_frame_in_twenty_that_is_lost_makes_a_link_bad(lost: int, percent: float, level: Level) -> None:
    told = Told()
    told.gets(160)
    for _ in range(lost):
        told.gets(3)
        told.loses(1)
    told.gets(160 - 4 * lost)
    assert told.looks().lost_percent == percent
    assert told.looks().level is level


def test_a_payload_that_does_not_decode_is_a_loss_for_ten_seconds() -> None:
    told = Told()
    told.gets(100)
    told.gets_damaged()
    told.gets(159)
    assert (told.looks().level, told.looks().malformed) == (Level.SOME_LOSS, 1)
    told.gets(47)
    assert (told.looks().level, told.looks().malformed) == (Level.SOME_LOSS, 1)
    told.gets(1)
    assert (told.looks().level, told.looks().malformed) == (Level.GOOD, 1)


def test_nothing_for_half_a_second_is_silence_however_few_packets_that_were() -> None:
    told = Told()
    told.gets(20)
    assert told.looks(after_s=0.49).level is Level.GOOD
    assert told.looks(after_s=0.5).level is Level.SILENT
    told.loses(10)
    told.gets(1)
    assert told.looks().level is Level.BAD  # 50 of 155 readings are missing


def test_data_that_pause_again_and_again_make_a_link_bad_although_none_is_lost() -> None:
    watch = LinkWatch()
    for each in range(40):
        watch.update(each * 0.4, block(40 * each, 40), 0)
    health = watch.look(15.6)
    assert (health.lost, health.level) == (0, Level.BAD)
    assert health.old_s == pytest.approx(0.99 * 0.4)


def test_a_frame_without_readings_changes_nothing() -> None:
    told = Told()
    told.gets(20)
    told.watch.update(told.now_s + 0.4, block(0, 0), 0)
    assert told.looks(after_s=0.4).age_s == pytest.approx(0.4)


def test_ten_seconds_without_anything_leave_no_share_of_losses() -> None:
    told = Told()
    told.gets(20)
    assert isinstance(told.looks(after_s=10.0).lost_percent, Unknown)


def test_memory_does_not_grow() -> None:
    told = Told()
    told.gets(2000)
    assert len(told.watch._counted) == 161


FRAMES = st.lists(st.booleans(), min_size=30, max_size=400)


@given(FRAMES)
def test_expected_is_received_and_lost_whatever_comes(frames: list[bool]) -> None:
    told = Told()
    for comes in frames:
        told.gets(1) if comes else told.loses(1)
    came = [at for at, comes in enumerate(frames) if comes]
    health = told.looks()
    assert health.received == 5 * len(came)
    assert health.expected == (5 * (came[-1] - came[0] + 1) if came else 0)


@given(FRAMES)
def test_the_level_is_never_better_than_it_was_within_three_seconds(frames: list[bool]) -> None:
    """Apart from silence, which ends at once; and it is never better than a watch that is asked only now says."""
    told, levels = Told(), list[tuple[float, Level]]()
    for number, comes in enumerate(frames):
        told.gets(1) if comes else told.loses(1)
        level = told.looks().level
        recent = [each for at_s, each in levels if told.now_s - at_s < CALM_S - 1e-9 and each is not Level.SILENT]
        fresh = Told()
        for earlier in frames[: number + 1]:
            fresh.gets(1) if earlier else fresh.loses(1)
        now = fresh.looks().level
        assert WORSE.index(level) >= WORSE.index(now)
        assert (level is Level.SILENT) == (now is Level.SILENT)
        if level is not Level.SILENT and level is not now:
            assert level in recent
        levels.append((told.now_s, now))
