from __future__ import annotations

import re

from pydantic import BaseModel

from clinic.entries.places import Muscle
from clinic.entries.prescriptions import Preset
from clinic.library import library
from clinic.texts import is_shown, texts


def shown(model: type[BaseModel]) -> set[str]:
    return {name for name, field in model.model_fields.items() if is_shown(field)}


def test_a_text_has_a_key_of_kind_id_and_field() -> None:
    keys = texts(library())
    assert keys["muscles.levator-scapulae.referral"] == "Angle of the neck, inner border of the shoulder blade"
    assert keys["muscles.levator-scapulae.danger.1"] == "Brachial plexus in front"
    assert keys["contraindications.clot.name"] == "Blood clot or thrombosis"
    assert "norms.norm-deltoid.note" not in keys, "a field that is not there has no text"


def test_ids_units_and_figures_are_not_translated() -> None:
    assert shown(Muscle) == {"name", "referral", "complaint", "danger"}
    assert shown(Preset) == {"name", "text", "evidence"}


def test_every_key_can_stand_in_a_toml_file() -> None:
    assert all(re.fullmatch(r"[a-z_]+\.[a-z0-9-]+\.[a-z_]+(\.\d)?", key) for key in texts(library()))


def test_every_text_is_one_line_and_says_something() -> None:
    assert all(text and text == " ".join(text.split()) for text in texts(library()).values())


def test_a_question_ends_with_a_question_mark() -> None:
    asked = [text for key, text in texts(library()).items() if key.endswith(".question")]
    assert all(text.endswith("?") for text in asked)
