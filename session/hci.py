"""Which Bluetooth the program uses: the system's, or the one radio that `PALPATE_HCI` names."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Final, NamedTuple

from device.backend import PLATFORM, Backend
from session.errors import InputError

VARIABLE: Final = "PALPATE_HCI"
"""In the environment: a transport of bumble's, such as `tcp-client:127.0.0.1:9731` for `palpate serve`."""


class Bluetooth(NamedTuple):
    """What bleak works with."""

    backend: Backend
    simulated: bool
    """Whether what comes over it counts as simulated: all that does not come through the system's own Bluetooth."""


def used_bluetooth(backend: Backend | None) -> AbstractAsyncContextManager[Bluetooth]:
    """Return `backend` where one is given, else `bluetooth()`."""
    return bluetooth() if backend is None else nullcontext(Bluetooth(backend, simulated=False))


@asynccontextmanager
async def bluetooth() -> AsyncIterator[Bluetooth]:
    """The Bluetooth to use in the running loop while the block runs.

    Raises `LinkLost` where nothing answers at the transport, `InputError` where bumble is missing.
    """
    transport = os.environ.get(VARIABLE)
    if not transport:
        yield Bluetooth(PLATFORM, simulated=False)
        return
    try:
        from simulator.faces.computer import backend_on
        from simulator.faces.place import Place
    except ModuleNotFoundError as error:
        raise InputError(
            f"{VARIABLE} needs {error.name}: install the extra “sim” (pip install palpate-app[sim])"
        ) from error
    async with backend_on(Place.of(transport)) as backend:
        yield Bluetooth(backend, simulated=True)
