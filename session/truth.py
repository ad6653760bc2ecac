"""What a simulator did on purpose, as its record has it."""

from __future__ import annotations

from pydantic import ValidationError

from protocol.link import Channel
from session.playback import Recorded
from simulator.happenings.every import Marker


def markers(recorded: Recorded) -> tuple[Marker, ...]:
    """In the order in which they began; what a later version wrote and this one does not know is left out."""
    found: list[Marker] = []
    for payload in recorded.payloads:
        if payload.channel is Channel.TRUTH:
            try:
                found.append(Marker.model_validate_json(payload.data))
            except ValidationError:
                continue
    return tuple(found)


def sentence(marker: Marker) -> str:
    """When, what, and its values: “20.0 s: silence (for_s 5)”."""
    values = marker.happening.model_dump(mode="json", exclude={"kind", "at_s"}, exclude_none=True)
    said = ", ".join(
        f"{key} {value:g}" if isinstance(value, float) else f"{key} {value}" for key, value in values.items()
    )
    return f"{marker.world_s:.1f} s: {marker.happening.kind}{f' ({said})' if said else ''}"
