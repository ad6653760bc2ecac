"""What somebody wants to hear: one value. Alarms are never switched off one by one; mute silences everything."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Literal, assert_never

from gui.tones import SILENCE, Sound, Voice

QUIETEST: Final = 0.2
"""Nothing is quieter by the volume: who wants silence mutes, which is shown large."""
QUIETEST_ALARM: Final = 0.5
STEP: Final = 0.2
ALARMS: Final = frozenset({Sound.NO_DATA, Sound.LET_GO, Sound.STOP, Sound.STOPPED})


class Kind(StrEnum):
    """Sounds that can be switched off; the value is what the switch says."""

    TONE = "tone"
    TICK = "tick"
    COUNT = "3-2-1"
    CHIME = "chime"


@dataclass(frozen=True, slots=True)
class Sounding:
    """Which sounds, how loud, whether words are spoken, and through which output."""

    off: frozenset[Kind] = frozenset()
    volume: float = 1.0
    words: bool = False
    device: str = ""
    """The name of an output; "" is the system's own choice."""

    def switched(self, kind: Kind) -> Sounding:
        """With one kind of sound on or off, whichever it was not."""
        return replace(self, off=self.off ^ {kind})

    def louder(self, steps: Literal[-1, 1]) -> Sounding:
        """A step louder or quieter."""
        return replace(self, volume=round(min(max(self.volume + steps * STEP, QUIETEST), 1.0), 2))

    def lets(self, voice: Voice) -> Voice:
        """The voice, or silence where its kind is switched off; what stands in for a count is the tick."""
        kind = kind_of(voice.sound)
        if kind is Kind.COUNT and kind in self.off:
            return self.lets(Voice(Sound.TICK))
        return SILENCE if kind in self.off else voice

    def gain(self, sound: Sound) -> float:
        """How loud it is, as a share."""
        return max(self.volume, QUIETEST_ALARM) if sound in ALARMS else self.volume


def text_of(sounding: Sounding) -> str:
    """What is kept between runs."""
    kept = {"off": sorted(sounding.off), "volume": sounding.volume, "words": sounding.words, "device": sounding.device}
    return json.dumps(kept)


def sounding_of(text: str) -> Sounding:
    """What was kept; as it is from the beginning where that cannot be read. Nothing kept can switch an alarm off."""
    try:
        kept = json.loads(text)
        off = frozenset(Kind(kind) for kind in kept["off"])
        volume = min(max(float(kept["volume"]), QUIETEST), 1.0)
        return Sounding(off, volume, kept["words"] is True, str(kept["device"]))
    except (ValueError, KeyError, TypeError):
        return Sounding()


def kind_of(sound: Sound) -> Kind | None:
    """Which switch it has; None for alarms and silence, which have none."""
    match sound:
        case Sound.BELOW | Sound.ABOVE:
            return Kind.TONE
        case Sound.TICK:
            return Kind.TICK
        case Sound.THREE | Sound.TWO | Sound.ONE:
            return Kind.COUNT
        case Sound.CHIME:
            return Kind.CHIME
        case Sound.SILENCE | Sound.NO_DATA | Sound.LET_GO | Sound.STOP | Sound.STOPPED:
            return None
        case _:
            assert_never(sound)
