"""How colours differ: for whoever reads, and for whoever sees no red, no green or no blue."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Vector = NDArray[np.float64]

SIGHTS: Final[dict[str, Vector]] = {
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    "all three": np.eye(3),
}
"""On linear RGB: Machado, Oliveira, Fernandes 2009, doi 10.1109/TVCG.2009.113, severity 1.0."""

_XYZ: Final = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
"""IEC 61966-2-1, white of D65."""


def linear(colour: str) -> Vector:
    """Red, green and blue as light, 0 to 1."""
    tone = QColor(colour)
    parts = np.array([tone.redF(), tone.greenF(), tone.blueF()])
    light: Vector = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return light


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    return float(linear(colour) @ (0.2126, 0.7152, 0.0722))


def contrast(one: str, two: str) -> float:
    """Of text on its ground, as WCAG 2.2 defines it: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, sight: str) -> Vector:
    """Lightness, a* and b* (CIE 1976) of a colour as somebody with this sight sees it."""
    xyz = _XYZ @ np.clip(SIGHTS[sight] @ linear(colour), 0, 1) / (0.95047, 1.0, 1.08883)
    root = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def apart(one: str, two: str, sight: str) -> float:
    """ΔE*ab: about 2 is just seen side by side; of two fields in a window that nobody compares, 10 is."""
    return float(np.linalg.norm(seen(one, sight) - seen(two, sight)))
