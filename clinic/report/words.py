"""The words of pages in the language of their reader, and how numbers and dates are written there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Final

from clinic.entries.cautions import StopSign
from clinic.library import AnyEntry, Library
from clinic.people import Language
from clinic.screening.answers import Side, Spot
from clinic.texts import texts

NONE: Final = "–"
"""Stands for every value that is not known."""
LIBRARY: Final = "library"
"""The table of the library's own texts, by their keys."""


@lru_cache(maxsize=len(Language))
def spoken(language: Language) -> Mapping[str, str]:
    """Every text of a language by its key, `table.key`."""
    text = (files("clinic") / "languages" / f"{language}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {f"{table}.{key}": words for table, entries in tables.items() for key, words in entries.items()}


class Words:
    """One language; what a clinic's own file adds is shown as it was written."""

    def __init__(self, language: Language, library: Library) -> None:
        self.language, self.library = language, library
        self._spoken = spoken(language)
        self._texts = texts(library)

    def __call__(self, key: str, **values: object) -> str:
        """The text of this key; raises `KeyError` for one that there is not."""
        return self._spoken[key].format(**values)

    def of(self, kind: str, entry: AnyEntry, field: str = "text") -> str:
        """A text of the library."""
        key = f"{kind}.{entry.id}.{field}"
        return self._spoken.get(f"{LIBRARY}.{key}", self._texts[key])

    def site_of(self, spot: Spot) -> str:
        """The name of its site; of one that the library no longer has its id."""
        site = self.library.sites.get(spot.site)
        return self.of("sites", site, "name") if site else spot.site

    def sign(self, sign: StopSign) -> str:
        """The name of a sign on which the tool is lifted."""
        return self.of("stop_signs", sign, "name")

    def side(self, side: Side) -> str:
        """Of the client."""
        return self(f"side.{side.name.lower()}")

    def place(self, spot: Spot) -> str:
        """Site and side."""
        return self("where.place", site=self.site_of(spot), side=self.side(spot.side))

    def movement(self, movement: str) -> str:
        """Of a joint; one that has no word here by its id."""
        return self._spoken.get(f"movement.{movement}", movement.replace("-", " "))

    def number(self, value: float | None, decimals: int = 0) -> str:
        """A fixed number of decimals, never "-0", a dash for None."""
        if value is None:
            return NONE
        return f"{value:z.{decimals}f}".replace("-", "−").replace(".", self("form.decimal"))

    def short(self, value: float) -> str:
        """As many decimals as it has, up to four digits that count."""
        return f"{value:.4g}".replace("-", "−").replace(".", self("form.decimal"))

    def signed(self, value: float, decimals: int = 0) -> str:
        """With its sign, also where it rose."""
        text = self.number(value, decimals)
        return f"+{text}" if value > 0 and any(sign in "123456789" for sign in text) else text

    def date(self, day: date) -> str:
        """A day."""
        return self("form.date", year=day.year, month=day.month, day=day.day)

    def moment(self, at: datetime) -> str:
        """Day, hour and minute, on the clock that `at` was put on."""
        return self("form.moment", date=self.date(at.date()), hour=at.hour, minute=at.minute)

    def count(self, key: str, number: int, **values: object) -> str:
        """The text for one or for several."""
        return self(f"{key}_one" if number == 1 else f"{key}_other", count=number, **values)
