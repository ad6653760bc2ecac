"""A person's file in the clinic: what is kept is there for the next program, whatever became of this one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from analysis.algometry.threshold import Reached
from clinic.cases.case_file import Results, Whose
from clinic.cases.kept import KeptFile
from clinic.cases.results import readings_of
from clinic.entries.places import View
from clinic.people import Client, OnMap
from clinic.screening.adverse import AdverseEvent
from clinic.screening.answers import Answer, ChangeReply
from clinic.screening.asked import Use
from clinic.screening.doses import Dose
from clinic.store.clients import add_client
from clinic.store.errors import Absent, Busy, Locked, NotAllowed
from clinic.store.history import history, open_client, records_about
from clinic.store.opened import Clinic
from clinic.store.search import search
from clinic.store.trail import breaks, lines
from clinic.visits import Observation, PainScore, Phase, ThresholdReading
from clinic.way.places import Marked
from clinic.way.said import Answered, Chosen, Noted, Rated, Station, Step
from session.cue import Why
from session.inputs import StopReason
from tests.clinic.cases.test_results import ramps, reading
from tests.clinic.screening.charts import BODY, NOW, TIM
from tests.clinic.store.people import ANNA, Clock, again, zoe
from tests.clinic.way.visits import SAID, begun, up_to


@pytest.fixture
def client(clinic: Clinic, clock: Clock) -> Client:
    clock.now = NOW
    clinic.used_at = NOW
    found = zoe()
    with clinic.work() as desk:
        add_client(desk, found)
    return found


@pytest.fixture
def case(clinic: Clinic, client: Client) -> KeptFile:
    return KeptFile(clinic, client.pseudonym.lower())


def dose(**more: object) -> Dose:
    values = {"use": Use.TREATMENT, "spot": BODY, "area_cm2": 1.0, "began_at": NOW, "most_s": 90.0}
    return Dose.model_validate(values | more)


def event(**more: object) -> AdverseEvent:
    return AdverseEvent.model_validate({"at": NOW, "spot": BODY, "why": Why.PATIENT_STOP} | more)


def pain(nrs: int) -> Results:
    def results(whose: Whose) -> tuple[Observation, ...]:
        return (PainScore(**whose._asdict(), at=NOW, phase=Phase.DURING, nrs=nrs, entered_by="patient"),)

    return results


def observed(clinic: Clinic, client: Client) -> list[tuple[str, object]]:
    with clinic.work() as desk:
        return [(each.kind, getattr(each, "nrs", getattr(each, "words", None))) for each in history(desk, client.id)]


def test_what_was_kept_is_read_by_the_next_program(case: KeptFile, clinic: Clinic, client: Client, place: Path) -> None:
    assert case.signs == ANNA.examiner
    assert case.chart.pseudonym == client.pseudonym
    case.add(ChangeReply(answer=Answer.NO, at=NOW, by=ANNA.examiner), stop := event())
    case.add(stop.told(StopReason.NERVE))
    case.keep_dose(open_dose := dose(record="one.mcap"))
    clinic.close()
    with again(place) as other:
        found = KeptFile(other, client.pseudonym)
        assert [each.answer for each in found.chart.changes] == [Answer.NO]
        assert [each.reason for each in found.chart.stops.events] == [StopReason.NERVE]
        assert found.doses.doses == (open_dose,)
        assert (found.chart, found.doses) == (case.chart, case.doses)
        with other.work() as desk:
            assert records_about(desk, client.id) == ("one.mcap",)
            assert list(breaks(desk.connection)) == []


def test_nobody_signs_as_somebody_else_and_nothing_is_kept_then(case: KeptFile) -> None:
    before = case.chart
    with pytest.raises(NotAllowed, match="anna signs with the name and role of this account"):
        case.add(ChangeReply(answer=Answer.NO, at=NOW, by=TIM))
    assert case.chart == before


def test_who_is_not_there_has_no_file(clinic: Clinic) -> None:
    with pytest.raises(Absent, match="nobody here is called 0000-0000"):
        KeptFile(clinic, "0000-0000")


def test_a_dose_is_completed_with_what_was_found_and_one_without_a_press_is_gone(
    case: KeptFile, clinic: Clinic, client: Client
) -> None:
    case.keep_dose(first := dose())
    assert case.doses.doses[0].counted_s == 90
    case.keep_dose(first.model_copy(update={"pressed_s": 61.0, "ended_at": NOW}), pain(4))
    case.keep_dose(other := dose(record="two.mcap"))
    case.keep_dose(other.model_copy(update={"pressed_s": 0.0}))
    assert [each.pressed_s for each in case.doses.doses] == [61.0]
    assert KeptFile(clinic, client.pseudonym).doses == case.doses
    with clinic.work() as desk:
        assert records_about(desk, client.id) == ("two.mcap",)
        ((visit, (found,)),) = ((each.id, history(desk, client.id)) for each in open_client(desk, client.id).visits)
    assert (found.visit, found.by, found.phase) == (visit, ANNA.examiner, Phase.DURING)


def test_where_nothing_was_found_there_was_no_visit(case: KeptFile, clinic: Clinic, client: Client) -> None:
    case.keep_dose(dose(), lambda _whose: ())
    with clinic.work() as desk:
        assert open_client(desk, client.id).visits == ()


@pytest.mark.parametrize(("later", "visits"), [({"hours": 12}, 1), ({"hours": 12, "minutes": 1}, 2)])
def test_what_is_found_within_twelve_hours_belongs_to_one_visit(
    case: KeptFile, clinic: Clinic, client: Client, later: dict[str, float], visits: int
) -> None:
    for at in (NOW, NOW + timedelta(**later)):
        case.keep_dose(dose(began_at=at, ended_at=at, pressed_s=5.0), pain(4))
    with clinic.work() as desk:
        assert len(open_client(desk, client.id).visits) == visits


def test_each_page_of_a_visit_is_in_the_history_at_once_and_what_is_said_anew_replaces_it(
    case: KeptFile, clinic: Clinic, client: Client
) -> None:
    case.keep_way(way := begun())
    with clinic.work() as desk:
        assert open_client(desk, client.id).visits == ()
    case.keep_way(way := up_to(Step.RETEST).model_copy(update={"id": way.id}))
    assert ("pain", 6) in observed(clinic, client)
    assert ("response", "warm") in observed(clinic, client)
    way = way.noted(Rated(nrs=8), NOW + timedelta(hours=1), Station(step=Step.BASELINE))
    way = way.noted(Answered(nrs=3, words="cold"), NOW + timedelta(hours=1), Station(step=Step.RESPONSE, spot=BODY))
    case.keep_way(way)
    told = observed(clinic, client)
    assert ("pain", 8) in told
    assert ("pain", 6) not in told
    assert [words for kind, words in told if kind == "response"] == ["cold"]
    with clinic.work() as desk:
        assert [match.client for match in search(desk, "cold")] == [client.id]
        assert search(desk, "warm") == ()
        assert records_about(desk, client.id) == ("one.mcap",)
        (visit,) = open_client(desk, client.id).visits
    assert (visit.id, visit.goals) == (way.id, "sleep")


def test_a_point_that_moves_on_the_map_is_kept_where_it_is_now(case: KeptFile, clinic: Clinic, client: Client) -> None:
    case.keep_way(way := up_to(Step.PLAN))
    there = OnMap(view=View.BACK, x=0.4, y=0.3)
    moved = Chosen(spots=(BODY,), marks=(Marked(spot=BODY, at=there),))
    for said, on_map in ((moved, there), (Chosen(spots=(BODY,)), None)):
        case.keep_way(way := way.noted(said, NOW, Station(step=Step.POINTS)))
        with clinic.work() as desk:
            (point,) = open_client(desk, client.id).points
        assert (point.spot, point.on_map) == (BODY, on_map)


def test_a_threshold_that_was_measured_is_not_told_again_as_one_that_was_typed(
    case: KeptFile, clinic: Clinic, client: Client
) -> None:
    case.keep_way(way := up_to(Step.THRESHOLD))
    measured = ramps(reading(Reached(pressure_kpa=400.0, force_n=40.0)))
    case.keep_dose(dose(use=Use.THRESHOLD, pressed_s=9.0), readings_of(measured))
    case.keep_way(way.noted(SAID[Step.THRESHOLD], NOW))
    case.keep_way(up_to(Step.REPORT).model_copy(update={"id": way.id}))
    with clinic.work() as desk:
        (told,) = (each for each in history(desk, client.id) if isinstance(each, ThresholdReading))
    assert told.record == "ramps.mcap"


def test_a_note_reaches_the_visit_and_a_complete_visit_is_not_gone_on_with(
    case: KeptFile, clinic: Clinic, client: Client
) -> None:
    case.keep_way(way := up_to(Step.NOTE))
    assert case.unfinished(NOW + timedelta(hours=2)) == way
    assert case.unfinished(NOW + timedelta(days=2)) is None
    way = way.noted(Noted(text="slept well"), NOW)
    case.keep_way(way)
    with clinic.work() as desk:
        (visit,) = open_client(desk, client.id).visits
    assert visit.note == "slept well"
    way = way.skipped("no paper", NOW)
    case.keep_way(way)
    assert way.complete
    assert case.unfinished(NOW + timedelta(hours=2)) is None


def test_of_two_unfinished_visits_the_newer_one_is_gone_on_with(case: KeptFile) -> None:
    older, newer = begun(NOW), begun(NOW + timedelta(hours=1))
    case.keep_way(newer)
    case.keep_way(older)
    assert case.unfinished(NOW + timedelta(hours=2)) == newer


def test_the_trail_tells_each_step_and_none_of_its_words(case: KeptFile, clinic: Clinic, client: Client) -> None:
    case.keep_way(way := up_to(Step.REPORT))
    case.keep_way(way)
    case.add(event())
    case.keep_dose(dose(), pain(3))
    with clinic.work() as desk:
        told = [(line.did, line.what) for line in lines(desk.connection, client.id)]
    assert ("added", "visit") in told
    assert ("changed", "chart: pseudonym, stops") in told
    assert ("added", "dose") in told
    assert not any("sleep" in what or "warm" in what for _, what in told)


def test_a_treatment_that_lasts_longer_than_the_lock_is_kept_and_other_programs_wait(
    case: KeptFile, clinic: Clinic, clock: Clock, place: Path
) -> None:
    clinic.stay_open()
    clock.pass_min(clinic.head.lock_after_min * 3)
    case.add(event())
    with pytest.raises(Busy, match="another program has the clinic open"):
        again(place, clock)
    clinic.close()
    again(place, clock).close()


def test_without_a_treatment_it_locks_as_ever(case: KeptFile, clinic: Clinic, clock: Clock) -> None:
    clock.pass_min(clinic.head.lock_after_min)
    with pytest.raises(Locked):
        case.add(event())
    assert case.chart.stops.events == ()


def test_threads_take_turns_and_nothing_is_lost(case: KeptFile, clinic: Clinic, client: Client) -> None:
    """A STOP is written by another thread than a page."""
    events = [event(at=NOW + timedelta(seconds=number)) for number in range(4)]
    threads = [Thread(target=case.add, args=(each,)) for each in events]
    threads += [Thread(target=case.keep_dose, args=(dose(began_at=each.at),)) for each in events]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again_read = KeptFile(clinic, client.pseudonym)
    assert set(again_read.chart.stops.events) == set(events)
    assert len(again_read.doses.doses) == len(case.doses.doses) == 4
