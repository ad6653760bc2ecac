"""A visit in a file beside the chart: what a crash leaves, and what is gone on with."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from clinic.way.files import keep_way, read_way, unfinished, way_path
from clinic.way.said import Noted, Reported, Step
from session.errors import InputError
from tests.clinic.screening.charts import NOW
from tests.clinic.way.visits import begun, up_to


def test_what_was_kept_is_read_again_to_the_letter(tmp_path: Path) -> None:
    chart, way = tmp_path / "chart.json", up_to(Step.REPORT)
    keep_way(chart, way)
    assert read_way(way_path(chart, way)) == way
    assert stat.S_IMODE(way_path(chart, way).stat().st_mode) == 0o600


def test_the_newest_unfinished_visit_of_today_is_gone_on_with(tmp_path: Path) -> None:
    chart = tmp_path / "chart.json"
    older, newer = begun(NOW), begun(NOW + timedelta(hours=1))
    other = begun(NOW + timedelta(hours=1, minutes=30))
    complete = up_to(Step.REPORT).noted(Reported(files=("x",)), NOW)
    for each in (newer, older, complete):
        keep_way(chart, each)
    keep_way(tmp_path / "charts.json", other)
    assert unfinished(chart, NOW + timedelta(hours=2)) == newer
    assert unfinished(chart, NOW + timedelta(hours=12, minutes=30)) == newer
    assert unfinished(chart, NOW + timedelta(days=2)) is None


def test_each_step_replaces_the_file_of_its_visit_and_no_other(tmp_path: Path) -> None:
    chart, way = tmp_path / "chart.json", up_to(Step.NOTE)
    keep_way(chart, way)
    keep_way(chart, way.noted(Noted(text="x"), NOW))
    assert len(list(tmp_path.iterdir())) == 1
    assert unfinished(chart, NOW) == way.noted(Noted(text="x"), NOW)


def test_a_file_that_is_no_visit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "chart.visit-x.json"
    path.write_text("{}")
    with pytest.raises(InputError, match="this is no visit of “palpate visit”"):
        unfinished(tmp_path / "chart.json", NOW)
    with pytest.raises(InputError, match="it cannot be read"):
        read_way(tmp_path / "not there")
