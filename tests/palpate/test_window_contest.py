"""What the benchmark of the window measures is what it says; how fast it is stands in no test."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from palpate.contests.contest import Measured
from palpate.contests.window import figures
from palpate.contests.window.figures import FIRST, Size, window
from palpate.contests.window.stream import Pressed

LIMITS = {
    "window.start": 2.0,
    "window.start.practise": None,
    "window.frame_p50.100hz": 2.0,
    "window.frame_p99.100hz": 2.0,
    "window.frame_p50.1000hz": 2.0,
    "window.frame_p99.1000hz": 2.0,
    "window.packet_to_paint_p50.100hz": 1.0,
    "window.packet_to_paint_p99.100hz": 1.0,
    "window.core_at_60_frames.100hz": 1.0,
    "window.packets_unseen.100hz": 1.0,
    "window.packet_to_paint_p50.1000hz": 1.0,
    "window.packet_to_paint_p99.1000hz": 1.0,
    "window.core_at_60_frames.1000hz": 1.0,
    "window.packets_unseen.1000hz": 1.0,
    "window.memory.1h_1khz": 1.02,
}


def test_each_figure_that_is_promised_is_measured_with_its_limit(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(figures, "_printed", lambda arguments: float(len(arguments)))
    found = {each.name: each for each in window(Size(1, 4, 0.2, 20)) if isinstance(each, Measured)}
    assert {name: each.limit for name, each in found.items()} == LIMITS
    assert all(spent > 0 for each in found.values() for spent in (*each.ours, *each.yardstick))
    assert found["window.packets_unseen.100hz"].ours == (1.0,)
    assert found["window.packet_to_paint_p50.100hz"].yardstick == (0.015,)


@pytest.mark.long
def test_a_process_of_its_own_tells_what_it_took_to_its_first_picture(qapp: QApplication) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    assert figures._printed(["-m", FIRST]) > 0


def test_the_stream_that_is_shown_moves_with_each_packet() -> None:
    source = Pressed(100)
    block = source.send(250)
    assert source.take_samples() == (block,)
    assert source.take_samples() == ()
    view = source.view()
    assert (view.samples, view.last_valid_s, source.clock_s()) == (250, 2.5, 2.5)
    assert view.force_n == block.force_n[-1]
    assert view.cue.left_s == 57.5
