"""STOP in every state, while anything hangs: pictures are counted, not milliseconds."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from device.loop_thread import LoopThread
from gui.bridge import FREED, Frame
from gui.speaker import Speaker
from gui.tones import Sound
from gui.window import LiveWindow
from protocol.link import Payload
from session.cue import Action, Ask, Question, Why
from session.inputs import Input, Stop, StopReason
from session.mark_button import HELD_S
from session.record import Recorder
from session.runner import Runner
from session.treatment import treat
from session.view import LinkState, View
from session.whom import Whom
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from simulator.virtual_time import loop_at
from tests.gui.stage import DISK_FULL, Held, cue, view
from tests.session.kept_rooms import header
from tests.session.rooms import LIGHT, scenario

WHOM: Final = Whom("P-7", "Upper trapezius", "left", "120 N", ("a test",), ())

VIEWS: Final[dict[str, View]] = {
    "before the first reading": view(Action.WAIT, last_valid_s=None, contact=False, force_n=None),
    "zero": view(Action.WAIT, Why.ZERO_NEEDED, contact=False),
    "place": view(Action.WAIT, Why.PLACE, contact=False, whom=WHOM),
    "ready": view(Action.PRESS, contact=False, force_n=0.0),
    "more": view(Action.MORE, force_n=20.0),
    "in band": view(Action.HOLD),
    "asking": view(Action.HOLD, cue=cue(Action.HOLD, ask=Ask(Question.PAIN, 1))),
    "the last seconds": view(Action.HOLD, cue=cue(Action.HOLD, soon=True, ends_in_s=2.0)),
    "less": view(Action.LESS, force_n=48.0),
    "pause": view(Action.MORE, Why.CONTACT_LOST, contact=False),
    "let go": view(Action.LET_GO, Why.TIME_IN_BAND),
    "let go, over the limit": view(Action.LET_GO, Why.OVER_CAP, force_n=60.0),
    "rest": view(Action.REST, contact=False),
    "interrupted": view(Action.REST, Why.INTERRUPTED, contact=False),
    "no data": view(Action.HOLD, last_valid_s=9.0),
    "link lost": view(Action.LET_GO, Why.DATA_SILENT, link=LinkState.LOST, link_text="gone", last_valid_s=2.0),
    "not recorded": view(Action.HOLD, recording=DISK_FULL),
    "internal fault": view(Action.LET_GO, Why.INTERNAL_FAULT),
    "done, still pressing": view(Action.LET_GO, Why.OVER),
}
"""All that a session may show before its end; what it shows after a STOP has a test of its own."""


class Source(Held):
    """A session that can be gone."""

    gone = False

    def hear(self, value: Input) -> None:
        if self.gone:
            raise RuntimeError("the treatment is over")
        super().hear(value)


Way = Callable[[LiveWindow, Source, QWidget], None]
"""Gets the widget that has the focus."""


def send(widget: QWidget, key: Qt.Key, *, up: bool = False) -> None:
    """One key to the widget that Qt would give it to."""
    kind = QEvent.Type.KeyRelease if up else QEvent.Type.KeyPress
    QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def by_key(key: Qt.Key) -> Way:
    return lambda _window, _source, focused: send(focused, key)


def by_button(window: LiveWindow, _: Source, __: QWidget) -> None:
    page = window.across if window.across.isVisibleTo(window) else window.live
    page.stop.click()


def by_pedal(window: LiveWindow, source: Source, focused: QWidget) -> None:
    """Down for a second; the picture in which the second is over is the one that counts."""
    send(focused, Qt.Key.Key_F9)
    source.now_s += HELD_S
    window.bridge.poll()


KEYS: Final = (
    Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12, Qt.Key.Key_PageDown, Qt.Key.Key_F5,
)  # fmt: skip
WAYS: Final[dict[str, Way]] = {
    **{key.name: by_key(key) for key in KEYS},
    "button": by_button,
    "pedal": by_pedal,
}
PANELS: Final[dict[str, Callable[[LiveWindow], None]]] = {
    "figures": lambda _: None,
    "sounds": lambda window: window.live.sounds.toggle(),
    "view": lambda window: window.live.view.toggle(),
    "tool": lambda window: window.live.tool.toggle(),
    "across the room": lambda window: window.go_across(across=True),
}


@pytest.fixture(scope="module")
def stage(qapp: object) -> Iterator[tuple[LiveWindow, Source]]:
    """One window for all cases of the tables; each case begins with what it needs and without a STOP."""
    source = Source(VIEWS["in band"])
    window = LiveWindow(source, Speaker(lambda: 0.0, null=True), clock_s=source.clock_s)
    window.keys.arm()
    window.hands.keys.arm()
    yield window, source
    window.keys.disarm()
    window.hands.keys.disarm()
    window.deleteLater()


def begin(stage: tuple[LiveWindow, Source], shown: View) -> list[Frame]:
    """Show this without a STOP; the frames from then on."""
    window, source = stage
    source.gone = False
    send(window, Qt.Key.Key_F9, up=True)
    window.bridge.go_on(StopReason.OTHER)
    source.shown, source.now_s, source.asked = shown, 10.0, []
    window.go_across(across=False)
    for panel in (window.live.sounds, window.live.view, window.live.tool):
        panel.wanted = False
    window.bridge.poll()
    frames: list[Frame] = []
    window.bridge.frame.connect(frames.append)
    return frames


def stopped_at_once(
    stage: tuple[LiveWindow, Source], frames: list[Frame], way: Way, focused: QWidget | None = None
) -> None:
    """The first picture after the press shows STOP, sounds STOP, and so do all that follow while nothing answers."""
    window, source = stage
    try:
        before = len(frames)
        way(window, source, focused or window)
        assert frames[before].stopped, "the first picture"
        for _ in range(3):
            assert window.live.cue.face.word == "STOP"
            assert window.ears.voice.sound in (Sound.STOP, Sound.STOPPED)
            source.now_s += 1.0
            window.bridge.poll()
        assert all(frame.stopped for frame in frames[before:])
        if not source.gone:
            assert source.asked == [Stop()]
    finally:
        window.bridge.frame.disconnect(frames.append)


@pytest.mark.parametrize("gone", [False, True], ids=["stuck session", "session gone"])
@pytest.mark.parametrize("name", VIEWS)
def test_stop_latches_in_the_picture_in_which_it_is_pressed_whatever_is_shown_and_whoever_hangs(
    stage: tuple[LiveWindow, Source], name: str, gone: bool
) -> None:
    """The session never shows the STOP: it hangs, or nobody is left to take it."""
    for way in WAYS.values():
        frames = begin(stage, VIEWS[name])
        stage[1].gone = gone
        stopped_at_once(stage, frames, way)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("way", WAYS)
def test_whatever_is_open_stop_takes_its_place(stage: tuple[LiveWindow, Source], panel: str, way: str) -> None:
    frames = begin(stage, VIEWS["ready"])
    PANELS[panel](stage[0])
    stage[0].bridge.poll()
    stopped_at_once(stage, frames, WAYS[way])
    assert stage[0].live.go_on.isVisibleTo(stage[0].live)


@pytest.mark.parametrize("modal", [QDialog, QMessageBox])
@pytest.mark.parametrize("way", [way for way in WAYS if way != "button"])
def test_a_dialog_that_hangs_keeps_no_stop_to_itself(
    stage: tuple[LiveWindow, Source], qtbot: QtBot, modal: type[QDialog], way: str
) -> None:
    """It is modal, it has the focus, and nobody closes it: the key goes to its field."""
    frames = begin(stage, VIEWS["in band"])
    dialog = modal(stage[0])
    qtbot.addWidget(dialog)
    field = QLineEdit(dialog)
    dialog.setModal(True)
    dialog.show()
    field.setFocus()
    stopped_at_once(stage, frames, WAYS[way], field)
    assert dialog.isVisible()
    assert field.text() == ""


def test_a_stop_in_a_stop_stays_one(stage: tuple[LiveWindow, Source]) -> None:
    for reason in (None, *StopReason):
        shown = view(Action.STOP, Why.PATIENT_STOP, cue=cue(Action.STOP, Why.PATIENT_STOP, offered=reason))
        stopped_at_once(stage, begin(stage, shown), WAYS["Key_Space"])


# what leads out of it


def answered(times: int) -> View:
    return view(Action.REST, contact=False, cue=cue(Action.REST, answered=times))


def test_a_reason_that_the_session_was_told_by_other_means_opens_the_latch(stage: tuple[LiveWindow, Source]) -> None:
    window, source = stage
    begin(stage, VIEWS["in band"])
    window.bridge.stop()
    source.shown = view(Action.STOP, Why.THERAPIST_STOP)
    window.bridge.poll()
    source.shown = answered(1)
    words = []
    for _ in range(FREED + 1):
        window.bridge.poll()
        words.append(window.live.cue.face.word)
    assert words == ["STOP"] * (FREED - 1) + ["rest"] * 2


def test_a_reason_that_was_told_before_the_stop_opens_nothing(stage: tuple[LiveWindow, Source]) -> None:
    window, source = stage
    begin(stage, answered(4))
    window.bridge.stop()
    for _ in range(10):
        window.bridge.poll()
    assert window.live.cue.face.word == "STOP"
    source.shown = view(Action.STOP, Why.THERAPIST_STOP, cue=cue(Action.STOP, Why.THERAPIST_STOP, answered=4))
    window.bridge.poll()
    source.shown = answered(4)
    for _ in range(10):
        window.bridge.poll()
    assert window.live.cue.face.word == "STOP"


def test_a_stop_that_is_pressed_while_the_reason_is_on_its_way_stands(stage: tuple[LiveWindow, Source]) -> None:
    """The session shows the answer for a moment, then the new STOP."""
    window, source = stage
    begin(stage, view(Action.STOP, Why.THERAPIST_STOP))
    window.bridge.stop()
    source.shown = answered(1)
    window.bridge.poll()
    source.shown = view(Action.STOP, Why.THERAPIST_STOP, cue=cue(Action.STOP, Why.THERAPIST_STOP, answered=1))
    window.bridge.poll()
    source.shown = answered(1)
    for _ in range(FREED + 2):
        window.bridge.poll()
        assert window.live.cue.face.word == "STOP"


# what really hangs


class Hang:
    """Something that goes on only when the test lets it."""

    def __init__(self) -> None:
        self.begun, self.over = threading.Event(), threading.Event()

    def __call__(self) -> None:
        self.begun.set()
        assert self.over.wait(30)


class StuckDisk(Recorder):
    """The thread that writes hangs."""

    hang: Hang

    def _write(self, *args: Any) -> None:
        self.hang()
        super()._write(*args)


class StuckLink(InProcessLink):
    """After 40 payloads nothing comes, and nobody says why; or the loop itself hangs there."""

    hang: Hang
    blocks_the_loop = False

    async def payloads(self) -> AsyncIterator[Payload]:
        async for number, payload in _numbered(super().payloads()):
            if number == 40:
                self.hang.begun.set()
                if self.blocks_the_loop:
                    self.hang()
                await asyncio.to_thread(self.hang)
            yield payload


async def _numbered(payloads: AsyncIterator[Payload]) -> AsyncIterator[tuple[int, Payload]]:
    counter = itertools.count()
    async for payload in payloads:
        yield next(counter), payload


class Session:
    """A real session in its thread, ten times as fast as in life, of which one part hangs."""

    def __init__(self, what: str, hang: Hang, path: Path) -> None:
        StuckDisk.hang = hang
        self._recorder = (StuckDisk if what == "disk" else Recorder)(path, header())
        self._thread = LoopThread(lambda: loop_at(10.0))
        self._thread.start()
        link, self.runner = self._thread.submit(self._made(what, hang)).result(30)
        self._running = self._thread.submit(treat(link, self.runner))

    async def _made(self, what: str, hang: Hang) -> tuple[InProcessLink, Runner]:
        link = (InProcessLink if what == "disk" else StuckLink)(Tool(scenario(for_s=60), 1))
        if isinstance(link, StuckLink):
            link.hang, link.blocks_the_loop = hang, what == "loop"
        return link, Runner(link, LIGHT, self._recorder)

    def close(self) -> None:
        self._running.cancel()
        self._thread.stop()
        self._recorder.close()


@pytest.mark.parametrize("what", ["disk", "link", "loop"])
def test_while_the_disk_the_link_or_the_loop_hangs_the_first_picture_shows_stop(
    what: str, qtbot: QtBot, tmp_path: Path
) -> None:
    """While the disk or the link hangs, the session takes the STOP too."""
    hang, frames = Hang(), list[Frame]()
    session = Session(what, hang, tmp_path / "one.mcap")
    window = LiveWindow(session.runner, Speaker(lambda: 0.0, null=True), clock_s=lambda: 0.0)
    qtbot.addWidget(window)
    window.keys.arm()
    try:
        assert hang.begun.wait(30)
        window.bridge.frame.connect(frames.append)
        send(window, Qt.Key.Key_Space)
        assert [frame.stopped for frame in frames] == [True]
        assert window.live.cue.face.word == "STOP"
        if what != "loop":
            qtbot.waitUntil(lambda: session.runner.view().cue.action is Action.STOP, timeout=30_000)
            assert not hang.over.is_set()
    finally:
        hang.over.set()
        window.close()
        session.close()
