"""The UUIDs are those of the page."""

import re
from pathlib import Path

import pytest

from protocol import uuids

PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
SIG_BASE = "-0000-1000-8000-00805f9b34fb"


@pytest.mark.parametrize("name", ["LAYOUT", "STATUS", "SAMPLES", "EVENTS", "CONTROL", "SETUP"])
def test_a_characteristic_of_the_service_has_the_uuid_of_its_row(name: str) -> None:
    row = re.search(rf"\| `([0-9a-f]{{8}})-…` \| {name.capitalize()} ", PAGE)
    service = re.search(r"\| `([0-9a-f-]{36})` \| \*\*Palpate service", PAGE)
    assert row
    assert service
    assert service[1] == uuids.SERVICE
    assert getattr(uuids, name) == row[1] + uuids.SERVICE[8:]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("FORCE", "| 0x2C07 | Force"),
        ("DEVICE_INFORMATION", "| 0x180A | Device Information"),
        ("MANUFACTURER", "manufacturer 0x2A29"),
        ("MODEL", "model 0x2A24"),
        ("SERIAL", "serial 0x2A25"),
        ("FIRMWARE", "firmware 0x2A26"),
        ("HARDWARE", "hardware 0x2A27"),
        ("BATTERY_SERVICE", "| 0x180F | Battery"),
        ("BATTERY_LEVEL", "level 0x2A19"),
    ],
)
def test_an_assigned_number_is_the_pages(name: str, text: str) -> None:
    assert text in PAGE
    number = text.partition("0x")[2][:4].lower()
    assert getattr(uuids, name) == f"0000{number}{SIG_BASE}"
