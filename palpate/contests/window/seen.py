"""From a packet that comes to the picture that shows it, at sixty frames a second in real time."""

from __future__ import annotations

import threading
import time
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from gui.app import application
from gui.speaker import Speaker
from gui.window import LiveWindow
from palpate.contests.window.stream import Pressed
from protocol.blocks import SampleBlock

PACKET_HZ: Final = 50
"""As a tool over Bluetooth sends."""


class Seen(NamedTuple):
    """Of one run, by the wall's clock where nothing else is said."""

    median_s: float
    late_s: float
    """99 % were seen sooner."""
    core: float
    """Processor time of the whole process, whoever sends included, for each second."""
    missing: int
    """Packets that no picture showed."""


class _Sent(Pressed):
    """Notes when each packet came, and hands over the ones that a frame took."""

    def __init__(self, rate_hz: int) -> None:
        super().__init__(rate_hz)
        self._came_s: dict[int, float] = {}
        self.taken_s: list[float] = []
        self.sent = 0

    def packet(self, count: int) -> None:
        """Let one come now."""
        came_s = time.perf_counter()
        self._came_s[int(self.send(count).index[0])] = came_s
        self.sent += 1

    def take_samples(self) -> tuple[SampleBlock, ...]:
        """What came since the last call."""
        blocks = super().take_samples()
        for block in blocks:
            while int(block.index[0]) not in self._came_s:  # it is noted right after it was sent
                time.sleep(0)
            self.taken_s.append(self._came_s.pop(int(block.index[0])))
        return blocks


class _Painted(QObject):
    """Paints a window where Qt would, and notes when it is done."""

    def __init__(self, source: _Sent) -> None:
        super().__init__()
        self._source = source
        self.ages_s: list[float] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """An update paints all that is due and hands it to the screen before it returns."""
        if event.type() is not QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        now_s = time.perf_counter()
        self.ages_s += [now_s - came_s for came_s in self._source.taken_s]
        self._source.taken_s.clear()
        return True


def seen(rate_hz: int, for_s: float) -> Seen:
    """Show a stream for so long."""
    application()
    source = _Sent(rate_hz)
    painted = _Painted(source)
    window = LiveWindow(source, Speaker(time.monotonic, null=True))
    window.installEventFilter(painted)
    over = threading.Event()
    sender = threading.Thread(target=_send, args=(source, rate_hz // PACKET_HZ, over))
    loop = QEventLoop()
    window.show()
    window.start()
    sender.start()
    cpu_s, start_s = time.process_time(), time.perf_counter()
    QTimer.singleShot(round(for_s * 1000), loop.quit)
    loop.exec()
    cpu_s, wall_s = time.process_time() - cpu_s, time.perf_counter() - start_s
    over.set()
    sender.join()
    QTimer.singleShot(100, loop.quit)
    loop.exec()
    window.close()
    window.deleteLater()
    ages_s = sorted(painted.ages_s)
    missing = source.sent - len(ages_s)
    return Seen(ages_s[len(ages_s) // 2], ages_s[len(ages_s) * 99 // 100], cpu_s / wall_s, missing)


def _send(source: _Sent, count: int, over: threading.Event) -> None:
    due_s = time.perf_counter()
    while not over.is_set():
        source.packet(count)
        due_s += 1 / PACKET_HZ
        time.sleep(max(due_s - time.perf_counter(), 0.0))
