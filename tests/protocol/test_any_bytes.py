"""Whatever comes over the air, a decoder answers with a value or with a FrameError, and never with a warning."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from protocol.advert import Advert
from protocol.blocks import SampleFlag
from protocol.control import Command, Reply, Request
from protocol.errors import FrameError
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.tool import Battery, InputBytes, Readings, ToolDecoder
from tests.protocol.golden import FILES, good, refused, vectors

LAYOUTS = [vector["bytes"] for vector in good("layout")]
GOLDEN = [vector["bytes"] for file in FILES for vector in vectors(file)]
NOISE = st.binary(max_size=64)
BENT = st.builds(
    lambda raw, at, byte: raw[: at % (len(raw) + 1)] + byte + raw[at % (len(raw) + 1) + 1 :],
    st.sampled_from(GOLDEN),
    st.integers(0, 600),
    st.binary(max_size=2),
)
"""Golden bytes with one byte changed, left out or put in."""
FRAMES = [vector["bytes"] for vector in vectors("frames")]
FLAGGED = st.builds(lambda raw, flags: raw[:2] + bytes([flags]) + raw[3:], st.sampled_from(FRAMES), st.integers(0, 255))
ANYWHERE = st.builds(Payload, st.sampled_from(Channel), st.floats(0, 1e9), NOISE | BENT | st.sampled_from(GOLDEN))
SAMPLES = st.builds(Payload, st.just(Channel.SAMPLES), st.floats(0, 1e9), FLAGGED)


@given(st.sampled_from(LAYOUTS), st.lists(ANYWHERE | SAMPLES, max_size=20))
def test_any_payloads_decode_to_values_or_a_frame_error(layout: bytes, payloads: list[Payload]) -> None:
    decoder = ToolDecoder()
    decoder.feed(Payload(Channel.LAYOUT, 0.0, layout))
    last_index, last_us, seen = -1, 0, set[int]()
    for payload in payloads:
        try:
            value = decoder.feed(payload)
        except FrameError:
            continue
        if isinstance(value, Readings) and len(value.block):
            block = value.block
            assert seen.isdisjoint(block.index.tolist())
            seen.update(block.index.tolist())
            if block.flags[0] & SampleFlag.LATE:
                assert block.index[-1] < last_index
                continue
            assert block.index[0] > last_index
            assert block.time_us[0] >= last_us
            last_index, last_us = int(block.index[-1]), int(block.time_us[-1])


@given(NOISE | BENT)
@example(b"")
def test_any_bytes_are_an_advert_or_a_frame_error(data: bytes) -> None:
    try:
        assert 1 <= len(Advert.from_bytes(data).serial) <= 10
    except FrameError:
        return


@given(BENT)
def test_any_bytes_are_a_layout_or_a_frame_error(data: bytes) -> None:
    try:
        layout = Layout.from_bytes(data)
    except FrameError:
        return
    assert Layout.from_bytes(bytes(layout)).channels == layout.channels


@given(NOISE | BENT)
def test_the_parts_of_any_request_and_reply_are_numbers_or_a_frame_error(data: bytes) -> None:
    try:
        request = Request.from_bytes(data)
        assert request.command not in set(Command) or isinstance(request.parameters, tuple)
        assert isinstance(Reply.from_bytes(data).values, tuple)
    except FrameError:
        return


@pytest.mark.parametrize("vector", refused("frames"))
def test_a_broken_frame_leaves_the_decoder_as_it_was(vector: dict[str, object]) -> None:
    decoder = ToolDecoder()
    decoder.feed(Payload(Channel.LAYOUT, 0.0, LAYOUTS[0]))
    whole = bytes.fromhex("01 05 00 02 00 00 00 00 00 00 00 00 10 27 01 00 00 02 00 00")
    broken = vector["bytes"]
    assert isinstance(broken, bytes)
    if vector["widths"] == [3]:
        with pytest.raises(FrameError):
            decoder.feed(Payload(Channel.SAMPLES, 0.0, broken))
    value = decoder.feed(Payload(Channel.SAMPLES, 0.0, whole))
    assert isinstance(value, Readings)
    assert value.block.index.tolist() == [0, 1]


def test_a_frame_of_one_sample_that_claims_to_last_is_read_as_one_sample() -> None:
    decoder = ToolDecoder()
    decoder.feed(Payload(Channel.LAYOUT, 0.0, LAYOUTS[0]))
    for number in (1, 2):
        head = bytes.fromhex(f"01 05 00 01 0{number} 00 00 00 0{number} 27 00 00 10 27")
        value = decoder.feed(Payload(Channel.SAMPLES, 0.0, head + bytes(6)))
        assert isinstance(value, Readings)
        assert value.block.index.tolist() == [number - 1]


def test_samples_without_a_layout_are_refused() -> None:
    with pytest.raises(FrameError, match="before the layout"):
        ToolDecoder().feed(Payload(Channel.SAMPLES, 0.0, good("frames")[0]["bytes"]))


@pytest.mark.parametrize(("data", "percent"), [(b"\x00", 0), (b"\x64", 100), (b"\x65", None), (b"\xff\x01", None)])
def test_a_battery_level_above_100_is_unknown(data: bytes, percent: int | None) -> None:
    assert ToolDecoder().feed(Payload(Channel.BATTERY, 0.0, data)) == Battery(percent)


def test_an_empty_battery_level_is_refused() -> None:
    with pytest.raises(FrameError):
        ToolDecoder().feed(Payload(Channel.BATTERY, 0.0, b""))


def test_what_people_did_passes_as_it_is() -> None:
    assert ToolDecoder().feed(Payload(Channel.INPUT, 0.0, b"{}")) == InputBytes(b"{}")
