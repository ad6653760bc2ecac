"""What the chart really paints, pixel by pixel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from gui.chart import Chart
from gui.theme import DARK
from protocol.blocks import SampleBlock
from tests.gui.stage import block, view


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(900, 300)
    chart.show()
    chart.show_view(view(), 0.0)
    return chart


def inked(chart: Chart, from_s: float, to_s: float) -> bool:
    """Whether the trace's colour is painted between two times (seconds before now)."""
    picture = chart.grab().toImage()
    view_box = chart._plot.vb
    left, right = (round(view_box.mapViewToScene(QPointF(x, 0)).x()) for x in (from_s, to_s))
    return any(
        picture.pixelColor(x, y).name() == DARK.plain.lower()
        for x in range(left, right)
        for y in range(picture.height())
    )


def shown(chart: Chart, *blocks: SampleBlock, age_s: float = 0.0) -> Chart:
    chart.add(blocks)
    chart.show_view(view(), age_s)
    return chart


def test_a_whole_trace_is_painted_without_a_break(chart: Chart) -> None:
    shown(chart, block([30.0] * 3000))
    assert all(inked(chart, second, second + 0.5) for second in range(-29, 0))


def test_no_line_bridges_a_loss(chart: Chart) -> None:
    shown(chart, block([30.0] * 1000), block([30.0] * 1000, first=2000))
    assert inked(chart, -29.0, -21.0)
    assert not inked(chart, -19.5, -10.5)
    assert inked(chart, -9.0, -1.0)


def test_the_trace_drifts_away_from_the_edge_while_no_reading_comes(chart: Chart) -> None:
    shown(chart, block([30.0] * 3000), age_s=4.0)
    assert inked(chart, -10.0, -4.5)
    assert not inked(chart, -3.5, 0.0)
