"""The system's own voice, as samples: words are made ahead of time, so that none is ever late."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import wave
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from typing import Final

import numpy as np

from gui.tones import SAMPLE_RATE_HZ, Samples
from gui.tongue import mark, tongue
from protocol.language import Language
from protocol.sentence import Sentence

LONGEST_S: Final = 5.0
"""A program that takes longer to say a few words does not work here."""
MOST: Final = 200
"""Words that are kept: a visit has some dozens."""
NONE_LINUX: Final = mark("This computer has no voice. Install espeak-ng, then start again.")
NONE: Final = mark("This computer has no voice that this program can use.")
NOT_HERE: Final = mark("This computer has no voice of this language: add one in its settings, then start again.")
"""Nobody understands words of one language in the voice of another."""
NO_SUCH_VOICE: Final = 3
"""How a program ends that finds no voice of the language."""

_SAPI: Final = (
    "Add-Type -AssemblyName System.Speech; $v = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$n = $v.GetInstalledVoices() | Where-Object { $_.Enabled -and "
    "$_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq $env:PALPATE_LANGUAGE } | Select-Object -First 1; "
    f"if (-not $n) {{ exit {NO_SUCH_VOICE} }}; $v.SelectVoice($n.VoiceInfo.Name); "
    "$v.SetOutputToWaveFile($env:PALPATE_FILE); $v.Speak($env:PALPATE_TEXT); $v.Dispose()"
)
_SAY: Final = f"""
of_it=$("$0" -v '?' | sed -nE "s/^(.*[^ ]) +$PALPATE_LANGUAGE[_-][A-Z0-9]+ +#.*/\\1/p")
[ -n "$of_it" ] || exit {NO_SUCH_VOICE}
plain=$(printf '%s\\n' "$of_it" | grep -v '(' | head -n 1)
exec "$0" -v "${{plain:-$(printf '%s\\n' "$of_it" | head -n 1)}}" -o "$1" --data-format=LEI16@22050 "$2"
"""
"""Each voice stands in a line as "Anna  de_DE  # Hallo"; those with brackets in their names sound like toys."""


@dataclass(frozen=True, slots=True)
class SystemVoice:
    """A program that speaks into a file; `{file}` and `{text}` in its arguments are filled in.

    Both stand in its environment too, as PALPATE_FILE and PALPATE_TEXT, for programs that would take a text for code,
    and so does the language, as PALPATE_LANGUAGE. One that finds no voice of it ends with `NO_SUCH_VOICE`.
    """

    command: tuple[str, ...]
    language: Language = Language.ENGLISH

    def say(self, text: str) -> Samples:
        """Synthesise; blocks for some hundredths of a second. Raises `OSError` where the program fails."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "word.wav"
            filled = [part.replace("{file}", str(file)).replace("{text}", text) for part in self.command]
            known = {
                **os.environ,
                "PALPATE_FILE": str(file),
                "PALPATE_TEXT": text,
                "PALPATE_LANGUAGE": self.language.value,
            }
            try:
                subprocess.run(
                    filled, check=True, capture_output=True, timeout=LONGEST_S, stdin=subprocess.DEVNULL, env=known
                )
            except subprocess.SubprocessError as error:
                if isinstance(error, subprocess.CalledProcessError) and error.returncode == NO_SUCH_VOICE:
                    raise OSError(NOT_HERE) from error
                said = Sentence("{program} does not speak: {error}", program=filled[0], error=str(error))
                raise OSError(said) from error
            return samples_of(file.read_bytes())


@dataclass(frozen=True, slots=True)
class NoVoice:
    """Nothing can be spoken, and what to do about it."""

    reason: str


def find_voice(
    which: Callable[[str], str | None] = shutil.which,
    platform: str = sys.platform,
    language: Language | None = None,
) -> SystemVoice | NoVoice:
    """The voice that comes with the system, or with a package of it; for None in the language of the windows."""
    spoken = language or tongue().language
    for name, arguments in _programs(platform, spoken).items():
        if (program := which(name)) is not None:
            return SystemVoice(tuple(part.replace("{program}", program) for part in arguments), spoken)
    return NoVoice(NONE_LINUX if platform.startswith("linux") else NONE)


def _programs(platform: str, language: Language) -> Mapping[str, tuple[str, ...]]:
    """What speaks this language on this system, the best first; a Mac's own choice is best where it is English."""
    if platform == "darwin" and language is Language.ENGLISH:
        return {"say": ("{program}", "-o", "{file}", "--data-format=LEI16@22050", "{text}")}
    if platform == "darwin":
        return {"say": ("/bin/sh", "-c", _SAY, "{program}", "{file}", "{text}")}
    if platform == "win32":
        return {"powershell": ("{program}", "-NoProfile", "-NonInteractive", "-Command", _SAPI)}
    espeak = ("{program}", "-v", language.value, "-s", "165", "-w", "{file}", "--", "{text}")
    flite = {"flite": ("{program}", "-t", "{text}", "-o", "{file}")} if language is Language.ENGLISH else {}
    return {"espeak-ng": espeak, "espeak": espeak, **flite}


def samples_of(data: bytes) -> Samples:
    """The samples of a WAV file of 16 bits, mono or the left of several, at the rate of the output.

    Raises `OSError` for what is none.
    """
    try:
        with wave.open(BytesIO(data)) as file:
            if file.getsampwidth() != 2:
                raise OSError(mark("a voice speaks in samples of 16 bits, and this one does not"))
            read = np.frombuffer(file.readframes(file.getnframes()), "<i2")[:: file.getnchannels()]
            rate_hz = file.getframerate()
    except (wave.Error, EOFError) as error:
        raise OSError(Sentence("what the voice wrote is no sound: {error}", error=str(error))) from error
    length = len(read) * SAMPLE_RATE_HZ // rate_hz
    at = np.arange(length) * (rate_hz / SAMPLE_RATE_HZ)
    return np.interp(at, np.arange(len(read)), read / 32768.0).astype(np.float32) if length else np.zeros(0, np.float32)


class Lexicon:
    """Words that were made ahead of time, in a thread of their own; what is not ready is not spoken."""

    def __init__(self, say: Callable[[str], Samples]) -> None:
        self._say = say
        self._ready: dict[str, Samples] = {}
        self._asked: set[str] = set()
        self._queue: SimpleQueue[str | None] = SimpleQueue()
        self.failed = ""
        """Why the voice does not speak, "" while it does."""
        self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    def prepare(self, text: str) -> None:
        """Make it, once; returns at once."""
        if text not in self._asked and len(self._asked) < MOST:
            self._asked.add(text)
            self._queue.put(text)

    def ready(self, text: str) -> Samples | None:
        """What was made of it; None while there is nothing yet."""
        return self._ready.get(text)

    def close(self) -> None:
        """Make no more."""
        self._queue.put(None)
        self._thread.join(LONGEST_S)

    def _work(self) -> None:
        while (text := self._queue.get()) is not None:
            try:
                self._ready[text] = self._say(text)
            except OSError as error:
                self.failed = str(error)
