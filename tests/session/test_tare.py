from __future__ import annotations

import pytest

from protocol.control import Command, Reply, Request, Result
from protocol.errors import FrameError
from protocol.link import Channel, Payload
from session.inputs import Quit, UndoZero, input_bytes
from session.tare import Refused, Tared, Undone, ZeroEvent, farthest_n, sentence, zero_event


def replied(result: Result, *values: int, command: Command = Command.TARE) -> Payload:
    return Payload(Channel.CONTROL_REPLY, 7.0, bytes(Reply.of(Request.of(command, 1), result, *values)))


LOADED = Refused(7.0, Result.LOADED, 3.5, 0.0625)
UNSTEADY = Refused(7.0, Result.UNSTEADY, 0.5, 0.25)


@pytest.mark.parametrize(
    ("payload", "event"),
    [
        (replied(Result.OK, -8192, 164, 5, 900), Tared(7.0, -0.5, 164 / 16384, 5, 900)),
        (replied(Result.LOADED, 57344, 1024), LOADED),
        (replied(Result.UNSTEADY, 8192, 4096), UNSTEADY),
        (replied(Result.SATURATED), Refused(7.0, Result.SATURATED)),
        (Payload(Channel.CONTROL_REPLY, 7.0, b"\x85\x01\x77"), Refused(7.0, Result.INTERNAL)),
        (Payload(Channel.INPUT, 7.0, input_bytes(UndoZero())), Undone(7.0)),
        (Payload(Channel.INPUT, 7.0, input_bytes(Quit())), None),
        (Payload(Channel.INPUT, 7.0, b"{"), None),
        (replied(Result.OK, command=Command.STOP), None),
        (Payload(Channel.CONTROL_REPLY, 7.0, b""), None),
        (Payload(Channel.CONTROL_SENT, 7.0, b"\x85\x01\x00"), None),
    ],
)
def test_a_payload_says_of_the_zero(payload: Payload, event: ZeroEvent | None) -> None:
    assert zero_event(payload) == event


def test_an_answer_that_is_cut_short_says_nothing() -> None:
    with pytest.raises(FrameError):
        zero_event(Payload(Channel.CONTROL_REPLY, 7.0, b"\x85\x01\x00\x01"))


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (Tared(0.0, -0.46, 0.01, 1, 0), "Zero measured: −0.5 N from the factory's zero."),
        (Tared(0.0, -0.04, 0.01, 1, 0), "Zero measured: 0.0 N from the factory's zero."),
        (
            LOADED,
            (
                "Zero refused: the tool reads +3.5 N, too much for a zero. "
                "Take it off the skin; if it reads so in the air, have it calibrated."
            ),
        ),
        (UNSTEADY, "Zero refused: the force varies by 0.2 N, the tool is moving. Lay it down or hold it still."),
        (
            Refused(0.0, Result.SATURATED),
            "Zero refused: the sensor is at the end of its range. Take the load off.",
        ),
        (Refused(0.0, Result.SENSOR_FAULT), "Zero refused: the sensor does not work. Do not use this tool."),
        (
            Refused(0.0, Result.WRONG_STATE),
            "Zero refused: the tool is not ready for it. Wait a moment and try again.",
        ),
        (Refused(0.0, Result.BUSY), "Zero refused: the tool is not ready for it. Wait a moment and try again."),
        (
            Refused(0.0, Result.UNKNOWN),
            "Zero refused: the tool answered UNKNOWN. Switch it off and on, then try again.",
        ),
        (Undone(0.0), "The last zero is taken back: the one before it holds from now on."),
    ],
)
def test_an_event_is_told_with_its_reason_and_what_to_do(event: ZeroEvent, text: str) -> None:
    assert sentence(event) == text


def test_a_zero_may_be_2_n_or_2_percent_away_whichever_is_more() -> None:
    assert (farthest_n(50.0), farthest_n(100.0), farthest_n(150.0)) == (2.0, 2.0, 3.0)
