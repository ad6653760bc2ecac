"""Linux's Bluetooth service on the D-Bus: whether it runs, and when it ends, neither of which bleak 3.1 tells."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

LOG: Final = logging.getLogger(__name__)

NAME: Final = "org.bluez"

BUS_S: Final = 2.0
"""For the bus to answer, which takes milliseconds; without an answer everything goes on as on other systems."""

RULE: Final = (
    "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
    f"member='NameOwnerChanged',path='/org/freedesktop/DBus',arg0='{NAME}'"
)


async def service_runs() -> bool | None:
    """Whether it runs now; None where nobody can tell. The question does not start it."""
    try:
        async with asyncio.timeout(BUS_S):
            bus = await _connected()
            try:
                return await _has_owner(bus)
            finally:
                await _let_go(bus)
    except Exception:  # a bus that cannot be asked has many ways to say so
        LOG.debug("nobody can tell whether %s runs", NAME, exc_info=True)
        return None


class ServiceWatch:
    """Calls `ended` when the service ends, or begins anew, after `start`.

    Where the bus lets nobody watch, nothing happens: the silence of the tool tells later.
    """

    def __init__(self, ended: Callable[[], None]) -> None:
        self._ended = ended
        self._bus: MessageBus | None = None

    async def start(self) -> None:
        """Begin, within `BUS_S`."""
        try:
            async with asyncio.timeout(BUS_S):
                self._bus = await _connected()
                self._bus.add_message_handler(self._heard)
                await _ask(self._bus, "AddMatch", RULE)
        except Exception:
            LOG.debug("%s cannot be watched", NAME, exc_info=True)

    async def stop(self) -> None:
        """End, within `BUS_S`; nothing the second time."""
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.remove_message_handler(self._heard)
            await _let_go(bus)

    def _heard(self, message: Message) -> None:
        if message.member != "NameOwnerChanged" or message.sender != "org.freedesktop.DBus":
            return
        name, owner_before, _ = message.body
        if name == NAME and owner_before:
            self._ended()


async def _connected() -> MessageBus:
    from bleak.backends.bluezdbus.utils import get_dbus_authenticator
    from dbus_fast import BusType
    from dbus_fast.aio import MessageBus

    bus = MessageBus(bus_type=BusType.SYSTEM, auth=get_dbus_authenticator())
    try:
        return await bus.connect()
    except BaseException:
        bus.disconnect()  # else its socket stays
        raise


async def _has_owner(bus: MessageBus) -> bool:
    return bool((await _ask(bus, "NameHasOwner", NAME))[0])


async def _ask(bus: MessageBus, member: str, argument: str) -> list[object]:
    from dbus_fast import Message, MessageType

    question = Message("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", member)
    question.signature, question.body = "s", [argument]
    answer = await bus.call(question)
    if answer.message_type is not MessageType.METHOD_RETURN:
        raise ConnectionError(f"the bus refused {member}: {answer.body}")
    return list(answer.body)


async def _let_go(bus: MessageBus) -> None:
    with contextlib.suppress(Exception):  # it may be gone, and says why it went
        bus.disconnect()
        async with asyncio.timeout(BUS_S):
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]  # dbus-fast's has none
