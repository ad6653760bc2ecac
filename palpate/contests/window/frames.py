"""One frame after the other: ours with all that it shows, and a bare curve of the same points and the same size."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import application
from gui.chart import WINDOW_S, graph
from gui.speaker import Speaker
from gui.theme import DARK
from gui.trace import Floats, Trace, decimate
from gui.window import LiveWindow
from palpate.contests.window.stream import KPA_PER_N, Pressed

FRAME_HZ: Final = 60
WARM_FRAMES: Final = 20
"""The first ones fill caches of fonts."""


class Ours:
    """The live window."""

    def __init__(self, rate_hz: int) -> None:
        self._app, self.source, self._rate_hz = application(), Pressed(rate_hz), rate_hz
        self.window = LiveWindow(self.source, Speaker(time.monotonic, null=True))
        self.source.send(round(rate_hz * WINDOW_S))
        _show(self._app, self.window)
        self._frames = 0
        self.window.bridge.poll()

    @property
    def curve_size(self) -> QSize:
        """Of the chart within the window."""
        return self.window.live.chart.size()

    def prepare(self) -> None:
        """Let come what comes in the time of one frame."""
        self._frames += 1
        due = self._frames * self._rate_hz // FRAME_HZ - (self._frames - 1) * self._rate_hz // FRAME_HZ
        self.source.send(max(due, 1))

    def draw(self) -> None:
        """Take it, lay it out and paint what changed."""
        self.window.bridge.poll()
        _paint(self._app)

    def close(self) -> None:
        """Take it off the screen."""
        _end(self._app, self.window)


class Bare:
    """A `PlotCurveItem` with our pen in a plot with fixed ranges, and nothing else in the window."""

    def __init__(self, rate_hz: int, size: QSize) -> None:
        self._app, self._source, self._rate_hz = application(), Pressed(rate_hz), rate_hz
        self._trace, self._frames = Trace(round(rate_hz * WINDOW_S)), 0
        self._trace.feed(self._source.send(round(rate_hz * WINDOW_S)))
        self._canvas: Any = graph.PlotWidget()
        self._curve: Any = graph.PlotCurveItem(antialias=False, pen=graph.mkPen(DARK.plain, width=2))
        self._curve.setSegmentedLineMode("on")
        plot = self._canvas.getPlotItem()
        plot.disableAutoRange()
        plot.setXRange(-WINDOW_S, 0, padding=0)
        plot.setYRange(0, 500, padding=0)
        plot.addItem(self._curve, ignoreBounds=True)
        self._canvas.resize(size)
        _show(self._app, self._canvas)
        self._points: tuple[Floats, Floats] = self._next()

    def prepare(self) -> None:
        """Work out the points: only drawing them is measured."""
        self._frames += 1
        self._points = self._next()

    def draw(self) -> None:
        """Hand them over and paint."""
        self._curve.setData(*self._points, connect="finite")
        _paint(self._app)

    def close(self) -> None:
        """Take it off the screen."""
        _end(self._app, self._canvas)

    def _next(self) -> tuple[Floats, Floats]:
        self._trace.feed(self._source.send(max(self._rate_hz // FRAME_HZ, 1)))
        columns = int(self._canvas.getPlotItem().vb.width())
        slots, force_n = decimate(self._trace.force_n, self._trace.newest, columns)
        return slots / self._rate_hz, force_n * KPA_PER_N


def frames_s(side: Ours | Bare, count: int) -> list[float]:
    """Processor time of each frame, sorted."""
    for _ in range(WARM_FRAMES):
        _timed(side)
    return sorted(_timed(side) for _ in range(count))


def _timed(side: Ours | Bare) -> float:
    side.prepare()
    return _seconds(side.draw)


def _seconds(work: Callable[[], None]) -> float:
    start_s = time.process_time()
    work()
    return time.process_time() - start_s


def _show(app: QApplication, widget: QWidget) -> None:
    widget.show()
    _paint(app)


def _paint(app: QApplication) -> None:
    app.sendPostedEvents()
    app.processEvents()


def _end(app: QApplication, widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget)
    app.processEvents()
