"""What the benchmarks measure is what they say; how fast it is stands in no test."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from palpate.contests import link as link_module
from palpate.contests import simulator as simulator_module
from palpate.contests.bare import bare
from palpate.contests.contest import Contest, Measured, Outcome
from palpate.contests.counting_tool import frame_of, number_of
from palpate.contests.exports import exports
from palpate.contests.heard import Cost, Stopwatch
from palpate.contests.long_treatment import TWENTY_MINUTES, Course, long_treatment
from palpate.contests.ours import ours
from session.offline.measure import analyse_record
from session.playback import read_record


def figures(outcomes: list[Outcome]) -> dict[str, Measured]:
    return {each.name: each for each in outcomes if isinstance(each, Measured)}


@pytest.mark.parametrize("stream", [bare, ours])
def test_both_sides_carry_every_frame_and_time_each(stream: link_module.Stream) -> None:
    cost = asyncio.run(stream(200, 400.0))  # so many that a first one that comes late shortens the whole by little
    assert cost.missing == 0
    assert 0 < cost.median_s <= cost.late_s
    assert cost.cpu_s > 0
    assert cost.each_s > 0.9 / 400


def test_the_link_is_compared_with_bumble_run_by_run(monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[str] = []

    def side(name: str, cost: Cost) -> link_module.Stream:
        async def run(_count: int, _rate_hz: float) -> Cost:
            turns.append(name)
            return cost

        return run

    yardstick, work = Cost(1.0, 10.0, 0.1, 0.01, 0), Cost(1.4, 30.0, 0.16, 0.02, 0)
    monkeypatch.setattr("palpate.contests.bare.bare", side("bare", yardstick))
    monkeypatch.setattr("palpate.contests.ours.ours", side("ours", work))
    found = figures(list(link_module.link()))
    assert turns == ["bare", "ours"] * 14
    assert {name: (each.ours[0], each.yardstick[0], each.limit) for name, each in found.items()} == {
        "link.latency_p50.100hz_244b": (1.4, 1.0, 1.5),
        "link.cpu.100hz_244b": (0.16, 0.1, 1.5),
        "link.latency_p99.100hz_244b": (30.0, 10.0, None),
        "link.sent_for_each_heard.100hz_244b": (1.0, 1.0, 1.0),
        "link.flood_244b": (0.02, 0.01, None),
    }


def test_a_frame_that_is_missing_or_late_is_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    async def lossy(_count: int, _rate_hz: float) -> Cost:
        return Cost(1.0, 1.0, 1.0, 1.0, missing=1)

    monkeypatch.setattr("palpate.contests.bare.bare", lossy)
    monkeypatch.setattr("palpate.contests.ours.ours", lossy)
    whole = figures(list(link_module.link()))["link.sent_for_each_heard.100hz_244b"]
    assert whole.limit is not None
    assert whole.ours[0] / whole.yardstick[0] > whole.limit


def test_a_stopwatch_counts_what_is_not_in_its_place() -> None:
    watch = Stopwatch(4)
    for number in (0, 2, 1, 3):
        assert not watch.full
        watch.hear(frame_of(number))
    assert watch.full
    assert watch.cost([0.0] * 4).missing == 2
    assert number_of(frame_of(70_000)) == 70_000


def test_the_simulators_limits_are_those_that_are_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulator_module, "_seconds", lambda _run: 0.5)
    found = figures(list(simulator_module.simulator()))
    assert {name: (each.yardstick[0], each.limit) for name, each in found.items()} == {
        "simulator.bytes.100hz": (3600 / 3000, 1.0),
        "simulator.bytes.1000hz": (600 / 500, 1.0),
        "simulator.ble.scripted": (60 / 15, 1.0),
        "simulator.fixture.scan_and_connect": (0.3, 1.0),
        "simulator.treatment.20min": (60.0, 1.0),
    }
    assert not any(isinstance(each, Contest) for each in found.values())


NINETY_SECONDS = Course(holds=3, hold_s=14.0, rest_s=12.0, drops_s=(8.0, 18.9, 34.0, 60.0))
"""Cut in a hold, as the hand lets go, as it presses, and in a rest."""


@pytest.mark.parametrize(
    "course",
    [
        pytest.param(NINETY_SECONDS, id="ninety seconds"),
        pytest.param(TWENTY_MINUTES, id="twenty minutes", marks=[pytest.mark.long, pytest.mark.timeout(900)]),
    ],
)
def test_a_treatment_with_drop_outs_loses_nothing_and_holds_what_was_planned(course: Course, tmp_path: Path) -> None:
    record = tmp_path / "long.mcap"
    treated = long_treatment(record, course)
    assert treated.view.summary is not None
    assert treated.view.summary.outcome == "All holds are done."
    assert treated.tool.simulated_s > course.holds * course.hold_s + (course.holds - 1) * course.rest_s
    measured = analyse_record(record)
    truth = treated.tool.truth
    assert len(measured.holds) == truth.holds == course.holds
    assert measured.signal.lost_samples == 0
    assert measured.totals.dose_kpa_s == pytest.approx(truth.dose_kpa_s, rel=0.005)
    layouts = [each for each in read_record(record).payloads if each.channel.name == "LAYOUT"]
    assert len(layouts) == len(course.drops_s) + 1


def test_each_format_is_compared_with_measuring_the_same_record() -> None:
    found = figures(list(exports(session_s=60.0)))
    assert list(found) == [
        f"exports.{name}.30min" for name in ("read", "csv", "parquet", "json", "edf", "fhir", "mcap")
    ]
    assert len({each.yardstick for each in found.values()}) == 1
    assert all(spent_s > 0 for each in found.values() for spent_s in (*each.ours, *each.yardstick))
