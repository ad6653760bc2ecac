from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.app import grab
from gui.theme import LIGHT
from gui.top_bar import CALM_S, _link_text
from gui.words import link_lines
from session.battery import Battery, Charge
from session.cue import Action
from session.link_health import Level
from session.view import LinkState
from tests.gui.conftest import Open
from tests.gui.stage import DISK_FULL, HEALTH, SUMMARY, Held, block, view


@pytest.mark.parametrize(
    ("now_s", "text"),
    [
        (10.0, "400 kPa 40.0 N"),
        (10.49, "400 kPa 40.0 N"),
        (10.5, "– kPa – N"),
        (99.0, "– kPa – N"),
        (9.9, "400 kPa 40.0 N"),
    ],
)
def test_the_number_becomes_dashes_after_half_a_second(now_s: float, text: str, opened: Open) -> None:
    source = Held(view(), now_s)
    assert opened(source).live.number.text == text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"force_n": None}, "– kPa – N"),
        ({"last_valid_s": None}, "– kPa – N"),
        ({"kpa_per_n": None}, "40.0 N tip area unknown"),
        ({"force_n": -0.2}, "−2 kPa −0.2 N"),
    ],
)
def test_the_number_is_pressure_and_force_or_nothing(changes: dict[str, Any], text: str, opened: Open) -> None:
    assert opened(Held(view(**changes))).live.number.text == text


def test_the_age_grows_although_the_session_is_stuck(opened: Open) -> None:
    source = Held(view(Action.HOLD))
    window = opened(source)
    words = []
    for now_s in (10.1, 10.6, 12.1):
        source.now_s = now_s
        window.bridge.poll()
        words.append(window.live.cue.face.word.replace("\u00a0", " "))
    assert words == ["hold", "no data", "no data – let go slowly"]


def test_the_facts_of_a_hold_and_of_a_rest(opened: Open) -> None:
    source = Held(view())
    facts = opened(source).live.facts
    assert [facts.left.text, facts.hold.text, facts.dose.text] == [
        "left in band: 19 s",
        "hold: 2 of 3",
        "dose in kPa·s: 4021",
    ]
    source.shown = view(Action.REST)
    facts.show_view(source.shown)
    assert [facts.left.text, facts.hold.text] == ["rest left: 19 s", "next hold: 2 of 3"]


def test_the_progress_is_the_share_of_the_time_in_band(opened: Open) -> None:
    progress = opened(Held(view(in_band_s=7.5))).live.facts.progress
    assert progress.accessibleDescription() == "29%, target 360–440 kPa · limit 500 kPa"


def test_the_top_bar_says_what_to_trust(opened: Open) -> None:
    shown = view(lost_samples=5, battery_percent=9, recording=DISK_FULL, speed=4.0)
    window = opened(Held(shown, 10.012))
    top = window.top
    badges = (top.mark, top.speed, top.link, top.loss, top.battery, top.record)
    assert [badge.text() for badge in badges] == [
        "SIMULATED",
        "speed 4×",
        "online · 12 ms",
        "lost 5",
        "battery 9 %",
        "NOT RECORDED",
    ]
    assert [badge.property("tone") for badge in (top.link, top.battery, top.record)] == ["", "alarm", "alarm"]
    assert window.notice.text() == "NOT RECORDED: the disk is full: free some space"


@pytest.mark.parametrize(
    ("level", "text", "tone"),
    [
        (Level.GOOD, "online · 12 ms", ""),
        (Level.SOME_LOSS, "online · some loss · 12 ms", ""),
        (Level.BAD, "online · bad · 12 ms", "alarm"),
    ],
)
def test_a_link_that_is_watched_has_a_word_and_its_figures_beneath(
    opened: Open, level: Level, text: str, tone: str
) -> None:
    health = HEALTH._replace(link=HEALTH.link._replace(level=level))
    badge = opened(Held(view(health=health), 10.012)).top.link
    assert (badge.text(), badge.property("tone")) == (text, tone)
    assert badge.toolTip().split("\n") == list(link_lines(health))


def test_a_link_that_ended_has_no_level() -> None:
    assert _link_text(view(link=LinkState.ENDED, health=HEALTH), 1.0) == "ended"
    bad = HEALTH._replace(link=HEALTH.link._replace(level=Level.BAD))
    assert _link_text(view(link=LinkState.LOST, health=bad), 1.0) == "lost · 1.0 s"


@pytest.mark.parametrize(("charge", "tone"), [(Charge.NORMAL, ""), (Charge.LOW, "alarm"), (Charge.CRITICAL, "alarm")])
def test_a_battery_that_is_watched_does_not_flutter(opened: Open, charge: Charge, tone: str) -> None:
    health = HEALTH._replace(battery=Battery(17, charge, 40.0))
    badge = opened(Held(view(health=health, battery_percent=14), 10.012)).top.battery
    assert (badge.text(), badge.property("tone")) == ("battery 17 %, 40 min", tone)


def test_a_real_tool_in_real_time_has_no_mark(opened: Open) -> None:
    top = opened(Held(view(simulated=False))).top
    assert not top.mark.isVisible()
    assert not top.speed.isVisible()


def test_the_age_is_calm_but_an_old_one_shows_at_once(opened: Open) -> None:
    source = Held(view(), 10.0)
    window = opened(source)
    texts = []
    for now_s in (10.0 + CALM_S / 2, 10.0 + CALM_S * 1.01, 10.3, 10.501):
        source.now_s = now_s
        window.bridge.poll()
        texts.append(window.top.link.text())
    assert texts == ["online · 0 ms", "online · 202 ms", "online · 202 ms", "online · 501 ms"]
    assert window.top.link.property("tone") == "alarm"


def test_a_lost_link_is_marked_and_says_what_to_do(opened: Open) -> None:
    window = opened(Held(view(link=LinkState.LOST, link_text="Bring the tool nearer.")))
    assert window.top.link.property("tone") == "alarm"
    assert window.notice.text() == "Bring the tool nearer."


def test_events_are_shown_one_after_the_other_and_none_is_lost(opened: Open) -> None:
    source = Held(view(), 0.0)
    window = opened(source)
    source.events = ("One.", "Two.")
    texts = []
    for now_s in (1.0, 3.9, 4.0, 11.9, 12.0):
        source.now_s = now_s
        window.bridge.poll()
        texts.append(window.notice.text())
    assert texts == ["One.", "One.", "Two.", "Two.", ""]


def test_the_summary_takes_the_place_of_the_live_page(opened: Open) -> None:
    window = opened(Held(view(Action.DONE, summary=SUMMARY, link=LinkState.ENDED)))
    panel = window.summary
    assert panel.isVisible()
    assert not window.live.isVisible()
    assert panel.outcome.text() == "All holds are done."
    assert [fact.text for fact in panel.facts] == [
        "in band: 1:00 min",
        "dose in kPa·s: 23900–24120",
        "lost of 15000 readings: 37 (0.25 %)",
        "above the limit, peak 47.2 N: 1.4 s, 44 kPa·s",
        "after “let go”, peak 39.9 N: 1.2 s, 318 kPa·s",
    ]
    rows = [
        [item.text() if (item := panel.table.item(row, column)) else "" for column in range(7)]
        for row in range(panel.table.rowCount())
    ]
    assert rows == [
        ["1", "33 s", "30 s", "362 kPa", "39.1 N", "11800", "the time in band is complete"],
        ["2", "41 s", "–", "–", "47.2 N", "–", "–"],
    ]
    assert panel.record.text() == "Record: /records/one.mcap"


def test_the_window_closes_ten_seconds_after_the_summary(opened: Open) -> None:
    source = Held(view(Action.DONE, summary=SUMMARY), 100.0)
    window = opened(source)
    assert window.summary.closing.text() == "Closes in 10 s unless you touch it"
    source.now_s = 109.9
    window.bridge.poll()
    assert window.isVisible()
    source.now_s = 110.0
    window.bridge.poll()
    assert not window.isVisible()


def test_a_touch_keeps_the_window_open(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.DONE, summary=SUMMARY), 100.0)
    window = opened(source)
    QTest.mousePress(window.summary, Qt.MouseButton.LeftButton)
    source.now_s = 200.0
    window.bridge.poll()
    assert window.isVisible()
    assert window.summary.closing.text() == ""


def test_the_close_button_closes(opened: Open, qtbot: QtBot) -> None:
    window = opened(Held(view(Action.DONE, summary=SUMMARY)))
    QTest.mouseClick(window.summary.close_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_the_window_polls_by_itself(opened: Open, qtbot: QtBot) -> None:
    source = Held(view(Action.MORE))
    window = opened(source)
    source.shown = view(Action.LESS)
    assert window.live.cue.face.word == "more"
    window.start()
    qtbot.waitUntil(lambda: window.live.cue.face.word != "more")
    assert window.live.cue.face.word == "less"


def test_a_long_name_is_cut_in_the_middle_and_kept_as_tool_tip(opened: Open) -> None:
    name = "a very long name " * 20
    window = opened(Held(view(plan_name=name)))
    assert len(window.plan.shown) < len(name)
    assert "…" in window.plan.shown
    assert window.plan.toolTip().startswith(name)


def test_a_picture_is_written_in_both_themes(opened: Open, tmp_path: Path) -> None:
    window = opened(Held(view()))
    window.set_theme(LIGHT)
    path = tmp_path / "window.png"
    grab(window, path)
    picture = QImage(str(path))
    assert picture.width() >= 900
    assert picture.pixelColor(2, 2).name() == LIGHT.ground.lower()
    with pytest.raises(OSError, match="cannot write the picture"):
        grab(window, tmp_path / "missing" / "window.png")


def test_the_chart_shows_readings_limits_and_silence(opened: Open) -> None:
    source = Held(view(), 10.0)
    window = opened(source)
    source.samples = (block([10.0] * 50), block([30.0] * 50, first=60))
    window.bridge.poll()
    picture = window.live.chart.picture()
    assert picture.values[-1] == pytest.approx(300.0)
    assert int(picture.missing) > 0
    assert (picture.band, picture.cap) == ((360.0, 440.0), 500.0)
    assert picture.span.top >= 500.0
    assert picture.silent_s == 0.0
    source.now_s = 11.5
    window.bridge.poll()
    assert window.live.chart.picture().silent_s == pytest.approx(1.5)


def test_a_trace_above_the_limit_is_never_cut(opened: Open) -> None:
    source = Held(view())
    window = opened(source)
    source.samples = (block([137.0] * 20),)
    window.bridge.poll()
    assert window.live.chart.picture().span.top >= 1370.0


def test_a_far_limit_does_not_flatten_the_trace(opened: Open) -> None:
    shown = view()
    picture = opened(Held(replace(shown, cue=shown.cue._replace(cap_n=400.0)))).live.chart.picture()
    assert picture.cap is None
    assert picture.span.top == pytest.approx(600.0)
