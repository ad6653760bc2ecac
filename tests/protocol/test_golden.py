"""The codecs say what the golden bytes mean, and write the same bytes."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from protocol import advert, control, events
from protocol.advert import Advert
from protocol.control import Command, Reply, Request, ResendDone, Result
from protocol.counts import calibrate
from protocol.errors import FrameError, LayoutError, UnsupportedVersion
from protocol.events import ToolEvent
from protocol.frames import Columns, SampleFrame, SlowFrame, SyncFrame, UnknownFrame, Width, read_frame
from protocol.layout import Layout
from protocol.status import Status
from tests.protocol.golden import good, name_of, refused

Vector = dict[str, Any]


def each(file: str, *, bad: bool = False) -> pytest.MarkDecorator:
    found = refused(file) if bad else good(file)
    return pytest.mark.parametrize("vector", [pytest.param(vector, id=name_of(vector)) for vector in found])


def columns(vector: Vector) -> Columns:
    return tuple(map(Width, vector["widths"]))


def written(vector: Vector, ours: bytes) -> None:
    """Compare what we write; bytes of a later version are only read."""
    if not vector.get("only_read"):
        assert ours.hex(" ") == vector["bytes"].hex(" ")


@each("advert")
def test_an_advert_says(vector: Vector) -> None:
    ours = Advert.from_bytes(vector["bytes"])
    assert ours._asdict() == vector["meaning"]
    written(vector, bytes(ours))


@each("advert", bad=True)
def test_an_advert_is_refused(vector: Vector) -> None:
    if vector["refused"] == "major":  # read, so that a person can be told what to update
        assert Advert.from_bytes(vector["bytes"]).major > advert.MAJOR
        return
    with pytest.raises(FrameError):
        Advert.from_bytes(vector["bytes"])


@each("layout")
def test_a_layout_says(vector: Vector) -> None:
    ours, meaning = Layout.from_bytes(vector["bytes"]), vector["meaning"]
    assert (ours.features, ours.serial, ours.ring_capacity) == tuple(
        meaning[name] for name in ("features", "serial", "ring_capacity")
    )
    assert ours.firmware == (meaning["firmware"] or "")
    assert ours.rates_mhz == tuple(meaning["rates_mhz"])
    assert [tip._asdict() for tip in ours.tips] == [
        {"id": tip["id"], "area_cm2": tip["area"] / 10_000, "name": tip["name"]} for tip in meaning["tips"]
    ]
    assert ours.columns == tuple(channel["width"] for channel in meaning["channels"])
    written(vector, bytes(ours))


@each("layout")
def test_a_layout_says_how_it_was_calibrated(vector: Vector) -> None:
    ours, meaning = Layout.from_bytes(vector["bytes"]).calibration, vector["meaning"]["calibration"]
    day_0 = date(2000, 1, 1)
    assert ours.id == meaning["id"]
    assert ours.day == day_0 + timedelta(days=meaning["date"])
    assert ours.due == (day_0 + timedelta(days=meaning["due_date"]) if meaning["due_date"] else None)
    assert ours.uncertainty_percent == meaning["uncertainty"] / 100


@each("layout")
def test_a_channel_says(vector: Vector) -> None:
    for ours, meaning in zip(Layout.from_bytes(vector["bytes"]).channels, vector["meaning"]["channels"], strict=True):
        assert [*ours] == [tuple(value) if name == "c" else value for name, value in meaning.items()], (
            "the fields stand in the order of the page"
        )


@each("layout")
def test_a_count_becomes_newtons(vector: Vector) -> None:
    ours = Layout.from_bytes(vector["bytes"])
    for channel, count, expected in vector["meaning"]["examples"]:
        assert calibrate(np.array([count], np.int32), ours.channels[channel]).tolist() == [expected]


@each("layout", bad=True)
def test_a_layout_is_refused(vector: Vector) -> None:
    with pytest.raises(UnsupportedVersion if vector["refused"] == "major" else LayoutError):
        Layout.from_bytes(vector["bytes"])


def test_a_later_major_version_says_which_side_to_update() -> None:
    [vector] = [each for each in refused("layout") if each["refused"] == "major"]
    with pytest.raises(UnsupportedVersion, match=r"profile 2.* update this program") as refusal:
        Layout.from_bytes(vector["bytes"])
    assert refusal.value.major == 2
    assert "update the tool's firmware" in str(UnsupportedVersion(0, 1))


@each("status")
def test_a_status_says(vector: Vector) -> None:
    ours = Status.from_bytes(vector["bytes"])
    assert ours._asdict() == vector["meaning"]
    written(vector, bytes(ours))


@each("status", bad=True)
def test_a_status_is_refused(vector: Vector) -> None:
    with pytest.raises(FrameError):
        Status.from_bytes(vector["bytes"])


@each("frames")
def test_a_frame_says(vector: Vector) -> None:
    match read_frame(vector["bytes"], columns(vector)):
        case SampleFrame() as samples:
            assert said(samples, columns(vector)) == vector["meaning"]
            written(vector, samples.to_bytes(columns(vector)))
        case SyncFrame() as sync:
            assert [3, *sync] == [*vector["meaning"].values()]
            written(vector, bytes(sync))
        case SlowFrame() as slow:
            assert [4, *slow] == [*vector["meaning"].values()]
            written(vector, bytes(slow))
        case UnknownFrame(kind):
            assert vector["meaning"] is None
            assert kind == vector["bytes"][0]


def said(frame: SampleFrame, widths: Columns) -> dict[str, object]:
    n = len(frame.counts)
    return {
        "type": 2 if frame.late else 1,
        "stream": frame.stream,
        "flags": frame.flags,
        "n": n,
        "counter": frame.counter,
        "clock_us": frame.clock_us,
        "span_us": frame.span_us,
        "counters": [(frame.counter + i) % 2**32 for i in range(n)],
        "times_us": [int(clock) % 2**32 for clock in frame.clocks_us()],
        "counts": frame.counts.tolist(),
        "marks": [[mark(count, width) for count, width in zip(row, widths, strict=True)] for row in frame.counts],
    }


def mark(count: int, width: Width) -> str:
    reserved = {width.no_reading: "none", width.saturated_low: "low", width.saturated_high: "high"}
    return reserved.get(int(count), "value")


@each("frames", bad=True)
def test_a_frame_is_refused(vector: Vector) -> None:
    with pytest.raises(FrameError):
        read_frame(vector["bytes"], columns(vector))


@each("events")
def test_an_event_says(vector: Vector) -> None:
    ours, meaning = ToolEvent.from_bytes(vector["bytes"]), vector["meaning"]
    assert ours[:5] == tuple(meaning[name] for name in ("type", "number", "stream", "counter", "clock_us"))
    assert ours.values == tuple((meaning["data"] or {}).values())
    if meaning["name"]:
        assert events.EventType(ours.type).name == meaning["name"]
    written(vector, b"" if vector.get("only_read") else bytes(ours))


@each("events", bad=True)
def test_an_event_is_refused(vector: Vector) -> None:
    with pytest.raises(FrameError):
        ToolEvent.from_bytes(vector["bytes"])


@each("requests")
def test_a_request_says(vector: Vector) -> None:
    ours, meaning = Request.from_bytes(vector["bytes"]), vector["meaning"]
    assert (ours.command, ours.echo) == (meaning["command"], meaning["echo_id"])
    assert Command(ours.command).name == meaning["name"]
    assert ours.parameters == tuple(meaning["parameters"].values())
    written(vector, bytes(Request.of(Command(ours.command), ours.echo, *ours.parameters)))
    assert bytes(ours) == vector["bytes"]


@each("requests", bad=True)
def test_a_request_is_refused(vector: Vector) -> None:
    ours = Request.from_bytes(vector["bytes"])
    if vector["refused"] == "UNKNOWN":
        assert ours.command not in set(Command)
        return
    with pytest.raises(FrameError):
        _ = ours.parameters


def test_a_request_of_one_byte_is_none() -> None:
    with pytest.raises(FrameError):
        Request.from_bytes(b"\x01")


@each("replies")
def test_a_reply_says(vector: Vector) -> None:
    meaning, first = vector["meaning"], vector["bytes"][0]
    if first == control.RESEND_DONE:
        done = ResendDone.from_bytes(vector["bytes"])
        assert [*done] == [meaning[name] for name in ("echo_id", "result", "sent", "oldest")]
        written(vector, bytes(done))
        return
    ours = Reply.from_bytes(vector["bytes"])
    assert ours[:3] == (meaning["command"], meaning["echo_id"], meaning["result"])
    assert ours.values == tuple((meaning["values"] or {}).values())
    assert bytes(ours) == vector["bytes"]
    if not vector.get("only_read"):
        request = Request(ours.command, ours.echo)
        assert bytes(Reply.of(request, Result(ours.result), *ours.values)) == vector["bytes"]


@each("replies")
def test_a_result_has_the_name_of_the_page(vector: Vector) -> None:
    names = {result.value: result.name for result in Result}
    assert names.get(vector["meaning"]["result"]) == vector["meaning"]["result_name"]


@each("replies", bad=True)
def test_a_reply_is_refused(vector: Vector) -> None:
    with pytest.raises(FrameError):
        whole_reply(vector["bytes"])


def whole_reply(data: bytes) -> object:
    return ResendDone.from_bytes(data) if data[:1] == b"\xe9" else Reply.from_bytes(data).values
