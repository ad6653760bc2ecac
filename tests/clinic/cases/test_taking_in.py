"""A plain chart and what lies beside it come into the clinic once, whole, as those of one person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from clinic.cases.kept import KeptFile
from clinic.cases.rehearsal import RehearsalFile
from clinic.cases.taking_in import take_in_chart
from clinic.people import Client
from clinic.screening.asked import Use
from clinic.screening.chart import Chart
from clinic.screening.doses import Dose, doses_path
from clinic.screening.files import write_chart
from clinic.store.accounts import add_account
from clinic.store.clients import add_client
from clinic.store.errors import NotAllowed
from clinic.store.history import history, records_about
from clinic.store.opened import Clinic
from clinic.way.files import way_paths
from clinic.way.said import Step
from session.errors import InputError
from tests.clinic.screening.charts import BODY, CONSENT, NOW, screening
from tests.clinic.store.people import BEN, BEN_WORD, CHEAP, again, zoe
from tests.clinic.way.visits import up_to


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    """With two doses and a visit that is not complete."""
    path = tmp_path / "chart.json"
    write_chart(path, Chart(screenings=(screening(),), consents=(CONSENT,)))
    case = RehearsalFile.begun(path)
    for hours in (-60, 0):
        at = NOW + timedelta(hours=hours)
        case.keep_dose(
            Dose(use=Use.TREATMENT, spot=BODY, area_cm2=1.0, began_at=at, most_s=60.0, record=f"{hours}.mcap")
        )
    case.keep_way(up_to(Step.NOTE))
    return path


@pytest.fixture
def client(clinic: Clinic) -> Client:
    found = zoe()
    with clinic.work() as desk:
        add_client(desk, found)
    return found


def test_all_of_it_comes_in_under_the_pseudonym_of_the_person(clinic: Clinic, client: Client, chart: Path) -> None:
    plain = RehearsalFile(chart)
    taken = take_in_chart(clinic, client.pseudonym, chart)
    assert (taken.doses, taken.visits) == (2, 1)
    assert taken.files == (chart, doses_path(chart), *way_paths(chart))
    kept = KeptFile(clinic, client.pseudonym)
    assert kept.chart == plain.chart.model_copy(update={"pseudonym": client.pseudonym})
    assert kept.doses == plain.doses
    way = kept.unfinished(NOW + timedelta(hours=1))
    assert way is not None
    assert way.pseudonym == client.pseudonym
    with clinic.work() as desk:
        assert records_about(desk, client.id) == ("-60.mcap", "0.mcap", "one.mcap")
        assert {each.kind for each in history(desk, client.id)} >= {"palpation", "pain", "threshold", "response"}


def test_two_charts_are_not_mixed_and_a_trainee_takes_none_in(
    clinic: Clinic, client: Client, chart: Path, place: Path
) -> None:
    take_in_chart(clinic, client.pseudonym, chart)
    with pytest.raises(NotAllowed, match="has a chart here already"):
        take_in_chart(clinic, client.pseudonym, chart)
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    clinic.close()
    with again(place, login="ben", word=BEN_WORD) as bens, pytest.raises(NotAllowed, match="a trainee does not"):
        take_in_chart(bens, client.pseudonym, chart)


def test_a_file_that_cannot_be_read_lets_nothing_in(clinic: Clinic, client: Client, chart: Path) -> None:
    way_paths(chart)[0].write_text("{}")
    with pytest.raises(InputError, match="this is no visit"):
        take_in_chart(clinic, client.pseudonym, chart)
    kept = KeptFile(clinic, client.pseudonym)
    assert (kept.chart.screenings, kept.doses.doses) == ((), ())
