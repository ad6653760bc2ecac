"""`palpate train` from the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from session.errors import InputError
from tests.palpate.rooms import MONDAY, Practice
from training.course import own_course

COURSE = """
name = "Short"

[tests]
pre_test = "test"
retention = "test"

[[lessons]]
name = "One"
level = 1
exercises = ["seen", "unseen"]

[[exercises]]
id = "test"
name = "Two forces"
text = "8 and 12 N."
purpose = "pre-test"
press = { kind = "hold", targets_n = [8, 12], for_s = 2 }
rest_s = 3
schedule = { live = { kind = "blind", reveal = false }, result = "never" }

[[exercises]]
id = "seen"
name = "Seen"
text = "Hold 10 N."
press = { kind = "hold", targets_n = [10], for_s = 3 }
schedule = { live = { kind = "constant" } }

[[exercises]]
id = "unseen"
name = "Unseen"
text = "Hold 10 N."
press = { kind = "hold", targets_n = [10], for_s = 3 }
schedule = { live = { kind = "blind" } }
"""


@pytest.fixture
def place(tmp_path: Path) -> Practice:
    (tmp_path / "course.toml").write_text(COURSE)
    return Practice(tmp_path)


def train(place: Practice, *words: object, trainee: str = "T-1") -> str:
    course = ("--course", place.folder / "course.toml", "--trainee", trainee, "--data", place.folder / "data")
    return place.run("train", *words, *course)


def lines(place: Practice, trainee: str = "T-1") -> list[dict[str, object]]:
    file = place.folder / "data" / "training" / f"{trainee}.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_a_whole_course_with_its_retention_tests_a_week_later(place: Practice) -> None:
    said = train(place, "simulate", "--hand", "novice", "--until", "7")
    told = [(each["exercise"], each["purpose"], each["number"]) for each in lines(place)]
    test = [("test", number) for number in (1, 2)]
    assert [(name, number) for name, _, number in told] == [*test, *test, ("seen", 1), ("unseen", 1), *test, *test]
    assert [purpose for _, purpose, _ in told] == ["pre-test"] * 4 + ["practice"] * 2 + ["retention"] * 4
    assert all(each["simulated"] and each["score"] for each in lines(place))
    assert "seen, seen, usual hand, score version 1, SIMULATED" in said
    assert "Own error, from the pre-test on two days: SEM" in said
    assert said.count("against the baseline") == 2
    place.now = MONDAY + timedelta(days=9)
    assert "Due from" in train(place, "progress")
    with pytest.raises(InputError, match="a trainee of their own"):
        train(place, "simulate")


def test_the_next_thing_is_done_shown_kept_and_judged_again_with_the_same_number(place: Practice) -> None:
    train(place, "--hand", "trained", "--seed", "1")
    (first, second) = lines(place)
    assert (first["exercise"], first["purpose"], second["number"]) == ("test", "pre-test", 2)
    assert "points" not in place.said
    assert "trial 2/2  12 N  let go slowly" in place.said
    assert "more" not in {line.rpartition("  ")[2] for line in place.said.splitlines()}

    said = train(place, "seen", "--hand", "expert", "--seed", "2")
    result = lines(place)[-1]
    assert "Seen: passed" in said
    assert "1/1  10 N, seen:" in place.said
    assert "▅" in place.said
    (record,) = (place.folder / "data" / "records").glob(f"*{result['run']}")
    score = result["score"]
    assert isinstance(score, dict)
    assert f"{score['points']!r} points" in place.run("train", "judge", record)
    assert "second" in place.run("train", "judge", record, "--losses")


def test_where_nothing_is_due_it_says_when_something_will_be(place: Practice) -> None:
    train(place, "--hand", "trained", "--seed", "1")
    assert train(place) == "Due from 2026-03-03 03:00 UTC on: test (pre-test)\n"
    assert "Two forces" in train(place, "list")


def test_what_cannot_be_done_is_said(place: Practice) -> None:
    with pytest.raises(InputError, match="there is no exercise “hers”"):
        train(place, "hers")
    with pytest.raises(InputError, match="leave out --tool, or --hand"):
        train(place, "seen", "--hand", "novice", "--tool", "PLP-1")
    with pytest.raises(InputError, match="only measures"):
        train(place, "seen", "--tool", "progressor:1")
    with pytest.raises(InputError, match="no result yet"):
        train(place, "progress")
    with pytest.raises(InputError, match="no pseudonym"):
        train(place, "list", trainee="Anna Holt")


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_the_whole_course_that_comes_with_it(tmp_path: Path) -> None:
    place = Practice(tmp_path)
    place.run("train", "simulate", "--data", tmp_path / "data", "--trainee", "T-1")
    done = {(each["exercise"], each["purpose"]) for each in lines(place)}
    assert {name for name, purpose in done if purpose == "practice"} == set(own_course().practice)
    assert ("test-hold", "retention") in done
