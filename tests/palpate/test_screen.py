"""The screening at the command line, and what it lets a treatment ask for."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner

from clinic.library import library
from clinic.screening.adverse import Register
from clinic.screening.answers import Side, Spot
from clinic.screening.clearance import GuardianConsent
from clinic.screening.files import read_chart, write_chart
from clinic.screening.stops import Stops
from palpate.cli import palpate
from palpate.person import PersonOptions, client_of, on_bench
from session.cue import Action, Cue, Why
from session.errors import InputError, NotKept
from session.inputs import GoOn, StopReason
from session.plan import Plan
from tests.session.moments import PLAN

AT = "infraspinatus-fossa:left"
SPOT = Spot(site="infraspinatus-fossa", side=Side.LEFT)


def run(*arguments: object, says: str | None = None) -> str:
    result = CliRunner().invoke(palpate, [str(each) for each in arguments], input=says, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.output


def answers(folder: Path, **given: str) -> Path:
    file = folder / "answers.json"
    file.write_text(json.dumps(dict.fromkeys(library().contraindications, "no") | given))
    return file


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    file = tmp_path / "chart.json"
    run("screen", "ask", file, "--at", AT, "--by", "Anna Holt", "--answers", answers(tmp_path))
    run("screen", "consent", file, "--by", "Anna Holt", "--text", "pressure-1", "--signal", "stop", "--tried")
    return file


def person(file: Path | None, **more: object) -> PersonOptions:
    values: dict[str, object] = {
        "person": None if file is None else str(file), "at": SPOT, "tip_cm2": 1.0, "ppt_kpa": None,
        "tolerance_kpa": None, "last_n": None,
        "confirmed": False, "acknowledged": False, "own": None, "folder": None, "login": None,
        "passphrase_file": None,
    }  # fmt: skip
    return cast("PersonOptions", values | more)


def planned(options: PersonOptions, name: str) -> Plan:
    client = client_of(options)
    assert client is not None
    return client.plan(name)


def cue(action: Action, why: Why | None) -> Cue:
    return Cue(action, why, 30.0, 27.0, 33.0, 50.0, 1, 1, 0.0)


def test_a_screened_person_gets_a_plan_under_the_cap_and_others_none(chart: Path, tmp_path: Path) -> None:
    plan = planned(person(chart, ppt_kpa=400.0), "threshold-long")
    assert (plan.target_n, plan.tip_cm2) == (40.0, 1.0)
    assert plan.cap.force_n == pytest.approx(52.9)
    with pytest.raises(InputError, match="measure it"):
        planned(person(chart), "threshold-long")
    with pytest.raises(InputError, match="above the last visit's"):
        planned(person(chart, ppt_kpa=400.0, last_n=30.0), "threshold-long")
    empty = tmp_path / "empty.json"
    run("screen", "ask", empty, "--at", AT, "--by", "Anna Holt", "--answers", answers(tmp_path))
    with pytest.raises(InputError, match="no consent"):
        planned(person(empty), "tool-self-care")


def test_a_plan_file_cannot_bring_its_own_cap(chart: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(PLAN.model_dump() | {"target_n": 100.0, "cap": {"force_n": 120.0, "reasons": ["I"]}}))
    with pytest.raises(InputError, match=r"the limit is 52\.9 N"):
        planned(person(chart, ppt_kpa=400.0), str(file))
    with pytest.raises(InputError, match="the limit is 60 N"):
        on_bench(str(file))


def test_treat_asks_for_place_and_tip_before_it_looks_for_a_tool(chart: Path) -> None:
    for lacking in (["--at", AT], ["--tip", "1"]):
        with pytest.raises(InputError, match="say --at SITE:SIDE and --tip CM2"):
            run("treat", "--headless", "--person", chart, *lacking)
    with pytest.raises(InputError, match="belongs to a person"):
        run("treat", "--headless", "--at", AT)


def test_a_block_stands_until_it_is_cleared_and_acknowledged(chart: Path, tmp_path: Path) -> None:
    yes = answers(tmp_path, **{"recent-surgery": "unsure"})
    run("screen", "ask", chart, "--at", AT, "--by", "Anna Holt", "--answers", yes)
    with pytest.raises(InputError, match="Recent surgery"):
        planned(person(chart), "tool-self-care")
    with pytest.raises(InputError, match="Tim is a trainee and clears nothing"):
        run("screen", "clear", chart, "recent-surgery", "--by", "Tim", "--trainee", "--reason", "healed")
    with pytest.raises(InputError, match="reason"):
        run("screen", "clear", chart, "recent-surgery", "--by", "Anna Holt")
    run("screen", "clear", chart, "recent-surgery", "--by", "Anna Holt", "--reason", "healed, examined")
    run("screen", "acknowledge", chart, "recent-surgery", "--by", "Tim", "--trainee")
    plan = planned(person(chart), "tool-self-care")
    assert (plan.cap.force_n, plan.capped) == (12.5, True)
    shown = run("screen", "show", chart, "--at", AT, "--tip", "1")
    assert f"{SPOT}: at most 12.5 N (125 kPa) for 90 s" in shown
    assert "cleared: less is allowed" in shown
    assert json.loads(run("screen", "show", chart, "--at", AT, "--tip", "1", "--json"))["cap"]["force_n"] == 12.5


def test_medical_clearances_and_guardians_are_recorded(chart: Path) -> None:
    letter = ("--physician", "Dr Moss", "--document", "folder 3", "--dated", "2026-01-05")
    run("screen", "clear", chart, "clot", "--by", "Anna Holt", *letter)
    run("screen", "clear", chart, "minor", "--by", "Anna Holt", "--guardian", "Eva Kern")
    assert [each.kind for each in read_chart(chart).clearances] == ["medical", "guardian"]
    with pytest.raises(InputError, match="there is no question “clots”"):
        run("screen", "clear", chart, "clots", "--by", "Anna Holt", "--reason", "x")


def test_what_is_said_of_people_need_not_stand_in_the_shells_history(chart: Path) -> None:
    run("screen", "clear", chart, "minor", "--by", "Anna Holt", "--guardian", says="Eva Kern\n")
    (given,) = read_chart(chart).clearances
    assert isinstance(given, GuardianConsent)
    assert given.guardian == "Eva Kern"


def test_in_the_terminal_each_question_wants_an_answer_of_its_own(tmp_path: Path) -> None:
    file, said = tmp_path / "chart.json", "\n".join(["", "no"] + ["no"] * 100)
    hard = [each for each in library().contraindications.values() if each.hard]
    shown = run("screen", "ask", file, "--quick", "--at", AT, "--by", "Anna Holt", says=said)
    assert all(each.question in shown for each in hard)
    assert len(read_chart(file).screenings[0].replies) == len(hard)
    run("screen", "changed", file, "--by", "Anna Holt", says="unsure\n")
    assert read_chart(file).changes[0].answer.value == "unsure"
    assert "nobody is pressed here now" in run("screen", "show", file, "--at", AT, "--tip", "1")


def test_a_file_of_answers_leaves_nothing_out(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    for text, why in (('{"clot": "no"}', "is not answered"), ('{"clot": "maybe"}', "clot"), ("[", "JSON")):
        file.write_text(text)
        with pytest.raises(InputError, match=why):
            run("screen", "ask", tmp_path / "chart.json", "--at", AT, "--by", "Anna", "--answers", file)
    with pytest.raises(InputError, match="cannot be read"):
        run("screen", "ask", tmp_path / "chart.json", "--at", AT, "--by", "Anna", "--answers", tmp_path / "none")


def test_a_chart_that_is_none_and_a_place_that_cannot_be_written_are_said(chart: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"screenings": 3}')
    for name, why in (("bad.json", "this is no chart"), ("none.json", "cannot be read")):
        with pytest.raises(InputError, match=why):
            read_chart(tmp_path / name)
    with pytest.raises(NotKept, match="choose another place"):
        write_chart(tmp_path / "nowhere" / "chart.json", read_chart(chart))
    write_chart(chart, read_chart(chart))
    assert chart.stat().st_mode & 0o077 == 0


def test_each_stop_opens_an_entry_that_its_reason_completes_and_that_is_followed_up(chart: Path) -> None:
    began = datetime.now(UTC) - timedelta(hours=25)
    stops = Stops(SPOT, lambda: began)
    stops.hear(GoOn(reason=StopReason.NERVE))
    for action, why in ((Action.HOLD, None), (Action.STOP, Why.PATIENT_STOP), (Action.STOP, Why.PATIENT_STOP)):
        stops.see(cue(action, why))
    stops.hear(GoOn(reason=StopReason.TOO_PAINFUL))
    stops.see(cue(Action.LET_GO, Why.PATIENT_STOP))
    stops.see(cue(Action.STOP, Why.THERAPIST_STOP))
    register = stops.into(Register())
    assert [(each.why, each.reason) for each in register.events] == [
        (Why.PATIENT_STOP, StopReason.TOO_PAINFUL),
        (Why.THERAPIST_STOP, None),
    ]
    write_chart(chart, read_chart(chart).model_copy(update={"stops": register}))
    assert run("screen", "show", chart, "--at", AT, "--tip", "1").count("follow-up due") == 2
    for event in register.events:
        run("screen", "follow-up", chart, str(event.id)[:13], "--by", "Anna Holt", "--words", "fine")
    assert "follow-up due" not in run("screen", "show", chart, "--at", AT, "--tip", "1")
    with pytest.raises(InputError, match="0 events begin with"):
        run("screen", "follow-up", chart, "zzz", "--by", "Anna Holt", "--words", "fine")
