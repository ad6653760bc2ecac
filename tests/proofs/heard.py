"""A simulated hand that hears only what the output gets, and what comes of it."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.face import face_of
from gui.mixer import Mixer
from gui.sounding import Sounding
from gui.tones import FULL_ERROR, HIGH_HZ, LOW_HZ, SAMPLE_RATE_HZ, Samples, voice_of
from session.cue import Action
from simulator.hand import Intent
from simulator.hand_kind import PERSONAS
from simulator.physics import Physics
from simulator.stable import Deviates
from simulator.tissue_kind import SITES
from simulator.world import World
from tests.gui.stage import view

HEARD_S: Final = 0.1
"""A listener's window: pitch is judged in about that time. When the hand obeys is the simulator's."""
LOW_N, HIGH_N, TARGET_N = 36.0, 44.0, 40.0
"""The band of the views in `stage`: ±10 %."""
FEELS_N: Final = 0.5 * TARGET_N
"""What a hand presses that was told “press” and hears nothing yet: half of it; tones begin at 30 %."""
GAIN: Final = 0.1
"""Of what the pitch says is missing, so much is added for each window: a listener who corrects in about a second,
*assumed*."""


class Held(NamedTuple):
    """One hold."""

    reached_s: float
    """From the decision to press until the force was first in the band."""
    in_band_percent: float
    """Of the time from then on."""
    off_n: float
    """Root mean square of what the force was beside the band."""


def error_n(samples: Samples) -> float:
    """What an ear makes of a window: so much is missing (+) or too much (−), 0 where there is no tone."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))
    if spectrum.max() < 0.02 * samples.size / 4:
        return 0.0
    hz = float(np.argmax(spectrum) * SAMPLE_RATE_HZ / samples.size)
    low = hz < (LOW_HZ + HIGH_HZ) / 2
    share = abs(float(np.log2(hz / (LOW_HZ if low else HIGH_HZ))))
    beyond_n = max(share, 0.05) * FULL_ERROR * TARGET_N
    return beyond_n + (TARGET_N - LOW_N) if low else -(beyond_n + (HIGH_N - TARGET_N))


def action_at(force_n: float) -> Action:
    """What a guide says to a force, without its patience."""
    if force_n < LOW_N:
        return Action.MORE
    return Action.LESS if force_n > HIGH_N else Action.HOLD


def hold_by_ear(persona: str, seed: int, for_s: float = 60.0) -> Held:
    """Press, hear, correct; the force is known to the tone alone."""
    world, mixer, wanted_n, forces_n = _world(persona, seed), Mixer(), FEELS_N, list[float]()
    world.tell(Intent(wanted_n))
    for window in range(1, round(for_s / HEARD_S) + 1):
        force_n = world.force_n(window * HEARD_S)
        forces_n.append(force_n)
        heard_n = error_n(_sound_of(mixer, force_n))
        wanted_n = min(max(wanted_n + GAIN * heard_n, 0.0), 1.5 * TARGET_N)
        world.tell(Intent(wanted_n))
    return _found(np.array(forces_n))


def hold_by_eye(persona: str, seed: int, for_s: float = 60.0) -> Held:
    """The same person, who reads the force on a display ten times a second and hears nothing."""
    world, forces_n = _world(persona, seed), list[float]()
    world.tell(Intent(TARGET_N))
    for window in range(1, round(for_s / HEARD_S) + 1):
        force_n = world.force_n(window * HEARD_S)
        forces_n.append(force_n)
        world.tell(Intent(TARGET_N, force_n if force_n > 1.0 else None))
    return _found(np.array(forces_n))


def _world(persona: str, seed: int) -> World:
    return World.of(Physics(SITES["trapezius"], PERSONAS[persona]), (), Deviates(np.random.SeedSequence(seed)))


def _sound_of(mixer: Mixer, force_n: float) -> Samples:
    """What the output gets in a window with this force."""
    shown = view(action_at(force_n), force_n=force_n)
    voice = voice_of(shown, face_of(shown, 0.01, stopped=False))
    return mixer.render(voice, None, Sounding(), round(HEARD_S * SAMPLE_RATE_HZ))


def _found(force_n: NDArray[np.float64]) -> Held:
    inside = (force_n >= LOW_N) & (force_n <= HIGH_N)
    first = int(np.argmax(inside))
    beside_n = np.maximum(LOW_N - force_n[first:], 0) + np.maximum(force_n[first:] - HIGH_N, 0)
    return Held((first + 1) * HEARD_S, float(100 * inside[first:].mean()), float(np.sqrt(np.mean(beside_n**2))))
