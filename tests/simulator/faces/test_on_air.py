"""Tools and computers over sockets of this machine, in real time: what only a transport can break."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from device.ble_link import BleLink
from device.scan import find
from protocol.control import Command
from protocol.link import Channel
from simulator.bleak_backend import Backend
from simulator.faces.computer import backend_on
from simulator.faces.control import controlled
from simulator.faces.errors import TransportFailed
from simulator.faces.live import LiveTool
from simulator.faces.on_air import Served, served
from simulator.faces.place import Place
from simulator.faces.visitors import Visitor
from simulator.radio import Air
from simulator.tool import Tool
from tests.simulator.bench import scenario

ANYWHERE = "tcp-server:127.0.0.1:0"


def tool() -> Tool:
    return Tool(scenario(for_s=1000), 1)


@asynccontextmanager
async def computer(face: Served) -> AsyncIterator[Backend]:
    async with backend_on(Place.of(face.place.seen_by_client)) as backend:
        yield backend


async def link_to(backend: Backend) -> BleLink:
    link = BleLink(await find("SIM-0001", 20, backend), backend=backend, simulated=True)
    await link.open()
    return link


async def frames(link: BleLink, count: int) -> list[bytes]:
    """Return the next frames."""
    said = []
    async for payload in link.payloads():
        if payload.channel is Channel.SAMPLES:
            said.append(payload.data)
        if len(said) == count:
            break
    return said


async def streams(backend: Backend) -> bool:
    """Say whether a new client gets five frames of four readings in their order."""
    link = await link_to(backend)
    await link.command(Command.START, 0)
    said = await frames(link, 5)
    await link.close()
    counters = [int.from_bytes(frame[4:8], "little") for frame in said]
    return counters == [counters[0] + 4 * k for k in range(5)]


async def test_frames_come_over_a_socket_in_their_order() -> None:
    async with served(tool(), Place.of(ANYWHERE)) as face, computer(face) as backend:
        assert await streams(backend)


async def test_a_computer_that_crashes_leaves_the_tool_to_the_next_one() -> None:
    async with served(tool(), Place.of(ANYWHERE)) as face, computer(face) as first:
        await link_to(first)
        first.scanner.central.host.hci_sink.transport.abort()  # type: ignore[attr-defined]  # bumble's
        async with computer(face) as second:
            assert await streams(second)


async def test_what_is_no_bluetooth_ends_its_own_connection_only() -> None:
    async with served(tool(), Place.of(ANYWHERE)) as face, computer(face) as backend:
        assert face.place.socket is not None
        reader, writer = await asyncio.open_connection(*face.place.socket)
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        with suppress(ConnectionResetError):
            assert await reader.read() == b""
        writer.close()
        assert await streams(backend)


async def test_a_tool_sends_through_a_radio_that_somebody_else_has() -> None:
    loop = asyncio.get_running_loop()
    air = Air()
    radios = await loop.create_server(lambda: Visitor(air, set()), "127.0.0.1", 0)
    place = Place.of(f"tcp-client:127.0.0.1:{radios.sockets[0].getsockname()[1]}")
    async with served(tool(), place) as face, backend_on(place) as backend:
        assert await streams(backend)
        assert not face.lost.done()
    radios.close()
    air.close()


async def test_a_radio_that_goes_is_said() -> None:
    air, there = Air(), set[Visitor]()
    radios = await asyncio.get_running_loop().create_server(lambda: Visitor(air, there), "127.0.0.1", 0)
    place = Place.of(f"tcp-client:127.0.0.1:{radios.sockets[0].getsockname()[1]}")
    async with served(tool(), place) as face:
        (visitor,) = there
        async with backend_on(place) as backend:
            await find("SIM-0001", 20, backend)
        assert not face.lost.done()
        visitor.hang_up()
        await face.lost
    radios.close()
    air.close()


async def test_a_radio_that_never_answers_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.faces.on_air.OPEN_S", 0.05)
    deaf = await asyncio.get_running_loop().create_server(asyncio.Protocol, "127.0.0.1", 0)
    place = Place.of(f"tcp-client:127.0.0.1:{deaf.sockets[0].getsockname()[1]}")
    with pytest.raises(TransportFailed, match="the radio does not answer"):
        async with served(tool(), place):
            pass
    deaf.close()


async def test_a_capture_holds_all_that_goes_between_the_tool_and_its_radio(tmp_path: Path) -> None:
    capture = tmp_path / "tool.btsnoop"
    async with served(tool(), Place.of(ANYWHERE), capture) as face, computer(face) as backend:
        assert await streams(backend)
    said = capture.read_bytes()
    assert said[:16] == b"btsnoop\0" + (1).to_bytes(4, "big") + (1002).to_bytes(4, "big")
    assert b"\x01\x03\x0c\x00" in said  # HCI_Reset, before anything else
    assert said.count(tool().layout[:20]) >= 1


async def test_somebody_beside_a_served_tool_presses_and_asks_for_the_truth() -> None:
    model = tool()
    async with served(model, Place.of(ANYWHERE)) as face:
        live = LiveTool(model, face.peripheral)
        async with controlled("127.0.0.1:0", live.obey) as where, computer(face) as backend:
            link = await link_to(backend)
            await link.command(Command.START, 0)
            await frames(link, 1)
            press = {"do": "press", "force_n": 20, "for_s": 1.5}
            answers = await talk(where, press, {"do": "advance", "s": 1}, {"do": "read", "what": "status"})
            await frames(link, 100)
            (truth,) = await talk(where, {"id": "t", "do": "truth"})
            await link.close()
    assert [each["ok"] for each in answers] == [True, False, False]
    assert answers[1]["error"].startswith("this tool lives in real time")
    assert answers[2]["error"].startswith("a Bluetooth client does that here: read")
    assert truth["id"] == "t"
    assert truth["holds"] == 1
    assert truth["dose_kpa_s"] > 0


async def test_a_tool_that_is_told_to_hang_up_does_so_at_once_although_it_says_nothing() -> None:
    model = tool()
    async with served(model, Place.of(ANYWHERE)) as face:
        live = LiveTool(model, face.peripheral)
        async with controlled("localhost", live.obey) as where, computer(face) as backend:
            link = await link_to(backend)
            await link.command(Command.START, 0)
            await talk(where, {"do": "inject", "happening": {"kind": "disconnect", "for_s": 1}})
            with pytest.raises(Exception, match="SIM-0001"):
                await frames(link, 1000)
            await link.close()


async def test_faults_of_the_air_reach_whoever_uses_a_served_tool() -> None:
    model = tool()
    async with served(model, Place.of(ANYWHERE)) as face:
        live = LiveTool(model, face.peripheral)
        async with controlled("127.0.0.1:0", live.obey) as where, computer(face) as backend:
            weak = {"do": "inject", "happening": {"kind": "signal strength", "rssi_dbm": -83}}
            assert [each["ok"] for each in await talk(where, weak)] == [True]
            async with asyncio.timeout(20):
                while (await find("SIM-0001", 20, backend)).rssi_dbm != -83:
                    pass


async def test_a_line_without_end_ends_its_own_talk_only() -> None:
    model = tool()
    async with served(model, Place.of(ANYWHERE)) as face:
        live = LiveTool(model, face.peripheral)
        async with controlled("127.0.0.1:0", live.obey) as where:
            host, port = where.rsplit(":", 1)
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(b" " * 200_000)
            with suppress(ConnectionResetError):
                assert await reader.read() == b""
            writer.close()
            (answer,) = await talk(where, {"do": "state"})
            assert answer["ok"]


@pytest.mark.parametrize("where", ["0.0.0.0:0", "_:0", "192.168.1.1", "host:0"])
async def test_control_is_not_for_other_machines(where: str) -> None:
    with pytest.raises(TransportFailed, match=r"for 127\.0\.0\.1 only"):
        async with controlled(where, lambda _request: {}):
            pass


async def talk(where: str, *requests: Mapping[str, Any]) -> list[dict[str, Any]]:
    host, port = where.rsplit(":", 1)
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write("".join(json.dumps(each) + "\n" for each in requests).encode())
    answers = [json.loads(await reader.readline()) for _ in requests]
    writer.close()
    return answers
