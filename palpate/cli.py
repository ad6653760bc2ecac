"""The command `palpate`: its sub-commands, and how every error ends."""

from __future__ import annotations

import importlib
import importlib.util
import logging
import signal
import sys
import tempfile
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import Final

import click

from palpate.version import VERSION

COMMANDS: Final = {
    "analyze": "palpate.analyze:analyze",
    "bench": "palpate.bench:bench",
    "capture": "palpate.capture:capture",
    "clinic": "palpate.clinic.command:clinic",
    "conformance": "palpate.conformance.command:conformance",
    "demo": "palpate.demo:demo",
    "desktop": "palpate.desktop:desktop",
    "export": "palpate.export:export",
    "history": "palpate.history:history",
    "knowledge": "palpate.knowledge:knowledge",
    "measure": "palpate.measure:measure",
    "practise": "palpate.practise:practise",
    "records": "palpate.records:records",
    "replay": "palpate.replay:replay",
    "report": "palpate.report:report",
    "review": "palpate.review:review",
    "scan": "palpate.scan:scan",
    "screen": "palpate.screen:screen",
    "serve": "palpate.serve:serve",
    "simulate": "palpate.simulate:simulate",
    "tool": "palpate.tool:tool",
    "tour": "palpate.tour:tour",
    "train": "palpate.train.command:train",
    "treat": "palpate.treat:treat",
    "visit": "palpate.visit:visit",
}
"""Where each sub-command is; imported when called, so that `palpate --help` needs neither Qt nor Bluetooth."""

WHOLE: Final = "only the simulator is installed (docs/ci.md); install Palpate with all that it needs (README.md)"

BAD_INPUT: Final = 2
NOT_THERE: Final = 3
INTERNAL_FAULT: Final = 70
INTERRUPTED: Final = 130


class Commands(click.Group):
    """Sub-commands by name, imported late."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command; None for a name that there is not."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        try:
            command = getattr(importlib.import_module(module), name)
        except ModuleNotFoundError as error:
            return _absent(cmd_name, error)
        assert isinstance(command, click.Command)
        return command


def _absent(name: str, why: ModuleNotFoundError) -> click.Command:
    """A command that says why it is not there, so that the help of all others is; a fault of our own is raised."""
    if not _is_left_out(why):
        raise why

    def tell(**_: object) -> None:
        raise why

    unheeded = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(name, context_settings=unheeded, callback=tell, help=f"(not installed here: needs {why.name})")


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="palpate")
def palpate() -> None:
    """Guide, record and measure treatments with a pressure-sensing massage tool.

    Not a medical device. Without a screening: bench and simulator only, no person.
    """


def main() -> None:
    """Run the command line and end the process with the exit code that the README lists."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="palpate: %(message)s")
    _stay_deaf_to_ctrl_c()
    signal.signal(signal.SIGTERM, lambda _number, frame: _end(frame))
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a name or sign that the terminal cannot write is no fault
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; every error becomes one line on standard error and an exit code."""
    try:
        code = palpate.main(arguments, prog_name="palpate", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        click.echo("palpate: interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except Exception as error:
        return _explain(error)
    return code if isinstance(code, int) else 0


def _stay_deaf_to_ctrl_c() -> None:
    """Block Ctrl-C where it is ignored, as in the background of a script.

    Then loops and windows set a handler for it as ever, and whatever ends the program can call that.
    """
    if sys.platform != "win32" and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(frame: FrameType | None) -> None:
    """End like Ctrl-C, so that records are closed."""
    handler = signal.getsignal(signal.SIGINT)
    if not callable(handler):
        raise KeyboardInterrupt
    handler(signal.SIGINT, frame)


def _explain(error: Exception) -> int:
    from device.errors import DeviceError
    from protocol.errors import LinkLost
    from session.errors import InputError, ToolRefused

    match error:
        case click.exceptions.NoArgsIsHelpError():
            ctx = error.ctx
            names = ", ".join(ctx.command.list_commands(ctx)) if isinstance(ctx.command, click.Group) else ""
            text, code = f"say what to do: {names} (--help tells more)", BAD_INPUT
        case click.ClickException():
            text, code = error.format_message(), BAD_INPUT
        case InputError():
            text, code = str(error), BAD_INPUT
        case DeviceError() | LinkLost() | ToolRefused():
            text, code = str(error), NOT_THERE
        case ModuleNotFoundError() if _is_left_out(error):
            text, code = f"this needs {error.name}, which is not installed here: {WHOLE}", BAD_INPUT
        case _:
            text, code = f"internal fault ({type(error).__name__}: {error}); details: {_log(error)}", INTERNAL_FAULT
    click.echo("palpate: " + " ".join(text.split()), err=True)
    return code


def _is_left_out(error: ModuleNotFoundError) -> bool:
    """Whether it is somebody else's package, which an installation for the simulator alone leaves out."""
    top = (error.name or "").partition(".")[0]
    return bool(top) and importlib.util.find_spec(top) is None


def _log(error: Exception) -> Path:
    """Write the traceback to a file that a bug report can use."""
    with tempfile.NamedTemporaryFile("w", prefix="palpate-", suffix=".log", delete=False, encoding="utf-8") as file:
        traceback.print_exception(error, file=file)
        return Path(file.name)
