"""The window of a review: what is drawn, what the keys do, and what each figure is explained with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from clinic.review.metrics import METRICS, Metric
from clinic.review.reviewed import Event, Kind, Reviewed, Stretch, reviewed
from gui.app import application
from gui.button import SMALLEST_PX
from gui.look import look
from gui.review_holds import HoldKey, hold_name
from gui.review_table import ASK, Row, amount, hold_rows, pair_rows
from gui.review_trace import Whole
from gui.review_window import NO_HOLD, ReviewWindow
from gui.theme import CONTRAST, DARK, LIGHT
from palpate.cli import run
from tests.clinic.report.conftest import guided, made

__all__ = ["guided", "made"]
Shown = Callable[..., ReviewWindow]


@pytest.fixture(scope="module")
def one(guided: Path) -> Reviewed:
    return reviewed(guided)


@pytest.fixture(scope="module")
def simulated(made: Path) -> Reviewed:
    return reviewed(made)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    application()

    def show(*records: Reviewed) -> ReviewWindow:
        window = ReviewWindow(records)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show


def key(window: ReviewWindow, which: Qt.Key) -> Stretch:
    QTest.keyClick(window.chart, which)
    return window.chart.stretch


def cell(table: QTableWidget, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def without_holds(of: Reviewed) -> Reviewed:
    return replace(of, measured=replace(of.measured, holds=()))


def test_a_record_is_shown_from_its_beginning_to_its_end(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    assert window.chart.stretch == pytest.approx(Stretch(0.0, one.end_s))
    time_s, force_n = window.chart._curve.getData()
    assert np.nanmax(force_n) == one.force_n.max()
    assert (time_s[0], time_s[-1]) == pytest.approx((0.0, one.end_s), abs=0.1)


def test_a_hold_of_the_list_is_shown_with_two_seconds_around_it(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    window.holds.setCurrentRow(1)
    figures = one.measured.holds[1].figures
    start_s, end_s = window.chart.stretch
    assert end_s - start_s == pytest.approx(figures.duration_s + 4)
    assert start_s < figures.start_s < figures.end_s < end_s <= one.end_s + 1e-6
    assert cell(window.metrics.table, 0, 1) == f"{figures.duration_s:.1f} s"


def test_keys_zoom_about_the_middle_scroll_by_a_fifth_and_show_all_again(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    window.chart.show_stretch(4.0, 7.0)
    assert key(window, Qt.Key.Key_Plus) == pytest.approx((4.5, 6.5))
    assert key(window, Qt.Key.Key_Right) == pytest.approx((4.9, 6.9))
    assert key(window, Qt.Key.Key_Left) == pytest.approx((4.5, 6.5))
    assert key(window, Qt.Key.Key_Minus) == pytest.approx((4.0, 7.0))
    assert key(window, Qt.Key.Key_Home) == pytest.approx((0.0, one.end_s))


def test_no_key_leads_beside_the_record_or_closer_than_half_a_second(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    assert key(window, Qt.Key.Key_Left) == pytest.approx((0.0, one.end_s))
    assert key(window, Qt.Key.Key_Minus) == pytest.approx((0.0, one.end_s))
    for _ in range(30):
        key(window, Qt.Key.Key_Plus)
    start_s, end_s = window.chart.stretch
    assert end_s - start_s == pytest.approx(0.5)
    window.chart.show_stretch(one.end_s - 1, one.end_s + 9)
    assert window.chart.stretch.end_s == pytest.approx(one.end_s)


def test_buttons_do_what_the_keys_do(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    window.closer.click()
    width = one.end_s / 1.5
    assert window.chart.stretch.end_s - window.chart.stretch.start_s == pytest.approx(width)
    window.whole.click()
    assert window.chart.stretch == pytest.approx((0.0, one.end_s))


def test_gaps_late_readings_and_events_are_told_where_they_are(shown: Shown, one: Reviewed) -> None:
    late = replace(one, late=(Stretch(3.0, 3.4),), events=(Event(2.0, Kind.PAIN, "pain 6 of 10", 6),))
    window = shown(late)
    chart = window.chart
    chart.show_stretch(0.0, late.end_s)
    (gap,) = late.gaps

    def told(time_s: float) -> str:
        return chart.told_at(chart.plot.vb.mapViewToScene(QPointF(time_s, 5.0)))

    assert told((gap.start_s + gap.end_s) / 2) == "no readings"
    assert told(3.2) == "sent again after it was lost"
    assert told(2.0) == "2.0 s: pain 6 of 10"
    assert told(5.5) == ""
    assert chart.told_at(QPointF(-5, -5)) == ""


def test_each_figure_is_explained_by_keys_and_by_the_pointer(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    table = window.metrics.table
    assert window.metrics.told.text() == ASK
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    row = table.currentRow()
    assert window.metrics.told.text().startswith(f"{METRICS[row].title}: {METRICS[row].meaning}")
    tip = table.model().index(row, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == window.metrics.told.text() == table.accessibleDescription()
    assert table.rowCount() == len(METRICS)


def test_what_is_missing_says_why_in_its_row(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    row = next(index for index, metric in enumerate(METRICS) if metric.name == "dose_ppt_s")
    cells = [cell(window.metrics.table, row, column) for column in range(3)]
    assert cells[1] == "–"
    assert "threshold" in cells[2]


def test_two_holds_are_laid_over_each_other_and_compared(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    window.pair_button.click()
    assert window.pages.currentWidget() is window.pair
    before, after = one.measured.holds
    curves = [item for item in window.pair.overlay.items if hasattr(item, "getData")]
    assert len(curves) == len(before.curve.pieces) + len(after.curve.pieces)
    (first, _), (second, _) = curves[0].getData(), curves[1].getData()
    assert first[0] == pytest.approx(-1, abs=0.02)
    assert second[0] == pytest.approx(-1, abs=0.02)  # each begins a second before its own contact
    peak = next(row for row in range(9) if cell(window.pair.table.table, row, 0) == "Peak")
    cells = [cell(window.pair.table.table, peak, column) for column in range(1, 4)]
    rise = after.figures.peak_n - before.figures.peak_n
    assert cells == [f"{before.figures.peak_n:.1f} N", f"{after.figures.peak_n:.1f} N", f"+{rise:.1f} N"]
    window.pair.swap.click()
    assert cell(window.pair.table.table, peak, 3) == f"−{rise:.1f} N"


def test_holds_of_two_records_are_compared_and_named_by_their_record(
    shown: Shown, one: Reviewed, simulated: Reviewed
) -> None:
    window = shown(one, simulated)
    assert window.holds.count() == 4
    assert window.pair.after.currentText() == hold_name((one, simulated), HoldKey(1, 1))
    assert window.pair.after.currentText().endswith("made.mcap")
    window.holds.setCurrentRow(2)
    assert window.which.currentIndex() == 1
    assert window.about.text().startswith("made.mcap")


def test_simulated_records_alone_carry_the_mark(shown: Shown, one: Reviewed, simulated: Reviewed) -> None:
    window = shown(one, simulated)
    assert not window.mark.isVisible()
    window.show_record(1)
    assert window.mark.text() == "SIMULATED"
    assert window.mark.isVisible()


def test_a_record_without_a_hold_says_so_and_offers_no_comparison(shown: Shown, one: Reviewed) -> None:
    window = shown(without_holds(one))
    assert window.none.text() == NO_HOLD
    assert window.none.isVisible()
    assert not window.metrics.isVisible()
    window.pair_button.click()
    assert window.pair.none.isVisible()
    assert not window.pair.overlay.isVisible()


def test_colours_go_round(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    seen = []
    for _ in range(3):
        window.colours.click()
        seen.append(look().theme)
    assert seen == [LIGHT, CONTRAST, DARK]
    assert window.colours.accessibleName() == "light colours"


def test_everything_has_a_name_and_a_fingers_size(shown: Shown, one: Reviewed) -> None:
    window = shown(one)
    inside = [each for each in window.findChildren(QWidget) if each.isVisible()]
    focusable = [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None]
    assert [type(each).__name__ for each in focusable if not each.accessibleName()] == []
    for button in inside:
        if isinstance(button, QAbstractButton) and button.text():
            assert min(button.width(), button.height()) >= SMALLEST_PX, button.text()


def test_a_thinned_trace_keeps_every_peak_and_breaks_at_gaps() -> None:
    time_s = np.arange(1000) / 100
    value = np.zeros(1000)
    value[537], value[200] = 9.0, -4.0
    whole = Whole(time_s, value, np.array([600]))
    times, thinned = whole.between(0.0, 10.0, 50)
    assert thinned.size <= 2 * 60
    assert (np.nanmax(thinned), np.nanmin(thinned)) == (9.0, -4.0)
    assert (np.diff(times) >= 0).all()
    near_times, near = whole.between(5.95, 6.05, 50)
    assert np.isnan(near).sum() == 1
    assert near_times[np.isnan(near)] == pytest.approx(5.995)
    assert near_times.size < 16


def test_amounts_have_their_unit_and_a_dash_where_there_is_none() -> None:
    metric = Metric("peak_n", "Peak", "N", 1, "The highest.")
    assert amount(metric, 12.34) == "12.3 N"
    assert amount(metric, None) == "–"
    assert amount(metric._replace(unit="", decimals=0), 2) == "2"


def test_only_a_rise_that_can_be_seen_has_a_plus(one: Reviewed) -> None:
    from clinic.review.compare import Compared

    metric = Metric("peak_n", "Peak", "N", 1, "The highest.")
    texts = [pair_rows([Compared(metric, 1.0, 1.0 + by, by, "")])[0].cells[3] for by in (0.04, 0.2, -0.2, 0.0)]
    assert texts == ["0.0 N", "+0.2 N", "−0.2 N", "0.0 N"]
    from clinic.review.metrics import shown as figures

    rows = hold_rows(figures(one.measured.holds[0].figures))
    assert isinstance(rows[0], Row)


def test_a_file_that_is_no_record_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.mcap").write_text("nothing", encoding="utf-8")
    assert run(["review", str(tmp_path / "bad.mcap")]) == 2
    assert "bad.mcap" in capsys.readouterr().err


def test_the_command_opens_the_window_and_ends_with_it(guided: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def close(app: object) -> int:
        from PySide6.QtWidgets import QApplication

        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, ReviewWindow)]
        opened.extend(each.about.text() for each in windows if each.isVisible())
        return 0

    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exec", close)
    assert run(["review", str(guided)]) == 0
    assert [text.split(" ")[0] for text in opened] == ["guided.mcap"]
