"""What every export says of itself, whatever its format."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final, Literal

from pydantic import AwareDatetime, Field

from clinic.export.marks import Mark
from clinic.people import Pseudonym
from session.documents import AnalysedFile, Document, schema_text
from session.plan import Plan

SIMULATED: Final = "SIMULATED: a program made these readings; nobody was pressed"
PRACTISED: Final = "PRACTICE WITHOUT A TOOL: a program made these readings; nobody was pressed"


class CalibrationDocument(Document):
    """Which calibration the forces come from."""

    id: int
    day: date
    due: date | None
    uncertainty_percent: float
    """Expanded (k = 2), of full scale."""


class ColumnDocument(Document):
    """What a column of the readings is."""

    name: str
    unit: str
    """"" where it has none."""
    text: str


class AboutDocument(Document):
    """Where the readings come from. No names and no folders: a record is pseudonymous, and so is its export."""

    record: str
    """The file's name."""
    record_sha256: str
    started_at: AwareDatetime
    """When the first reading arrived, by the computer's clock."""
    simulated: bool
    notice: str
    """What stands on everything that is simulated, else ""."""
    subject: Pseudonym | None
    """Whoever exported named it; the record does not."""
    recorded_by: str
    """Version of the program."""
    exported_by: str
    tool: str | None
    """Serial number, or driver and address of an instrument of another make."""
    firmware: str | None
    calibration: CalibrationDocument | None
    full_scale_n: float | None
    area_cm2: float | None
    """Of the tip that was on first."""
    rate_hz: float
    """Sampling slots in a second."""
    samples: int
    lost_samples: int
    """Slots between the first and the last reading of which there is none."""
    late_samples: int
    """They came again after they had been lost on the way, and stand in their places."""
    duration_s: float
    scenario: str | None
    plan: Plan | None
    notes: tuple[str, ...]
    columns: tuple[ColumnDocument, ...]


COLUMNS: Final = (
    ColumnDocument(name="index", unit="", text="sampling slot, 0 for the first reading; a step above 1 is a loss"),
    ColumnDocument(name="time_s", unit="s", text="the tool's own clock from the first reading on"),
    ColumnDocument(name="force_n", unit="N", text="force, with the measured zero taken off"),
    ColumnDocument(
        name="pressure_kpa", unit="kPa", text="force on the area of the tip that was on; empty where it is not known"
    ),
    ColumnDocument(name="lost_before", unit="", text="slots right before this one of which there is no reading"),
    ColumnDocument(name="late", unit="", text="came later than those behind it, after it had been lost on the way"),
    ColumnDocument(name="saturated_high", unit="", text="the true force is above the value"),
    ColumnDocument(name="saturated_low", unit="", text="the true force is below the value"),
    ColumnDocument(name="overload", unit="", text="beyond what the tool is made for"),
    ColumnDocument(name="sensor_fault", unit="", text="not to be trusted: the sensor is stuck or gives nothing"),
)
"""Of the readings, in their order."""


class ReadingsDocument(Document):
    """The readings, one list for each column, all of one length (`about.columns`)."""

    index: list[int]
    time_s: list[float]
    force_n: list[float]
    pressure_kpa: list[float | None]
    lost_before: list[int]
    late: list[bool]
    saturated_high: list[bool]
    saturated_low: list[bool]
    overload: list[bool]
    sensor_fault: list[bool]


class ExportDocument(Document):
    """What `palpate export --to json` writes."""

    schema_: Literal["palpate.export/1"] = Field(default="palpate.export/1", alias="schema")
    about: AboutDocument
    marks: tuple[Mark, ...]
    analysis: AnalysedFile
    readings: ReadingsDocument


PUBLISHED: Final[dict[str, type[Document]]] = {"palpate.export-1.json": ExportDocument}
"""File names in docs/schemas and what they describe."""


if __name__ == "__main__":
    for name, document in PUBLISHED.items():
        page = Path(__file__).parents[2] / "docs" / "schemas" / name
        page.write_text(schema_text(document), encoding="utf-8")
