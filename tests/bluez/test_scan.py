from __future__ import annotations

from device.scan import find, scan
from tests.bluez.conftest import Furnish
from tests.pretend import PretendTool


async def test_a_scan_finds_the_tools_with_serial_name_battery_and_signal(furnish: Furnish) -> None:
    await furnish(PretendTool(serial="PT-0001"), PretendTool(serial="PT-0002"))
    tools = await scan(1.0)
    assert [(tool.serial, tool.name, tool.battery_percent, tool.rssi_dbm, tool.state) for tool in tools] == [
        ("PT-0001", "Pretend", 87, -61, 0),
        ("PT-0002", "Pretend", 87, -61, 0),
    ]


async def test_a_tool_is_found_again_by_the_next_scan(furnish: Furnish) -> None:
    await furnish(PretendTool())
    assert [(await find("PT-0001", 10)).rssi_dbm for _ in range(3)] == [-61] * 3
