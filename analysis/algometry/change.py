"""A threshold before and after: beyond the error of measuring it or not."""

from __future__ import annotations

import math
from enum import Enum
from typing import Final, NamedTuple, assert_never

from analysis.algometry.conditions import Conditions, differences
from analysis.algometry.series import Series
from analysis.algometry.verdicts import Figure, Missing, Reason

NOT_SHOWN: Final = "this does not show that the treatment caused it"


class Believable(NamedTuple):
    """The smallest change of one person's threshold that a measurement error does not explain."""

    mdc_kpa: float
    """Minimal detectable change at 95 %."""
    source: str
    confidence: str

    @property
    def measurement_error_kpa(self) -> float:
        """Standard error of measurement, MDC95 / (1.96 √2); not the standard error of a mean."""
        return self.mdc_kpa / (1.96 * math.sqrt(2))


class Mdc(Enum):
    """Defaults; published ones spread from 33 to 174 kPa, so each clinic may set its own `Believable`."""

    NECK_SHOULDER = Believable(62.0, "Zicarelli 2021: neck, n = 74, 0.63 kgf on 1 cm²", "medium")
    BACK_HIP = Believable(119.0, "Zicarelli 2021: low back, n = 74, 1.21 kgf on 1 cm²", "medium")
    TRAINED_UPPER_TRAPEZIUS = Believable(
        33.0, "Somphithak 2025: upper trapezius, one trained examiner, 0.34 kg/cm²", "medium"
    )


class Change(NamedTuple):
    """How two series of one point differ."""

    change_kpa: Figure
    """After - before."""
    beyond_error: bool | None
    """Whether it is larger than the minimal detectable change; None without a figure."""
    text: str
    """A sentence for people."""


class Measured(NamedTuple):
    """A series and what it was measured under."""

    conditions: Conditions
    series: Series


def change(before: Measured, after: Measured, believable: Believable) -> Change:
    """Compare two series of one point; only same point, tip, rate, position, method, script and examiner compare."""
    difference_kpa = difference(before, after)
    if isinstance(difference_kpa, Missing):
        return Change(difference_kpa, None, difference_kpa.text)
    beyond = abs(difference_kpa) > believable.mdc_kpa
    where = "beyond" if beyond else "within"
    text = f"{difference_kpa:+.0f} kPa: {where} the measurement error of {believable.mdc_kpa:g} kPa"
    return Change(difference_kpa, beyond, f"{text} ({believable.source}); {NOT_SHOWN}.")


def difference(before: Measured, after: Measured, allowed: str = "") -> Figure:
    """Mean after - mean before; conditions must not differ but in the one that is `allowed`."""
    different = [name for name in differences(before.conditions, after.conditions) if name != allowed]
    if different:
        text = f"these two do not compare: different {', '.join(different)}"
        return Missing(Reason.NOT_COMPARABLE, text)
    match before.series.mean_kpa, after.series.mean_kpa:
        case (Missing() as missing, _) | (_, Missing() as missing):
            return missing
        case float(earlier_kpa), float(later_kpa):
            return later_kpa - earlier_kpa
        case _ as never:
            assert_never(never)
