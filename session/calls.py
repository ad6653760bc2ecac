"""Each let-go that was called, why, and what the hand did until the force was gone."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from analysis.settings import microseconds
from session.cue import Action, Cue, Why
from session.plan import Plan
from session.seen import Seen, off_skin
from session.silence import stale


class Call(NamedTuple):
    """One reason for a hold's end or pause. Software cannot end a press: what follows the call is counted."""

    time_s: float | None
    """On the tool's clock; None before the first reading."""
    why: Why
    after_s: float = 0.0
    """From the call until fresh readings say that the force is gone, on the tool's clock."""
    after_peak_n: float | None = None
    """The highest reading in that time that can be trusted."""
    withdrawn: bool = False
    """The data came back and the hold went on."""
    after_n_s: float = 0.0
    """Force × time from the call on, as far as readings can be trusted."""


class LetGoCalled(BaseModel):
    """A payload of channel CALLS: when, on the tool's clock, and why a let-go was called."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    time_us: int
    why: Why


def call_bytes(call: Call) -> bytes | None:
    """The payload of a call to which a hand can react; None for a pause and for missing data, which show no force."""
    if call.time_s is None or call.why in (Why.CONTACT_LOST, Why.DATA_SILENT):
        return None
    return LetGoCalled(time_us=microseconds(call.time_s), why=call.why).model_dump_json().encode()


def read_call(data: bytes) -> LetGoCalled:
    """Read a payload of channel CALLS; raises `ValueError` for what is none."""
    return LetGoCalled.model_validate_json(data)


class Aimed(BaseModel):
    """A payload of channel AIMED: from the next contact on this was asked for."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    target_n: float
    band_percent: float


def aimed_bytes(plan: Plan) -> bytes:
    """The payload of a plan whose target changed."""
    return Aimed(target_n=plan.target_n, band_percent=plan.band_percent).model_dump_json().encode()


def read_aimed(data: bytes) -> Aimed:
    """Read a payload of channel AIMED; raises `ValueError` for what is none."""
    return Aimed.model_validate_json(data)


class Calls:
    """Listens to what is said and to what the hand does then."""

    def __init__(self) -> None:
        self.all: list[Call] = []
        """In the order of the calls."""
        self.returns_s: list[float] = []
        """When a hold went on after contact was lost, on the tool's clock."""
        self._said: tuple[Action, Why] | None = None
        self._open = self._paused = 0
        self._on_skin_s: float | None = None
        self._force_n: float | None = None

    def hear(self, cue: Cue, seen: Seen) -> None:
        """Take what is said now."""
        if self._said is not None:
            self._count(seen)
        calling = cue.action in (Action.LET_GO, Action.STOP)
        said = (cue.action, cue.why) if calling and cue.why is not None else None
        if said is not None and said != self._said:
            self._open = self._add(Call(seen.live.time_s, said[1]))
        elif said is None and self._said == (Action.LET_GO, Why.DATA_SILENT) and seen.live.contact:
            self.all[self._open] = self.all[self._open]._replace(withdrawn=True)
        self._said, self._on_skin_s = said, None if off_skin(seen) else seen.live.time_s
        self._force_n = _trusted_n(seen)

    def pause(self, device_s: float | None) -> None:
        """Contact was lost in mid-hold, and that for longer than a moment."""
        self._paused = self._add(Call(device_s, Why.CONTACT_LOST))

    def interrupt(self) -> None:
        """The latest pause became the hold's end."""
        self.all[self._paused] = self.all[self._paused]._replace(why=Why.INTERRUPTED)

    def go_on(self, device_s: float | None) -> None:
        """Contact is back, and the hold goes on."""
        if device_s is not None:
            self.returns_s.append(device_s)

    def _add(self, call: Call) -> int:
        self.all.append(call)
        return len(self.all) - 1

    def _count(self, seen: Seen) -> None:
        """Add the time since the reading before, if the tool was on the skin then, and the force of now."""
        call, time_s = self.all[self._open], seen.live.time_s
        step_s = 0.0 if self._on_skin_s is None or time_s is None else time_s - self._on_skin_s
        now_n, peak_n, impulse_n_s = _trusted_n(seen), call.after_peak_n, call.after_n_s
        if now_n is not None and not off_skin(seen):
            peak_n = max(now_n, peak_n or 0.0)
        if now_n is not None and self._force_n is not None:
            impulse_n_s += step_s * (now_n + self._force_n) / 2
        self.all[self._open] = call._replace(after_s=call.after_s + step_s, after_n_s=impulse_n_s, after_peak_n=peak_n)


def _trusted_n(seen: Seen) -> float | None:
    """The newest force, where it is not too old."""
    return None if stale(seen.age_s) else seen.valid_n
