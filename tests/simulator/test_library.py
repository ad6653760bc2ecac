"""Scenarios in files: each that comes along can be read, and the published schema says the same."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clinic.presets import preset
from simulator.happenings.every import HAPPENING, KINDS, Marker
from simulator.library import SCENARIOS, Library, parse
from simulator.scenario import Scenario
from simulator.schema import PUBLISHED, schema_text
from tests.published import validate

LONGEST_S = 240
SCHEMA = schema_text()
FOLDER = files("simulator") / "scenarios"


def test_there_are_at_least_twenty_five() -> None:
    assert len(SCENARIOS) == len(list(SCENARIOS)) >= 25
    assert "treatment" in SCENARIOS
    assert "nothing" not in SCENARIOS
    with pytest.raises(KeyError):
        SCENARIOS["nothing"]


def test_every_kind_of_happening_has_a_scenario_that_shows_it() -> None:
    shown = {happening.kind for named in SCENARIOS.values() for happening in named.happenings}
    assert set(KINDS) - shown == {"patient threshold"}  # algometry has scripts of its own
    assert len(KINDS) == 37


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_named_scenario_says_what_it_is_about_and_can_be_run(name: str) -> None:
    named = SCENARIOS[name]
    assert SCENARIOS[name] is named
    assert named.name == name
    assert named.text.endswith(".")
    assert named.plan is None or preset(named.plan).name
    assert named.simulated_s <= LONGEST_S or name == "lost-wrap"
    assert all(happening.at_s < named.simulated_s for happening in named.happenings)
    assert all(press.at_s + press.for_s < named.simulated_s for press in named.presses)
    assert named.physics.without() == named.physics


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_published_schema_takes_each_named_scenario_and_nothing_beside_it(name: str) -> None:
    values = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    validate(values, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        validate(values | {"unheard": 1}, SCHEMA)


def test_the_published_schema_is_up_to_date() -> None:
    published = Path(__file__).parents[2] / "docs" / "schemas" / PUBLISHED
    assert published.read_text(encoding="utf-8") == schema_text(), "run python -m simulator.schema"


@pytest.mark.parametrize("kind", KINDS)
def test_each_happening_survives_a_record(kind: str) -> None:
    least: dict[str, Any] = {
        "for_s": 2, "share": 0.5, "enter": 0.1, "leave": 0.2, "delay_s": 0.1, "up_to_s": 0.2, "force_n": 20,
        "offset_n": 2, "step": "start", "mtu": 23, "by_s": 3, "ppm": 50, "percent": 4, "rssi_dbm": -70,
        "interval_s": 0.06,
    }  # fmt: skip
    fields = KINDS[kind].model_fields
    needed = {key: value for key, value in least.items() if key in fields}
    happening = HAPPENING.validate_python({"kind": kind, "at_s": 1} | needed)
    marker = Marker(world_s=1.5, happening=happening)
    assert type(happening) is KINDS[kind]
    assert Marker.model_validate_json(marker.model_dump_json()) == marker


def test_a_file_may_say_its_own_name() -> None:
    text = 'text = "A test."\nsimulated_s = 1\n'
    assert parse(text, "given").name == "given"
    assert parse('name = "own"\n' + text, "given").name == "own"


def test_a_folder_is_a_library_of_the_scenarios_in_it(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('text = "B."\nsimulated_s = 1\n', encoding="utf-8")
    (tmp_path / "a.toml").write_text('text = "A."\nsimulated_s = 2\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("no scenario", encoding="utf-8")
    library = Library(tmp_path)
    assert list(library) == ["a", "b"]
    assert library["b"] == Scenario(name="b", text="B.", simulated_s=1)
