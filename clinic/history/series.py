"""What was measured more than once, in the order of time, and what each value says against the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt
from typing import Final, NamedTuple

from clinic.entries.figures import Change
from clinic.history.figures import Figure, Quantity, figures
from clinic.history.judge import Judgement, sized, smallest_change, unlike
from clinic.library import Library
from clinic.screening.answers import Side
from clinic.visits import Observation, Phase

MDC_PER_ERROR: Final = {"MDC95": 1.96 * sqrt(2), "MDC90": 1.645 * sqrt(2)}
"""A minimal detectable change is the standard error of one measurement times this: two of them are compared."""


class Series(NamedTuple):
    """One quantity over time."""

    quantity: Quantity
    figures: tuple[Figure, ...]
    """At least one."""
    change: Change | None
    """The smallest change to believe; None where nobody knows it."""

    @property
    def judged(self) -> tuple[tuple[Figure, Judgement], ...]:
        """Each figure behind the first, held against the first."""
        first = self.figures[0]
        return tuple((each, self._judge(first, each)) for each in self.figures[1:])

    @property
    def error(self) -> float | None:
        """Standard error of one measurement, where the smallest change tells it."""
        if self.change is None or self.change.detectable_at not in MDC_PER_ERROR:
            return None
        return self.change.detectable / MDC_PER_ERROR[self.change.detectable_at]

    def _judge(self, first: Figure, other: Figure) -> Judgement:
        return unlike(first, other) or sized(other.value - first.value, self.change)


def all_series(library: Library, observations: Iterable[Observation]) -> tuple[Series, ...]:
    """Each quantity, ordered by what it is and where."""
    known = figures(observations)
    quantities = sorted({figure.quantity for figure in known}, key=_order)
    return tuple(
        Series(each, tuple(figure for figure in known if figure.quantity == each), smallest_change(library, each))
        for each in quantities
    )


class Sides(NamedTuple):
    """Left and right of one place, measured in one visit."""

    left: Figure
    right: Figure
    judgement: Judgement
    """Of left less right."""


def sides(library: Library, series: Iterable[Series]) -> tuple[Sides, ...]:
    """The newest pair of each quantity that both sides have, in the same phase of the same visit."""
    return tuple(_sides(library, tuple(series)))


def _sides(library: Library, series: tuple[Series, ...]) -> Iterator[Sides]:
    for left in series:
        mirrored = _mirrored(left.quantity)
        right = next((each for each in series if each.quantity == mirrored), None)
        if right is None:
            continue
        pairs = [(one, other) for one in left.figures for other in right.figures if _together(one, other)]
        if pairs:
            yield _pair(library, *pairs[-1])


def _pair(library: Library, left: Figure, right: Figure) -> Sides:
    alike = unlike(left, right)
    change = smallest_change(library, left.quantity, between_sides=True)
    return Sides(left, right, alike or sized(left.value - right.value, change))


def _mirrored(quantity: Quantity) -> Quantity | None:
    """The same on the right, of what is on the left; None for everything else."""
    if quantity.side is Side.LEFT and quantity.spot is None:
        return quantity._replace(side=Side.RIGHT)
    if quantity.spot is not None and quantity.spot.side is Side.LEFT:
        return quantity._replace(spot=quantity.spot.model_copy(update={"side": Side.RIGHT}))
    return None


def _together(one: Figure, other: Figure) -> bool:
    return one.visit is not None and one.visit == other.visit and one.phase is other.phase is not Phase.DURING


def _order(quantity: Quantity) -> tuple[int, str, str, str]:
    spot = str(quantity.spot) if quantity.spot else ""
    return KINDS.index(quantity.kind), spot, quantity.movement, quantity.side or ""


KINDS: Final = (
    "pain_rest", "pain_movement", "pain_press", "pain_probe", "threshold", "tolerance", "pain3", "motion", "ndi",
    "global_change", "soreness", "dose",
)  # fmt: skip
"""What comes first."""
