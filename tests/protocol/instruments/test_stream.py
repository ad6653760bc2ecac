from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from protocol.blocks import SampleBlock
from protocol.errors import FrameError
from protocol.instruments import progressor, wh_c06
from protocol.instruments.driver import Charge, Driver, Heard, Told, Value
from protocol.instruments.stream import InstrumentDecoder, Introduction
from protocol.link import Channel, Payload

DRIVERS = {driver.name: driver for driver in (progressor.DRIVER, wh_c06.DRIVER)}
WEIGHT = bytes.fromhex("00 01 08 00 00 cc 41 40 42 0f 00")


def named(name: str) -> Driver:
    return DRIVERS[name]


def introduced() -> InstrumentDecoder:
    decoder = InstrumentDecoder(named)
    hello = Introduction("progressor", "F0:00:00:00:00:01", "Progressor_1234")
    assert decoder.feed(Payload(Channel.INSTRUMENT, 0.0, bytes(hello))) == ()
    return decoder


def test_the_driver_that_the_introduction_names_reads_what_was_heard_and_written() -> None:
    decoder = introduced()
    assert decoder.introduction == ("progressor", "F0:00:00:00:00:01", "Progressor_1234")
    assert decoder.ability == progressor.DRIVER.ability
    assert decoder.feed(Payload(Channel.WRITTEN, 0.1, b"\x6f")) == ()
    assert decoder.feed(Payload(Channel.HEARD, 0.2, bytes.fromhex("00 00 04 30 0c 00 00"))) == (Charge(None, 3120),)
    (block,) = decoder.feed(Payload(Channel.HEARD, 0.3, WEIGHT))
    assert isinstance(block, SampleBlock)
    assert block.time_us.tolist() == [1_000_000]


def test_the_driver_learns_which_source_it_was_and_when() -> None:
    class Attentive(progressor.ProgressorTalk):
        def feed(self, heard: Heard) -> Sequence[Value]:
            return (Told(f"{heard.source} at {heard.arrival_s:g} s", heard.data.hex()),)

    decoder = InstrumentDecoder(lambda _name: replace(progressor.DRIVER, talk=Attentive))
    decoder.feed(Payload(Channel.INSTRUMENT, 0.0, bytes(Introduction("progressor", "", ""))))
    assert decoder.feed(Payload(Channel.HEARD, 2.5, b"\x03\xab\xcd")) == (Told("3 at 2.5 s", "abcd"),)


def test_payloads_that_are_not_an_instruments_say_nothing() -> None:
    assert introduced().feed(Payload(Channel.INPUT, 0.0, b"{}")) == ()


@pytest.mark.parametrize("channel", [Channel.HEARD, Channel.WRITTEN])
def test_bytes_before_the_introduction_are_refused(channel: Channel) -> None:
    decoder = InstrumentDecoder(named)
    assert decoder.ability is None
    with pytest.raises(FrameError, match="before it was introduced"):
        decoder.feed(Payload(channel, 0.0, WEIGHT))


def test_what_was_heard_has_a_source() -> None:
    with pytest.raises(FrameError, match="number of its source"):
        introduced().feed(Payload(Channel.HEARD, 0.0, b""))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"[]",
        b"{}",
        b'{"driver": 1, "identity": "", "name": ""}',
        b'{"driver": "progressor", "identity": "", "name": "' + b"x" * 65 + b'"}',
    ],
)
def test_an_introduction_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(FrameError, match="introduction"):
        InstrumentDecoder(named).feed(Payload(Channel.INSTRUMENT, 0.0, data))


def test_an_introduction_is_read_as_it_was_written() -> None:
    hello = Introduction("wh-c06", "48A1-Ö", "IF_B7" + "x" * 59)
    assert Introduction.from_bytes(bytes(hello)) == hello
