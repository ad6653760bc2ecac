"""Whether the score ranks simulated people as it should: writes docs/ranking.md, `make ranking`."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.ranked import TASK, crowd, ranked

PEOPLE: Final = 200
PAIRS: Final = 1000
LADDER: Final = ("novice", "trained", "expert")
WAYS: Final = ((True, "seen"), (False, "unseen"))

ABOUT: Final = (
    f"Simulated people, no recordings: {PEOPLE} novices, {PEOPLE} trained and {PEOPLE} experts of "
    "[the simulator](simulated-hands.md), whose hands were fixed from sources, or assumed where that page says so, "
    f"before the score was made. Each does one trial of {TASK.target_n:g} N for 10 s, once with the force in view and "
    "once without. The tables say what the score of [score.md](score.md) gives them, and in how many of "
    f"{PAIRS:,} pairs the more practised of two people has more points."
)
READING: Final = (
    "That a score ranks personas which differ in steadiness says that it measures steadiness; it does not say that it "
    "measures skill in people. Nobody has compared it with teachers' judgements."
)


def main() -> None:
    """Simulate and write the page."""
    crowds = {(who, looking): crowd(who, PEOPLE, looking=looking) for looking, _ in WAYS for who in LADDER}
    write_page(ROOT / "docs" / "ranking.md", "Ranking", (ABOUT, READING), [scores(crowds), pairs(crowds)])


def scores(crowds: dict[tuple[str, bool], NDArray[np.float64]]) -> Table:
    """What each persona gets."""
    rows = [(who, *(_spread(crowds[who, looking]) for looking, _ in WAYS)) for who in LADDER]
    return Table("Points", ("persona", *(f"{name}: median (5th to 95th percentile)" for _, name in WAYS)), rows)


def pairs(crowds: dict[tuple[str, bool], NDArray[np.float64]]) -> Table:
    """How often the order is right."""
    rows = [
        (
            f"{less} < {more}",
            *(f"{ranked(crowds[less, looking], crowds[more, looking], PAIRS).percent:.1f} %" for looking, _ in WAYS),
        )
        for less, more in (("novice", "trained"), ("trained", "expert"), ("novice", "expert"))
    ]
    return Table(f"Right order in {PAIRS:,} pairs", ("pair", *(name for _, name in WAYS)), rows)


def _spread(points: NDArray[np.float64]) -> str:
    low, middle, high = np.percentile(points, [5, 50, 95])
    return f"{middle:.1f} ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    main()
