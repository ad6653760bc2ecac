"""Simulated hands that ignore every cue: over-cap force, time and dose are counted and printed by the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from mcap.reader import SeekingReader

from tests.palpate.rooms import Practice

CAP_N = 25.0
"""250 kPa on trunk and limbs without a threshold, on a tip of 1 cm²."""


def forces(record: Path) -> tuple[np.ndarray, np.ndarray]:
    """Times and forces, as a viewer of MCAP sees them."""
    with record.open("rb") as stream:
        found = [json.loads(message.data) for _, _, message in SeekingReader(stream).iter_messages("force")]
    return np.array([each["time_s"] for each in found]), np.array([each["force_n"] for each in found])


@pytest.mark.parametrize("force_n", [35.0, 60.0])
def test_what_a_hand_presses_over_the_cap_of_a_person_is_printed_with_peak_time_and_dose(
    tmp_path: Path, force_n: float
) -> None:
    practice = Practice(tmp_path)
    practice.screened()
    shown = practice.treat(practice.scenario((2, force_n, 6)), "--plan", "tool-self-care")
    assert "let go slowly – the pressure is above the limit" in practice.said
    (record,) = (tmp_path / "data" / "records").iterdir()
    time_s, pressed_n = forces(record)
    above_n = np.maximum(pressed_n - CAP_N, 0.0)
    said = re.search(r"hold 1: above the limit for ([\d.]+) s, up to ([\d.]+) N, dose above it (\d+) kPa·s", shown)
    assert said is not None
    over_s, peak_n, dose_kpa_s = (float(each) for each in said.groups())
    assert peak_n == pytest.approx(pressed_n.max(), abs=0.1)
    assert over_s == pytest.approx(np.trapezoid(np.where(pressed_n > CAP_N, 1.0, 0.0), time_s), abs=0.06)
    assert dose_kpa_s == pytest.approx(10 * np.trapezoid(above_n, time_s), rel=0.01, abs=1.0)
    after = re.search(r"pressed after “let go” for ([\d.]+) s, up to ([\d.]+) N, (\d+) kPa·s", shown)
    assert after is not None
    assert float(after.group(1)) > 3.0
    assert 10 * CAP_N * over_s < float(after.group(3)) < 10 * peak_n * 7.0


def test_the_same_figures_stand_in_json_and_add_up(tmp_path: Path) -> None:
    practice = Practice(tmp_path)
    practice.screened()
    practice.treat(practice.scenario((2, 35, 6), (12, 60, 6)), "--plan", "tool-self-care")
    (record,) = (tmp_path / "data" / "records").iterdir()
    file = json.loads(practice.run("analyze", record, "--json"))["files"][0]
    first, second = file["holds"]
    for hold in (first, second):
        assert hold["over_cap_kpa_s"] == pytest.approx(10 * hold["over_cap_n_s"])
        assert 0 < hold["over_cap_n_s"] < (hold["over_cap_peak_n"] - CAP_N) * hold["over_cap_s"]
    assert second["over_cap_n_s"] > first["over_cap_n_s"]
    assert file["totals"]["over_cap_kpa_s"] == pytest.approx(first["over_cap_kpa_s"] + second["over_cap_kpa_s"])


def test_a_hand_that_stays_below_its_cap_has_nothing_said_of_it(tmp_path: Path) -> None:
    practice = Practice(tmp_path)
    practice.screened()
    shown = practice.treat(practice.scenario((2, 15, 4)), "--plan", "tool-self-care")
    assert "above the limit" not in shown + practice.said
