"""Trials judged again from a record: the same numbers as live, to the last digit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from session.errors import InputError
from session.observer import Observer
from session.playback import Recorded, read_record
from training.judge import Judge, Judged, Tool
from training.marks import read_mark


def judged_again(path: Path) -> tuple[Judged, ...]:
    """The trials in a record; raises `InputError` where it cannot be read or holds none."""
    found = tuple(_judged(read_record(path)))
    if not found:
        raise InputError(f"{path}: this record holds no trial of an exercise")
    return found


def _judged(recorded: Recorded) -> Iterator[Judged]:
    if recorded.header.plan is None:
        return
    observer, judge = Observer(recorded.header.plan), Judge()
    for payload in recorded.payloads:
        mark = read_mark(payload)
        if mark is not None:
            tool = Tool(observer.tool.rate_hz or 0.0, observer.tool.area_cm2)
            if (over := judge.mark(mark, tool)) is not None:
                yield over
            continue
        block = observer.update(payload)
        if block is not None and len(block):
            judge.update(block)
