"""Check sums of single payloads, so that one wrong byte in a record costs one payload and is never believed."""

from __future__ import annotations

import struct
import zlib
from typing import Final

CHECK_TOPIC: Final = "check"
CHECK_ENCODING: Final = "palpate.check/1"
"""CRC-32, little-endian, of the content of the message that follows; with its sequence number and its time."""
CHECK_BYTES: Final = 4
MAGIC: Final = b"\x89MCAP0\r\n"
"""The first and the last bytes of any MCAP file."""
HEAD: Final = struct.Struct("<BQ")
"""Of any record of MCAP: opcode and length of what follows."""
MESSAGE: Final = struct.Struct("<HIQQ")
"""A message's channel, sequence, log time and publish time; its data follow."""


def check_of(content: bytes) -> bytes:
    """The check sum of a message's content: everything behind its opcode and its length."""
    return zlib.crc32(content).to_bytes(CHECK_BYTES, "little")


def content_of(channel_id: int, sequence: int, log_ns: int, data: bytes) -> bytes:
    """A message's content as it is written, with one time for both."""
    return MESSAGE.pack(channel_id, sequence, log_ns, log_ns) + data


def text_check(text: str) -> str:
    """The check sum of a text, as it stands beside it."""
    return f"{zlib.crc32(text.encode()):08x}"
