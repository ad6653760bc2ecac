"""The way in a file beside the chart: written whole after each step, so that a crash loses what was being typed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from clinic.mistakes import mistake
from clinic.screening.files import write_whole
from clinic.way.way import Way
from protocol.sentence import Sentence
from session.errors import InputError

SUFFIX: Final = ".visit-"
"""Between the name of the chart and the moment when the visit began."""


def way_path(chart: Path, way: Way) -> Path:
    """The file of this visit."""
    return chart.with_name(f"{chart.stem}{SUFFIX}{way.began_at:%Y%m%dT%H%M%S}-{str(way.id)[:8]}.json")


def way_paths(chart: Path) -> tuple[Path, ...]:
    """The files of all visits of this chart, oldest first."""
    return tuple(sorted(path for path in chart.parent.iterdir() if path.name.startswith(f"{chart.stem}{SUFFIX}")))


def keep_way(chart: Path, way: Way) -> None:
    """Write it down; raises `NotKept`."""
    write_whole(way_path(chart, way), way.model_dump_json(indent=1, by_alias=True), Sentence("the visit"))


def read_way(path: Path) -> Way:
    """Read one; raises `InputError`."""
    try:
        return Way.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(Sentence("{path}: it cannot be read: {why}", path=path, why=error.strerror)) from error
    except ValidationError as error:
        why = Sentence("{path}: this is no visit of “palpate visit”: {why}", path=path, why=mistake(error))
        raise InputError(why) from error


def unfinished(chart: Path, now: datetime) -> Way | None:
    """The newest visit of this chart that is of today and not complete; raises `InputError`."""
    open_ones = [way for way in map(read_way, way_paths(chart)) if not way.complete and way.of_today(now)]
    return max(open_ones, key=lambda way: way.began_at, default=None)
