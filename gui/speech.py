"""Spoken words, for whoever wants them: a voice is looked for when they are first switched on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gui.tones import Samples
from gui.voice import Lexicon, NoVoice, SystemVoice, find_voice


class Speech:
    """Makes words ahead of time; where the system has no voice it stays silent and says why."""

    def __init__(self, find: Callable[[], SystemVoice | NoVoice] = find_voice) -> None:
        self._find = find
        self._lexicon: Lexicon | None = None
        self._reason = ""

    def begin(self) -> None:
        """Look for a voice, again too where there was none."""
        if self._lexicon is not None:
            return
        match self._find():
            case SystemVoice() as voice:
                self._lexicon, self._reason = Lexicon(voice.say), ""
            case NoVoice(reason):
                self._reason = reason

    def close(self) -> None:
        """Speak no more."""
        if self._lexicon is not None:
            self._lexicon.close()
            self._lexicon = None

    @property
    def trouble(self) -> str:
        """Why nothing is spoken, "" where something is or nobody asked."""
        return self._reason if self._lexicon is None else self._lexicon.failed

    def prepare(self, texts: Iterable[str]) -> None:
        """Make these ahead of time."""
        if self._lexicon is not None:
            for text in texts:
                self._lexicon.prepare(text)

    def ready(self, text: str) -> Samples | None:
        """The word; None where it is not ready, and then it is not spoken at all."""
        return None if self._lexicon is None else self._lexicon.ready(text)
