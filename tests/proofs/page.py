"""A page of docs/ that a proof writes."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Table(NamedTuple):
    """Rows below a heading; all rows as long as `head`."""

    caption: str
    head: Sequence[str]
    rows: Iterable[Sequence[str]]


def write_page(path: Path, title: str, paragraphs: Iterable[str], tables: Iterable[Table]) -> None:
    """Write a markdown page: title, text, tables, and from which day and commit they are."""
    day = datetime.now(UTC).date().isoformat()
    origin = f"Written by `tests/proofs` on {day} from commit {_commit()}; not edited by hand."
    parts = [f"# {title}", *paragraphs, *map(_table, tables), origin]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _table(table: Table) -> str:
    lines = [table.head, ["---"] * len(table.head), *table.rows]
    return f"## {table.caption}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _commit() -> str:
    """The short name of what is checked out, with a + when files differ from it; "unknown" without git."""
    try:
        found = subprocess.run(
            ["git", "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return found.stdout.strip()
