"""Gaps outside holds."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from session.documents import AnalysedFile
from session.offline.measure import analyse
from session.offline.request import Request
from session.offline.sources import open_source


def measured(folder: Path, *missing: tuple[float, float]) -> AnalysedFile:
    """Ten seconds at 100 Hz with a press of 20 N from 2 to 8 s, without the rows in these spans."""
    times_s = np.arange(1000) / 100
    there = np.all([(times_s <= start_s) | (times_s >= end_s) for start_s, end_s in missing], axis=0)
    rows = [f"{time_s:.2f},{20.0 if 2 <= time_s < 8 else 0.0}" for time_s in times_s[there].tolist()]
    path = folder / "press.csv"
    path.write_text("\n".join(["time_s,force_n", *rows]), encoding="utf-8")
    return analyse(open_source(str(path), Request(area_cm2=1.0, full_scale_n=100.0)))


def test_a_gap_outside_the_holds_counts_whole(tmp_path: Path) -> None:
    assert measured(tmp_path, (8.5, 9.5)).totals.unseen_s == 1.0


def test_a_gap_that_a_hold_goes_on_over_does_not_count(tmp_path: Path) -> None:
    file = measured(tmp_path, (4.0, 5.0))
    assert len(file.holds) == 1
    assert file.totals.unseen_s == 0


def test_a_gap_that_hides_the_end_of_a_hold_counts_whole(tmp_path: Path) -> None:
    file = measured(tmp_path, (7.0, 9.0), (4.0, 5.0))
    assert file.holds[0].end_s == 7.0
    assert file.totals.unseen_s == 2.0


def test_a_touch_that_a_gap_hides_is_no_hold_and_told_as_unseen(tmp_path: Path) -> None:
    file = measured(tmp_path, (2.2, 9.0))
    assert file.totals.holds == 0
    assert file.totals.dose_high_kpa_s == 0
    assert file.totals.unseen_s == 6.8
    assert file.totals.unseen_high_kpa_s is not None
    assert file.totals.unseen_high_kpa_s > 10 * 20.0 * 6
