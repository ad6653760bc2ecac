"""What people did, in words."""

from __future__ import annotations

from typing import Final, assert_never

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
    Quit,
    Softer,
    StepUp,
    Stop,
    ToolFit,
    UndoZero,
)

_PLAIN: Final[dict[type[Input], str]] = {
    Stop: "STOP was pressed",
    Quit: "the treatment was ended",
    PainHalved: "the pain has halved",
    PainGone: "the pain is gone",
    AskPlace: "nobody is pressed before somebody says that the tool is at its place",
    Here: "the tool is at its place",
    LeaveOut: "this place was left out",
    Softer: "the therapist felt it become softer",
    MeasureZero: "a new zero was asked for",
    UndoZero: "the newest zero was taken back",
    StepUp: "a step up was asked for",
    AwaitLook: "nobody is pressed before the tool was looked at",
    ToolFit: "the tool was looked at and is fit",
}


def said(value: Input) -> str:
    """One line, without a name."""
    match value:
        case Pain(nrs=nrs, by=by, recalled=recalled):
            return f"pain {nrs} of 10, entered by the {by}{', recalled' if recalled else ''}"
        case GoOn(reason=reason):
            return f"go on after a stop: {reason.value}"
        case Now(by=by):
            return f"now it begins to hurt, entered by the {by}"
        case Stop() | Quit() | PainHalved() | PainGone() | Softer() | MeasureZero() | UndoZero():
            return _PLAIN[type(value)]
        case AskPlace() | Here() | LeaveOut() | StepUp() | AwaitLook() | ToolFit():
            return _PLAIN[type(value)]
        case _ as never:
            assert_never(never)
