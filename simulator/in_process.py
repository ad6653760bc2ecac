"""The simulated tool as a link without any radio: the model's bytes, straight."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Final

from protocol.control import RESEND_DONE, Command, Number, Reply, Request, Result
from protocol.errors import LinkLost
from protocol.link import Channel, Payload
from simulator.tool import Tool
from simulator.virtual_time import ROUNDING_S

MTU: Final = 247
"""What a tool agrees to over the air, so that both give the same frames."""
ANSWER_S: Final = 1.5
"""A tool answers within 1 s."""
LONGEST_SLEEP_S: Final = 1.0
"""Without a stream nothing is due; the end of the scenario is seen this late at most."""


class InProcessLink:
    """A live link to a tool model in the running loop's time, for one connection; ends when the scenario does.

    `on_since_s` is the loop's time when the tool was switched on, for any connection but the first; now, if not given.
    Raises `LinkLost` where the tool cannot be reached. Commands of the Setup characteristic find their way there.
    """

    simulated = True
    pairs = False

    def __init__(self, tool: Tool, on_since_s: float | None = None) -> None:
        self._tool = tool
        self._loop = asyncio.get_running_loop()
        self._start_s = self._loop.time() if on_since_s is None else on_since_s
        now_s = self._now_s()
        if now_s < tool.away_until_s:
            raise LinkLost("the simulated tool cannot be reached: try again later")
        self._payloads: deque[Payload] = deque()
        self._news = asyncio.Event()
        self._wake = asyncio.Event()
        self._answers: dict[int, asyncio.Future[Reply]] = {}
        self._one_at_a_time = asyncio.Lock()
        self._echo = 0
        self._closed = self._lost = False
        tool.hear_begun(lambda marker: self._put(Channel.TRUTH, marker.model_dump_json().encode()))
        tool.connect(now_s, MTU)
        self._put(Channel.LAYOUT, tool.layout)
        self._put(Channel.STATUS, tool.status(now_s))
        self._put(Channel.BATTERY, bytes((tool.battery_percent(now_s),)))
        self._pump = asyncio.create_task(self._run())

    async def payloads(self) -> AsyncIterator[Payload]:
        """Yield what the tool sends; raises `LinkLost` when it hangs up."""
        while True:
            while self._payloads:
                yield self._payloads.popleft()
            if self._closed or self._pump.done():
                break
            self._news.clear()
            await self._news.wait()
        if self._lost and not self._closed:
            raise LinkLost("the simulated tool dropped the connection")

    async def command(self, command: Command, *parameters: Number) -> Reply:
        """Ask the model; see `protocol.link.LiveLink`."""
        async with self._one_at_a_time:
            if self._pump.done():
                raise LinkLost("the simulated tool is gone")
            self._echo = self._echo % 255 + 1
            request = Request.of(command, self._echo, *parameters)
            answer: asyncio.Future[Reply] = self._loop.create_future()
            self._answers[request.echo] = answer
            self._put(Channel.CONTROL_SENT, bytes(request))
            self._write(bytes(request))
            try:
                async with asyncio.timeout(ANSWER_S):
                    return await answer
            finally:
                self._answers.pop(request.echo, None)

    async def setup(self, command: Command, *parameters: Number) -> Reply:
        """Ask for a command of Setup; see `protocol.link.SetupLink`. Nobody has to pair in one process."""
        reply = await self.command(command, *parameters)
        if command is Command.COMMIT and reply.result == Result.OK:
            self._put(Channel.LAYOUT, self._tool.layout)
            self._put(Channel.STATUS, self._tool.status(self._now_s()))
        return reply

    async def close(self) -> None:
        """Hang up."""
        if not self._closed:
            self._closed = True
            self._pump.cancel()
            if not self._lost:
                self._tool.disconnect(self._now_s())
            self._news.set()

    def _now_s(self) -> float:
        return self._loop.time() - self._start_s

    def _put(self, channel: Channel, data: bytes) -> None:
        self._payloads.append(Payload(channel, self._loop.time(), data))
        self._news.set()

    async def _run(self) -> None:
        self._deliver()
        while not self._tool.hung_up and (not self._tool.over or self._tool.resending):
            self._wake.clear()
            now_s = self._now_s()
            try:
                async with asyncio.timeout(_pause_s(self._tool.next_due_s(now_s) - now_s)):
                    await self._wake.wait()
            except TimeoutError:
                pass
            self._deliver()
        if self._tool.hung_up:
            self._lose()
        self._news.set()

    def _lose(self) -> None:
        self._lost = True
        self._tool.disconnect(self._now_s())
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(
                    LinkLost("the simulated tool dropped the connection and left a command unanswered")
                )

    def _write(self, request: bytes) -> None:
        if request[0] < Command.SET_COEFFICIENT:
            self._tool.write_control(self._now_s(), request)
            self._wake.set()
        else:
            for reply in self._tool.write_setup(self._now_s(), request):
                self._hear(Channel.CONTROL_REPLY, reply)

    def _deliver(self) -> None:
        for note in self._tool.advance(self._now_s()):
            self._hear(note.channel, note.data)

    def _hear(self, channel: Channel, data: bytes) -> None:
        self._put(channel, data)
        if channel is Channel.CONTROL_REPLY and data[0] != RESEND_DONE:
            self._resolve(Reply.from_bytes(data))

    def _resolve(self, reply: Reply) -> None:
        answer = self._answers.get(reply.echo)
        if answer and not answer.done():
            answer.set_result(reply)


def _pause_s(left_s: float) -> float:
    """How long to sleep until something is due: where the tool was switched on late, its seconds are rounded."""
    return 0.0 if left_s <= 0 else min(max(left_s, ROUNDING_S), LONGEST_SLEEP_S)
