"""A whole treatment on a patient who is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from session.playback import read_record
from simulator.patient_kind import PatientKind
from simulator.scenario import Scenario
from tests.gui.stage import SUMMARY
from tests.session.rooms import LIGHT
from tests.training.rooms import NOON, exercise
from tests.virtual import run_virtual
from training.exercise import Rehearse
from training.rehearsal import Rehearsed, Rehearsing, rehearse_with_hand, treated_of
from training.result import TrialResult
from training.schedule import AFTERWARDS
from training.virtual_patient import Stopped, VirtualPatient, judgement

PLAN = LIGHT.model_copy(update={"hold_s": 6.0})
"""Two holds of 4 N: 40 kPa under 1 cm²."""
REHEARSAL = exercise(AFTERWARDS, press=Rehearse())


def rehearsed(folder: Path, ppt_kpa: float) -> Rehearsed:
    scenario = Scenario(name="rehearsal", text="A test.", simulated_s=300.0, rate_hz=50, persona="still", site="block")
    asked = Rehearsing(PLAN, PatientKind(ppt_kpa=ppt_kpa), NOON, lambda serial: folder / f"{serial}.mcap", "test")
    return run_virtual(rehearse_with_hand(asked, scenario, 1, None))


def test_who_is_asked_answers_what_the_force_feels_like(tmp_path: Path) -> None:
    """1 + 5.67 (40 / 30 − 1) = 2.9 without any getting used to it, with all of it 0.6."""
    found = rehearsed(tmp_path, 30.0)
    assert found.view.summary is not None
    assert len(found.patient.answers) >= 2
    assert set(found.patient.answers) <= {1, 2, 3}
    assert found.patient.stops == []
    lines = judgement(found.patient, found.view.summary)
    assert lines[0] == "All holds are done."
    assert lines[1].startswith("Holds: 2. Pain, as the patient said it: ")
    assert read_record(found.record).header.simulated

    kept = treated_of(found, REHEARSAL)
    assert (kept.counts, kept.score, kept.target_n, kept.simulated) == (True, None, 4.0, True)
    assert kept.rehearsed is not None
    assert (kept.rehearsed.holds, list(kept.rehearsed.pain)) == (2, found.patient.answers)
    assert TrialResult.model_validate_json(kept.model_dump_json()) == kept


def test_a_stop_word_is_heard_and_how_soon_the_hand_was_gone_is_told(tmp_path: Path) -> None:
    found = rehearsed(tmp_path, 15.0)
    assert found.view.summary is not None
    assert found.patient.stops
    assert all(stop.nrs > 5 for stop in found.patient.stops)  # 8 was reached a reaction time ago
    gone_s = [stop.gone_s for stop in found.patient.stops]
    assert all(each is not None and 0.2 < each < 2.0 for each in gone_s)
    kept = treated_of(found, REHEARSAL).rehearsed
    assert kept is not None
    assert [(each.nrs, each.gone_s) for each in kept.stops] == found.patient.stops
    assert any(
        line.startswith("Stop 1: the patient said it at pain") for line in judgement(found.patient, found.view.summary)
    )


@pytest.mark.parametrize(
    ("gone_s", "said"),
    [
        (1.0, "nobody was pressed 1.0 s later."),
        (2.0, "later than 1.5 s: let go at the word"),
        (None, "was still pressed at the end"),
    ],
)
def test_a_hand_that_stays_is_told_so(gone_s: float | None, said: str) -> None:
    patient = VirtualPatient(PatientKind(), 1.0)
    patient.stops.append(Stopped(8.2, gone_s))
    assert said in judgement(patient, SUMMARY)[-1]
