"""What one side writes, the other reads."""

import zlib
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from protocol.advert import Advert
from protocol.control import PARAMETERS, REFUSAL_VALUES, VALUES, Command, Reply, Request, ResendDone, Result
from protocol.errors import FrameError, LayoutError
from protocol.events import DATA, EventType, ToolEvent
from protocol.frames import SampleFrame, SlowFrame, SyncFrame, Width, read_frame
from protocol.layout import Calibration, ChannelLayout, Entry, Feature, Layout, Tip, calibration_crc
from protocol.status import Status

U8, U16, U32 = (st.integers(0, 2**bits - 1) for bits in (8, 16, 32))
I16, I32 = (st.integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (16, 32))
FIELDS = {"B": U8, "H": U16, "I": U32, "h": I16, "i": I32, "d": st.floats(allow_nan=False)}
SERIAL = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=10)


def numbers(layout_format: str) -> st.SearchStrategy[tuple[int | float, ...]]:
    return st.tuples(*(FIELDS[code] for code in layout_format.lstrip("<")))


def text(most: int) -> st.SearchStrategy[str]:
    return st.text(max_size=most).filter(lambda drawn: len(drawn.encode()) <= most)


SMALL = st.floats(-(2**-20), 2**-20)
CHANNELS = st.builds(
    ChannelLayout,
    kind=U8,
    width=st.sampled_from(Width),
    direction=U8,
    adc_bits=U8,
    coefficients=st.tuples(st.floats(-1000, 1000), SMALL, st.just(0.0), st.just(0.0)),
    full_scale=st.floats(0, 1000, width=32),
    safe_overload=st.floats(0, 1000, width=32),
    noise=st.floats(0, 1, width=32),
)
LAYOUTS = st.builds(
    Layout,
    features=U32.map(Feature),
    serial=SERIAL,
    firmware=text(16),
    channels=st.tuples(CHANNELS.map(lambda channel: channel._replace(kind=0)), CHANNELS, CHANNELS),
    calibration=st.builds(
        Calibration,
        id=U32,
        day=st.dates(date(2000, 1, 1), date(2179, 6, 6)),
        due=st.none() | st.dates(date(2000, 1, 2), date(2179, 6, 6)),
        uncertainty_percent=U16.map(lambda hundredths: hundredths / 100),
    ),
    rates_mhz=st.lists(st.integers(1, 2**32 - 1), min_size=1, max_size=16).map(tuple),
    tips=st.lists(
        st.builds(
            Tip,
            id=st.integers(1, 255),
            area_cm2=st.integers(1, 2**32 - 1).map(lambda area: area / 1e4),
            name=text(12),
        ),
        min_size=1,
        max_size=8,
    ).map(tuple),
    ring_capacity=U32,
)


@given(LAYOUTS)
def test_a_layout_comes_back_and_fits_an_attribute(layout: Layout) -> None:
    assert Layout.from_bytes(bytes(layout)) == layout
    assert len(bytes(layout)) <= 512


@given(LAYOUTS, st.data())
def test_a_layout_with_one_bit_turned_over_is_refused(layout: Layout, data: st.DataObject) -> None:
    raw = bytearray(bytes(layout))
    bit = data.draw(st.integers(0, 8 * len(raw) - 1))
    raw[bit // 8] ^= 1 << bit % 8
    with pytest.raises(FrameError):
        Layout.from_bytes(bytes(raw))


@given(U8, U8, st.none() | st.integers(0, 254), SERIAL)
def test_an_advert_comes_back(major: int, state: int, battery: int | None, serial: str) -> None:
    advert = Advert(major, state, battery, serial)
    assert Advert.from_bytes(bytes(advert)) == advert
    assert len(bytes(advert)) == 13


@pytest.mark.parametrize("serial", ["", "ELEVENCHARS", "größe", "a\tb"])
def test_an_advert_with_no_serial_number_is_not_written(serial: str) -> None:
    with pytest.raises(FrameError):
        bytes(Advert(1, 0, 50, serial))


@given(numbers("IBBBBIII"))
def test_a_status_comes_back(fields: tuple[int, ...]) -> None:
    assert Status.from_bytes(bytes(Status(*fields))) == Status(*fields)


@given(st.lists(st.sampled_from(Width), min_size=1, max_size=4).map(tuple), st.data())
def test_a_sample_frame_comes_back(columns: tuple[Width, ...], data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 255))
    counts = np.stack(
        [
            data.draw(arrays(np.int32, n, elements=st.integers(each.no_reading, each.saturated_high)))
            for each in columns
        ],
        axis=1,
    )
    late, stream, flags, counter, clock_us, span_us = data.draw(st.tuples(st.booleans(), U8, U8, U32, U32, U16))
    frame = SampleFrame(late, stream, flags, counter, clock_us, span_us, counts)
    back = read_frame(frame.to_bytes(columns), columns)
    assert isinstance(back, SampleFrame)
    assert (back.late, back.stream, back.flags) == (late, stream, flags)
    assert (back.counter, back.clock_us, back.span_us) == (counter, clock_us, span_us)
    np.testing.assert_array_equal(back.counts, counts)
    clocks_us = back.clocks_us()
    assert clocks_us[0] == clock_us
    assert clocks_us[-1] == clock_us + (span_us if n > 1 else 0)
    assert (np.diff(clocks_us) >= 0).all()


@pytest.mark.parametrize("count", [32768, -32769])
def test_a_count_beyond_its_column_is_not_written(count: int) -> None:
    frame = SampleFrame(False, 1, 0, 0, 0, 0, np.array([[count]], np.int32))
    with pytest.raises(FrameError, match="2 bytes"):
        frame.to_bytes((Width.I16,))
    assert len(frame.to_bytes((Width.I24,))) == 17


def test_a_frame_of_256_samples_is_not_written() -> None:
    frame = SampleFrame(False, 1, 0, 0, 0, 0, np.zeros((256, 1), np.int32))
    with pytest.raises(FrameError, match="does not fit"):
        frame.to_bytes((Width.I16,))


@given(numbers("BBII"))
def test_a_sync_frame_comes_back(fields: tuple[int, int, int, int]) -> None:
    assert read_frame(bytes(SyncFrame(*fields)), ()) == SyncFrame(*fields)


@given(U8, U8, U32, *[st.none() | st.integers(-32767, 32767)] * 3)
def test_a_slow_frame_comes_back(
    stream: int, flags: int, clock_us: int, temperature: int | None, tilt_x: int | None, tilt_y: int | None
) -> None:
    frame = SlowFrame(stream, flags, clock_us, temperature, tilt_x, tilt_y)
    assert read_frame(bytes(frame), ()) == frame


@given(st.sampled_from(EventType), numbers("HBII"), st.data())
def test_an_event_comes_back(kind: EventType, head: tuple[int, int, int, int], data: st.DataObject) -> None:
    event = ToolEvent(kind, *head, data.draw(numbers(DATA[kind].format)))  # type: ignore[arg-type] # ints only
    assert ToolEvent.from_bytes(bytes(event)) == event
    assert len(bytes(event)) <= 20


@given(st.sampled_from(Command), U8, st.data())
def test_a_request_comes_back(command: Command, echo: int, data: st.DataObject) -> None:
    parameters = data.draw(numbers(PARAMETERS[command].format))
    request = Request.of(command, echo, *parameters)
    assert Request.from_bytes(bytes(request)) == request
    assert request.parameters == parameters
    assert len(bytes(request)) <= 20


@given(st.sampled_from(Command), U8, st.data())
def test_an_answer_comes_back(command: Command, echo: int, data: st.DataObject) -> None:
    values = data.draw(numbers(VALUES[command].format if command in VALUES else ""))
    reply = Reply.of(Request(command, echo), Result.OK, *values)
    assert Reply.from_bytes(bytes(reply)) == reply
    assert reply.values == values
    assert len(bytes(reply)) <= 20


@given(st.sampled_from(Command), U8, st.sampled_from([each for each in Result if each]), st.data())
def test_a_refusal_comes_back(command: Command, echo: int, result: Result, data: st.DataObject) -> None:
    values = data.draw(numbers(REFUSAL_VALUES[result].format if result in REFUSAL_VALUES else ""))
    reply = Reply.of(Request(command, echo), result, *values)
    assert Reply.from_bytes(bytes(reply)) == reply
    assert reply.values == values


@given(numbers("BBII"))
def test_the_end_of_a_resend_comes_back(fields: tuple[int, int, int, int]) -> None:
    assert ResendDone.from_bytes(bytes(ResendDone(*fields))) == ResendDone(*fields)


@pytest.mark.parametrize("parameters", [(), (1, 2), (-1,), (2**32,), (0.5,)])
def test_parameters_that_do_not_fit_are_not_written(parameters: tuple[float, ...]) -> None:
    with pytest.raises(FrameError, match="do not fit"):
        Request.of(Command.START, 1, *parameters)


def test_a_channel_is_listed_by_its_tip() -> None:
    layout = Layout.from_bytes(bytes(_layout_of((1, 2.0, "ball"), (7, 0.5, ""))))
    assert layout.tip(7) == (7, 0.5, "")
    assert layout.tip(3) is None


def _layout_of(*tips: tuple[int, float, str]) -> Layout:
    channel = ChannelLayout(0, Width.I24, 1, 24, (0.0, 1e-4, 0.0, 0.0), 100.0, 150.0, 0.01)
    return Layout(
        Feature(0),
        "A",
        "",
        (channel,),
        Calibration(1, date(2026, 1, 1), None, 0.5),
        (100_000,),
        tuple(Tip(*each) for each in tips),
        0,
    )


@pytest.mark.parametrize("coefficients", [(1e308, 1e308, 1e308, 1e308), (131_071.0, 0.0, 0.0, 0.0)])
def test_a_polynomial_that_leaves_the_grid_is_refused(coefficients: tuple[float, float, float, float]) -> None:
    layout = _layout_of((1, 1.0, ""))
    beyond = bytes(layout.channels[0]._replace(coefficients=coefficients))
    with pytest.raises(LayoutError, match="damaged"):
        ChannelLayout.from_bytes(beyond)


def test_a_commit_asks_for_the_check_sum_of_whole_entries() -> None:
    """Type, length and value of each channel, then of the calibration, as they stand in the layout."""
    layout = _layout_of((1, 2.0, ""))
    (channel,), calibration = layout.channels, layout.calibration
    parts = [(Entry.CHANNEL, bytes(channel)), (Entry.CALIBRATION, bytes(calibration))]
    entries = b"".join(bytes((kind, len(value))) + value for kind, value in parts)
    assert entries in bytes(layout)
    assert calibration_crc(layout.channels, calibration) == zlib.crc32(entries)
