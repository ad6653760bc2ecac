"""What a link that reconnects does with bleak: one scan or one connection at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Final, assert_never

from device.adapter import adapter
from device.approach import CLOSE_S, CONNECT_S, Approach
from device.backend import Backend
from device.ble_link import BleLink
from device.errors import BluetoothOff, ScanFailed
from device.scan import MOST_TOOLS, FoundTool, HeldTool, Listening, held_tools, tools_only
from device.states import Action, Admit, Connect, Disconnect, Event, Failed, Heard, Scan, StopScan, Trouble, WentOff
from device.states import ScanFailed as ScanDidNotBegin
from device.visit import Visit
from protocol import uuids
from protocol.link import Payload
from protocol.sentence import Sentence

HURRIED_S: Final = 8.0
"""For the first try to connect. A stack that hangs does so for 30 s in silence; one that is only slow gets
`CONNECT_S` from the second try on."""

OUT_OF_SIGHT: Final = Sentence("so many tools are in range that this one was lost sight of: it is searched anew")
LEAVE_S: Final = 2 * CLOSE_S
"""Until a connection that is being ended is left behind: as long as that may take, and for what it waits for."""


class Radio:
    """Does what the course says and tells what happens; each connection has a new client and a freshly heard device."""

    def __init__(
        self, backend: Backend, deliver: Callable[[Payload], None], tell: Callable[[Event], None], *, simulated: bool
    ) -> None:
        self.found: dict[str, FoundTool | HeldTool] = {}
        """Whom the latest scan heard, by address."""
        self.visit: Visit | None = None
        """The latest connection."""
        self._simulated = simulated
        self._backend = backend
        self._deliver = deliver
        self._tell = tell
        self._listening: Listening | None = None
        self._untold: set[str] = set()

    async def do(self, action: Action, echoes: Iterator[int]) -> Event | None:
        """Do it, in bounded time; return what came of it where that is known at once."""
        match action:
            case Scan():
                return await self._scan()
            case StopScan():
                await self._stop_scan()
            case Connect():
                return self._connect(action, echoes)
            case Admit() | Disconnect():
                self._tell_visit(action)
            case _ as never:
                assert_never(never)
        return None

    def told(self, heard: Heard) -> None:
        """This was taken notice of; until then the same device is not told again."""
        self._untold.discard(heard.address)

    async def silence(self) -> None:
        """End the scan and the connection, in bounded time."""
        if self.visit is not None:
            self.visit.leave()
        await self._stop_scan()
        if self.visit is not None:
            await self.visit.over(LEAVE_S)

    async def _scan(self) -> Event | None:
        self._listening = Listening(tools_only(self._hear), self._backend, uuids.SERVICE)
        try:
            await self._listening.start()
        except BluetoothOff as error:
            return WentOff(error.reason)
        except ScanFailed as error:
            return ScanDidNotBegin(str(error))
        for tool in await held_tools(self._backend):
            if not adapter().holds(tool.device.address):
                self._hear(tool)
        return None

    def _tell_visit(self, action: Admit | Disconnect) -> None:
        if self.visit is not None:
            self.visit.admit() if isinstance(action, Admit) else self.visit.leave()

    async def _stop_scan(self) -> None:
        listening, self._listening = self._listening, None
        if listening is not None:
            with contextlib.suppress(BluetoothOff, ScanFailed):  # then the next scan says so
                await listening.stop()

    def _hear(self, tool: FoundTool | HeldTool) -> None:
        address, serial = tool.device.address, tool.serial
        known = self.found.pop(address, None)
        if isinstance(tool, HeldTool) and isinstance(known, FoundTool):
            tool = known._replace(device=tool.device)
        self.found[address] = tool
        if len(self.found) > MOST_TOOLS:
            del self.found[next(iter(self.found))]
        if address not in self._untold and len(self._untold) < MOST_TOOLS:
            self._untold.add(address)
            self._tell(Heard(serial, address))  # of who is held the stack may be wrong: an advert shall come first

    def _connect(self, action: Connect, echoes: Iterator[int]) -> Event | None:
        tool = self.found.get(action.address)
        if tool is None:
            return Failed(Trouble.OTHER, OUT_OF_SIGHT)
        approach = Approach(echoes, HURRIED_S if action.hurried else CONNECT_S, action.uncached)
        link = BleLink(tool, backend=self._backend, simulated=self._simulated, approach=approach)
        self.visit = Visit(link, self._deliver, self._tell)
        return None
