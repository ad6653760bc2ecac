"""A record on a disk that is full after so many bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from protocol.link import Payload
from session.checks import HEAD, MAGIC
from session.examine import examine
from session.record import Recorder
from session.record_documents import State
from session.view import NotRecorded
from tests.session.test_record import files_end_at
from tests.session.tracks import HEADER, payloads

COUNT: Final = 100


class Full(NamedTuple):
    """What became of one record."""

    size: int
    payloads: int
    said: bool
    state: str
    trouble: str


def full_disks(every: int = 1) -> Iterator[Full]:
    """Around each place where a part of the record ends; `every` so manieth of them."""
    sent = payloads(COUNT)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.mcap"
        _write(whole, sent)
        content = whole.read_bytes()
        places = sorted({end + beside for end in _ends(content) for beside in (-1, 0, 1)})
        for size in [place for place in places if 0 <= place < len(content)][::every]:
            path = Path(folder) / f"{size}.mcap"
            with files_end_at(size):
                recorder = _write(path, sent)
            yield _judged(size, path, recorder, sent)


def _write(path: Path, sent: list[Payload]) -> Recorder:
    with Recorder(path, HEADER) as recorder:
        for payload in sent:
            recorder.append(payload)
    return recorder


def _ends(content: bytes) -> Iterator[int]:
    position = len(MAGIC)
    yield 0
    while position < len(content) - len(MAGIC):
        yield position
        position += HEAD.size + HEAD.unpack_from(content, position)[1]
    yield position


def _judged(size: int, path: Path, recorder: Recorder, sent: list[Payload]) -> Full:
    seen = examine(path.read_bytes())
    both = [(each.channel, each.data) for each in seen.kept]
    both += [(each.channel, each.data) for each in recorder.unwritten if isinstance(each, Payload)]
    promises = {
        "the record is damaged": seen.state is not State.DAMAGED,
        "it was not said": isinstance(recorder.state, NotRecorded),
        "a payload is lost or there twice": both == [(each.channel, each.data) for each in sent],
    }
    trouble = "; ".join(text for text, held in promises.items() if not held)
    return Full(size, len(sent), isinstance(recorder.state, NotRecorded), str(seen.state), trouble)
