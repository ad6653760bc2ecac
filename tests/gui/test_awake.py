"""The system is asked not to lock the screen while somebody is pressed, over a D-Bus of our own."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from session.awake import MAY_LOCK, Awake
from tests.bluez.private_bus import private_bus
from tests.gui.conftest import Open
from tests.gui.stage import Held, view

dbus_fast = pytest.importorskip("dbus_fast", reason="D-Bus is Linux only")

from dbus_fast.aio import MessageBus  # noqa: E402 - not where there is no D-Bus
from dbus_fast.service import ServiceInterface, dbus_method  # noqa: E402 - the same

TICKET = 7


class ScreenSaver(ServiceInterface):
    """What a desktop offers, noting who asks."""

    def __init__(self) -> None:
        super().__init__("org.freedesktop.ScreenSaver")
        self.asked: list[str] = []
        self.let_go: list[int] = []

    @dbus_method()
    def Inhibit(self, who: "s", why: "s") -> "u":  # type: ignore[name-defined] # noqa: F821,N802,UP037 - D-Bus's own
        """Hold the screen awake."""
        self.asked.append(who)
        return TICKET

    @dbus_method()
    def UnInhibit(self, ticket: "u"):  # type: ignore[name-defined,no-untyped-def] # noqa: F821, N802, UP037 - the same
        """Let it go."""
        self.let_go.append(ticket)


@pytest.fixture
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture
def desktop(no_desktop: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenSaver]:
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("there is no dbus-daemon (Debian, Ubuntu: apt-get install dbus)")
    saver, ready, over = ScreenSaver(), Event(), Event()

    async def serve(address: str) -> None:
        bus = await MessageBus(bus_address=address).connect()
        bus.export("/org/freedesktop/ScreenSaver", saver)
        await bus.request_name("org.freedesktop.ScreenSaver")
        ready.set()
        await asyncio.to_thread(over.wait)
        bus.disconnect()

    with private_bus(program, tmp_path) as own:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", own.address)
        thread = Thread(target=lambda: asyncio.run(serve(own.address)))
        thread.start()
        assert ready.wait(10)
        yield saver
        over.set()
        thread.join()


def test_a_treatment_holds_the_screen_from_its_start_until_it_is_closed(desktop: ScreenSaver, opened: Open) -> None:
    window = opened(Held(view()))
    assert desktop.asked == []
    window.start()
    assert len(desktop.asked) == 1
    assert desktop.let_go == []
    window.close()
    assert desktop.let_go == [TICKET]
    assert "may lock" not in window.notice.text()


def test_it_is_let_go_once_however_often_it_ends(desktop: ScreenSaver) -> None:
    awake = Awake()
    assert awake.begin() == ""
    awake.end()
    awake.end()
    assert desktop.let_go == [TICKET]


@pytest.mark.usefixtures("no_desktop")
def test_where_the_system_offers_nothing_the_window_says_what_to_do(opened: Open) -> None:
    source = Held(view())
    window = opened(source)
    window.start()
    window.bridge.poll()
    assert MAY_LOCK in window.notice.text()
    window.close()


def test_a_small_installation_says_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    awake = Awake()
    assert awake.begin() == MAY_LOCK
    awake.end()
