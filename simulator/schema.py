"""The JSON schema of scenario files, as it is published in docs/schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from simulator.scenario import Scenario

PUBLISHED: Final = "palpate.scenario-1.json"


def schema_text() -> str:
    """The schema that editors and other programs check a scenario with; TOML and JSON hold the same values."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Scenario.model_json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (Path(__file__).parent.parent / "docs" / "schemas" / PUBLISHED).write_text(schema_text(), encoding="utf-8")
