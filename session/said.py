"""What people did, in words."""

from __future__ import annotations

from typing import Final, assert_never

from protocol.sentence import Sentence
from session.inputs import (
    AskPlace,
    AwaitLook,
    GoOn,
    Here,
    Input,
    LeaveOut,
    MeasureZero,
    Now,
    Pain,
    PainGone,
    PainHalved,
    Person,
    Quit,
    Softer,
    StepUp,
    Stop,
    ToolFit,
    UndoZero,
)

PEOPLE: Final[dict[Person, Sentence]] = {"patient": Sentence("patient"), "therapist": Sentence("therapist")}

_PLAIN: Final[dict[type[Input], Sentence]] = {
    Stop: Sentence("STOP was pressed"),
    Quit: Sentence("the treatment was ended"),
    PainHalved: Sentence("the pain has halved"),
    PainGone: Sentence("the pain is gone"),
    AskPlace: Sentence("nobody is pressed before somebody says that the tool is at its place"),
    Here: Sentence("the tool is at its place"),
    LeaveOut: Sentence("this place was left out"),
    Softer: Sentence("the therapist felt it become softer"),
    MeasureZero: Sentence("a new zero was asked for"),
    UndoZero: Sentence("the newest zero was taken back"),
    StepUp: Sentence("a step up was asked for"),
    AwaitLook: Sentence("nobody is pressed before the tool was looked at"),
    ToolFit: Sentence("the tool was looked at and is fit"),
}


def said(value: Input) -> Sentence:
    """One line, without a name."""
    match value:
        case Pain(nrs=nrs, by=by, recalled=recalled):
            return _pain(nrs, by, recalled=recalled)
        case GoOn(reason=reason):
            return Sentence("go on after a stop: {reason}", reason=reason)
        case Now(by=by):
            return Sentence("now it begins to hurt, entered by the {by}", by=PEOPLE[by])
        case Stop() | Quit() | PainHalved() | PainGone() | Softer() | MeasureZero() | UndoZero():
            return _PLAIN[type(value)]
        case AskPlace() | Here() | LeaveOut() | StepUp() | AwaitLook() | ToolFit():
            return _PLAIN[type(value)]
        case _ as never:
            assert_never(never)


def _pain(nrs: int, by: Person, *, recalled: bool) -> Sentence:
    if recalled:
        return Sentence("pain {nrs} of 10, entered by the {by}, recalled", nrs=nrs, by=PEOPLE[by])
    return Sentence("pain {nrs} of 10, entered by the {by}", nrs=nrs, by=PEOPLE[by])
