from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.link import Channel, Payload
from session.checks import text_check
from session.errors import InputError
from session.playback import FileLink, Recorded, read_record
from tests.session.tracks import HEADER, payloads, write
from tests.short import first
from tests.virtual import virtual

Kept = list[tuple[Channel, bytes]]

STEP = 5
"""Each fifth byte in the short form, all of them in the long one; no field of a record is five bytes long."""


def bare(kept: list[Payload] | tuple[Payload, ...]) -> Kept:
    return [(each.channel, each.data) for each in kept]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("records")
    write(folder / "whole.mcap", payloads())
    return (yield folder)


def test_a_record_gives_back_what_was_written(folder: Path) -> None:
    recorded = read_record(folder / "whole.mcap")
    assert recorded.header == HEADER
    assert recorded.whole
    assert bare(recorded.payloads) == bare(payloads())
    assert [each.arrival_s for each in recorded.payloads] == pytest.approx([0.0, 0.0, 0.5, 1.0, 1.04, 1.08], abs=1e-6)


@pytest.mark.parametrize("start", first(range(STEP)))
def test_a_record_that_is_cut_at_any_byte_gives_exactly_its_whole_payloads(
    start: int, folder: Path, tmp_path: Path
) -> None:
    whole, cut = (folder / "whole.mcap").read_bytes(), tmp_path / "cut.mcap"
    kept, ends = bare(payloads()), ends_of_payloads(whole)
    for length in range(start, len(whole), STEP):
        cut.write_bytes(whole[:length])
        expected = sum(end <= length for end in ends)
        if expected == 0:
            with pytest.raises(InputError, match="before its first payload"):
                read_record(cut)
            continue
        recorded = read_record(cut)
        assert bare(recorded.payloads) == kept[:expected], length
        assert not recorded.whole, length


def ends_of_payloads(whole: bytes) -> list[int]:
    """Where each payload is complete: its bytes are the last ones of its part of the file."""
    ends, position = [], 0
    for _, data in bare(payloads()):
        position = whole.index(data, position) + len(data)
        ends.append(position)
    return ends


@given(st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), min_size=1, max_size=4))
def test_damaged_bytes_give_payloads_or_a_sentence(folder: Path, changes: list[tuple[int, int]]) -> None:
    content = bytearray((folder / "whole.mcap").read_bytes())
    for position, change in changes:
        content[position % len(content)] ^= change
    damaged = folder / "damaged.mcap"
    damaged.write_bytes(content)
    read = outcome(damaged)
    assert len(read) <= len(payloads()) if isinstance(read, list) else "\n" not in read


def outcome(path: Path) -> Kept | str:
    """The payloads, or the sentence that says why not."""
    try:
        return bare(read_record(path).payloads)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("start", first(range(STEP)))
def test_with_any_damaged_byte_nothing_wrong_is_read(start: int, folder: Path, tmp_path: Path) -> None:
    whole, damaged = (folder / "whole.mcap").read_bytes(), tmp_path / "damaged.mcap"
    kept = bare(payloads())
    for position in range(start, len(whole), STEP):
        damaged.write_bytes(whole[:position] + bytes((whole[position] ^ 0xFF,)) + whole[position + 1 :])
        read = outcome(damaged)
        assert isinstance(read, str) or read == kept[: len(read)], position


@pytest.mark.parametrize("start", first(range(STEP)))
def test_with_any_damaged_byte_of_a_cut_record_nothing_wrong_is_read(start: int, folder: Path, tmp_path: Path) -> None:
    whole, damaged = (folder / "whole.mcap").read_bytes(), tmp_path / "damaged.mcap"
    cut, kept = whole[: ends_of_payloads(whole)[-1]], bare(payloads())
    for position in range(start, len(cut), STEP):
        damaged.write_bytes(cut[:position] + bytes((cut[position] ^ 0xFF,)) + cut[position + 1 :])
        try:
            recorded = read_record(damaged)
        except InputError:
            continue
        assert recorded.header == HEADER, position
        assert bare(recorded.payloads) == kept[: len(recorded.payloads)], position


def test_a_damaged_payload_of_a_finished_record_is_said(folder: Path, tmp_path: Path) -> None:
    whole, damaged = (folder / "whole.mcap").read_bytes(), tmp_path / "damaged.mcap"
    frame = payloads()[-1].data
    damaged.write_bytes(whole.replace(frame, frame[:-1] + bytes((frame[-1] ^ 1,))))
    with pytest.raises(InputError, match="payload 6 is not as it was written"):
        read_record(damaged)


def test_a_part_that_claims_to_be_shorter_than_its_head_is_damage(folder: Path, tmp_path: Path) -> None:
    whole, damaged = (folder / "whole.mcap").read_bytes(), tmp_path / "damaged.mcap"
    head = len(payloads()[0].data) + 22
    length = whole.index(b"\x05" + head.to_bytes(8, "little"))
    damaged.write_bytes(whole[: length + 1] + (5).to_bytes(8, "little") + whole[length + 9 :])
    with pytest.raises(InputError, match="the record is damaged: a part of it is too short"):
        read_record(damaged)


def test_a_damaged_end_is_told_from_a_file_that_is_no_record(folder: Path, tmp_path: Path) -> None:
    whole, damaged = (folder / "whole.mcap").read_bytes(), tmp_path / "damaged.mcap"
    damaged.write_bytes(whole[:-1] + b"x")
    with pytest.raises(InputError, match="its last bytes are wrong"):
        read_record(damaged)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "before its first payload"),
        (b"\x89MCAP", "before its first payload"),
        (b"time_s,force_n\n0,1\n", "no MCAP file"),
        (bytes(100), "no MCAP file"),
    ],
)
def test_what_is_no_record_is_said(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "x.mcap"
    path.write_bytes(content)
    with pytest.raises(InputError, match=says):
        read_record(path)


def test_a_file_that_is_not_there_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_record(tmp_path / "none.mcap")
    with pytest.raises(InputError, match="Is a directory"):
        read_record(tmp_path)


def test_a_record_of_a_later_version_says_to_update(folder: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.mcap"
    text = HEADER.model_dump_json()
    newer = text.replace("palpate.record/1", "palpate.record/2")
    content = (folder / "whole.mcap").read_bytes().replace(text.encode(), newer.encode())
    later.write_bytes(content.replace(text_check(text).encode(), text_check(newer).encode()))
    with pytest.raises(InputError, match="update"):
        read_record(later)


def test_a_record_without_a_header_is_none_that_can_be_read(folder: Path, tmp_path: Path) -> None:
    headless, name = tmp_path / "headless.mcap", b"\x07\x00\x00\x00palpat"
    whole = (folder / "whole.mcap").read_bytes()
    cut = whole[: ends_of_payloads(whole)[-1]]
    assert cut.count(name) > 0
    headless.write_bytes(cut.replace(name + b"e", name + b"x"))
    with pytest.raises(InputError, match="nothing to read"):
        read_record(headless)


@virtual
async def test_a_record_as_a_link_keeps_its_pauses() -> None:
    loop = asyncio.get_running_loop()
    await asyncio.sleep(3.0)
    sent = (Payload(Channel.BATTERY, 0.0, b"\x01"), Payload(Channel.BATTERY, 2.5, b"\x02"))
    link = FileLink(Recorded(HEADER, sent, whole=True))
    arrived = [(loop.time(), payload) async for payload in link.payloads()]
    assert [now_s for now_s, _ in arrived] == [3.0, 5.5]
    assert [payload.arrival_s for _, payload in arrived] == [3.0, 5.5]
    assert link.simulated


@virtual
async def test_a_closed_link_yields_nothing_more() -> None:
    sent = (Payload(Channel.BATTERY, 0.0, b"\x01"), Payload(Channel.BATTERY, 2.5, b"\x02"))
    link = FileLink(Recorded(HEADER, sent, whole=True))
    arrived = []
    async for payload in link.payloads():
        arrived.append(payload.data)
        await link.close()
    assert arrived == [b"\x01"]
