"""Every command and every block of docs/testing-with-palpate.md, in an empty folder and fresh environments."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.plugin.offline import surroundings
from tests.plugin.project import ROOT

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the page's commands are for a Unix shell"),
    pytest.mark.timeout(600),  # two environments are made and filled
]

PAGE = (ROOT / "docs" / "testing-with-palpate.md").read_text(encoding="utf-8")
KINDS = {"sh", "ini", "python", "text"}
CONDITION = "counter == self._last[0] + 1 and "


class Block(NamedTuple):
    kind: str
    text: str

    @property
    def file(self) -> str | None:
        named = re.match(r"# (\S+\.(?:py|ini))\n", self.text)
        return named[1] if named else None


@cache
def blocks() -> list[Block]:
    return [Block(*found) for found in re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is when somebody has done all that the page says."""
    folder = tmp_path_factory.mktemp("five")
    around = surroundings(tmp_path_factory.mktemp("machine")) | {"PALPATE": str(ROOT)}
    for block in blocks():
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")
        elif block.kind == "sh":
            done = run(["sh", "-euc", block.text], folder, around)
            assert done.returncode == 0, f"{block.text}\n{done.stdout}\n{done.stderr}"
            with (folder / "said").open("a", encoding="utf-8") as said:
                said.write(done.stdout)
    return folder


def run(command: list[str], folder: Path, around: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=around, capture_output=True, encoding="utf-8", timeout=500, check=False
    )


def test_every_block_is_a_command_or_a_file_or_what_is_said() -> None:
    assert {block.kind for block in blocks()} == KINDS
    assert all(block.file for block in blocks() if block.kind in ("python", "ini"))
    assert sum(block.kind == "text" for block in blocks()) == 1


def test_the_commands_do_what_the_page_says(place: Path) -> None:
    said = (place / "said").read_text(encoding="utf-8")
    assert "4 passed" in said
    assert '{"channel":"CONTROL_REPLY","t_s":0.0,"hex":"850105"}' in said


def test_palpate_and_the_plug_in_are_in_environments_of_their_own(place: Path) -> None:
    installed = {
        name: {each.name.split("-")[0] for each in (place / name).glob("lib/python3.*/site-packages/*.dist-info")}
        for name in (".palpate-env", ".venv")
    }
    assert "palpate_app" in installed[".palpate-env"] - installed[".venv"]
    assert "pytest_palpate" in installed[".venv"] - installed[".palpate-env"]


def test_without_the_window_all_that_the_simulator_does_is_there(place: Path) -> None:
    sites = place.glob(".palpate-env/lib/python3.*/site-packages")
    assert not [each for site in sites for each in site.glob("PySide6*")]
    for words in ("--help", "simulate scripted --out a.mcap", "analyze a.mcap", "conformance --list"):
        done = run([".palpate-env/bin/palpate", *words.split()], place)
        assert done.returncode == 0, done.stderr
    left_out = run([".palpate-env/bin/python", "-c", "import gui.app"], place)
    assert "ModuleNotFoundError: No module named 'PySide6'" in left_out.stderr


def test_a_wrong_meter_hears_what_the_page_says(place: Path) -> None:
    meter = (place / "meter.py").read_text(encoding="utf-8")
    assert CONDITION.removesuffix(" and ") in PAGE.replace(meter, "")
    (place / "wrong.py").write_text(meter.replace(CONDITION, ""), encoding="utf-8")
    tests = (place / "test_meter.py").read_text(encoding="utf-8")
    (place / "test_wrong.py").write_text(tests.replace("from meter import", "from wrong import"), encoding="utf-8")
    done = run([".venv/bin/python", "-m", "pytest", "test_wrong.py"], place)
    assert "1 failed, 3 passed" in done.stdout
    (words,) = [block.text.strip() for block in blocks() if block.kind == "text"]
    assert _without_figures(words) in _without_figures(done.stdout)


def _without_figures(text: str) -> str:
    return re.sub(r"\d+\.\d+", "0.0", text)


def test_what_the_table_names_exists(place: Path) -> None:
    import pytest_palpate

    names = set(re.findall(r"`tool\.(\w+)", PAGE)) - {"payload"}
    assert len(names) >= 12
    assert {name for name in names if not hasattr(pytest_palpate.Tool, name)} == set()
    asserted = set(re.findall(r"`(assert_\w+)`", PAGE))
    assert asserted == {name for name in pytest_palpate.__all__ if name.startswith("assert_")}
    for link in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / link).exists(), link
    assert place.exists()
