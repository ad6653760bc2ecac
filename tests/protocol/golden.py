"""The golden vectors: bytes worked out by hand from docs/protocol.md, with their meaning in its words."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "golden"
FILES = ("advert", "layout", "status", "frames", "events", "requests", "replies")


def vectors(file: str) -> list[dict[str, Any]]:
    """Every vector of one file, its `hex` joined to `bytes`."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{file}.json").read_text(encoding="utf-8"))["vectors"]
    return [{**vector, "bytes": bytes.fromhex(" ".join(vector["hex"]))} for vector in found]


def good(file: str) -> list[dict[str, Any]]:
    return [vector for vector in vectors(file) if "meaning" in vector]


def refused(file: str) -> list[dict[str, Any]]:
    return [vector for vector in vectors(file) if "refused" in vector]


def name_of(vector: dict[str, Any]) -> str:
    return str(vector["name"])
