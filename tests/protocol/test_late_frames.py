"""Frames that come after their time: hand-made ones, and losses and orders at random."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import SampleFlag
from protocol.frames import ToolFlag, Width
from protocol.missing import Lost
from tests.protocol.test_tool import WRAP, Air, frame

LATE = int(SampleFlag.LATE)
FAULT = int(SampleFlag.SENSOR_FAULT)


def test_a_late_frame_fills_its_hole_with_readings_marked_late() -> None:
    air = Air()
    air.read(frame(10, 100_000, [1, 2]))
    air.read(frame(15, 150_000, [6]))
    readings = air.hears(frame(12, 120_000, [3, 4, 5], late=True))
    assert readings is not None
    assert readings.block.index.tolist() == [2, 3, 4]
    assert readings.block.time_us.tolist() == [120_000, 130_000, 140_000]
    assert readings.block.flags.tolist() == [LATE] * 3
    assert (air.decoder.missing.holes, air.decoder.missing.filled, air.decoder.newest) == ((), 3, 5)
    assert air.read(frame(16, 160_000, [7])) == ([6], [160_000])


def test_a_live_frame_that_was_overtaken_is_late() -> None:
    air = Air()
    air.read(frame(0, 0, [1, 2]))
    air.read(frame(4, 40_000, [5, 6]))
    readings = air.hears(frame(2, 20_000, [3, 4]))
    assert readings is not None
    assert (readings.block.index.tolist(), readings.block.flags.tolist()) == ([2, 3], [LATE, LATE])


def test_a_late_frame_over_the_wraps_of_counter_and_clock_has_its_place() -> None:
    air = Air()
    air.read(frame(WRAP - 2, WRAP - 15_000, [1]))
    air.read(frame(3, 35_000, [6]))
    assert air.read(frame(WRAP - 1, WRAP - 5000, [2, 3, 4, 5], late=True)) == (
        [1, 2, 3, 4],
        [WRAP - 5000, WRAP + 5000, WRAP + 15_000, WRAP + 25_000],
    )


def test_what_came_before_is_not_given_again() -> None:
    air = Air()
    air.read(frame(0, 0, [1, 2]))
    air.read(frame(4, 40_000, [5]))
    assert air.read(frame(1, 10_000, [2, 3], late=True)) == ([2], [20_000])
    assert air.hears(frame(1, 10_000, [2, 3], late=True)) is None
    assert air.hears(frame(4, 40_000, [5, 6], late=True)) is None
    assert air.decoder.repeated == 2


def test_what_the_tool_sampled_before_the_first_live_frame_is_nobodys() -> None:
    air = Air()
    assert air.hears(frame(3, 30_000, [1], late=True)) is None
    air.read(frame(10, 100_000, [1]))
    assert air.hears(frame(3, 30_000, [1], late=True)) is None
    assert air.decoder.repeated == 2


def test_late_frames_of_another_stream_and_of_another_boot_are_dropped() -> None:
    air = Air(boot_id=1)
    air.read(frame(0, 0, [1]))
    air.read(frame(4, 40_000, [5]))
    assert air.hears(frame(1, 10_000, [2], stream=6, late=True)) is None
    air.boot(2)
    assert air.decoder.missing.lost[Lost.REBOOT] == 3
    assert air.hears(frame(1, 10_000, [2], late=True)) is None
    assert air.decoder.counter_of(0) is None


def test_another_stream_ends_the_hope_for_what_is_missing_of_the_one_before() -> None:
    air = Air()
    air.read(frame(0, 0, [1]))
    air.read(frame(4, 40_000, [5]))
    air.read(frame(0, 90_000, [1], stream=6))
    assert (air.decoder.missing.holes, air.decoder.missing.lost[Lost.NEW_STREAM]) == ((), 3)


def test_a_drop_within_one_boot_is_a_hole_that_can_be_filled() -> None:
    air = Air(boot_id=1)
    air.read(frame(0, 0, [1, 2]), arrival_s=1.0)
    air.boot(1)
    air.read(frame(6000, 60_000_000, [1, 2]), arrival_s=61.0)
    (hole,) = air.decoder.missing.holes
    assert (hole.first, hole.stop, hole.after_us, hole.before_us) == (2, 6000, 10_000, 60_000_000)
    assert air.read(frame(5999, 59_990_000, [3], late=True), arrival_s=62.0) == ([5999], [59_990_000])


def test_a_slot_without_a_reading_is_not_asked_for_again() -> None:
    air = Air()
    air.read(frame(0, 0, [1]))
    air.read(frame(3, 30_000, [4]))
    assert air.read(frame(1, 10_000, [Width.I24.no_reading, 3], late=True)) == ([2], [20_000])
    assert air.decoder.missing.count == 0


def test_the_tools_state_at_the_time_of_resending_says_nothing_of_the_reading() -> None:
    air = Air()
    air.read(frame(0, 0, [1]))
    air.read(frame(2, 20_000, [3]))
    readings = air.hears(frame(1, 10_000, [2], flags=ToolFlag.SENSOR_FAULT, late=True))
    assert readings is not None
    assert (readings.flags, readings.block.flags.tolist()) == (ToolFlag.SENSOR_FAULT, [LATE])


def test_a_reading_beside_a_fault_may_have_been_faulty_too() -> None:
    air = Air()
    air.read(frame(0, 0, [1], flags=ToolFlag.SENSOR_FAULT))
    air.read(frame(2, 20_000, [3]))
    air.read(frame(5, 50_000, [6]))
    before, behind = air.hears(frame(1, 10_000, [2], late=True)), air.hears(frame(3, 30_000, [4, 5], late=True))
    assert before is not None
    assert behind is not None
    assert (before.block.flags.tolist(), behind.block.flags.tolist()) == ([LATE | FAULT], [LATE, LATE])


def test_a_late_reading_that_was_saturated_says_so() -> None:
    air = Air()
    air.read(frame(0, 0, [1]))
    air.read(frame(2, 20_000, [3]))
    readings = air.hears(frame(1, 10_000, [Width.I24.saturated_high], late=True))
    assert readings is not None
    assert readings.block.flags.tolist() == [LATE | SampleFlag.SATURATED_HIGH]


def test_a_clock_that_jumps_begins_anew_and_the_hosts_says_how_long_it_was() -> None:
    for clock_us in (90_000_000, 3_000_000):
        air = Air()
        air.read(frame(1000, 10_000_000, [1, 2]), arrival_s=1.0)
        assert air.read(frame(1002, clock_us, [3, 4]), arrival_s=1.02) == ([3, 4], [10_030_000, 10_040_000])
        assert air.read(frame(1004, clock_us + 20_000, [5, 6]), arrival_s=1.04) == ([5, 6], [10_050_000, 10_060_000])


def test_a_counter_that_jumps_begins_anew() -> None:
    air = Air()
    air.read(frame(1000, 10_000_000, [1, 2]), arrival_s=1.0)
    assert air.read(frame(0, 10_020_000, [3, 4]), arrival_s=1.02) == ([3, 4], [10_030_000, 10_040_000])
    assert air.decoder.missing.holes == ()


def test_a_clock_a_little_out_of_step_is_believed() -> None:
    air = Air()
    air.read(frame(0, 0, [1, 2]), arrival_s=1.0)
    assert air.read(frame(2, 1_020_000, [3, 4]), arrival_s=2.0) == ([2, 3], [1_020_000, 1_030_000])
    assert air.read(frame(20_004, 203_010_000, [5, 6]), arrival_s=204.0)[0] == [20_004, 20_005]


def test_an_index_has_the_counter_that_the_tool_gave_it() -> None:
    air = Air()
    assert air.decoder.counter_of(0) is None
    assert air.decoder.newest == -1
    air.read(frame(WRAP - 2, 0, [0, 0, 0, 0]))
    assert [air.decoder.counter_of(index) for index in (0, 1, 2, 3)] == [WRAP - 2, WRAP - 1, 0, 1]


@given(st.data())
def test_in_any_order_each_slot_is_given_once_or_still_missing(data: st.DataObject) -> None:
    """Sampled = received + missing; forces tell which slot a reading came from."""
    start = data.draw(st.sampled_from([0, WRAP - 7]))
    lengths = data.draw(st.lists(st.integers(1, 4), min_size=2, max_size=15))
    firsts = [sum(lengths[:at]) for at in range(len(lengths))]
    made = [
        frame((start + first) % WRAP, 10_000 * first, list(range(first, first + n)))
        for first, n in zip(firsts, lengths, strict=True)
    ]
    kept = [True, *data.draw(st.lists(st.booleans(), min_size=len(made) - 2, max_size=len(made) - 2)), True]
    air, given_slots = Air(), list[int]()
    live = [raw for raw, there in zip(made, kept, strict=True) if there]
    late = data.draw(st.lists(st.sampled_from([bytes([2]) + raw[1:] for raw in made] + made[1:-1]), max_size=20))
    for raw in (*live, *late):
        readings = air.hears(raw)
        if readings is not None:
            given_slots += readings.block.index.tolist()
            assert readings.block.time_us.tolist() == [10_000 * index for index in readings.block.index.tolist()]
    missing = [slot for hole in air.decoder.missing.holes for slot in range(hole.first, hole.stop)]
    assert sorted(given_slots + missing) == list(range(sum(lengths)))
