from __future__ import annotations

from simulator.course import Course
from simulator.happenings.people import PatientStop, PatientThreshold
from simulator.happenings.tool import Disconnect
from simulator.moments import ButtonDown, ButtonUp
from simulator.patient import Patient
from simulator.scenario import Scenario

KIND = PatientThreshold(at_s=1.0, force_n=20.0, reaction_s=0.2, for_s=0.5)


def test_the_button_goes_down_a_reaction_after_it_hurts_and_comes_up_again() -> None:
    patient = Patient(KIND)
    forces = [(1.0, 19.9), (1.5, 20.0), (1.69, 22.0), (1.7, 23.0), (2.1, 30.0), (2.3, 30.0)]
    said = [patient.step(*moment) for moment in forces]
    assert said == [None, None, None, ButtonDown(1.7), None, ButtonUp(2.3)]


def test_in_one_contact_a_patient_presses_once_and_in_the_next_again() -> None:
    patient = Patient(KIND)
    forces = [(1.5, 25.0), (2.0, 25.0), (3.0, 25.0), (4.0, 25.0), (5.0, 0.9), (6.0, 25.0), (7.0, 25.0)]
    said = [patient.step(*moment) for moment in forces]
    assert [moment for moment in said if moment] == [ButtonDown(2.0), ButtonUp(3.0), ButtonDown(7.0)]


def test_nothing_hurts_before_its_time() -> None:
    patient = Patient(KIND)
    assert [patient.step(0.1, 50.0), patient.step(0.9, 50.0)] == [None, None]


def test_a_course_has_what_the_clock_brings_before_what_the_patient_feels() -> None:
    happenings = (KIND, PatientStop(at_s=2.0, for_s=1.0), Disconnect(at_s=2.5))
    course = Course(Scenario(name="test", text="A test.", simulated_s=60, happenings=happenings))
    assert list(course.due(1.5, 21.0)) == []
    assert list(course.due(2.0, 22.0)) == [ButtonDown(2.0), ButtonDown(2.0)]
    assert list(course.due(3.5, 23.0)) == [Disconnect(at_s=2.5), ButtonUp(3.0), ButtonUp(3.5)]
    assert course.pressed_n == [22.0]
