"""Whole measurements with each simulated instrument, through bleak, over the virtual air, in virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from device.drivers.errors import BrokenDriver
from device.drivers.registry import driver_named
from device.errors import ToolNotFound
from protocol.instruments.driver import Heard, Value, Write
from protocol.instruments.progressor import ProgressorTalk
from protocol.link import Channel
from session.errors import InputError
from session.links import LinkName
from session.meter_view import MeterView
from session.offline.measure import analyse_record
from session.reach import Reach, reach
from session.reading import AGAIN_S, Ended, Reader, Reading, read_with
from session.record import Recorder, RecordHeader
from session.view import LinkState
from simulator.twins.air import VirtualTwins, virtual_twins
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.shelf import HOLD_S, RISE_S, ROUND_S, TWINS, UNSTEADY_N, pulls
from simulator.twins.wh_c06 import WhC06Twin
from tests.virtual import run_virtual

TWO_HOLDS_S = 2 * ROUND_S + 2.0


def still(_t_s: float) -> float:
    return 0.0


def reading(name: str, path: Path, for_s: float, **changes: object) -> Reading:
    return replace(Reading(LinkName.of(name), lambda _which: path, "test", for_s=for_s), **changes)  # type: ignore[arg-type]  # of any field


def run(wanted: Reading, seen: list[MeterView] | None = None) -> Ended:
    def show(reader: Reader) -> None:
        if seen is not None:
            reader.on_view = seen.append

    return run_virtual(read_with(wanted, show))


@pytest.mark.parametrize(
    ("name", "step_s"),
    [("progressor", 0.1), ("go-direct", 0.1), ("wh-c06", 0.8), ("weight-scale", 1.2), ("sig-force", 0.3)],
)
def test_each_instrument_measures_two_holds_and_its_record_has_them_again(
    name: str, step_s: float, tmp_path: Path
) -> None:
    view, path = run(reading(f"sim:{name}", tmp_path / "r.mcap", TWO_HOLDS_S))
    assert (view.over, view.link, view.simulated) == (True, LinkState.ENDED, True)
    assert [hold.duration_s for hold in view.holds] == pytest.approx([HOLD_S + RISE_S] * 2, abs=step_s + 1.0)
    for hold in view.holds:
        assert hold.peak_n == pytest.approx(40.0 + UNSTEADY_N, abs=0.2)
    analysed = analyse_record(path)
    assert [(hold.duration_s, hold.peak_n) for hold in analysed.holds] == [
        (hold.duration_s, hold.peak_n) for hold in view.holds
    ]
    assert analysed.simulated
    assert set(map(str, view.lacks)) <= set(analysed.signal.notes)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("progressor", "the instrument is pulled and cannot press"),
        ("wh-c06", "the instrument is pulled and cannot press"),
        ("go-direct", "the area of the contact is not known"),
        ("weight-scale", "the area of the contact is not known"),
        ("sig-force", "the area of the contact is not known"),
    ],
)
def test_none_of_them_guides_and_each_says_why(name: str, refusal: str, tmp_path: Path) -> None:
    view, _ = run(reading(f"sim:{name}", tmp_path / "r.mcap", 1.0))
    assert view.refusal == refusal
    assert "guided treatment" in {lack.what for lack in view.lacks}


@pytest.mark.parametrize(("name", "stale_s"), [("progressor", 0.5), ("wh-c06", 5.0)])
def test_a_reading_is_shown_as_long_as_it_is_now_for_this_instrument(name: str, stale_s: float, tmp_path: Path) -> None:
    view, _ = run(reading(f"sim:{name}", tmp_path / "r.mcap", 8.0))
    assert view.last_valid_s is not None
    assert view.shown_n(view.last_valid_s + stale_s - 0.01) == view.force_n
    assert view.force_n == pytest.approx(40.0, abs=1.0)
    assert view.shown_n(view.last_valid_s + stale_s) is None


def test_only_where_the_rate_is_known_is_there_a_curve(tmp_path: Path) -> None:
    rates = [run(reading(f"sim:{name}", tmp_path / f"{name}.mcap", 2.0))[0].rate_hz for name in TWINS]
    assert rates == [80.0, None, 100.0, None, None]


def in_range(twins: Sequence[ProgressorTwin | WhC06Twin], story: Callable[[VirtualTwins], Awaitable[object]]) -> object:
    async def run_story() -> object:
        air = await virtual_twins(twins)
        try:
            return await story(air)
        finally:
            await air.close()

    return run_virtual(run_story())


def test_a_lost_instrument_is_looked_for_again_and_its_readings_go_on(tmp_path: Path) -> None:
    seen: list[MeterView] = []

    async def story(air: VirtualTwins) -> MeterView:
        loop = asyncio.get_running_loop()
        loop.call_later(10.0, asyncio.ensure_future, air.stations[0].hang_up())

        def show(reader: Reader) -> None:
            reader.on_view = seen.append

        view, _ = await read_with(reading("progressor", tmp_path / "r.mcap", 30.0, backend=air.backend), show)
        return view

    view = in_range([ProgressorTwin(pulls)], story)
    assert isinstance(view, MeterView)
    states = [each.link for each in seen]
    lost = states.index(LinkState.LOST)
    assert "is lost: bring the tool closer or switch it on again" in seen[lost].link_text
    assert LinkState.ONLINE in states[lost:]
    analysed = analyse_record(tmp_path / "r.mcap")
    (gap,) = [gap for gap in analysed.signal.gaps if gap.end_s - gap.start_s > 1.0]
    assert gap.end_s - gap.start_s == pytest.approx(AGAIN_S, abs=1.0)
    assert analysed.signal.duration_s == pytest.approx(30.0, abs=1.5)
    assert view.lost_samples == analysed.signal.lost_samples >= gap.lost > 200


def test_one_that_is_away_for_a_minute_is_read_again_when_it_is_back(tmp_path: Path) -> None:
    seen: list[MeterView] = []

    async def story(air: VirtualTwins) -> MeterView:
        loop = asyncio.get_running_loop()
        loop.call_later(5.0, setattr, air.air, "in_range", False)
        loop.call_later(75.0, setattr, air.air, "in_range", True)

        def show(reader: Reader) -> None:
            reader.on_view = seen.append

        return (await read_with(reading("wh-c06", tmp_path / "r.mcap", 150.0, backend=air.backend), show))[0]

    view = in_range([WhC06Twin(pulls)], story)
    assert isinstance(view, MeterView)
    lost = {each.link_text for each in seen if each.link is LinkState.LOST}
    assert any("did not answer within 30 s" in text for text in lost)
    assert view.last_valid_s is not None
    assert view.last_valid_s > 145.0


def test_without_an_address_several_in_range_are_named_and_none_is_taken(tmp_path: Path) -> None:
    async def story(air: VirtualTwins) -> None:
        await read_with(reading("progressor", tmp_path / "r.mcap", 1.0, backend=air.backend), lambda _reader: None)

    with pytest.raises(InputError, match=r"add --tool progressor:F0:00:00:00:00:01 or progressor:F0:00:00:00:00:02$"):
        in_range([ProgressorTwin(still), ProgressorTwin(still)], story)


def test_an_address_chooses_among_several(tmp_path: Path) -> None:
    async def story(air: VirtualTwins) -> Ended:
        wanted = reading("progressor:F0:00:00:00:00:02", tmp_path / "r.mcap", 1.0, backend=air.backend)
        return await read_with(wanted, lambda _reader: None)

    ended = in_range([ProgressorTwin(still), ProgressorTwin(lambda _t_s: 7.0)], story)
    assert isinstance(ended, tuple)
    assert ended[0].force_n == pytest.approx(7.0, abs=0.01)


def test_one_that_is_not_in_range_is_said_to_be_missing(tmp_path: Path) -> None:
    async def story(air: VirtualTwins) -> None:
        await read_with(reading("wh-c06", tmp_path / "r.mcap", 1.0, backend=air.backend), lambda _reader: None)

    with pytest.raises(ToolNotFound, match="no tool answered within 30 s"):
        in_range([ProgressorTwin(still)], story)
    assert not (tmp_path / "r.mcap").exists()


@pytest.mark.parametrize(("name", "by"), [("progressor", Channel.WRITTEN), ("wh-c06", Channel.INPUT)])
def test_a_zero_is_the_instruments_own_or_else_measured_here_and_the_record_knows_it(
    name: str, by: Channel, tmp_path: Path
) -> None:
    seen: list[MeterView] = []

    async def story(air: VirtualTwins) -> MeterView:
        loop = asyncio.get_running_loop()

        def show(reader: Reader) -> None:
            reader.on_view = seen.append
            reader.zero()  # nothing runs yet
            loop.call_later(3.0, reader.zero)
            loop.call_later(6.0, reader.undo_zero)

        return (await read_with(reading(name, tmp_path / "r.mcap", 9.0, backend=air.backend), show))[0]

    twin = ProgressorTwin(lambda _t_s: 5.0) if name == "progressor" else WhC06Twin(lambda _t_s: 5.0)
    view = in_range([twin], story)
    assert isinstance(view, MeterView)
    shown = [each.force_n for each in seen if each.force_n is not None]
    assert (shown[0], min(shown)) == pytest.approx((5.0, 0.0), abs=0.1)
    # what the instrument itself tared stays, what is taken off here can be given back
    assert view.force_n == pytest.approx(0.0 if by is Channel.WRITTEN else 5.0, abs=0.1)
    assert max(each.zero_n for each in seen) == pytest.approx(0.0 if by is Channel.WRITTEN else 5.0, abs=0.1)
    (hold, *_) = analyse_record(tmp_path / "r.mcap").holds
    assert hold.duration_s == pytest.approx(3.0, abs=1.0)


class Clumsy(ProgressorTalk):
    """Fails at the third notification."""

    def __init__(self) -> None:
        super().__init__()
        self._fed = 0

    def feed(self, heard: Heard) -> Sequence[Value]:
        self._fed += 1
        if self._fed == 3:
            raise IndexError("off by one")
        return super().feed(heard)


def test_a_driver_that_fails_ends_the_measurement_by_one_sentence_and_the_record_is_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clumsy = replace(driver_named("progressor"), talk=Clumsy)

    async def story(air: VirtualTwins) -> None:
        loop_s = asyncio.get_running_loop().time()
        instrument = Reach(clumsy, "F0:00:00:00:00:01", "", True, air.backend)
        header = RecordHeader(
            started_at=datetime(2026, 1, 1, tzinfo=UTC),
            started_loop_s=loop_s,
            software="test",
            simulated=True,
        )
        with Recorder(tmp_path / "r.mcap", header) as recorder:
            await Reader(instrument, recorder).run()

    with pytest.raises(BrokenDriver, match=r"'progressor' cannot be used, it fails with IndexError\('off by one'\)"):
        in_range([ProgressorTwin(still)], story)
    caplog.clear()
    assert (tmp_path / "r.mcap").stat().st_size > 0


class Mute(ProgressorTalk):
    """Fails before it says anything."""

    def open(self) -> Sequence[Write]:
        raise LookupError("no words")


def test_a_driver_that_fails_at_its_first_word_is_one_sentence_too(tmp_path: Path) -> None:
    async def story(air: VirtualTwins) -> None:
        mute = replace(driver_named("progressor"), talk=Mute)
        await Reach(mute, "F0:00:00:00:00:01", "", True, air.backend).connect()

    with pytest.raises(BrokenDriver, match=r"'progressor' cannot be used, it fails with LookupError\('no words'\)"):
        in_range([ProgressorTwin(still)], story)


@pytest.mark.parametrize("name", TWINS)
def test_a_simulated_instrument_has_the_name_of_its_driver(name: str) -> None:
    assert LinkName.of(f"sim:{name}") == LinkName("sim", name, reads=True)
    assert LinkName.of(name) == LinkName(name, None, reads=True)
    assert LinkName.of(f"{name}:AA:BB") == LinkName(name, "AA:BB", reads=True)


def test_a_scenario_and_a_serial_number_are_no_instruments() -> None:
    assert not LinkName.of("sim:treatment").reads
    assert not LinkName.of("ble:PT-1").reads
    assert not LinkName.of(None).reads


def test_a_simulated_instrument_is_on_the_air_until_the_block_ends() -> None:
    async def story() -> Reach:
        async with reach(LinkName.of("sim:wh-c06")) as instrument:
            link = await instrument.connect()
            await link.close()
            return instrument

    assert run_virtual(story()).name == "IF_B7"
