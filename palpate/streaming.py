"""`--lsl`: live streams for other programs in the laboratory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import click
from click.core import ParameterSource

from session.errors import InputError
from session.runner import Runner

Follow = Callable[[Runner], None]

WANTED: Final = "palpate.lsl"
"""Key in the command's context."""


def _want(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    context.meta[WANTED] = wanted


lsl = click.option(
    "--lsl",
    is_flag=True,
    expose_value=False,
    callback=_want,
    help="Stream readings and marks over the Lab Streaming Layer (docs/exports.md).",
)
"""Who follows a runner then asks `streamed`."""


def streamed(follow: Follow = lambda _: None) -> Follow:
    """`follow`, and the streams where they were asked for; raises `InputError` where pylsl or liblsl is missing."""
    if not click.get_current_context().meta.get(WANTED):
        return follow
    try:
        from session.lsl import Outlet
    except (ImportError, RuntimeError) as error:
        advice = "install the extra “lsl” (pip install palpate-app[lsl]), and liblsl where its wheel brings none"
        raise InputError(f"the Lab Streaming Layer is not available: {advice}") from error
    outlet = Outlet()

    def both(runner: Runner) -> None:
        follow(runner)
        outlet.follow(runner)

    return both


def pace(speed: float | None) -> float | None:
    """The speed of a simulation: streams are in real time; raises `InputError` where another one was asked for."""
    context = click.get_current_context()
    if not context.meta.get(WANTED) or speed == 1.0:
        return speed
    if context.get_parameter_source("speed") is ParameterSource.COMMANDLINE:
        raise InputError("streams for the laboratory are in real time: leave out --speed, or --lsl")
    return 1.0
