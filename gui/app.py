"""The program with a window: one application, one live window."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from platformdirs import user_config_path
from PySide6.QtCore import QSettings, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from gui.look import look
from gui.meter_window import MeterSource, MeterWindow
from gui.practice_window import Hand, PracticeWindow
from gui.sounding import sounding_of, text_of
from gui.source import Source
from gui.speaker import Speaker
from gui.tongue import Tongue, preferred, qt_words, speak
from gui.tool_finder import ToolFinder
from gui.window import LiveWindow
from protocol.language import Language
from session.choice import Search
from session.tool_desk import ToolDesk

if TYPE_CHECKING:  # a review measures records, and no other window needs that
    from clinic.review.reviewed import Reviewed
    from gui.review_window import ReviewWindow
    from gui.training.window import TrainingWindow
    from gui.visit.window import VisitWindow

WATCH_MS: Final = 250
"""How often a window asks whether its session has broken down."""
FLASH_S: Final = 0.5
"""A window that is gone sooner only startles."""
_INTERRUPTED: Final = 130
"""How Qt's loop ends after Ctrl-C; nothing else ends it so."""


def application() -> QApplication:
    """The one application of this process, in Fusion style."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["palpate"])
    app.setApplicationName("Palpate")
    app.setDesktopFileName("palpate")
    app.setWindowIcon(QIcon(str(Path(__file__).with_name("palpate.svg"))))
    if app.style().name() != "fusion":  # to set it anew would polish every widget there is once more
        app.setStyle("Fusion")
    return app


def remembering() -> QApplication:
    """The same, with the colours, unit and sizes of the last time; they stand in `window.ini` of the settings."""
    app = application()
    path = user_config_path("palpate", appauthor=False) / "window.ini"
    look().keep_in(QSettings(str(path), QSettings.Format.IniFormat))
    speak_to(app, preferred(look().language))
    return app


def speak_to(app: QApplication, language: Language) -> None:
    """Say everything in this language, Qt's own dialogs too."""
    speak(Tongue(language))
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.setParent(None)
    words = qt_words(language)
    words.setParent(app)
    app.installTranslator(words)


def run(
    source: Source,
    *,
    close_after_s: float | None = None,
    broken: Callable[[], bool] = lambda: False,
    desk: ToolDesk | None = None,
    muted: bool = False,
) -> None:
    """Show `source` until the window is closed; raises `KeyboardInterrupt` after Ctrl-C, once it is closed.

    `close_after_s` closes the window so long after the summary unless somebody touches it. `broken` closes it once
    it says that no summary will come any more; the caller knows why. `desk` is where the tool is asked, if it can be.
    """
    remembering()
    with sounding(muted=muted) as speaker:
        show_until_closed(LiveWindow(source, speaker, close_after_s=close_after_s, desk=desk), broken)


def run_practice(source: Source, hand: Hand, desk: ToolDesk, *, broken: Callable[[], bool] = lambda: False) -> None:
    """Show `source` with a pad that moves `hand`; `broken` and Ctrl-C as for `run`."""
    remembering()
    with sounding() as speaker:
        show_until_closed(PracticeWindow(source, speaker, hand, desk=desk), broken)


def find(search: Search, found: Future[Any]) -> bool:
    """Show the search until there is something else to show; False where somebody closed it before.

    One that ends at once is not shown at all.
    """
    wait([found], FLASH_S)
    if found.done():
        return True
    app = remembering()
    with _interruptible(app):
        return ToolFinder(search, found.done).run()


def run_meter(source: MeterSource, *, broken: Callable[[], bool] = lambda: False) -> None:
    """Show what an instrument measures until the window is closed; `broken` and Ctrl-C as for `run`."""
    remembering()
    show_until_closed(MeterWindow(source), broken)


def show_review(records: Sequence[Reviewed]) -> None:
    """Show records until the window is closed; Ctrl-C as for `run`."""
    from gui.review_window import ReviewWindow

    remembering()
    show_until_closed(ReviewWindow(records))


def show_tour(*, once: bool) -> bool:
    """Show the tour, with `once` only where it was not shown before; whether to practise now. Ctrl-C leaves it."""
    from gui.tour import TourWindow

    app = remembering()
    if once and look().toured:
        return True
    window, awake = TourWindow(), QTimer()
    awake.start(WATCH_MS)
    with _interruptible(app):
        wanted = window.run()
    look().tour()
    return wanted


def show_until_closed(
    window: LiveWindow | MeterWindow | ReviewWindow | TrainingWindow | VisitWindow,
    broken: Callable[[], bool] = lambda: False,
) -> None:
    """Show it as large as the last one of its kind; `broken` and Ctrl-C as for `run`."""
    app, watch = application(), QTimer(window)
    watch.timeout.connect(lambda: window.close() if broken() else None)
    watch.start(WATCH_MS)  # it also lets an idle loop ask Python whether somebody pressed Ctrl-C
    look().give_size(window)
    window.show()
    window.start()
    try:
        with _interruptible(app):
            code = app.exec()
    finally:
        look().remember_size(window)
        window.close()
    if code == _INTERRUPTED:
        raise KeyboardInterrupt


def grab(widget: QWidget, path: Path) -> None:
    """Write a picture of `widget` as it is drawn now; `OSError` when the file cannot be written."""
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write the picture {path}: choose another folder or name")


@contextmanager
def sounding(*, muted: bool = False) -> Iterator[Speaker]:
    """Sounds while it is entered, mute where they were switched off the last time or are `muted` now."""
    speaker = Speaker(time.monotonic)
    speaker.muted = muted or look().muted
    speaker.sounding = sounding_of(look().kept("sounds"))
    speaker.open()
    try:
        yield speaker
    finally:
        speaker.close()
        speaker.speech.close()
        if not muted:
            look().mute(muted=speaker.muted)
        look().keep("sounds", text_of(speaker.sounding))


@contextmanager
def _interruptible(app: QApplication) -> Iterator[None]:
    """Let Ctrl-C end the event loop; the bridge's timer gives Python the chance to see it."""
    interrupted = list[int]()

    def interrupt(number: int, _frame: object) -> None:
        interrupted.append(number)
        app.exit(_INTERRUPTED)

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if interrupted:  # after an exit no loop of Qt waits for anything, until a whole run has ended
            QTimer.singleShot(0, app.quit)
            app.exec()
