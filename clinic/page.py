"""The library as a page of docs/ and as JSON schemas: `python -m clinic.page`."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel

from clinic.documents import KnowledgeDocument
from clinic.library import KINDS, AnyEntry, Library, library
from clinic.own import OwnFile
from clinic.words import fields

ABOUT: Final = """# What the program knows

Muscles, limits, questions, prescriptions and advice stand in `clinic/knowledge/*.toml`, each with its source and how
sure it is. This page is made from them by `make knowledge`; nobody edits it by hand. `palpate knowledge` shows the
same in a terminal.

**How sure:** *high* – two or more sources that agree, or a standard. *moderate* – one good source. *low* – derived,
read second hand, or from memory. *assumed* – a conservative choice of engineering. Sources were read in their
abstracts or first pages, not in full; the list at the end says how. Nothing here is medical advice.

**Left out:** thresholds by sex and percentiles (their tables could not be read), values that contradict themselves in
print, promises. No trial compared guided with unguided compression."""

OWN: Final = """## A clinic's own file

A clinic may add entries of every kind but limits and customs, and make limits, sites and contraindications stricter.
What would loosen one is refused: `palpate knowledge check FILE`. Keys are those of `clinic/knowledge/*.toml`; for
editors there is a schema, `docs/schemas/palpate.clinic-knowledge-1.json`. An added site bears no more than the
strictest open site of its muscle, and a site on an added muscle is light.

```toml
[clinic]
name = "Practice at the river"
version = "2026-11"

[tighten.limits.site-force-neck]
value = 20
reason = "Our oldest clients"

[tighten.sites.piriformis-middle]
blocked = true
reason = "Only by hand here"

[tighten.contraindications.anticoagulant]
kind = "clearable"
restriction = { hold_s = 20 }
reason = "Decided in our team"

[contraindications.tattoo-fresh]
name = "Fresh tattoo"
question = "Is there a fresh tattoo at this place?"
kind = "site"
advice = "Choose another place"
source = ["own-clinic"]
confidence = "assumed"
```"""

HEADINGS: Final = {
    "limits": "Limits of safety",
    "blocked_regions": "Always blocked",
    "muscles": "Muscles",
    "sites": "Sites",
    "contraindications": "Questions before a treatment",
    "stop_signs": "Signs on which the tool is lifted",
    "presets": "Prescriptions",
    "norms": "Reference values",
    "changes": "Smallest changes to believe",
    "customs": "Figures of procedure",
    "symptoms": "Symptoms",
    "factors": "Contributing factors",
    "expectations": "What to expect",
    "aftercare": "Aftercare",
    "complaints": "Complaints and the sites usually examined",
    "sources": "Sources",
}

DOCS: Final = Path(__file__).parent.parent / "docs"
PAGE: Final = DOCS / "knowledge.md"
SCHEMAS: Final[dict[str, type[BaseModel]]] = {
    "palpate.knowledge-1.json": KnowledgeDocument,
    "palpate.clinic-knowledge-1.json": OwnFile,
}
"""File names in docs/schemas and what they describe: the program's knowledge, and a clinic's own file."""


def page_text(knowledge: Library) -> str:
    """The page in markdown."""
    tables = (f"## {HEADINGS[kind]}\n\n{_table(tuple(getattr(knowledge, kind).values()))}" for kind in KINDS)
    return "\n\n".join(chain((ABOUT, OWN), tables)) + "\n"


def schema_text(model: type[BaseModel]) -> str:
    """A model's JSON schema as it is published; in a clinic's own file an entry's id is the name of its table."""
    mode: Literal["validation", "serialization"] = "validation" if model is OwnFile else "serialization"
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(mode=mode)
    if model is OwnFile:
        for each in schema["$defs"].values():
            each["required"] = [name for name in each.get("required", []) if name != "id"]
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _table(entries: tuple[AnyEntry, ...]) -> str:
    rows = [dict(fields(entry)) for entry in entries]
    told = [name for name in type(entries[0]).model_fields if any(name in row for row in rows)]
    last = [name for name in ("source", "confidence") if name in told]
    columns = [name for name in told if name not in last] + last
    lines = [[name.replace("_", " ") for name in columns], ["---"] * len(columns)]
    lines += [[_escaped(row.get(name, ""), name) for name in columns] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped(text: str, column: str) -> str:
    return f"`{text}`" if column == "id" else text.replace("|", "\\|")


def publish() -> None:
    """Write the page and the schemas."""
    PAGE.write_text(page_text(library()), encoding="utf-8")
    for name, model in SCHEMAS.items():
        (DOCS / "schemas" / name).write_text(schema_text(model), encoding="utf-8")


if __name__ == "__main__":
    publish()
