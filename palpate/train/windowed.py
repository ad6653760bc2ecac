"""`palpate train window`: the course in a window, exercises in the loop's thread."""

from __future__ import annotations

from typing import Unpack

import click

from device.loop_thread import LoopThread
from gui.app import remembering, show_until_closed, sounding
from gui.training.window import TrainingWindow
from palpate.person import Client
from palpate.train.doing import How
from palpate.train.gym import ThreadedGym, Whose
from simulator.virtual_time import loop_at


def show(how: How, client: Client | None = None, **whose: Unpack[Whose]) -> None:
    """Show the course until the window is closed; closing it, or Ctrl-C, ends an exercise that runs.

    Raises `KeyboardInterrupt` after Ctrl-C.
    """
    thread = LoopThread(lambda: loop_at(how.speed if how.hand else 1.0))
    thread.start()
    gym = ThreadedGym(thread, how, client, **whose)
    try:
        _show(gym)
    finally:
        thread.stop()
    if why := gym.fault():
        click.echo(f"palpate: {why}", err=True)


def _show(gym: ThreadedGym) -> None:
    remembering()
    try:
        with sounding() as speaker:
            show_until_closed(TrainingWindow(gym, speaker))
    finally:
        gym.close()
