"""docs/risks.md names a test for each control, or says that it is open."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "risks.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([A-Z]\d+) \|.*\| ([^|]+) \|$", PAGE, re.MULTILINE)


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


@pytest.mark.parametrize(("risk", "tests"), ROWS, ids=[risk for risk, _ in ROWS])
def test_a_control_has_a_test_that_exists_or_is_open(risk: str, tests: str) -> None:
    named = re.findall(r"`([^`]+)::([^`]+)`", tests)
    assert named or re.search(r"\bopen\b", tests), f"{risk} has no test and is not marked open"
    missing = [name for path, name in named if name not in functions(ROOT / path)]
    assert missing == []


def test_every_row_has_an_id_of_its_own() -> None:
    first_cells = re.findall(r"^\| ([A-Z]\d+) \|", PAGE, re.MULTILINE)
    assert [risk for risk, _ in ROWS] == first_cells
    assert len(set(first_cells)) == len(first_cells) > 20
