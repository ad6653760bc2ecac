from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clinic.documents import document
from clinic.library import library
from clinic.page import DOCS, PAGE, SCHEMAS, page_text, schema_text
from tests.published import validate

OWN_SCHEMA = (DOCS / "schemas" / "palpate.clinic-knowledge-1.json").read_text(encoding="utf-8")


def test_the_page_is_that_of_the_library() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_text(library()), "run make knowledge"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schemas_are_those_of_the_models(name: str) -> None:
    assert (DOCS / "schemas" / name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name]), "run make knowledge"


def test_every_entry_stands_on_the_page_with_its_confidence() -> None:
    page = page_text(library())
    rows = {name: row for row, name in re.findall(r"^(\| `([a-z0-9-]+)` .*)$", page, re.MULTILINE)}
    assert set(rows) == {entry.id for _, entry in library().entries()}
    assert rows["site-force-neck"].endswith("| 30 | N | at most | engineering | assumed |")
    assert "0.7 × the pain threshold at most; half of the caps without a threshold" in rows["osteoporosis"]
    assert "| −105 |" in rows["active-upper-trapezius"]
    assert "| everywhere |" in rows["clot"]


def test_every_row_is_as_wide_as_its_head() -> None:
    tables = re.findall(r"(?:^\|.*\|\n)+", page_text(library()), re.MULTILINE)
    widths = [{line.count("|") for line in table.splitlines()} for table in tables]
    assert len(tables) == 16
    assert all(len(width) == 1 for width in widths)


def test_the_example_of_the_page_is_a_file_that_works(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n(.*?)```", page_text(library()), re.DOTALL)[0]
    validate(tomllib.loads(example), OWN_SCHEMA)
    path = tmp_path / "clinic.toml"
    path.write_text(example, encoding="utf-8")
    known = library().with_own(path)
    assert (len(known.tightened), known.contraindications["tattoo-fresh"].kind) == (4, "site")


ADDABLE = sorted(set(json.loads(OWN_SCHEMA)["properties"]) - {"clinic", "tighten"})


@pytest.mark.parametrize("kind", ADDABLE)
def test_the_schema_of_a_clinic_s_file_takes_what_stands_in_ours_and_nothing_beside_it(kind: str) -> None:
    """Ours and a clinic's are written alike, so ours prove the schema."""
    ours: dict[str, Any] = {}
    for file in (files("clinic") / "knowledge").iterdir():
        ours |= tomllib.loads(file.read_text(encoding="utf-8"))
    whole = {"clinic": {"name": "a", "version": "1"}, kind: ours[kind]}
    validate(whole, OWN_SCHEMA)
    name = next(iter(ours[kind]))
    with pytest.raises(jsonschema.ValidationError):
        validate(whole | {kind: {name: ours[kind][name] | {"unheard": 1}}}, OWN_SCHEMA)


def test_the_json_of_the_library_is_what_its_schema_says() -> None:
    schema = (DOCS / "schemas" / "palpate.knowledge-1.json").read_text(encoding="utf-8")
    told = json.loads(document(library(), library().entries()).to_json())
    validate(told, schema)
    assert told["schema"] == "palpate.knowledge/1"
    assert len(told["entries"]) == sum(1 for _ in library().entries())
    with pytest.raises(jsonschema.ValidationError):
        validate(told | {"unheard": 1}, schema)
