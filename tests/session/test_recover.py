from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcap.reader import SeekingReader
from mcap.writer import CompressionType, Writer

from protocol.link import Channel, Payload
from session.errors import InputError
from session.examine import examine, verify
from session.playback import read_record
from session.record import HEADER_NAME, RAW_ENCODING, Recorder, topic
from session.record_documents import CheckDocument, DamageDocument, State
from session.recover import recover
from session.tool_stream import ToolStream
from session.view import HoldView, Summary
from tests.session.test_record import files_end_at
from tests.session.tracks import HEADER, payloads

Kept = list[tuple[int, Channel, bytes]]

SHOWN = Summary(
    outcome="Done.",
    holds=(HoldView(4.0, 3.0, 98.0, 12.0, 400.0, ""),),
    in_band_s=3.0,
    dose_kpa_s=400.0,
    dose_high_kpa_s=400.0,
    samples=100,
    lost_samples=0,
    over_cap_s=0.0,
    over_cap_peak_n=None,
    record=None,
)


def numbered(count: int) -> Kept:
    return [(number, each.channel, each.data) for number, each in enumerate(payloads(count), 1)]


def kept(content: bytes) -> Kept:
    return [(each.sequence, each.channel, each.data) for each in examine(content).kept]


def written(path: Path, count: int) -> bytes:
    """A whole record with force for viewers and what was shown at the end."""
    tool = ToolStream()
    with Recorder(path, HEADER) as recorder:
        for payload in payloads(count):
            recorder.append(payload)
            if (block := tool.update(payload)) is not None:
                recorder.derive(block, payload.arrival_s)
        recorder.conclude(SHOWN)
    return path.read_bytes()


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("short") / "a.mcap", 8)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("long") / "a.mcap", 150)


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A whole record of a version that wrote no numbers and no check sums of single payloads."""
    path = tmp_path_factory.mktemp("early") / "a.mcap"
    start_ns = round(HEADER.started_at.timestamp() * 1e9)
    with path.open("xb") as stream:
        writer = Writer(stream, use_chunking=False, compression=CompressionType.NONE, enable_data_crcs=True)
        writer.start(profile="", library="palpate 0")
        writer.add_metadata(HEADER_NAME, {"header": HEADER.model_dump_json()})
        ids = {channel: writer.register_channel(topic(channel), RAW_ENCODING, 0) for channel in Channel}
        writer.flush()
        for payload in payloads(8):
            log_ns = start_ns + round((payload.arrival_s - HEADER.started_loop_s) * 1e9)
            writer.add_message(ids[payload.channel], log_ns, payload.data, log_ns)
            writer.flush()
        writer.finish()
    return path.read_bytes()


def test_a_whole_record_is_whole(tmp_path: Path) -> None:
    written(tmp_path / "a.mcap", 8)
    assert verify(tmp_path / "a.mcap") == CheckDocument(
        file=str(tmp_path / "a.mcap"),
        state=State.WHOLE,
        text="8 payloads, each as it was written",
        payloads=8,
        lost=0,
        proven=True,
    )


def test_one_wrong_byte_anywhere_is_seen_and_costs_at_most_one_payload(short: bytes) -> None:
    all_kept, costs = numbered(8), list[int]()
    for position in range(len(short)):
        seen = examine(short[:position] + bytes((short[position] ^ 0x55,)) + short[position + 1 :])
        found = [(each.sequence, each.channel, each.data) for each in seen.kept]
        assert seen.state is not State.WHOLE, position
        assert seen.header == HEADER, position
        assert set(found) <= set(all_kept), position
        assert found == sorted(found), position
        costs.append(8 - len(found))
    assert set(costs) == {0, 1}
    data_bytes = sum(len(data) for _, _, data in all_kept)
    assert data_bytes < costs.count(1) <= data_bytes + 8 * (4 + 22)  # data, its check sum, number, times, channel


def test_a_record_cut_at_any_byte_keeps_every_payload_before_the_cut(short: bytes) -> None:
    ends = [short.index(data, short.index(b"\x05", 200)) + len(data) for _, _, data in numbered(8)]
    for length in range(len(short)):
        seen = examine(short[:length])
        assert seen.state is State.CUT, length
        assert len(seen.kept) == sum(end <= length for end in ends), length
        assert (seen.lost or 0) in (0, 1), length


def test_where_the_damage_is_and_what_stood_there_is_said(tmp_path: Path, short: bytes) -> None:
    frame = numbered(8)[4][2]
    start = short.index(frame) - 31  # opcode, length, channel, number and two times before the data
    (tmp_path / "a.mcap").write_bytes(short.replace(frame, frame[:-1] + bytes((frame[-1] ^ 1,))))
    found = verify(tmp_path / "a.mcap")
    assert found.state is State.DAMAGED
    assert found.text == "7 payloads are as they were written, 1 are lost"
    damage = DamageDocument(
        start_byte=start, end_byte=start + 31 + len(frame), payloads_before=4, payloads_after=3, lost=1
    )
    assert found.damages == (damage,)


def test_a_lost_stretch_costs_what_stood_in_it(long: bytes) -> None:
    frame = numbered(150)[99][2]
    middle = long.index(frame)
    for hole in (bytes(4096), b"\xff" * 4096, b""):
        seen = examine(long[: middle - 2048] + hole + long[middle + 2048 :])
        numbers = [each.sequence for each in seen.kept]
        missing = sorted(set(range(1, 151)) - set(numbers))
        assert missing == list(range(missing[0], missing[-1] + 1))
        assert missing[0] < 100 < missing[-1]
        assert seen.lost == len(missing) == 150 - len(numbers)
        assert kept(long[: middle - 2048] + hole + long[middle + 2048 :]) == [
            each for each in numbered(150) if each[0] not in missing
        ]


def test_a_stretch_that_stands_twice_is_read_once(long: bytes) -> None:
    start, end = (long.index(numbered(150)[place][2]) - 66 for place in (80, 90))
    assert kept(long[:end] + long[start:end] + long[end:]) == numbered(150)


def test_a_lost_beginning_does_not_cost_what_says_when_and_how(long: bytes) -> None:
    seen = examine(bytes(4096) + long[4096:])
    assert seen.header == HEADER
    assert seen.live is not None
    assert seen.kept[-1].sequence == 150
    assert len(seen.kept) > 100


def test_zeros_behind_the_last_payload_are_damage_and_no_payload(short: bytes) -> None:
    frame = numbered(8)[-1][2]
    end = short.index(frame) + len(frame)
    seen = examine(short[: end - 4] + bytes(500))
    assert kept(short[: end - 4] + bytes(500)) == numbered(7)
    assert (seen.state, seen.lost) == (State.DAMAGED, 1)


def test_a_wrong_byte_of_what_is_derived_is_seen_although_each_payload_is_proven(short: bytes) -> None:
    at = short.index(b'"force_n": ') + 11
    seen = examine(short[:at] + bytes((short[at] ^ 1,)) + short[at + 1 :])
    assert (seen.state, seen.crc, seen.lost, seen.proven) == (State.DAMAGED, False, 0, True)


@given(st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 600), st.binary(max_size=40)), max_size=3))
def test_whatever_happens_to_a_file_nothing_is_invented(short: bytes, wounds: list[tuple[int, int, bytes]]) -> None:
    content = short
    for at, length, instead in wounds:
        start = at % len(content) if content else 0
        content = content[:start] + instead + content[start + length :]
    try:
        found = kept(content)
    except InputError:
        return
    assert set(found) <= set(numbered(8))
    assert [number for number, _, _ in found] == sorted({number for number, _, _ in found})


def test_an_early_record_is_proven_by_the_check_sum_over_all(early: bytes) -> None:
    seen = examine(early)
    assert (seen.state, seen.proven, seen.lost, len(seen.kept)) == (State.WHOLE, True, None, 8)


def test_an_early_record_with_a_wrong_payload_says_that_it_cannot_tell_which(tmp_path: Path, early: bytes) -> None:
    frame = numbered(8)[4][2]
    (tmp_path / "a.mcap").write_bytes(early.replace(frame, frame[:-1] + bytes((frame[-1] ^ 1,))))
    found = verify(tmp_path / "a.mcap")
    assert (found.state, found.proven, found.lost, found.payloads) == (State.DAMAGED, False, None, 8)
    assert "this older record does not tell" in found.text


def test_an_early_record_with_a_wrong_length_is_read_on_behind_it(early: bytes) -> None:
    frame = numbered(8)[4][2]
    at = early.index(frame) - 30
    for flipped in (1, 4, 0x40, 0x80):
        seen = examine(early[:at] + bytes((early[at] ^ flipped,)) + early[at + 1 :])
        assert [each.data for each in seen.kept] == [
            data for place, (_, _, data) in enumerate(numbered(8)) if place != 4
        ]
        assert seen.state is State.DAMAGED


def test_a_recovered_record_is_whole_and_says_what_it_is(tmp_path: Path, short: bytes) -> None:
    frame = numbered(8)[4][2]
    damaged, saved = tmp_path / "a.mcap", tmp_path / "b.mcap"
    damaged.write_bytes(short.replace(frame, bytes(len(frame))))
    before = damaged.read_bytes()
    mark = recover(damaged, saved, "9.9")
    assert damaged.read_bytes() == before
    assert (mark.kept, mark.lost, mark.proven, mark.software) == (7, 1, True, "9.9")
    assert mark.source_sha256 == hashlib.sha256(before).hexdigest()
    assert verify(saved).state is State.WHOLE
    assert verify(saved).recovered == "the record was recovered: 7 payloads kept, 1 lost"
    assert kept(saved.read_bytes()) == [each for each in numbered(8) if each[0] != 5]
    recorded = read_record(saved)
    assert (recorded.header, recorded.recovered, recorded.whole) == (HEADER, mark, True)
    assert recorded.live is not None
    with saved.open("rb") as stream:
        messages = SeekingReader(stream, validate_crcs=True).iter_messages(log_time_order=False)
        raw = [message.data for _, channel, message in messages if channel.topic.startswith("raw/")]
    assert raw == [data for number, _, data in numbered(8) if number != 5]


def test_a_recovered_record_keeps_the_times(tmp_path: Path, short: bytes) -> None:
    (tmp_path / "a.mcap").write_bytes(short[:-40])
    recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")
    old, new = examine(short).kept, examine((tmp_path / "b.mcap").read_bytes()).kept
    assert old == new


def test_a_whole_record_is_not_recovered(tmp_path: Path, short: bytes) -> None:
    (tmp_path / "a.mcap").write_bytes(short)
    with pytest.raises(InputError, match="whole: there is nothing to recover"):
        recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")
    assert not (tmp_path / "b.mcap").exists()


def test_without_what_says_when_and_how_nothing_is_written(tmp_path: Path, short: bytes) -> None:
    (tmp_path / "a.mcap").write_bytes(short.replace(b"palpate.record/1", b"palpate.record/x"))
    with pytest.raises(InputError, match="8 payloads are intact, but not what says"):
        recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")
    assert not (tmp_path / "b.mcap").exists()


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "before its first payload"), (b"time_s,force_n\n0,1\n", "no MCAP file")]
)
def test_what_holds_no_payload_is_not_recovered(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "a.mcap").write_bytes(content)
    with pytest.raises(InputError, match=says):
        recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")


def test_nothing_is_written_over_and_the_sentence_says_so(tmp_path: Path, short: bytes) -> None:
    (tmp_path / "a.mcap").write_bytes(short[:-40])
    (tmp_path / "b.mcap").write_bytes(b"precious")
    with pytest.raises(InputError, match=r"b\.mcap exists already: choose another name"):
        recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")
    assert (tmp_path / "b.mcap").read_bytes() == b"precious"


def test_where_the_disk_is_full_no_half_recovered_record_is_left(tmp_path: Path, short: bytes) -> None:
    (tmp_path / "a.mcap").write_bytes(short[:-40])
    recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")
    needed = (tmp_path / "b.mcap").stat().st_size
    (tmp_path / "b.mcap").unlink()
    for size in range(0, needed, 97):
        with files_end_at(size), pytest.raises(InputError, match="File too large"):
            recover(tmp_path / "a.mcap", tmp_path / "b.mcap", "test")
        assert [each.name for each in tmp_path.iterdir()] == ["a.mcap"]


def test_two_programs_that_choose_one_name_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.mcap"
    recorders = [Recorder(path, HEADER), Recorder(path, HEADER)]
    for payload in payloads(8):
        for recorder in recorders:
            recorder.append(payload)
    for recorder in recorders:
        recorder.close()
    losers = [each for each in recorders if each.unwritten]
    assert len(losers) == 1
    assert [each for each in losers[0].unwritten if isinstance(each, Payload)] == payloads(8)
    assert verify(path).state is State.WHOLE
    assert verify(path).payloads == 8
