from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from clinic.people import Client, Point
from clinic.screening.adverse import AdverseEvent, Register
from clinic.screening.answers import Answer, ChangeReply, Examiner, Role, Side, Spot
from clinic.screening.chart import Chart
from clinic.screening.clearance import PractitionerClearance
from clinic.screening.consent import Consent
from clinic.store.accounts import add_account
from clinic.store.charts import chart_of, keep_chart
from clinic.store.clients import add_client, change_client, client_called, client_of, list_clients
from clinic.store.errors import Absent, NotAllowed
from clinic.store.history import add_point, add_visit, belongs_to, change_visit, history, observe, open_client, reassign
from clinic.store.opened import Clinic
from clinic.store.search import search
from clinic.visits import PainScore, Response, Visit
from session.cue import Why
from tests.clinic.store.people import ANNA, BEN, BEN_WORD, CHEAP, NECK, START, again, hold, treated, zoe

RIGHT = Spot(site="upper-trapezius", side=Side.RIGHT)


def visit_of(client: Client, **more: object) -> Visit:
    return Visit.model_validate({"client": client.id, "at": START, "by": ANNA.examiner} | more)


def test_a_client_opens_with_chart_points_and_visits_in_order(clinic: Clinic) -> None:
    client = zoe()
    treated(clinic, client, visits=3)
    earlier = visit_of(client, at=START - timedelta(days=30), note="first")
    with clinic.work() as desk:
        add_visit(desk, earlier)
        found = open_client(desk, client.id)
    assert found.client == client
    assert found.chart == Chart()
    assert [point.spot for point in found.points] == [NECK]
    assert [visit.at for visit in found.visits] == sorted(visit.at for visit in found.visits)
    assert found.visits[0] == earlier


def test_history_is_of_a_kind_and_of_a_place_oldest_first(clinic: Clinic) -> None:
    client, other = zoe(), Client(name="Other")
    treated(clinic, client, visits=3)
    treated(clinic, other, visits=1, record="b.mcap")
    with clinic.work() as desk:
        late = PainScore(
            client=client.id, at=START - timedelta(days=1), by=ANNA.examiner, spot=RIGHT, nrs=7, entered_by="patient"
        )
        observe(desk, late)
        pains = history(desk, client.id, kind="pain")
        assert [each.nrs for each in pains if isinstance(each, PainScore)] == [7, 6, 3, 6, 3, 6, 3]
        assert history(desk, client.id, kind="pain", spot=RIGHT) == (late,)
        assert [each.kind for each in history(desk, client.id, spot=NECK)] == ["hold"] * 3
        assert len(history(desk, client.id)) == 13
        assert {each.client for each in history(desk, other.id)} == {other.id}
        assert history(desk, uuid4()) == ()


def test_what_was_changed_meanwhile_is_not_overwritten(clinic: Clinic) -> None:
    client = zoe()
    treated(clinic, client)
    with clinic.work() as desk:
        one = other = client_of(desk, client.id)
        assert change_client(desk, one.model_copy(update={"note": "first"})).version == 2
    with pytest.raises(NotAllowed, match="was changed or deleted meanwhile"), clinic.work() as desk:
        change_client(desk, other.model_copy(update={"note": "second"}))
    with clinic.work() as desk:
        kept = client_of(desk, client.id)
        assert (kept.note, kept.version) == ("first", 2)
        assert change_client(desk, kept.model_copy(update={"note": "third"})).version == 3


def test_a_visit_is_changed_and_found_by_its_new_words(clinic: Clinic) -> None:
    client = zoe()
    with clinic.work() as desk:
        add_client(desk, client)
        visit = visit_of(client, note="lumbago")
        add_visit(desk, visit)
        changed = change_visit(desk, visit.model_copy(update={"note": "sciatica"}))
        assert changed.version == 2
        assert open_client(desk, client.id).visits == (changed,)
        assert search(desk, "lumbago") == ()
        assert [match.client for match in search(desk, "sciatica")] == [client.id]
    with pytest.raises(NotAllowed, match="meanwhile"), clinic.work() as desk:
        change_visit(desk, visit)
    with pytest.raises(Absent, match="no such visit"), clinic.work() as desk:
        change_visit(desk, visit_of(client))


def test_a_hold_on_the_wrong_point_is_put_right_and_that_is_told(clinic: Clinic) -> None:
    client = zoe()
    treated(clinic, client)
    with clinic.work() as desk:
        wrong = history(desk, client.id, kind="hold")[0]
        point = Point(client=client.id, spot=RIGHT, marked_at=START)
        add_point(desk, point)
        reassign(desk, wrong.id, RIGHT, point.id)
        right = history(desk, client.id, kind="hold", spot=RIGHT)
        assert [(each.id, each.spot, each.point, each.version) for each in right] == [(wrong.id, RIGHT, point.id, 2)]
        assert history(desk, client.id, kind="hold", spot=NECK) == ()
    with pytest.raises(Absent), clinic.work() as desk:
        reassign(desk, uuid4(), RIGHT, None)


REFUSED: dict[str, Callable[[Clinic, Client, Client], None]] = {}


def refused(work: Callable[[Clinic, Client, Client], None]) -> Callable[[Clinic, Client, Client], None]:
    REFUSED[work.__name__] = work
    return work


@refused
def the_same_client_twice(clinic: Clinic, one: Client, other: Client) -> None:
    with clinic.work() as desk:
        add_client(desk, one)


@refused
def a_pseudonym_that_is_taken(clinic: Clinic, one: Client, other: Client) -> None:
    with clinic.work() as desk:
        add_client(desk, Client(name="C", pseudonym=one.pseudonym))


@refused
def another_pseudonym(clinic: Clinic, one: Client, other: Client) -> None:
    with clinic.work() as desk:
        change_client(desk, one.model_copy(update={"pseudonym": "0000-0000"}))


@refused
def a_visit_of_nobody(clinic: Clinic, one: Client, other: Client) -> None:
    with clinic.work() as desk:
        add_visit(desk, visit_of(Client(name="C")))


@refused
def an_observation_in_another_person_s_visit(clinic: Clinic, one: Client, other: Client) -> None:
    visit = visit_of(other)
    with clinic.work() as desk:
        add_visit(desk, visit)
        observe(desk, Response(client=one.id, visit=visit.id, at=START, by=ANNA.examiner, words="warm"))


@refused
def another_person_s_record(clinic: Clinic, one: Client, other: Client) -> None:
    with clinic.work() as desk:
        belongs_to(desk, "a.mcap", one.id)
        belongs_to(desk, "a.mcap", one.id)
        visit = visit_of(other)
        add_visit(desk, visit)
        observe(desk, hold(other, visit, "a.mcap"))


@refused
def a_search_for_nothing(clinic: Clinic, one: Client, other: Client) -> None:
    with clinic.work() as desk:
        search(desk, ' "* ')


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_of_this_is_kept(clinic: Clinic, name: str) -> None:
    one, other = zoe(), Client(name="Other")
    with clinic.work() as desk:
        add_client(desk, one)
        add_client(desk, other)
    with pytest.raises(NotAllowed) as caught:
        REFUSED[name](clinic, one, other)
    assert ": " in str(caught.value) or "since" in str(caught.value)
    with clinic.work() as desk:
        assert [each.client for each in list_clients(desk)] == [other, one]
        assert open_client(desk, other.id).visits == open_client(desk, one.id).visits == ()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Zoë", True),
        ("zoe", True),
        ("ZOE qua", True),
        ("0151", True),
        ("temple", True),
        ("loose warm", True),
        ("mole", True),
        ("zoe temple", False),
        ("oe", False),
        ("Quaife OR nobody", False),
        ("nobody", False),
        ("temple) OR (", False),
    ],
)
def test_people_are_found_by_beginnings_of_words_that_stand_together(clinic: Clinic, asked: str, found: bool) -> None:
    client = zoe()
    treated(clinic, client)
    with clinic.work() as desk:
        add_client(desk, Client(name="Somebody else"))
        assert [match.client for match in search(desk, asked)] == ([client.id] if found else [])


def test_whoever_has_most_places_comes_first_and_fifty_are_shown(clinic: Clinic) -> None:
    with clinic.work() as desk:
        for number in range(60):
            client = Client(name=f"Smith {number}")
            add_client(desk, client)
        add_visit(desk, visit_of(client, note="smith"))
        found = search(desk, "smith")
    assert len(found) == 50
    assert (found[0].pseudonym, found[0].places) == (client.pseudonym, 2)


def test_a_pseudonym_is_found_in_small_letters_too(clinic: Clinic) -> None:
    client = zoe()
    with clinic.work() as desk:
        add_client(desk, client)
        assert client_called(desk, client.pseudonym.lower()) == client.id
        with pytest.raises(Absent, match="nobody here is called"):
            client_called(desk, "0000-0000")
        with pytest.raises(Absent, match="no such client"):
            client_of(desk, uuid4())


def consent(by: Examiner, **more: object) -> Consent:
    given = {"at": START, "by": by, "text": "what to expect 1", "stop_signal": "left hand", "signal_tried": True}
    return Consent.model_validate(given | more)


def test_a_chart_grows_and_is_there_again(clinic: Clinic) -> None:
    client = zoe()
    reply = ChangeReply(answer=Answer.NO, at=START, by=ANNA.examiner)
    clearance = PractitionerClearance(question="anticoagulant", by=ANNA.examiner, at=START, reason="INR today")
    with clinic.work() as desk:
        add_client(desk, client)
        keep_chart(desk, client.id, Chart(changes=(reply,)))
        keep_chart(
            desk, client.id, Chart(changes=(reply,), clearances=(clearance,), consents=(consent(ANNA.examiner),))
        )
        kept = chart_of(desk, client.id)
    assert kept.changes == (reply,)
    assert kept.clearances == (clearance,)


@pytest.mark.parametrize("lost", ["changes", "consents", "stops", "clearances"])
def test_nothing_is_taken_out_of_a_chart(clinic: Clinic, lost: str) -> None:
    client = zoe()
    event = AdverseEvent(at=START, spot=NECK, why=Why.PATIENT_STOP)
    chart = Chart(
        changes=(ChangeReply(answer=Answer.NO, at=START, by=ANNA.examiner),),
        clearances=(PractitionerClearance(question="q", by=ANNA.examiner, at=START, reason="r"),),
        consents=(consent(ANNA.examiner),),
        stops=Register(events=(event,)),
    )
    with clinic.work() as desk:
        add_client(desk, client)
        keep_chart(desk, client.id, chart)
    less = chart.model_copy(update={lost: type(getattr(chart, lost))()})
    with pytest.raises(NotAllowed, match="nothing is taken out of a chart"), clinic.work() as desk:
        keep_chart(desk, client.id, less)
    with clinic.work() as desk:
        assert chart_of(desk, client.id) == chart


def test_a_consent_is_taken_back_by_anybody_who_works(clinic: Clinic, place: Path) -> None:
    client = zoe()
    with clinic.work() as desk:
        add_client(desk, client)
        keep_chart(desk, client.id, Chart(consents=(consent(ANNA.examiner),)))
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    clinic.close()
    with again(place, login="ben", word=BEN_WORD) as opened:
        with opened.work() as desk:
            keep_chart(desk, client.id, Chart(consents=(consent(ANNA.examiner, withdrawn_at=START),)))
        forged = PractitionerClearance(question="q", by=ANNA.examiner, at=START, reason="r")
        kept = Chart(consents=(consent(ANNA.examiner, withdrawn_at=START),))
        with pytest.raises(NotAllowed, match="ben signs with the name and role of this account"), opened.work() as desk:
            keep_chart(desk, client.id, kept.model_copy(update={"clearances": (forged,)}))
        with pytest.raises(NotAllowed, match="signs with the name and role"), opened.work() as desk:
            keep_chart(
                desk,
                client.id,
                kept.model_copy(update={"consents": (*kept.consents, consent(ANNA.examiner, text="2"))}),
            )


def test_nobody_signs_as_somebody_who_is_not_at_work(clinic: Clinic) -> None:
    client = zoe()
    other = Examiner(name="Somebody", role=Role.PRACTITIONER)
    with clinic.work() as desk:
        add_client(desk, client)
    with pytest.raises(NotAllowed, match="signs with the name and role"), clinic.work() as desk:
        keep_chart(desk, client.id, Chart(changes=(ChangeReply(answer=Answer.NO, at=START, by=other),)))


def test_a_chart_belongs_to_somebody(clinic: Clinic) -> None:
    with pytest.raises(NotAllowed), clinic.work() as desk:
        keep_chart(desk, uuid4(), Chart())
