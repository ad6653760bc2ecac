"""Hears a treatment: each STOP opens an entry of the register, and its reason completes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clinic.screening.adverse import AdverseEvent, Register
from clinic.screening.answers import Spot
from session.cue import Action, Cue, Why
from session.inputs import GoOn, Input
from session.threshold_cue import RampCue


class Stops:
    """The events of one treatment at one point; `now` tells the time of day.

    `keep` gets each at the moment when it happens, and again with its reason.
    """

    def __init__(
        self, spot: Spot, now: Callable[[], datetime], keep: Callable[[AdverseEvent], object] = lambda _event: None
    ) -> None:
        self._spot, self._now, self._write = spot, now, keep
        self._open: AdverseEvent | None = None
        self.events: dict[object, AdverseEvent] = {}

    def see(self, cue: Cue | RampCue) -> None:
        """Take the cue that is shown now, of a treatment or of a measurement."""
        if cue.action is not Action.STOP:
            self._open = None
        elif self._open is None:
            why = cue.why if isinstance(cue.why, Why) else Why.THERAPIST_STOP
            target_n = cue.target_n if isinstance(cue, Cue) else None
            self._keep(AdverseEvent(at=self._now(), spot=self._spot, why=why, target_n=target_n))

    def hear(self, value: Input) -> None:
        """Take what somebody did."""
        if isinstance(value, GoOn) and self._open is not None:
            self._keep(self._open.told(value.reason))

    def into(self, register: Register) -> Register:
        """The register with what happened."""
        for event in self.events.values():
            register = register.with_event(event)
        return register

    def _keep(self, event: AdverseEvent) -> None:
        self._open = self.events[event.id] = event
        self._write(event)
