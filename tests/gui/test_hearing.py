"""A hand that hears only the sound finds the band and keeps it."""

from __future__ import annotations

import numpy as np
import pytest

from gui.mixer import Mixer
from gui.sounding import Sounding
from gui.speaker import Speaker
from gui.tones import HIGH_HZ, LOW_HZ, SAMPLE_RATE_HZ, SILENCE, Samples, Sound, Voice, pitch_hz
from tests.proofs.heard import HIGH_N, LOW_N, TARGET_N, error_n, hold_by_ear
from tests.short import first


@pytest.mark.parametrize("persona", ["practised", "trained", "expert"])
@pytest.mark.parametrize("seed", first(range(10), 2))
def test_a_hand_that_only_hears_holds_the_band(persona: str, seed: int) -> None:
    """It trembles, wanders, sags and is late, as simulated hands are; the pitch alone tells it what to do."""
    held = hold_by_ear(persona, seed)
    assert held.in_band_percent >= 80
    assert held.reached_s < 8


@pytest.mark.parametrize("seed", first(range(10), 1))
def test_a_novice_who_only_hears_stays_beside_the_band_by_little(seed: int) -> None:
    """Its unrest is about as wide as the band: no guidance takes that from it (docs/hearing.md)."""
    held = hold_by_ear("novice", seed)
    assert held.in_band_percent >= 55
    assert held.off_n < 0.07 * TARGET_N


def window(voice: Voice) -> Samples:
    """A tenth of a second of a tone that has sounded for a while."""
    mixer = Mixer()
    mixer.render(voice, None, Sounding(), 4800)
    return mixer.render(voice, None, Sounding(), 4800)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_an_ear_knows_from_the_pitch_alone_how_much_is_missing(share: float) -> None:
    """30 % of the target are an octave."""
    beyond_n = max(share, 0.05) * 0.3 * TARGET_N
    assert error_n(window(Voice(Sound.BELOW, share))) == pytest.approx(TARGET_N - LOW_N + beyond_n, abs=0.5)
    assert error_n(window(Voice(Sound.ABOVE, share))) == pytest.approx(TARGET_N - HIGH_N - beyond_n, abs=0.5)


def test_in_band_an_ear_hears_nothing_to_do() -> None:
    assert error_n(window(SILENCE)) == 0.0
    assert error_n(window(Voice(Sound.TICK))) == 0.0


# how soon


@pytest.mark.parametrize(
    "voice", [Voice(Sound.BELOW, 0.5), Voice(Sound.ABOVE, 0.5), Voice(Sound.LET_GO), Voice(Sound.STOP)]
)
def test_a_sound_is_in_the_first_period_that_the_output_asks_for_after_it_was_set(voice: Voice) -> None:
    """20 ms at most, and none of the sound before it is left after that period."""
    speaker = Speaker(lambda: 0.0, null=True)
    source = speaker._periods()
    next(source)
    speaker.play(Voice(Sound.BELOW, 0.0))
    source.send(4800)
    speaker.play(voice)
    period, after = source.send(960), source.send(SAMPLE_RATE_HZ // 10)
    reference = Speaker(lambda: 0.0, null=True)
    other = reference._periods()
    next(other)
    reference.play(Voice(Sound.BELOW, 0.0))
    other.send(4800)
    assert np.abs(period - other.send(960)).max() > 0.1
    spectrum = np.abs(np.fft.rfft(after * np.hanning(after.size)))
    loudest_hz = float(np.argmax(spectrum) * SAMPLE_RATE_HZ / after.size)
    expected_hz = pitch_hz(voice) or {Sound.LET_GO: 1760.0, Sound.STOP: 196.0}[voice.sound]
    assert loudest_hz == pytest.approx(expected_hz, abs=12)
    assert LOW_HZ < HIGH_HZ
