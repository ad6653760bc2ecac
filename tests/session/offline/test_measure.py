from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from analysis.settings import Settings
from protocol.blocks import SampleBlock
from session.documents import AnalysedFile, AnalysisDocument, GapDocument, schema_text
from session.errors import InputError
from session.offline.measure import analyse, recut
from session.offline.request import Newtons, Request, Share
from session.offline.source import Instrument, Retarget, Source, settings_for
from session.offline.sources import open_source
from session.offline.survey import Survey
from session.published import PUBLISHED
from tests.analysis.presses import block, press, without

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"
FULL = Request(area_cm2=2.0, target_n=30.0, band_percent=10.0)


def table(folder: Path, readings: SampleBlock) -> str:
    lines = [f"{time_s},{force_n}" for time_s, force_n in zip(readings.time_s, readings.force_n, strict=True)]
    path = folder / "press.csv"
    path.write_text("\n".join(["time_s,force_n", *lines]), encoding="utf-8")
    return str(path)


def analysed(folder: Path, readings: SampleBlock, request: Request = FULL) -> AnalysedFile:
    return analyse(open_source(table(folder, readings), request))


def test_a_table_of_a_press_is_one_hold(tmp_path: Path) -> None:
    file = analysed(tmp_path, block(press()))
    (hold,) = file.holds
    assert (file.tool, file.area_cm2, file.simulated) == (None, 2.0, False)
    assert (file.signal.samples, file.signal.rate_hz, file.signal.slew_limit_n_per_s) == (771, 100, 1000)
    assert (hold.start_s, hold.end_s) == (1.04, 6.7)
    assert file.totals.holds == 1
    assert (file.totals.pressure_s, file.totals.impulse_n_s) == (5.66, hold.impulse_n_s)
    assert (file.totals.dose_kpa_s, file.totals.in_band_s) == (hold.dose_kpa_s, hold.in_band_s)


def test_nothing_pressed_is_a_dose_of_zero_and_an_unknown_area_is_none(tmp_path: Path) -> None:
    rest = block([0.0] * 100)
    totals = analysed(tmp_path, rest).totals
    assert (totals.holds, totals.pressure_s, totals.dose_kpa_s, totals.in_band_s) == (0, 0, 0, 0)
    unknown = analysed(tmp_path, rest, Request()).totals
    assert (unknown.dose_kpa_s, unknown.in_band_s) == (None, None)


def test_time_without_readings_is_no_time_under_pressure(tmp_path: Path) -> None:
    file = analysed(tmp_path, without(block(press()), *range(300, 309)))
    assert file.signal.gaps == (GapDocument(start_s=2.99, end_s=3.09, lost=9),)
    assert file.totals.pressure_s == pytest.approx(5.56)
    # 1.5 times the peak of 30 N caps the tent over 0.1 s
    (hold,) = file.holds
    assert hold.dose_high_kpa_s == pytest.approx((hold.dose_kpa_s or 0) + 5 * (2 * 0.015 * 37.5 + 0.07 * 45))
    assert "assumed_full_scale" in [verdict.code for verdict in hold.verdicts]


def test_a_given_full_scale_is_not_assumed(tmp_path: Path) -> None:
    lossy = without(block(press()), *range(300, 309))
    (hold,) = analysed(tmp_path, lossy, Request(area_cm2=2.0, full_scale_n=40.0)).holds
    assert hold.dose_high_kpa_s == pytest.approx((hold.dose_kpa_s or 0) + 5 * (2 * 0.01 * 35 + 0.08 * 40))
    assert "assumed_full_scale" not in [verdict.code for verdict in hold.verdicts]


def test_a_full_scale_below_the_readings_is_doubted(tmp_path: Path) -> None:
    doubted = analysed(tmp_path, block(press()), Request(full_scale_n=29.9)).signal.notes
    assert doubted == ("--full-scale is below the highest reading, 30.0 N: the upper bounds are too low",)
    assert analysed(tmp_path, block(press()), Request(full_scale_n=30.0)).signal.notes == ()


def test_shares_are_taken_of_the_whole_recording(tmp_path: Path) -> None:
    (hold,) = analysed(tmp_path, block(press()), Request(on=Share(50), off=Share(40))).holds
    assert (hold.start_s, hold.end_s) == (1.25, 6.63)


def test_thresholds_that_contradict_each_other_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="do not fit the recording: the let-go threshold 3"):
        analysed(tmp_path, block(press()), Request(off=Newtons(3.0)))


def test_a_share_that_comes_to_less_than_nothing_is_an_error_that_says_what_to_do() -> None:
    facts = Survey(10_000, 100.0, zero_n=0.0, rest_n=-5.0, pressed_n=1.0, peak_n=2.0)
    with pytest.raises(InputError, match=r"^contact would begin at -2 N, and must begin above 0: give --on .* --zero$"):
        settings_for(Request(on=Share(50), off=Share(10)), facts)
    assert settings_for(Request(on=Share(90), off=Share(10)), facts).on_n == pytest.approx(0.4)


def test_what_was_asked_for_goes_before_what_the_instrument_says() -> None:
    facts = Survey(10_000, 100.0, zero_n=0.0, rest_n=0.0, pressed_n=30.0, peak_n=40.0)
    tool = Instrument(area_cm2=1.5, full_scale_n=200.0)
    own = settings_for(Request(), facts, tool)
    assert (own.area_cm2, own.full_scale_n, own.full_scale_assumed) == (1.5, 200, False)
    asked = settings_for(Request(area_cm2=2.0, full_scale_n=300.0), facts, tool)
    assert (asked.area_cm2, asked.full_scale_n, asked.full_scale_assumed) == (2, 300, False)
    nobody = settings_for(Request(), facts)
    assert (nobody.area_cm2, nobody.full_scale_n, nobody.full_scale_assumed) == (None, 60, True)
    assert settings_for(Request(), facts._replace(peak_n=0.0)).full_scale_n is None


@given(st.lists(st.integers(0, 30), max_size=8), st.integers(1, 40))
def test_recut_readings_are_the_same_in_blocks_of_one_length(lengths: list[int], length: int) -> None:
    whole = block([float(n) for n in range(sum(lengths))])
    given_blocks, start = [], 0
    for part in lengths:
        given_blocks.append(whole[start : start + part])
        start += part
    cut = [part for part in recut(given_blocks, length) if isinstance(part, SampleBlock)]
    assert [n for part in cut for n in part.index.tolist()] == whole.index.tolist()
    assert all(len(part) == length for part in cut[:-1])
    assert all(0 < len(part) <= length for part in cut)


def test_a_document_refuses_what_is_not_in_it_and_what_is_no_number() -> None:
    with pytest.raises(ValidationError):
        GapDocument.model_validate({"start_s": 0.0, "end_s": 1.0, "lost": 1, "why": "rain"})
    with pytest.raises(ValidationError):
        GapDocument(start_s=float("nan"), end_s=1.0, lost=1)


def test_the_document_names_its_schema_first() -> None:
    assert json.loads(AnalysisDocument(files=()).to_json()) == {"schema": "palpate.analysis/1", "files": []}


def test_published_schemas_are_those_of_the_models() -> None:
    stale = [name for name, model in PUBLISHED.items() if (SCHEMAS / name).read_text("utf-8") != schema_text(model)]
    assert not stale, "write them anew: python -m session.published"


@pytest.mark.parametrize("chunk", [None, 1, 7, 1000])
def test_a_target_that_was_lowered_counts_from_the_next_contact(chunk: int | None) -> None:
    """Two holds of 2 s, at 40 N and at 32 N; between them the target fell from 40 to 32 N."""
    force_n = np.repeat([0.0, 40.0, 0.0, 32.0, 0.0], [10, 200, 100, 200, 100])
    index = np.arange(len(force_n))
    whole = SampleBlock.of(index, index * 10_000, force_n)
    settings = Settings(period_us=10_000, area_cm2=1.0, target_n=40.0, band_percent=10.0)
    source = Source("made up", settings, 100.0, lambda: iter((whole[:260], Retarget(32.0, 10.0), whole[260:])))
    first, second = analyse(source, chunk).holds
    assert (first.in_band_s, second.in_band_s) == (1.995, 1.995)
