"""A page as a value: what stands on it, before anybody decides whether it is HTML, PDF or text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from clinic.people import Language


class Tone(StrEnum):
    """How a text is meant."""

    PLAIN = "plain"
    QUIET = "quiet"
    LEAD = "lead"
    """Large: what a reader sees first."""
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a head; `words` are the columns that hold words, all others are numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, whose colours are roles (`clinic.report.ink`), and what it shows in words."""

    svg: str
    width_mm: float
    height_mm: float
    alt: str


@dataclass(frozen=True, slots=True)
class Column:
    """A share of the width."""

    share: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Columns beside each other."""

    columns: tuple[Column, ...]


Block: TypeAlias = Heading | Text | Bullets | Facts | Table | Picture | Row


@dataclass(frozen=True, slots=True)
class Page:
    """All of it. `mark` stands on each sheet of paper: that the data are simulated."""

    language: Language
    title: str
    subtitle: str
    mark: str | None
    blocks: tuple[Block, ...]
    foot: str
    large: bool = False
    """For people who read without glasses: the patient's own sheets."""
