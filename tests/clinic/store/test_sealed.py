from __future__ import annotations

import io
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from clinic.store.errors import Damaged, WrongKey
from clinic.store.keys import Key, new_door, new_key
from clinic.store.sealed import MAGIC, PIECE, TAG, Envelope, SealedHead, SealedReader, SealedWriter, read_envelope
from tests.clinic.store.people import CHEAP, START, WORD

KEY = new_key()
DOOR = new_door("anna", uuid4(), WORD, KEY, CHEAP)
OTHER = new_door("ben", uuid4(), "another passphrase", KEY, CHEAP)
HEAD = SealedHead(kind="backup", made_at=START, clinic=uuid4(), doors=(DOOR,))


def sealed(path: Path, text: bytes, parts: int = 1, head: SealedHead = HEAD) -> Path:
    file = io.BytesIO()
    writer = SealedWriter(file, head, KEY)
    step = max(len(text) // parts, 1)
    for start in range(0, len(text), step):
        writer.write(text[start : start + step])
    writer.finish()
    path.write_bytes(file.getvalue())
    return path


def read(path: Path, key: Key = KEY) -> bytes:
    with SealedReader(read_envelope(path), key) as reader:
        return reader.read()


def read_by_passphrase(path: Path) -> bytes:
    return read(path, read_envelope(path).key("anna", WORD))


def text_of(size: int) -> bytes:
    return bytes(index * 7 % 251 for index in range(size))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17])
@pytest.mark.parametrize("parts", [1, 7])
def test_what_was_written_is_read_however_it_was_cut(tmp_path: Path, size: int, parts: int) -> None:
    assert read(sealed(tmp_path / "a", text_of(size), parts)) == text_of(size)


def test_the_file_is_what_its_page_says(tmp_path: Path) -> None:
    """Read without any of our code: head, nonce, tag and what they are bound to."""
    import hashlib
    import json

    content = sealed(tmp_path / "a", text_of(PIECE + 5)).read_bytes()
    assert content.startswith(b"palpate.sealed/1\n")
    length = int.from_bytes(content[17:21], "big")
    head = content[21 : 21 + length]
    assert json.loads(head)["kind"] == "backup"
    bound = hashlib.sha256(b"palpate.sealed/1\n" + head).digest()
    pieces = content[21 + length :]
    first = AESGCM(KEY).decrypt((0).to_bytes(8, "big") + b"\0\0\0\0", pieces[: 65536 + 16], bound)
    last = AESGCM(KEY).decrypt((1).to_bytes(8, "big") + b"\1\0\0\0", pieces[65536 + 16 :], bound)
    assert first + last == text_of(65536 + 5)


@given(st.data())
def test_any_place_is_read_as_it_is(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "places"
    text = text_of(2 * PIECE + 100)
    if not path.exists():
        sealed(path, text)
    start, count = data.draw(st.integers(0, len(text) + 5)), data.draw(st.integers(0, PIECE + 10))
    with SealedReader(read_envelope(path), KEY) as reader, io.BufferedReader(reader) as buffered:
        buffered.seek(start)
        assert buffered.read(count) == text[start : start + count]
        assert buffered.seek(-3, io.SEEK_END) == len(text) - 3
        assert buffered.read() == text[-3:]


@pytest.mark.parametrize("lost", [1, TAG, TAG + 5, PIECE, PIECE + TAG, 2 * (PIECE + TAG)])
def test_a_file_that_was_cut_does_not_open(tmp_path: Path, lost: int) -> None:
    path = sealed(tmp_path / "a", text_of(2 * PIECE + 5))
    path.write_bytes(path.read_bytes()[:-lost])
    with pytest.raises(Damaged, match="damaged or was cut off"):
        read(path)


def test_pieces_that_changed_places_do_not_open(tmp_path: Path) -> None:
    path = sealed(tmp_path / "a", text_of(3 * PIECE))
    content, begin = path.read_bytes(), read_envelope(path).begin
    whole = PIECE + TAG
    one, two, rest = (
        content[begin : begin + whole],
        content[begin + whole : begin + 2 * whole],
        content[begin + 2 * whole :],
    )
    path.write_bytes(content[:begin] + two + one + rest)
    with pytest.raises(Damaged):
        read(path)


def test_with_one_byte_changed_anywhere_nothing_wrong_is_read(tmp_path: Path) -> None:
    path = sealed(tmp_path / "a", text_of(500))
    content = path.read_bytes()
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 0x10
        path.write_bytes(changed)
        with pytest.raises((Damaged, WrongKey)):
            read_by_passphrase(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", MAGIC, MAGIC + b"\xff\xff\xff\xff", MAGIC + b"\0\0\0\2{}"])
def test_another_file_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(Damaged, match=r"choose another file|take another backup"):
        read_envelope(tmp_path / "a")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="it cannot be read: No such file"):
        read_envelope(tmp_path / "a")


def test_each_of_several_opens_it_with_the_own_passphrase(tmp_path: Path) -> None:
    head = HEAD.model_copy(update={"doors": (DOOR, OTHER)})
    envelope = read_envelope(sealed(tmp_path / "a", b"text", head=head))
    assert envelope.key("ben", "another passphrase") == envelope.key("anna", WORD) == KEY
    with pytest.raises(WrongKey, match="anna, ben can open it"):
        envelope.key(None, WORD)
    with pytest.raises(WrongKey, match="passphrase of ben"):
        envelope.key("ben", WORD)


def test_where_only_one_can_open_it_nobody_has_to_say_who_it_is(tmp_path: Path) -> None:
    envelope: Envelope = read_envelope(sealed(tmp_path / "a", b"text"))
    assert envelope.key(None, WORD) == KEY
