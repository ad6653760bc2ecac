"""Whether the score ranks simulated people as it should: writes docs/ranking.md, `make ranking`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.ranked import TRIAL, WHOLE_TEST, Scores, crowd, ranked, unlike

PEOPLE: Final = 200
PAIRS: Final = 1000
LADDER: Final = ("novice", "trained", "expert")
WAYS: Final = ((True, "seen"), (False, "unseen"))

ABOUT: Final = (
    f"Simulated people, no recordings: {PEOPLE} novices, {PEOPLE} trained and {PEOPLE} experts of "
    "[the simulator](simulated-hands.md), whose hands were fixed from sources, or assumed where that page says so, "
    "before the score was made, and were not touched since. The tables say what the score of [score.md](score.md) "
    f"gives them, and in how many of {PAIRS:,} pairs the more practised of two people has more points."
)
PERSON: Final = (
    "**The score of a person is that of a test: the mean points of all its trials.** The progress of a trainee "
    "compares such means, and nothing else ([training.md](training.md)). The test is the course's own pre-test and "
    "retention test, with its rests: 25, 15 and 40 N for 8 s each, twice. Beside it stands a single trial of 25 N for "
    "10 s. One unseen trial is not enough to tell neighbours apart: how far a hand sags and wanders in it differs from "
    "trial to trial by as much as neighbouring personas do, up as well as down; over six trials that evens out."
)
READING: Final = (
    "That a score ranks personas which differ in steadiness says that it measures steadiness; it does not say that it "
    "measures skill in people. Nobody has compared it with teachers' judgements."
)
UNLIKE: Final = (
    "In the first tables all people of a persona have the same hand, and only their luck differs. In the last one they "
    "do the test unseen with hands that differ: in steadiness (by 25 %, assumed); then in the force that "
    "each calls a newton as well (by 48 %, Pérez-Palomares 2021). Then the score tells how near to the asked "
    "force somebody is and no longer who has the steadier hand: who has never been told what 25 N feel like is not "
    "ranked by it, and no persona here has been told. That is what the practice with the force in view is for, "
    "and why a trainee is compared with the own baseline instead of with others."
)


def main() -> None:
    """Simulate and write the page."""
    single = {(who, looking): crowd(who, PEOPLE, TRIAL, looking=looking) for looking, _ in WAYS for who in LADDER}
    tests = {(who, looking): crowd(who, PEOPLE, WHOLE_TEST, looking=looking) for looking, _ in WAYS for who in LADDER}
    apart = {
        (who, levels): unlike(who, PEOPLE, WHOLE_TEST, levels=levels) for levels in (False, True) for who in LADDER
    }
    tables = [
        scores("Points of a test", tests),
        pairs(f"Tests: right order in {PAIRS:,} pairs", tests),
        scores("Points of a single trial", single),
        pairs(f"Single trials: right order in {PAIRS:,} pairs", single),
        differing(apart),
    ]
    write_page(ROOT / "docs" / "ranking.md", "Ranking", (ABOUT, PERSON, UNLIKE, READING), tables)


def scores(caption: str, crowds: dict[tuple[str, bool], Scores]) -> Table:
    """What each persona gets."""
    rows = [(who, *(_spread(crowds[who, looking]) for looking, _ in WAYS)) for who in LADDER]
    return Table(caption, ("persona", *(f"{name}: median (5th to 95th percentile)" for _, name in WAYS)), rows)


def pairs(caption: str, crowds: dict[tuple[str, bool], Scores]) -> Table:
    """How often the order is right."""
    return Table(caption, ("pair", *(name for _, name in WAYS)), _rows(crowds, [looking for looking, _ in WAYS]))


def differing(crowds: dict[tuple[str, bool], Scores]) -> Table:
    """How often the order is right among people whose hands differ."""
    head = ("pair", "unlike in steadiness", "and in what they call a newton")
    return Table(
        f"Tests of people who differ, unseen: right order in {PAIRS:,} pairs", head, _rows(crowds, (False, True))
    )


def _rows(crowds: dict[tuple[str, bool], Scores], ways: Sequence[bool]) -> list[tuple[str, ...]]:
    return [
        (
            f"{less} < {more}",
            *(f"{ranked(crowds[less, way], crowds[more, way], PAIRS).percent:.1f} %" for way in ways),
        )
        for less, more in (("novice", "trained"), ("trained", "expert"), ("novice", "expert"))
    ]


def _spread(points: Scores) -> str:
    low, middle, high = np.percentile(points.mean(axis=1), [5, 50, 95])
    return f"{middle:.1f} ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    main()
