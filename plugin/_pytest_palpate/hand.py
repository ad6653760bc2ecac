"""What a test may do with any simulated tool: a hand on it, faults, the truth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from _pytest_palpate.faults import happening_of
from _pytest_palpate.server import Said
from _pytest_palpate.values import Truth

__tracebackhide__ = True

SPANS_AT_ONCE: Final = 50
"""Questions that fit into the smallest of pipes, 4 kB."""
STEP_S: Final = 0.002
"""A hold that ended so shortly before the truth was told had not ended: the model's step is a millisecond."""


class AnyTool:
    """A hand on a simulated tool."""

    def _ask(self, do: str, **how: Any) -> Said:
        """Have it done; raises `Refused` or `SimulatorFailed`."""
        raise NotImplementedError

    @property
    def serial(self) -> str:
        """The tool's serial number: its identity."""
        return str(self._ask("state")["serial"])

    @property
    def t_s(self) -> float:
        """The tool's time: seconds since it was switched on."""
        return float(self._ask("state")["t_s"])

    def press(self, force_n: float, *, for_s: float | None = None) -> None:
        """The person decides to press so hard, and to let go after `for_s`; the hand follows 0.2 s later, slowly."""
        self._ask("press", force_n=force_n, **({} if for_s is None else {"for_s": for_s}))

    def release(self) -> None:
        """The person decides to let go."""
        self._ask("release")

    def inject(self, fault: str, **how: Any) -> None:
        """Let something go wrong from now on, or `at_s` seconds from now: `inject("loss", p=0.05, for_s=10)`.

        Names and values are those of docs/scenarios.md; a fault that wears off lasts until the test ends where neither
        `for_s` nor `count` is given. Raises `Refused` for what cannot happen.
        """
        self._ask("inject", happening=happening_of(fault, how))

    @property
    def truth(self) -> Truth:
        """What really happened at the tip so far."""
        said = self._ask("truth")
        known_until_s = said["simulated_s"] - STEP_S
        return Truth(
            t_s=said["t_s"],
            dose_kpa_s=said["dose_kpa_s"],
            holds=said["holds"],
            release_s=tuple(said["first_s"] + at_s for at_s in said["release_s"] if at_s < known_until_s),
            payload_sha256=said["payload_sha256"],
        )

    def dose_between_kpa_s(self, spans_s: Iterable[tuple[float, float]]) -> list[float]:
        """True pressure × time of each span of the tool's time."""
        spans, doses = list(spans_s), []
        for start in range(0, len(spans), SPANS_AT_ONCE):
            said = self._ask("truth", between_s=spans[start : start + SPANS_AT_ONCE])
            doses += said["dose_between_kpa_s"]
        return doses
