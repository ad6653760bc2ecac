"""A new record with everything that is intact in a damaged or cut one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from session.checks import text_check
from session.errors import InputError
from session.examine import Examined, examine, read_bytes
from session.record import LIVE_NAME, RecordFile, RecordHeader
from session.record_documents import State
from session.recovered import RECOVERED_NAME, Recovered
from session.syncing import keep_name


def recover(path: Path, to: Path, software: str) -> Recovered:
    """Write what is intact in `path` into the new record `to`; nothing is changed in `path`, and nothing invented.

    Each payload keeps its time and, where it had one, its number. Raises `InputError` where there is nothing to
    recover, or nothing that could be, and where `to` cannot be written: then there is no `to`.
    """
    content = read_bytes(path)
    seen = examine(content)
    if seen.state is State.WHOLE:
        raise InputError("this record is whole: there is nothing to recover")
    header = _header(seen)
    mark = Recovered(
        source_sha256=hashlib.sha256(content).hexdigest(),
        software=software,
        kept=len(seen.kept),
        lost=seen.lost,
        proven=seen.proven,
    )
    try:
        _create(to, seen, header, mark)
    except FileExistsError as error:
        raise InputError(f"{to} exists already: choose another name with --out") from error
    except OSError as error:
        raise InputError(f"{to} cannot be written ({error.strerror or error}): choose another place") from error
    return mark


def _header(seen: Examined) -> RecordHeader:
    if not seen.kept:
        raise InputError("the record ends before its first payload: there is nothing to recover")
    if seen.header is None:
        raise InputError(
            f"{len(seen.kept)} payloads are intact, but not what says when and how they were recorded: "
            "nothing is written, as it would have to be invented"
        )
    return seen.header


def _create(to: Path, seen: Examined, header: RecordHeader, mark: Recovered) -> None:
    """Write the file; where that fails, take away what was begun."""
    try:
        with to.open("xb") as stream:
            file = RecordFile(stream, header)
            file.note(RECOVERED_NAME, {"recovered": mark.model_dump_json()})
            _fill(file, seen)
    except FileExistsError:
        raise
    except BaseException:
        to.unlink(missing_ok=True)
        raise
    keep_name(to)


def _fill(file: RecordFile, seen: Examined) -> None:
    for place, kept in enumerate(seen.kept, 1):
        file.number(kept.log_ns, kept.channel, kept.data, kept.sequence or place)
    if seen.live is not None:
        text = seen.live.model_dump_json()
        file.note(LIVE_NAME, {"live": text, "crc32": text_check(text)})
    file.finish()
