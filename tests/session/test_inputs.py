from __future__ import annotations

import pytest
from pydantic import ValidationError

from session.inputs import (
    AwaitLook,
    GoOn,
    Input,
    Now,
    Pain,
    PainGone,
    PainHalved,
    Quit,
    Softer,
    StepUp,
    Stop,
    StopReason,
    ToolFit,
    UndoZero,
    input_bytes,
    read_input,
    undoes_zero,
)

WRITTEN: dict[bytes, Input] = {
    b'{"kind":"stop"}': Stop(),
    b'{"kind":"quit"}': Quit(),
    b'{"kind":"go on","reason":"too painful"}': GoOn(reason=StopReason.TOO_PAINFUL),
    b'{"kind":"pain","nrs":7,"by":"patient","recalled":false}': Pain(nrs=7, by="patient"),
    b'{"kind":"pain","nrs":0,"by":"therapist","recalled":true}': Pain(nrs=0, by="therapist", recalled=True),
    b'{"kind":"pain halved"}': PainHalved(),
    b'{"kind":"pain gone"}': PainGone(),
    b'{"kind":"softer"}': Softer(),
    b'{"kind":"now","by":"patient"}': Now(by="patient"),
    b'{"kind":"now","by":"therapist"}': Now(by="therapist"),
    b'{"kind":"undo zero"}': UndoZero(),
    b'{"kind":"step up"}': StepUp(),
    b'{"kind":"await look"}': AwaitLook(),
    b'{"kind":"tool fit"}': ToolFit(),
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
        b'{"kind":"pain","nrs":11,"by":"patient"}',
        b'{"kind":"pain","nrs":-1,"by":"patient"}',
        b'{"kind":"pain","nrs":3.5,"by":"patient"}',
        b'{"kind":"pain","nrs":"3","by":"patient"}',
        b'{"kind":"pain","nrs":true,"by":"patient"}',
        b'{"kind":"pain","nrs":3}',
        b'{"kind":"pain","nrs":3,"by":"somebody"}',
        b'{"kind":"softer","by":"patient"}',
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


def test_pain_that_says_nothing_of_it_was_not_recalled() -> None:
    assert read_input(b'{"kind":"pain","nrs":3,"by":"patient"}') == Pain(nrs=3, by="patient", recalled=False)


def test_only_an_undo_takes_a_zero_back() -> None:
    assert [data for data in (*WRITTEN, b"", b"{}") if undoes_zero(data)] == [b'{"kind":"undo zero"}']
