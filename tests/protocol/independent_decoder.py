"""A second reading of docs/protocol.md and of nothing else; what the page refuses is in `independent_limits`."""

import struct
import zlib
from typing import Any

CALIBRATION, STATUS = "IHHH id date due_date uncertainty", "IBBBBII boot_id state stream tip flags oldest newest"
CHANNEL = "BBBB32xfff kind width direction converter_bits full_scale safe_overload noise"
SAMPLES, SYNC = "BBBBIIH type stream flags n counter clock_us span_us", "BBBxII type stream flags counter clock_us"
SLOW = "BBBxIhhh type stream flags clock_us temperature tilt_x tilt_y"
EVENT = "BHBII type number stream counter clock_us"
MARKS = {(-32768, 2): "none", (-32767, 2): "low", (32767, 2): "high",
    (-8388608, 3): "none", (-8388607, 3): "low", (8388607, 3): "high"}  # fmt: skip
EVENTS = {1: ("BUTTON", "BB button down"), 2: ("BATTERY", "BB percent level"), 5: ("TIP", "BB tip new_stream"),
    3: ("OVERLOAD", "B begins"), 4: ("TEMPERATURE", "hB temperature range"), 6: ("STOP", "BB latched by")}  # fmt: skip
COMMANDS = {1: ("START", "I rate_mhz", "BII stream rate_mhz counter"), 2: ("STOP", "", ""), 4: ("STATUS", "", STATUS),
    3: ("TIME", "", "II received_us queued_us"), 5: ("TARE", "", "iIBI zero_q noise_q stream counter"),
    6: ("TIP", "B tip", "B stream"), 7: ("CUE", "BH pattern duration_ms", ""), 8: ("IDENTIFY", "", ""),
    9: ("RESEND", "II first count", "II first count"), 10: ("CANCEL", "B resend_echo_id", ""),
    11: ("ACK_EVENTS", "H number", ""), 12: ("CLEAR_STOP", "", ""), 0x40: ("SET_COEFFICIENT", "BBd channel k c", ""),
    0x41: ("SET_CALIBRATION", CALIBRATION, ""), 0x42: ("COMMIT", "I crc", "B stream"), 0x45: ("POWER_OFF", "", ""),
    0x43: ("SET", "BI setting value", ""), 0x44: ("GET", "B setting", "I value")}  # fmt: skip
RESULTS = ["OK", "UNKNOWN", "BAD_LENGTH", "BAD_VALUE", "BUSY", "WRONG_STATE", "LINK_TOO_NARROW", "LOADED", "UNSTEADY",
    "SATURATED", "SENSOR_FAULT", "NOT_HELD", "CANCELLED", "INTERNAL"]  # fmt: skip


def fields(structure: str, raw: bytes) -> dict[str, Any]:
    code, *names = structure.split() or [""]
    return dict(zip(names, struct.unpack_from("<" + code, raw), strict=True))


def layout(raw: bytes) -> dict[str, Any]:
    found, at, entries = fields("BBH major minor length", raw), 4, {kind: list[bytes]() for kind in range(256)}
    end = found["length"] - 4
    if struct.unpack_from("<I", raw, end) != (zlib.crc32(raw[:end]),):
        raise ValueError("CRC")
    while at < end:
        entries[raw[at]] += struct.unpack_from(f"{raw[at + 1]}s", raw[:end], at + 2)
        at += 2 + raw[at + 1]
    # none or two of what stands there once does not unpack: a ValueError
    (features,), (serial,), (calibration,), (rates,), (ring,) = (entries[kind] for kind in (1, 2, 0x11, 0x12, 0x14))
    (firmware,) = [each[:16].decode() for each in entries[3]] or (None,)
    return found | fields("I features", features) | fields("I ring_capacity", ring) | {
        "serial": serial[:10].decode(), "firmware": firmware, "calibration": fields(CALIBRATION, calibration),
        "channels": [fields(CHANNEL, each) | {"c": [*struct.unpack_from("<4d", each, 4)]} for each in entries[0x10]],
        "rates_mhz": [rate for (rate,) in struct.iter_unpack("<I", rates[: len(rates) // 4 * 4])][:16],
        "tips": [fields("BI id area", each) | {"name": each[5:17].decode()} for each in entries[0x13]]}  # fmt: skip


def frame(raw: bytes, widths: list[int]) -> dict[str, Any] | None:
    found = fields({1: SAMPLES, 2: SAMPLES, 3: SYNC, 4: SLOW}.get(int.from_bytes(raw[:1], "little"), ""), raw)
    if "n" not in found:
        return {name: None if value == -32768 else value for name, value in found.items()} or None
    n, cells = found["n"], "".join(f"{width}s" for width in widths)
    rows = [struct.unpack_from(cells, raw, 14 + i * sum(widths)) for i in range(n)]
    counts = [[int.from_bytes(cell, "little", signed=True) for cell in row] for row in rows]
    marks = [[MARKS.get(each, "value") for each in zip(row, widths, strict=True)] for row in counts]
    times_us = [(found["clock_us"] + found["span_us"] * i // max(n - 1, 1)) % 2**32 for i in range(n)]
    counters = [(found["counter"] + i) % 2**32 for i in range(n)]
    return found | {"counters": counters, "times_us": times_us, "counts": counts, "marks": marks}


def message(kind: str, raw: bytes) -> dict[str, Any]:
    match kind:
        case "advert":
            found = fields("BBB10s major state battery_percent serial", raw)
            percent, serial = raw[2] if raw[2] < 255 else None, raw[3:13].rstrip(b"\0").decode()
            return found | {"battery_percent": percent, "serial": serial}
        case "events":
            found, (name, structure) = fields(EVENT, raw), EVENTS.get(raw[0], (None, ""))
            return found | {"name": name, "data": fields(structure, raw[12:]) if name else None}
        case "requests":
            found, (name, structure, _) = fields("BB command echo_id", raw), COMMANDS[raw[0]]
            return found | {"name": name, "parameters": fields(structure, raw[2:])}
    found = fields("BBB command echo_id result", raw) | {"result_name": dict(enumerate(RESULTS)).get(raw[2])}
    if found.pop("command") == 0xE9:
        return found | {"resend_done": True} | fields("II sent oldest", raw[3:])
    name, _, structure = COMMANDS.get(raw[0] - 0x80, (None, "", ""))
    structure = {0: structure, 6: "I rate_mhz", 7: "iI mean_q noise_q", 8: "iI mean_q noise_q"}.get(raw[2], "")
    return found | {"command": raw[0] - 0x80, "name": name, "values": fields(structure, raw[3:]) if name else None}
