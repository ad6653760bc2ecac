"""A second reading of docs/protocol.md. It imports nothing of ours; a refusal is a ValueError or struct.error."""

import math
import struct
import zlib
from typing import Any

Values = dict[str, Any]
EVENTS = {
    1: ("BUTTON", "BB", "button down"), 2: ("BATTERY", "BB", "percent level"), 3: ("OVERLOAD", "B", "begins"),
    4: ("TEMPERATURE", "hB", "temperature range"), 5: ("TIP", "BB", "tip new_stream"), 6: ("STOP", "BB", "latched by"),
}  # fmt: skip
STATUS, CALIBRATION = "boot_id state stream tip flags oldest newest", "id date due_date uncertainty"
COMMANDS = {
    0x01: ("START", "I", "rate_mhz", "BII", "stream rate_mhz counter"), 0x02: ("STOP", "", "", "", ""),
    0x03: ("TIME", "", "", "II", "received_us queued_us"), 0x04: ("STATUS", "", "", "IBBBBII", STATUS),
    0x05: ("TARE", "", "", "iIBI", "zero_q noise_q stream counter"), 0x06: ("TIP", "B", "tip", "B", "stream"),
    0x07: ("CUE", "BH", "pattern duration_ms", "", ""), 0x08: ("IDENTIFY", "", "", "", ""),
    0x09: ("RESEND", "II", "first count", "II", "first count"), 0x0A: ("CANCEL", "B", "resend_echo_id", "", ""),
    0x0B: ("ACK_EVENTS", "H", "number", "", ""), 0x0C: ("CLEAR_STOP", "", "", "", ""),
    0x40: ("SET_COEFFICIENT", "BBd", "channel k c", "", ""), 0x41: ("SET_CALIBRATION", "IHHH", CALIBRATION, "", ""),
    0x42: ("COMMIT", "I", "crc", "B", "stream"), 0x43: ("SET", "BI", "setting value", "", ""),
    0x44: ("GET", "B", "setting", "I", "value"), 0x45: ("POWER_OFF", "", "", "", ""),
}  # fmt: skip
RESULTS = {
    0: "OK", 1: "UNKNOWN", 2: "BAD_LENGTH", 3: "BAD_VALUE", 4: "BUSY", 5: "WRONG_STATE", 6: "LINK_TOO_NARROW",
    7: "LOADED", 8: "UNSTEADY", 9: "SATURATED", 10: "SENSOR_FAULT", 11: "NOT_HELD", 12: "CANCELLED", 13: "INTERNAL",
}  # fmt: skip
REFUSALS = {6: ("I", "rate_mhz"), 7: ("iI", "mean_q noise_q"), 8: ("iI", "mean_q noise_q")}


def fields(code: str, names: str, raw: bytes) -> Values:
    return dict(zip(names.split(), struct.unpack_from("<" + code, raw), strict=True))


def demand(condition: bool, what: str) -> None:
    if not condition:
        raise ValueError(what)


def serial(raw: bytes) -> str:
    demand(1 <= len(raw) <= 10 and all(0x20 <= byte <= 0x7E for byte in raw), "serial number")
    return raw.decode("ascii")


def advert(raw: bytes) -> Values:
    found = fields("BBB10s", "major state battery_percent serial", raw)
    demand(found["major"] == 1, "major version")
    percent = None if found["battery_percent"] == 255 else found["battery_percent"]
    return found | {"battery_percent": percent, "serial": serial(found["serial"].rstrip(b"\0"))}


def value(c: list[float], x: int) -> float:
    return c[0] + x * (c[1] + x * (c[2] + x * c[3]))


def channel(raw: bytes) -> Values:
    found = fields("BBBB32sfff", "kind width direction converter_bits c full_scale safe_overload noise", raw)
    c, half = list(struct.unpack("<4d", found["c"])), 1 << (8 * found["width"] - 1)
    finite = [*c, found["full_scale"], found["safe_overload"], found["noise"]]
    demand(found["width"] in (2, 3) and all(map(math.isfinite, finite)), "width or number")
    demand(sum(abs(each) * half**k for k, each in enumerate(c)) < 131071, "range")
    return found | {"c": c}


def tip(raw: bytes) -> Values:
    found = fields("BI", "id area", raw)
    above_0(list(found.values()))
    return found | {"name": raw[5:17].decode()}


def above_0(numbers: list[int]) -> list[int]:
    demand(all(number > 0 for number in numbers), "a number is 0")
    return numbers


def entries(raw: bytes) -> dict[int, list[bytes]]:
    found: dict[int, list[bytes]] = {}
    while raw:
        demand(len(raw) >= 2 and len(raw) >= 2 + raw[1], "an entry is cut")
        found.setdefault(raw[0], []).append(raw[2 : 2 + raw[1]])
        raw = raw[2 + raw[1] :]
    return found


def layout(raw: bytes) -> Values:
    head = fields("BBH", "major minor length", raw)
    demand(head["major"] == 1 and 8 <= head["length"] <= len(raw), "major version or length")
    raw = raw[: head["length"]]
    demand(struct.pack("<I", zlib.crc32(raw[:-4])) == raw[-4:], "CRC")
    found = entries(raw[4:-4])
    for type_, most in {1: 1, 2: 1, 3: 1, 0x10: 4, 0x11: 1, 0x12: 1, 0x13: 8, 0x14: 1}.items():
        demand((type_ != 3) <= len(found.get(type_, ())) <= most, "an entry is missing or repeated")
    rates, channels = found[0x12][0], [channel(each) for each in found[0x10]]
    rates = rates[: min(len(rates) // 4, 16) * 4]
    demand(len(rates) >= 4 and channels[0]["kind"] == 0, "rates or first channel")
    return head | {
        **fields("I", "features", found[1][0]), **fields("I", "ring_capacity", found[0x14][0]),
        "serial": serial(found[2][0][:10]), "firmware": found[3][0][:16].decode() if 3 in found else None,
        "channels": channels, "calibration": fields("IHHH", CALIBRATION, found[0x11][0]),
        "rates_mhz": above_0([rate for (rate,) in struct.iter_unpack("<I", rates)]),
        "tips": [tip(each) for each in found[0x13]],
    }  # fmt: skip


def status(raw: bytes) -> Values:
    return fields("IBBBBIII", STATUS + " rate_mhz", raw)


def frame(raw: bytes, widths: list[int]) -> Values | None:
    demand(len(raw) > 0, "empty")
    match raw[0]:
        case 1 | 2:
            return samples(raw, widths)
        case 3:
            found = fields("BBBBII", "type stream flags reserved counter clock_us", raw)
        case 4:
            found = fields("BBBBIhhh", "type stream flags reserved clock_us temperature tilt_x tilt_y", raw)
            found |= {k: None for k in ("temperature", "tilt_x", "tilt_y") if found[k] == -32768}
        case _:
            return None
    return {name: each for name, each in found.items() if name != "reserved"}


def samples(raw: bytes, widths: list[int]) -> Values:
    found = fields("BBBBIIH", "type stream flags n counter clock_us span_us", raw)
    n, at = found["n"], 14
    demand(n >= 1 and len(raw) >= 14 + n * sum(widths), "samples")
    rows: list[list[int]] = [[] for _ in range(n)]
    for i in range(n * len(widths)):
        width = widths[i % len(widths)]
        rows[i // len(widths)].append(int.from_bytes(raw[at : at + width], "little", signed=True))
        at += width
    times = [(found["clock_us"] + (found["span_us"] * i // (n - 1) if n > 1 else 0)) % 2**32 for i in range(n)]
    marks = [[mark(count, width) for count, width in zip(row, widths, strict=True)] for row in rows]
    counters = [(found["counter"] + i) % 2**32 for i in range(n)]
    return found | {"counters": counters, "times_us": times, "counts": rows, "marks": marks}


def mark(count: int, width: int) -> str:
    half = 1 << (8 * width - 1)
    return {-half: "none", 1 - half: "low", half - 1: "high"}.get(count, "value")


def event(raw: bytes) -> Values:
    found = fields("BHBII", "type number stream counter clock_us", raw)
    name, code, names = EVENTS.get(raw[0], (None, "", ""))
    return found | {"name": name, "data": fields(code, names, raw[12:]) if name else None}


def request(raw: bytes) -> Values:
    """A request; ValueError with the name of the result that refuses it."""
    found = fields("BB", "command echo_id", raw)
    demand(raw[0] in COMMANDS, "UNKNOWN")
    name, code, names, _, _ = COMMANDS[raw[0]]
    demand(len(raw) >= 2 + struct.calcsize("<" + code), "BAD_LENGTH")
    return found | {"name": name, "parameters": fields(code, names, raw[2:])}


def reply(raw: bytes) -> Values:
    head = fields("BBB", "command echo_id result", raw)
    demand(raw[0] >= 0x80, "not a reply")
    head |= {"command": raw[0] - 0x80, "result_name": RESULTS.get(raw[2])}
    if raw[0] == 0xE9:
        del head["command"]
        return head | {"resend_done": True, **fields("II", "sent oldest", raw[3:])}
    name, _, _, code, names = COMMANDS.get(raw[0] - 0x80, (None, "", "", "", ""))
    if raw[2] != 0:
        code, names = REFUSALS.get(raw[2], ("", ""))
    return head | {"name": name, "values": fields(code, names, raw[3:]) if name else None}
