"""Whether a record is whole, cut or damaged, and what of it is intact."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from session.checks import MAGIC, text_check
from session.errors import InputError
from session.live_summary import LiveSummary
from session.playback import noted, read_header
from session.record import HEADER_NAME, LIVE_NAME, RecordHeader
from session.record_documents import CheckDocument, DamageDocument, State
from session.recovered import RECOVERED_NAME, Recovered
from session.salvage import Announced, Cut, Damage, Ended, Found, Kept, Noted, salvage


@dataclass
class Examined:
    """A record as far as it is intact; payloads in the order in which they were written."""

    header: RecordHeader | None = None
    live: LiveSummary | None = None
    recovered: Recovered | None = None
    kept: list[Kept] = field(default_factory=list)
    damages: list[tuple[Damage, int]] = field(default_factory=list)
    """Each with the number of payloads before it."""
    announced: int = 0
    """The highest number of a payload that was begun."""
    cut: bool = False
    crc: bool | None = None
    """Whether the check sum over all is right; None where there is none."""

    @property
    def numbered(self) -> bool:
        """Whether payloads have numbers, and check sums of their own."""
        return self.announced > 0

    @property
    def proven(self) -> bool:
        """Whether each payload is as it was written, by a check sum."""
        return self.numbered or self.crc is True

    @property
    def lost(self) -> int | None:
        """Payloads that were written, or begun, and are not here; None where they are not counted."""
        return self.announced - len(self.kept) if self.numbered else None

    @property
    def state(self) -> State:
        """In one word."""
        torn = any(after.sequence - before.sequence > 1 for before, after in pairwise(self.kept))
        if self.damages or self.crc is False or (torn and self.recovered is None):
            return State.DAMAGED
        return State.CUT if self.cut else State.WHOLE


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises `InputError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error)) from error


def examine(content: bytes) -> Examined:
    """Look at every byte of a record; raises `InputError` where it is none."""
    seen = Examined()
    for found in salvage(content):
        _take(seen, found, content)
    if seen.header is None and not seen.kept and not content.startswith(MAGIC[: len(content)]):
        raise InputError("this is no record (no MCAP file)")
    return seen


def verify(path: Path) -> CheckDocument:
    """How a record is; one that cannot be read is described by its error."""
    try:
        seen = examine(read_bytes(path))
    except InputError as error:
        return CheckDocument(file=str(path), error=str(error))
    return CheckDocument(
        file=str(path),
        state=seen.state,
        text=_sentence(seen),
        payloads=len(seen.kept),
        lost=seen.lost,
        proven=seen.proven,
        damages=tuple(_damage(seen, damage, before) for damage, before in seen.damages),
        recovered=seen.recovered.sentence if seen.recovered else None,
    )


def _take(seen: Examined, found: Found, content: bytes) -> None:
    match found:
        case Kept(sequence=sequence):
            if sequence == 0 or not seen.kept or sequence > seen.kept[-1].sequence:
                seen.kept.append(found)
                seen.announced = max(seen.announced, sequence)
        case Announced(sequence):
            seen.announced = max(seen.announced, sequence)
        case Noted():
            _note(seen, found)
        case Damage():
            seen.damages.append((found, len(seen.kept)))
        case Cut():
            seen.cut = True
        case Ended(start, _, crc):
            seen.crc = zlib.crc32(content[:start]) == crc if crc else None


def _note(seen: Examined, found: Noted) -> None:
    match found.name:
        case name if name == HEADER_NAME and seen.header is None:
            try:
                seen.header = read_header(found.entries)
            except InputError:
                return
        case name if name == LIVE_NAME:
            text = found.entries.get("live", "")
            seen.live = noted(LiveSummary, text) if found.entries.get("crc32") == text_check(text) else None
        case name if name == RECOVERED_NAME:
            seen.recovered = noted(Recovered, found.entries.get("recovered", ""))
        case _:
            pass


def _damage(seen: Examined, damage: Damage, before: int) -> DamageDocument:
    first = seen.kept[before - 1].sequence if before else 0
    behind = seen.kept[before].sequence - 1 if before < len(seen.kept) else seen.announced
    return DamageDocument(
        start_byte=damage.start,
        end_byte=damage.end,
        payloads_before=before,
        payloads_after=len(seen.kept) - before,
        lost=behind - first if seen.numbered else None,
    )


def _sentence(seen: Examined) -> str:
    """What the state means for the payloads."""
    count = f"{len(seen.kept)} payloads"
    match seen.state:
        case State.WHOLE:
            return f"{count}, each as it was written" if seen.proven else f"{count}; no check sum proves them"
        case State.CUT:
            return f"cut off; {count} came before the cut" + ("" if seen.proven else "; no check sum proves them")
        case State.DAMAGED if seen.lost is None:
            return f"{count} can be read; whether one of them has a wrong byte, this older record does not tell"
        case State.DAMAGED:
            return f"{count} are as they were written, {seen.lost} are lost"
