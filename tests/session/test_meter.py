from __future__ import annotations

import struct

import pytest

from analysis.hold import Code, Missing
from device.drivers.registry import driver_named
from protocol.instruments.stream import Introduction
from protocol.link import Channel, Payload
from session.meter import Gauge, Meter
from simulator.twins.go_direct import GoDirectTwin
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.sig import weight_scale
from simulator.twins.twin import Twin
from simulator.twins.wh_c06 import WhC06Twin
from tests.device.drivers.bench import bench, listen
from tests.virtual import run_virtual

ON_S, OFF_S = 4.0, 10.0


def press(t_s: float) -> float:
    """30 N from the fourth second to the tenth."""
    return 30.0 if ON_S <= t_s < OFF_S else 0.0


async def recorded(twin: Twin, name: str) -> list[Payload]:
    async with bench(twin, name) as (_, link):
        return (await listen(link, 14.0)).payloads


def measured(twin: Twin, name: str) -> Meter:
    meter = Meter(driver_named)
    for payload in run_virtual(recorded(twin, name)):
        meter.update(payload)
    meter.finish()
    return meter


@pytest.mark.parametrize(
    ("twin", "name", "step_s"),
    [
        (ProgressorTwin(press), "progressor", 0.04),
        (GoDirectTwin(press), "go-direct", 0.03),
        (WhC06Twin(press), "wh-c06", 0.7),
        (weight_scale(press), "weight-scale", 1.1),
    ],
)
def test_a_press_of_six_seconds_is_one_hold_as_long_as_the_instrument_can_tell(
    twin: Twin, name: str, step_s: float
) -> None:
    (hold,) = measured(twin, name).holds
    assert hold.duration_s == pytest.approx(OFF_S - ON_S, abs=step_s)
    assert hold.peak_n == pytest.approx(30.0, abs=0.05)
    assert hold.gaps_s == 0.0


@pytest.mark.parametrize(
    ("twin", "name", "fast"),
    [(GoDirectTwin(press), "go-direct", True), (WhC06Twin(press), "wh-c06", False)],
)
def test_falls_are_missing_with_their_reason_where_times_are_those_of_arrival(
    twin: Twin, name: str, fast: bool
) -> None:
    meter = measured(twin, name)
    (hold,) = meter.holds
    codes = {verdict.code for verdict in hold.verdicts}
    assert (Code.BELOW_50_HZ in codes) is not fast
    assert ("slopes and fall times" in {lack.what for lack in meter.lacks}) is not fast
    assert not isinstance(hold.peak_n, Missing)


def introduced(name: str) -> Meter:
    meter = Meter(driver_named)
    meter.update(Payload(Channel.INSTRUMENT, 0.0, bytes(Introduction(name, "a", "b"))))
    return meter


def heard(text: str, arrival_s: float) -> Payload:
    return Payload(Channel.HEARD, arrival_s, b"\0" + bytes.fromhex(text))


def test_a_reading_by_arrival_is_old_after_five_seconds_and_has_no_slope() -> None:
    meter = introduced("wh-c06")
    assert meter.see(0.0) == Gauge(None, None, None)
    for n in range(8):
        meter.update(heard("00" * 10 + "03e8", 1.0 + n / 4))
    now = meter.see(2.75 + 4.99)
    assert now.force_n == pytest.approx(98.0665, abs=1e-4)
    assert now.age_s == pytest.approx(4.99)
    assert now.rate_n_per_s is None
    assert meter.see(2.75 + 5.0) == Gauge(None, 5.0, None)


def test_a_reading_with_a_stamp_is_old_after_half_a_second_and_has_a_slope() -> None:
    meter = introduced("progressor")
    for n in range(100):
        data = struct.pack("<BBfI", 1, 8, 1.0 + n / 100, 12_500 * n)
        meter.update(heard(data.hex(), n / 80))
    now = meter.see(99 / 80)
    assert now.rate_n_per_s == pytest.approx(0.8 * 9.80665, rel=0.02)
    assert meter.see(99 / 80 + 0.5).force_n is None


def test_what_the_instrument_says_is_told_in_sentences() -> None:
    meter = introduced("progressor")
    meter.update(Payload(Channel.WRITTEN, 0.0, b"\x6f"))
    meter.update(heard("00 04 30 0c 00 00", 0.1))
    meter.update(heard("04 00", 0.2))
    assert meter.sentences == ["battery: 3.12 V", "the instrument switches itself off: charge it"]


def test_bytes_that_do_not_decode_are_counted_and_show_nothing() -> None:
    meter = introduced("progressor")
    assert meter.update(heard("01 08 00", 0.1)) == ()
    assert meter.malformed == 1
    assert meter.see(0.1) == Gauge(None, None, None)
    assert Meter(driver_named).lacks == ()


def test_a_sensor_of_something_else_is_said_to_be_unsuitable() -> None:
    meter = measured(GoDirectTwin(press, sensors=()), "go-direct")
    assert meter.holds == []
    assert meter.sentences == ["none of the sensor's channels measures in newtons: use a force sensor"]
