from __future__ import annotations

import io
import time
from typing import Any

import pytest
from rich.console import Console

from palpate import terminal
from palpate.terminal import DASHES, TerminalGuide, bar, line, picture, pressure
from session.awake import MAY_LOCK
from session.cue import Action, Why
from session.view import NotRecorded, View
from tests.gui.stage import RECORD, cue, view
from tests.session.test_whom import WHOM

NOW_S = 10.1


def drawn(shown: View, columns: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=columns, force_terminal=True, color_system=None)
    console.print(picture(shown, NOW_S))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"force_n": 31.04}, "310 kPa"),
        ({"force_n": -0.04}, "0 kPa"),
        ({"force_n": -0.06}, "-1 kPa"),
        ({"force_n": -0.04, "kpa_per_n": None}, "0.0 N"),
        ({"force_n": 31.04, "kpa_per_n": None}, "31.0 N"),
        ({"force_n": None}, DASHES),
        ({"last_valid_s": None}, DASHES),
        ({"last_valid_s": 9.61}, "400 kPa"),
        ({"last_valid_s": 9.59}, DASHES),
    ],
)
def test_pressure_is_the_newest_reading_or_dashes(changes: dict[str, Any], text: str) -> None:
    assert pressure(view(**changes), NOW_S) == text


def test_the_bar_is_filled_up_to_the_force_and_marks_the_band() -> None:
    cells = str(bar(view(force_n=27.5), NOW_S))[1:]  # 40 cells are 1.1 times the cap of 50 N
    assert cells == "█" * 20 + "·" * 6 + "▒" * 6 + "·" * 8


@pytest.mark.parametrize("changes", [{"force_n": None}, {"last_valid_s": 9.0}, {"force_n": -3.0}])
def test_without_a_fresh_push_the_bar_is_empty(changes: dict[str, Any]) -> None:
    assert "█" not in str(bar(view(**changes), NOW_S))


def test_a_force_beyond_the_scale_fills_the_bar_and_no_more() -> None:
    assert str(bar(view(force_n=500.0), NOW_S)) == " " + "█" * 40


@pytest.mark.parametrize("action", Action)
def test_each_cue_fits_eighty_columns_and_nine_lines(action: Action) -> None:
    lines = drawn(view(action, Why.CONTACT_LOST, notice="The zero was refused."))
    assert len(lines) <= 9
    assert all(len(text) <= 80 for text in lines)
    assert f" {action.value.upper()} " in lines[1]
    assert "the tool left the skin" in lines[1]


@pytest.mark.parametrize("why", Why)
def test_each_reason_fits_beside_the_longest_word(why: Why) -> None:
    assert str(why) in drawn(view(Action.LET_GO, why))[1]


def test_what_to_be_ready_for_stands_beside_the_word() -> None:
    assert "Let go in a moment" in drawn(view(cue=cue(soon=True)))[1]


def test_the_picture_says_what_is_simulated_and_recorded() -> None:
    assert drawn(view())[0].rstrip() == "SIMULATED  bench and simulator only – not a medical device – recording"
    assert "SIMULATED" not in drawn(view(simulated=False))[0]
    assert "The disk is slow" in drawn(view(recording=RECORD._replace(behind=True)))[0]
    assert "NOT RECORDED: the disk is full" in " ".join(
        " ".join(drawn(view(recording=NotRecorded("the disk is full")))).split()
    )


def test_the_picture_names_who_is_pressed_where_instead_of_the_bench() -> None:
    head = " ".join(" ".join(drawn(view(whom=WHOM))).split())
    assert "INFRASPINATUS, CLIENT'S LEFT – at most 25.0 N (250 kPa) for 90 s – not a medical device" in head
    assert "bench" not in head


def test_facts_stay_where_they_are_when_numbers_get_longer() -> None:
    short, long = drawn(view(force_n=0.1, dose_kpa_s=None)), drawn(view(force_n=44.0, dose_kpa_s=12345.0))
    for row, name in ((3, "band"), (4, "left"), (5, "dose")):
        assert short[row].index(name) == long[row].index(name)


def test_a_dose_with_a_gap_has_two_bounds() -> None:
    assert any("4021 to 4100 kPa·s" in text for text in drawn(view(dose_high_kpa_s=4100.0)))
    assert any("4021 kPa·s" in text for text in drawn(view(dose_high_kpa_s=4021.4)))


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "PLP-000042 online · last reading 100 ms ago · 100 Hz · 3 lost · battery 87 %"),
        ({"tool": "", "battery_percent": None, "last_valid_s": None},
         "no tool online · last reading – ago · 100 Hz · 3 lost · battery –"),
    ],
)  # fmt: skip
def test_the_last_line_says_what_to_trust(changes: dict[str, Any], text: str) -> None:
    known: dict[str, Any] = {
        "tool": "PLP-000042",
        "battery_percent": 87,
        "last_valid_s": 10.0,
        "lost_samples": 3,
        "rate_hz": 100.0,
    }
    assert text in [row.rstrip() for row in drawn(view(**known | changes), 100)]


def test_a_line_for_a_pipe_has_pressure_hold_action_and_reason() -> None:
    assert line(view(Action.LET_GO, Why.TIME_IN_BAND), NOW_S) == (
        "     400 kPa  hold 2/3  let go slowly – the time in band is complete"
    )


def test_in_a_pipe_each_new_cue_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with TerminalGuide() as guide:
        for action, why in (
            (Action.HOLD, None),
            (Action.HOLD, None),
            (Action.LET_GO, Why.OVER_CAP),
            (Action.HOLD, None),
        ):
            guide.show(view(action, why), NOW_S)
    assert [text.split("  ")[-1] for text in capsys.readouterr().err.splitlines()] == [
        "hold", "let go slowly – the pressure is above the limit", "hold",
    ]  # fmt: skip


def test_a_terminal_is_drawn_at_once_for_a_new_cue_and_else_as_often_as_eyes_follow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    clock_s = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: clock_s)
    drawn_times: list[float] = []

    def draw(_view: View, _now_s: float) -> str:
        drawn_times.append(clock_s)
        return ""

    monkeypatch.setattr(terminal, "picture", draw)
    guide = TerminalGuide()
    for step in range(10):
        clock_s = 100 + 0.03 * step
        action = Action.HOLD if step < 6 else Action.STOP
        guide.show(view(cue=cue(action, None)), NOW_S)
    assert [round(moment_s, 2) for moment_s in drawn_times] == [100.0, 100.12, 100.18]


@pytest.mark.parametrize("in_terminal", [True, False])
def test_that_the_screen_may_lock_is_said_to_people_and_not_to_scripts(
    in_terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("FORCE_COLOR" if in_terminal else "NO_COLOR", "1")
    with TerminalGuide():
        pass
    said = " ".join(capsys.readouterr().err.split())
    assert (MAY_LOCK in said) is in_terminal
