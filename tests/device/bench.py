"""A tool, the air and a link that is not open yet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import pytest
from bumble.core import UUID

from device.ble_link import BleLink
from device.errors import ToolLost
from device.scan import find
from protocol.link import LiveLink, Payload
from simulator.adverts import uuid_text
from simulator.air import VirtualTools, virtual_tool
from simulator.radio_model import RadioModel
from tests.pretend import PretendTool


class Bench(NamedTuple):
    """A tool, the air and the link under test."""

    tool: PretendTool
    tools: VirtualTools
    link: BleLink


@asynccontextmanager
async def bench(tool: PretendTool | None = None, radio: RadioModel | None = None) -> AsyncIterator[Bench]:
    """Put a tool on the air and find it; the link is not open yet."""
    tool = tool or PretendTool()
    tools = await virtual_tool(tool, radio)
    link = BleLink(await find(tool.serial, 5, tools.backend), backend=tools.backend, simulated=True)
    try:
        yield Bench(tool, tools, link)
    finally:
        await link.close()
        await tools.close()


def hide(tools: VirtualTools, uuid: str) -> None:
    """Give an attribute another name."""
    server = tools.peripheral.device.gatt_server
    attribute = next(each for each in server.attributes if uuid_of(each) == uuid)
    attribute.uuid = UUID("180d180d-0000-0000-0000-000000000000")  # type: ignore[attr-defined]  # bumble's have one
    declaration = server.get_attribute(attribute.handle - 1)
    assert declaration is not None
    assert isinstance(declaration.value, bytes)
    declaration.value = declaration.value[:3] + bytes(16)


def uuid_of(attribute: object) -> str:
    uuid = getattr(attribute, "uuid", None)
    return uuid_text(uuid) if isinstance(uuid, UUID) else ""


async def collect(link: LiveLink) -> list[Payload]:
    """Return what the link yields until it is closed."""
    return [payload async for payload in link.payloads()]


async def until_lost(link: LiveLink) -> list[Payload]:
    """Return what the link yields until the tool is lost."""
    payloads = list[Payload]()

    async def keep() -> None:
        async for payload in link.payloads():
            payloads.append(payload)

    with pytest.raises(ToolLost):
        await keep()
    return payloads


async def first(link: LiveLink, count: int) -> list[Payload]:
    """Return the first payloads."""
    payloads = list[Payload]()
    async for payload in link.payloads():
        payloads.append(payload)
        if len(payloads) == count:
            break
    return payloads
