"""The figures of the link in an analysed record: those that the live session showed."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocol.control import Command, Reply, Request, Result
from protocol.link import Channel, Payload
from session.documents import LinkDocument
from session.errors import InputError
from session.link_health import rssi_bytes, rssi_dbm
from session.offline.measure import analyse_record
from session.offline.request import tares
from session.tool_health import ToolWatch
from session.tool_stream import ToolStream
from tests.session.test_holes import status
from tests.session.tracks import payloads, write


def told(tmp_path: Path, kept: list[Payload]) -> LinkDocument:
    write(tmp_path / "one.mcap", kept)
    link = analyse_record(tmp_path / "one.mcap").link
    assert link is not None
    return link


def advert(dbm: int, at_s: float = 50.0) -> Payload:
    return Payload(Channel.RSSI, at_s, rssi_bytes(dbm))


def exchanged(echo: int, at_s: float, receipt_us: int) -> list[Payload]:
    """A TIME command: 10 ms to the tool, 2 ms there, 30 ms back."""
    request = Request.of(Command.TIME, echo)
    reply = Reply.of(request, Result.OK, receipt_us, receipt_us + 2000)
    return [
        Payload(Channel.CONTROL_SENT, at_s, bytes(request)),
        Payload(Channel.CONTROL_REPLY, at_s + 0.042, bytes(reply)),
    ]


def test_a_record_without_losses_says_so_and_what_it_does_not_hold(tmp_path: Path) -> None:
    link = told(tmp_path, payloads(60))
    assert (link.expected, link.received, link.lost, link.late, link.malformed) == (114, 114, 0, 0, 0)
    assert (link.reconnects, link.restarts) == (0, 0)
    assert (link.rssi_min_dbm, link.rssi_median_dbm) == (None, None)
    assert list(link.missing) == ["rssi"]
    assert link.clock.model_dump(exclude={"missing"}) == {
        "offset_s": None, "offset_error_s": None, "skew_ppm": None, "skew_low_ppm": None, "skew_high_ppm": None,
        "exchanges": 0, "contradictions": 0,
    }  # fmt: skip
    assert set(link.clock.missing) == {"offset_s", "offset_error_s", "skew_ppm", "skew_low_ppm", "skew_high_ppm"}


def test_what_was_lost_late_and_damaged_is_counted(tmp_path: Path) -> None:
    kept = payloads(60)
    late = Payload(Channel.SAMPLES, 53.0, bytes((0x02,)) + kept[20].data[1:])
    broken = Payload(Channel.SAMPLES, 53.1, b"\x01")
    link = told(tmp_path, [*kept[:20], *kept[22:], late, broken])
    assert link.malformed == 1
    assert link.expected == 114
    assert link.lost == 114 - link.received
    assert (link.late, link.lost) == (2, 2)


def test_connections_after_the_first_and_restarts_are_counted(tmp_path: Path) -> None:
    kept = payloads(60)
    again = [kept[0]._replace(arrival_s=53.4), status(0, 0, boot_id=9)._replace(arrival_s=53.4)]
    assert told(tmp_path, [*kept, *again]).reconnects == 1
    assert told(tmp_path / "b", [*kept, *again]).restarts == 1


def test_the_signal_is_that_of_the_advertisements_before_each_connection(tmp_path: Path) -> None:
    link = told(tmp_path, [*payloads(60), advert(-60), advert(-90), advert(-64), Payload(Channel.RSSI, 54.0, b"")])
    assert (link.rssi_min_dbm, link.rssi_median_dbm) == (-90, -64.0)
    assert link.missing == {}


def test_the_clock_is_told_with_its_bounds(tmp_path: Path) -> None:
    kept = payloads(60)
    first, last = exchanged(1, 53.4, 2_400_000), exchanged(2, 63.4, 12_400_000)
    clock = told(tmp_path, [*kept, *first, *last]).clock
    assert clock.exchanges == 2
    assert clock.contradictions == 0
    assert clock.offset_s is not None
    assert clock.offset_error_s == pytest.approx(0.020, abs=2e-5)
    assert clock.skew_low_ppm == pytest.approx(-4000, rel=0.01)
    assert clock.skew_high_ppm == pytest.approx(4000, rel=0.01)
    assert clock.skew_ppm is None
    assert clock.missing == {"skew_ppm": "it takes five minutes"}


def test_the_record_says_what_the_live_watch_said(tmp_path: Path) -> None:
    kept = [*payloads(60), advert(-70), *exchanged(1, 53.4, 2_400_000), *exchanged(2, 63.4, 12_400_000)]
    tool, watch = ToolStream(), ToolWatch()
    for payload in kept:
        shifted = payload._replace(arrival_s=payload.arrival_s - 50.0)
        watch.update(shifted, tool, tool.update(shifted))
    live, link = watch.look(20.0), told(tmp_path, kept)
    assert (live.link.expected, live.link.received, live.link.late, live.link.malformed) == (
        link.expected, link.received, link.late, link.malformed,
    )  # fmt: skip
    assert live.link.rssi_dbm == link.rssi_min_dbm == -70
    assert live.clock.offset_s == pytest.approx(link.clock.offset_s, abs=1e-6)
    assert live.clock.error_s == pytest.approx(link.clock.offset_error_s, abs=1e-6)


@pytest.mark.parametrize(("dbm", "kept"), [(-61, -61), (-200, -128), (127, 127), (300, 127)])
def test_a_signal_is_one_signed_byte(dbm: int, kept: int) -> None:
    assert rssi_dbm(rssi_bytes(dbm)) == kept
    assert rssi_dbm(rssi_bytes(dbm) * 2) is None


@pytest.mark.parametrize(("text", "chosen"), [("none", set()), ("1", {1}), ("1, 3", {1, 3})])
def test_zeros_are_chosen_by_their_numbers(text: str, chosen: set[int]) -> None:
    assert tares(text) == chosen


@pytest.mark.parametrize("text", ["", "0", "1,", "a", "-1", "²", "1" * 10])
def test_what_numbers_no_zero_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="names no zeros of a record: write their numbers"):
        tares(text)
