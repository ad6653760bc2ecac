from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from clinic.cases.kept import KeptFile
from clinic.people import Client
from clinic.screening.answers import Answer, ChangeReply
from clinic.screening.chart import Chart
from clinic.store.accounts import accounts, add_account
from clinic.store.charts import chart_of, keep_chart
from clinic.store.clients import change_client, client_of, list_clients
from clinic.store.errors import Damaged, NoRoom, NotAllowed
from clinic.store.history import history, open_client, records_about
from clinic.store.intake import is_plain, open_zip, take_in
from clinic.store.opened import Clinic
from clinic.store.search import search
from clinic.store.trail import breaks, lines
from clinic.store.transfer import plain_zip, write_export
from clinic.way.said import Noted, Step
from tests.clinic.cases.test_kept import dose
from tests.clinic.screening.charts import NOW
from tests.clinic.store.people import ANNA, BEN, BEN_WORD, CHEAP, START, Clock, again, begun, treated, zoe
from tests.clinic.way.visits import up_to


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "a.mcap").write_bytes(b"a record")
    return folder


def exported(clinic: Clinic, path: Path, records: Path, client: Client | None = None) -> Path:
    with plain_zip(path) as content:
        write_export(clinic, content, records, client.id if client else None)
    return path


def taken(clinic: Clinic, path: Path, records: Path) -> tuple[int, ...]:
    with open_zip(path) as content:
        return take_in(clinic, content, records)


def test_doses_and_visits_in_progress_go_along_and_ours_stay_as_they_are(
    clinic: Clinic, records: Path, tmp_path: Path
) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    case = KeptFile(clinic, client.pseudonym)
    case.keep_dose(first := dose(record="a.mcap"))
    case.keep_way(way := up_to(Step.NOTE))
    path = exported(clinic, tmp_path / "all.zip", records, client)
    case.keep_dose(first.model_copy(update={"pressed_s": 30.0}))
    came = taken(clinic, path, records)
    assert (came[0], came[2]) == (0, 1)
    assert case.doses.doses[0].pressed_s == 30.0
    with begun(tmp_path / "other", Clock()) as other:
        assert taken(other, path, tmp_path / "other records")[2] == 0
        found = KeptFile(other, client.pseudonym)
        assert (found.doses.doses, found.unfinished(NOW)) == ((first,), way)
        with other.work() as desk, clinic.work() as ours:
            assert history(desk, client.id) == history(ours, client.id)
            assert records_about(desk, client.id) == ("a.mcap", "one.mcap")
        found.keep_way(way.noted(Noted(text="later"), NOW))


def test_everything_comes_into_another_clinic(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    client = zoe()
    treated(clinic, client, visits=2, record="a.mcap")
    reply = ChangeReply(answer=Answer.NO, at=START, by=ANNA.examiner)
    with clinic.work() as desk:
        keep_chart(desk, client.id, Chart(changes=(reply,)))
        before = open_client(desk, client.id), history(desk, client.id)
    path = exported(clinic, tmp_path / "all.zip", records)
    with begun(tmp_path / "other", Clock()) as other:
        came = taken(other, path, tmp_path / "other records")
        # client, point, chart, two visits, eight observations; the account is the other's own
        assert came[:3] == (13, 2, 0)
        with other.work() as desk:
            assert (open_client(desk, client.id), history(desk, client.id)) == before
            assert [match.client for match in search(desk, "loose")] == [client.id]
            assert list(breaks(desk.connection)) == []
            assert "client, by an import" in [line.what for line in lines(desk.connection, client.id)]
        assert taken(other, path, tmp_path / "other records")[:3] == (0, 15, 0)
    assert (tmp_path / "other records" / "a.mcap").read_bytes() == b"a record"


def test_any_program_can_read_it(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    with ZipFile(exported(clinic, tmp_path / "all.zip", records)) as content:
        assert content.read("records/a.mcap") == b"a record"
        lines_ = [json.loads(line) for line in content.read("clinic.jsonl").splitlines()]
    assert lines_[0]["value"]["format"] == "palpate.clinic-export/1"
    assert [line["kind"] for line in lines_[1:8]] == ["account", "client", "point", "visit", *["observation"] * 3]
    assert [line["value"]["born"] for line in lines_ if line["kind"] == "client"] == ["1961-03-07"]


def test_what_is_about_one_person_holds_nobody_else(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    client, other = zoe(), Client(name="Somebody Else", note="knees")
    treated(clinic, client, record="a.mcap")
    treated(clinic, other, record="b.mcap")
    with ZipFile(exported(clinic, tmp_path / "one.zip", records, other)) as content:
        text = content.read("clinic.jsonl").decode()
        assert content.namelist() == ["clinic.jsonl"]
    assert "Somebody Else" in text
    for secret in ("Quaife", str(client.id), client.pseudonym, "a.mcap"):
        assert secret not in text


def test_what_is_here_in_another_form_is_left_as_it_is(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    path = exported(clinic, tmp_path / "all.zip", records)
    (records / "a.mcap").write_bytes(b"another record")
    with clinic.work() as desk:
        ours = change_client(desk, client_of(desk, client.id).model_copy(update={"note": "ours"}))
    came = taken(clinic, path, records)
    assert came[:3] == (0, 8, 1)
    assert came[4] == 0
    with clinic.work() as desk:
        assert client_of(desk, client.id) == ours
    assert (records / "a.mcap").read_bytes() == b"another record"


def test_somebody_of_the_other_clinic_gets_no_key_here(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    path = exported(clinic, tmp_path / "all.zip", records)
    with begun(tmp_path / "other", Clock()) as other:
        taken(other, path, records)
        with other.work() as desk:
            [came] = [each for each in accounts(desk) if each.id == BEN.id]
        assert not came.active
        assert came.login.startswith("ben.")
        assert [door.login for door in other.head.doors] == ["anna"]


def changed(path: Path, change: Callable[[str], str]) -> None:
    with ZipFile(path) as content:
        text = content.read("clinic.jsonl").decode()
    with ZipFile(path, "w") as content:
        content.writestr("clinic.jsonl", change(text))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text[: len(text) * 3 // 4], "the export is damaged; nothing was taken in"),
        (lambda _text: "", "no export that this version can read"),
        (lambda text: text.replace("export/1", "export/2"), "no export that this version can read"),
        (
            lambda text: text.replace('"nrs": 3', '"nrs": 30'),
            r"holds something \(observation\) that this version cannot read",
        ),
        (lambda text: text.replace('"kind": "format"', '"kind": "other"'), "no export that this version can read"),
    ],
)
def test_of_a_damaged_export_nothing_is_taken_in(
    clinic: Clinic, records: Path, tmp_path: Path, change: Callable[[str], str], says: str
) -> None:
    treated(clinic, zoe(), visits=3, record="a.mcap")
    path = exported(clinic, tmp_path / "all.zip", records)
    changed(path, change)
    with begun(tmp_path / "other", Clock()) as other:
        with pytest.raises(Damaged, match=says):
            taken(other, path, records)
        with other.work() as desk:
            assert list_clients(desk) == ()


def test_a_pseudonym_that_somebody_else_has_here_stops_it(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    path = exported(clinic, tmp_path / "all.zip", records)
    with begun(tmp_path / "other", Clock()) as other:
        treated(other, Client(name="Other", pseudonym=client.pseudonym), record="b.mcap")
        with pytest.raises(NotAllowed, match="there already under this name"):
            taken(other, path, records)


def test_names_of_records_that_lead_elsewhere_are_left_out(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    path = exported(clinic, tmp_path / "all.zip", records)
    with ZipFile(path, "a") as content:
        for name in ("records/../evil.mcap", "records/deep/er.mcap", "records/", "evil.txt"):
            content.writestr(name, b"evil")
    taken(clinic, path, records)
    assert sorted(each.name for each in tmp_path.rglob("*") if "evil" in each.name or "er." in each.name) == []


def test_a_trainee_takes_nobody_out_and_nobody_in(clinic: Clinic, records: Path, tmp_path: Path, place: Path) -> None:
    path = exported(clinic, tmp_path / "all.zip", records)
    add_account(clinic, BEN, BEN_WORD, CHEAP)
    clinic.close()
    with again(place, login="ben", word=BEN_WORD) as opened:
        with pytest.raises(NotAllowed, match="a trainee does not export"):
            exported(opened, tmp_path / "more.zip", records)
        with pytest.raises(NotAllowed, match="a trainee does not import"):
            taken(opened, path, records)
    assert not (tmp_path / "more.zip").exists()


def test_files_of_other_sorts_are_told_apart(tmp_path: Path, clinic: Clinic, records: Path) -> None:
    assert is_plain(exported(clinic, tmp_path / "all.zip", records))
    (tmp_path / "text").write_bytes(b"text")
    assert not is_plain(tmp_path / "text")
    for name in ("text", "none"):
        with pytest.raises(Damaged, match="choose another file"):
            open_zip(tmp_path / name)
    with pytest.raises(NoRoom, match="is there already"):
        exported(clinic, tmp_path / "all.zip", records)


def test_a_chart_of_before_stays_where_it_is_known(clinic: Clinic, records: Path, tmp_path: Path) -> None:
    client = zoe()
    treated(clinic, client, record="a.mcap")
    with clinic.work() as desk:
        keep_chart(desk, client.id, Chart())
    path = exported(clinic, tmp_path / "all.zip", records)
    reply = ChangeReply(answer=Answer.NO, at=START, by=ANNA.examiner)
    with clinic.work() as desk:
        keep_chart(desk, client.id, Chart(changes=(reply,)))
    assert taken(clinic, path, records)[2] == 1
    with clinic.work() as desk:
        assert chart_of(desk, client.id).changes == (reply,)
