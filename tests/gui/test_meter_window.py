"""The window of an instrument that guides nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from device.drivers.registry import driver_named
from gui.app import application
from gui.meter_window import NO_CURVE, MeterWindow
from protocol.blocks import SampleBlock
from session.links import LinkName
from session.meter_view import MeterHold, MeterView
from session.reading import Reader, Reading, read_with
from session.view import LinkState, NotRecorded, Recording, unkept
from simulator.twins.shelf import ROUND_S, TWINS
from tests.virtual import run_virtual

PROGRESSOR = driver_named("progressor").ability
PLAIN = MeterView(
    simulated=True,
    title="Tindeq Progressor",
    name="Progressor_1234",
    refusal="the instrument is pulled and cannot press",
    lacks=PROGRESSOR.lacks,
    link=LinkState.ONLINE,
    link_text="",
    last_valid_s=10.0,
    stale_s=0.5,
    force_n=41.25,
    zero_n=0.0,
    rate_hz=80.0,
    samples=800,
    lost_samples=2,
    malformed=0,
    contact=True,
    holds=(MeterHold(11.4, 39.96, 40.8),),
    recording=Recording("/records/one.mcap"),
)


class Held:
    """A source that answers with what it holds."""

    def __init__(self, shown: MeterView, now_s: float = 10.1) -> None:
        self.shown, self.now_s = shown, now_s
        self.samples: tuple[SampleBlock, ...] = ()
        self.events: tuple[str, ...] = ()
        self.ended = 0
        self.zeros: list[str] = []

    def view(self) -> MeterView:
        return self.shown

    def take_samples(self) -> tuple[SampleBlock, ...]:
        return self.samples

    def take_events(self) -> tuple[str, ...]:
        taken, self.events = self.events, ()
        return taken

    def clock_s(self) -> float:
        return self.now_s

    def zero(self) -> None:
        self.zeros.append("measured")

    def undo_zero(self) -> None:
        self.zeros.append("taken back")

    def end(self) -> None:
        self.ended += 1


Open = Callable[[Held], MeterWindow]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def open_window(source: Held) -> MeterWindow:
        application()
        window = MeterWindow(source)
        qtbot.addWidget(window)
        window.show()
        window.poll()
        return window

    return open_window


def test_it_says_that_it_guides_nobody_and_why_and_what_else_cannot_be_had(opened: Open) -> None:
    window = opened(Held(PLAIN))
    assert window.refusal.text() == "Progressor_1234: no guidance, the instrument is pulled and cannot press."
    assert window.lacks.text().splitlines() == [
        "· pressure: not available, the area of the contact is not known",
        "· lost readings: not available, the instrument does not keep them",
    ]
    assert window.mark.text() == "SIMULATED"


@pytest.mark.parametrize(
    ("stale_s", "now_s", "text"),
    [(0.5, 10.49, "41.2 N"), (0.5, 10.5, "– N old"), (5.0, 14.9, "41.2 N"), (5.0, 15.0, "– N old")],
)
def test_a_force_stays_as_long_as_it_is_true_for_this_instrument(
    stale_s: float, now_s: float, text: str, opened: Open
) -> None:
    window = opened(Held(replace(PLAIN, stale_s=stale_s), now_s))
    assert window.number.text == text
    assert window.link.property("tone") == ("alarm" if "old" in text else "")


def test_before_the_first_reading_there_is_no_force_and_no_alarm(opened: Open) -> None:
    window = opened(Held(replace(PLAIN, last_valid_s=None, force_n=None, holds=())))
    assert (window.number.text, window.link.text()) == ("– N", "online · no data yet")
    assert window.last.text == "last hold: –"
    assert window.link.property("tone") == ""


@pytest.mark.parametrize(("rate_hz", "said"), [(80.0, ""), (None, NO_CURVE)])
def test_a_curve_is_drawn_only_where_the_rate_is_known(rate_hz: float | None, said: str, opened: Open) -> None:
    source = Held(replace(PLAIN, rate_hz=rate_hz))
    window = opened(source)
    index = np.arange(100, dtype=np.int64)
    source.samples = (SampleBlock.of(index, index * 12_500, np.full(100, 12.0)),)
    window.poll()
    assert window.chart.isVisible() is (rate_hz is not None)
    assert ("" if window.no_curve.isHidden() else window.no_curve.text()) == said
    if rate_hz is not None:
        assert np.nanmax(window.chart.picture().values) == pytest.approx(12.0)
    assert window.chart.picture().band is None


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"link": LinkState.LOST, "link_text": "The connection is lost."}, "The connection is lost."),
        ({"recording": NotRecorded("the disk is full")}, "NOT RECORDED: the disk is full"),
        ({"recording": Recording("a.mcap", behind=True)}, unkept(Recording("a.mcap", behind=True))),
    ],
)
def test_what_is_wrong_is_said_and_marked(changes: dict[str, Any], text: str, opened: Open) -> None:
    window = opened(Held(replace(PLAIN, **changes)))
    assert window.notice.text() == text
    assert "alarm" in {window.link.property("tone"), window.record.property("tone")}


def test_what_the_instrument_says_stays_in_sight(opened: Open) -> None:
    source = Held(PLAIN)
    window = opened(source)
    source.events = ("battery: 3.12 V",)
    window.poll()
    window.poll()
    assert window.notice.text() == "battery: 3.12 V"


def test_the_last_hold_is_shown_and_how_many_there_were(opened: Open) -> None:
    window = opened(Held(PLAIN))
    assert window.holds.text == "holds: 1"
    assert window.last.text == "last hold: 11 s, mean 40.0 N, peak 40.8 N"


def test_the_button_and_closing_end_the_measurement(opened: Open) -> None:
    source = Held(PLAIN)
    window = opened(source)
    window.stop.click()
    assert not window.isVisible()
    assert source.ended == 1


def test_a_zero_is_measured_shown_and_taken_back(opened: Open) -> None:
    source = Held(PLAIN)
    window = opened(source)
    assert not window.undo.isEnabled()
    window.zero.click()
    source.shown = replace(PLAIN, zero_n=1.25, force_n=40.0)
    window.poll()
    assert window.number.text == "40.0 N less 1.2 N"
    window.undo.click()
    assert source.zeros == ["measured", "taken back"]


@pytest.mark.parametrize("name", TWINS)
def test_a_whole_measurement_with_each_instrument_is_shown(name: str, tmp_path: Path, qtbot: QtBot) -> None:
    """The window polls in the loop's own time, so that nothing waits."""
    application()
    windows: list[MeterWindow] = []

    def show(reader: Reader) -> None:
        window = MeterWindow(reader)
        qtbot.addWidget(window)
        window.show()
        windows.append(window)
        reader.on_view = lambda _view: window.poll()

    reading = Reading(LinkName.of(f"sim:{name}"), lambda _which: tmp_path / "r.mcap", "test", for_s=ROUND_S + 2.0)
    view, _ = run_virtual(read_with(reading, show))
    (window,) = windows
    assert window.title.text() == driver_named(name).title
    assert window.holds.text == "holds: 1"
    assert f"peak {view.holds[0].peak_n:.1f} N" in window.last.text
    assert window.link.text().startswith("ended")
    assert window.no_curve.isHidden() is (view.rate_hz is not None)
