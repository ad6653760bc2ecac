"""A treatment whose program was killed: its record is there, and tells what was measured."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from clinic.cases.case_file import CaseFile
from clinic.cases.results import holds_of
from clinic.report.measured import measured
from clinic.screening.asked import TREATING
from clinic.screening.doses import Dose
from palpate.version import VERSION
from session.errors import InputError


def settle(case: CaseFile, records: Path) -> tuple[str, ...]:
    """Keep what such records hold; their names. The point counts as pressed for all that was planned, as before.

    After a kill nobody knows how long hands went on.
    """
    return tuple(dose.record for dose in case.doses.doses if dose.record and _settled(case, dose, records))


def _settled(case: CaseFile, dose: Dose, records: Path) -> bool:
    if dose.ended_at is not None or dose.use not in TREATING or not (records / (dose.record or "")).is_file():
        return False
    try:
        found = measured(records / (dose.record or ""))
    except InputError:
        return False
    ended_at = dose.began_at + timedelta(seconds=found.analysis.signal.duration_s)
    known = dose.model_copy(update={"ended_at": ended_at, "simulated": found.simulated})
    case.keep_dose(known, holds_of(found, dose.spot, VERSION))
    return True
