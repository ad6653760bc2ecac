"""How the readings of a record arrived: the figures that the live session showed, once more from the payloads."""

from __future__ import annotations

from statistics import median

from protocol.blocks import SampleBlock
from protocol.link import Channel, Payload
from session.clock_health import ClockHealth, ClockWatch
from session.documents import ClockDocument, LinkDocument
from session.link_health import LinkWatch, rssi_dbm
from session.tool_stream import ToolStream
from session.unknown import Figure, Unknown

NO_RSSI = Unknown("this record does not hold the strength of the tool's advertisements")


class LinkAccount:
    """Takes each payload after `ToolStream` did, with the readings in it."""

    def __init__(self) -> None:
        self._link, self._clock = LinkWatch(), ClockWatch()
        self._connections = self._clocks = self._boots = 0
        self._rssi_dbm: list[int] = []

    def update(self, payload: Payload, tool: ToolStream, block: SampleBlock | None) -> None:
        """One payload, what the stream made of it, and the readings in it, live or late, if any."""
        if tool.clocks != self._clocks:
            self._clocks = tool.clocks
            self._link.begin()
            self._clock.begin()
        self._boots = tool.boots
        self._link.update(payload.arrival_s, block, tool.malformed)
        self._clock.update(payload, tool.time_us_at)
        self._connections += payload.channel is Channel.LAYOUT
        if payload.channel is Channel.RSSI and (dbm := rssi_dbm(payload.data)) is not None:
            self._rssi_dbm.append(dbm)

    def close(self, end_s: float) -> LinkDocument:
        """The figures at the end of the record, its last arrival."""
        link = self._link.look(end_s)
        return LinkDocument(
            expected=link.expected,
            received=link.received,
            lost=link.lost,
            late=link.late,
            malformed=link.malformed,
            reconnects=max(self._connections - 1, 0),
            restarts=self._boots,
            rssi_min_dbm=min(self._rssi_dbm, default=None),
            rssi_median_dbm=median(self._rssi_dbm) if self._rssi_dbm else None,
            clock=_clock(self._clock.look()),
            missing={} if self._rssi_dbm else {"rssi": NO_RSSI.reason},
        )


def _clock(clock: ClockHealth) -> ClockDocument:
    figures: dict[str, Figure] = {
        "offset_s": clock.offset_s,
        "offset_error_s": clock.error_s,
        "skew_ppm": clock.skew_ppm,
        "skew_low_ppm": clock.skew if isinstance(clock.skew, Unknown) else clock.skew.low_ppm,
        "skew_high_ppm": clock.skew if isinstance(clock.skew, Unknown) else clock.skew.high_ppm,
    }
    known = {name: None if isinstance(figure, Unknown) else figure for name, figure in figures.items()}
    missing = {name: figure.reason for name, figure in figures.items() if isinstance(figure, Unknown)}
    return ClockDocument(**known, exchanges=clock.exchanges, contradictions=clock.contradictions, missing=missing)
