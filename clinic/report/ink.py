"""Colours of drawings and pages by what they mean: the same drawing on paper, on white and on dark ground."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

LIGHT: Final[Mapping[str, str]] = {
    "ground": "#ffffff",
    "panel": "#f4f6f8",
    "line": "#b9c2cb",
    "plain": "#14191e",
    "quiet": "#4e5a66",
    "trace": "#0072b2",
    "band": "#cfe8dd",
    "good": "#00724f",
    "alarm": "#b34700",
    "noise": "#e3e7eb",
    "skin": "#f3e3d6",
    "contour": "#8a7565",
    "muscle": "#e7c3b1",
    "blocked": "#9aa4ae",
    "marker": "#0072b2",
    "on_marker": "#ffffff",
}
"""Okabe–Ito hues, darkened where they carry text: at least 4.5 : 1 on the ground."""

DARK: Final[Mapping[str, str]] = {
    "ground": "#101418",
    "panel": "#1a2027",
    "line": "#3a444f",
    "plain": "#f2f4f6",
    "quiet": "#a9b4bf",
    "trace": "#56b4e9",
    "band": "#1d4638",
    "good": "#2cc295",
    "alarm": "#ff7a33",
    "noise": "#2b333b",
    "skin": "#3b332d",
    "contour": "#a08c7b",
    "muscle": "#6a4b3d",
    "blocked": "#77828c",
    "marker": "#56b4e9",
    "on_marker": "#101418",
}

_ROLE: Final = re.compile(r"role:(\w+)")


def inked(svg: str, colours: Mapping[str, str]) -> str:
    """The drawing with each `role:NAME` replaced by its colour."""
    return _ROLE.sub(lambda found: colours[found[1]], svg)


VARIABLES: Final[Mapping[str, str]] = {role: f"var(--{role.replace('_', '-')})" for role in LIGHT}
"""For a page whose style sheet decides."""


def declarations(colours: Mapping[str, str]) -> str:
    """The variables as a style sheet declares them."""
    return " ".join(f"--{role.replace('_', '-')}: {colour};" for role, colour in colours.items())
