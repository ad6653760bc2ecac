"""What all windows have in common, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import remembering, run
from gui.look import Colours, Look, look
from gui.speaker import Speaker
from gui.theme import CONTRAST, DARK, LIGHT, Theme
from gui.unit import Unit
from gui.window import LiveWindow
from session.cue import Action
from session.inputs import Stop
from tests.gui.conftest import Open
from tests.gui.stage import SUMMARY, Held, view


def fresh(app: QApplication, path: Path) -> Look:
    """As a program that was started anew."""
    again = Look(app.styleHints())
    again.keep_in(QSettings(str(path), QSettings.Format.IniFormat))
    return again


def test_what_was_chosen_is_there_the_next_time(qapp: QApplication, tmp_path: Path) -> None:
    first = fresh(qapp, tmp_path / "window.ini")
    first.choose(Colours.CONTRAST)
    first.measure_in(Unit.LBF)
    first.mute(muted=True)
    again = fresh(qapp, tmp_path / "window.ini")
    assert (again.colours, again.unit, again.muted) == (Colours.CONTRAST, Unit.LBF, True)
    assert again.theme is CONTRAST


def test_a_window_opens_as_large_as_it_was_closed(qapp: QApplication, tmp_path: Path) -> None:
    window, other = QWidget(), QWidget()
    window.resize(612, 434)
    fresh(qapp, tmp_path / "window.ini").remember_size(window)
    fresh(qapp, tmp_path / "window.ini").give_size(other)
    assert other.size() == window.size()


def test_of_a_person_nothing_is_remembered(qapp: QApplication, tmp_path: Path) -> None:
    kept = fresh(qapp, tmp_path / "window.ini")
    kept.choose(Colours.LIGHT)
    kept.measure_in(Unit.N)
    kept.mute(muted=False)
    kept.remember_size(QWidget())
    names = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).allKeys()
    assert sorted(names) == ["QWidget/place", "colours", "muted", "unit"]


def test_a_file_that_somebody_else_wrote_changes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\ncolours=mauve\nunit=stone\nmuted=perhaps\n")
    kept = fresh(qapp, tmp_path / "window.ini")
    assert (kept.colours, kept.unit, kept.muted) == (Colours.SYSTEM, Unit.KPA, False)


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, DARK),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, DARK),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, CONTRAST),
    ],
)
def test_colours_follow_the_system_until_somebody_chooses(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, theme: Theme, qapp: QApplication
) -> None:
    followed = Look(qapp.styleHints())
    followed.says = lambda: (scheme, contrast)
    assert followed.theme is theme
    followed.choose(Colours.DARK)
    assert followed.theme is DARK


def test_one_choice_changes_every_window(opened: Open) -> None:
    windows = [opened(Held(view())), opened(Held(view()))]
    windows[0].live.view.colours[Colours.LIGHT].click()
    assert {window.palette().window().color().name() for window in windows} == {LIGHT.ground.lower()}
    windows[1].live.light.click()
    assert windows[0].live.view.colours[Colours.CONTRAST].isChecked()


def test_a_window_that_is_gone_is_dressed_no_more(qapp: QApplication) -> None:
    window = LiveWindow(Held(view()), Speaker(lambda: 0.0, null=True), close_after_s=None, clock_s=lambda: 0.0)
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(window)
    look().choose(Colours.LIGHT)  # a slot of a window that is gone would raise, which fails the test
    assert look().theme == LIGHT


def test_the_number_the_target_and_the_curve_are_in_the_chosen_unit(opened: Open) -> None:
    source = Held(view())
    window = opened(source)
    window.live.view.units[Unit.N_CM2].click()
    window.bridge.poll()
    assert window.live.number.text == "40.0 N/cm² 40.0 N"
    assert "target 36.0–44.0 N/cm²" in window.live.facts.progress.accessibleDescription()
    assert window.live.chart.picture().band == pytest.approx((36.0, 44.0))
    window.live.view.units[Unit.LBF].click()
    window.bridge.poll()
    assert window.live.number.text == "9.0 lbf 400 kPa"


def test_the_panel_opens_by_its_button_and_gives_way_to_stop(opened: Open) -> None:
    window = opened(Held(view()))
    window.top.view.click()
    window.bridge.poll()
    assert window.live.view.isVisible()
    window.bridge.stop()
    assert not window.live.view.isVisible()
    assert window.live.go_on.isVisible()
    assert not window.top.view.isChecked()


def across_by_key(window: LiveWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F11)


def across_by_button(window: LiveWindow) -> None:
    window.live.view.across.click()


@pytest.mark.parametrize("go", [across_by_key, across_by_button])
def test_across_the_room_stand_a_number_a_word_a_shape_and_the_time(
    go: Callable[[LiveWindow], None], opened: Open
) -> None:
    source = Held(view())
    window = opened(source)
    if go is across_by_button:
        window.live.view.toggle()
        window.bridge.poll()
    go(window)
    assert window.across.isVisible()
    assert window.across.ring.text == "400 kPa 19 s"
    assert window.across.cue.face.word == "hold"
    source.now_s = 10.6
    window.bridge.poll()
    assert window.across.ring.text == "– kPa 19 s"
    across_by_key(window)
    assert window.live.isVisible()


def test_stop_across_the_room_stops_and_brings_all_figures_back(opened: Open) -> None:
    source = Held(view())
    window = opened(source)
    window.go_across(across=True)
    window.across.stop.click()
    assert source.asked == [Stop()]
    assert window.live.isVisible()
    assert window.live.cue.face.word == "STOP"


def test_a_summary_takes_the_place_of_the_picture_across_the_room(opened: Open) -> None:
    source = Held(view())
    window = opened(source)
    window.go_across(across=True)
    source.shown = view(Action.DONE, summary=SUMMARY)
    window.bridge.poll()
    window.bridge.poll()
    assert window.summary.isVisible()


def test_the_program_remembers_in_its_folder_of_settings(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    remembering()
    look().measure_in(Unit.KGF_CM2)
    look().mute(muted=True)
    run(Held(view()), broken=lambda: True)
    text = (tmp_path / "palpate" / "window.ini").read_text()
    assert "unit=kgf/cm" in text
    assert "muted=yes" in text
    assert "place=" in text
