"""The scale from 0 to 10 as a row of circles to mark with a pen."""

from __future__ import annotations

from typing import Final

from clinic.drawing import Lettering, Pen, canvas, disc, label, text_of
from session.inputs import WORST_PAIN

STEP: Final = 30.0
RADIUS: Final = 12.0
WIDTH: Final = (WORST_PAIN + 1) * STEP
HEIGHT: Final = 30.0


def scale() -> str:
    """The drawing."""
    svg = canvas(WIDTH, HEIGHT)
    for nrs in range(WORST_PAIN + 1):
        x, y = (nrs + 0.5) * STEP, HEIGHT / 2
        disc(svg, (x, y), RADIUS, "none", Pen("role:plain", 1.0))
        label(svg, (x, y + 4.2), str(nrs), Lettering(size=12))
    return text_of(svg)
