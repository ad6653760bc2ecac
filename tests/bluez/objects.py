"""Objects on a D-Bus: their properties, who is told of changes, and who answers their calls."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from dbus_fast import DBusError, ErrorType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

PROPERTIES: Final = "org.freedesktop.DBus.Properties"
OBJECT_MANAGER: Final = "org.freedesktop.DBus.ObjectManager"


class Answer(NamedTuple):
    """What a call returns; the file descriptors are closed once they are sent."""

    signature: str = ""
    body: Sequence[object] = ()
    fds: Sequence[int] = ()


NOTHING: Final = Answer()

Call: TypeAlias = Callable[[Message], Awaitable[Answer]]
Set: TypeAlias = Callable[[Variant], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Interface:
    """One interface of an object; calls raise `DBusError` to refuse."""

    name: str
    properties: dict[str, Variant]
    calls: Mapping[str, Call] = field(default_factory=dict)
    sets: Mapping[str, Set] = field(default_factory=dict)
    """Properties that others may set."""


class Objects:
    """The objects that one connection to the bus offers, one interface each, with "/" as their ObjectManager."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._interfaces: dict[str, Interface] = {}
        self._answering: set[asyncio.Task[None]] = set()
        bus.add_message_handler(self._called)

    def add(self, path: str, interface: Interface) -> None:
        """Offer an object and tell everybody."""
        self._interfaces[path] = interface
        body: list[object] = [path, {interface.name: interface.properties}]
        self._signal("/", OBJECT_MANAGER, "InterfacesAdded", "oa{sa{sv}}", body)

    def remove(self, path: str) -> None:
        """Take an object away and tell everybody."""
        interface = self._interfaces.pop(path)
        self._signal("/", OBJECT_MANAGER, "InterfacesRemoved", "oas", [path, [interface.name]])

    def change(self, path: str, **properties: Variant | None) -> None:
        """Change properties and tell everybody; None removes one."""
        interface = self._interfaces[path]
        changed = {name: value for name, value in properties.items() if value is not None}
        gone = [name for name, value in properties.items() if value is None]
        interface.properties.update(changed)
        for name in gone:
            interface.properties.pop(name, None)
        self._signal(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", [interface.name, changed, gone])

    def close(self) -> None:
        """Leave the bus in the middle of whatever is being answered."""
        for task in self._answering:
            task.cancel()
        self._bus.disconnect()

    def _signal(self, path: str, interface: str, member: str, signature: str, body: list[object]) -> None:
        if self._bus.connected:
            self._bus.send(Message.new_signal(path, interface, member, signature, body))

    def _called(self, message: Message) -> bool:
        if message.message_type is not MessageType.METHOD_CALL:
            return False
        task = asyncio.get_running_loop().create_task(self._serve(message))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        return True

    async def _serve(self, message: Message) -> None:
        answer = NOTHING
        try:
            answer = await self._answer(message)
            reply = Message.new_method_return(message, answer.signature, list(answer.body), list(answer.fds))
        except DBusError as error:
            reply = Message.new_error(message, error.type, error.text)
        try:
            if self._bus.connected:
                await self._bus.send(reply)
        finally:
            for fd in answer.fds:
                os.close(fd)

    async def _answer(self, message: Message) -> Answer:
        match message.interface, message.member:
            case "org.freedesktop.DBus.ObjectManager", "GetManagedObjects":
                objects = {path: {each.name: each.properties} for path, each in self._interfaces.items()}
                return Answer("a{oa{sa{sv}}}", [objects])
            case "org.freedesktop.DBus.Properties", "Set":
                _, name, value = message.body
                return await self._set(message.path or "", name, value)
        interface = self._interfaces.get(message.path or "")
        if interface is None:
            raise DBusError(ErrorType.UNKNOWN_OBJECT, f"no object {message.path}")
        call = interface.calls.get(message.member or "")
        if interface.name != message.interface or call is None:
            raise DBusError(ErrorType.UNKNOWN_METHOD, f"no method {message.interface}.{message.member}")
        return await call(message)

    async def _set(self, path: str, name: str, value: Variant) -> Answer:
        interface = self._interfaces.get(path)
        if interface is None or name not in interface.sets:
            raise DBusError(ErrorType.PROPERTY_READ_ONLY, f"{name} of {path} cannot be set")
        await interface.sets[name](value)
        return NOTHING
