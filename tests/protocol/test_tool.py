"""A stream of payloads becomes readings: hand-made frames, hand-computed indices and times."""

from dataclasses import replace

import numpy as np
import pytest

from protocol.blocks import SampleFlag
from protocol.frames import SampleFrame, ToolFlag, Width
from protocol.layout import Layout
from protocol.link import Channel, Payload
from protocol.status import Status
from protocol.tool import Readings, ToolDecoder
from tests.protocol.golden import good

LAYOUT = good("layout")[0]["bytes"]
"""−0.5 N + x / 16384 N, one column of three bytes."""
WRAP = 2**32
X_1_N = 24576
"""The count at 1 N."""


def frame(
    counter: int, clock_us: int, counts: list[int], *, stream: int = 5, flags: int = 0, late: bool = False
) -> bytes:
    """Samples 10 ms apart."""
    span_us = 10_000 * (len(counts) - 1)
    column = np.array(counts, np.int32)[:, np.newaxis]
    return SampleFrame(late, stream, flags, counter, clock_us, span_us, column).to_bytes((Width.I24,))


class Air:
    """A decoder that knows the layout, fed by hand."""

    def __init__(self, boot_id: int = 1) -> None:
        self.decoder = ToolDecoder()
        self.decoder.feed(Payload(Channel.LAYOUT, 0.0, LAYOUT))
        self.boot(boot_id)

    def boot(self, boot_id: int) -> None:
        self.decoder.feed(Payload(Channel.STATUS, 0.0, bytes(Status(boot_id, 1, 5, 1, 0, 0, 0, 100_000))))

    def hears(self, raw: bytes, arrival_s: float = 0.0) -> Readings | None:
        value = self.decoder.feed(Payload(Channel.SAMPLES, arrival_s, raw))
        assert value is None or isinstance(value, Readings)
        return value

    def read(self, raw: bytes, arrival_s: float = 0.0) -> tuple[list[int], list[int]]:
        """Indices and times of the readings of one frame."""
        readings = self.hears(raw, arrival_s)
        assert readings is not None
        return readings.block.index.tolist(), readings.block.time_us.tolist()


def test_counts_become_newtons_on_the_grid() -> None:
    readings = Air().hears(frame(0, 0, [0, 8192, X_1_N]))
    assert readings is not None
    assert readings.block.force_n.tolist() == [-0.5, 0.0, 1.0]
    assert readings.block.force_q.tolist() == [-8192, 0, 16384]


def test_a_force_between_two_steps_of_the_grid_goes_to_the_nearer_one() -> None:
    channel = Layout.from_bytes(LAYOUT).channels[0]._replace(coefficients=(0.0, 0.3 / 16384, 0.0, 0.0))
    air = Air()
    air.decoder.layout = replace(Layout.from_bytes(LAYOUT), channels=(channel,))
    readings = air.hears(frame(0, 0, [1, 2, 3, -2, -3]))
    assert readings is not None
    assert readings.block.force_q.tolist() == [0, 1, 1, -1, -1]


def test_the_first_frame_gives_the_index_0_and_the_clock_of_the_tool() -> None:
    assert Air().read(frame(1000, 77, [1, 2])) == ([0, 1], [77, 10_077])


def test_a_frame_that_is_lost_leaves_its_indices_out() -> None:
    air = Air()
    air.read(frame(0, 0, [1, 2]))
    assert air.read(frame(5, 50_000, [6])) == ([5], [50_000])


def test_counter_and_clock_go_on_over_their_wrap() -> None:
    air = Air()
    air.read(frame(WRAP - 2, WRAP - 15_000, [1]))
    assert air.read(frame(WRAP - 1, WRAP - 5000, [1, 2, 3])) == (
        [1, 2, 3],
        [WRAP - 5000, WRAP + 5000, WRAP + 15_000],
    )
    assert air.read(frame(2, 25_000, [4])) == ([4], [WRAP + 25_000])


def test_a_frame_that_comes_twice_counts_once() -> None:
    air = Air()
    air.read(frame(7, 70_000, [1, 2]))
    assert air.hears(frame(7, 70_000, [1, 2])) is None
    assert air.hears(frame(8, 80_000, [2])) is None
    assert air.decoder.repeated == 2
    assert air.read(frame(9, 90_000, [3])) == ([2], [90_000])


def test_a_single_sample_whose_clock_goes_back_is_not_believed() -> None:
    air = Air()
    air.read(frame(0, 50_000, [1]))
    assert air.hears(frame(1, 49_999, [2])) is None
    assert air.decoder.repeated == 1


def test_a_new_stream_leaves_one_index_out_and_keeps_the_clock() -> None:
    air = Air()
    air.read(frame(100, 1_000_000, [1, 2]))
    assert air.read(frame(0, 3_000_000, [1, 2], stream=6)) == ([3, 4], [3_000_000, 3_010_000])
    assert air.read(frame(2, 3_020_000, [3], stream=6)) == ([5], [3_020_000])


def test_a_new_stream_never_goes_back_in_time() -> None:
    air = Air()
    air.read(frame(0, 1_000_000, [1]))
    assert air.read(frame(0, 900_000, [1], stream=6)) == ([2], [1_000_000])


@pytest.mark.parametrize("pause_s", [1, 2147, 2148, 4294, 4295, 7200, 86_400])
def test_a_pause_is_as_long_as_it_was_however_often_the_clock_wrapped(pause_s: int) -> None:
    air = Air()
    air.read(frame(0, 5_000_000, [1]), arrival_s=10.0)
    clock_us = (5_000_000 + pause_s * 1_000_000) % WRAP
    readings = air.read(frame(0, clock_us, [1], stream=6), arrival_s=10.08 + pause_s)
    assert readings == ([2], [5_000_000 + pause_s * 1_000_000])


@pytest.mark.parametrize("lost", [1, 2**31 - 2, 2**31, 2**32 - 1, 2**32, 3 * 2**32 + 7])
def test_a_loss_is_as_long_as_it_was_however_often_the_counter_wrapped(lost: int) -> None:
    air = Air()
    air.read(frame(WRAP - 100, 5_000_000, [1]), arrival_s=10.0)
    slots = lost + 1
    clock_us = (5_000_000 + slots * 10_000) % WRAP
    indices, times_us = air.read(
        frame((WRAP - 100 + slots) % WRAP, clock_us, [1, 2]), arrival_s=10.3 + slots * 0.01000001
    )
    assert indices == [slots, slots + 1]
    assert times_us == [5_000_000 + slots * 10_000, 5_000_000 + slots * 10_000 + 10_000]


def test_a_frame_that_comes_again_after_a_long_pause_counts_once() -> None:
    air = Air()
    air.read(frame(7, 70_000, [1, 2]), arrival_s=1.0)
    assert air.hears(frame(7, 70_000, [1, 2]), arrival_s=5000.0) is None
    assert air.decoder.repeated == 1


def test_frames_that_arrive_in_a_heap_keep_the_tools_time() -> None:
    air = Air()
    assert air.read(frame(0, 0, [1]), arrival_s=3.0) == ([0], [0])
    assert air.read(frame(1, 10_000, [2]), arrival_s=5.0) == ([1], [10_000])
    assert air.read(frame(2, 20_000, [3]), arrival_s=5.0) == ([2], [20_000])


def test_after_a_reboot_the_host_says_how_long_the_tool_was_away() -> None:
    air = Air(boot_id=1)
    air.read(frame(50, 9_000_000, [1]), arrival_s=100.0)
    air.boot(2)
    assert air.read(frame(0, 300, [1], stream=1), arrival_s=102.5) == ([2], [11_500_000])
    assert air.read(frame(1, 10_300, [1], stream=1), arrival_s=102.6) == ([3], [11_510_000])


def test_after_a_reboot_an_arrival_that_goes_back_is_no_time_at_all() -> None:
    air = Air(boot_id=1)
    air.read(frame(0, 9_000_000, [1]), arrival_s=100.0)
    air.boot(2)
    assert air.read(frame(0, 300, [1]), arrival_s=99.0) == ([2], [9_000_000])


def test_a_status_of_the_same_boot_changes_nothing() -> None:
    air = Air(boot_id=1)
    air.read(frame(0, 0, [1]))
    air.boot(1)
    assert air.read(frame(1, 10_000, [2])) == ([1], [10_000])


def test_another_boot_before_the_first_reading_changes_nothing() -> None:
    air = Air(boot_id=1)
    air.boot(2)
    assert air.read(frame(3, 33, [1])) == ([0], [33])


def test_a_counter_of_the_present_stream_has_an_index_also_before_the_newest_frame_and_over_the_wrap() -> None:
    air = Air()
    assert air.decoder.index_of(5, 0) is None
    air.read(frame(WRAP - 2, 0, [0, 0, 0, 0]))
    counters = (WRAP - 3, WRAP - 2, WRAP - 1, 0, 1, 2, 100)
    assert [air.decoder.index_of(5, counter) for counter in counters] == [-1, 0, 1, 2, 3, 4, 102]
    assert air.decoder.index_of(6, 0) is None
    air.read(frame(0, 50_000, [0, 0], stream=6))
    assert (air.decoder.index_of(6, 0), air.decoder.index_of(6, 1), air.decoder.index_of(5, 0)) == (5, 6, None)


def test_the_tools_clock_at_an_event_is_on_the_scale_of_the_readings_also_over_the_wrap() -> None:
    air = Air()
    assert air.decoder.time_us_of(5, 0) is None
    air.read(frame(0, WRAP - 15_000, [0, 0]))
    assert [air.decoder.time_us_of(5, clock_us) for clock_us in (WRAP - 20_000, WRAP - 5000, 2)] == [
        WRAP - 20_000,
        WRAP - 5000,
        WRAP + 2,
    ]
    assert air.decoder.time_us_of(6, 0) is None


def test_an_event_between_a_reboot_and_its_first_frame_has_no_time() -> None:
    air = Air(boot_id=1)
    air.read(frame(50, 9_000_000, [1]), arrival_s=100.0)
    air.boot(2)
    assert air.decoder.time_us_of(5, 300) is None
    air.read(frame(0, 300, [1]), arrival_s=102.5)
    assert air.decoder.time_us_of(5, 800) == 11_500_500


def test_the_tools_clock_needs_no_stream_where_the_host_says_when_it_was_heard() -> None:
    air = Air(boot_id=1)
    assert air.decoder.time_us_at(7, 100.0) is None
    air.read(frame(0, WRAP - 15_000, [1]), arrival_s=100.0)
    assert air.decoder.time_us_at(WRAP - 20_000, 99.9) == WRAP - 20_000
    assert air.decoder.time_us_at(2, 100.0) == WRAP + 2
    hour_s = 3600  # the clock has wrapped once more, which its 32 bits do not show
    assert air.decoder.time_us_at((hour_s * 1_000_000) % WRAP, 100.0 + hour_s) == WRAP + hour_s * 1_000_000
    air.boot(2)
    assert air.decoder.time_us_at(300, 100.5 + hour_s) is None


def test_how_long_ago_the_tools_clock_showed_something_needs_no_stream_either() -> None:
    air = Air(boot_id=1)
    assert air.decoder.age_s_of(7, 100.0) is None
    air.read(frame(0, WRAP - 15_000, [1]), arrival_s=100.0)
    assert air.decoder.age_s_of(WRAP - 20_000, 100.0) == 0.005
    assert air.decoder.age_s_of(85_000, 101.0) == 0.9
    assert air.decoder.age_s_of(85_000, 100.05) == -0.05
    air.boot(2)
    assert air.decoder.age_s_of(85_000, 101.0) is None


def test_frames_of_unknown_types_are_counted() -> None:
    air = Air()
    assert air.hears(b"\x7f\x00") is None
    assert air.decoder.unknown == 1


def test_a_slot_without_a_reading_is_left_out() -> None:
    air = Air()
    assert air.read(frame(0, 0, [1, Width.I24.no_reading, 3])) == ([0, 2], [0, 20_000])
    assert air.read(frame(3, 30_000, [Width.I24.no_reading])) == ([], [])
    assert air.read(frame(4, 40_000, [5])) == ([4], [40_000])


def test_saturated_counts_are_marked_and_their_neighbours_are_not() -> None:
    high, low = Width.I24.saturated_high, Width.I24.saturated_low
    readings = Air().hears(frame(0, 0, [high - 1, high, low, low + 1]))
    assert readings is not None
    assert readings.block.flags.tolist() == [0, SampleFlag.SATURATED_HIGH, SampleFlag.SATURATED_LOW, 0]


@pytest.mark.parametrize(
    ("tool", "sample"),
    [
        (ToolFlag.OVERLOAD, SampleFlag.OVERLOAD),
        (ToolFlag.SENSOR_FAULT, SampleFlag.SENSOR_FAULT),
        (ToolFlag.OVERLOAD | ToolFlag.SENSOR_FAULT, SampleFlag.OVERLOAD | SampleFlag.SENSOR_FAULT),
        (ToolFlag.LOW_BATTERY | ToolFlag.VIBRATING | ToolFlag.STOP_LATCHED, 0),
    ],
)
def test_what_the_tool_says_of_its_values_marks_every_one(tool: ToolFlag, sample: int) -> None:
    readings = Air().hears(frame(0, 0, [1, 2], flags=tool))
    assert readings is not None
    assert readings.flags == tool
    assert readings.block.flags.tolist() == [sample, sample]


def test_the_number_of_the_stream_is_known_from_its_first_frame_to_a_reboot() -> None:
    air, numbers = Air(), list[int | None]()
    numbers.append(air.decoder.stream)
    air.hears(frame(0, 0, [8192]))
    numbers.append(air.decoder.stream)
    air.boot(2)
    numbers.append(air.decoder.stream)
    assert numbers == [None, frame(0, 0, [8192])[1], None]
