"""docs/protocol.md can be implemented from its text alone: a decoder written from it reads every golden vector."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.protocol import independent_decoder as decoder
from tests.protocol import independent_limits as limits
from tests.protocol.golden import FILES, good, name_of, refused

STATUS = "IBBBBIII boot_id state stream tip flags oldest newest rate_mhz"
Vector = dict[str, Any]
READ: dict[str, Callable[[Vector], Any]] = {
    "advert": lambda vector: decoder.message("advert", vector["bytes"]),
    "layout": lambda vector: decoder.layout(vector["bytes"]),
    "status": lambda vector: decoder.fields(STATUS, vector["bytes"]),
    "frames": lambda vector: decoder.frame(vector["bytes"], vector["widths"]),
    "events": lambda vector: decoder.message("events", vector["bytes"]),
    "requests": lambda vector: decoder.message("requests", vector["bytes"]),
    "replies": lambda vector: decoder.message("replies", vector["bytes"]),
}
REFUSE: dict[str, Callable[[Vector], None]] = {
    "advert": lambda vector: limits.advert(READ["advert"](vector)),
    "layout": lambda vector: limits.layout(READ["layout"](vector)),
    "frames": lambda vector: limits.frame(vector["bytes"], READ["frames"](vector)),
    "requests": lambda vector: limits.request(vector["bytes"]),
    "replies": lambda vector: limits.reply(vector["bytes"], READ["replies"](vector)),
}
GOOD = [pytest.param(file, vector, id=f"{file}: {name_of(vector)}") for file in FILES for vector in good(file)]
BAD = [pytest.param(file, vector, id=f"{file}: {name_of(vector)}") for file in FILES for vector in refused(file)]


@pytest.mark.parametrize(("file", "vector"), GOOD)
def test_the_page_alone_is_enough_to_read_it(file: str, vector: Vector) -> None:
    meaning = vector["meaning"]
    if file == "layout":
        meaning = {name: each for name, each in meaning.items() if name != "examples"}
    assert READ[file](vector) == meaning


@pytest.mark.parametrize(("file", "vector"), GOOD)
def test_nothing_good_is_refused(file: str, vector: Vector) -> None:
    refusal: Exception | None = None
    try:
        (REFUSE.get(file) or READ[file])(vector)
    except (ValueError, struct.error) as error:
        refusal = error
    assert refusal is None


@pytest.mark.parametrize(("file", "vector"), BAD)
def test_the_page_alone_is_enough_to_refuse_it(file: str, vector: Vector) -> None:
    with pytest.raises((ValueError, struct.error)) as refusal:
        (REFUSE.get(file) or READ[file])(vector)
    if file == "requests":
        assert str(refusal.value) == vector["refused"]


def test_the_second_decoder_is_short_and_knows_nothing_of_the_first() -> None:
    text = Path(decoder.__file__).read_text(encoding="utf-8")
    imports = [line.split()[1] for line in text.splitlines() if line.startswith(("import ", "from "))]
    assert len(text.splitlines()) <= 80
    assert imports == ["struct", "zlib", "typing"]
    assert text.count("import") == 3


@pytest.mark.parametrize("vector", [pytest.param(vector, id=name_of(vector)) for vector in good("layout")])
def test_a_count_becomes_newtons_by_the_polynomial(vector: Vector) -> None:
    channels = vector["meaning"]["channels"]
    for channel, count, expected in vector["meaning"]["examples"]:
        assert limits.newtons(channels[channel]["c"], count) == expected


def test_every_command_event_and_result_of_the_page_has_a_vector() -> None:
    commands = {vector["meaning"]["command"] for vector in good("requests")}
    answered = {vector["meaning"]["command"] for vector in good("replies") if "command" in vector["meaning"]}
    assert commands == set(decoder.COMMANDS) <= answered
    assert {vector["meaning"]["type"] for vector in good("events")} >= set(decoder.EVENTS)
    assert {vector["meaning"]["result"] for vector in good("replies")} >= set(range(len(decoder.RESULTS)))
