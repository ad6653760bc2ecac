"""The page's server against friends and strangers, over real sockets of the loopback."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

from session.errors import InputError
from training.page.guard import MOST_WRONG
from training.page.server import FILES, LONGEST, Address, page

SECRET = "only for those who have the code"


@pytest.fixture
async def here() -> AsyncIterator[Address]:
    async with page(lambda: json.dumps({"seats": [], "secret": SECRET})) as address:
        yield address


async def ask(here: Address, path: str, *headers: str, host: str | None = None) -> tuple[int, str]:
    """The status and all that came, of one request."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {host or f'{here.host}:{here.port}'}", *headers, "", ""]
    return await raw(here, "\r\n".join(lines).encode())


async def raw(here: Address, request: bytes) -> tuple[int, str]:
    reader, writer = await asyncio.open_connection(here.host, here.port)
    writer.write(request)
    if not request.endswith(b"\r\n\r\n"):
        writer.write_eof()
    async with asyncio.timeout(20):
        got = await _all(reader)
    writer.close()
    return int(got.split()[1]) if got.startswith("HTTP/") else 0, got


async def _all(reader: asyncio.StreamReader) -> str:
    with contextlib.suppress(ConnectionResetError):  # let go while it still talked
        return (await reader.read()).decode(errors="replace")
    return ""


async def drained(it: ClientConnection) -> None:
    async with asyncio.timeout(20):
        while True:
            await it.recv()


async def test_with_the_code_there_is_a_page_that_fetches_nothing_from_elsewhere(here: Address) -> None:
    for name in FILES:
        status, got = await ask(here, f"/{here.code}/{name}")
        assert status == 200
        head, _, body = got.partition("\r\n\r\n")
        assert "default-src 'none'" in head
        assert "Cache-Control: no-store" in head
        assert len(body) > 100
        assert "//" not in body.replace("// Draws", "")  # no address of another place


@pytest.mark.parametrize("path", ["/", "/page.js", "/live", "/wrongcode/", "/../page.html", "//", "/favicon.ico"])
async def test_without_the_code_nothing_is_served(here: Address, path: str) -> None:
    status, got = await ask(here, path)
    assert status == 404
    assert got.endswith("\r\n\r\n")
    assert here.code not in got


@pytest.mark.parametrize(
    "rest",
    ["../guard.py", "..%2fguard.py", "%2e%2e/guard.py", "guard.py", "page.html", "/etc/passwd", "page.js/../guard.py"],
)
async def test_a_path_is_never_a_files(here: Address, rest: str) -> None:
    status, got = await ask(here, f"/{here.code}/{rest}")
    assert status == 404
    assert got.endswith("\r\n\r\n")


async def test_a_name_that_points_here_gets_nothing(here: Address) -> None:
    for host in ("evil.example", f"evil.example:{here.port}", "localhost"):
        status, got = await ask(here, f"/{here.code}/", host=host)
        assert (status, got.endswith("\r\n\r\n")) == (421, True)
    twice = f"GET /{here.code}/ HTTP/1.1\r\nHost: {here.host}:{here.port}\r\nHost: evil.example\r\n\r\n"
    assert (await raw(here, twice.encode()))[0] == 421


async def test_who_guesses_is_shut_out_even_with_the_code(here: Address) -> None:
    for _ in range(MOST_WRONG):
        assert (await ask(here, "/guess/"))[0] == 404
    assert (await ask(here, f"/{here.code}/"))[0] == 429


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"\x00" * 2000,
        b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 1000 + b"\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
    ],
    ids=["nothing", "zeros", "long header", "long path", "many headers", "post", "tls", "no text"],
)
async def test_hostile_requests_do_nothing_and_the_page_lives_on(here: Address, request_: bytes) -> None:
    status, got = await raw(here, request_)
    assert status in {0, *range(400, 500)}
    assert SECRET not in got
    assert here.code not in got
    assert (await ask(here, f"/{here.code}/"))[0] == 200


async def test_the_stream_says_moment_after_moment_to_its_own_page(here: Address) -> None:
    async with connect(
        f"ws://{here.host}:{here.port}/{here.code}/live", origin=Origin(f"http://{here.host}:{here.port}")
    ) as it:
        assert json.loads(await it.recv())["secret"] == SECRET
        assert json.loads(await it.recv())["secret"] == SECRET


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null"])
async def test_a_page_from_elsewhere_gets_no_stream(here: Address, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as error:
        await connect(f"ws://{here.host}:{here.port}/{here.code}/live", origin=origin)  # type: ignore[arg-type]  # any text
    assert error.value.response.status_code == 403


@pytest.mark.parametrize("words", ["stop", b"\x00\xff", "x" * (LONGEST + 1), "[" * 60])
async def test_who_says_anything_on_the_stream_is_let_go(here: Address, words: str | bytes) -> None:
    async with connect(
        f"ws://{here.host}:{here.port}/{here.code}/live", origin=Origin(f"http://{here.host}:{here.port}")
    ) as it:
        await it.send(words)
        with pytest.raises(ConnectionClosed):
            await drained(it)
    assert (await ask(here, f"/{here.code}/"))[0] == 200


async def test_it_is_on_no_other_network_and_on_no_port_that_is_taken(here: Address) -> None:
    with pytest.raises(InputError, match="is no address of a local network"):
        async with page(str, "8.8.8.8"):
            pass
    with pytest.raises(InputError, match="the page cannot be there"):
        async with page(str, here.host, here.port):
            pass
