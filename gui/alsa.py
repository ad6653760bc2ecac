"""Keeps ALSA from writing to standard error, where the program promises one line at most."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_REPORT: Final = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
"""File, line, function, error, format; the arguments of the format that follow are not read."""

_SAY_NOTHING: Final = _REPORT(lambda *_: None)
"""Lives as long as the program: ALSA keeps only its address."""

LIBRARY: Final = "libasound.so.2"


def silence_alsa() -> None:
    """Send ALSA's complaints nowhere; does nothing where there is no ALSA."""
    if not sys.platform.startswith("linux"):
        return
    try:
        ctypes.CDLL(LIBRARY).snd_lib_error_set_handler(_SAY_NOTHING)
    except OSError:
        return
