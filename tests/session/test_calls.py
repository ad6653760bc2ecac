"""Software cannot end a press: what follows a let-go is counted."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from session.calls import Call, LetGoCalled, call_bytes, read_call
from session.cue import Action, Why
from session.inputs import Quit, Stop
from session.seen import Seen
from tests.session.moments import AWAY, PLAN, Told, pressing, seen


def at(time_s: float, force_n: float = 40.0, **changes: Any) -> Seen:
    """This force at this time of the tool's clock."""
    if force_n < 2.0:
        return seen(AWAY._replace(time_s=time_s, force_n=force_n), **changes)
    return seen(pressing(force_n, time_s=time_s, in_band_s=0.0), **changes)


def in_hold() -> Told:
    told = Told()
    told.sees(at(0.5, 5.0))
    told.sees(at(1.0))
    return told


def ended() -> Told:
    """The time in band is complete at 2 s."""
    told = in_hold()
    told.sees(seen(pressing(40.0, time_s=2.0, in_band_s=20.0)))
    return told


def test_time_and_force_after_the_let_go_count_until_the_force_is_gone() -> None:
    told = ended()
    for now in (at(2.1, 41.0), at(2.5, 30.0), at(2.8, 5.0), at(3.0, 1.9), at(3.4, 0.0), at(5.0, 0.0)):
        told.sees(now)
    (call,) = told.guide.calls.all
    assert (call.time_s, call.why, call.after_peak_n) == (2.0, Why.TIME_IN_BAND, 41.0)
    assert call.after_s == pytest.approx(1.0)


def test_a_hand_that_does_not_hear_is_counted_on_and_on() -> None:
    told = ended()
    for step in range(1, 61):
        told.sees(at(2.0 + step, 40.0 + step))
    assert told.guide.calls.all == [Call(2.0, Why.TIME_IN_BAND, 60.0, 100.0, after_n_s=60 * (40 + 100) / 2)]


def test_a_gap_after_the_let_go_counts_whole_once_readings_show_its_end() -> None:
    told = ended()
    told.sees(at(2.1))
    told.sees(at(2.1, age_s=3.0), after_s=3.0)
    told.sees(at(6.1, 0.0))
    (call,) = told.guide.calls.all
    assert call.after_s == pytest.approx(4.1)
    assert call.after_peak_n == 40.0


def test_an_old_reading_is_no_force_after_the_call() -> None:
    told = ended()
    told.sees(at(2.0, 40.0, age_s=0.5))
    assert told.guide.calls.all == [Call(2.0, Why.TIME_IN_BAND)]


def test_pressing_again_in_a_stop_counts_on() -> None:
    told = in_hold()
    told.sees(at(2.0), Stop())
    for now in (at(2.5), at(3.0, 0.0), at(9.0, 0.0), at(10.0, 50.0), at(11.0, 0.0)):
        told.sees(now)
    assert told.guide.calls.all == [Call(2.0, Why.THERAPIST_STOP, 2.0, 50.0, after_n_s=20.0 + 10.0 + 25.0)]


def test_a_stop_in_a_let_go_is_a_call_of_its_own() -> None:
    told = ended()
    told.sees(at(2.5), Stop())
    told.sees(at(3.5))
    assert told.guide.calls.all == [
        Call(2.0, Why.TIME_IN_BAND, 0.5, 40.0, after_n_s=20.0),
        Call(2.5, Why.THERAPIST_STOP, 1.0, 40.0, after_n_s=40.0),
    ]


def test_a_let_go_for_silence_is_withdrawn_when_the_data_return_in_contact() -> None:
    told = in_hold()
    told.sees(at(1.0, age_s=2.0))
    told.sees(at(4.0))
    assert told.guide.calls.all == [Call(1.0, Why.DATA_SILENT, 3.0, 40.0, withdrawn=True)]


def test_it_stands_where_the_hand_followed_it() -> None:
    told = in_hold()
    told.sees(at(1.0, age_s=2.0))
    told.sees(at(4.0, 0.0))
    assert told.guide.calls.all == [Call(1.0, Why.DATA_SILENT, 3.0)]


def test_it_stands_where_another_reason_follows() -> None:
    told = in_hold()
    told.sees(at(1.0, age_s=2.0))
    told.sees(at(4.0, overload=True))
    assert [(call.why, call.withdrawn) for call in told.guide.calls.all] == [
        (Why.DATA_SILENT, False),
        (Why.OVERLOAD, False),
    ]


def test_a_pause_that_begins_while_a_let_go_stands_takes_none_of_its_time() -> None:
    told = in_hold()
    told.sees(at(1.4, 0.0))
    told.sees(at(1.4, 0.0, age_s=2.0), after_s=2.0)
    told.sees(at(1.4, 0.0, age_s=3.0))
    told.sees(at(5.0, 0.0))
    told.sees(at(6.0, 20.0))
    assert [(call.why, call.after_s) for call in told.guide.calls.all] == [
        (Why.CONTACT_LOST, 0.0),
        (Why.DATA_SILENT, pytest.approx(3.6)),
    ]
    assert told.guide.calls.returns_s == [6.0]


def test_pressing_in_the_rest_and_after_the_end_has_its_names() -> None:
    told = ended()
    told.sees(at(3.0, 0.0))
    assert told.sees(at(4.0))[:2] == (Action.LET_GO, Why.RESTING)
    assert told.sees(at(5.0), Quit())[:2] == (Action.LET_GO, Why.OVER)
    assert [call.why for call in told.guide.calls.all] == [Why.TIME_IN_BAND, Why.RESTING, Why.OVER]


def test_before_the_first_reading_a_call_has_no_time() -> None:
    told = Told(PLAN)
    told.sees(seen(AWAY._replace(time_s=None), age_s=None, valid_n=None), Stop())
    told.sees(seen(AWAY._replace(time_s=None), age_s=None, valid_n=None))
    assert told.guide.calls.all == [Call(None, Why.THERAPIST_STOP)]


@pytest.mark.parametrize("why", [Why.CONTACT_LOST, Why.DATA_SILENT])
def test_a_pause_and_missing_data_are_no_cue_to_which_a_hand_reacts(why: Why) -> None:
    assert call_bytes(Call(1.0, why)) is None


def test_a_call_without_a_time_is_not_kept() -> None:
    assert call_bytes(Call(None, Why.THERAPIST_STOP)) is None


def test_what_is_kept_of_a_call_is_this_text() -> None:
    data = call_bytes(Call(4.34, Why.TIME_IN_BAND))
    assert data == b'{"time_us":4340000,"why":"the time in band is complete"}'
    assert read_call(data) == LetGoCalled(time_us=4_340_000, why=Why.TIME_IN_BAND)


def test_a_call_of_an_earlier_record_names_its_limit_by_seconds_and_is_still_read() -> None:
    for former, why in (("90 s since the band was reached", Why.BAND_LIMIT), ("110 s of contact", Why.CONTACT_LIMIT)):
        assert LetGoCalled.model_validate({"time_us": 1, "why": former}).why is why
    with pytest.raises(ValidationError):
        LetGoCalled.model_validate({"time_us": 1, "why": "boredom"})
