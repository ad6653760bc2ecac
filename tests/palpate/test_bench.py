from __future__ import annotations

import json
import sys
from itertools import chain

import numpy as np
import pytest
from click.testing import CliRunner

from analysis.stream import Analysis
from palpate import bench as bench_module
from palpate.bench import bench
from palpate.contests.contest import Contest, Skipped
from palpate.contests.core import core, live
from palpate.contests.peers import peers
from palpate.contests.signals import SETTINGS, blocks, presses_n


def nothing() -> None:
    pass


def busy() -> None:
    sum(range(200_000))


def told(
    monkeypatch: pytest.MonkeyPatch, *contests: Contest | Skipped
) -> tuple[int, dict[str, list[dict[str, object]]]]:
    monkeypatch.setattr(bench_module, "AREAS", {"core": lambda: iter(contests)})
    result = CliRunner().invoke(bench, ["--json"])
    return result.exit_code, json.loads(result.stdout)


def test_a_figure_over_its_limit_is_exit_code_one(monkeypatch: pytest.MonkeyPatch) -> None:
    over = Contest("busy", busy, "nothing", nothing, 1e-9)
    code, document = told(monkeypatch, over)
    assert code == 1
    assert [result["ok"] for result in document["results"]] == [False]


def test_a_figure_without_a_limit_is_never_over_it(monkeypatch: pytest.MonkeyPatch) -> None:
    code, document = told(monkeypatch, Contest("busy", busy, "nothing", nothing, None))
    assert code == 0
    assert [(result["ok"], result["limit"]) for result in document["results"]] == [(True, None)]


def test_what_cannot_be_measured_is_named_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    code, document = told(monkeypatch, Skipped("peer", "it is not installed"))
    assert code == 0
    assert document["skipped"] == [{"name": "peer", "reason": "it is not installed"}]


def test_a_person_reads_ratios_limits_and_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    contests = Contest("busy", busy, "nothing", nothing, 1e-9), Skipped("peer", "it is not installed")
    monkeypatch.setattr(bench_module, "AREAS", {"core": lambda: iter(contests)})
    result = CliRunner().invoke(bench, [])
    assert "OVER" in result.stdout
    assert "not measured: peer: it is not installed" in result.stdout


@pytest.mark.parametrize("module", ["brainflow", "neurokit2", "biosppy"])
def test_a_library_that_is_not_installed_is_skipped(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    skipped = [each for each in peers() if isinstance(each, Skipped)]
    assert f"{module} is not installed" in [each.reason for each in skipped]


def test_without_scipy_the_live_step_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.signal", None)
    assert isinstance(live(), Skipped)


def test_the_areas_have_the_limits_that_are_promised() -> None:
    limits = {each.name: each.limit for each in chain(core()) if isinstance(each, Contest)}
    assert limits == {"core.offline.10h_1khz": 40.0, "core.live.20_readings": 12.0}


def test_what_is_measured_are_holds() -> None:
    analysis = Analysis(SETTINGS)
    holds = [hold for block in blocks(presses_n(120), 7000) for hold in analysis.update(block)]
    assert len(holds) == 3
    assert holds[1].mean_n == pytest.approx(30, abs=0.05)
    assert holds[1].tremor_n_rms == pytest.approx(np.sqrt(0.5), rel=0.05)
