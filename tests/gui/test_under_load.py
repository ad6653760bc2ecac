"""A window that is blocked costs no packet, and a tool that sends without end costs no memory."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncIterator
from concurrent.futures import Future
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analysis.live import Live
from device.inbox import Closed, Inbox
from device.loop_thread import LoopThread
from gui.bridge import Bridge, Frame
from gui.speaker import Speaker
from gui.window import LiveWindow
from protocol.blocks import SampleBlock
from protocol.control import Command, Number, Reply
from protocol.events import Button, EventType, ToolEvent
from protocol.link import Channel, Payload
from session.cue import Cue
from session.playback import read_record
from session.record import Recorder, RecordFile, _Item
from session.runner import Runner
from session.treatment import treat
from session.view import View
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from simulator.virtual_time import VirtualLoop, loop_at
from tests.session.rooms import LIGHT, scenario
from tests.session.tracks import HEADER

HEADED: Final = HEADER.model_copy(update={"started_loop_s": 0.0})
BLOCKED_FROM: Final = 100
"""Frames before the window is blocked."""
BLOCKED_FOR: Final = 50
"""Frames that arrive meanwhile: 2 s at 25 frames a second."""


class Blocker(QObject):
    """Blocks the thread of the window from one frame of the tool to another."""

    freeze = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.blocked, self.released = threading.Event(), threading.Event()
        self.was_released = False
        self.freeze.connect(self._block, Qt.ConnectionType.QueuedConnection)

    def frame(self, number: int) -> None:
        """In the runner's thread: frame `number` of the tool is about to be read."""
        if number == BLOCKED_FROM:
            self.freeze.emit()
            assert self.blocked.wait(30), "the window never came to its events"
        if number == BLOCKED_FROM + BLOCKED_FOR:
            self.released.set()

    def _block(self) -> None:
        self.blocked.set()
        self.was_released = self.released.wait(30)


class Watched(InProcessLink):
    """A link that tells the blocker of each frame."""

    blocker: Blocker
    frames = 0

    async def payloads(self) -> AsyncIterator[Payload]:
        async for payload in super().payloads():
            if payload.channel is Channel.SAMPLES:
                self.frames += 1
                self.blocker.frame(self.frames)
            yield payload


class Session:
    """A tool that nobody presses, read in a thread of its own ten times as fast as in life, and recorded."""

    def __init__(self, path: Path, blocker: Blocker) -> None:
        self.recorder = Recorder(path, HEADED)
        self.thread = LoopThread(lambda: loop_at(10.0))
        self.thread.start()
        self.link, self.runner = self.thread.submit(self._made(blocker)).result(30)
        self.seen: list[int] = []
        """Indices of the readings that the window got."""

    def run(self) -> Future[View]:
        return self.thread.submit(treat(self.link, self.runner))

    def draw(self, frame: Frame) -> None:
        self.seen.extend(index for block in frame.samples for index in block.index.tolist())

    def close(self) -> None:
        self.thread.stop()
        self.recorder.close()

    async def _made(self, blocker: Blocker) -> tuple[Watched, Runner]:
        link = Watched(Tool(scenario(for_s=12), 1))
        link.blocker = blocker
        return link, Runner(link, LIGHT, self.recorder)


def test_a_window_that_is_blocked_for_two_seconds_loses_no_packet(qtbot: QtBot, tmp_path: Path) -> None:
    blocker = Blocker()
    session = Session(tmp_path / "one.mcap", blocker)
    try:
        window = LiveWindow(session.runner, Speaker(lambda: 0.0, null=True), close_after_s=None, clock_s=lambda: 0.0)
        qtbot.addWidget(window)
        window.bridge.frame.connect(session.draw)
        window.start()
        window.show()
        running = session.run()
        qtbot.waitUntil(running.done, timeout=60_000)
        window.bridge.poll()
        window.close()
    finally:
        session.close()
    assert blocker.was_released
    assert running.result().lost_samples == 0
    assert session.link.frames > BLOCKED_FROM + 2 * BLOCKED_FOR
    kept = [payload for payload in read_record(tmp_path / "one.mcap").payloads if payload.channel is Channel.SAMPLES]
    assert len(kept) == session.link.frames
    assert session.seen == list(range(running.result().samples))


class Flood:
    """A link whose tool sends 1,000 notifications a second, most of them nonsense, into a real inbox."""

    simulated = True

    def __init__(self, tool: Tool) -> None:
        self.inbox = Inbox()
        self.sent = 0
        self._link = InProcessLink(tool)
        self._pump = asyncio.create_task(self._flood())

    def payloads(self) -> AsyncIterator[Payload]:
        return self.inbox.payloads()

    async def command(self, command: Command, *parameters: Number) -> Reply:
        return await self._link.command(command, *parameters)

    async def close(self) -> None:
        await self._link.close()
        self._pump.cancel()
        self.inbox.finish(Closed())

    async def _flood(self) -> None:
        async for payload in self._link.payloads():
            self._put(payload)
            if payload.channel is Channel.SAMPLES:
                for number in range(39):  # with the frame itself, 25 times a second
                    self._put(self._nonsense(number, payload))
        self.inbox.finish(Closed())

    def _put(self, payload: Payload) -> None:
        self.sent += 1
        self.inbox.put(payload)

    def _nonsense(self, number: int, frame: Payload) -> Payload:
        match number % 6:
            case 0:
                return frame
            case 1:
                return frame._replace(data=frame.data[: number % len(frame.data)])
            case 2:
                return frame._replace(data=bytes((200,)) + frame.data)
            case 3:
                pressed = ToolEvent(EventType.BUTTON, self.sent % 65536, 1, 3, self.sent, (Button.PATIENT, 1))
                return frame._replace(channel=Channel.EVENTS, data=bytes(pressed))
            case 4:
                return frame._replace(channel=Channel.EVENTS, data=bytes((250,)) + self.sent.to_bytes(18, "little"))
            case _:
                return frame._replace(channel=Channel.CONTROL_REPLY, data=bytes((0x83, number, 0, 1)))


class Drained(Recorder):
    """A recorder that can be waited for."""

    def __init__(self, path: Path) -> None:
        self._taken = self._written = 0
        self._news = threading.Condition()
        super().__init__(path, HEADED)

    def append(self, payload: Payload) -> None:
        self._taken += 1
        super().append(payload)

    def derive(self, block: SampleBlock, arrival_s: float) -> None:
        self._taken += 1
        super().derive(block, arrival_s)

    def drain(self) -> None:
        with self._news:
            assert self._news.wait_for(lambda: self._written == self._taken, 60), "the record is not written any more"

    def _write(self, file: RecordFile, item: _Item) -> None:
        super()._write(file, item)
        with self._news:
            self._written += 1
            self._news.notify()


MEASURED_S: Final = (11.0, 22.0)
"""After the windows of ten seconds are full, and twice as late."""


async def flooded(recorder: Drained, sizes: list[int]) -> tuple[Flood, View]:
    """A session with such a tool; how many objects are alive at each time."""
    link = Flood(Tool(scenario(for_s=24), 1))
    runner = Runner(link, LIGHT, recorder)
    bridge, due_s = Bridge(runner), list(MEASURED_S)

    def on_cue(cue: Cue, live: Live) -> None:
        if due_s and runner.clock_s() >= due_s[0]:
            due_s.pop(0)
            bridge.poll()
            recorder.drain()
            gc.collect()
            sizes.append(len(gc.get_objects()))

    runner.on_cue = on_cue
    return link, await treat(link, runner)


def test_a_tool_that_floods_the_link_costs_no_memory(qapp: QApplication, tmp_path: Path) -> None:
    sizes: list[int] = []
    recorder = Drained(tmp_path / "one.mcap")
    try:
        with asyncio.Runner(loop_factory=VirtualLoop) as loop:
            link, view = loop.run(flooded(recorder, sizes))
    finally:
        recorder.close()
    assert link.sent > 1000 * 22
    assert link.inbox.dropped == 0
    assert view.malformed > 4_000
    assert view.lost_samples == 0
    first, second = sizes
    assert second - first < 2_000  # of 11,000 payloads that came between
