"""CUE, IDENTIFY and the loss of the link: what the hand feels and the eye sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.control import Command, CuePattern, Request, Result
from protocol.frames import ToolFlag
from protocol.status import Status
from simulator.happenings.tool import Disconnect
from simulator.signals import LOSS_SIGNAL_S, Signals
from tests.simulator.bench import WIDE, Bench, scenario


def vibrates(bench: Bench, t_s: float) -> bool:
    return bool(Status.from_bytes(bench.tool.status(t_s)).flags & ToolFlag.VIBRATING)


def streaming(bench: Bench) -> Bench:
    bench.start()
    bench.until(2.0)
    return bench


@pytest.mark.parametrize("pattern", [p for p in CuePattern if p is not CuePattern.OFF])
def test_a_cue_vibrates_for_its_time_and_the_frames_say_so(pattern: CuePattern) -> None:
    bench = streaming(Bench())
    assert bench.ask(2.0, Command.CUE, pattern, 1500).result == Result.OK
    flags = {frame.counter: frame.flags for frame in bench.until(5.0).frames}
    assert {counter for counter, flag in flags.items() if flag == ToolFlag.VIBRATING} == set(range(100, 247, 4))
    assert {flag for counter, flag in flags.items() if counter >= 248} == {0}


@given(st.sampled_from(CuePattern), st.integers(0, 5000))
def test_a_signal_lasts_from_the_command_to_its_end(pattern: CuePattern, duration_ms: int) -> None:
    signals = Signals()
    signals.cue(10.0, pattern, duration_ms)
    end_s = 10.0 + duration_ms / 1000
    assert signals.vibration(end_s) is CuePattern.OFF
    if duration_ms:
        assert signals.vibration(end_s - 0.0005) is pattern


@pytest.mark.parametrize(("pattern", "duration_ms"), [(6, 100), (255, 0), (1, 5001), (0, 65_535)])
def test_a_pattern_or_a_time_beyond_the_page_is_refused_and_changes_nothing(pattern: int, duration_ms: int) -> None:
    bench = Bench()
    bench.ask(1.0, Command.CUE, CuePattern.HOLD, 5000)
    assert bench.ask(2.0, Command.CUE, pattern, duration_ms).result == Result.BAD_VALUE
    assert vibrates(bench, 5.9)
    assert not vibrates(bench, 6.0)


def test_off_ends_a_cue_at_once() -> None:
    bench = Bench()
    bench.ask(1.0, Command.CUE, CuePattern.ALARM, 5000)
    assert bench.ask(2.0, Command.CUE, CuePattern.OFF, 0).result == Result.OK
    assert not vibrates(bench, 2.0)


def test_another_cue_replaces_the_one_before() -> None:
    bench = Bench()
    bench.ask(1.0, Command.CUE, CuePattern.HOLD, 5000)
    bench.ask(2.0, Command.CUE, CuePattern.LET_GO, 1000)
    assert vibrates(bench, 2.9)
    assert not vibrates(bench, 3.0)


def test_identify_blinks_for_3_s_and_does_not_shake_the_cell() -> None:
    signals = Signals()
    signals.identify(1.0)
    assert [signals.blinks(t_s) for t_s in (1.0, 3.99, 4.0)] == [True, True, False]
    bench = Bench()
    assert bench.ask(1.0, Command.IDENTIFY).result == Result.OK
    assert not vibrates(bench, 1.5)


def test_a_repeated_cue_does_not_begin_anew() -> None:
    bench = Bench()
    request = bytes(Request.of(Command.CUE, 9, CuePattern.HOLD, 2000))
    assert bench.write(1.0, request) == bench.write(2.5, request)
    assert not vibrates(bench, 3.0)


# link loss


def test_at_link_loss_the_cue_ends_and_the_tool_alarms_by_itself() -> None:
    signals = Signals()
    signals.cue(1.0, CuePattern.HOLD, 5000)
    signals.lose_link(2.0, streaming=True)
    assert signals.vibration(2.0) is CuePattern.ALARM
    assert signals.vibration(2.0 + LOSS_SIGNAL_S) is CuePattern.OFF


def test_a_tool_that_streams_signals_the_loss_of_its_link() -> None:
    bench = streaming(Bench())
    bench.ask(2.0, Command.CUE, CuePattern.PRESS_MORE, 5000)
    bench.tool.disconnect(3.0)
    assert vibrates(bench, 3.9)
    assert not vibrates(bench, 4.0)


def test_a_tool_that_drops_the_link_itself_signals_it_too() -> None:
    bench = streaming(Bench(scenario(Disconnect(at_s=2))))
    bench.until(3.1)
    assert vibrates(bench, 3.1)
    bench.tool.disconnect(3.3)
    assert vibrates(bench, 3.9)
    assert not vibrates(bench, 4.1)


def test_a_connection_that_did_not_stream_ends_in_silence() -> None:
    bench = streaming(Bench())
    bench.ask(2.5, Command.STOP)
    bench.tool.disconnect(3.0)
    assert not vibrates(bench, 3.1)
    bench.tool.connect(4.0, WIDE)
    bench.tool.disconnect(5.0)
    assert not vibrates(bench, 5.1)


def test_a_cue_of_a_connection_that_does_not_stream_ends_with_it() -> None:
    bench = Bench()
    bench.ask(1.0, Command.CUE, CuePattern.HOLD, 5000)
    bench.tool.disconnect(2.0)
    assert not vibrates(bench, 2.0)
