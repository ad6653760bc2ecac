"""The fields of an entry in the words of people."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel

from clinic.entries.cautions import Contraindication
from clinic.entries.places import Region
from clinic.entries.restriction import Restriction
from clinic.library import AnyEntry

RESTRICTIONS: Final = {
    "force_n": "{:g} N at most",
    "pressure_kpa": "{:g} kPa at most",
    "ppt_share": "{:g} × the pain threshold at most",
    "hold_s": "holds of {:g} s at most",
    "halves_unknown": "half of the caps without a threshold",
    "no_ppt": "no threshold is measured",
    "no_ppt_plan": "no target from a threshold",
    "no_pain_guided": "no plan led by pain",
    "no_tolerance": "no tolerance is measured",
    "early_stop": "stops at pain 6",
    "keeps_target": "a threshold raises no target",
}
"""Each field of a restriction, in words."""


def fields(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    """Name and words of each field that says something; of a contraindication the whole of what holds."""
    for name, value in entry:
        whole = entry.holds if isinstance(entry, Contraindication) and name == "restriction" else value
        if text := in_words(whole):
            yield name, text


def in_words(value: Any) -> str:
    """A value as people read it; an empty text for nothing."""
    match value:
        case None | False | ():
            return ""
        case True:
            return "yes"
        case Restriction():
            return "; ".join(_restrictions(value))
        case tuple():
            return _row(value)
        case BaseModel():
            return ", ".join(f"{name.replace('_', ' ')} {in_words(each)}" for name, each in value)
        case StrEnum():
            return value.replace("-", " ")
        case float():
            return f"{value:g}".replace("-", "−")
        case _:
            return str(value)


def _row(values: tuple[Any, ...]) -> str:
    if values == tuple(Region):
        return "everywhere"
    return ("; " if any(" " in str(each) for each in values) else ", ").join(map(in_words, values))


def _restrictions(restriction: Restriction) -> Iterator[str]:
    for name, words in RESTRICTIONS.items():
        value = getattr(restriction, name)
        if value:
            yield words.format(value)
