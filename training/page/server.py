"""The page's server: one address, one code, four things to get, and a stream that takes nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.resources import files
from typing import Final, NamedTuple

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from session.errors import InputError
from training.page.guard import Answer, Guard, names, new_code

LOG: Final = logging.getLogger(__name__)
_LIBRARY: Final = logging.getLogger(f"{__name__}.library")
_LIBRARY.setLevel(logging.CRITICAL)


EACH_S: Final = 0.2
"""Between two moments that are sent."""
OPEN_S: Final = 10.0
"""For a request's headers; who sends them slower is let go."""
MOST_OPEN: Final = 32
"""Connections at once: a class and its teacher have fewer."""
LONGEST: Final = 64
"""Bytes that a browser may say on the stream; the page says nothing."""
FILES: Final = {
    "": ("page.html", "text/html; charset=utf-8"),
    "page.js": ("page.js", "text/javascript; charset=utf-8"),
    "page.css": ("page.css", "text/css; charset=utf-8"),
}
"""All that is there, by what is asked for: a path is never a file's."""
STREAM: Final = "live"
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Address(NamedTuple):
    """Where the page is."""

    url: str
    """With the code: whoever has it sees the class."""
    host: str
    port: int
    code: str


@asynccontextmanager
async def page(told: Callable[[], str], host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Address]:
    """Serve what `told` says while the block runs; port 0: any that is free.

    Raises `InputError` for an address that is not of a local network, or that is taken.
    """
    code = new_code()
    names(host, port)
    door = _Door(told, code)
    try:
        server = await serve(
            door.stream,
            host,
            port,
            process_request=door.answer,
            open_timeout=OPEN_S,
            close_timeout=1,
            max_size=LONGEST,
            max_queue=1,
            compression=None,
            server_header=None,
            logger=_LIBRARY,
        )
    except OSError as error:
        raise InputError(f"{host}:{port}: the page cannot be there: {error.strerror or error}") from error
    taken = int(server.sockets[0].getsockname()[1])
    door.guard = Guard(code, names(host, taken))
    shown = f"[{host}]" if ":" in host else host
    async with server:
        yield Address(f"http://{shown}:{taken}/{code}/", host, taken, code)


class _Door:
    def __init__(self, told: Callable[[], str], code: str) -> None:
        self.guard = Guard(code, ())
        self._told = told

    def answer(self, connection: ServerConnection, request: Request) -> Response | None:
        """A file, or nothing; None lets a stream begin."""
        hosts = request.headers.get_all("Host")
        code, slash, rest = request.path.removeprefix("/").partition("/")
        address = connection.remote_address[0] if connection.remote_address else ""
        now_s = asyncio.get_running_loop().time()
        said = self.guard.judge(address, hosts[0] if len(hosts) == 1 else None, code, now_s)
        if said is not Answer.SERVE:
            return _empty(HTTPStatus(said.value))
        if len(_open(connection.server)) > MOST_OPEN:
            return _empty(HTTPStatus.SERVICE_UNAVAILABLE)
        if rest == STREAM:
            own = request.headers.get_all("Origin") == [f"http://{hosts[0]}"]
            return None if own else _empty(HTTPStatus.FORBIDDEN)
        return _file(*FILES[rest]) if slash and rest in FILES else _empty(HTTPStatus.NOT_FOUND)

    async def stream(self, connection: ServerConnection) -> None:
        """Send moment after moment; whoever says anything is let go."""
        ears = asyncio.create_task(_hear(connection))
        try:
            while not ears.done():
                await connection.send(self._told())
                await asyncio.wait([ears], timeout=EACH_S)
        except ConnectionClosed:
            pass
        except Exception:
            LOG.exception("the page could not be told")
        finally:
            ears.cancel()


async def _hear(connection: ServerConnection) -> None:
    try:
        await connection.recv()
        await connection.close(1003)
    except ConnectionClosed:
        pass


def _open(server: Server) -> set[ServerConnection]:
    return set(server.connections)


def _file(name: str, kind: str) -> Response:
    body = files("training.page").joinpath(name).read_bytes()
    return _response(HTTPStatus.OK, body, kind)


def _empty(status: HTTPStatus) -> Response:
    return _response(status, b"", "text/plain")


def _response(status: HTTPStatus, body: bytes, kind: str) -> Response:
    headers = Headers({**HEADERS, "Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"})
    return Response(status.value, status.phrase, headers, body)
