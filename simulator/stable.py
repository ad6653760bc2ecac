"""Arithmetic that gives the same bits on every machine, Python and numpy.

Only + − × ÷ and square roots, which IEEE 754 rounds one way, and raw bits of PCG64, which numpy promises to keep.
Distributions of numpy's `Generator` and functions of the C library may change in the last bit from release to release.
"""

from __future__ import annotations

import math
from typing import Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Value = TypeVar("Value", float, Floats)

PI: Final = 3.141592653589793
_FIELDS: Final = 8
"""16-bit fields in the two raw words of one deviate."""
_MIDDLE: Final = _FIELDS * 65_535 / 2
_LANES: Final = np.uint64(0x0000_FFFF_0000_FFFF)
_LANE: Final = np.uint64(0xFFFF_FFFF)
_DEVIATION: Final = math.sqrt(_FIELDS * (65_536**2 - 1) / 12)
_BEND: Final = 1.2 / _FIELDS / 24
"""The sum of 8 uniforms has an excess kurtosis of −0.15; a cubic of this size (Cornish and Fisher) takes it away."""
_UNIT: Final = 1 / math.sqrt((1 - 3 * _BEND) ** 2 + 2 * (1 - 3 * _BEND) * _BEND * 2.85 + _BEND**2 * 12.857)
"""So that the deviation is 1; 2.85 and 12.857 are the fourth and the sixth moment of the sum."""
_LINEAR, _CUBIC = (1 - 3 * _BEND) * _UNIT, _BEND * _UNIT
_BLOCK: Final = 1024
_SINGLY: Final = 64


class Deviates:
    """Random numbers in a fixed order: how many one takes at a time does not change which come."""

    def __init__(self, seed: np.random.SeedSequence) -> None:
        self._bits = np.random.PCG64(seed)
        self._ready: Floats = np.empty(0)
        self._singly: list[float] = []

    def share(self) -> float:
        """One number from 0 to just below 1, evenly; not to be mixed with `normals` on the same deviates."""
        return int(self._bits.random_raw() >> 11) / 9_007_199_254_740_992

    def normal(self) -> float:
        """One normal deviate, the next one."""
        if not self._singly:
            self._singly = self.normals(_SINGLY)[::-1].tolist()
        return self._singly.pop()

    def normals(self, count: int) -> Floats:
        """So many normal deviates of mean 0 and deviation 1, at most 4.9 large: the next ones."""
        if self._singly:
            self._ready, self._singly = np.concatenate((self._singly[::-1], self._ready)), []
        if count > len(self._ready):
            missing = count - len(self._ready)
            fresh = self._drawn(max(missing, _BLOCK))
            self._ready = np.concatenate((self._ready, fresh))
        taken, self._ready = self._ready[:count], self._ready[count:]
        return taken

    def _drawn(self, count: int) -> Floats:
        words = np.asarray(self._bits.random_raw(2 * count), np.uint64)
        pairs = (words & _LANES) + ((words >> np.uint64(16)) & _LANES)
        fours = pairs[0::2] + pairs[1::2]
        total = (fours & _LANE) + (fours >> np.uint64(32))
        flat = (total.astype(np.float64) - _MIDDLE) / _DEVIATION
        return flat * (_LINEAR + _CUBIC * (flat * flat))


def decay(x: float) -> float:
    """exp(−x) for 0 ≤ x, to a relative 10⁻⁹ and better below 0.5 (Padé 4/4 on a quarter, squared twice)."""
    y = x / 4
    even, odd = 1680 + y * y * (180 + y * y), y * (840 + 20 * y * y)
    quarter = (even - odd) / (even + odd)
    half = quarter * quarter
    return half * half


def fading(x: Value) -> Value:
    """Nearly exp(−x) for 0 ≤ x ≤ 5, always falling, never 0, also for arrays; for time courses that are *assumed*."""
    return 1 / (1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5)))))


def cosine(x: float) -> float:
    """Cos x for |x| ≤ π, to 10⁻¹²: Taylor's series on half the angle, doubled."""
    total = term = 1.0
    for n in range(1, 11):
        term *= -(x / 2) * (x / 2) / ((2 * n - 1) * 2 * n)
        total += term
    return 2 * total * total - 1
