"""`palpate demo`: a whole guided treatment with a simulated tool over virtual Bluetooth."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from clinic.presets import preset
from palpate import options
from palpate.runs import report, run_headless
from palpate.streaming import lsl, pace, streamed
from palpate.terminal import TerminalGuide
from palpate.version import VERSION
from session.errors import InputError
from session.rehearsal import Rehearsal
from session.run_documents import RunDocument
from session.simulation import Air
from simulator.library import SCENARIOS

SCENARIO: Final = "treatment"
FASTEST_WINDOW: Final = 5.0
"""Above it the tool's answers, due within a second of its own time, come too late on a slow machine."""
CLOSE_AFTER_S: Final = 10.0
"""The window stays so long after the summary unless it is touched."""


class Choices(TypedDict):
    """How to run it."""

    plan: str
    seed: int
    speed: float | None
    folder: Path | None
    btsnoop: Path | None


@click.command()
@click.option("--headless", is_flag=True, help="In the terminal, although there is a display.")
@click.option("--plan", default="demonstration", show_default=True, metavar="PRESET", help="What to treat with.")
@options.seed
@options.speed("2")
@options.btsnoop
@lsl
@options.data
@options.as_json
def demo(headless: bool, as_json: bool, **choices: Unpack[Choices]) -> None:
    """Watch a simulated therapist being guided: real Bluetooth bytes, no hardware."""
    scenario = SCENARIOS[SCENARIO]
    rehearsal = Rehearsal(
        scenario=scenario,
        seed=choices["seed"],
        plan=preset(choices["plan"]),
        air=Air.BLE,
        speed=pace(choices["speed"]),
        record=options.new_record(None, choices["folder"], scenario.serial),
        software=VERSION,
        capture=choices["btsnoop"],
    )
    report(_run(rehearsal, in_window=choose_window(headless or as_json)), as_json)


def choose_window(headless: bool) -> bool:
    """Whether to open a window; where none can open, says why and goes on in the terminal."""
    if headless:
        return False
    from gui.display import why_no_window

    why = why_no_window()
    if why:
        click.echo(f"palpate: no window, {why}: going on in the terminal", err=True)
    return why is None


def _run(rehearsal: Rehearsal, *, in_window: bool) -> RunDocument:
    if not in_window:
        with TerminalGuide() as guide:
            return run_headless(rehearsal, streamed(guide.follow))
    if rehearsal.speed is None or rehearsal.speed > FASTEST_WINDOW:
        raise InputError(f"a window needs a speed that eyes can follow: at most {FASTEST_WINDOW:g}, or add --headless")
    from palpate.windowed import run_windowed

    return run_windowed(rehearsal, CLOSE_AFTER_S, streamed())
