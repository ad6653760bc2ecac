"""What a tool is asked beside a treatment: who it is, how it is set, to show itself, to switch off."""

from __future__ import annotations

import asyncio
from typing import Final, NamedTuple

from protocol.control import Command, Reply, Result, Setting
from protocol.errors import LinkLost
from protocol.layout import Layout
from protocol.link import Channel, Link, LiveLink, SetupLink
from protocol.sentence import Sentence
from session.errors import ToolRefused

REFUSED: Final = {
    Result.UNKNOWN: Sentence("its firmware does not know this: update it"),
    Result.BAD_VALUE: Sentence("it does not take this value: choose another one"),
    Result.BUSY: Sentence("it is busy: try again in a moment"),
    Result.WRONG_STATE: Sentence("it cannot do this now: end the treatment first"),
}
UNTOLD: Final = Sentence("the tool does not say how it is set")
OTHERWISE: Final = Sentence("switch it off and on, then try again")


BATTERY_S: Final = 0.5
"""What a connection begins with comes together; a tool that has said nothing of its battery by then has none to say."""


class Identity(NamedTuple):
    """What a tool says about itself without being paired."""

    layout: Layout
    battery_percent: int | None
    """None where it does not say."""


async def identity(link: Link) -> Identity:
    """Read what a connection begins with; raises `LinkLost`, and `FrameError` for a layout that does not decode."""
    layout: Layout | None = None
    percent: int | None = None
    try:
        async with asyncio.timeout(None) as limit:
            async for payload in link.payloads():
                if payload.channel is Channel.LAYOUT:
                    layout = Layout.from_bytes(payload.data)
                    limit.reschedule(asyncio.get_running_loop().time() + BATTERY_S)
                elif payload.channel is Channel.BATTERY and payload.data:
                    percent = payload.data[0] if payload.data[0] <= 100 else None
                    break
    except TimeoutError:
        pass
    if layout is None:
        raise LinkLost(Sentence("the tool hung up before it said what it is: switch it off and on"))
    return Identity(layout, percent)


async def show_itself(link: LiveLink) -> None:
    """Have the tool blink or vibrate, so that it is known among others; raises `ToolRefused` and `TimeoutError`."""
    _taken(await link.command(Command.IDENTIFY), Sentence("the tool does not show itself"))


async def try_setup(link: SetupLink) -> None:
    """Read one setting, which changes nothing; it is paired with. Raises as `settings` does."""
    _taken(await link.setup(Command.GET, Setting.BRIGHTNESS_PERCENT), UNTOLD)


async def settings(link: SetupLink) -> dict[Setting, int]:
    """How the tool is set; it is paired with. Raises `ToolRefused` and what `SetupLink.setup` raises."""
    return {each: int(_taken(await link.setup(Command.GET, each), UNTOLD).values[0]) for each in Setting}


async def change(link: SetupLink, setting: Setting, value: int) -> None:
    """Set one setting; it is paired with. Raises `ToolRefused` and what `SetupLink.setup` raises."""
    _taken(await link.setup(Command.SET, setting, value), Sentence("the tool does not take this setting"))


async def switch_off(link: SetupLink) -> None:
    """Switch the tool off; it is paired with. Raises `ToolRefused` and what `SetupLink.setup` raises."""
    _taken(await link.setup(Command.POWER_OFF), Sentence("the tool does not switch off"))


def _taken(reply: Reply, refusal: Sentence) -> Reply:
    if reply.result != Result.OK:
        known = Result(reply.result) if reply.result in set(Result) else Result.INTERNAL
        why = REFUSED.get(known, OTHERWISE)
        raise ToolRefused(Sentence("{refusal} ({name}): {why}", refusal=refusal, name=known.name, why=why))
    return reply
