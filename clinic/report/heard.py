"""What a record tells beside its readings: the tool, what people said, and why a hold ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from protocol.control import Result
from protocol.errors import FrameError
from protocol.link import Channel, Payload
from session.calls import read_call
from session.cue import Why
from session.inputs import GoOn, Input, Pain, StopReason, read_input
from session.playback import Recorded
from session.tool_stream import ToolStream


@dataclass(frozen=True, slots=True)
class Passport:
    """The tool as it introduced itself in the record; None where it did not say."""

    serial: str | None
    firmware: str | None = None
    tip: str | None = None
    area_cm2: float | None = None
    """Of the tip that was on last."""
    full_scale_n: float | None = None
    rate_hz: float | None = None
    calibrated: date | None = None
    calibration_due: date | None = None
    uncertainty_percent: float | None = None
    """Expanded (k = 2), of full scale."""
    zeroed: bool = False
    """Whether a zero was measured and still stood at the end."""

    @classmethod
    def of(cls, tool: ToolStream) -> Self:
        """After the last payload; nothing is known without a layout."""
        layout = tool.layout
        if layout is None:
            return cls(None)
        return cls(
            serial=layout.serial,
            firmware=layout.firmware or None,
            tip=tool.tip.name if tool.tip else None,
            area_cm2=tool.area_cm2,
            full_scale_n=tool.full_scale_n,
            rate_hz=tool.rate_hz,
            calibrated=layout.calibration.day,
            calibration_due=layout.calibration.due,
            uncertainty_percent=layout.calibration.uncertainty_percent,
            zeroed=tool.zeroed is Result.OK,
        )


class Called(NamedTuple):
    """A let-go was called; seconds from the first reading."""

    time_s: float
    why: Why


class Said(NamedTuple):
    """The pain was told; seconds from the first reading, by the newest reading that had arrived."""

    time_s: float
    pain: Pain


class Told(NamedTuple):
    """Somebody entered something; seconds from the first reading, by the newest reading that had arrived."""

    time_s: float
    what: Input


@dataclass(frozen=True, slots=True)
class Heard:
    """All of it, in the order in which it was said."""

    passport: Passport
    called: tuple[Called, ...]
    pains: tuple[Said, ...]
    stops: tuple[StopReason, ...]
    """Why STOP was pressed, of each that was answered."""
    told: tuple[Told, ...] = ()
    """Everything that was entered, pain and STOP too."""

    @classmethod
    def of(cls, recorded: Recorded) -> Self:
        """Listen to a whole record; a payload that cannot be read says nothing here."""
        ear = _Ear()
        for payload in recorded.payloads:
            ear.hear(payload)
        return cls(Passport.of(ear.tool), tuple(ear.called), tuple(ear.pains), tuple(ear.stops), tuple(ear.told))


class _Ear:
    def __init__(self) -> None:
        self.tool = ToolStream()
        self.called: list[Called] = []
        self.pains: list[Said] = []
        self.stops: list[StopReason] = []
        self.told: list[Told] = []
        self._first_us: int | None = None
        self._newest_us = 0

    def hear(self, payload: Payload) -> None:
        block = self.tool.hear(payload)
        if block is not None and len(block):
            first_us = int(block.time_us[0])
            self._first_us = first_us if self._first_us is None else self._first_us
            self._newest_us = max(self._newest_us, int(block.time_us[-1]))
        try:
            self._note(payload)
        except (ValueError, FrameError):
            return

    def _note(self, payload: Payload) -> None:
        match payload.channel:
            case Channel.CALLS:
                call = read_call(payload.data)
                self.called.append(Called(self._since_first_s(call.time_us), call.why))
            case Channel.INPUT:
                self._input(read_input(payload.data))
            case _:
                pass

    def _input(self, value: Input) -> None:
        self.told.append(Told(self._since_first_s(self._newest_us), value))
        match value:
            case Pain():
                self.pains.append(Said(self._since_first_s(self._newest_us), value))
            case GoOn(reason=reason):
                self.stops.append(reason)
            case _:
                pass

    def _since_first_s(self, time_us: int) -> float:
        return 0.0 if self._first_us is None else (time_us - self._first_us) / 1e6
