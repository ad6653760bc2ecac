"""Every page and window of the program with example values: for pictures, and for what holds on each of them.

A page is built from values alone, and none of them runs: what moves a page on is asked by whoever tests it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinic.bodymap.points import MapPoint, on_map
from clinic.bodymap.shapes import body_map
from clinic.bodymap.standing import places
from clinic.entries.places import View as Side_of_body
from clinic.library import library
from clinic.report.words import Words
from clinic.review.reviewed import Reviewed, reviewed
from clinic.screening.answers import Side, Spot
from clinic.way.said import Step
from device.link_status import sentence
from device.states import Course, Searching
from gui.body_map import BodyMapPage
from gui.look import look
from gui.meter_window import MeterWindow
from gui.practice_window import PracticeWindow
from gui.ramp_window import RampWindow
from gui.review_window import ReviewWindow
from gui.speaker import Speaker
from gui.theme import palette, sheet
from gui.tongue import say, tongue
from gui.tool_finder import ToolFinder
from gui.tour import STOPS, TourWindow
from gui.window import LiveWindow
from palpate.cli import run
from protocol.sentence import Sentence
from session.choice import ToolInRange
from session.cue import Action, MayStep, Why
from session.grip import Gesture
from session.threshold import SCRIPT
from session.tool_desk import ToolDesk
from session.view import LinkState, View
from tests.gui import pages_of_training as training
from tests.gui.pages_of_visits import at, covered, left_out, needled, refused, stopped, timed
from tests.gui.stage import DISK_FULL, HEALTH, SUMMARY, WHOM, Held, block, cue, view
from tests.gui.test_meter_window import PLAIN
from tests.gui.test_meter_window import Held as HeldMeter
from tests.gui.test_ramp_window import Measured
from tests.gui.test_ramp_window import view as ramp_view
from tests.gui.test_tool_finder import Answered
from tests.gui.test_tool_panel import Told

Builder = Callable[[Path], QWidget]
"""Gets an empty folder; what it returns was not shown yet."""

INFRA: Final = Spot(site="infraspinatus-fossa", side=Side.LEFT)
LOST: Final = Sentence(
    "{searched}: switch it on and bring it closer.",
    searched=Sentence("{name} is lost and searched for", name="PT-1"),
)


def pressing(view_shown: View, *, at_s: float = 10.0, newest_s: float = 0.0) -> Held:
    """A source in the midst of a hold, with the readings of the last twelve seconds."""
    time_s = np.arange(0, 12, 0.01)
    rise_n = 40 * np.minimum(time_s / 4, 1.0) + np.sin(2 * np.pi * 1.3 * time_s)
    source = Held(view_shown, at_s + newest_s)
    source.samples = (block(rise_n.tolist()),)
    return source


def live(action: Action, why: Why | None = None, desk: ToolDesk | None = None, **changes: Any) -> LiveWindow:
    """The live window of a hold."""
    newest_s = changes.pop("newest_s", 0.012)
    source = pressing(view(action, why, health=HEALTH, **changes), newest_s=newest_s)
    window = LiveWindow(source, Speaker(lambda: 0.0, null=True), clock_s=source.clock_s, desk=desk)
    window.bridge.poll()
    source.samples = pressing(source.shown).samples
    window.bridge.poll()
    return window


def _stop_reasons() -> QWidget:
    window = live(Action.STOP, Why.PATIENT_STOP)
    window.live.go_on.go_on.click()
    return window


def _tool_panel() -> QWidget:
    window = live(Action.REST, desk=Told(), contact=False)
    window.top.tool.click()
    window.bridge.poll()
    return window


def _view_panel() -> QWidget:
    window = live(Action.HOLD)
    window.top.view.click()
    window.bridge.poll()
    return window


def _sound_panel() -> QWidget:
    window = live(Action.HOLD)
    window.top.sounds.click()
    window.bridge.poll()
    return window


def _across(action: Action, **changes: Any) -> QWidget:
    window = live(action, **changes)
    window.go_across(across=True)
    return window


class _Hand:
    """A simulated hand that nobody moves."""

    full_n, wanted_n = 60.0, 30.0

    def feel(self, gesture: Gesture) -> None:
        """Nothing."""


def _practice() -> QWidget:
    source = pressing(view(Action.MORE, practised=True, force_n=31.0))
    window = PracticeWindow(source, Speaker(lambda: 0.0, null=True), _Hand(), desk=Told())
    for _ in range(2):
        source.samples = pressing(source.shown).samples
        window.bridge.poll()
    return window


def _meter(**changes: Any) -> QWidget:
    source = HeldMeter(PLAIN._replace(**changes) if hasattr(PLAIN, "_replace") else _replaced(PLAIN, changes))
    window = MeterWindow(source)
    window.poll()
    source.samples = pressing(view()).samples
    window.poll()
    return window


def _replaced(shown: Any, changes: dict[str, Any]) -> Any:
    from dataclasses import replace

    return replace(shown, **changes)


def _finder(*tools: ToolInRange) -> QWidget:
    search = Answered(*tools)
    search.say(sentence(Course(Searching(0.0, 10.0), frozenset())))
    finder = ToolFinder(search, lambda: False)
    finder.poll()
    return finder


TWO: Final = (ToolInRange("PT-1", "", -48, 80, known=True), ToolInRange("PT-2", "", None, None, known=False))

PRESSES: Final = """
text = "Two presses and a silence in the second."
simulated_s = 14
[[presses]]
at_s = 1
force_n = 10
for_s = 4
[[presses]]
at_s = 7
force_n = 20
for_s = 5
[[happenings]]
kind = "frame loss"
at_s = 9
for_s = 0.5
share = 1.0
"""


@cache
def _record(folder: Path) -> Reviewed:
    (folder / "two.toml").write_text(PRESSES, encoding="utf-8")
    path = folder / "made.mcap"
    assert run(["simulate", str(folder / "two.toml"), "--out", str(path), "--json"]) == 0
    return reviewed(path)


def _review(page: int, folder: Path) -> QWidget:
    window = ReviewWindow([_record(folder)])
    (window.trace_button, window.pair_button)[page].click()
    return window


def _tour(number: int) -> QWidget:
    window = TourWindow()
    window.show_stop(number)
    return window


def _ramp(**changes: Any) -> QWidget:
    """As it stands inside of a page of a visit."""
    source = Measured()
    source.shown = ramp_view(**changes)
    place = say("{site}, {side}", site=say("Infraspinatus"), side=INFRA.side)
    inner = RampWindow(source, place, SCRIPT, Speaker(lambda: 0.0, null=True))
    inner.poll()
    return framed(inner, 860, 600)


def framed(inner: BodyMapPage | RampWindow, width: int, height: int) -> QWidget:
    """A window around a page, in the colours of all."""
    frame = QWidget()
    frame.setObjectName("window")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    QVBoxLayout(frame).addWidget(inner)
    inner.set_theme(look().theme)
    frame.setPalette(palette(look().theme))
    frame.setStyleSheet(sheet(look().theme))
    frame.resize(width, height)
    return frame


def _body(*, chosen: bool) -> QWidget:
    page = BodyMapPage()
    page.show_places(places(Words(tongue().language, library()), None))
    if chosen:
        shape = body_map().site(INFRA.site, INFRA.side, Side_of_body.BACK)
        assert shape is not None
        page.show_chosen(INFRA)
        page.show_points([MapPoint(INFRA, on_map(Side_of_body.BACK, shape.at))], 0)
    return framed(page, 1180, 800)


def _plain(build: Callable[..., QWidget], *given: Any, **more: Any) -> Builder:
    return lambda _folder: build(*given, **more)


LIVE: Final[dict[str, Builder]] = {
    "live-wait": _plain(live, Action.WAIT, contact=False, force_n=0.1),
    "live-press": _plain(live, Action.PRESS, contact=False, force_n=0.1),
    "live-more": _plain(live, Action.MORE, force_n=31.0),
    "live-hold": _plain(live, Action.HOLD),
    "live-less": _plain(live, Action.LESS, force_n=47.0),
    "live-let-go": _plain(live, Action.LET_GO, Why.TIME_IN_BAND),
    "live-over-cap": _plain(live, Action.LET_GO, Why.OVER_CAP, force_n=52.0),
    "live-rest": _plain(live, Action.REST, contact=False, force_n=0.1),
    "live-stop": _plain(live, Action.STOP, Why.THERAPIST_STOP),
    "live-stop-reasons": lambda _folder: _stop_reasons(),
    "live-no-data": _plain(live, Action.HOLD, newest_s=0.8),
    "live-silent": _plain(live, Action.HOLD, newest_s=3.2),
    "live-disconnected": _plain(live, Action.HOLD, newest_s=6.0, link=LinkState.LOST, link_text=LOST),
    "live-not-recorded": _plain(live, Action.HOLD, recording=DISK_FULL, battery_percent=9, speed=2.0, lost_samples=5),
    "live-person": _plain(live, Action.HOLD, whom=WHOM, simulated=False),
    "live-step": _plain(live, Action.HOLD, cue=cue(step=MayStep(44.0, "the pain has halved"))),
    "live-place": _plain(live, Action.REST, Why.PLACE, whom=WHOM, contact=False, force_n=0.1),
    "live-sounds": lambda _folder: _sound_panel(),
    "live-view": lambda _folder: _view_panel(),
    "live-across": lambda _folder: _across(Action.HOLD),
    "live-across-silent": lambda _folder: _across(Action.HOLD, newest_s=3.2),
    "live-across-rest": lambda _folder: _across(Action.REST, contact=False, force_n=0.1),
    "live-tool": lambda _folder: _tool_panel(),
    "live-summary": _plain(live, Action.DONE, summary=SUMMARY, link=LinkState.ENDED),
}
"""The live window in each of its phases."""

PAGES: Final[dict[str, Builder]] = {
    **LIVE,
    "practice": lambda _folder: _practice(),
    "meter": lambda _folder: _meter(),
    "meter-no-curve": lambda _folder: _meter(rate_hz=None, holds=()),
    "finder-looking": _plain(_finder),
    "finder-choosing": _plain(_finder, *TWO),
    "review-trace": partial(_review, 0),
    "review-pair": partial(_review, 1),
    **{f"tour-{number + 1}": _plain(_tour, number) for number in range(len(STOPS))},
    "training-course": training.course,
    "training-empty": training.empty,
    "training-finished": training.finished,
    "training-exercise": training.exercise,
    "training-blind": training.blind,
    "training-above": training.above,
    "training-stopped": training.stopped,
    "training-results": training.results,
    "training-person": training.person,
    "training-person-course": training.person_course,
    "training-person-refused": training.person_refused,
    "training-rehearsal": training.rehearsal,
    "training-rehearsed": training.rehearsed,
    "ramp-more": _plain(_ramp),
    "ramp-stop": _plain(_ramp, action=Action.STOP, why=Why.THERAPIST_STOP),
    "body-map": _plain(_body, chosen=False),
    "body-map-chosen": _plain(_body, chosen=True),
    **{f"visit-{step.name.lower().replace('_', '-')}": partial(at, step) for step in Step},
    "visit-timer": timed,
    "visit-needling": needled,
    "visit-refused": refused,
    "visit-stopped": stopped,
    "visit-left-out": left_out,
    "visit-covered": covered,
}
"""By name; a class of the window that is on none of them fails a test."""
