from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.face import face_of
from gui.tones import SAMPLE_RATE_HZ, SILENCE, Samples, Sound, Synth, Voice, pattern, voice_of
from session.cue import Action, Why
from tests.gui.stage import cue, view


def heard(action: Action, why: Why | None = None, *, age_s: float = 0.01, **changes: Any) -> Voice:
    shown = view(action, why, **changes)
    return voice_of(shown, face_of(shown, age_s, stopped=False))


def loudest_hz(samples: Samples) -> float:
    """Frequency of the strongest line of the spectrum; resolution 1 Hz for a second."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))
    return float(np.argmax(spectrum) * SAMPLE_RATE_HZ / samples.size)


def settled(voice: Voice) -> Samples:
    """A second of a voice that has sounded for a while."""
    synth = Synth()
    synth.render(voice, 4800)
    return synth.render(voice, SAMPLE_RATE_HZ)


@pytest.mark.parametrize(
    ("force_n", "expected"),
    [
        (11.9, SILENCE),  # under 30 % of 40 N
        (12.0, Voice(Sound.BELOW, 1.0)),
        (24.0, Voice(Sound.BELOW, 1.0)),
        (30.0, Voice(Sound.BELOW, 0.5)),
        (35.4, Voice(Sound.BELOW, 0.05)),
        (36.0, SILENCE),
    ],
)
def test_the_tone_below_the_band_follows_the_error_from_30_percent_on(force_n: float, expected: Voice) -> None:
    voice = heard(Action.MORE, force_n=force_n)
    assert voice.sound is expected.sound
    assert voice.error == pytest.approx(expected.error)


@pytest.mark.parametrize(("force_n", "error"), [(44.0, 0.0), (50.0, 0.5), (56.0, 1.0), (90.0, 1.0)])
def test_the_tone_above_the_band_follows_the_error(force_n: float, error: float) -> None:
    voice = heard(Action.LESS, force_n=force_n)
    assert voice.sound is Sound.ABOVE
    assert voice.error == pytest.approx(error)


@pytest.mark.parametrize(
    ("action", "why", "sound"),
    [
        (Action.HOLD, None, Sound.TICK),
        (Action.LET_GO, Why.TIME_IN_BAND, Sound.CHIME),
        (Action.LET_GO, Why.OVER_CAP, Sound.LET_GO),
        (Action.LET_GO, Why.SENSOR_FAULT, Sound.LET_GO),
        (Action.LET_GO, Why.DATA_SILENT, Sound.NO_DATA),
        (Action.STOP, Why.THERAPIST_STOP, Sound.STOP),
        (Action.REST, None, Sound.SILENCE),
        (Action.WAIT, None, Sound.SILENCE),
        (Action.DONE, None, Sound.CHIME),
    ],
)
def test_each_action_has_its_sound(action: Action, why: Why | None, sound: Sound) -> None:
    assert heard(action, why).sound is sound


@pytest.mark.parametrize(
    ("ends_in_s", "sound"),
    [
        (3.0, Sound.THREE), (2.01, Sound.THREE), (2.0, Sound.TWO), (1.2, Sound.TWO), (1.0, Sound.ONE), (0.0, Sound.ONE),
        (-0.2, Sound.ONE), (None, Sound.TICK),
    ],
)  # fmt: skip
def test_the_last_three_seconds_are_counted(ends_in_s: float | None, sound: Sound) -> None:
    shown = view(Action.HOLD, cue=cue(Action.HOLD, soon=ends_in_s is not None, ends_in_s=ends_in_s))
    assert voice_of(shown, face_of(shown, 0.01, stopped=False)) == Voice(sound)


def test_out_of_the_band_the_tone_leads_and_nothing_is_counted() -> None:
    shown = view(Action.MORE, force_n=30.0, cue=cue(Action.MORE, soon=True, ends_in_s=1.5))
    assert voice_of(shown, face_of(shown, 0.01, stopped=False)).sound is Sound.BELOW


def test_three_two_one_are_three_short_beeps_and_then_the_chime() -> None:
    synth = Synth()
    seconds = [synth.render(Voice(sound), SAMPLE_RATE_HZ) for sound in (Sound.THREE, Sound.TWO, Sound.ONE)]
    for second in seconds:
        loud = np.flatnonzero(np.abs(second) > 0.02)
        assert loud[0] < 0.01 * SAMPLE_RATE_HZ
        assert loud[-1] < 0.1 * SAMPLE_RATE_HZ
    assert loudest_hz(synth.render(Voice(Sound.CHIME), SAMPLE_RATE_HZ)) < 800.0 < loudest_hz(seconds[0])


def test_late_readings_are_heard_although_the_session_says_hold() -> None:
    assert heard(Action.HOLD, age_s=0.5).sound is Sound.NO_DATA
    assert heard(Action.HOLD, age_s=0.49).sound is Sound.TICK


def test_the_windows_latch_is_heard() -> None:
    shown = view(Action.MORE)
    assert voice_of(shown, face_of(shown, 9.0, stopped=True)).sound is Sound.STOP


def test_before_the_first_reading_nothing_sounds() -> None:
    shown = view(Action.WAIT, last_valid_s=None, contact=False)
    assert voice_of(shown, face_of(shown, None, stopped=False)) == SILENCE


@pytest.mark.parametrize(
    ("voice", "hz"),
    [
        (Voice(Sound.BELOW, 0.0), 392.0),
        (Voice(Sound.BELOW, 1.0), 196.0),
        (Voice(Sound.ABOVE, 0.0), 784.0),
        (Voice(Sound.ABOVE, 1.0), 1568.0),
    ],
)
def test_low_means_more_and_high_means_less(voice: Voice, hz: float) -> None:
    assert loudest_hz(settled(voice)) == pytest.approx(hz, abs=1.0)


@pytest.mark.parametrize("sound", [Sound.BELOW, Sound.ABOVE])
def test_a_larger_error_is_louder(sound: Sound) -> None:
    rms = [float(np.sqrt(np.mean(settled(Voice(sound, error)) ** 2))) for error in (0.0, 0.5, 1.0)]
    assert rms == pytest.approx([0.12 / 2**0.5, 0.27 / 2**0.5, 0.42 / 2**0.5], rel=0.01)


def test_the_tick_comes_every_five_seconds_and_is_short() -> None:
    samples = Synth().render(Voice(Sound.TICK), 11 * SAMPLE_RATE_HZ)
    loud_s = np.flatnonzero(np.abs(samples) > 0.02) / SAMPLE_RATE_HZ
    assert sorted({int(t) for t in loud_s}) == [0, 5, 10]
    assert np.all(loud_s % 5 < 0.05)


def test_the_alarms_differ_in_their_strongest_pitch() -> None:
    found = {
        sound: loudest_hz(Synth().render(Voice(sound), SAMPLE_RATE_HZ))
        for sound in (Sound.NO_DATA, Sound.LET_GO, Sound.STOP)
    }
    expected = {Sound.NO_DATA: (988.0, 659.0), Sound.LET_GO: (1760.0, 1319.0), Sound.STOP: (196.0,)}
    for sound, pitches in expected.items():
        assert min(abs(found[sound] - pitch) for pitch in pitches) < 8.0


def test_alarms_repeat_for_as_long_as_they_last() -> None:
    for sound, period_s in ((Sound.NO_DATA, 1.0), (Sound.LET_GO, 0.3), (Sound.STOP, 3.0)):
        time_s = np.arange(SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
        np.testing.assert_allclose(pattern(sound, time_s), pattern(sound, time_s + 2 * period_s), atol=1e-6)


def test_stop_sounds_on_while_the_tool_presses_and_once_when_it_does_not() -> None:
    assert heard(Action.STOP, Why.PATIENT_STOP, contact=True).sound is Sound.STOP
    assert heard(Action.STOP, Why.PATIENT_STOP, contact=False).sound is Sound.STOPPED
    once = Synth().render(Voice(Sound.STOPPED), 4 * SAMPLE_RATE_HZ)
    assert np.abs(once[:SAMPLE_RATE_HZ]).max() > 0.5
    assert not once[SAMPLE_RATE_HZ:].any()


def test_silence_is_silent() -> None:
    assert not Synth().render(SILENCE, 4800).any()


@given(st.lists(st.integers(0, 3000), max_size=6))
def test_a_voice_cut_into_periods_of_any_size_sounds_the_same(cuts: list[int]) -> None:
    voice = Voice(Sound.ABOVE, 0.3)
    one, two = Synth(), Synth()
    for synth in (one, two):
        synth.render(voice, 4800)
    whole = one.render(voice, sum(cuts))
    parts = np.concatenate([np.zeros(0, np.float32), *(two.render(voice, cut) for cut in cuts)])
    np.testing.assert_allclose(parts, whole, atol=1e-4)


def test_changing_voices_never_clicks() -> None:
    """A sample-to-sample step larger than the steepest tone's would be heard as a click."""
    synth = Synth()
    voices = [Voice(Sound.BELOW, 1.0), SILENCE, Voice(Sound.ABOVE, 1.0), Voice(Sound.BELOW, 0.0), Voice(Sound.TICK)]
    samples = np.concatenate([synth.render(voice, 960) for voice in voices])
    steepest = 0.42 * 2 * np.pi * 1568 / SAMPLE_RATE_HZ
    assert np.abs(np.diff(samples)).max() < 1.2 * steepest
