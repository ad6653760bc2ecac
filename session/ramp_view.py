"""What a window shows while a threshold is measured: values, ready to print."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from analysis.algometry.threshold import Threshold
from session.inputs import Input
from session.threshold_cue import RampCue
from session.view import RecordState


class RampView(NamedTuple):
    """The state of a measurement at one moment."""

    cue: RampCue
    age_s: float | None
    """Of the newest reading that can be trusted, when this was made; None before the first."""
    valid_n: float | None
    """That reading."""
    simulated: bool
    recording: RecordState
    notice: str
    """A sentence for the therapist, "" without one."""
    readings: tuple[Threshold, ...]
    """One for each ramp so far."""
    over: str
    """How it ended, in a sentence; "" while it runs."""


class RampSource(Protocol):
    """A measurement that runs, seen from another thread; every call returns at once."""

    def view(self) -> RampView:
        """The latest state."""
        ...

    def hear(self, value: Input) -> None:
        """Post what somebody did here; raises `RuntimeError` when nobody is left to take it."""
        ...
