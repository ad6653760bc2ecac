"""Scenarios by name or from a file, with one sentence about what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from session.errors import InputError
from session.toml_file import read_toml
from simulator.happenings.every import KINDS
from simulator.happenings.people import Press
from simulator.library import SCENARIOS, SUFFIX, parse
from simulator.radio_model import RadioModel
from simulator.scenario import Scenario


def scenario_of(text: str) -> Scenario:
    """The scenario of this name, or in this file; raises `InputError`."""
    if text.endswith(SUFFIX):
        return read_scenario(Path(text))
    if text not in SCENARIOS:
        near = get_close_matches(text, SCENARIOS, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "palpate simulate --list shows those there are"
        raise InputError(f"there is no scenario “{text}”: {hint}")
    return SCENARIOS[text]


def read_scenario(path: Path) -> Scenario:
    """The scenario in a TOML file; raises `InputError`, which names the key that is wrong and what is allowed."""
    return read_toml(path, lambda text: parse(text, path.stem), _mistake)


def _mistake(error: ValidationError) -> str:
    """The first thing that is wrong: where, and what would be right."""
    first = error.errors(include_url=False)[0]
    place = _place(first["loc"])
    match first["type"]:
        case "extra_forbidden":
            return f"{place}: there is no such key; there are: {', '.join(_keys(first['loc']))}"
        case "missing":
            return f"{place}: this key is missing"
        case "union_tag_not_found":
            return f"{place}: it has no “kind”, which says what happens"
        case "union_tag_invalid":
            context: dict[str, Any] = first.get("ctx", {})
            return f"{place}: there is no kind “{context['tag']}”; there are: {context['expected_tags']}"
        case "value_error":
            return f"{place}: {first['ctx']['error']}"
        case _:
            said = first["msg"].replace("Input should", "it should")
            return f"{place}: {said}, and it is {first['input']!r}"


def _keys(location: tuple[int | str, ...]) -> Iterable[str]:
    """The keys that may stand beside the last one."""
    match location[:-1]:
        case ("happenings", _, str(kind)):
            return KINDS[kind].model_fields
        case ("presses", _):
            return Press.model_fields
        case ("radio",):
            return RadioModel.model_fields
        case _:
            return Scenario.model_fields


def _place(location: tuple[int | str, ...]) -> str:
    """The key as one finds it in the file: happenings counted from 1, without the kind that pydantic adds."""
    parts: list[str] = []
    after_number = False
    for part in location:
        if isinstance(part, int):
            parts[-1] += f" {part + 1}"
        elif not (after_number and parts[-1].startswith("happenings")):
            parts.append(part)
        after_number = isinstance(part, int)
    return ", ".join(parts) or "the file"
