"""A tool that lives by itself: requests of somebody beside it, while a Bluetooth client uses it."""

from __future__ import annotations

import asyncio

from simulator.faces.answers import Answer
from simulator.faces.hand import Hand
from simulator.faces.requests import Advance, Connect, Disconnect, PowerOn, Read, Request, RequestRefused, Write
from simulator.peripheral import Peripheral
from simulator.tool import Tool


class LiveTool:
    """One tool in the running loop's time."""

    def __init__(self, tool: Tool, peripheral: Peripheral) -> None:
        self._hand = Hand(tool)
        self._peripheral = peripheral
        self._letting_go: asyncio.TimerHandle | None = None

    def obey(self, request: Request) -> Answer:
        """Do what is asked; raises `RequestRefused`."""
        match request:
            case Advance():
                raise RequestRefused("this tool lives in real time: wait instead, or use --stdio")
            case PowerOn():
                raise RequestRefused("this tool stays as long as it is served: serve another one, or use --stdio")
            case Connect() | Disconnect() | Write() | Read():
                raise RequestRefused(
                    f"a Bluetooth client does that here: {request.do} over the transport, or use --stdio"
                )
            case _:
                answer = self._hand.obey(request, self._peripheral.now_s())
        self._peripheral.wake()
        self._let_go_in_time()
        return answer

    def _let_go_in_time(self) -> None:
        if self._letting_go is not None:
            self._letting_go.cancel()
            self._letting_go = None
        if self._hand.release_s is not None:
            wait_s = self._hand.release_s - self._peripheral.now_s()
            self._letting_go = asyncio.get_running_loop().call_later(wait_s, self._hand.let_go)
