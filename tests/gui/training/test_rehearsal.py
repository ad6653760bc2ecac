"""A whole treatment rehearsed in the window: the patient is asked, answers, says stop, and it is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.live import Live
from gui.tones import Sound
from gui.training.window import TrainingWindow
from session.cue import Cue
from session.runner import Runner
from simulator.patient_kind import PatientKind
from simulator.scenario import Scenario
from tests.gui.training.rooms import NOON, Gym, opened
from tests.training.test_virtual_patient import PLAN
from tests.virtual import run_virtual
from training.rehearsal import Rehearsed, Rehearsing, rehearse_with_hand
from training.rehearsal_stand import RehearsalStand
from training.virtual_patient import VirtualPatient, judgement


class Seen:
    """What the window showed and sounded."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.patient: set[str] = set()
        self.below: set[str] = set()
        self.sounds: set[Sound | None] = set()
        self.pictures: set[str] = set()

    def look(self, window: TrainingWindow) -> None:
        window.poll()
        page = window.exercise
        self.words.add(page.cue.face.word)
        self.patient |= {page.patient.ask.text(), page.patient.word.text()}
        self.below.add(type(page._lower.currentWidget()).__name__)
        self.sounds.add(window.voice.sound)
        self.pictures.add(page.picture.drawing.word if not page.picture.drawing.steps else "a trace")


def rehearsed(folder: Path, ppt_kpa: float) -> tuple[Rehearsed, Seen, TrainingWindow]:
    gym, seen = Gym(), Seen()
    window = opened(gym)

    def show(runner: Runner, patient: VirtualPatient) -> None:
        gym.here = RehearsalStand(runner, patient)
        before, steps = runner.on_cue, iter(range(10**9))

        def look(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            if next(steps) % 10 == 0:
                seen.look(window)

        runner.on_cue = look

    scenario = Scenario(name="rehearsal", text="A test.", simulated_s=300.0, rate_hz=50, persona="still", site="block")
    kind = PatientKind(ppt_kpa=ppt_kpa)
    asked = Rehearsing(PLAN, kind, NOON, lambda serial: folder / f"{serial}.mcap", "test", show)
    found = run_virtual(rehearse_with_hand(asked, scenario, 1, None))
    window.poll()
    return found, seen, window


@pytest.mark.parametrize(
    ("ppt_kpa", "stops"),
    [pytest.param(30.0, False, id="some pain", marks=pytest.mark.long), pytest.param(15.0, True, id="too much of it")],
)
def test_who_is_treated_is_asked_answers_and_judges(tmp_path: Path, ppt_kpa: float, stops: bool) -> None:
    found, seen, window = rehearsed(tmp_path, ppt_kpa)
    page = window.exercise
    assert seen.words >= {"press", "hold", "let go slowly", "rest"}
    assert ("STOP" in seen.words) is ("The patient: Stop!" in seen.patient) is (Sound.STOP in seen.sounds) is stops
    assert ("GoOn" in seen.below) is stops
    assert {"Ask the pain: the patient answers by themselves.", f"The patient: Pain {found.patient.answers[0]}"} <= (
        seen.patient
    )
    assert seen.pictures == {"a trace", "between two holds"}
    assert found.view.summary is not None
    assert page.patient.lines.text() == "\n".join(judgement(found.patient, found.view.summary))
    assert (page.cue.face.word, page.patient.word.text(), page.picture.drawing.word) == ("done", "", "")
    assert not page.ask.isVisible()
    assert page.leave.isVisible()
