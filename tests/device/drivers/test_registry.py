from __future__ import annotations

from pathlib import Path

import pytest

from device.drivers.errors import BrokenDriver, UnknownDriver
from device.drivers.registry import OWN, driver_named, drivers

OURS = ["progressor", "wh-c06", "go-direct", "weight-scale", "sig-force"]

MODULE = """
from protocol.instruments.driver import Driver, Gatt
from protocol.instruments.progressor import ProgressorTalk

DRIVER = Driver("kitchen-scale", "kitchen scale", Gatt(("1234",)), lambda said: said.name == "Kitchen", ProgressorTalk)
NO_DRIVER = 7
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Install a package with one module and these entry points."""

    def install(module: str, *points: str) -> None:
        folder = tmp_path / "brought_driver-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: brought-driver\nVersion: 1.0\n", encoding="utf-8"
        )
        (folder / "entry_points.txt").write_text("\n".join(["[palpate.drivers]", *points]), encoding="utf-8")
        (tmp_path / "brought_driver.py").write_text(module, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.delitem(__import__("sys").modules, "brought_driver", raising=False)

    return install


def test_our_own_drivers_have_the_names_that_they_are_installed_by() -> None:
    assert [driver.name for driver in drivers()] == OURS == [point.name for point in OWN]


@pytest.mark.parametrize("name", OURS)
def test_a_driver_is_found_by_its_name(name: str) -> None:
    assert driver_named(name).name == name


@pytest.mark.parametrize("name", OURS)
def test_the_page_about_drivers_says_whether_slopes_can_be_had(name: str) -> None:
    page = (Path(__file__).parents[3] / "docs" / "drivers.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]
    lacks = {lack.what for lack in driver_named(name).ability.lacks}
    # a Go Direct tells its rate only when it is asked
    assert ("slopes" in row) is ("slopes and fall times" in lacks) or name == "go-direct"
    assert ("treatment" in row) is ("guided treatment" in lacks)
    assert ("tare" in row) is ("tare on the instrument" in lacks)


def test_a_name_that_nobody_has_is_said_to_be_unknown_with_those_that_are() -> None:
    with pytest.raises(UnknownDriver, match="no driver 'brainwave': install it, or choose one of progressor, wh-c06, "):
        driver_named("brainwave")


def test_an_installed_package_brings_a_driver(install: object) -> None:
    assert callable(install)
    install(MODULE, "kitchen-scale = brought_driver:DRIVER")
    assert driver_named("kitchen-scale").title == "kitchen scale"
    assert [driver.name for driver in drivers()] == [*OURS, "kitchen-scale"]


def test_nobody_takes_the_name_of_one_of_ours(install: object) -> None:
    assert callable(install)
    install(MODULE, "progressor = brought_driver:DRIVER")
    assert driver_named("progressor").title == "Tindeq Progressor"


@pytest.mark.parametrize(
    ("module", "point", "why"),
    [
        ("raise RuntimeError('gone')", "kitchen-scale = brought_driver:DRIVER", "fails with RuntimeError('gone')"),
        (MODULE, "kitchen-scale = brought_driver:MISSING", "fails with AttributeError"),
        (MODULE, "kitchen-scale = brought_driver:NO_DRIVER", "brought_driver:NO_DRIVER is a int and no Driver"),
        (MODULE, "bathroom-scale = brought_driver:DRIVER", "it calls itself 'kitchen-scale'"),
    ],
)
def test_a_broken_driver_is_named_and_leaves_the_others(
    install: object, module: str, point: str, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert callable(install)
    install(module, point)
    name = point.split(maxsplit=1)[0]
    with pytest.raises(BrokenDriver) as caught:
        driver_named(name)
    sentence = str(caught.value)
    assert sentence.startswith(f"the driver {name!r} cannot be used, ")
    assert why in sentence
    assert sentence.endswith(": update or remove the package that brings it")
    assert [driver.name for driver in drivers()] == OURS
    assert caplog.messages == [sentence]
    caplog.clear()
