"""How long records are kept: only by a rule that somebody wrote, and never one whose age is not certain."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from session.errors import InputError
from session.found_documents import RecordDocument
from session.record_documents import PrunedDocument
from session.records import list_records

RULE_FILE: Final = "retention.toml"
"""In the data folder."""
UNTOUCHED_FOR: Final = timedelta(days=1)
"""A file that changed since then may be a record that still runs, or was just copied here; *assumed*."""


class Rule(BaseModel):
    """Records that began more than this many days ago may go. There is no default: law and clinic decide."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    keep_days: int = Field(ge=1)


def read_rule(folder: Path) -> Rule:
    """The rule in `retention.toml` of a data folder; raises `InputError` where there is none or it says nothing."""
    path = folder / RULE_FILE
    try:
        return Rule.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise InputError(
            f"nobody said how long records are kept: give --keep-days, or write “keep_days = …” into {path}"
        ) from error
    except (OSError, ValueError, ValidationError) as error:
        raise InputError(f"{path}: this is no rule: it takes one line, “keep_days = …”, at least 1") from error


def judge(folder: Path, rule: Rule, now: datetime) -> tuple[PrunedDocument, ...]:
    """Each record that may go, and each whose age is not certain; deletes nothing.

    Raises `InputError` where the clock stands before a record: then no age is certain.
    """
    found = list_records(folder)
    newest = max((each.started_at for each in found if each.started_at), default=None)
    if newest is not None and newest > now:
        raise InputError(
            f"the clock of this computer stands before the newest record ({newest:%Y-%m-%d %H:%M} UTC): set it right"
        )
    return tuple(_judged(found, rule, now))


def delete(path: Path) -> None:
    """Delete one record; raises `InputError`."""
    try:
        path.unlink()
    except OSError as error:
        raise InputError(f"{path} cannot be deleted: {error.strerror or error}") from error


def _judged(found: tuple[RecordDocument, ...], rule: Rule, now: datetime) -> Iterator[PrunedDocument]:
    for each in found:
        due, text = _verdict(each, rule, now)
        if text:
            yield PrunedDocument(file=each.file, started_at=each.started_at, due=due, deleted=False, text=text)


def _verdict(record: RecordDocument, rule: Rule, now: datetime) -> tuple[bool, str]:
    """Whether it may go, and why or why not; no text for one that is simply kept."""
    if record.started_at is None:
        return False, f"kept, as its age is not known: {record.error}"
    days = (now - record.started_at).days
    if days <= rule.keep_days:
        return False, ""
    changed = datetime.fromtimestamp(Path(record.file).stat().st_mtime, UTC)
    if now - changed < UNTOUCHED_FOR:
        return False, f"kept, as its file changed in the last day, although it is {days} days old"
    return True, f"{days} days old"
