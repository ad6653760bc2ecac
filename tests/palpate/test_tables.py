from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from analysis.hold import Code
from analysis.repetitions import totals as analysis_totals
from palpate.tables import remarks, show_holds
from session.documents import (
    AnalysedFile,
    HoldDocument,
    RepetitionsDocument,
    SignalDocument,
    TotalsDocument,
    VerdictDocument,
)

SIGNAL = SignalDocument(
    samples=6000,
    duration_s=60,
    rate_hz=100,
    lost_samples=0,
    saturated_samples=0,
    gaps=(),
    slew_limit_n_per_s=1000,
    notes=(),
)
NO_BAND = VerdictDocument(metric="in_band_s", code=Code.NO_TARGET, text="no target band was set")
NO_AREA = VerdictDocument(metric="dose_kpa_s", code=Code.NO_AREA, text="the area of the tip is not known")
SHORT = VerdictDocument(metric="relaxation_30s_percent", code=Code.TOO_SHORT, text="the hold is short")
LOST = VerdictDocument(metric="fall_s", code=Code.GAP, text="readings are missing")
LOST_TOO = VerdictDocument(metric="rise_n_per_s", code=Code.GAP, text="readings are missing")


def hold(index: int, *verdicts: VerdictDocument, **changes: float | None) -> HoldDocument:
    names = set(HoldDocument.model_fields) - {"index", "verdicts"}
    values: dict[str, object] = {**dict.fromkeys(names, 12345.678), "over_cap_peak_n": None, **changes}
    return HoldDocument.model_validate(values | {"index": index, "merged": 0, "softening_s": (), "verdicts": verdicts})


def file(holds: Sequence[HoldDocument], notes: tuple[str, ...] = (), unseen_s: float = 0.0) -> AnalysedFile:
    totals = TotalsDocument.model_validate(
        analysis_totals(())._asdict() | {"holds": len(holds), "unseen_s": unseen_s, "unseen_high_kpa_s": None}
    )
    signal = SIGNAL.model_copy(update={"notes": notes})
    return AnalysedFile(
        file="a.mcap",
        tool=None,
        area_cm2=None,
        simulated=True,
        signal=signal,
        holds=tuple(holds),
        totals=totals,
        repetitions=RepetitionsDocument(rests_s=(), spreads={}),
    )


def printed(
    analysed: AnalysedFile, columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(columns))
    show_holds([analysed])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_a_table_fits_its_terminal_without_cutting_a_number(
    columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(file([hold(0), hold(1)]), columns, monkeypatch, capsys)[1:]
    assert not any("…" in line or len(line) > columns for line in lines)
    assert [line.split()[0] for line in lines if line.strip()][-2:] == ["1", "2"]


def test_a_wide_terminal_shows_all_columns_and_a_narrow_one_the_dose(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = " ".join(printed(file([hold(0)]), 120, monkeypatch, capsys)).split()
    narrow = " ".join(printed(file([hold(0)]), 40, monkeypatch, capsys)).split()
    assert {"start", "lasts", "mean", "peak", "dose", "band", "CV", "tremor", "fall"} <= set(wide)
    assert {"lasts", "mean", "dose"} <= set(narrow)
    assert {"fall", "tremor", "CV"}.isdisjoint(narrow)


def test_times_have_one_decimal_doses_none_and_nothing_is_minus_zero(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    values = {
        "start_s": 0.04, "duration_s": 34.96, "mean_n": 27.89, "peak_n": -0.01, "mean_kpa": -0.4, "dose_kpa_s": 9738.65,
        "dose_high_kpa_s": 9738.65,
        "in_band_s": 30.36, "cv_percent": 2.37, "tremor_n_rms": 0.367, "fall_s": 1.45,
    }  # fmt: skip
    row = printed(file([hold(0, **values)]), 120, monkeypatch, capsys)[5]
    assert row.split() == ["1", "0.0", "35.0", "27.9", "0.0", "0", "9739", "30.4", "2.4", "0.37", "1.4"]


def test_what_no_hold_has_is_no_column_and_what_one_lacks_is_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    holds = [hold(0, in_band_s=None, fall_s=None), hold(1, in_band_s=None)]
    lines = printed(file(holds), 120, monkeypatch, capsys)
    assert "band" not in " ".join(lines)
    assert lines[5].split()[-1] == "–"


def test_the_upper_bound_of_a_dose_stands_beside_it_where_readings_are_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known, wide, unknown = (
        hold(n, dose_kpa_s=2204.4, dose_high_kpa_s=high) for n, high in enumerate((2204.4, 2713.2, None))
    )
    assert "up" not in " ".join(printed(file([known, unknown]), 120, monkeypatch, capsys)).split()
    lines = printed(file([known, wide, unknown]), 40, monkeypatch, capsys)
    assert [line.split()[-2:] for line in lines[5:8]] == [["2204", "2204"], ["2204", "2713"], ["2204", "–"]]


def test_numbers_stand_under_each_other(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(file([hold(0, start_s=1.0), hold(1, start_s=1234.5)]), 120, monkeypatch, capsys)
    ends = [line.index(number) + len(number) for line, number in ((lines[5], "1.0"), (lines[6], "1234.5"))]
    assert ends[0] == ends[1]


@pytest.mark.parametrize(("count", "words"), [(0, "no holds"), (1, "1 hold "), (2, "2 holds")])
def test_the_first_line_counts_the_holds(
    count: int, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = printed(file([hold(i) for i in range(count)]), 80, monkeypatch, capsys)[0]
    assert first == f"a.mcap (simulated): {words.strip()} in 60.0 s at 100 Hz, 0 readings lost"


def test_a_reason_stands_once_with_the_holds_and_metrics_it_concerns() -> None:
    holds = [hold(i, *([LOST, LOST_TOO] if i in (0, 1, 2, 4) else [])) for i in range(5)]
    assert remarks(file(holds)) == ["holds 1–3, 5: readings are missing (fall_s, rise_n_per_s)"]
    assert remarks(file([hold(0), hold(1, LOST)])) == ["hold 2: readings are missing (fall_s)"]


def test_that_an_option_was_not_given_is_no_reason() -> None:
    assert remarks(file([hold(0, NO_BAND, NO_AREA)])) == []


def test_that_a_hold_was_short_is_said_only_where_nothing_else_is() -> None:
    short = "hold 1: the hold is short (relaxation_30s_percent)"
    assert remarks(file([hold(0, NO_BAND, SHORT)])) == [short]
    assert remarks(file([hold(0, SHORT), hold(1, LOST)])) == ["hold 2: readings are missing (fall_s)"]


def test_notes_come_first() -> None:
    assert remarks(file([hold(0, LOST)], ("the unit was guessed",)))[0] == "the unit was guessed"


def test_what_was_pressed_above_the_limit_is_said_first() -> None:
    over = hold(1, LOST, over_cap_s=1.44, over_cap_peak_n=47.25, over_cap_n_s=3.21, over_cap_kpa_s=64.2)
    said = "hold 2: above the limit for 1.4 s, up to 47.2 N, dose above it 64 kPa·s"
    assert remarks(file([hold(0), over], ("a note",)))[0] == said
    bare = hold(1, LOST, over_cap_s=1.44, over_cap_peak_n=47.25, over_cap_n_s=3.21, over_cap_kpa_s=None)
    assert remarks(file([hold(0), bare]))[0].endswith(", dose above it 3.2 N·s")


def test_long_remarks_are_wrapped_and_indented(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    note = " ".join(np.repeat("word", 30))
    lines = printed(file([], (note,)), 60, monkeypatch, capsys)[1:]
    assert len(lines) == 3
    assert all(line.startswith("  word") and len(line) <= 60 for line in lines)


def test_that_a_press_may_be_missing_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(file([hold(0)], unseen_s=2.34), 200, monkeypatch, capsys)
    assert "  readings are missing for 2.3 s outside the holds: a press in that time is not counted" in lines
    assert not any("outside the holds" in line for line in printed(file([hold(0)]), 200, monkeypatch, capsys))
