"""Live control of a served tool: a socket on this machine's loopback that takes requests, a line each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from simulator.faces.answers import Obey, answer_to
from simulator.faces.errors import TransportFailed
from simulator.faces.place import is_loopback, socket_of
from simulator.faces.requests import LONGEST_LINE


@asynccontextmanager
async def controlled(where: str, obey: Obey) -> AsyncIterator[str]:
    """Answer requests at HOST:PORT while the block runs; yields it with the port that was chosen where it is 0.

    Raises `TransportFailed`, also for a host that other machines can reach: whoever connects may do anything.
    """
    host, port = socket_of(where, port=0)
    if not is_loopback(host):
        raise TransportFailed(f"{where} can be reached from other machines: control is for 127.0.0.1 only")
    talks: set[asyncio.StreamWriter] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(writer)
        try:
            await _answer(reader, writer, obey)
        except (OSError, asyncio.LimitOverrunError, ValueError):  # it went, or its line does not end
            pass
        finally:
            talks.discard(writer)
            writer.close()

    try:
        server = await asyncio.start_server(talk, host.strip("[]"), port, limit=LONGEST_LINE)
    except OSError as error:
        raise TransportFailed(f"{where} does not open ({error.strerror}): choose another port for control") from error
    try:
        yield f"{host}:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for writer in list(talks):
            writer.close()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, obey: Obey) -> None:
    while line := await reader.readline():
        if not line.isspace():
            writer.write(answer_to(line, obey).encode() + b"\n")
            await writer.drain()
