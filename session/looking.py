"""Whether the tool was looked at before somebody is pressed: one of these values (risk D13, docs/risks.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

SEEN_S: Final = 10.5
"""From the first reading: the age of the data is judged over 10 s."""


@dataclass(frozen=True, slots=True)
class Unasked:
    """The bench: what the pre-flight finds is told, and nobody waits for it."""


@dataclass(frozen=True, slots=True)
class Looking:
    """Nobody is asked for contact yet."""

    until_s: float | None = None
    """On the host's clock, when the pre-flight can speak at the earliest; None before the first reading."""

    def seeing(self, age_s: float | None, t_s: float) -> Looking:
        """The same at `t_s`, where the newest reading has this age; the first reading begins the count."""
        return self if self.until_s is not None or age_s is None else Looking(t_s + SEEN_S)

    def left_s(self, t_s: float) -> float:
        """How long it takes at least."""
        return SEEN_S if self.until_s is None else max(self.until_s - t_s, 0.0)


@dataclass(frozen=True, slots=True)
class Passed:
    """The pre-flight found nothing against a treatment."""


Look: TypeAlias = Unasked | Looking | Passed

UNASKED: Final = Unasked()
