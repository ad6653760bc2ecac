"""docs/protocol.md can be implemented from its text alone: a decoder written from it reads every golden vector."""

import struct
from collections.abc import Callable
from typing import Any

import pytest

from tests.protocol import independent_decoder as decoder
from tests.protocol.golden import FILES, good, name_of, refused

READ: dict[str, Callable[[dict[str, Any]], Any]] = {
    "advert": lambda vector: decoder.advert(vector["bytes"]),
    "layout": lambda vector: decoder.layout(vector["bytes"]),
    "status": lambda vector: decoder.status(vector["bytes"]),
    "frames": lambda vector: decoder.frame(vector["bytes"], vector["widths"]),
    "events": lambda vector: decoder.event(vector["bytes"]),
    "requests": lambda vector: decoder.request(vector["bytes"]),
    "replies": lambda vector: decoder.reply(vector["bytes"]),
}
GOOD = [pytest.param(file, vector, id=f"{file}: {name_of(vector)}") for file in FILES for vector in good(file)]
BAD = [pytest.param(file, vector, id=f"{file}: {name_of(vector)}") for file in FILES for vector in refused(file)]


@pytest.mark.parametrize(("file", "vector"), GOOD)
def test_the_page_alone_is_enough_to_read_it(file: str, vector: dict[str, Any]) -> None:
    meaning = vector["meaning"]
    if file == "layout":
        meaning = {name: each for name, each in meaning.items() if name != "examples"}
    assert READ[file](vector) == meaning


@pytest.mark.parametrize(("file", "vector"), BAD)
def test_the_page_alone_is_enough_to_refuse_it(file: str, vector: dict[str, Any]) -> None:
    with pytest.raises((ValueError, struct.error)) as refusal:
        READ[file](vector)
    if file == "requests":
        assert str(refusal.value) == vector["refused"]


@pytest.mark.parametrize("vector", [pytest.param(vector, id=name_of(vector)) for vector in good("layout")])
def test_a_count_becomes_newtons_by_the_polynomial(vector: dict[str, Any]) -> None:
    channels = vector["meaning"]["channels"]
    for channel, count, expected in vector["meaning"]["examples"]:
        assert decoder.value(channels[channel]["c"], count) == expected


def test_every_command_event_and_result_of_the_page_has_a_vector() -> None:
    commands = {vector["meaning"]["command"] for vector in good("requests")}
    answered = {vector["meaning"]["command"] for vector in good("replies") if "command" in vector["meaning"]}
    assert commands == set(decoder.COMMANDS) <= answered
    assert {vector["meaning"]["type"] for vector in good("events")} >= set(decoder.EVENTS)
    assert {vector["meaning"]["result"] for vector in good("replies")} >= set(decoder.RESULTS)
