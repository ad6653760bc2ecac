"""All that is heard in a treatment: the sound of the moment, a check before the first press, and words."""

from __future__ import annotations

from gui.face import Face
from gui.sound_check import SAID, check_voice, may_check
from gui.speaker import Playing, Speaker
from gui.talk import Talker, texts
from gui.tones import SILENCE, Voice, voice_of
from session.view import View


class EyesFree:
    """Plays through a `Speaker`, frame by frame."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker, self._talker = speaker, Talker()
        self._check_from_s: float | None = None
        self.voice = SILENCE
        """What sounds now."""
        self.spoken = ""
        """What was spoken last."""

    def hear(self, view: View, face: Face, now_s: float) -> tuple[str, ...]:
        """Sound as this moment does; sentences for whoever looks."""
        news = self._begin_check(view, now_s)
        self.voice = self._checked(view, now_s) or voice_of(view, face)
        self._speaker.play(self.voice)
        if self._speaker.sounding.words:
            self._speaker.speech.begin()
            self._speaker.speech.prepare(texts(view))
            if text := self._talker.new(view, face):
                self.say(text)
        return news

    def check(self) -> None:
        """Let all sounds be heard, from the next frame on in which nobody is pressed."""
        self._speaker.checked = False

    def say(self, text: str) -> None:
        """Speak this, where words are wanted and it is ready."""
        samples = self._speaker.speech.ready(text) if self._speaker.sounding.words else None
        if samples is not None:
            self.spoken = text
            self._speaker.speak(samples)

    def stop(self) -> None:
        """Be silent."""
        self._speaker.play(SILENCE)

    def _begin_check(self, view: View, now_s: float) -> tuple[str, ...]:
        """Once for each speaker, by itself: who hears nothing then knows it before the first press."""
        due = not self._speaker.checked and not self._speaker.muted and may_check(view)
        if not due or not isinstance(self._speaker.state(), Playing):
            return ()
        self._speaker.checked, self._check_from_s = True, now_s
        return (SAID,)

    def _checked(self, view: View, now_s: float) -> Voice | None:
        """The sound of the check; anything that matters ends it."""
        if self._check_from_s is None or not may_check(view):
            self._check_from_s = None
            return None
        return check_voice(now_s - self._check_from_s)
