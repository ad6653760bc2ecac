"""Connects to a simulated tool until somebody ends it, then says what the tool saw last."""

from __future__ import annotations

import asyncio

from device.states import Online
from device.steady_link import SteadyLink
from simulator.air import virtual_tool
from simulator.radio_model import RadioModel
from tests.pretend import PretendTool


async def hold_on(tool: PretendTool) -> None:
    """Stay connected."""
    air = await virtual_tool(tool, RadioModel(interval_s=0))
    try:
        async with SteadyLink([tool.serial], backend=air.backend, simulated=True) as link:
            async for status in link.statuses():
                if isinstance(status.state, Online):
                    print("online", flush=True)  # noqa: T201 - the test waits for it
    finally:
        await air.close()


if __name__ == "__main__":
    held = PretendTool()
    try:
        asyncio.run(hold_on(held))
    except KeyboardInterrupt:
        print(held.calls[-1], flush=True)  # noqa: T201 - the test reads it
