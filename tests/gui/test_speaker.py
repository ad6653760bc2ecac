from __future__ import annotations

import sys

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.sound_button import SoundButton
from gui.speaker import LOST_S, TOLD_S, Playing, Silent, Speaker
from gui.tones import Sound, Voice

miniaudio = pytest.importorskip("miniaudio", reason="this machine has no sound library")


class Clock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_a_device_that_asks_for_samples_is_playing(qtbot: QtBot) -> None:
    clock = Clock()
    speaker = Speaker(clock, null=True)
    speaker.open()
    clock.now_s = 100.0
    qtbot.waitUntil(lambda: isinstance(speaker.state(), Playing))
    assert speaker.state() == Playing("Null")
    speaker.close()


def test_an_output_that_is_lost_is_known_within_a_second() -> None:
    clock = Clock()
    speaker = Speaker(clock, null=True)
    periods = speaker._periods()
    next(periods)
    periods.send(960)
    assert LOST_S < 1.0
    assert speaker.heard_within(LOST_S)
    clock.now_s = LOST_S + 0.01
    assert not speaker.heard_within(LOST_S)


def test_without_the_library_it_is_silent_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    speaker = Speaker(Clock())
    speaker.open()
    assert speaker.state() == Silent("no sound library")
    speaker.play(Voice(Sound.STOP))
    speaker.close()


def test_without_a_device_it_is_silent_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise miniaudio.MiniaudioError("failed to init device", -401)

    monkeypatch.setattr(miniaudio, "PlaybackDevice", refuse)
    speaker = Speaker(Clock())
    speaker.open()
    assert speaker.state() == Silent("no sound device")


def test_muted_the_device_gets_zeros_and_unmuted_the_voice() -> None:
    speaker = Speaker(Clock(), null=True)
    speaker.play(Voice(Sound.STOP))
    periods = speaker._periods()
    next(periods)
    assert np.abs(periods.send(4800)).max() > 0.5
    speaker.muted = True
    periods.send(4800)
    assert not periods.send(4800).any()


def test_a_window_that_is_stuck_is_heard_as_loss_of_data() -> None:
    clock = Clock()
    speaker = Speaker(clock, null=True)
    speaker.play(Voice(Sound.TICK))
    periods = speaker._periods()
    next(periods)
    clock.now_s = TOLD_S
    assert np.abs(periods.send(48_000)[4_800:]).max() < 0.01
    clock.now_s = TOLD_S + 0.01
    assert np.abs(periods.send(48_000)[4_800:]).max() > 0.4


def test_silence_stays_silent_when_the_window_is_gone() -> None:
    clock = Clock()
    speaker = Speaker(clock, null=True)
    speaker.play(Voice(Sound.SILENCE))
    periods = speaker._periods()
    next(periods)
    clock.now_s = 100.0
    assert not periods.send(4_800).any()


def test_a_machine_without_sound_writes_nothing_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    speaker = Speaker(Clock())
    speaker.open()
    speaker.close()
    assert capfd.readouterr().err == ""


def test_the_button_shows_mute_large_and_takes_it_back(qtbot: QtBot) -> None:
    speaker = Speaker(lambda: 0.0, null=True)
    speaker.open()
    button = SoundButton(speaker)
    qtbot.addWidget(button)
    button.refresh()
    seen = [(button.text(), button.property("kind"))]
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        seen.append((button.text(), button.property("kind")))
    assert seen == [("Sound on", ""), ("MUTED", "alarm"), ("Sound on", "")]
    speaker.close()


def test_a_button_on_a_muted_speaker_says_so_from_the_start(qtbot: QtBot) -> None:
    speaker = Speaker(lambda: 0.0, null=True)
    speaker.muted = True
    speaker.open()
    button = SoundButton(speaker)
    qtbot.addWidget(button)
    assert button.text() == "MUTED"
    speaker.close()


def test_the_button_tries_a_missing_output_again(qtbot: QtBot) -> None:
    speaker = Speaker(lambda: 0.0, null=True)
    button = SoundButton(speaker)
    qtbot.addWidget(button)
    button.refresh()
    assert (button.text(), button.reason.text()) == ("NO SOUND", "no sound device")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.text(), button.reason.text()) == ("Sound on", "")
    speaker.close()
