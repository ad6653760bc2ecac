"""What was pressed where and when: what the limits of 300 s at a point and of 48 h before the same one are fed by."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal, Self
from uuid import UUID, uuid4

from pydantic import AwareDatetime, Field, NonNegativeFloat, PositiveFloat, ValidationError

from clinic.entries.entry import Value
from clinic.mistakes import mistake
from clinic.screening.answers import Spot
from clinic.screening.asked import TREATING, Asked, Measured, Use, same_tip
from clinic.screening.chart import of_visit
from clinic.screening.files import write_whole
from protocol.sentence import Sentence
from session.errors import InputError

SUFFIX: Final = ".doses.json"
"""Of the file beside a chart; it holds a place, a time and a record's name, and nothing of a person."""


class Dose(Value):
    """One treatment or measurement at one place."""

    id: UUID = Field(default_factory=uuid4)
    use: Use
    spot: Spot
    area_cm2: PositiveFloat | None
    """Of the tip; None for hands."""
    began_at: AwareDatetime
    most_s: PositiveFloat
    """What the plan could press at most."""
    target_n: PositiveFloat | None = None
    """What was asked for at the beginning; None for a measurement."""
    ended_at: AwareDatetime | None = None
    """None: nobody knows how it ended."""
    pressed_s: NonNegativeFloat | None = None
    """In all holds together, as recorded; None where nobody knows."""
    kpa: PositiveFloat | None = None
    """What was measured; None where nothing was, and for "> X", which is no figure to plan with."""
    above_kpa: PositiveFloat | None = None
    """X of "> X": the ramp ended before it hurt."""
    record: str | None = None
    """The name of its file."""
    simulated: bool = False
    """It counts all the same: the chart of a person is nothing to rehearse with."""

    @property
    def last_at(self) -> datetime:
        """The newest moment that is known."""
        return self.ended_at or self.began_at

    @property
    def counted_s(self) -> float:
        """What has to be assumed: where nobody knows, all that was planned."""
        return self.most_s if self.pressed_s is None else self.pressed_s

    def had_tip(self, area_cm2: float) -> bool:
        """Whether it was pressed with this tip."""
        return self.area_cm2 is not None and same_tip(self.area_cm2, area_cm2)


class Doses(Value):
    """All of one person, oldest first."""

    schema_name: Annotated[Literal["palpate.doses/1"], Field(alias="schema")] = "palpate.doses/1"
    doses: tuple[Dose, ...] = ()

    def with_dose(self, dose: Dose) -> Self:
        """One more, or the same one as it is known now; without it where nothing was pressed."""
        others = [each for each in self.doses if each.id != dose.id]
        kept = [*others, dose] if dose.counted_s > 0 else others
        return self.model_copy(update={"doses": tuple(sorted(kept, key=lambda each: each.began_at))})

    def at(self, asked: Asked, now: datetime) -> Asked:
        """The same wish, with what was done at its place, and with what was measured there unless it says that itself.

        What is of this visit, or seems to lie ahead since a clock was set back, adds to its seconds; of what is older
        the last treatment counts. Measuring presses, but makes no point wait.
        """
        here = [dose for dose in self.doses if dose.spot == asked.spot]
        today = [dose for dose in here if of_visit(dose.last_at, now) or dose.last_at > now]
        before = [dose.last_at for dose in here if dose not in today and dose.use in TREATING]
        return asked.model_copy(
            update={
                "threshold": asked.threshold or self.measured(Use.THRESHOLD, asked, now),
                "tolerance": asked.tolerance or self.measured(Use.TOLERANCE, asked, now),
                "pressed_s": sum(dose.counted_s for dose in today),
                "last_pressed": max((dose.last_at for dose in today), default=None),
                "last_visit": max(before, default=None),
            }
        )

    def measured(self, use: Use, asked: Asked, now: datetime) -> Measured | None:
        """What was measured last at this place with this tip in this visit; None too where that gave no figure.

        A tolerance "> X" is at least X, which is safe to stay under; a threshold "> X" is nothing to take a share of.
        """
        found = [dose for dose in self.doses if dose.use is use and dose.spot == asked.spot]
        last = next((dose for dose in reversed(found) if dose.had_tip(asked.area_cm2)), None)
        if last is None or not of_visit(last.last_at, now):
            return None
        kpa = last.kpa or (last.above_kpa if use is Use.TOLERANCE else None)
        if kpa is None or last.area_cm2 is None:
            return None
        return Measured(kpa=kpa, area_cm2=last.area_cm2, spot=last.spot, at=last.last_at)

    def last_target_n(self, asked: Asked, now: datetime) -> float | None:
        """What the last treatment of this place with this tip asked for, in an earlier visit."""
        targets = [
            dose.target_n
            for dose in self.doses
            if dose.spot == asked.spot and dose.had_tip(asked.area_cm2) and not of_visit(dose.last_at, now)
        ]
        return next((target_n for target_n in reversed(targets) if target_n is not None), None)


def doses_path(chart: Path) -> Path:
    """The file beside a chart."""
    return chart.with_name(chart.stem + SUFFIX)


def read_doses(chart: Path) -> Doses:
    """What was done with the person of this chart; nothing where there is no file. Raises `InputError`."""
    path = doses_path(chart)
    try:
        return Doses.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Doses()
    except OSError as error:
        raise InputError(Sentence("{path}: it cannot be read: {why}", path=str(path), why=error.strerror)) from error
    except ValidationError as error:
        why = mistake(error)
        raise InputError(
            Sentence("{path}: these are no doses of “palpate treat”: {why}", path=str(path), why=why)
        ) from error


def keep_dose(chart: Path, dose: Dose) -> None:
    """Write one down beside the chart, or what became of it; raises `InputError`, `NotKept`."""
    doses = read_doses(chart).with_dose(dose)
    write_whole(doses_path(chart), doses.model_dump_json(indent=1, by_alias=True), Sentence("what was done"))
