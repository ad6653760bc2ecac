"""How BlueZ refuses: the names and texts that bleak looks at."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from bumble import att, core
from dbus_fast import DBusError

Result = TypeVar("Result")


def refused(name: str, text: str) -> DBusError:
    """Return an error of BlueZ's."""
    return DBusError(f"org.bluez.Error.{name}", text)


def att_refused(error: att.ATT_Error) -> DBusError:
    """Return what BlueZ makes of an ATT error (create_gatt_dbus_error in its src/gatt-client.c)."""
    match error.error_code:
        case att.ATT_READ_NOT_PERMITTED_ERROR:
            return refused("NotPermitted", "Read not permitted")
        case att.ATT_WRITE_NOT_PERMITTED_ERROR:
            return refused("NotPermitted", "Write not permitted")
        case att.ATT_INSUFFICIENT_AUTHENTICATION_ERROR | att.ATT_INSUFFICIENT_ENCRYPTION_ERROR:
            return refused("NotPermitted", "Not paired")
        case att.ATT_INVALID_ATTRIBUTE_LENGTH_ERROR:
            return refused("InvalidArguments", "Invalid Length")
        case att.ATT_INSUFFICIENT_AUTHORIZATION_ERROR:
            return refused("NotAuthorized", "Not authorized")
    return refused("Failed", f"Operation failed with ATT error: 0x{int(error.error_code):02x}")


async def settled(operation: Awaitable[Result]) -> Result:
    """Await an operation of bumble's; a link that ends meanwhile refuses it. `att.ATT_Error` goes through.

    bumble cancels what is pending when the link ends, which is not a cancellation of ours.
    """
    task = asyncio.ensure_future(operation)
    try:
        return await task
    except asyncio.CancelledError:
        if task.cancelled() and not being_cancelled():
            raise refused("Failed", "Not connected") from None
        task.cancel()
        raise
    except att.ATT_Error:
        raise
    except core.BaseBumbleError as error:
        raise refused("Failed", str(error)) from error


def being_cancelled() -> bool:
    """Whether the current task is being cancelled itself, and not only what it awaits."""
    me = asyncio.current_task()
    return me is not None and me.cancelling() > 0
