"""All that decides whether this person may be pressed now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final, assert_never

from pydantic import ConfigDict

from clinic.entries.entry import Value
from clinic.people import Pseudonym
from clinic.screening.adverse import AdverseEvent, Register
from clinic.screening.answers import ChangeReply, Screening
from clinic.screening.clearance import (
    Acknowledgement,
    Clearance,
    GuardianConsent,
    MedicalClearance,
    PractitionerClearance,
)
from clinic.screening.consent import Consent

VISIT: Final = timedelta(hours=12)
"""What was said, acknowledged or agreed within this time belongs to the visit; *assumed*: one day's work."""

Signed = (
    Screening | ChangeReply | PractitionerClearance | MedicalClearance | GuardianConsent | Acknowledgement | Consent
)
"""What somebody who works here writes into a chart, with name and role."""


class Chart(Value):
    """One person's screening as it stands; a value: each step makes a new one."""

    model_config = ConfigDict(hide_input_in_errors=True)

    pseudonym: Pseudonym | None = None
    """What stands for the person on screens and in records; None in charts of earlier versions."""
    screenings: tuple[Screening, ...] = ()
    changes: tuple[ChangeReply, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    consents: tuple[Consent, ...] = ()
    stops: Register = Register()

    def plus(self, *entries: Signed | AdverseEvent) -> Chart:
        """With what was said, cleared or agreed to now; an event that is known already is told anew."""
        chart = self
        for entry in entries:
            chart = chart.model_copy(update=chart._taking(entry))
        return chart

    def _taking(self, entry: Signed | AdverseEvent) -> dict[str, Any]:
        match entry:
            case Screening():
                return {"screenings": (*self.screenings, entry)}
            case ChangeReply():
                return {"changes": (*self.changes, entry)}
            case PractitionerClearance() | MedicalClearance() | GuardianConsent():
                return {"clearances": (*self.clearances, entry)}
            case Acknowledgement():
                return {"acknowledgements": (*self.acknowledgements, entry)}
            case Consent():
                return {"consents": (*self.consents, entry)}
            case AdverseEvent():
                return {"stops": self.stops.with_event(entry)}
            case never:
                assert_never(never)

    def changed_at(self, now: datetime) -> datetime | None:
        """When it was last said, up to now, that something changed, or might have."""
        return max((reply.at for reply in self.changes if reply.answer.counts and reply.at <= now), default=None)

    def asked_today(self, now: datetime) -> bool:
        """Whether "Anything changed?" was answered in this visit, by itself or by a whole questionnaire."""
        said = [reply.at for reply in self.changes] + [screening.at for screening in self.screenings]
        return any(of_visit(at, now) for at in said)

    def screening(self, now: datetime) -> Screening | None:
        """The newest one up to now."""
        return max((each for each in self.screenings if each.at <= now), key=lambda each: each.at, default=None)

    def consents_now(self, now: datetime) -> bool:
        """Whether the newest consent is of this visit and was not taken back."""
        newest = max((each for each in self.consents if each.at <= now), key=lambda each: each.at, default=None)
        if newest is None or not of_visit(newest.at, now):
            return False
        return newest.withdrawn_at is None or newest.withdrawn_at > now


def of_visit(at: datetime, now: datetime) -> bool:
    """Whether a moment belongs to the visit that is now; what lies ahead does not."""
    return timedelta(0) <= now - at <= VISIT
