from __future__ import annotations

import pytest

from device.pulse import Pulse
from protocol.control import Command, Reply, Result


def answered(command: Command, result: Result = Result.OK) -> Reply:
    return Reply(command, 1, result, b"")


def test_an_idle_tool_is_asked_after_ten_seconds_without_a_word() -> None:
    pulse = Pulse(5.0)
    assert pulse.due_s == 15.0
    pulse.heard(8.0)
    assert pulse.due_s == 18.0


def test_a_tool_that_was_told_to_stream_is_asked_after_three() -> None:
    pulse = Pulse(5.0)
    pulse.told(answered(Command.START))
    assert pulse.due_s == 8.0
    pulse.heard(7.0)
    assert pulse.due_s == 10.0
    pulse.told(answered(Command.STOP))
    assert pulse.due_s == 17.0


@pytest.mark.parametrize(
    "reply", [answered(Command.START, Result.SENSOR_FAULT), answered(Command.STOP, Result.BUSY), answered(Command.TARE)]
)
def test_other_answers_change_nothing(reply: Reply) -> None:
    idle, streaming = Pulse(0.0), Pulse(0.0)
    streaming.told(answered(Command.START))
    idle.told(reply)
    streaming.told(reply)
    assert (idle.due_s, streaming.due_s) == (10.0, 3.0)


def test_a_tool_that_owes_an_answer_is_asked_at_once_until_it_is_heard() -> None:
    pulse = Pulse(5.0)
    pulse.doubt()
    assert pulse.due_s == 5.0
    pulse.heard(6.0)
    assert pulse.due_s == 16.0
