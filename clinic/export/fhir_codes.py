"""The words of FHIR: codes that others published, and our own where there is none."""

from __future__ import annotations

from typing import Any, Final

from clinic.export.units import unit_of

Json = dict[str, Any]

OURS: Final = "urn:palpate:figure"
"""Of figures for which nobody published a code: a name of `HoldDocument`, defined in docs/analysis.md."""
RECORD: Final = "urn:palpate:record-sha256"
SUBJECT: Final = "urn:palpate:pseudonym"
UCUM: Final = "http://unitsofmeasure.org"
TEST_DATA: Final = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    "code": "HTEST",
    "display": "test health data",
}
"""What HL7 has for data of nobody."""
PAIN: Final = {
    "system": "http://loinc.org",
    "code": "72514-3",
    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
}
NO_VALUE: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"


def named(text: str, code: str) -> Json:
    """A concept of our own."""
    return {"coding": [{"system": OURS, "code": code}], "text": text}


def quantity(name: str, value: float) -> Json:
    """A value with the unit that its name ends with."""
    unit = unit_of(name)
    return {"value": value, "unit": unit.text or "1", "system": UCUM, "code": unit.ucum}


def absent(reason: str) -> Json:
    """Why there is no value."""
    return {"coding": [{"system": NO_VALUE, "code": "unknown"}], "text": reason}


def words(name: str) -> str:
    """A figure's name without its unit, for people."""
    return name.rpartition("_")[0].replace("_", " ") if unit_of(name).text else name.replace("_", " ")
