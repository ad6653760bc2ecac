"""Each named scenario through the whole program, link to analysis, and what it is about comes out of it."""

from __future__ import annotations

from typing import Final

import pytest

from analysis.hold import Code
from simulator.happenings.every import Happening
from simulator.library import SCENARIOS
from tests.session.named_link_checks import ALL
from tests.session.named_runs import Ran, run_named

CELL: Final = 0.005
"""The simulated cell's own error."""
UNKNOWABLE: Final = {"reset", "brown-out", "flipped-bits", "offset-step", "drifting-clock", "clock-jump"}
"""Nothing tells the true dose where the data lie, or a part of it is gone."""

SEVERAL_HOLDS: Final = {"treatment", "patient-stop"}
"""What the others with a plan are about happens in the first hold, and how it goes on is seen there too."""
LONG: Final = {"lost-wrap"}
"""More than an hour of simulated time; tests/protocol/test_tool.py has the same in numbers."""


def test_every_named_scenario_has_its_check() -> None:
    assert set(ALL) == set(SCENARIOS)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.long if name in LONG else ()) for name in SCENARIOS]
)
def test_a_named_scenario_shows_what_it_is_about(name: str, caplog: pytest.LogCaptureFixture) -> None:
    run = run_named(name, None if name in SEVERAL_HOLDS else 1)
    assert run.analysed.simulated
    assert run.recorded.header.simulated
    assert run.recorded.header.scenario == name
    assert run.analysed.signal.samples > 0
    happened = [happening for happening in run.scenario.happenings if happening.at_s < run.tool.simulated_s]
    assert sorted(run.begun, key=_order) == sorted(happened, key=_order)
    ALL[name](run)
    if name not in UNKNOWABLE:
        _holds_the_truth(run)
    _expect_quiet(caplog)


def _order(happening: Happening) -> tuple[float, str]:
    return happening.at_s, repr(happening)


def _holds_the_truth(run: Ran) -> None:
    """The true dose lies in the bounds, unless a hold is cut at the end or has none."""
    holds = run.analysed.holds
    bounds = [(hold.dose_low_kpa_s, hold.dose_high_kpa_s) for hold in holds]
    cut = any(verdict.code is Code.CUT for hold in holds for verdict in hold.verdicts)
    if cut or any(high is None for _, high in bounds):
        return
    low, high = (sum(bound or 0.0 for bound in side) for side in zip(*bounds, strict=True)) if bounds else (0.0, 0.0)
    assert low * (1 - CELL) <= run.tool.truth.dose_kpa_s <= high * (1 + CELL)


def _expect_quiet(caplog: pytest.LogCaptureFixture) -> None:
    """bumble complains of an answer that nobody waits for any more where a run ends in mid-command."""
    known = ("on_packet", "unexpected response")
    noise = [each for each in caplog.records if each.levelname in ("WARNING", "ERROR")]
    if all(any(word in each.getMessage() for word in known) for each in noise):
        caplog.clear()
