"""Scenarios in files: those that come with the simulator, and anybody's."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from simulator.scenario import Scenario

SUFFIX: Final = ".toml"


def parse(text: str, name: str) -> Scenario:
    """Read the text of a scenario file; `name` is the scenario's where the file says none.

    Raises `tomllib.TOMLDecodeError`, and pydantic's `ValidationError` over what is no scenario.
    """
    return Scenario.model_validate({"name": name} | tomllib.loads(text))


def text_of(scenario: Scenario) -> str:
    """The text of a file with this scenario: what differs from the defaults, its name left to the file's."""
    values = scenario.model_dump(mode="json", exclude_defaults=True, exclude={"name", "radio", "presses", "happenings"})
    lines = [_line(key, value) for key, value in values.items()]
    if radio := scenario.radio.model_dump(mode="json", exclude_defaults=True):
        lines += ["", "[radio]", *(_line(key, value) for key, value in radio.items())]
    for table in ("presses", "happenings"):
        for each in getattr(scenario, table):
            present = each.model_dump(mode="json", exclude_none=True)
            lines += ["", f"[[{table}]]", *(_line(key, value) for key, value in present.items())]
    return "\n".join(lines) + "\n"


def _line(key: str, value: object) -> str:
    """What JSON writes of numbers, texts and lists, TOML reads."""
    return f"{key} = {json.dumps(value)}"


class Library(Mapping[str, Scenario]):
    """The scenarios in a folder, by their files' names; each is read when it is asked for."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._read: dict[str, Scenario] = {}

    def __getitem__(self, name: str) -> Scenario:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = parse((self._folder / (name + SUFFIX)).read_text(encoding="utf-8"), name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        names = (each.name for each in self._folder.iterdir())
        return tuple(sorted(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)))


SCENARIOS: Final[Mapping[str, Scenario]] = Library(files("simulator") / "scenarios")
"""Named scenarios, `palpate simulate --list`."""
