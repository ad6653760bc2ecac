"""The stories of a client and a tool: with the simulated tool and, with `--tool ble:SERIAL`, any other one.

`PALPATE_HCI` names the radio of a tool that `palpate serve` serves; without it the system's Bluetooth is used.
"""

from __future__ import annotations

import pytest

from device.scan import find
from session.hci import bluetooth
from simulator.air import virtual_tool
from simulator.tool import Tool
from tests.device.stories import STORIES, Place, Story
from tests.simulator.bench import scenario
from tests.virtual import run_virtual


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_the_simulated_tool(story: Story) -> None:
    async def tell() -> None:
        tool = Tool(scenario(for_s=600), 7)
        air = await virtual_tool(tool)
        try:
            place = Place(tool.serial, air.backend, simulated=True)
            await story(place)
            assert await is_free(place)
        finally:
            await air.close()

    run_virtual(tell())


@pytest.mark.radio
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
async def test_the_real_tool(story: Story, request: pytest.FixtureRequest) -> None:
    scheme, _, serial = request.config.getoption("--tool").partition(":")
    assert scheme == "ble", "write --tool ble:SERIAL"
    async with bluetooth() as used:
        place = Place(serial, used.backend, used.simulated)
        await story(place)
        assert await is_free(place)


async def is_free(place: Place) -> bool:
    """Whether the next client can have the tool: one that has a client says nothing on the air."""
    return (await find(place.serial, 15, place.backend)).serial == place.serial
