"""Measuring with an instrument of another make: in the window or on the terminal, guiding nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

import click

from palpate.keys import Measuring
from palpate.meter_terminal import MeterTerminal
from palpate.tables import show_holds
from session.links import FIND_S
from session.offline.measure import analyse_record
from session.reading import Ended, Reader, Reading, read_with

CLOSE_S: Final = 10.0
"""Seconds that a window gives the instrument to say good-bye."""


def measure(reading: Reading, *, in_window: bool) -> None:
    """Read to the end, then show what there was."""
    keys = "" if in_window else " z: zero, b: back to none · q: end."
    click.echo(f"palpate: looking for the instrument, up to {FIND_S:.0f} s.{keys}", err=True)
    view, path = _in_window(reading) if in_window else _in_terminal(reading)
    if view.samples:
        show_holds([analyse_record(path)])
    else:
        click.echo("It was connected and sent no reading.")
    click.echo(f"Record: {path}")


def _in_terminal(reading: Reading) -> Ended:
    with MeterTerminal() as shown, asyncio.Runner() as loop:
        return loop.run(_read(reading, shown))


async def _read(reading: Reading, shown: MeterTerminal) -> Ended:
    readers: list[Reader] = []

    def show(reader: Reader) -> None:
        readers.append(reader)
        shown.follow(reader)

    def of_reader(act: Callable[[Reader], None]) -> Callable[[], None]:
        return lambda: act(readers[0]) if readers else None

    with Measuring(of_reader(Reader.zero), of_reader(Reader.undo_zero), of_reader(Reader.end)):
        return await read_with(reading, show)


def _in_window(reading: Reading) -> Ended:
    """The loop in its thread, Qt in the main one; closing the window ends the measurement."""
    from device.loop_thread import LoopThread
    from gui.app import run_meter

    thread = LoopThread(asyncio.new_event_loop)
    thread.start()
    try:
        shown: Future[Reader] = Future()
        running = thread.submit(read_with(reading, shown.set_result))
        running.add_done_callback(lambda over: _pass_on(over, shown))
        reader = shown.result()
        run_meter(reader, broken=lambda: running.done() and not reader.view().over)
        return running.result(CLOSE_S)
    finally:
        thread.stop()


def _pass_on(over: Future[Ended], shown: Future[Reader]) -> None:
    """What ends before there is anything to show says why."""
    if not shown.done():
        shown.set_exception((None if over.cancelled() else over.exception()) or KeyboardInterrupt())
