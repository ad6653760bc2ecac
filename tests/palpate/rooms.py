"""Commands in a time that a test turns: seconds of a treatment cost nothing, and days pass between two calls."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from clinic.library import library
from clinic.people import Client
from clinic.store.clients import add_client
from clinic.store.opened import Clinic, create_clinic
from palpate.cli import palpate
from palpate.clock import Clock
from simulator.virtual_time import VirtualLoop
from tests.clinic.store.people import ANNA, CHEAP, WORD, again, zoe

AT = "infraspinatus-fossa:left"
LOOKED_S = 12.0
"""From power on: by then the tool was looked at for 10 s, and a press is a hold."""
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class PatientLoop(VirtualLoop):
    """Virtual time that does at once what others leave to a thread: files of a few bytes."""

    def run_in_executor(  # type: ignore[override]  # its parent never answers
        self, executor: object, func: Callable[..., Any], *args: object
    ) -> asyncio.Future[Any]:
        done: asyncio.Future[Any] = self.create_future()
        done.set_result(func(*args))
        return done


@dataclass
class Practice:
    """A folder, and what time it is there."""

    folder: Path
    now: datetime = MONDAY
    said: str = ""
    """On standard error, by the last command."""

    def run(self, *arguments: object, says: str | None = None) -> str:
        """What a command writes; raises what it raises."""
        clock = Clock(lambda: self.now, PatientLoop)
        words = [str(each) for each in arguments]
        result = CliRunner().invoke(palpate, words, input=says, standalone_mode=False, obj=clock)
        self.said = result.stderr
        if result.exception:
            raise result.exception
        return result.stdout

    @property
    def chart(self) -> Path:
        return self.folder / "chart.json"

    def screened(self, **answers: str) -> None:
        """Everything was asked and agreed to, now."""
        file = self.folder / "answers.json"
        file.write_text(json.dumps(dict.fromkeys(library().contraindications, "no") | answers))
        by = ("--by", "Anna Holt")
        self.run("screen", "ask", self.chart, "--at", AT, *by, "--answers", file)
        self.run("screen", "consent", self.chart, *by, "--text", "pressure-1", "--signal", "stop", "--tried")

    def scenario(self, *presses: tuple[float, float, float], for_s: float | None = None, more: str = "") -> str:
        """A simulated tool, pressed at (s after the look at the tool) with (N) for (s) by a hand that hears no cue."""
        ends_s = LOOKED_S + (for_s or max(at_s + long_s for at_s, _, long_s in presses) + 3)
        tables = [
            f"[[presses]]\nat_s = {LOOKED_S + at}\nforce_n = {n}\nfor_s = {long_s}\n" for at, n, long_s in presses
        ]
        file = self.folder / "hand.toml"
        file.write_text(f'text = "A test."\nsimulated_s = {ends_s}\nrate_hz = 50\n{more}\n' + "\n".join(tables))
        return f"sim:{file}"

    def treat(self, tool: str, *more: object) -> str:
        """Treat the person of the chart at `AT`."""
        person = ("--person", self.chart, "--at", AT, "--tip", "1", "--data", self.folder / "data")
        return self.run("treat", "--headless", "--tool", tool, *person, *more)


@dataclass
class ClinicPractice(Practice):
    """The same with one person in an encrypted clinic, who is named by pseudonym, and nothing in plain files."""

    person: Client = field(default_factory=zoe)
    door: tuple[object, ...] = ()

    def __post_init__(self) -> None:
        word = self.folder / "word"
        word.write_text(WORD, "utf-8")
        self.door = ("--data", self.folder / "data", "--passphrase-file", word)
        with create_clinic(self.place, ANNA, WORD, cost=CHEAP, clock=lambda: self.now) as clinic, clinic.work() as desk:
            add_client(desk, self.person)

    @property
    def place(self) -> Path:
        return self.folder / "data" / "clinic"

    @property
    def chart(self) -> Path:
        """What stands in the place of a chart's file."""
        return Path(self.person.pseudonym)

    def run(self, *arguments: object, says: str | None = None) -> str:
        """Signed by whoever opens the clinic."""
        words = list(arguments)
        if "--by" in words:
            at = words.index("--by")
            del words[at : at + 2]
        return super().run(*words, *self.door, says=says)

    def opened(self) -> Clinic:
        """Look into it."""
        return again(self.place, lambda: self.now)
