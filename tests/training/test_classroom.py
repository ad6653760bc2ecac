"""A class: seats that do not disturb each other, and results of several computers."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from analysis.agreement import Agreement
from analysis.lacking import Lacking
from session.errors import InputError
from simulator.scenario import Scenario
from tests.training.results import result
from tests.training.rooms import CAP, NOON, SEEN, UNSEEN, exercise
from tests.virtual import run_virtual
from training.classroom import Class, Seat
from training.collected import collect, compare, rows
from training.drill import Drill
from training.exercise import Purpose
from training.result import TrialResult
from training.run import Run, run_with_hand, scenario_for
from training.schedule import Schedule
from training.trainee import append


def simulated(name: str, folder: Path, schedule: Schedule, trials: int = 1) -> Seat:
    def run(seat: Seat) -> Awaitable[tuple[TrialResult, ...]]:
        drill = Drill.of(exercise(schedule, trials=trials), 1, CAP)
        scenario: Scenario = scenario_for(drill, "trained", 50).model_copy(update={"serial": name})
        return run_with_hand(
            Run(drill, NOON, lambda serial: folder / f"{serial}.mcap", "test", seat.follow), scenario, None
        )

    return Seat(name, run)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """One who sees, one who does not, one whose tool is not there."""
    folder = tmp_path_factory.mktemp("class")

    async def absent(_seat: Seat) -> tuple[TrialResult, ...]:
        raise InputError("tool P-3 did not answer")

    made = Class([simulated("A", folder, SEEN), simulated("B", folder, UNSEEN), Seat("C", absent)])
    run_virtual(made.run())
    return made


def test_a_seat_that_fails_says_why_and_disturbs_no_other(taught: Class) -> None:
    assert [(seat.trainee, seat.trouble) for seat in taught.seats] == [
        ("A", ""),
        ("B", ""),
        ("C", "tool P-3 did not answer"),
    ]
    assert [len(seat.results) for seat in taught.seats] == [1, 1, 0]
    assert all(seat.over and seat.shown() is None for seat in taught.seats)


async def test_a_fault_of_the_program_is_said_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def failing(_seat: Seat) -> tuple[TrialResult, ...]:
        raise ZeroDivisionError

    made = Class([Seat("D", failing)])
    await made.run()
    assert made.seats[0].trouble == "this program failed: the record has what came until then"
    assert [record.message for record in caplog.records] == ["the run of D failed in an unknown way"]
    caplog.clear()


def test_each_seat_has_its_own_trace_and_a_blind_one_has_no_force(taught: Class) -> None:
    seen, unseen = (seat.trace for seat in taught.seats[:2])
    forces_n = [point.force_n for point in seen if point.force_n is not None]
    assert max(forces_n) == pytest.approx(10, abs=1.5)
    assert {point.force_n for point in unseen} == {None}
    gaps_s = [later.at_s - earlier.at_s for earlier, later in zip(seen, list(seen)[1:], strict=False)]
    assert min(gaps_s) >= 0.1 - 1e-9


def test_two_trainees_need_two_pseudonyms() -> None:
    async def nothing(_seat: Seat) -> tuple[TrialResult, ...]:
        return ()

    with pytest.raises(InputError, match="“A” is there twice"):
        Class([Seat("A", nothing), Seat("A", nothing)])


# files


def day(points: float, days: float, **changes: Any) -> list[TrialResult]:
    """A pre-test of two trials."""
    return [
        result(
            at=NOON + timedelta(days=days),
            purpose=Purpose.PRE_TEST,
            run=f"day{days}.mcap",
            number=number,
            of=2,
            points=points + number,
            **changes,
        )
        for number in (1, 2)
    ]


def test_files_of_two_computers_are_one_table_and_a_copy_counts_once(tmp_path: Path) -> None:
    for place in ("one", "two"):
        append(tmp_path / place / "A.jsonl", day(50, 0))
    append(tmp_path / "two" / "B.jsonl", day(60, 0))
    found = collect([tmp_path / "one", tmp_path / "two"])
    table = rows(found)
    assert [(row["trainee"], row["number"], row["points"]) for row in table] == [
        ("A", 1, 51.0),
        ("A", 2, 52.0),
        ("B", 1, 61.0),
        ("B", 2, 62.0),
    ]
    assert {key for row in table for key in row if "name" in key} == set()


def test_one_pseudonym_for_two_people_is_found_out(tmp_path: Path) -> None:
    append(tmp_path / "one" / "A.jsonl", day(50, 0))
    append(tmp_path / "two" / "A.jsonl", day(60, 0))
    with pytest.raises(InputError, match="give each trainee an own pseudonym"):
        collect([tmp_path])
    with pytest.raises(InputError, match="there are no results"):
        collect([_empty(tmp_path)])
    with pytest.raises(InputError, match="is no folder"):
        collect([tmp_path / "none"])


def _empty(folder: Path) -> Path:
    made = folder / "empty"
    made.mkdir()
    return made


def test_whether_the_test_tells_trainees_apart_is_the_icc_of_their_days() -> None:
    """Means of days: A 51.5 and 53.5, B 71.5 and 69.5: ICC(A,1) by hand, MSR 324, MSC 0, MSE 4."""
    results = {
        "A": tuple(day(50, 0) + day(52, 1)),
        "B": tuple(day(70, 0) + day(68, 1)),
    }
    between = compare(results).between
    assert isinstance(between, Agreement)
    assert between.iccs.icc_a_1.value == pytest.approx((324 - 4) / (324 + 4 + (0 - 4)))


def test_without_two_trainees_on_two_days_or_with_simulated_ones_among_them_it_is_not_known() -> None:
    alone = compare({"A": tuple(day(50, 0) + day(52, 1)), "B": tuple(day(70, 0))}).between
    assert isinstance(alone, Lacking)
    assert "two trainees or more" in alone.text
    same_day = compare({"A": tuple(day(50, 0) + day(52, 1)), "B": tuple(day(70, 0) + day(68, 0.5))}).between
    assert same_day == alone
    other = compare(
        {"A": tuple(day(50, 0) + day(52, 1)), "B": tuple(day(70, 0, target_n=9.0) + day(68, 1, target_n=9.0))}
    )
    assert isinstance(other.between, Lacking)
    assert "not the same" in other.between.text
    mixed = compare({"A": tuple(day(50, 0)), "B": tuple(day(70, 0, simulated=True))}).between
    assert isinstance(mixed, Lacking)
    assert "simulated and real trainees are not compared" in mixed.text
