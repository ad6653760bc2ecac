from __future__ import annotations

import errno
import os
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from session.examine import examine
from session.record import Recorder
from session.syncing import BEHIND_S, Syncing
from session.view import NotRecorded, Recording, unkept
from tests.session.tracks import HEADER, payloads

WAIT_S = 10.0


class Disk:
    """Keeps files as soon as it is told to; folders at once."""

    def __init__(self) -> None:
        self.asked, self.ready, self.kept = threading.Event(), threading.Event(), threading.Semaphore(0)
        self.refusal: OSError | None = None

    def sync(self, number: int) -> None:
        if stat.S_ISREG(os.fstat(number).st_mode):
            self.asked.set()
            assert self.ready.wait(WAIT_S)
            if self.refusal:
                raise self.refusal
            self.kept.release()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk()
    monkeypatch.setattr(os, "fsync", disk.sync)
    yield disk
    disk.ready.set()


def test_what_comes_while_the_disk_is_busy_is_with_the_system_at_once(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "a.mcap"
    recorder = Recorder(path, HEADER)
    assert disk.asked.wait(WAIT_S)
    sent = payloads(50)
    for payload in sent:
        recorder.append(payload)
    until_s = time.monotonic() + WAIT_S
    while len(examine(path.read_bytes()).kept) < len(sent) and time.monotonic() < until_s:
        pass
    assert [each.data for each in examine(path.read_bytes()).kept] == [each.data for each in sent]
    disk.ready.set()
    recorder.close()
    assert recorder.state == Recording(str(path))


def test_a_disk_that_takes_longer_than_a_second_is_told_until_it_has_caught_up(tmp_path: Path, disk: Disk) -> None:
    with (tmp_path / "a").open("wb") as stream:
        began_s = time.monotonic()
        syncing = Syncing(stream, tmp_path / "a")
        assert disk.asked.wait(WAIT_S)
        assert not syncing.behind(began_s + BEHIND_S)
        stuck_s = time.monotonic()
        assert syncing.behind(stuck_s + BEHIND_S)
        disk.ready.set()
        for _ in range(3):  # the third is asked for when the second, which began after all this, is over
            assert disk.kept.acquire(timeout=WAIT_S)
        assert not syncing.behind(stuck_s + BEHIND_S)
        syncing.close()


def test_whoever_looks_at_the_record_sees_that_the_disk_is_slow(
    tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder(tmp_path / "a.mcap", HEADER)
    assert disk.asked.wait(WAIT_S)
    late_s = time.monotonic() + BEHIND_S
    with monkeypatch.context() as later:
        later.setattr(time, "monotonic", lambda: late_s)
        assert recorder.state == Recording(str(recorder.path), behind=True)
    disk.ready.set()
    recorder.close()
    assert recorder.state == Recording(str(recorder.path))


def test_a_disk_that_refuses_is_said_and_the_rest_is_kept_in_memory(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "a.mcap"
    disk.refusal = OSError(errno.EIO, "Input/output error")
    recorder = Recorder(path, HEADER)
    sent = payloads(50)
    for payload in sent[:20]:
        recorder.append(payload)
    assert disk.asked.wait(WAIT_S)
    disk.ready.set()
    until_s = time.monotonic() + WAIT_S
    while isinstance(recorder.state, Recording) and time.monotonic() < until_s:
        pass
    for payload in sent[20:]:
        recorder.append(payload)
    recorder.close()
    assert recorder.state == NotRecorded(f"Input/output error: {path}")
    kept = examine(path.read_bytes()).kept
    assert [each.data for each in kept] == [each.data for each in sent[:20]]
    assert recorder.unwritten == sent[20:]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Recording("a.mcap"), ""),
        (NotRecorded("the disk is full"), "NOT RECORDED: the disk is full"),
        (
            Recording("a.mcap", behind=True),
            "The disk is slow: what came in the last seconds is not safe from a loss of power yet",
        ),
    ],
)
def test_of_a_record_is_said(state: Recording | NotRecorded, said: str) -> None:
    assert unkept(state) == said
