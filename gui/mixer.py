"""Sounds and a spoken word in one stream: a word never covers a let-go or an alarm, and never delays one."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.sounding import Sounding
from gui.tones import SAMPLE_RATE_HZ, Samples, Sound, Synth, Voice

CUTS: Final = frozenset({Sound.NO_DATA, Sound.LET_GO, Sound.STOP})
"""While one of these sounds nobody speaks."""
FIRST_S: Final = {Sound.CHIME: 0.7, Sound.STOPPED: 1.0}
"""So long these are heard alone; a word waits."""
LONGEST_WAIT_S: Final = 1.5
"""A word that could not begin by then would be late: it is left out."""


class Word(NamedTuple):
    """Something spoken; a new value begins anew."""

    samples: Samples


class Mixer:
    """Renders what is heard, period by period."""

    def __init__(self) -> None:
        self._synth = Synth()
        self._word: Word | None = None
        self._at = 0
        self._waited = 0

    def render(self, voice: Voice, word: Word | None, sounding: Sounding, count: int) -> Samples:
        """The next `count` samples, each within ±1."""
        heard = sounding.lets(voice)
        sounds = sounding.gain(heard.sound) * self._synth.render(heard, count)
        spoken = sounding.gain(Sound.SILENCE) * self._speak(heard.sound, word, count)
        return np.clip(sounds + spoken, -1.0, 1.0).astype(np.float32)

    def _speak(self, sound: Sound, word: Word | None, count: int) -> NDArray[np.float32]:
        if word is not self._word:
            self._word, self._at, self._waited = word, 0, 0
        if word is None or sound in CUTS or self._waited > LONGEST_WAIT_S * SAMPLE_RATE_HZ:
            self._at = 0 if word is None else len(word.samples)
            return np.zeros(count, np.float32)
        if self._synth.since_s <= FIRST_S.get(sound, 0.0):
            self._waited += count
            return np.zeros(count, np.float32)
        piece = word.samples[self._at : self._at + count]
        self._at += len(piece)
        return np.concatenate([piece, np.zeros(count - len(piece), np.float32)])
