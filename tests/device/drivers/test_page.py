"""The example of docs/drivers.md, installed as it stands there."""

from __future__ import annotations

import re
import struct
import sys
import tomllib
from pathlib import Path

import pytest

from device.drivers.registry import GROUP, drivers
from protocol.instruments.driver import Gatt
from protocol.instruments.timeline import STANDARD_GRAVITY
from session.links import LinkName
from session.offline.measure import analyse_record
from session.reading import Reading, read_with
from simulator.twins.air import virtual_twins
from simulator.twins.sig import SigTwin
from tests.virtual import run_virtual

PAGE = (Path(__file__).parents[3] / "docs" / "drivers.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (text,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert isinstance(text, str)
    return text


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Put the page's module and what pip makes of the page's project into a folder of packages."""
    project = tomllib.loads(block("toml"))["project"]
    named, version = project["name"].replace("-", "_"), project["version"]
    told = tmp_path / f"{named}-{version}.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {version}\n", "utf-8")
    points = [f"{name} = {value}" for name, value in project["entry-points"][GROUP].items()]
    (told / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *points]), "utf-8")
    (tmp_path / "kitchen_scale.py").write_text(block("python"), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "kitchen_scale", raising=False)
    return {}


def grams(t_s: float) -> bytes:
    """Two kilograms from the third second to the tenth."""
    return struct.pack("<H", 2000 if 3 <= t_s < 10 else 0)


@pytest.mark.usefixtures("installed")
def test_the_pages_example_is_installed_found_read_and_read_again_from_its_record(tmp_path: Path) -> None:
    (driver,) = [each for each in drivers() if each.name == "kitchen-scale"]
    assert isinstance(driver.transport, Gatt)
    (source,) = driver.transport.sources

    async def story() -> Path:
        twin = SigTwin("Kitchen 5", grams, ("0000ff10-0000-1000-8000-00805f9b34fb", source), 0.25)
        air = await virtual_twins([twin])
        try:
            reading = Reading(
                LinkName.of("kitchen-scale"), lambda _which: tmp_path / "r.mcap", "test", air.backend, for_s=15.0
            )
            _, path = await read_with(reading, lambda _reader: None)
        finally:
            await air.close()
        return path

    (hold,) = analyse_record(run_virtual(story())).holds
    assert hold.peak_n == pytest.approx(2 * STANDARD_GRAVITY, abs=1e-3)
    assert hold.duration_s == pytest.approx(7.0, abs=0.5)
