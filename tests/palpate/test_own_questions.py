"""A clinic's own questions are asked with ours, and can only take something away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clinic.library import library
from session.errors import InputError
from tests.clinic.own_files import OWN, toml
from tests.palpate.rooms import AT, Practice

BY = ("--by", "Anna Holt")
QUESTION = {"name": "Long run", "question": "Did you run far today?", "advice": "Press lightly."} | OWN
OWN_SITE = "infraspinatus-low"


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    site = {
        "muscle": "infraspinatus", "name": "Infraspinatus, low", "place": "There", "region": "body", "view": "back",
        "positions": ["prone"], "press": "Flat",
    }  # fmt: skip
    text = toml(
        {
            "contraindications.long-run": QUESTION | {"kind": "clearable"},
            "contraindications.sunburnt-here": QUESTION | {"name": "Sunburn", "kind": "site"},
            f"sites.{OWN_SITE}": site | OWN,
        }
    )
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    return Practice(tmp_path)


def ask(practice: Practice, *more: object, at: str = AT, **answers: str) -> None:
    file = practice.folder / "answers.json"
    ids = [*library().contraindications, "long-run", "sunburnt-here"]
    file.write_text(json.dumps(dict.fromkeys(ids, "no") | {key.replace("_", "-"): say for key, say in answers.items()}))
    practice.run("screen", "ask", practice.chart, "--at", at, *BY, "--answers", file, *more)
    practice.run("screen", "consent", practice.chart, *BY, "--text", "p", "--signal", "stop", "--tried")


def show(practice: Practice, *more: object, at: str = AT) -> str:
    return practice.run("screen", "show", practice.chart, "--at", at, "--tip", "1", *more)


def own(practice: Practice) -> tuple[object, ...]:
    return ("--own", practice.folder / "own.toml")


def test_a_clinics_questions_are_asked_in_the_terminal(practice: Practice) -> None:
    said = "\n".join(["no"] * 200)
    shown = practice.run("screen", "ask", practice.chart, "--at", AT, *BY, *own(practice), says=said) + practice.said
    assert shown.count("Did you run far today?") == 2
    assert "[infraspinatus-fossa, client's left]" in shown


def test_a_yes_to_one_blocks_until_it_is_cleared_and_acknowledged(practice: Practice) -> None:
    ask(practice, *own(practice), long_run="yes")
    assert "Long run: blocked. Press lightly." in show(practice, *own(practice))
    practice.run("screen", "clear", practice.chart, "long-run", *BY, "--reason", "rested", *own(practice))
    practice.run("screen", "acknowledge", practice.chart, "long-run", *BY, *own(practice))
    assert "at most 12.5 N (125 kPa)" in show(practice, *own(practice))
    with pytest.raises(InputError, match="there is no question “long-run”"):
        practice.run("screen", "acknowledge", practice.chart, "long-run", *BY)


def test_a_question_about_a_place_closes_that_place(practice: Practice) -> None:
    ask(practice, *own(practice), sunburnt_here="unsure")
    assert "Sunburn (unsure): blocked" in show(practice, *own(practice))


def test_what_was_asked_with_the_file_cannot_be_had_cheaper_without_it(practice: Practice) -> None:
    ask(practice, *own(practice), long_run="yes")
    refused = show(practice)
    assert "nobody is pressed here now" in refused
    assert "the questions of “Practice at the river, 2026-11” were asked, and its file is not here" in refused
    with pytest.raises(InputError, match="name it with --own"):
        practice.treat(practice.scenario((2, 10, 3)), "--plan", "tool-self-care")


def test_without_answers_to_them_nobody_is_pressed_by_the_file(practice: Practice) -> None:
    ask(practice)
    assert "at most 25.0 N" in show(practice)
    refused = show(practice, *own(practice))
    assert "Long run: blocked until it is asked" in refused
    assert "Sunburn: blocked until it is asked" in refused


def test_the_clinics_own_site_can_be_named_wherever_its_file_is(practice: Practice) -> None:
    at = f"{OWN_SITE}:left"
    for order in ((*own(practice), "--at", at), ("--at", at, *own(practice))):
        shown = practice.run("screen", "ask", practice.chart, *order, *BY, says="\n".join(["no"] * 200))
        assert "there is no site" not in shown
    with pytest.raises(Exception, match="there is no site"):
        show(practice, at=at)


def test_with_the_file_nothing_is_allowed_that_is_not_allowed_without(practice: Practice) -> None:
    ask(practice, *own(practice))
    with_it = json.loads(show(practice, *own(practice), "--json"))
    other = Practice(practice.folder / "other")
    other.folder.mkdir()
    ask(other)
    without = json.loads(show(other, "--json"))
    assert with_it["cap"]["force_n"] <= without["cap"]["force_n"]
