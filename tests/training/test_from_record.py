"""From the record comes the same number as live, to the last digit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from analysis.score import Score
from protocol.blocks import SampleFlag
from protocol.link import Channel, Payload
from session.errors import InputError
from session.playback import read_record
from simulator.happenings.frames import Silence
from tests.training.rooms import Room, exercise, room
from training.exercise import Ramp
from training.from_record import judged_again
from training.marks import mark_payload, read_mark
from training.sketch import COLUMNS, sketch


@pytest.fixture(scope="module")
def ramp(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Two trials; in the first of them 60 ms of readings stay away for a while."""
    path = tmp_path_factory.mktemp("record") / "a.mcap"
    made = exercise(press=Ramp(to_n=12, rate_n_per_s=4, stops=(0.7, 1.0)), trials=2)
    return room(path, made, happenings=(Silence(at_s=8.4, for_s=0.06),), seed=4)


def path_of(place: Room) -> Path:
    recorder = place.practice._recorder
    return recorder.path


def test_score_losses_and_hold_are_the_same(ramp: Room) -> None:
    live, again = ramp.practice.judged, judged_again(path_of(ramp))
    assert len(live) == len(again) == 2
    for now, then in zip(live, again, strict=True):
        assert isinstance(now.score, Score)
        assert (now.score, now.losses, now.hold) == (then.score, then.losses, then.hold)
        assert (now.go, now.trial, now.void) == (then.go, then.trial, then.void)


def test_what_came_late_before_the_trial_was_over_counts(ramp: Room) -> None:
    first, second = ramp.practice.judged
    assert isinstance(first.score, Score)
    assert isinstance(second.score, Score)
    assert first.readings is not None
    late = int(np.count_nonzero(first.readings.flags & SampleFlag.LATE))
    assert (late, first.score.missing) == (4, 0)
    assert second.score.points == second.score.high_points


def test_the_records_let_go_and_target_are_what_any_reader_sees(ramp: Room) -> None:
    payloads = read_record(path_of(ramp)).payloads
    marks = [mark for mark in map(read_mark, payloads) if mark is not None]
    assert [mark.kind for mark in marks] == ["go", "let go", "over"] * 2
    calls = [each for each in payloads if each.channel is Channel.CALLS]
    assert b"the time of this trial is over" in calls[0].data


def test_a_sketch_has_a_column_for_each_sixtieth_of_the_trial(ramp: Room) -> None:
    force, band = sketch(ramp.practice.judged[1])
    assert len(force) == COLUMNS + 2
    assert set(band[2 : COLUMNS + 2]) <= set("=-+ ")
    assert band.count("=", 2, COLUMNS + 2) > COLUMNS / 3


def test_a_record_without_a_trial_says_so(ramp: Room, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        judged_again(tmp_path / "none.mcap")


def test_a_mark_of_a_later_version_is_no_guess(ramp: Room) -> None:
    go = ramp.practice.judged[0].go
    payload = mark_payload(go, go.task, 1.0)
    assert read_mark(payload) == go
    assert read_mark(Payload(Channel.CALLS, 1.0, payload.data)) is None
    assert read_mark(Payload(Channel.AIMED, 1.0, b'{"target_n":4.0,"band_percent":20.0}')) is None
    with pytest.raises(ValueError, match="update it"):
        read_mark(payload._replace(data=payload.data.replace(b'"go"', b'"dance"')))
