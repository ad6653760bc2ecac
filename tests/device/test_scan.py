from __future__ import annotations

import asyncio
from typing import Any

import pytest
from bleak import BleakClient
from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData, BaseBleakScanner
from bleak.exc import BleakError

from device.backend import Classes
from device.errors import BluetoothOff, OffReason, ScanFailed, ToolNotFound
from device.scan import SCAN_CALL_S, find, held_tools, scan, signal_dbm
from protocol import uuids
from protocol.advert import Advert
from simulator.air import virtual_tool, virtual_tools
from tests.pretend import PretendTool
from tests.virtual import virtual


@virtual
async def test_a_scan_lists_each_tool_once_with_what_it_says() -> None:
    tools = await virtual_tools([PretendTool(serial="PT-0002"), PretendTool(serial="PT-0001")])
    found = await scan(1.0, tools.backend)
    await tools.close()
    assert [(tool.name, tool.serial, tool.rssi_dbm, tool.battery_percent, tool.state) for tool in found] == [
        ("Pretend", "PT-0001", -50, 87, 0),
        ("Pretend", "PT-0002", -50, 87, 0),
    ]


@virtual
async def test_a_tool_is_found_by_its_serial_number_as_soon_as_it_is_heard() -> None:
    loop = asyncio.get_running_loop()
    tools = await virtual_tools([PretendTool(serial="PT-0001"), PretendTool(serial="PT-0002")])
    tool = await find("PT-0002", 10.0, tools.backend)
    heard_s = loop.time()
    await tools.close()
    assert tool.serial == "PT-0002"
    assert heard_s <= 0.2


@virtual
async def test_any_tool_will_do_without_a_serial_number() -> None:
    tools = await virtual_tool(PretendTool(serial="PT-0007"))
    assert (await find(None, 10.0, tools.backend)).serial == "PT-0007"
    await tools.close()


@pytest.mark.parametrize(
    ("serial", "sentence"), [(None, "no tool answered within 3 s"), ("PT-9", "tool PT-9 did not answer within 3 s")]
)
def test_a_tool_that_is_not_there_is_said_to_be_missing(serial: str | None, sentence: str) -> None:
    @virtual
    async def story() -> None:
        tools = await virtual_tool(PretendTool())
        tools.air.in_range = serial is not None
        with pytest.raises(ToolNotFound, match=f"^{sentence}: switch it on and bring it closer$"):
            await find(serial, 3.0, tools.backend)
        await tools.close()

    story()


class Loudspeaker(BaseBleakScanner):
    """Somebody who advertises what he likes."""

    said: AdvertisementData

    def __init__(self, callback: Any, service_uuids: list[str] | None, *_: Any, **__: Any) -> None:
        super().__init__(callback, service_uuids)

    async def start(self) -> None:
        self.call_detection_callbacks(BLEDevice("00:00:00:00:00:09", None, None), self.said)

    async def stop(self) -> None:
        self.seen_devices = {}


def shouting(name: str, service_data: bytes) -> Classes:
    said = AdvertisementData(name, {}, {uuids.SERVICE: service_data}, [uuids.SERVICE], None, -60, ())
    return Classes(scanner=type("Shouting", (Loudspeaker,), {"said": said}))


@virtual
async def test_text_from_the_air_is_bounded_and_has_no_control_characters() -> None:
    (tool,) = await scan(1.0, shouting("\x1b[2JEvil\u202e\n" + "x" * 100, bytes(Advert(1, 9, None, "A"))))
    assert tool.name == "[2JEvil" + "x" * 13
    assert (tool.battery_percent, tool.state) == (None, 9)


@virtual
async def test_whoever_invents_tools_does_not_fill_the_memory() -> None:
    class Inventor(Loudspeaker):
        async def start(self) -> None:
            for number in range(1000):
                data = {uuids.SERVICE: bytes(Advert(1, 0, 50, f"X{number}"))}
                said = AdvertisementData("X", {}, data, [uuids.SERVICE], None, -60, ())
                self.call_detection_callbacks(BLEDevice(f"{number}", None, None), said)

    assert len(await scan(1.0, Classes(scanner=Inventor))) == 64


@virtual
async def test_whom_the_system_is_connected_to_is_told_where_it_tells() -> None:
    tools = await virtual_tool(PretendTool())
    assert await held_tools(tools.backend) == []
    async with BleakClient((await find(None, 5, tools.backend)).device, backend=tools.backend.client):
        (held,) = await held_tools(tools.backend)
        assert (held.serial, held.name, held.device.address) == ("", "", "F0:00:00:00:00:01")
    assert await held_tools(Classes(scanner=Loudspeaker)) == []
    await tools.close()


@pytest.mark.parametrize("error", [NotImplementedError(), BleakError("no adapter"), EOFError(), KeyError(1)])
def test_a_system_that_does_not_tell_whom_it_is_connected_to_holds_nobody(error: Exception) -> None:
    class Silent(BaseBleakAdapter):
        @classmethod
        async def get(cls, **_: Any) -> Silent:
            raise error

    @virtual
    async def story() -> None:
        assert await held_tools(Classes(scanner=Loudspeaker, adapter=Silent)) == []

    story()


@virtual
async def test_a_scan_that_is_cancelled_while_it_begins_is_ended() -> None:
    tools = await virtual_tool(PretendTool())
    for steps in range(12):
        listening = asyncio.create_task(scan(1.0, tools.backend))
        for _ in range(steps):
            await asyncio.sleep(0)
        listening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await listening
        assert not tools.central.scanning
    await tools.close()


@virtual
async def test_the_nearest_tool_comes_first() -> None:
    class Crowd(Loudspeaker):
        async def start(self) -> None:
            for serial, rssi_dbm in (("A", -80), ("B", -40), ("C", -60)):
                data = {uuids.SERVICE: bytes(Advert(1, 0, 50, serial))}
                said = AdvertisementData(serial, {}, data, [uuids.SERVICE], None, rssi_dbm, ())
                self.call_detection_callbacks(BLEDevice(serial, None, None), said)

    assert [tool.serial for tool in await scan(1.0, Classes(scanner=Crowd))] == ["B", "C", "A"]


@pytest.mark.parametrize("service_data", [b"", b"\x01\x00\x57", b"\x01\x00\x57" + bytes(10)])
def test_who_does_not_speak_as_a_tool_is_left_out(service_data: bytes) -> None:
    @virtual
    async def story() -> None:
        assert await scan(1.0, shouting("Liar", service_data)) == []

    story()


@pytest.mark.parametrize("rssi", [-127, 127, 21])
def test_a_signal_that_the_system_does_not_know_is_none(rssi: int) -> None:
    assert signal_dbm(rssi) is None


@pytest.mark.parametrize("rssi", [-126, 0, 20])
def test_a_signal_that_the_system_knows_is_itself(rssi: int) -> None:
    assert signal_dbm(rssi) == rssi


@virtual
async def test_a_tool_of_unknown_signal_comes_last() -> None:
    class Crowd(Loudspeaker):
        async def start(self) -> None:
            for serial, rssi_dbm in (("A", -127), ("B", 0), ("C", -126), ("D", 1)):
                data = {uuids.SERVICE: bytes(Advert(1, 0, 50, serial))}
                said = AdvertisementData(serial, {}, data, [uuids.SERVICE], None, rssi_dbm, ())
                self.call_detection_callbacks(BLEDevice(serial, None, None), said)

    found = await scan(1.0, Classes(scanner=Crowd))
    assert [(tool.serial, tool.rssi_dbm) for tool in found] == [("D", 1), ("B", 0), ("C", -126), ("A", None)]


class Failing(Loudspeaker):
    """A scan that fails where it begins, or where it ends."""

    begins: Exception | None = None
    ends: Exception | None = None
    said = AdvertisementData("X", {}, {}, [], None, -60, ())

    async def start(self) -> None:
        if self.begins is not None:
            raise self.begins

    async def stop(self) -> None:
        if self.ends is not None:
            raise self.ends


@pytest.mark.parametrize("where", ["begins", "ends"])
@pytest.mark.parametrize(
    "error",
    [BleakError("InProgress"), EOFError(), BrokenPipeError(32, "gone"), TimeoutError(), OSError(-1, "WinError")],
)
def test_a_scan_that_fails_is_said_in_one_sentence(where: str, error: Exception) -> None:
    @virtual
    async def story() -> None:
        with pytest.raises(ScanFailed, match="Bluetooth does not search at this moment") as caught:
            await scan(1.0, Classes(scanner=type("Scanner", (Failing,), {where: error})))
        assert caught.value.__cause__ is error

    story()


@virtual
async def test_a_scan_that_fails_as_nobody_foresaw_is_said_too_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ScanFailed):
        await scan(1.0, Classes(scanner=type("Scanner", (Failing,), {"begins": KeyError("a stale cache")})))
    assert "the scan failed in an unknown way" in caplog.text
    caplog.clear()


@virtual
async def test_a_scan_that_is_cancelled_stays_so_where_it_does_not_end() -> None:
    scanning = asyncio.create_task(
        scan(9.0, Classes(scanner=type("Scanner", (Failing,), {"ends": BleakError("InProgress")})))
    )
    await asyncio.sleep(1)
    scanning.cancel()
    with pytest.raises(asyncio.CancelledError):
        await scanning


@virtual
async def test_a_tool_that_is_missing_is_said_to_be_where_the_scan_does_not_end_either() -> None:
    with pytest.raises(ToolNotFound):
        await find("PT-1", 1.0, Classes(scanner=type("Scanner", (Failing,), {"ends": TimeoutError()})))


@virtual
async def test_a_scan_that_never_begins_is_given_up() -> None:
    class Hanging(Failing):
        async def start(self) -> None:
            await asyncio.Event().wait()

    with pytest.raises(ScanFailed):
        await scan(1.0, Classes(scanner=Hanging))
    assert asyncio.get_running_loop().time() == pytest.approx(SCAN_CALL_S)


async def test_no_bluetooth_on_this_machine_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    monkeypatch.setattr("bleak.backends.bluezdbus.manager._global_instances", {}, raising=False)
    pytest.importorskip("dbus_fast", reason="BlueZ is Linux only")
    with pytest.raises(BluetoothOff, match="start bluetooth") as caught:
        await scan(0.1)
    assert caught.value.reason is OffReason.NO_SERVICE
