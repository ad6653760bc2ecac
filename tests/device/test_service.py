"""Where there is no bus; tests/bluez tells of the rest."""

from __future__ import annotations

import pytest

from device.service import ServiceWatch, service_runs


@pytest.fixture(autouse=True)
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("dbus_fast", reason="BlueZ is Linux only")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")


async def test_without_a_bus_nobody_can_tell_whether_the_service_runs() -> None:
    assert await service_runs() is None


async def test_without_a_bus_nothing_is_watched_and_nothing_fails() -> None:
    ends = list[None]()
    watch = ServiceWatch(lambda: ends.append(None))
    await watch.start()
    await watch.stop()
    assert ends == []
