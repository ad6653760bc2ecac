"""Who opened what was blocked, when and why. Nothing is erased: what was recorded stays and expires."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from clinic.entries.entry import Id, Value
from clinic.screening.answers import Examiner, Named, Role
from protocol.sentence import Sentence


class _Signed(Value):
    """Signed by a practitioner: a trainee clears nothing."""

    question: Id
    """Of the contraindication."""
    by: Examiner
    at: AwareDatetime

    @model_validator(mode="after")
    def _by_a_practitioner(self) -> Self:
        if self.by.role is not Role.PRACTITIONER:
            raise ValueError(
                Sentence("{name} is a trainee and clears nothing: ask a practitioner to do it", name=self.by.name)
            )
        return self


class PractitionerClearance(_Signed):
    """A named practitioner's decision; opens what is clearable, and never an absolute block."""

    kind: Literal["practitioner"] = "practitioner"
    reason: Named


class MedicalClearance(_Signed):
    """A physician's written word, recorded by a practitioner."""

    kind: Literal["medical"] = "medical"
    physician: Named
    document: Named
    """What it is and where it lies."""
    dated: date

    @model_validator(mode="after")
    def _written_before(self) -> Self:
        if self.dated > self.at.date():
            raise ValueError(
                Sentence("the physician's clearance is dated after it was recorded: correct one of the dates")
            )
        return self


class GuardianConsent(_Signed):
    """For a minor: the guardian consents and the child agrees; both, or nothing."""

    kind: Literal["guardian"] = "guardian"
    guardian: Named
    child_agrees: Literal[True]


Clearance = Annotated[PractitionerClearance | MedicalClearance | GuardianConsent, Field(discriminator="kind")]


class Acknowledgement(Value):
    """Written at each visit: the finding is known, and less is done because of it."""

    question: Id
    by: Examiner
    at: AwareDatetime
