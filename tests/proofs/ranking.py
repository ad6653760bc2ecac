"""Whether the score ranks simulated people as it should: writes docs/ranking.md, `make ranking`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from types import MappingProxyType
from typing import Final, TypeVar

import numpy as np

from simulator.crowd import LEVEL_SIGMA, TAUGHT_SIGMA
from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.ranked import TRIAL, WHOLE_TEST, Scores, crowd, ranked, steadier, together, unlike

Key = TypeVar("Key")

PEOPLE: Final = 200
PAIRS: Final = 1000
LADDER: Final = MappingProxyType({"novice": LEVEL_SIGMA, "trained": TAUGHT_SIGMA, "expert": TAUGHT_SIGMA})
"""Who is compared, and by how much such people differ in what they call a newton."""
ORDER: Final = (("novice", "trained"), ("trained", "expert"), ("novice", "expert"))
WAYS: Final = MappingProxyType({"seen": True, "unseen": False})
TESTS: Final = (1, 2, 4)
"""So many tests make one person's score."""
STEADIER: Final = (5, 10, 20, 30)
"""Percent less unsteadiness and sag than a novice has."""

ABOUT: Final = (
    f"Simulated people, no recordings: {PEOPLE} novices, {PEOPLE} trained and {PEOPLE} experts of "
    "[the simulator](simulated-hands.md). Their hands come from sources, which that page names with how sure they are; "
    "the score of [score.md](score.md) was made before and was not touched since. The tables say what it gives them, "
    f"and in how many of {PAIRS:,} pairs the more practised of two people has more points."
)
PERSON: Final = (
    "**The score of a person is that of a test: the mean points of all its trials.** The progress of a trainee "
    "compares such means, and nothing else ([training.md](training.md)). The test is the course's own pre-test and "
    "retention test, with its rests: 25, 15 and 40 N for 8 s each, twice. Beside it stands a single trial of 25 N for "
    "10 s."
)
FINDING: Final = (
    "**With the force in view the order is right in more than 95 % of all pairs, from one test and from one trial. "
    "Unseen one test is not enough:** how far a hand sags and wanders differs from trial to trial by as much as "
    "neighbouring personas do; the mean of four tests is enough. How much steadier a hand has to be before one test "
    "shows it is in the last table, which does not depend on what trained hands are like."
)
UNLIKE: Final = (
    "In the first tables all people of a persona have the same hand, and only their luck differs. Then their "
    "hands differ too: in steadiness by 25 %, which is *assumed* and nearly as much as lies between neighbours; then "
    "in the force that each calls a newton as well, by 48 % and, once trained, by 17 % (Pérez-Palomares 2021, Smythe "
    "1998). Who was never told what 25 N feel like is not ranked by steadiness. That is what practice with the force "
    "in view is for, and why a trainee is compared with the own baseline instead of with others."
)
READING: Final = (
    "That a score ranks personas which differ in steadiness says that it measures steadiness; it does not say that it "
    "measures skill in people. Nobody has compared it with teachers' judgements."
)


def main() -> None:
    """Simulate and write the page."""
    both = [(who, way) for way in WAYS for who in LADDER]
    with ProcessPoolExecutor(max_workers=2) as pool:
        single = _made(pool, both, lambda who, way: partial(crowd, who, PEOPLE, TRIAL, looking=WAYS[way]))
        tests = _made(pool, both, lambda who, way: partial(crowd, who, PEOPLE, WHOLE_TEST, looking=WAYS[way]))
        unsteady = _made(pool, both, partial(_unlike, levels=False))
        unlike_both = _made(pool, both, partial(_unlike, levels=True))
        steady = _made(pool, [(less, way) for less in STEADIER for way in WAYS], _steadier)
    tables = [
        scores("Points of a test", tests),
        pairs(f"Tests: right order in {PAIRS:,} pairs", tests),
        scores("Points of a single trial", single),
        pairs(f"Single trials: right order in {PAIRS:,} pairs", single),
        pairs(f"Tests of people who differ in steadiness: right order in {PAIRS:,} pairs", unsteady),
        pairs("And in what they call a newton", unlike_both),
        several(tests),
        finest(tests, steady),
    ]
    write_page(ROOT / "docs" / "ranking.md", "Ranking", (ABOUT, PERSON, FINDING, UNLIKE, READING), tables)


def _made(
    pool: Executor, keys: Iterable[tuple[Key, str]], how: Callable[[Key, str], Callable[[], Scores]]
) -> dict[tuple[Key, str], Scores]:
    running = {key: pool.submit(how(*key)) for key in keys}
    return {key: scored.result() for key, scored in running.items()}


def _unlike(who: str, way: str, *, levels: bool) -> Callable[[], Scores]:
    return partial(unlike, who, PEOPLE, WHOLE_TEST, looking=WAYS[way], level_sigma=LADDER[who] if levels else 0.0)


def _steadier(less: int, way: str) -> Callable[[], Scores]:
    return partial(steadier, less, PEOPLE, WHOLE_TEST, looking=WAYS[way])


def scores(caption: str, crowds: Mapping[tuple[str, str], Scores]) -> Table:
    """What each persona gets."""
    rows = [(who, *(_spread(crowds[who, way]) for way in WAYS)) for who in LADDER]
    return Table(caption, ("persona", *(f"{way}: median (5th to 95th percentile)" for way in WAYS)), rows)


def pairs(caption: str, crowds: Mapping[tuple[str, str], Scores]) -> Table:
    """How often the order is right."""
    rows = [_row(f"{less} < {more}", [(crowds[less, way], crowds[more, way]) for way in WAYS]) for less, more in ORDER]
    return Table(caption, ("pair", *WAYS), rows)


def several(crowds: Mapping[tuple[str, str], Scores]) -> Table:
    """How often it is right where a person's score is the mean of several unseen tests."""
    unseen = {who: crowds[who, "unseen"] for who in LADDER}
    rows = [
        _row(f"{less} < {more}", [(together(unseen[less], count), together(unseen[more], count)) for count in TESTS])
        for less, more in ORDER
    ]
    return Table("Several unseen tests: right order", ("pair", *(f"mean of {count}" for count in TESTS)), rows)


def finest(tests: Mapping[tuple[str, str], Scores], steady: Mapping[tuple[int, str], Scores]) -> Table:
    """How much steadier than a novice a hand has to be."""
    rows = [_row(f"{less} %", [(tests["novice", way], steady[less, way]) for way in WAYS]) for less in STEADIER]
    return Table("Tests of hands that are steadier than a novice's by: right order", ("steadier by", *WAYS), rows)


def _row(name: str, compared: Sequence[tuple[Scores, Scores]]) -> tuple[str, ...]:
    return name, *(f"{ranked(less, more, PAIRS).percent:.1f} %" for less, more in compared)


def _spread(points: Scores) -> str:
    low, middle, high = np.percentile(points.mean(axis=1), [5, 50, 95])
    return f"{middle:.1f} ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    main()
