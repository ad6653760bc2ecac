"""What `palpate clinic` shows, as JSON; and plain charts that it takes in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clinic.screening.chart import Chart
from clinic.screening.files import write_chart
from clinic.store.clients import client_called, client_of
from clinic.store.history import add_visit, observe
from clinic.store.opened import utc_now
from clinic.visits import Visit
from palpate.clinic.documents import PUBLISHED
from session.documents import schema_text
from tests.clinic.screening.charts import CONSENT
from tests.clinic.store.people import ANNA, START, again, hold
from tests.palpate.clinic_desk import added, cheap, place, tell

__all__ = ["cheap", "place"]

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_is_printed_as_json_is_published(name: str) -> None:
    assert (SCHEMAS / name).read_text("utf-8") == schema_text(PUBLISHED[name])


def test_what_the_commands_show_can_be_had_as_json(place: Path) -> None:
    assert json.loads(tell("people", "list", "--json")) == {"schema": "palpate.people/1", "people": []}
    called = added()
    with again(place / "data" / "clinic", clock=utc_now) as clinic, clinic.work() as desk:
        client = client_of(desk, client_called(desk, called))
        visit = Visit(client=client.id, at=START, by=ANNA.examiner, note="ache at the temple")
        add_visit(desk, visit)
        observe(desk, hold(client, visit, "a.mcap"))
    known = {
        "pseudonym": called, "name": "Zebulon Quaife", "born": "1961-03-07", "contact": "0151 7734",
        "language": "en", "note": "sleeps badly",
    }  # fmt: skip
    listed = json.loads(tell("people", "list", "--json"))["people"]
    assert listed == [known | {"visits": 1, "last_visit": "2026-11-23T09:30:00Z"}]
    shown = json.loads(tell("people", "show", called, "--json"))
    (told,) = shown["visits"]
    assert shown | {"visits": []} == known | {
        "schema": "palpate.person/1", "screenings": 0, "points": 0, "visits": []
    }  # fmt: skip
    assert (told["note"], [each["kind"] for each in told["observations"]]) == ("ache at the temple", ["hold"])
    found = json.loads(tell("people", "search", "zeb", "--json"))["found"]
    assert found == [{"pseudonym": called, "name": "Zebulon Quaife", "places": 1}]
    accounts = json.loads(tell("accounts", "--json"))["accounts"]
    assert [(each["login"], each["role"], each["active"]) for each in accounts] == [
        ("anna", "practitioner", True), ("recovery", "practitioner", True),
    ]  # fmt: skip


def test_the_trail_as_json_is_the_trail(place: Path) -> None:
    called = added()
    told = json.loads(tell("audit", "--json"))
    assert [line["number"] for line in told["lines"]] == list(range(1, len(told["lines"]) + 1))
    assert {line["login"] for line in told["lines"]} == {"anna"}
    assert (told["broken"], told["last_number"]) == ([], len(told["lines"]) + 1)
    assert [line["did"] for line in json.loads(tell("audit", "--json", "--client", called))["lines"]] == ["added"]
    assert json.loads(tell("audit", "--json", "--check"))["lines"] == []


def test_a_plain_chart_is_taken_in_and_deleted_where_that_is_wanted(place: Path) -> None:
    write_chart(place / "chart.json", Chart(consents=(CONSENT,)))
    called, other = added(), added("Bob Stone")
    done = tell("people", "take-in", called, "chart.json")
    assert done.startswith(f"{called}: a chart, 0 doses, 0 visits.")
    assert done.endswith("  chart.json\n")
    assert "has a chart here already" in tell("people", "take-in", called, "chart.json", code=2)
    assert "Anybody" not in tell("people", "take-in", other, "chart.json", "--delete")
    assert not (place / "chart.json").exists()
