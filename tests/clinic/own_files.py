"""Files of a clinic, as text, and what they make of the library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clinic.library import Library, library

HEAD = '[clinic]\nname = "Practice at the river"\nversion = "2026-11"\n'
OVER_BONE = library().contraindications["severe-osteoporosis"].closed_muscles
OWN = {"source": ["own-clinic"], "confidence": "assumed"}


def toml(tables: dict[str, dict[str, Any]]) -> str:
    """A file of tables; strings, numbers, flags and lists are written in TOML as in JSON."""
    lines = [HEAD]
    for name, values in tables.items():
        lines += [f"[{name}]", *(f"{key} = {value(each)}" for key, each in values.items())]
    return "\n".join(lines) + "\n"


def value(each: Any) -> str:
    if isinstance(each, dict):
        return "{ " + ", ".join(f"{key} = {value(inner)}" for key, inner in each.items()) + " }"
    return json.dumps(each)


def with_file(folder: Path, tables: dict[str, dict[str, Any]]) -> Library:
    path = folder / "clinic.toml"
    path.write_text(toml(tables), encoding="utf-8")
    return library().with_own(path)


def an_own_site(**fields: Any) -> dict[str, Any]:
    return {
        "muscle": "infraspinatus", "name": "Ours", "place": "There", "region": "body", "view": "back",
        "positions": ["prone"], "press": "Flat",
    } | OWN | fields  # fmt: skip
