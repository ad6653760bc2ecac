"""Colours of the body map: the theme's tones, and those of skin and muscle."""

from __future__ import annotations

from typing import Final, NamedTuple

from gui.theme import Theme


class BodyInk(NamedTuple):
    """What a theme has no tone for."""

    skin: str
    contour: str
    muscle: str
    edge: str
    """Around a muscle."""
    never: str
    """Where nobody presses."""


INKS: Final = {
    "light": BodyInk("#F3E3D6", "#7A6656", "#E3B9A4", "#9A5B41", "#6B7580"),
    "dark": BodyInk("#3B332D", "#A8937F", "#75503F", "#D9A489", "#8B97A2"),
    "contrast": BodyInk("#000000", "#FFFFFF", "#1F1F1F", "#FFFFFF", "#FFFFFF"),
}
"""By the name of the theme. Lines reach 3 : 1 against what they lie on; nothing is told by a colour alone."""


def ink(theme: Theme) -> BodyInk:
    """Of a theme."""
    return INKS[theme.name]
