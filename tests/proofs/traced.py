"""Work in a process of its own that is stopped before each system call that changes a disk; Linux on x86-64.

There it is killed, or told that the disk is full. Between two of these calls nothing on the disk changes: who kills
before each of them has tried every state that a killed program can leave, but for a call that is cut in two.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import signal
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

TRACEABLE: Final = sys.platform == "linux" and platform.machine() == "x86_64"
WRITES: Final = frozenset({1, 18, 20})
"""write, pwrite64, writev; numbers as in `asm/unistd_64.h`, as below."""
SYNCS: Final = frozenset({74, 75, 76, 77})
"""fsync, fdatasync, truncate, ftruncate."""
NAMES: Final = frozenset({82, 83, 84, 86, 87, 263, 264, 265, 316})
"""rename, mkdir, rmdir, link, unlink, and those with folders."""
OPENS: Final = {2: 1, 257: 2}
"""open and openat, and which of their arguments says that a file may be made."""
TRACE_ME, POKE, CONTINUE, TO_CALL, OPTIONS, CALL = 0, 6, 17, 24, 0x4200, 0x420E
"""Of `sys/ptrace.h`."""
OPTIONS_SET: Final = 0x1 | 0x8 | 0x100000
"""Calls are told from signals, threads are stopped as well, and all die with this process."""
NUMBER_AT, RESULT_AT = 15 * 8, 10 * 8
"""Where orig_rax and rax lie in `struct user`."""
ANY_THREAD: Final = 0x40000000
AT_CALL: Final = signal.SIGTRAP | 0x80
ENTERING: Final = 1


class Moment(NamedTuple):
    """When a program is interrupted."""

    call: int
    """Before it makes this one of its calls that change a disk, from 0 on."""
    later_s: float | None = None
    """Killed so long after it was let into that call; None: it does not come to that call."""
    full: bool = False
    """Not killed, but no write from then on finds room."""


class Fate(NamedTuple):
    """What became of a program."""

    calls: int
    """That changed a disk, or would have, the last one left out where it was killed."""
    writes: tuple[int, ...]
    """Which of them are writes."""
    code: int | None
    """It came to an end by itself, with this; None where it was killed."""


def run(work: Callable[[], int], moment: Moment) -> Fate:
    """Fork, do `work`, whose result is the exit code, and interrupt it. This process must have one thread."""
    return _Traced(work, moment).end()


def run_whole(work: Callable[[], int]) -> Fate:
    """Let it come to its end; raises `RuntimeError` where it fails."""
    fate = run(work, Moment(sys.maxsize))
    if fate.code:
        raise RuntimeError(f"it failed before it was interrupted: {fate.code}")
    return fate


class _Traced:
    def __init__(self, work: Callable[[], int], moment: Moment) -> None:
        self._moment, self._calls = moment, 0
        self._writes: list[int] = []
        self._refused = set[int]()
        self._number = os.fork()
        if self._number == 0:
            code = 1
            try:
                _ptrace(TRACE_ME, 0, 0, 0)
                os.kill(os.getpid(), signal.SIGSTOP)
                code = work()
            finally:
                os._exit(code)
        os.waitpid(self._number, 0)
        _ptrace(OPTIONS, self._number, 0, OPTIONS_SET)
        _ptrace(TO_CALL, self._number, 0, 0)

    def end(self) -> Fate:
        """Go from call to call."""
        while True:
            thread, status = os.waitpid(-1, ANY_THREAD)
            if not os.WIFSTOPPED(status):
                if thread == self._number:
                    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
                    return Fate(self._calls, tuple(self._writes), code)
                continue
            stopped_by = os.WSTOPSIG(status)
            if stopped_by == AT_CALL:
                self._at_call(thread)
            self._go_on(thread, 0 if stopped_by in {AT_CALL, signal.SIGTRAP, signal.SIGSTOP} else stopped_by)

    def _at_call(self, thread: int) -> None:
        entering, number, arguments = _call(thread)
        if not entering and thread in self._refused:
            self._refused.remove(thread)
            _ptrace(POKE, thread, RESULT_AT, -errno.ENOSPC)
        elif entering and _changes(thread, number, arguments):
            if self._killed(thread, number):
                return
            if number in WRITES:
                self._writes.append(self._calls)
            self._calls += 1

    def _killed(self, thread: int, number: int) -> bool:
        call, later_s, full = self._moment
        if full and self._calls >= call and number in WRITES:
            self._refused.add(thread)
            _ptrace(POKE, thread, NUMBER_AT, -1)
        if full or self._calls != call:
            return False
        if later_s is not None:
            _ptrace(CONTINUE, thread, 0, 0)
            time.sleep(later_s)
        os.kill(self._number, signal.SIGKILL)
        return True

    def _go_on(self, thread: int, with_signal: int) -> None:
        with suppress(ProcessLookupError):  # it was killed
            _ptrace(TO_CALL, thread, 0, with_signal)


def _call(thread: int) -> tuple[bool, int, tuple[int, ...]]:
    """Whether a thread enters a call, which, and with what."""
    told = ctypes.create_string_buffer(88)
    with suppress(ProcessLookupError):
        _ptrace(CALL, thread, len(told), ctypes.addressof(told))
    number, *arguments = struct.unpack_from("<7Q", told.raw, 24)
    return told.raw[0] == ENTERING, number, tuple(arguments)


def _changes(thread: int, number: int, arguments: tuple[int, ...]) -> bool:
    if number in WRITES:
        return _is_file(thread, arguments[0])
    made = number in OPENS and bool(arguments[OPENS[number]] & os.O_CREAT)
    return made or number in SYNCS or number in NAMES


def _is_file(thread: int, opened: int) -> bool:
    try:
        return Path(f"/proc/{thread}/fd/{opened}").readlink().is_absolute()
    except OSError:
        return False


def _ptrace(request: int, process: int, address: int, argument: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.restype = ctypes.c_long
    libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    if libc.ptrace(request, process, address, argument) == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
