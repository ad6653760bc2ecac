"""The rules of Layout, on the hand-made golden bytes and at their limits."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palpate.conformance import layout_rules as rules
from palpate.conformance.verdict import Violation
from protocol.errors import FrameError
from protocol.layout import Layout
from tests.protocol.golden import good, name_of

WRITTEN = [vector for vector in good("layout") if not vector.get("only_read")]
"""What a tool of this version sends; a client reads more."""
SOME = next(vector["bytes"] for vector in good("layout"))


def sealed(body: bytes, minor: int = 0) -> bytes:
    """A layout of these entries with the right length and CRC."""
    data = struct.pack("<BBH", 1, minor, len(body) + 8) + body
    return data + struct.pack("<I", zlib.crc32(data))


def entry(kind: int, value: bytes) -> bytes:
    return bytes((kind, len(value))) + value


FORCE = struct.pack("<BBBB4d3f", 0, 3, 1, 24, 0.0, 2e-5, 0.0, 0.0, 150.0, 225.0, 0.02)
RESEND, WITHOUT = struct.pack("<I", 0b1111), struct.pack("<I", 0b0111)


def keeps(rule: rules.Rule, data: bytes) -> bool:
    try:
        rule(data)
    except Violation:
        return False
    return True


def broken_by(data: bytes) -> list[str]:
    """Which rules these bytes break."""
    return [rule.__name__ for rule in rules.RULES if not keeps(rule, data)]


@pytest.mark.parametrize("vector", WRITTEN, ids=name_of)
def test_a_layout_made_by_hand_keeps_each_rule(vector: dict[str, bytes]) -> None:
    assert broken_by(vector["bytes"]) == []


@pytest.mark.parametrize(
    ("rule", "body", "expected"),
    [
        (rules.ring_is_large_enough, entry(1, RESEND) + entry(0x14, struct.pack("<I", 2999)), "at least 3000"),
        (rules.ring_is_large_enough, entry(1, WITHOUT) + entry(0x14, struct.pack("<I", 1)), "a ring of 0"),
        (rules.rates_are_listed_once, entry(0x12, bytes.fromhex("a086 0100 a0")), "4 bytes each"),
        (rules.rates_are_listed_once, entry(0x12, bytes(4)), "above 0"),
        (rules.tips_have_areas, entry(0x13, bytes.fromhex("01 00000000")), "an area"),
        (rules.tips_have_areas, entry(0x13, bytes.fromhex("01 10270000")) * 2, "each listed once"),
        (rules.features_are_known, entry(1, struct.pack("<I", 0x8000_0000)), "feature bits above"),
        (rules.texts_are_text, entry(2, b"A") + entry(3, b"\xff"), "UTF-8"),
        (rules.texts_are_text, entry(2, b"A\x7f"), "printable ASCII"),
        (rules.channels_fit_the_grid, entry(0x10, b"\x01" + FORCE[1:]), "kind 0"),
        (rules.channels_fit_the_grid, entry(0x10, FORCE[:1] + b"\x04" + FORCE[2:]), "2 or 3 bytes"),
        (
            rules.channels_fit_the_grid,
            entry(0x10, FORCE[:12] + struct.pack("<d", 131_071 / 2**23) + FORCE[20:]),
            "below 131071",
        ),
        (rules.channels_fit_the_grid, entry(0x10, FORCE[:-4] + struct.pack("<f", float("inf"))), "finite"),
        (rules.entries_are_complete, entry(2, b"A"), "1 to 1 entries 0x01"),
        (rules.values_have_their_sizes, entry(0x14, bytes(5)), "4 to 4 bytes"),
        (rules.values_have_their_sizes, entry(0x02, b""), "1 to 10 bytes"),
        (rules.entries_are_complete, b"\x02\x05abc", "that end where the CRC begins"),
        (rules.entries_are_complete, b"\x02", "that end where the CRC begins"),
        (rules.ring_is_large_enough, entry(1, RESEND), "an entry 0x14"),
    ],
)
def test_what_breaks_a_rule_is_told(rule: rules.Rule, body: bytes, expected: str) -> None:
    with pytest.raises(Violation) as violation:
        rule(sealed(body))
    assert expected in violation.value.expected


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        (rules.ring_is_large_enough, entry(1, RESEND) + entry(0x14, struct.pack("<I", 3000))),
        (rules.ring_is_large_enough, entry(1, WITHOUT) + entry(0x14, bytes(4))),
        (rules.channels_fit_the_grid, entry(0x10, FORCE) + entry(0x10, b"\x02" + FORCE[1:])),
        (rules.channels_fit_the_grid, entry(0x10, FORCE[:12] + struct.pack("<d", 131_070 / 2**23) + FORCE[20:])),
        (rules.texts_are_text, entry(2, b"A ~") + entry(3, "1.0 β".encode())),
    ],
)
def test_what_is_just_allowed_passes(rule: rules.Rule, body: bytes) -> None:
    assert keeps(rule, sealed(body))


def test_a_later_minor_version_may_say_more() -> None:
    body = entry(1, struct.pack("<I", 0x8000_0000)) + entry(0x14, bytes(5))
    for rule in (rules.features_are_known, rules.values_have_their_sizes):
        assert keeps(rule, sealed(body, minor=1))
        assert not keeps(rule, sealed(body, minor=0))


@pytest.mark.parametrize("rule", [rules.length_fits, rules.crc_is_right])
@pytest.mark.parametrize(
    "data", [b"", b"\x01\x00\x08", b"\x01\x00\xff\xff" + bytes(600), b"\x01\x00\x07\x00" + bytes(8)]
)
def test_a_length_that_cannot_be_is_told(rule: rules.Rule, data: bytes) -> None:
    with pytest.raises(Violation):
        rule(data)


def test_the_longest_layout_has_512_bytes() -> None:
    rules.length_fits(sealed(bytes(504)))
    with pytest.raises(Violation):
        rules.length_fits(sealed(bytes(505)))


@given(st.integers(0, len(SOME) - 1), st.integers(1, 255))
def test_a_wrong_byte_anywhere_is_found(place: int, change: int) -> None:
    data = bytearray(SOME)
    data[place] ^= change
    assert not all(keeps(rule, bytes(data)) for rule in (rules.version_is_1, rules.crc_is_right))


@given(
    st.lists(st.tuples(st.sampled_from([1, 2, 3, 0x10, 0x11, 0x12, 0x13, 0x14]), st.binary(max_size=60)), max_size=9)
)
def test_what_a_client_refuses_breaks_a_rule(entries: list[tuple[int, bytes]]) -> None:
    data = sealed(b"".join(entry(kind, value) for kind, value in entries))
    try:
        Layout.from_bytes(data)
    except (FrameError, OverflowError):
        assert broken_by(data)
