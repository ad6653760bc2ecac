from __future__ import annotations

from datetime import datetime

import pytest

from protocol.errors import FrameError, NotOffered
from protocol.instruments.driver import Action, Advertised, Gatt
from protocol.instruments.weight_scale import DRIVER, SERVICE, WeightMeasurement
from tests.protocol.instruments.talking import block, values

TAKEN = datetime(2024, 1, 10, 12, 30)  # noqa: DTZ001 - the scale's calendar has no zone

DOCUMENTED = [
    ("00 10 27", WeightMeasurement(50.0)),
    ("01 e8 03", WeightMeasurement(10 * 0.45359237, imperial=True)),
    ("04 10 27 03", WeightMeasurement(50.0, user=3)),
    ("02 10 27 e8 07 01 0a 0c 1e 00", WeightMeasurement(50.0, taken=TAKEN)),
    ("00 ff ff", WeightMeasurement(None)),
]


@pytest.mark.parametrize(("text", "measurement"), DOCUMENTED)
def test_an_indication_is_this_measurement_and_the_other_way_round(text: str, measurement: WeightMeasurement) -> None:
    assert WeightMeasurement.from_bytes(bytes.fromhex(text)) == measurement
    assert bytes(measurement) == bytes.fromhex(text)


def test_a_body_mass_index_and_a_height_are_passed_over() -> None:
    assert WeightMeasurement.from_bytes(bytes.fromhex("0c 10 27 03 e6 00 a8 06")) == WeightMeasurement(50.0, user=3)


@pytest.mark.parametrize(
    "text", ["02 10 27 00 00 01 0a 0c 1e 00", "02 10 27 e8 07 00 0a 0c 1e 00", "02 10 27 e8 07 01 00 0c 1e 00"]
)
def test_a_date_that_the_scale_does_not_know_is_none(text: str) -> None:
    assert WeightMeasurement.from_bytes(bytes.fromhex(text)).taken is None


@pytest.mark.parametrize(
    "text", ["", "00 10", "02 10 27 e8 07", "04 10 27", "08 10 27 e6 00 a8", "02 10 27 e8 07 0d 0a 0c 1e 00"]
)
def test_a_cut_measurement_or_a_thirteenth_month_is_refused(text: str) -> None:
    with pytest.raises(FrameError):
        values(DRIVER.talk(), text)


def test_flags_of_a_later_version_change_nothing() -> None:
    assert WeightMeasurement.from_bytes(bytes.fromhex("f0 10 27 aa")) == WeightMeasurement(50.0)


def test_a_weight_becomes_the_force_of_its_load_at_its_arrival() -> None:
    talk = DRIVER.talk()
    assert block(talk, "00 10 27", 2.5).force_n == pytest.approx([490.3325], abs=1e-4)
    assert len(block(talk, "00 ff ff", 3.0)) == 0
    later = block(talk, "01 e8 03", 3.5)
    assert (later.index.tolist(), later.time_us.tolist()) == ([2], [3_500_000])


@pytest.mark.parametrize("weight_kg", [400.0, -0.1])
def test_a_weight_that_does_not_fit_is_not_written(weight_kg: float) -> None:
    with pytest.raises(FrameError, match="do not fit the measurement"):
        bytes(WeightMeasurement(weight_kg))


def test_it_is_known_by_its_service_and_takes_no_commands() -> None:
    assert DRIVER.claims(Advertised("", {}, frozenset({SERVICE})))
    assert not DRIVER.claims(Advertised("Weight scale", {}, frozenset()))
    assert DRIVER.transport == Gatt(("00002a9d-0000-1000-8000-00805f9b34fb",))
    talk = DRIVER.talk()
    talk.sent(b"")
    assert talk.open() == ()
    with pytest.raises(NotOffered, match="a weight scale has no command to stop"):
        talk.command(Action.STOP)


def test_it_measures_and_practises_but_does_not_treat() -> None:
    assert not DRIVER.ability.treats
    assert DRIVER.ability.stale_s == 5.0
