"""The plug-in needs pytest and nothing of ours."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.plugin.project import ROOT

PLUGIN = ROOT / "plugin"
ALLOWED = {"pytest", "pytest_palpate", "_pytest_palpate"} | sys.stdlib_module_names
FILES = sorted(PLUGIN.rglob("*.py"))


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names.add(str(node.module))
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_imports_the_standard_library_and_pytest(file: Path) -> None:
    assert imported(file) - ALLOWED == set()


def test_there_is_something_to_look_at() -> None:
    assert PLUGIN / "pytest_palpate.py" in FILES
    assert len(FILES) > 8
