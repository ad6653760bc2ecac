from __future__ import annotations

import pytest
from pydantic import ValidationError

from session.inputs import GoOn, Input, Now, Quit, Stop, StopReason, input_bytes, read_input

WRITTEN: dict[bytes, Input] = {
    b'{"kind":"stop"}': Stop(),
    b'{"kind":"quit"}': Quit(),
    b'{"kind":"go on","reason":"too painful"}': GoOn(reason=StopReason.TOO_PAINFUL),
    b'{"kind":"now","by":"patient"}': Now(by="patient"),
    b'{"kind":"now","by":"therapist"}': Now(by="therapist"),
}


@pytest.mark.parametrize(("data", "value"), WRITTEN.items())
def test_what_people_did_is_written_and_read(data: bytes, value: Input) -> None:
    assert input_bytes(value) == data
    assert read_input(data) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"stop",
        b"{}",
        b'{"kind":"start"}',
        b'{"kind":"go on"}',
        b'{"kind":"now"}',
        b'{"kind":"stop","more":1}',
        b'"stop"',
        b"\xff",
    ],
)
def test_what_is_no_input_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_input(data)


def test_what_was_said_cannot_be_changed() -> None:
    said = GoOn(reason=StopReason.NERVE)
    with pytest.raises(ValidationError, match="frozen"):
        said.reason = StopReason.OTHER
