"""Bytes laid out by hand, as the Core specification and the file format have them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol import uuids
from session.capture.att import heard
from session.capture.btsnoop import ACL, EVENT, Packet, packets
from session.capture.listing import Line, listing
from session.errors import InputError
from simulator.identity import TIP
from simulator.tool import Tool
from tests.simulator.bench import scenario

LINK = 0x0040
FROM_TOOL, FROM_CLIENT = False, True
NOON_US = 0x00DCDDB30F2F8000 + 1_700_000_000_000_000


def acl(pdu: bytes, *, incoming: bool = False, time_s: float = 0.0) -> Packet:
    frame = struct.pack("<HH", len(pdu), 4) + pdu
    return Packet(time_s, ACL, incoming, struct.pack("<HH", LINK | 2 << 12, len(frame)) + frame)


def wire(uuid: str) -> bytes:
    return bytes.fromhex(uuid.replace("-", ""))[::-1]


def declared(handle: int, uuid: str) -> list[Packet]:
    """Discover one characteristic: its declaration is before its value, its subscription after."""
    request = struct.pack("<BHHH", 0x08, 1, 0xFFFF, 0x2803)
    answer = bytes((0x09, 21)) + struct.pack("<HBH", handle - 1, 0x10, handle) + wire(uuid)
    descriptors = bytes((0x05, 1)) + struct.pack("<HH", handle + 1, 0x2902)
    return [acl(request, incoming=True), acl(answer), acl(descriptors)]


def said(*them: Packet) -> list[Line]:
    return list(listing(heard(them)))


def texts(*them: Packet) -> list[str]:
    return [f"{line.who}: {line.text}" for line in said(*them)]


def read(handle: int, value: bytes) -> list[Packet]:
    return [acl(struct.pack("<BH", 0x0A, handle), incoming=True), acl(b"\x0b" + value)]


def test_a_request_and_its_answer_have_their_names() -> None:
    assert texts(
        *declared(9, uuids.CONTROL),
        acl(bytes.fromhex("120a000200"), incoming=True),
        acl(bytes.fromhex("120900010100000000"), incoming=True),
        acl(bytes.fromhex("1d090081010001a086010000000000")),
        acl(bytes.fromhex("1d0900e907003c00000000000000")),
    ) == [
        "client: CONTROL subscribed",
        "client: CONTROL written: START echo 1 00000000",
        "tool: CONTROL indicated: START echo 1 OK 01a086010000000000",
        "tool: CONTROL indicated: RESEND done echo 7 OK 60 sent, oldest 0",
    ]


def test_frames_are_read_with_the_layout_that_was_read_before() -> None:
    frame = bytes.fromhex("010100040000000040420f003075124e00ae4800743f00324600")
    notified = acl(b"\x1b\x05\x00" + frame, time_s=2.5)
    before = [*declared(3, uuids.LAYOUT), *declared(5, uuids.SAMPLES)]
    layout = Tool(scenario(), 1).layout
    assert texts(*before, notified) == ["tool: SAMPLES notified: 26 bytes, no LAYOUT was read before"]
    lines = said(*before, *read(3, layout), notified)
    assert lines[0].text.startswith("LAYOUT read: serial SIM-0001, 1 channels, ")
    assert lines[1] == Line(2.5, "tool", "SAMPLES notified: stream 1 slots 0–3 at 1000000 µs")


def test_a_long_value_is_read_in_pieces() -> None:
    layout = Tool(scenario(), 1).layout
    pieces = [acl(b"\x0a\x03\x00", incoming=True), acl(b"\x0b" + layout[:22])]
    for start in range(22, len(layout), 22):
        pieces += [acl(struct.pack("<BHH", 0x0C, 3, start), incoming=True), acl(b"\x0d" + layout[start : start + 22])]
    assert texts(*declared(3, uuids.LAYOUT), *pieces)[-1].startswith("tool: LAYOUT read: serial SIM-0001")
    assert TIP.id == 1


@pytest.mark.parametrize(
    ("uuid", "value", "text"),
    [
        (uuids.BATTERY_LEVEL, "57", "BATTERY read: 87 %"),
        (uuids.FORCE, "e8030000", "FORCE read: 1.000 N"),
        (uuids.FORCE, "18fcffff", "FORCE read: -1.000 N"),
        (uuids.FORCE, "ffffff7f", "FORCE read: not known"),
        (uuids.FORCE, "ff", "FORCE read: ff"),
        (uuids.MODEL, "546f6f6c1b5b", "model read: Tool["),
        (uuids.STATUS, "0700000001030100050000000900000000000000", "STATUS read: boot 7 STREAMING stream 3 holds 5–9"),
        (uuids.STATUS, "07", "STATUS read: 07 ("),
        ("12345678-0000-0000-0000-00000000000a", "0102", "12345678-0000-0000-0000-00000000000a read: 0102"),
    ],
)
def test_values_are_read_as_the_page_says(uuid: str, value: str, text: str) -> None:
    (line,) = texts(*declared(3, uuid), *read(3, bytes.fromhex(value)))
    assert line.startswith(f"tool: {text}")


def test_what_was_not_discovered_in_the_capture_is_a_number() -> None:
    assert texts(acl(bytes.fromhex("1b0c00ff"))) == ["tool: attribute 12 notified: ff"]


def test_a_refusal_says_its_code() -> None:
    assert texts(*declared(3, uuids.SETUP), acl(bytes.fromhex("011203000f"))) == [
        "tool: SETUP refused: attribute error 0x0f"
    ]


def test_connections_begin_are_encrypted_and_end() -> None:
    events = ["3e13010040000101aabbccddeef01800000048000000", "080400400001", "0504004000 13".replace(" ", "")]
    assert texts(*[Packet(0.0, EVENT, True, bytes.fromhex(each)) for each in events]) == [
        "link: connection 64 began",
        "link: connection 64 is encrypted",
        "link: connection 64 ended, reason 0x13",
    ]


def test_a_frame_that_the_radio_cut_is_put_together() -> None:
    whole = acl(bytes.fromhex("1b0300") + bytes(40)).data[4:]
    first = Packet(0.0, ACL, False, struct.pack("<HH", LINK, 10) + whole[:10])
    rest = Packet(0.1, ACL, False, struct.pack("<HH", LINK | 1 << 12, len(whole) - 10) + whole[10:])
    assert [line.text for line in said(first, rest)] == [f"attribute 3 notified: {'00' * 40}"]


def test_files_of_both_kinds_give_the_same_packets(tmp_path: Path) -> None:
    data = acl(bytes.fromhex("1b0c00ff")).data
    h4, monitor = tmp_path / "h4", tmp_path / "monitor"
    h4.write_bytes(head(1002) + record(b"\x02" + data, 1) + record(b"\x04\x05\x04", 3))
    monitor.write_bytes(head(2001) + record(data, 1 << 16 | 5) + record(b"\x05\x04", 3) + record(b"hci0", 0))
    expected = [Packet(1_700_000_000.0, ACL, True, data), Packet(1_700_000_000.0, EVENT, True, b"\x05\x04")]
    assert list(packets(h4)) == expected
    assert list(packets(monitor)) == [*expected, Packet(1_700_000_000.0, 0, False, b"hci0")]


def head(kind: int) -> bytes:
    return struct.pack(">8sII", b"btsnoop\0", 1, kind)


def record(data: bytes, flags: int, length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return struct.pack(">IIIIQ", size, size, flags, 0, NOON_US) + data


def test_a_file_that_was_cut_is_read_up_to_there(tmp_path: Path) -> None:
    file = tmp_path / "cut"
    whole = head(1002) + record(b"\x04\x05", 3)
    for more in (b"", b"\0" * 23, record(b"\x02", 1, length=9), record(b"\x02", 1, length=0xFFFFFFFF)):
        file.write_bytes(whole + more)
        assert [each.data for each in packets(file)] == [b"\x05"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no btsnoop"),
        (b"PK\x03\x04" * 9, "no btsnoop"),
        (head(1001), "kind 1001 are not read"),
        (None, "cannot be opened"),
    ],
)
def test_what_is_no_capture_is_one_sentence(tmp_path: Path, data: bytes | None, says: str) -> None:
    file = tmp_path / "file"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(InputError, match=says):
        list(packets(file))


@given(st.lists(st.tuples(st.sampled_from([ACL, EVENT, 0]), st.booleans(), st.binary(max_size=40)), max_size=30))
def test_no_bytes_break_the_listing(them: list[tuple[int, bool, bytes]]) -> None:
    known = [*declared(3, uuids.SAMPLES), *declared(6, uuids.LAYOUT)]
    lines = said(*known, *[Packet(0.0, *each) for each in them])
    assert len(lines) <= len(them)


@given(st.lists(st.binary(min_size=1, max_size=60), max_size=30))
def test_no_message_breaks_the_listing(pdus: list[bytes]) -> None:
    known = [*declared(3, uuids.SAMPLES), *declared(6, uuids.LAYOUT), *declared(9, uuids.EVENTS)]
    broken = [acl(pdu[:1] + b"\x03\x00" + pdu[1:]) for pdu in pdus]
    first, *_ = said(*known, *read(6, Tool(scenario(), 1).layout), *broken)
    assert first.text.startswith("LAYOUT read: serial SIM-0001")
