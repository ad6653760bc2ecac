from __future__ import annotations

import pytest

from analysis.live import QUIET
from protocol.control import Result
from protocol.events import Button, EventType, ToolEvent
from protocol.frames import ToolFlag
from protocol.link import Channel, Payload
from session.inputs import PainGone, PainHalved
from session.observer import Observer
from tests.session.moments import PLAN
from tests.session.test_tool_stream import LAYOUT, TOOL, frame, stop_event, tare

STATUS = Payload(Channel.STATUS, 0.0, TOOL.status(0.0))
IN_BAND = 2_000_000
"""Counts of 40 N."""


def observer(*payloads: Payload) -> Observer:
    made = Observer(PLAN)
    for payload in (LAYOUT, STATUS, *payloads):
        made.update(payload)
    return made


def contact(count: int) -> list[int]:
    """Counts around 40 N that never repeat."""
    return [IN_BAND + number % 3 for number in range(count)]


def frames(first: int, counts: list[int]) -> list[Payload]:
    """Readings from slot `first` on, five in a frame."""
    return [frame(first + start, counts[start : start + 5]) for start in range(0, len(counts), 5)]


def test_before_the_first_reading_there_is_nothing_to_see() -> None:
    seen = observer().see(100.0)
    assert seen.live == QUIET
    assert (seen.age_s, seen.valid_n, seen.zeroed) == (None, None, False)


def test_the_age_of_the_data_counts_from_arrival() -> None:
    assert observer(frame(0, [50_000])).see(4.5).age_s == 3.5


def test_a_saturated_reading_is_seen_by_the_guide_but_is_no_valid_one() -> None:
    seen = observer(frame(0, [50_000]), frame(1, [0x7FFFFF])).see(1.51)
    assert seen.live.force_n == pytest.approx(167.8, abs=0.1)
    assert seen.valid_n == 1.0
    assert seen.age_s == pytest.approx(0.51)


def test_what_the_tool_says_of_itself_is_seen() -> None:
    seen = observer(frame(0, [1], ToolFlag.OVERLOAD), tare(Result.OK)).see(2.0)
    assert (seen.overload, seen.sensor_fault, seen.zeroed) == (True, False, True)
    seen = observer(frame(0, [1], ToolFlag.SENSOR_FAULT), tare(Result.LOADED)).see(2.0)
    assert (seen.overload, seen.sensor_fault, seen.zeroed) == (False, True, False)


def test_a_stop_that_the_tool_holds_is_seen_until_it_is_cleared() -> None:
    looking = observer(frame(0, [1], ToolFlag.STOP_LATCHED))
    assert [looking.see(2.0).stop_latched, looking.see(2.0).stop_latched] == [True, True]
    looking.update(frame(1, [1]))
    assert not looking.see(2.0).stop_latched


def test_a_stop_is_seen_once() -> None:
    looking = observer(frame(0, [1]), stop_event(1))
    assert [looking.see(2.0).tool_stop, looking.see(2.0).tool_stop] == [True, False]


def test_an_open_hold_ends_with_the_stream() -> None:
    looking = observer(*frames(0, contact(200)))
    assert (looking.live.contact, looking.holds) == (True, [])
    looking.finish()
    (hold,) = looking.holds
    assert (hold.duration_s, hold.peak_n) == pytest.approx((1.99, 40.0), abs=0.001)
    assert hold.dose_kpa_s == pytest.approx(1.99 * 400, rel=1e-3)


def test_finishing_before_the_first_reading_finds_nothing() -> None:
    looking = observer()
    looking.finish()
    assert looking.holds == []


def test_another_target_holds_from_the_next_contact_on() -> None:
    looking = observer(*frames(0, contact(50)))
    looking.aim(PLAN.eased())
    for payload in frames(50, contact(50)):
        looking.update(payload)
    assert looking.live.in_band_s == pytest.approx(0.99)
    for payload in (*frames(100, [number % 2 for number in range(50)]), *frames(150, contact(50))):
        looking.update(payload)
    assert looking.live.contact
    assert looking.live.in_band_s == 0.0


def test_what_happens_before_the_first_reading_leaves_nothing_behind() -> None:
    looking = observer(frame(0, [-(2**23)]))
    looking.call_let_go(0)
    looking.aim(PLAN.eased())
    for payload in frames(1, contact(50)):
        looking.update(payload)
    assert (looking.live.samples, looking.live.in_band_s) == (50, 0.0)


def test_without_a_tip_that_is_known_there_is_no_dose() -> None:
    looking = Observer(PLAN)
    for payload in (LAYOUT, *frames(0, contact(50))):
        looking.update(payload)
    assert looking.live.impulse_n_s > 0
    assert looking.live.dose_kpa_s is None
    assert looking.live.dose_high_kpa_s is None


def button(number: int, at_s: float, *, down: bool) -> Payload:
    event = ToolEvent(EventType.BUTTON, number, 1, 3, round((at_s - 1) * 1e6), (Button.TOOL, int(down)))
    return Payload(Channel.EVENTS, at_s, bytes(event))


def test_presses_of_the_tools_button_are_seen_as_marks_once() -> None:
    looking = observer(frame(0, [0]), button(1, 2.0, down=True), button(2, 2.2, down=False))
    assert [looking.see(now_s).marks for now_s in (2.3, 2.69, 2.7, 3.0)] == [(), (), (PainHalved(),), ()]
    for number, (at_s, down) in enumerate([(4.0, True), (4.1, False), (4.3, True), (4.4, False)]):
        looking.update(button(3 + number, at_s, down=down))
    assert looking.see(4.4).marks == (PainGone(),)


def test_whose_button_stopped_is_seen() -> None:
    assert observer(frame(0, [1]), stop_event(1)).see(2.0).stop_by == Button.PATIENT
    assert observer(frame(0, [1], ToolFlag.STOP_LATCHED)).see(2.0).stop_by is None
