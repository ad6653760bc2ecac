"""Keys of the terminal while a treatment runs: STOP without the mouse, and what the patient says."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Final, Self

from palpate.key_names import KeyNames, windows_key
from session.inputs import (
    GoOn,
    Input,
    MeasureZero,
    Pain,
    PainGone,
    PainHalved,
    Quit,
    Softer,
    StepUp,
    Stop,
    StopReason,
    UndoZero,
)

HELP: Final = (
    "space, Enter, F12: STOP · 0–9: pain, t: ten · h: pain halved · g: gone · s: felt softer · r: step up · "
    "p n u o: after a STOP · z: measure the zero, b: back to the one before · q: end"
)
"""After a STOP the reason leads on: too painful, nerve, unwell, other."""

KEYS: Final[dict[str, Input]] = {
    " ": Stop(),
    "\r": Stop(),
    "\n": Stop(),
    "f12": Stop(),
    "p": GoOn(reason=StopReason.TOO_PAINFUL),
    "n": GoOn(reason=StopReason.NERVE),
    "u": GoOn(reason=StopReason.UNWELL),
    "o": GoOn(reason=StopReason.OTHER),
    "h": PainHalved(),
    "g": PainGone(),
    "s": Softer(),
    "z": MeasureZero(),
    "b": UndoZero(),
    "r": StepUp(),
    "q": Quit(),
    "t": Pain(nrs=10, by="therapist"),
    **{str(nrs): Pain(nrs=nrs, by="therapist") for nrs in range(10)},
}


class Keys:
    """Passes each known key to `hear` from a thread of its own; a context manager around the run.

    Where standard input is no terminal there are no keys, and Ctrl-C ends the treatment.
    """

    def __init__(self, hear: Callable[[Input], None], first: Callable[[str], bool] = lambda _key: False) -> None:
        """`first` gets each key before it means anything, and says whether it took it."""
        self._hear = hear
        self._first = first
        self._restore: Callable[[], None] = lambda: None

    def __enter__(self) -> Self:
        if sys.stdin.isatty():
            read, self._restore = _raw()
            threading.Thread(target=self._listen, args=(read,), name="keys", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._restore()

    def press(self, key: str) -> None:
        """One key; one that means nothing, or comes after the end, does nothing."""
        value = None if self._first(key) else KEYS.get(key.lower())
        if value is None:
            return
        try:
            self._hear(value)
        except RuntimeError:
            return  # the treatment is over

    def _listen(self, read: Callable[[], str]) -> None:
        names = KeyNames()
        while character := read():
            if (key := names.feed(character)) is not None:
                self.press(key)


class Measuring(Keys):
    """Keys of a measurement: "z" and "b" for the zero, "q" for the end; the others mean nothing."""

    def __init__(self, zero: Callable[[], None], undo: Callable[[], None], end: Callable[[], None]) -> None:
        acts = {MeasureZero(): zero, UndoZero(): undo, Quit(): end}
        super().__init__(lambda value: acts.get(value, lambda: None)())


def _raw() -> tuple[Callable[[], str], Callable[[], None]]:
    """A reader of single keys, and what gives the terminal back as it was."""
    if sys.platform == "win32":
        import msvcrt

        return lambda: windows_key(msvcrt.getwch), lambda: None
    import termios
    import tty

    before = termios.tcgetattr(sys.stdin)
    tty.setcbreak(sys.stdin)
    return lambda: sys.stdin.read(1), lambda: termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
