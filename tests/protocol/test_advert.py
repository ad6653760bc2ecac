from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.advert import Advert
from protocol.errors import FrameError

GOLDEN = bytes.fromhex("01 01 57 50 54 2d 30 30 30 31 00 00 00")


def test_the_bytes_are_those_of_the_page() -> None:
    assert bytes(Advert(1, 1, 87, "PT-0001")) == GOLDEN
    assert Advert.from_bytes(GOLDEN) == Advert(major=1, state=1, battery_percent=87, serial="PT-0001")


def test_a_battery_of_255_is_unknown() -> None:
    assert Advert.from_bytes(b"\x01\x00\xff" + b"ABCDEFGHIJ").battery_percent is None
    assert bytes(Advert(1, 0, None, "A"))[2] == 255


def test_bytes_of_a_later_version_are_ignored() -> None:
    assert Advert.from_bytes(GOLDEN + b"\xff\xff") == Advert.from_bytes(GOLDEN)


@pytest.mark.parametrize(
    "data",
    [b"", GOLDEN[:12], GOLDEN[:3] + bytes(10), GOLDEN[:3] + b"A\x1b[2J\x00\x00\x00\x00\x00", GOLDEN[:3] + b"\xc3" * 10],
    ids=["empty", "cut", "no serial", "escape sequence", "not ASCII"],
)
def test_what_is_no_tools_is_refused(data: bytes) -> None:
    with pytest.raises(FrameError):
        Advert.from_bytes(data)


@pytest.mark.parametrize("serial", ["", "ABCDEFGHIJK", "ä", "A\n"])
def test_a_serial_that_does_not_fit_is_not_sent(serial: str) -> None:
    with pytest.raises(FrameError):
        bytes(Advert(1, 0, 50, serial))


@pytest.mark.parametrize(("state", "battery"), [(256, 50), (0, 256), (-1, 50)])
def test_a_number_that_does_not_fit_is_not_sent(state: int, battery: int) -> None:
    with pytest.raises(FrameError):
        bytes(Advert(1, state, battery, "A"))


@given(
    st.integers(0, 255),
    st.integers(0, 255),
    st.none() | st.integers(0, 254),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=10),
)
def test_what_is_written_is_read(major: int, state: int, battery: int | None, serial: str) -> None:
    advert = Advert(major, state, battery, serial)
    assert Advert.from_bytes(bytes(advert)) == advert


@given(st.binary(max_size=20))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        advert = Advert.from_bytes(data)
    except FrameError:
        return
    assert bytes(advert) == data[:13]
