"""One sound device that stays open; it plays whatever voice was set last."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gui.alsa import silence_alsa
from gui.mixer import CUTS, FIRST_S, Mixer, Word
from gui.sounding import Sounding
from gui.speech import Speech
from gui.tones import SAMPLE_RATE_HZ, SILENCE, Samples, Sound, Voice
from gui.tongue import mark

if TYPE_CHECKING:
    import miniaudio

PERIOD_MS: Final = 20
"""Short against a reaction time, long enough for a busy machine."""

LOST_S: Final = 0.6
"""An output that has asked for nothing for so long is gone: 30 periods, and the window says so within a second."""

NO_DEVICE: Final = mark("no sound device")
TOLD_S: Final = 1.0
"""A window that has set no voice for so long is stuck: its last word must not go on sounding as if it were true."""


@dataclass(frozen=True, slots=True)
class Playing:
    """The device asks for samples."""

    backend: str


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing can be heard, and why."""

    reason: str


SpeakerState = Playing | Silent


class Speaker:
    """Plays voices through the default output; without one it stays silent and says why.

    `clock_s` tells when the device last asked for samples. `null` opens the device that goes nowhere.
    """

    def __init__(self, clock_s: Callable[[], float], *, null: bool = False, speech: Speech | None = None) -> None:
        self._clock_s = clock_s
        self._null = null
        self._voice = SILENCE
        self._asked_s = self._told_s = 0.0
        self._device: miniaudio.PlaybackDevice | None = None
        self._reason = ""
        self._word: Word | None = None
        self.speech = speech or Speech()
        self.muted = False
        self.sounding = Sounding()
        """What is to be heard; the output in it counts from the next `open` on."""
        self.checked = False
        """Whether somebody could listen to all sounds since this was made."""

    def open(self) -> None:
        """Open the device, again too after it was lost."""
        self.close()
        try:
            self._device = _open_device(self.sounding.device, null=self._null)
            source = self._periods()
            next(source)
            self._asked_s = self._clock_s()
            self._device.start(source)
        except _Unavailable as unavailable:
            self._reason = str(unavailable)

    def close(self) -> None:
        """Be silent."""
        if self._device is not None:
            self._device.close()
            self._device = None

    def play(self, voice: Voice) -> None:
        """Play `voice`; it wants to be told again within `TOLD_S`, or loss of data is heard instead.

        A let-go, an alarm or STOP ends what was being spoken.
        """
        if voice.sound is not self._voice.sound and voice.sound in CUTS | FIRST_S.keys():
            self._word = None
        self._voice, self._told_s = voice, self._clock_s()

    def speak(self, samples: Samples) -> None:
        """Speak this now, instead of what was being spoken, where nothing more important sounds."""
        self._word = Word(samples)

    def outputs(self) -> tuple[str, ...]:
        """The names of all outputs that there are now; none where that cannot be known."""
        try:
            return tuple(_devices(null=self._null))
        except _Unavailable:
            return ()

    def state(self) -> SpeakerState:
        """Whether the output takes samples now."""
        if self._device is None:
            return Silent(self._reason or NO_DEVICE)
        if not self.heard_within(LOST_S):
            return Silent(mark("output lost: check the speaker"))
        return Playing(self._device.backend)

    def heard_within(self, limit_s: float) -> bool:
        """Whether the device asked for samples in the last `limit_s`."""
        return self._clock_s() - self._asked_s <= limit_s

    def _periods(self) -> Generator[Samples, int, None]:
        """Samples for the device's own thread."""
        mixer = Mixer()
        count = yield np.zeros(0, np.float32)
        while True:
            self._asked_s = self._clock_s()
            word = None if self.muted else self._word
            count = yield mixer.render(self._wanted(), word, self.sounding, count)

    def _wanted(self) -> Voice:
        if self.muted or self._voice.sound is Sound.SILENCE:
            return SILENCE
        return self._voice if self._asked_s - self._told_s <= TOLD_S else Voice(Sound.NO_DATA)


class _Unavailable(Exception):
    """No output; the text is for the therapist."""


def _devices(*, null: bool) -> dict[str, Any]:
    """What miniaudio calls them, by name."""
    library = _library()
    try:
        found = library.Devices([library.Backend.NULL] if null else None).get_playbacks()
    except library.MiniaudioError:
        raise _Unavailable(NO_DEVICE) from None
    return {device["name"]: device["id"] for device in found}


def _open_device(name: str, *, null: bool) -> miniaudio.PlaybackDevice:
    """The output of this name; the system's own choice where there is none, or none of this name."""
    library = _library()
    try:
        device = library.PlaybackDevice(
            output_format=library.SampleFormat.FLOAT32,
            nchannels=1,
            sample_rate=SAMPLE_RATE_HZ,
            buffersize_msec=PERIOD_MS,
            device_id=_devices(null=null).get(name) if name else None,
            backends=[library.Backend.NULL] if null else None,
            app_name="Palpate",
        )
    except library.MiniaudioError:
        raise _Unavailable(NO_DEVICE) from None
    if device.backend == "Null" and not null:
        device.close()
        raise _Unavailable(NO_DEVICE)
    return device


def _library() -> Any:
    """The sound library, made quiet."""
    try:
        import miniaudio
    except ImportError:
        raise _Unavailable(mark("no sound library")) from None
    silence_alsa()
    return miniaudio
