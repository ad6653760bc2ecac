"""Which tool, asked on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TypeVar

import click

from palpate import options
from session.choice import Search, ToolInRange, nobody_to_ask
from session.errors import NotKept
from session.known_tools import KnownTool, known_tools, remember

NONE_KEY: Final = "n"
MOST_NUMBERED: Final = 9
"""One key each."""

_Value = TypeVar("_Value")


class TerminalSearch(Search):
    """Says how the search stands, and asks by a numbered list; `press` takes the key that answers."""

    def say(self, sentence: str) -> None:
        """Print what changed."""
        if sentence != self.sentence:
            click.echo(f"palpate: {sentence}", err=True)
        super().say(sentence)

    async def ask(self, tools: tuple[ToolInRange, ...]) -> str | None:
        """Wait for a key; raises `InputError` where there is no keyboard."""
        if not sys.stdin.isatty():
            return await nobody_to_ask(tools)
        for number, tool in enumerate(tools[:MOST_NUMBERED], 1):
            click.echo(f"  {number}  {tool.row}", err=True)
        click.echo(f"palpate: which one? Press its number, or {NONE_KEY} for none of them.", err=True)
        return await super().ask(tools)

    def press(self, key: str) -> bool:
        """Take a key; whether it was an answer to a question."""
        if not self.tools:
            return False
        if key.lower() == NONE_KEY:
            self.choose(None)
        elif key.isdecimal() and 1 <= int(key) <= min(MOST_NUMBERED, len(self.tools)):
            self.choose(self.tools[int(key) - 1].serial)
        return True


def known_serials() -> frozenset[str]:
    """Tools that were used before; a damaged file is said and costs nothing else."""
    nothing: tuple[KnownTool, ...] = ()
    return frozenset(tool.serial for tool in _said(lambda: known_tools(options.known_tools_file()), nothing))


def note(serial: str) -> None:
    """This tool is used now; that it cannot be noted is said and costs nothing else."""
    _said(lambda: remember(options.known_tools_file(), serial), None)


def _said(act: Callable[[], _Value], otherwise: _Value) -> _Value:
    try:
        return act()
    except NotKept as error:
        click.echo(f"palpate: {error}", err=True)
        return otherwise
