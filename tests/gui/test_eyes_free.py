"""What is heard in a window: a check before the first press, words, and an output that is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.eyes_free import EyesFree
from gui.face import face_of
from gui.sound_check import COURSE, LASTS_S, SAID, check_voice
from gui.sound_panel import SoundPanel
from gui.sounding import ALARMS, Kind, Sounding
from gui.speaker import LOST_S, Speaker
from gui.speech import Speech
from gui.tones import SILENCE, Samples, Sound, Voice
from gui.voice import NoVoice
from gui.window import LiveWindow
from session.cue import Action, Ask, Question, Why
from session.view import View
from tests.gui.stage import SUMMARY, Held, cue, view

pytest.importorskip("miniaudio", reason="this machine has no sound library")


class Clock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now_s = 10.0

    def __call__(self) -> float:
        return self.now_s


class Said(Speech):
    """Words that are ready at once: as many samples as letters."""

    def __init__(self) -> None:
        super().__init__(lambda: NoVoice("no voice here"))
        self.prepared = set[str]()

    def prepare(self, texts: Any) -> None:
        self.prepared.update(texts)

    def ready(self, text: str) -> Samples | None:
        return np.full(len(text), 0.5, np.float32) if text in self.prepared else None


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    """One that goes nowhere, and whose clock stands."""
    made = Speaker(Clock(), null=True, speech=Said())
    made.open()
    yield made
    made.close()


def hear(ears: EyesFree, shown: View, now_s: float = 10.0) -> tuple[str, ...]:
    return ears.hear(shown, face_of(shown, 0.01, stopped=False), now_s)


def before(**changes: Any) -> View:
    return view(Action.PRESS, contact=False, force_n=0.0, **changes)


# the check before the start


def test_the_check_lets_more_less_in_band_let_go_and_done_be_heard_in_three_seconds() -> None:
    heard = [check_voice(0.1 * tenth) for tenth in range(31)]
    assert heard[-1] is None
    sounds = [each.sound for each in heard if each is not None]
    assert list(dict.fromkeys(sounds)) == [Sound.BELOW, Sound.ABOVE, Sound.TICK, Sound.LET_GO, Sound.CHIME]
    assert len(sounds) == 30
    assert check_voice(-0.01) is None
    assert LASTS_S == 3.0


def test_before_the_first_press_all_sounds_are_heard_once_by_themselves(speaker: Speaker) -> None:
    ears = EyesFree(speaker)
    assert hear(ears, before(), 10.0) == (SAID,)
    assert ears.voice == COURSE[0][1]
    assert hear(ears, before(), 11.6) == ()
    assert ears.voice.sound is Sound.LET_GO
    hear(ears, before(), 13.0)
    assert ears.voice == SILENCE
    assert hear(EyesFree(speaker), before(), 20.0) == (), "the next treatment with the same speaker has none"


@pytest.mark.parametrize(
    "shown", [view(Action.MORE), view(Action.STOP, Why.PATIENT_STOP, contact=False), view(Action.PRESS, contact=True)]
)
def test_what_matters_ends_the_check_at_once_and_it_does_not_come_back(speaker: Speaker, shown: View) -> None:
    ears = EyesFree(speaker)
    hear(ears, before(), 10.0)
    hear(ears, shown, 10.1)
    assert ears.voice.sound not in (Sound.BELOW, Sound.ABOVE) or shown.cue.action is Action.MORE
    hear(ears, before(), 10.2)
    assert ears.voice == SILENCE


def test_a_check_that_nobody_could_hear_is_none(speaker: Speaker) -> None:
    speaker.muted = True
    assert hear(EyesFree(speaker), before()) == ()
    speaker.muted = False
    speaker.close()
    assert hear(EyesFree(speaker), before()) == ()
    assert not speaker.checked


def test_a_check_can_be_asked_for_again(speaker: Speaker) -> None:
    ears = EyesFree(speaker)
    hear(ears, before())
    ears.check()
    assert hear(ears, view(Action.HOLD)) == ()
    assert hear(ears, before(), 30.0) == (SAID,)


# words


def asking(number: int = 1) -> View:
    return view(Action.HOLD, cue=cue(Action.HOLD, ask=Ask(Question.PAIN, number)))


def test_words_are_off_by_default_and_nothing_is_looked_for(speaker: Speaker) -> None:
    ears = EyesFree(speaker)
    hear(ears, asking())
    assert (ears.spoken, speaker.speech.trouble) == ("", "")


def test_where_the_system_has_no_voice_it_says_so_and_the_sounds_go_on(speaker: Speaker) -> None:
    speaker.sounding = Sounding(words=True)
    ears = EyesFree(speaker)
    hear(ears, view(Action.MORE, force_n=30.0))
    assert speaker.speech.trouble == "no voice here"
    assert ears.voice.sound is Sound.BELOW


def test_a_question_is_spoken_once(speaker: Speaker) -> None:
    speaker.sounding = Sounding(words=True)
    ears = EyesFree(speaker)
    hear(ears, asking())
    assert ears.spoken == "pain?"
    ears.spoken = ""
    hear(ears, asking())
    assert ears.spoken == ""


def periods(speaker: Speaker, count: int) -> Samples:
    """What the output gets, 20 ms at a time."""
    source = speaker._periods()
    next(source)
    return np.concatenate([source.send(960) for _ in range(count)])


@pytest.mark.parametrize("sound", [Sound.CHIME, Sound.LET_GO, Sound.STOP, Sound.STOPPED, Sound.NO_DATA])
def test_a_let_go_and_any_alarm_end_what_is_being_spoken(speaker: Speaker, sound: Sound) -> None:
    twin = Speaker(Clock(), null=True)
    for each in (speaker, twin):
        each.close()
        each.play(SILENCE)
    speaker.speak(np.full(48_000, 0.5, np.float32))
    for each in (speaker, twin):
        each.play(Voice(sound))
    np.testing.assert_array_equal(periods(speaker, 150), periods(twin, 150))


def test_muted_nobody_speaks(speaker: Speaker) -> None:
    speaker.close()
    speaker.muted = True
    speaker.speak(np.full(960, 0.5, np.float32))
    assert not periods(speaker, 3).any()


# an output that is lost


@pytest.fixture
def window(speaker: Speaker, qtbot: QtBot) -> Iterator[LiveWindow]:
    """A live window in a hold."""
    source = Held(view(Action.HOLD))
    made = LiveWindow(source, speaker, clock_s=source.clock_s)
    qtbot.addWidget(made)
    made.bridge.poll()
    yield made
    source.shown = view(Action.DONE, summary=SUMMARY)
    made.bridge.poll()


def test_with_the_output_lost_the_window_says_so_within_a_second(
    window: LiveWindow, speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The output asks for samples as its clock says, then never again: pictures are counted, 60 in a second."""
    clock = speaker._clock_s
    assert isinstance(clock, Clock)
    speaker._asked_s = lost_s = 10.0
    monkeypatch.setattr(speaker, "_periods", lambda: iter(()))
    said_s = None
    for _ in range(60):
        clock.now_s += 1 / 60
        speaker._asked_s = lost_s
        window.bridge.poll()
        if said_s is None and window.live.sound.text() == "NO SOUND":
            said_s = clock.now_s - lost_s
    assert said_s is not None
    assert LOST_S < said_s <= LOST_S + 2 / 60 < 1.0
    assert window.live.sound.reason.text() == "output lost: check the speaker"


# what is chosen


@pytest.fixture
def panel(speaker: Speaker, qtbot: QtBot) -> SoundPanel:
    made = SoundPanel(speaker)
    qtbot.addWidget(made)
    return made


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_switch_and_no_alarm_has_one(panel: SoundPanel, speaker: Speaker, kind: Kind) -> None:
    click(panel.kinds[kind])
    assert speaker.sounding.off == {kind}
    assert [each for each in Kind if not panel.kinds[each].isChecked()] == [kind]
    assert {sound for sound in ALARMS if speaker.sounding.lets(Voice(sound)) != SILENCE} == ALARMS
    click(panel.kinds[kind])
    assert speaker.sounding == Sounding()


def test_the_volume_goes_in_steps_and_is_said(panel: SoundPanel, speaker: Speaker) -> None:
    click(panel.quieter)
    assert speaker.sounding.volume == 0.8
    assert panel.said.text().startswith("Volume 80 %.")
    click(panel.louder)
    assert speaker.sounding.volume == 1.0


def test_the_outputs_that_there_are_can_be_chosen_one_after_the_other(panel: SoundPanel, speaker: Speaker) -> None:
    names = speaker.outputs()
    assert len(names) >= 1
    seen = []
    for _ in range(len(names) + 1):
        click(panel.output)
        seen.append(speaker.sounding.device)
    assert seen == [*names, ""]
    assert panel.output.text() == "Output: the system's own"


def test_words_without_a_voice_say_what_to_do(panel: SoundPanel) -> None:
    click(panel.words)
    assert panel.said.text() == "no voice here"


def test_a_press_closes_the_panel(window: LiveWindow) -> None:
    source = window.bridge._source
    assert isinstance(source, Held)
    source.shown = before()
    window.bridge.poll()
    window.top.sounds.click()
    window.bridge.poll()
    assert window.top.sounds.isChecked()
    source.shown = view(Action.MORE)
    window.bridge.poll()
    assert not window.top.sounds.isChecked()
