"""Which sound belongs to a moment, and its samples: pure functions and one small stage.

Low means press more, high means ease off; the farther off, the louder and the farther the pitch. In band there is
a soft tick, and a beep for each of the last three seconds. Loss of data, let go and STOP each have a sound that
nothing else has.
"""

from __future__ import annotations

from enum import Enum, auto
from math import ceil
from typing import Final, NamedTuple, assert_never

import numpy as np
from numpy.typing import NDArray

from gui.face import Face, Shape
from session.cue import WELL_DONE, Action, Cue
from session.view import View

SAMPLE_RATE_HZ: Final = 48_000
"""What sound cards run at without resampling."""

QUIET_BELOW: Final = 0.3
"""Share of the target under which no error sounds: the way up is not an error."""

FULL_ERROR: Final = 0.3
"""Share of the target at which an error sounds at its loudest."""

TICK_EVERY_S: Final = 5.0
"""Often enough to prove that readings are live, seldom enough to be forgotten."""

LOW_HZ: Final = 392.0
"""G4: a small error below the band; it falls an octave as the error grows."""

HIGH_HZ: Final = 784.0
"""G5: a small error above the band; it rises an octave."""

Samples = NDArray[np.float32]


class Sound(Enum):
    """Everything that can be heard."""

    SILENCE = auto()
    BELOW = auto()
    ABOVE = auto()
    TICK = auto()
    THREE = auto()
    TWO = auto()
    ONE = auto()
    NO_DATA = auto()
    LET_GO = auto()
    CHIME = auto()
    STOP = auto()
    STOPPED = auto()


class Voice(NamedTuple):
    """A sound and how far off the hand is, 0 to 1."""

    sound: Sound
    error: float = 0.0


SILENCE: Final = Voice(Sound.SILENCE)

COUNTS: Final = (Sound.ONE, Sound.TWO, Sound.THREE)
"""By whole seconds to the let-go, rounded up, from 1."""

_STEADY: Final = {Action.LET_GO: Sound.CHIME, Action.DONE: Sound.CHIME}
"""Actions whose sound depends on nothing else."""


def voice_of(view: View, face: Face) -> Voice:
    """The sound that goes with what the window shows."""
    if face.shape is Shape.BROKEN:
        return Voice(Sound.NO_DATA) if view.last_valid_s is not None else SILENCE
    if face.shape is Shape.OCTAGON:
        return Voice(Sound.STOP if view.contact else Sound.STOPPED)
    match view.cue.action:
        case Action.MORE | Action.PRESS:
            return _below(view)
        case Action.LESS:
            return Voice(Sound.ABOVE, _share((view.force_n or 0.0) - view.cue.high_n, view.cue.target_n))
        case Action.HOLD:
            return Voice(_count(view.cue) or Sound.TICK)
        case Action.LET_GO if view.cue.why not in WELL_DONE:
            return Voice(Sound.LET_GO)
        case other:
            return Voice(_STEADY.get(other, Sound.SILENCE))


def _below(view: View) -> Voice:
    force_n, cue = view.force_n or 0.0, view.cue
    if force_n < QUIET_BELOW * cue.target_n or force_n >= cue.low_n:
        return SILENCE
    return Voice(Sound.BELOW, _share(cue.low_n - force_n, cue.target_n))


def _count(cue: Cue) -> Sound | None:
    """Which of the last three seconds this is."""
    if cue.ends_in_s is None:
        return None
    return COUNTS[min(max(ceil(cue.ends_in_s), 1), len(COUNTS)) - 1]


def _share(error_n: float, target_n: float) -> float:
    return float(np.clip(error_n / (FULL_ERROR * target_n), 0.0, 1.0)) if target_n > 0 else 0.0


def pitch_hz(voice: Voice) -> float:
    """Frequency of a continuous tone, 0 for sounds of another kind."""
    if voice.sound is Sound.BELOW:
        return float(LOW_HZ * 2**-voice.error)
    return float(HIGH_HZ * 2**voice.error) if voice.sound is Sound.ABOVE else 0.0


class Synth:
    """Turns voices into samples without clicks: pitch and loudness glide, a new sound starts its pattern anew."""

    def __init__(self) -> None:
        self._turns = 0.0
        self._level = 0.0
        self._pitch_hz = LOW_HZ
        self._sound = Sound.SILENCE
        self._at = 0

    def render(self, voice: Voice, count: int) -> Samples:
        """The next `count` samples, each within ±1."""
        if voice.sound is not self._sound:
            self._sound, self._at = voice.sound, 0
        time_s = (self._at + np.arange(count)) / SAMPLE_RATE_HZ
        self._at += count
        both = self._tone(voice, count) + pattern(voice.sound, time_s)
        return np.clip(both, -1.0, 1.0).astype(np.float32)

    @property
    def since_s(self) -> float:
        """How long the newest sound has sounded."""
        return self._at / SAMPLE_RATE_HZ

    def _tone(self, voice: Voice, count: int) -> NDArray[np.float64]:
        """The continuous tone; its level glides to zero where the voice is of another kind."""
        wanted = pitch_hz(voice)
        pitch = np.linspace(self._pitch_hz, wanted or self._pitch_hz, count + 1)[1:]
        level = np.linspace(self._level, 0.12 + 0.3 * voice.error if wanted else 0.0, count + 1)[1:]
        turns = self._turns + np.cumsum(pitch) / SAMPLE_RATE_HZ
        if count:
            self._turns, self._pitch_hz, self._level = float(turns[-1] % 1), float(pitch[-1]), float(level[-1])
        return level * np.sin(2 * np.pi * turns)


def pattern(sound: Sound, time_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Samples of a patterned sound, `time_s` after it began; zeros for continuous tones and silence."""
    match sound:
        case Sound.TICK:
            return 0.35 * _struck(time_s % TICK_EVERY_S, 0.0, 1568.0, 0.012)
        case Sound.THREE | Sound.TWO | Sound.ONE:
            return 0.4 * _beep(time_s, 0.0, 0.09, 1047.0)
        case Sound.NO_DATA:
            beat = time_s % 1.0
            return 0.5 * (_beep(beat, 0.0, 0.14, 988.0) + _beep(beat, 0.18, 0.14, 659.0))
        case Sound.LET_GO:
            beat = time_s % 0.3
            return 0.7 * (_beep(beat, 0.0, 0.13, 1760.0) + _beep(beat, 0.15, 0.13, 1319.0))
        case Sound.CHIME:
            return 0.5 * (_struck(time_s, 0.0, 784.0, 0.25) + _struck(time_s, 0.22, 523.0, 0.35))
        case Sound.STOP | Sound.STOPPED:
            return _bursts(time_s % 3.0 if sound is Sound.STOP else time_s)
        case Sound.SILENCE | Sound.BELOW | Sound.ABOVE:
            return np.zeros_like(time_s)
        case _:
            assert_never(sound)


def _bursts(time_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Three low bursts."""
    return 0.8 * sum((_buzz(time_s, start_s) for start_s in (0.0, 0.3, 0.6)), np.zeros_like(time_s))


def _beep(time_s: NDArray[np.float64], start_s: float, length_s: float, hz: float) -> NDArray[np.float64]:
    """A tone with soft ends."""
    inside = (time_s - start_s) / length_s
    swell: NDArray[np.float64] = np.clip(8 * np.minimum(inside, 1 - inside), 0.0, 1.0)
    return swell * np.sin(2 * np.pi * hz * time_s)


def _struck(time_s: NDArray[np.float64], start_s: float, hz: float, decay_s: float) -> NDArray[np.float64]:
    """A tone that dies away like a struck bar."""
    since_s = np.maximum(time_s - start_s, 0.0)
    swell = np.clip(since_s / 0.002, 0.0, 1.0) * np.exp(-since_s / decay_s)
    return swell * np.sin(2 * np.pi * hz * since_s)


def _buzz(time_s: NDArray[np.float64], start_s: float) -> NDArray[np.float64]:
    """A low, rough burst: a fundamental with its odd overtones."""
    return sum((_beep(time_s, start_s, 0.22, 196.0 * k) / k for k in (1, 3, 5)), np.zeros_like(time_s))
