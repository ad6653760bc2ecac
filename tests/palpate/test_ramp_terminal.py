from __future__ import annotations

import io

import pytest
from rich.console import Console

from analysis.algometry.pace import Pace
from analysis.algometry.series import series
from analysis.algometry.threshold import Above, Method, Outcome, Reached, Threshold
from analysis.algometry.verdicts import Missing, Reason
from palpate.ramp_terminal import bar, line, picture, reading_line, series_line
from palpate.terminal import DASHES
from session.cue import Action
from session.threshold_cue import RampCue, RampWhy

CUE = RampCue(Action.MORE, None, Pace.TOO_FAST, 41.6, 212.4, 800.0, 2, 3, 0.0, clear_stop=False)


def drawn(cue: RampCue) -> list[str]:
    console = Console(file=io.StringIO(), width=100, color_system=None)
    console.print(picture(cue, "Infraspinatus, client's left", simulated=True))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def reading(outcome: Outcome, method: Method | None = Method.BUTTON) -> Threshold:
    none = Missing(Reason.NO_PRESS, "none")
    return Threshold(
        outcome=outcome, method=method, start_s=0.0, press_s=1.0, end_s=2.0, peak_kpa=none, overshoot_kpa=none,
        rate=none, uneven_percent=none, verdicts=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        (CUE, "212 kPa  reading 2/3  more ▼ slower"),
        (CUE._replace(pace=Pace.TOO_SLOW), "212 kPa  reading 2/3  more ▲ faster"),
        (CUE._replace(pace=None, pressure_kpa=None), f"{DASHES}  reading 2/3  more"),
        (
            CUE._replace(action=Action.LET_GO, why=RampWhy.PRESSED),
            "212 kPa  reading 2/3  let go slowly – the patient said “now”",
        ),
    ],
)
def test_a_line_says_what_to_do_and_how_fast_only_while_it_is_to_press(cue: RampCue, text: str) -> None:
    assert line(cue).strip() == text


def test_the_picture_names_place_reading_rate_and_end() -> None:
    shown = "\n".join(drawn(CUE))
    assert "SIMULATED  INFRASPINATUS, CLIENT'S LEFT" in shown
    assert "MORE" in shown
    assert "▼ slower" in shown
    assert "212 kPa of 800   rate  42 kPa/s   reading 2 of 3" in shown
    assert "rest, 17 s" in "\n".join(drawn(CUE._replace(action=Action.REST, pace=None, left_s=17.4)))


@pytest.mark.parametrize(("kpa", "cells"), [(None, 0), (0.0, 0), (400.0, 20), (800.0, 40), (2000.0, 40)])
def test_the_bar_is_full_at_the_end_of_the_ramp(kpa: float | None, cells: int) -> None:
    assert bar(CUE._replace(pressure_kpa=kpa)).plain.count("█") == cells


def test_each_reading_is_told_with_its_method_or_why_there_is_none() -> None:
    assert reading_line(1, reading(Reached(212.4, 21.24))) == "reading 1: 212 kPa (21.2 N), patient's button"
    assert reading_line(2, reading(Above(800.0), None)) == "reading 2: > 800 kPa"
    missing = Missing(Reason.NO_PRESS, "the tip left the skin before anybody said “now”")
    assert reading_line(3, reading(missing, None)).endswith("“now”, does not count")


def test_the_series_is_a_mean_or_the_reason_for_none() -> None:
    two = series([reading(Reached(200.0, 20.0)), reading(Reached(220.0, 22.0))])
    assert series_line(two, "threshold") == "threshold: 210 kPa, SD 14, from 2 readings"
    one = series([reading(Reached(200.0, 20.0)), reading(Above(300.0))])
    assert series_line(one, "threshold") == (
        "threshold: no mean, 1 of 2 readings are > 300 kPa, which cannot be averaged"
    )
