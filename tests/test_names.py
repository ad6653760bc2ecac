"""Names at the root stay ours."""

import importlib
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS: list[str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]


@pytest.mark.parametrize("name", OURS)
def test_the_name_is_not_taken(name: str) -> None:
    assert set(packages_distributions().get(name, [])) <= {PROJECT["project"]["name"]}
    assert Path(str(importlib.import_module(name).__file__)).parent == ROOT / name


def test_the_wheel_holds_every_package_of_the_root() -> None:
    packages = {each.parent.name for each in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages == set(OURS)


def test_the_layers_name_every_package() -> None:
    rules = PROJECT["tool"]["importlinter"]
    layers = " ".join(rules["contracts"][0]["layers"]).replace("|", " ").split()
    assert sorted(layers) == sorted(rules["root_packages"]) == sorted(OURS)


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {each.parent for each in (ROOT / "tests").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
