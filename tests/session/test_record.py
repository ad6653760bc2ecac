from __future__ import annotations

import errno
import json
import os
import resource
import signal
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from mcap.reader import SeekingReader
from pydantic import ValidationError

from protocol.link import Channel, Payload
from session.errors import InputError
from session.playback import read_record
from session.record import Recorder, RecordHeader, record_path, topic
from session.tool_stream import ToolStream
from session.view import NotRecorded, Recording
from tests.session.tracks import HEADER, payloads, write


def test_another_reader_reads_a_finished_record(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    tool = ToolStream()
    with Recorder(path, HEADER) as recorder:
        for payload in payloads():
            recorder.append(payload)
            if (block := tool.update(payload)) is not None:
                recorder.derive(block, payload.arrival_s)
    with path.open("rb") as stream:
        reader = SeekingReader(stream, validate_crcs=True)
        messages = [(channel, message) for _, channel, message in reader.iter_messages()]
        metadata = {each.name: each.metadata for each in reader.iter_metadata()}
    raw = [(channel.topic, message.data) for channel, message in messages if channel.topic.startswith("raw/")]
    assert raw == [(topic(each.channel), each.data) for each in payloads()]
    force = [json.loads(message.data) for channel, message in messages if channel.topic == "force"]
    assert [each["time_s"] for each in force] == [1.0, 1.02, 1.04, 1.06, 1.08, 1.1]
    assert all(abs(each["force_n"] - 0.35) < 0.2 for each in force)
    assert json.loads(metadata["palpate"]["header"])["format"] == "palpate.record/1"


def test_a_record_without_a_payload_is_no_damaged_one(tmp_path: Path) -> None:
    write(tmp_path / "a.mcap", [])
    with pytest.raises(InputError, match="ends before its first payload"):
        read_record(tmp_path / "a.mcap")
    with (tmp_path / "a.mcap").open("rb") as stream:
        assert list(SeekingReader(stream, validate_crcs=True).iter_messages()) == []


def test_what_came_is_on_the_disk_although_nothing_comes_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, plainly = threading.Event(), os.fsync

    def tell(number: int) -> None:
        plainly(number)
        if stat.S_ISREG(os.fstat(number).st_mode):
            synced.set()

    monkeypatch.setattr(os, "fsync", tell)
    with Recorder(tmp_path / "a.mcap", HEADER) as recorder:
        for payload in payloads():
            recorder.append(payload)
        assert synced.wait(10)
        running = read_record(tmp_path / "a.mcap")
    assert [each.data for each in running.payloads] == [each.data for each in payloads()]
    assert not running.whole


def test_log_times_count_from_the_start_on_the_calendar(tmp_path: Path) -> None:
    write(tmp_path / "a.mcap", payloads())
    with (tmp_path / "a.mcap").open("rb") as stream:
        messages = SeekingReader(stream).iter_messages(log_time_order=False)
        times = [message.log_time for _, channel, message in messages if channel.topic.startswith("raw/")]
    start_ns = round(HEADER.started_at.timestamp()) * 1_000_000_000
    assert [time_ns - start_ns for time_ns in times[:4]] == [0, 0, 500_000_000, 1_000_000_000]


def test_a_record_names_nobody(tmp_path: Path) -> None:
    write(tmp_path / "a.mcap", payloads())
    assert set(type(HEADER).model_fields) == {
        "format", "started_at", "started_loop_s", "software", "simulated", "scenario", "seed", "plan", "practised",
        "subject",
    }  # fmt: skip
    for name in ("Zebulon Quaife", "ZEBU-LON", "k7qf-3m2p"):
        with pytest.raises(ValidationError, match="subject"):
            RecordHeader.model_validate(dict(HEADER) | {"subject": name})
    assert os.uname().nodename.encode() not in (tmp_path / "a.mcap").read_bytes()


def test_a_record_of_the_simulator_is_marked(tmp_path: Path) -> None:
    write(tmp_path / "a.mcap", payloads())
    assert read_record(tmp_path / "a.mcap").header.simulated


def test_folders_are_made(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "c.mcap", payloads())
    assert len(read_record(tmp_path / "a" / "b" / "c.mcap").payloads) == 6


def failed(path: Path) -> Recorder:
    recorder = Recorder(path, HEADER)
    for payload in payloads():
        recorder.append(payload)
    recorder.close()
    return recorder


def test_a_record_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    path.write_bytes(b"precious")
    recorder = failed(path)
    assert path.read_bytes() == b"precious"
    assert recorder.state == NotRecorded(f"File exists: {path}")
    assert recorder.unwritten == payloads()


@pytest.mark.parametrize("part", ["", "deeper"])
def test_a_file_in_the_place_of_the_folder_is_said_and_all_is_kept_in_memory(tmp_path: Path, part: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    recorder = failed(tmp_path / "file" / part / "a.mcap")
    assert isinstance(recorder.state, NotRecorded)
    assert recorder.state.reason.startswith(("Not a directory", "File exists"))
    assert recorder.unwritten == payloads()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    recorder = failed(tmp_path / "a.mcap")
    assert recorder.state == NotRecorded(f"Permission denied: {tmp_path / 'a.mcap'}")


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file of this process may grow beyond `size`: the nearest thing to a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_is_said_and_the_rest_is_kept_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "full.mcap"
    sent = payloads(200)
    with files_end_at(8000):
        recorder = Recorder(path, HEADER)
        for payload in sent:
            recorder.append(payload)
        recorder.close()
    assert recorder.state == NotRecorded(f"File too large: {path}")
    written = read_record(path)
    assert not written.whole
    assert 0 < len(written.payloads) < len(sent)
    both = [*written.payloads, *(each for each in recorder.unwritten if isinstance(each, Payload))]
    assert [(each.channel, each.data) for each in both] == [(each.channel, each.data) for each in sent]


def test_a_disk_without_room_is_said_in_words_that_tell_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("session.record.os.fsync", full)
    recorder = failed(tmp_path / "a.mcap")
    assert recorder.state == NotRecorded(f"the disk is full: free some space: {tmp_path / 'a.mcap'}")


def test_a_disk_that_is_full_only_at_the_end_is_said_and_closing_ends(tmp_path: Path) -> None:
    write(tmp_path / "whole.mcap", payloads())
    needed = (tmp_path / "whole.mcap").stat().st_size
    for missing in (1, 100, 1000):
        path = tmp_path / f"{missing}.mcap"
        with files_end_at(needed - missing):
            recorder = failed(path)
        assert recorder.state == NotRecorded(f"File too large: {path}")
        assert recorder.unwritten == []
        assert len(read_record(path).payloads) == len(payloads())


def test_what_cannot_be_put_into_a_record_is_said_too(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    recorder = Recorder(path, HEADER)
    long_ago = Payload(Channel.BATTERY, -1e12, b"\x32")
    recorder.append(payloads()[0])
    recorder.append(long_ago)
    recorder.append(payloads()[1])
    recorder.close()
    assert isinstance(recorder.state, NotRecorded)
    assert recorder.unwritten == [long_ago, payloads()[1]]


def test_a_record_that_works_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    with Recorder(path, HEADER) as recorder:
        assert recorder.state == Recording(str(path))
    assert recorder.unwritten == []


def test_names_of_records_sort_by_time_whatever_the_time_zone() -> None:
    earlier = datetime(2026, 3, 1, 0, 30, 0, 7, tzinfo=timezone(timedelta(hours=2)))
    later = datetime(2026, 2, 28, 23, 0, tzinfo=UTC)
    names = [record_path(Path("x"), "PT-1", now).name for now in (earlier, later)]
    assert names == ["2026-02-28T22-30-00-000007_PT-1.mcap", "2026-02-28T23-00-00-000000_PT-1.mcap"]
