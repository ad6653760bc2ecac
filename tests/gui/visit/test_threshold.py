"""The page of the pain threshold: measured with the tool in the window, and what the plan takes of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clinic.screening.answers import Spot
from clinic.screening.asked import Use
from clinic.way.said import Step, Threshold
from clinic.way.visit import Visit
from gui.tongue import Tongue, speak
from gui.visit.threshold import ThresholdPage
from gui.visit.tool import Found
from palpate.visiting import VisitPlace, VisitTool
from session.errors import InputError
from session.inputs import Input, Quit, Stop
from session.links import LinkName
from session.ramp_view import RampView
from session.threshold import SCRIPT
from tests.clinic.screening.charts import BODY
from tests.gui.test_ramp_window import VIEW, Measured
from tests.gui.tongues import Marking
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import at_once, go_next, key, visit_in
from tests.gui.visit.test_refusals import ready


class Ramping:
    """A measurement that ends when the test says what was found."""

    script = "Press the button at the very moment when it begins to hurt."

    def __init__(self) -> None:
        self.source: Measured | None = None
        self.found: Found | None = None
        self.cancelled = False

    def shown(self) -> Measured | None:
        return self.source

    @property
    def over(self) -> bool:
        return self.found is not None

    def result(self) -> Found:
        if self.found is None:
            raise InputError("nobody knows")
        return self.found

    def cancel(self) -> None:
        self.cancelled = True

    def ends(self, found: Found) -> None:
        """The last ramp is over."""
        assert self.source is not None
        self.source.shown = VIEW._replace(over=found.outcome)
        self.found = found


class Tool:
    """Has one measurement."""

    prints = False

    def __init__(self, ramping: Ramping) -> None:
        self.ramping = ramping

    def measure(self, _visit: Visit, _spot: Spot) -> Ramping:
        return self.ramping


def on_page(opened: Opened, folder: Path, ramping: Ramping) -> ThresholdPage:
    ready(visit_in(folder))
    window = opened(folder)
    page = window.page
    assert isinstance(page, ThresholdPage)
    page.tool = Tool(ramping)  # type: ignore[assignment]  # the part of a tool that this page uses
    return page


DONE = Found(212.4, None, "All readings are done.", "one.mcap")


def test_what_was_measured_stands_in_the_field_and_next_keeps_it(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    ramping = Ramping()
    page = on_page(opened, tmp_path, ramping)
    window = page.window()
    page.measure.click()
    assert page.measure.text() == "Looking for the tool …"
    assert page.run.window_ is None
    ramping.source = Measured()
    qtbot.waitUntil(lambda: page.live is not None)
    live = page.live
    assert live is not None
    assert live.place.text().startswith("INFRASPINATUS, ")
    assert not page.before.isVisible()
    ramping.ends(DONE)
    qtbot.waitUntil(lambda: not page.run.running)
    assert page.before.isVisible()
    assert (page.kpa.text(), page.found.text()) == ("212", "212 kPa were measured here in this visit.")
    assert not page.trusted.isChecked()
    go_next(window)
    said = page.visit.way.said(page.station, Threshold)
    assert said == Threshold(kpa=212.0, area_cm2=1.0)
    assert page.visit.way.here.step is Step.PLAN


def test_a_ramp_that_ended_before_it_hurt_leaves_no_figure(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    ramping = Ramping()
    page = on_page(opened, tmp_path, ramping)
    ramping.source = Measured()
    page.measure.click()
    ramping.ends(Found(None, 800.0, "All readings are done.", "one.mcap"))
    qtbot.waitUntil(lambda: not page.run.running)
    assert page.kpa.text() == ""
    assert page.found.text().startswith("> 800 kPa: the ramp ended before it hurt")


def test_a_painkiller_is_not_trusted(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    ramping = Ramping()
    page = on_page(opened, tmp_path, ramping)
    ramping.source = Measured()
    page.measure.click()
    ramping.ends(DONE._replace(trusted=False))
    qtbot.waitUntil(lambda: not page.run.running)
    assert page.trusted.isChecked()


def test_stop_in_a_ramp_goes_to_the_session_and_not_to_the_page(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    ramping = Ramping()
    page = on_page(opened, tmp_path, ramping)
    source = ramping.source = Measured()
    page.measure.click()
    qtbot.waitUntil(lambda: page.live is not None)
    key(page.window(), Qt.Key.Key_F12)
    assert source.heard == [Stop()]
    assert page.visit.room.case.chart.stops.events == ()
    page.stop()
    heard: list[Input] = source.heard
    assert heard == [Stop(), Stop(), Quit()]
    assert not page.run.running


def test_stop_while_the_tool_is_looked_for_ends_the_search(opened: Opened, tmp_path: Path) -> None:
    ramping = Ramping()
    page = on_page(opened, tmp_path, ramping)
    page.measure.click()
    key(page.window(), Qt.Key.Key_F12)
    assert ramping.cancelled
    assert not page.run.running


def test_a_tool_that_is_not_found_is_said_and_it_can_be_tried_again(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    class Missing(Ramping):
        def shown(self) -> Measured | None:
            raise InputError("no tool was found")

    page = on_page(opened, tmp_path, Missing())
    said: list[str] = []
    page.failed.connect(said.append)
    page.measure.click()
    assert said == ["Nobody was pressed: no tool was found"]
    assert page.measure.isEnabled()
    assert page.measure.text() == "Measure it again"


def test_with_a_simulated_tool_the_ramp_ends_at_the_cap_and_what_was_pressed_is_kept(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    scenario = tmp_path / "patient.toml"
    feels = '[[happenings]]\nkind = "patient threshold"\nat_s = 0\nforce_n = 10\n'
    scenario.write_text(f'text = "A test."\nsimulated_s = 22\nrate_hz = 50\n{feels}')
    page = on_page(opened, tmp_path, Ramping())
    page.tool = VisitTool(VisitPlace(LinkName.of(f"sim:{scenario}"), tmp_path), at_once)
    ramping = page.tool.measure(page.visit, BODY)
    run = ramping.shown()
    assert run is not None
    view: RampView = run.view()
    assert view.cue.end_kpa == 800.0
    found = ramping.result()
    assert (found.kpa, found.above_kpa) == (None, None)
    assert found.outcome == view.over == "The link ended before it was complete."
    (dose,) = page.visit.doses.doses
    assert (dose.use, dose.record) == (Use.THRESHOLD, found.record)
    assert dose.pressed_s is not None
    assert 2 < dose.pressed_s < 8
    assert len(view.readings) == 1


def test_what_is_kept_are_the_words_that_were_read_out_in_the_language_of_the_window(
    opened: Opened, tmp_path: Path
) -> None:
    scenario = tmp_path / "patient.toml"
    scenario.write_text('text = "A test."\nsimulated_s = 12\nrate_hz = 50\n')
    page = on_page(opened, tmp_path, Ramping())
    tool = VisitTool(VisitPlace(LinkName.of(f"sim:{scenario}"), tmp_path), at_once)
    speak(Marking())
    try:
        measured = tool.measure(page.visit, BODY)
    finally:
        speak(Tongue())
    measured.result()
    assert measured.plan.script == measured.script == f"⟦{SCRIPT}⟧"
