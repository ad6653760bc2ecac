"""A hand that hears only the sound finds the band and keeps it."""

from __future__ import annotations

import numpy as np
import pytest

from gui.face import face_of
from gui.tones import HIGH_HZ, LOW_HZ, SAMPLE_RATE_HZ, Samples, Synth, voice_of
from session.cue import Action
from tests.gui.stage import view

HEARD_S = 0.1
"""A listener's window: pitch is judged in about a tenth of a second."""

REACTION = 3
"""Windows between hearing and moving: 0.3 s, a slow listener."""

LOW_N, HIGH_N = 36.0, 44.0
"""The band of the views in `stage`."""


def hint(samples: Samples) -> int:
    """What an ear makes of a window: +1 press more, −1 ease off, 0 keep."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))
    if spectrum.max() < 0.02 * samples.size / 4:
        return 0
    hz = float(np.argmax(spectrum) * SAMPLE_RATE_HZ / samples.size)
    return 1 if hz < (LOW_HZ + HIGH_HZ) / 2 else -1


def action_at(force_n: float) -> Action:
    """What a guide says to a force, without its patience."""
    if force_n < LOW_N:
        return Action.MORE
    return Action.LESS if force_n > HIGH_N else Action.HOLD


@pytest.mark.parametrize("start_n", [20.0, 60.0])
@pytest.mark.parametrize("drift_n_per_s", [-0.7, 0.0, 0.7])
def test_a_hand_that_only_hears_holds_the_band(start_n: float, drift_n_per_s: float) -> None:
    """The hand drifts; only the sound, never the force, tells it to move, a reaction time later."""
    synth, force_n, inside = Synth(), start_n, 0
    waiting = [0] * REACTION
    windows = round(30 / HEARD_S)
    for _ in range(windows):
        shown = view(action_at(force_n), force_n=force_n)
        voice = voice_of(shown, face_of(shown, 0.01, stopped=False))
        waiting.append(hint(synth.render(voice, round(HEARD_S * SAMPLE_RATE_HZ))))
        force_n += (8.0 * waiting.pop(0) + drift_n_per_s) * HEARD_S
        inside += LOW_N <= force_n <= HIGH_N
    assert inside / windows >= 0.8
