"""A spoken word among the sounds: it never covers a let-go or an alarm, and never comes late."""

from __future__ import annotations

import numpy as np
import pytest

from gui.mixer import LONGEST_WAIT_S, Mixer, Word
from gui.sounding import ALARMS, QUIETEST_ALARM, Kind, Sounding, kind_of, sounding_of, text_of
from gui.tones import SAMPLE_RATE_HZ, SILENCE, Samples, Sound, Synth, Voice

PERIOD = 960
"""20 ms, as the output asks."""
ALL = Sounding()
SAID = Word(np.full(SAMPLE_RATE_HZ, 0.25, np.float32))
"""A second of something that no sound is like: a constant."""


def periods(mixer: Mixer, voice: Voice, word: Word | None, for_s: float, sounding: Sounding = ALL) -> Samples:
    """So much of it, period by period."""
    count = round(for_s * SAMPLE_RATE_HZ / PERIOD)
    return np.concatenate([mixer.render(voice, word, sounding, PERIOD) for _ in range(count)])


def alone(voice: Voice, for_s: float) -> Samples:
    """The same voice with nobody speaking."""
    return periods(Mixer(), voice, None, for_s)


def spoken_s(mixed: Samples, without: Samples) -> tuple[float, float] | None:
    """From when to when the word is in it."""
    there = np.flatnonzero(np.abs(mixed - without) > 0.2)
    return (there[0] / SAMPLE_RATE_HZ, (there[-1] + 1) / SAMPLE_RATE_HZ) if len(there) else None


@pytest.mark.parametrize("sound", [Sound.SILENCE, Sound.TICK, Sound.BELOW, Sound.ABOVE, Sound.THREE])
def test_a_word_begins_at_once_and_is_spoken_whole(sound: Sound) -> None:
    voice = Voice(sound, 0.2)
    assert spoken_s(periods(Mixer(), voice, SAID, 2.0), alone(voice, 2.0)) == (0.0, 1.0)


@pytest.mark.parametrize("sound", [Sound.NO_DATA, Sound.LET_GO, Sound.STOP])
def test_during_an_alarm_nobody_speaks_and_nothing_is_made_up_for(sound: Sound) -> None:
    mixer = Mixer()
    during = periods(mixer, Voice(sound), SAID, 1.2)
    np.testing.assert_array_equal(during, alone(Voice(sound), 1.2))
    assert not periods(mixer, SILENCE, SAID, 2.0).any()


@pytest.mark.parametrize("sound", [Sound.NO_DATA, Sound.LET_GO, Sound.STOP])
def test_an_alarm_cuts_a_word_off_in_the_period_in_which_it_begins(sound: Sound) -> None:
    mixer, twin = Mixer(), Mixer()
    periods(mixer, SILENCE, SAID, 0.4)
    periods(twin, SILENCE, None, 0.4)
    cut, expected = (periods(each, Voice(sound), word, 1.0) for each, word in ((mixer, SAID), (twin, None)))
    np.testing.assert_array_equal(cut, expected)


@pytest.mark.parametrize(("sound", "from_s"), [(Sound.CHIME, 0.7), (Sound.STOPPED, 1.0)])
def test_a_let_go_and_a_stop_are_heard_alone_before_anybody_speaks(sound: Sound, from_s: float) -> None:
    found = spoken_s(periods(Mixer(), Voice(sound), SAID, 3.0), alone(Voice(sound), 3.0))
    assert found is not None
    assert found == pytest.approx((from_s + 0.02, from_s + 1.02), abs=0.021)


def test_a_word_that_had_to_wait_too_long_is_left_out() -> None:
    mixer = Mixer()
    for sound in (Sound.CHIME, Sound.STOPPED, Sound.CHIME):
        mixer.render(Voice(sound), SAID, ALL, round(0.6 * SAMPLE_RATE_HZ))
    assert LONGEST_WAIT_S < 1.8
    assert not periods(mixer, SILENCE, SAID, 1.0)[PERIOD:].any()


def test_a_new_word_begins_anew_and_ends_the_one_before() -> None:
    mixer = Mixer()
    periods(mixer, SILENCE, SAID, 0.8)
    other = Word(np.full(PERIOD, -0.5, np.float32))
    after = periods(mixer, SILENCE, other, 0.1)
    assert (after[:PERIOD] == -0.5).all()
    assert not after[PERIOD:].any()


# what is switched


def test_each_kind_is_switched_alone_and_alarms_are_not() -> None:
    for kind in Kind:
        sounding = ALL.switched(kind)
        for sound in Sound:
            silent = sounding.lets(Voice(sound)) == SILENCE
            expected = sound is Sound.SILENCE or (kind_of(sound) is kind and kind is not Kind.COUNT)
            assert silent is expected, (kind, sound)
    everything_off = Sounding(off=frozenset(Kind))
    assert {sound for sound in Sound if everything_off.lets(Voice(sound)) != SILENCE} == ALARMS


def test_without_the_count_the_tick_goes_on_and_without_both_nothing() -> None:
    quiet = ALL.switched(Kind.COUNT)
    assert quiet.lets(Voice(Sound.TWO)) == Voice(Sound.TICK)
    assert quiet.switched(Kind.TICK).lets(Voice(Sound.TWO)) == SILENCE
    assert quiet.switched(Kind.COUNT) == ALL


def test_the_volume_has_a_least_and_alarms_a_higher_one() -> None:
    quiet = ALL
    for _ in range(9):
        quiet = quiet.louder(-1)
    assert quiet.volume == 0.2
    assert quiet.gain(Sound.TICK) == 0.2
    assert {quiet.gain(sound) for sound in ALARMS} == {QUIETEST_ALARM}
    assert quiet.louder(1).volume == 0.4
    assert ALL.louder(1).volume == 1.0
    assert ALL.gain(Sound.STOP) == 1.0


def test_what_is_heard_is_as_loud_as_the_volume_says() -> None:
    voice = Voice(Sound.LET_GO)
    half = periods(Mixer(), voice, None, 0.5, Sounding(volume=0.6))
    np.testing.assert_allclose(half, 0.6 * Synth().render(voice, len(half)), atol=1e-6)
    word = periods(Mixer(), SILENCE, SAID, 0.5, Sounding(volume=0.4))
    assert word[1000] == pytest.approx(0.1)


@pytest.mark.parametrize(
    "sounding", [ALL, Sounding(frozenset({Kind.TICK, Kind.CHIME}), 0.4, words=True, device='Lautsprecher „1"; =')]
)
def test_what_was_chosen_is_kept_between_runs(sounding: Sounding) -> None:
    assert sounding_of(text_of(sounding)) == sounding


@pytest.mark.parametrize(
    "text", ["", "no", "{}", '{"off": ["stop"], "volume": 1, "words": true, "device": ""}', "[1]", "null"]
)
def test_what_cannot_be_read_leaves_everything_on(text: str) -> None:
    assert sounding_of(text) == Sounding()


def test_nothing_that_was_kept_is_quieter_than_the_least() -> None:
    kept = '{"off": ["tone", "tick", "3-2-1", "chime"], "volume": 0.0, "words": 1, "device": ""}'
    found = sounding_of(kept)
    assert (found.volume, found.words) == (0.2, False)
    assert {sound for sound in Sound if found.lets(Voice(sound)) != SILENCE} == ALARMS
