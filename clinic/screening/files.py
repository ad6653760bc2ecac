"""A chart in a file: for the command line. It holds answers about health and no name; keep it like any chart."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pydantic import ValidationError

from clinic.mistakes import mistake
from clinic.screening.chart import Chart
from protocol.sentence import Sentence
from session.errors import InputError, NotKept


def read_chart(path: Path) -> Chart:
    """Read it; raises `InputError`."""
    try:
        return Chart.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(Sentence("{path}: it cannot be read: {why}", path=str(path), why=error.strerror)) from error
    except ValidationError as error:
        why = mistake(error)
        raise InputError(
            Sentence("{path}: this is no chart of “palpate screen”: {why}", path=str(path), why=why)
        ) from error


def write_chart(path: Path, chart: Chart) -> None:
    """Write it whole or not at all, readable for its owner alone; raises `NotKept`."""
    write_whole(path, chart.model_dump_json(indent=1), Sentence("the chart"))


def write_whole(path: Path, text: str, what: str) -> None:
    """Write a file whole or not at all, readable for its owner alone; raises `NotKept`, naming `what` it is."""
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except OSError as error:
        raise NotKept(
            Sentence(
                "{path}: {what} cannot be written ({why}): choose another place",
                path=str(path),
                what=what,
                why=error.strerror,
            )
        ) from error
