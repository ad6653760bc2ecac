"""The client as it runs on a computer without the simulator: bleak's own back end and nothing of ours beside it."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Final

from tests.bluez.conftest import Furnish
from tests.pretend import PretendTool

PROGRAM: Final = """
import asyncio, importlib, json, pkgutil, sys
import device

for module in pkgutil.walk_packages(device.__path__, "device."):
    importlib.import_module(module.name)

from device.states import Online
from device.steady_link import SteadyLink
from protocol.control import Command
from protocol.link import Channel

async def stream():
    async with SteadyLink(["PT-0001"], simulated=False) as link:
        async for status in link.statuses():
            if isinstance(status.state, Online):
                break
        await link.command(Command.START, 0)
        frames = 0
        async for payload in link.payloads():
            frames += payload.channel is Channel.SAMPLES
            if frames == 20:
                return frames

frames = asyncio.run(asyncio.wait_for(stream(), 60))
foreign = sorted({name.partition(".")[0] for name in sys.modules} & {"bumble", "simulator", "session", "tests"})
print(json.dumps([frames, foreign]))
"""


async def test_a_client_streams_over_bluez_and_imports_neither_bumble_nor_the_simulator(furnish: Furnish) -> None:
    await furnish(PretendTool())
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", "-c", PROGRAM, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await program.communicate()
    assert program.returncode == 0, err.decode()
    assert json.loads(out) == [20, []]
