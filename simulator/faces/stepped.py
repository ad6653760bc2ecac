"""A tool whose time only passes when somebody says so: for standard input and output."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

from protocol.control import Command
from protocol.errors import FrameError
from protocol.link import Channel
from simulator.faces.answers import Answer
from simulator.faces.fresh import UnknownScenario, fresh_tool
from simulator.faces.hand import Hand
from simulator.faces.requests import (
    Advance,
    Connect,
    Disconnect,
    HandRequest,
    PowerOn,
    Read,
    Request,
    RequestRefused,
    Write,
)
from simulator.tool import Tool
from simulator.virtual_time import ROUNDING_S


class SteppedTool:
    """One tool and one client, in time that `advance` moves; what the tool says goes to `say`, a value each."""

    def __init__(self, tool: Tool, say: Callable[[Answer], None]) -> None:
        self._say = say
        self._take(tool)

    def _take(self, tool: Tool) -> None:
        self._tool = tool
        self._hand = Hand(tool)
        self._now_s = 0.0
        self._connected = False

    def obey(self, request: Request) -> Answer:
        """Do what is asked; raises `RequestRefused`."""
        match request:
            case Connect():
                return self._connect(request.mtu)
            case Disconnect():
                return self._disconnect()
            case Write():
                return self._write(bytes.fromhex(request.hex))
            case Read():
                return {"t_s": self._t_s, "hex": self._read(request).hex()}
            case Advance():
                return self._advance(self._now_s + request.s)
            case PowerOn():
                return self._power_on(request)
            case _:
                return self._by_hand(request)

    def _power_on(self, request: PowerOn) -> Answer:
        try:
            self._take(fresh_tool(request.scenario, request.seed, request.serial))
        except UnknownScenario as error:
            raise RequestRefused(str(error)) from error
        return {"t_s": 0.0, "serial": self._tool.serial}

    def _by_hand(self, request: HandRequest) -> Answer:
        return self._hand.obey(request, self._now_s)

    def _connect(self, mtu: int) -> Answer:
        if self._connected:
            raise RequestRefused("there is a connection already: disconnect first")
        if self._now_s < self._tool.away_until_s:
            raise RequestRefused(f"the tool cannot be reached {self._until()}: try again later")
        self._connected = True
        self._tool.connect(self._now_s, mtu)
        for channel, data in (
            (Channel.LAYOUT, self._tool.layout),
            (Channel.STATUS, self._tool.status(self._now_s)),
            (Channel.BATTERY, bytes((self._tool.battery_percent(self._now_s),))),
        ):
            self._hear(channel, data)
        return {"t_s": self._t_s, "serial": self._tool.serial}

    def _until(self) -> str:
        away_s = self._tool.away_until_s
        return "any more: it is switched off" if math.isinf(away_s) else f"before {away_s:g} s"

    def _disconnect(self) -> Answer:
        self._need_connection()
        self._end()
        return {"t_s": self._t_s}

    def _end(self) -> None:
        self._connected = False
        self._tool.disconnect(self._now_s)

    def _write(self, data: bytes) -> Answer:
        self._need_connection()
        try:
            if data[0] < Command.SET_COEFFICIENT:
                self._tool.write_control(self._now_s, data)
            else:
                for reply in self._tool.write_setup(self._now_s, data):
                    self._hear(Channel.CONTROL_REPLY, reply)
        except FrameError as error:
            raise RequestRefused(f"the tool refuses the write: {error}") from error
        self._deliver()
        return {"t_s": self._t_s}

    def _read(self, request: Read) -> bytes:
        self._need_connection()
        match request.what:
            case "layout":
                return self._tool.layout
            case "status":
                return self._tool.status(self._now_s)
            case "battery":
                return bytes((self._tool.battery_percent(self._now_s),))
            case _ as never:
                assert_never(never)

    @property
    def _t_s(self) -> float:
        """The time as it is told, to the microsecond."""
        return round(self._now_s, 6)

    def _need_connection(self) -> None:
        if not self._connected:
            raise RequestRefused("there is no connection: connect first")

    def _advance(self, until_s: float) -> Answer:
        """Let the time pass, from one thing that is due to the next, so that each comes at its own time."""
        while self._now_s < until_s:
            due_s = self._tool.next_due_s(self._now_s) + ROUNDING_S
            release_s = math.inf if self._hand.release_s is None else self._hand.release_s
            self._now_s = min(until_s, release_s, max(due_s, self._now_s))
            if self._now_s >= release_s:
                self._hand.let_go()
            self._deliver()
        return {"t_s": self._t_s, "over": self._tool.over}

    def _deliver(self) -> None:
        for channel, data in self._tool.advance(self._now_s):
            if self._connected:
                self._hear(channel, data)
        if self._connected and self._tool.hung_up:
            self._end()
            self._say({"link": "lost", "t_s": self._t_s})

    def _hear(self, channel: Channel, data: bytes) -> None:
        self._say({"channel": channel.name, "t_s": self._t_s, "hex": data.hex()})
