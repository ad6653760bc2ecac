from __future__ import annotations

import asyncio

import pytest

from device.backend import Classes
from device.drivers.find import find_instrument
from device.drivers.in_range import scan_instruments
from device.drivers.registry import driver_named, drivers
from device.errors import ToolNotFound
from simulator.air import virtual_tool
from simulator.twins.air import virtual_twins
from simulator.twins.go_direct import GoDirectTwin
from simulator.twins.progressor import ProgressorTwin
from simulator.twins.sig import sig_force, weight_scale
from simulator.twins.wh_c06 import WhC06Twin
from tests.device.test_scan import shouting
from tests.pretend import PretendTool
from tests.virtual import virtual


def still(_t_s: float) -> float:
    return 0.0


@virtual
async def test_a_scan_names_each_instrument_and_its_driver() -> None:
    air = await virtual_twins(
        [ProgressorTwin(still), WhC06Twin(still), GoDirectTwin(still), weight_scale(still), sig_force(still)]
    )
    found = await scan_instruments(drivers(), 1.0, air.backend)
    await air.close()
    assert [(each.driver.name, each.name, each.address, each.rssi_dbm) for each in found] == [
        ("progressor", "Progressor_1234", "F0:00:00:00:00:01", -50),
        ("wh-c06", "IF_B7", "F0:00:00:00:00:02", -50),
        ("go-direct", "GDX-FOR 071000A1", "F0:00:00:00:00:03", -50),
        ("weight-scale", "Scale", "F0:00:00:00:00:04", -50),
    ]


@virtual
async def test_only_drivers_that_are_asked_claim_anything() -> None:
    air = await virtual_twins([ProgressorTwin(still), WhC06Twin(still)])
    found = await scan_instruments([driver_named("wh-c06")], 1.0, air.backend)
    await air.close()
    assert [each.driver.name for each in found] == ["wh-c06"]


@virtual
async def test_our_own_tool_is_nobodys_instrument() -> None:
    tools = await virtual_tool(PretendTool())
    assert await scan_instruments(drivers(), 1.0, tools.backend) == []
    await tools.close()


@virtual
async def test_an_instrument_is_found_by_its_driver_as_soon_as_it_is_heard() -> None:
    air = await virtual_twins([WhC06Twin(still), ProgressorTwin(still)])
    found = await find_instrument(driver_named("progressor"), None, 10.0, air.backend)
    heard_s = asyncio.get_running_loop().time()
    await air.close()
    assert found.address == "F0:00:00:00:00:02"
    assert heard_s <= 0.5


@virtual
async def test_a_person_names_the_address_of_one_that_nobody_claims() -> None:
    air = await virtual_twins([WhC06Twin(still), sig_force(still)])
    found = await find_instrument(driver_named("sig-force"), "F0:00:00:00:00:02", 10.0, air.backend)
    await air.close()
    assert (found.name, found.driver.name) == ("Force", "sig-force")


@pytest.mark.parametrize("address", [None, "F0:00:00:00:00:09"])
def test_one_that_is_not_there_is_said_to_be_missing(address: str | None) -> None:
    @virtual
    async def story() -> None:
        air = await virtual_twins([WhC06Twin(still)])
        with pytest.raises(ToolNotFound, match=r"answer(ed)? within 3 s"):
            await find_instrument(driver_named("progressor"), address, 3.0, air.backend)
        await air.close()

    story()


@virtual
async def test_a_name_from_the_air_is_bounded_and_has_no_control_characters() -> None:
    classes: Classes = shouting("Progressor\x1b[2J" + "x" * 100, b"")
    (found,) = await scan_instruments(drivers(), 1.0, classes)
    assert found.name == "Progressor[2J" + "x" * 7
