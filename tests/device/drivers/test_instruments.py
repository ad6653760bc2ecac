"""Each driver against its twin, through bleak: what the twin is loaded with comes out as newtons."""

from __future__ import annotations

import math

import numpy as np
import pytest

from protocol.instruments.driver import Charge, Told
from protocol.link import Channel
from simulator.radio_model import RadioModel
from simulator.twins.go_direct import GoDirectTwin
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.sig import sig_force, weight_scale
from simulator.twins.wh_c06 import WhC06Twin
from tests.device.drivers.bench import Brought, bench, decoded, listen
from tests.virtual import virtual


def ramp(t_s: float) -> float:
    """Ten newtons a second."""
    return 10.0 * t_s


def alike(brought: Brought, steps_n: float) -> None:
    """A ramp in the load is the same ramp in the readings: force differs from the line by rounding alone."""
    offset_n = brought.force_n - 10.0 * brought.time_s
    assert np.ptp(offset_n) <= steps_n


@virtual
async def test_a_progressor_is_read_by_its_own_clock() -> None:
    async with bench(ProgressorTwin(ramp), "progressor") as (_, link):
        brought = await listen(link, 4.0)
    alike(brought, 2e-4)
    assert brought.numbers == list(range(len(brought.numbers)))
    assert len(brought.numbers) >= 300
    assert np.median(np.diff(brought.time_s)) == pytest.approx(0.011416, abs=2e-6)
    assert Charge(millivolts=3120) in brought.values
    assert brought.decoder.introduction == ("progressor", "F0:00:00:00:00:01", "Progressor_1234")


@virtual
async def test_an_open_progressor_with_single_padded_readings_at_ten_hertz_is_read_too() -> None:
    async with bench(ProgressorTwin(ramp, name="Progressor_C", batch=1, period_s=0.1034), "progressor") as (_, link):
        brought = await listen(link, 4.0)
    alike(brought, 2e-4)
    assert brought.numbers == list(range(len(brought.numbers)))
    assert np.diff(brought.time_s) == pytest.approx(0.1034, abs=2e-6)


@virtual
async def test_delay_in_the_air_changes_no_time_of_a_progressor() -> None:
    async with bench(ProgressorTwin(ramp), "progressor", RadioModel(event_loss=0.8, seed=3)) as (_, link):
        brought = await listen(link, 4.0)
    alike(brought, 2e-4)
    assert brought.numbers == list(range(len(brought.numbers)))


@virtual
async def test_a_wh_c06_is_read_from_its_adverts_alone() -> None:
    async with bench(WhC06Twin(lambda _t_s: 98.0665), "wh-c06") as (_, link):
        brought = await listen(link, 4.0)
    assert brought.force_n[5:] == pytest.approx(98.0665, abs=1e-4)
    assert len(brought.numbers) >= 20
    assert brought.time_s == pytest.approx(
        [payload.arrival_s for payload in brought.payloads if payload.channel is Channel.HEARD], abs=1e-5
    )
    assert brought.values[0] == Told("unit on the display", "kg")


@virtual
async def test_a_go_direct_is_asked_for_its_force_channel_and_counted_by_its_period() -> None:
    async with bench(GoDirectTwin(ramp), "go-direct") as (_, link):
        brought = await listen(link, 4.0)
    alike(brought, 2e-4)
    assert brought.numbers == list(range(len(brought.numbers)))
    assert np.diff(brought.time_s) == pytest.approx(0.01, abs=1e-9)
    assert Told("channel", "Force, -50 to 50 N") in brought.values
    assert brought.decoder.ability is not None
    assert brought.decoder.ability.rate_hz == 100.0


@virtual
async def test_readings_that_a_go_direct_lost_leave_slots_empty_and_keep_the_time() -> None:
    twin = GoDirectTwin(ramp)
    async with bench(twin, "go-direct", RadioModel(interval_s=0.0)) as (air, link):
        await link.open()
        brought = decoded([])
        payloads = []
        async for payload in link.payloads():
            payloads.append(payload)
            if len(payloads) == 60:
                twin.drop()
            if len(payloads) == 120:
                break
        brought = decoded(payloads)
    assert brought.numbers != list(range(len(brought.numbers)))
    alike(brought, 0.35)  # a slot or three of 0.1 N: how many were lost nobody says
    assert air.stations


@virtual
async def test_a_weight_scale_is_read_by_its_indications() -> None:
    async with bench(weight_scale(lambda _t_s: 245.16625), "weight-scale") as (_, link):
        brought = await listen(link, 4.0)
    assert brought.force_n == pytest.approx(245.16625, abs=1e-4)
    assert brought.numbers == list(range(8))


@virtual
async def test_a_force_characteristic_is_read_in_millinewtons() -> None:
    async with bench(sig_force(lambda t_s: 5.0 * math.sin(t_s)), "sig-force") as (_, link):
        brought = await listen(link, 4.0)
    assert np.abs(brought.force_n).max() <= 5.0
    assert len(brought.numbers) in {40, 41}
    assert np.diff(brought.time_s) == pytest.approx(0.1, abs=0.031)


@virtual
async def test_the_payloads_of_a_session_mean_the_same_again() -> None:
    async with bench(GoDirectTwin(ramp), "go-direct") as (_, link):
        brought = await listen(link, 2.0)
    again = decoded(brought.payloads)
    np.testing.assert_array_equal(again.force_n, brought.force_n)
    np.testing.assert_array_equal(again.time_s, brought.time_s)
    channels = [payload.channel for payload in brought.payloads]
    assert channels[:2] == [Channel.INSTRUMENT, Channel.WRITTEN]
    assert set(channels) == {Channel.INSTRUMENT, Channel.HEARD, Channel.WRITTEN}
