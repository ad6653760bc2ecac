"""Whether the score ranks simulated people as it should: writes docs/ranking.md, `make ranking`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from types import MappingProxyType
from typing import Final, TypeVar

import numpy as np

from simulator.crowd import LEVEL_SIGMA, TAUGHT_SIGMA
from simulator.hand_kind import EXPERT_SHARE, TAUGHT_ALONE_SHARE, TRAINED_SHARE
from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.ranked import TRIAL, WHOLE_TEST, Scores, crowd, left, ranked, together, told_apart, unlike
from training.ranking import TESTS

Key = TypeVar("Key")

PEOPLE: Final = 200
PAIRS: Final = 1000
LADDER: Final = MappingProxyType({"novice": LEVEL_SIGMA, "trained": TAUGHT_SIGMA, "expert": TAUGHT_SIGMA})
"""Who is compared, and by how much such people differ in what they call a newton."""
ORDER: Final = (("novice", "trained"), ("trained", "expert"), ("novice", "expert"))
WAYS: Final = MappingProxyType({"seen": True, "unseen": False})
FEWER: Final = (1, 2, TESTS)
"""Tests that make one person's score."""
LEFT: Final = (95, 90, 85, 80, 75, 70, 65, 60, 55)
"""Percent of a novice's unsteadiness and sag: whatever a trained hand may be."""

ABOUT: Final = (
    f"Simulated people, no recordings: {PEOPLE} novices, {PEOPLE} trained and {PEOPLE} experts of "
    "[the simulator](simulated-hands.md). Their hands come from sources, which that page names with how sure they are; "
    "the score of [score.md](score.md) was made before and was not touched since. The tables say what it gives them, "
    f"and in how many of {PAIRS:,} pairs the more practised of two people has more points."
)
PERSON: Final = (
    f"**The score of a person is the mean of {TESTS} tests,** as a class is ranked ([training.md](training.md)): that "
    "is how many retention tests a course has, and who has fewer has no place. A test has the mean points of all its "
    "trials; it is the course's own pre-test and retention test, with its rests: 25, 15 and 40 N for 8 s each, twice. "
    "Beside it stands what one test, and a single trial of 25 N for 10 s, would tell."
)
FINDING: Final = (
    "**So ranked the order is right in more than 95 % of all pairs, with the force in view and without.** With the "
    "force in view one test does, and even one trial. Unseen one test does not, which is why it takes several: how far "
    "a hand sags and wanders differs from trial to trial by as much as neighbouring personas do."
)
SWEEP: Final = (
    "**One share is assumed.** How steady a trained hand is was published in no amount: it lies between "
    f"{TAUGHT_ALONE_SHARE:.0%} of a novice's unsteadiness, what practice without a force in view leaves, and the "
    f"{EXPERT_SHARE:.0%} of an expert; the simulator takes {TRAINED_SHARE:.0%}. The table of shares says for each "
    "other one how often such a hand stands above a novice and below an expert. Both orders are right in more than "
    "{enough} % where it has {ranges}. Nearer to one of them it is that one's like, and takes more tests."
)
ENOUGH: Final = 95.0
"""Percent of pairs."""
APART: Final = (
    "An order is not yet a difference. The ranking of a class says of whom it cannot tell apart from the place above: "
    f"where both people's {TESTS} tests overlap by Student's test at 5 %. How often it dares to, and is wrong, stands "
    "in the table of pairs told apart."
)
UNLIKE: Final = (
    "In the first tables all people of a persona have the same hand, and only their luck differs. Then their "
    "hands differ too: in steadiness by 25 %, which is *assumed* and nearly as much as lies between neighbours; then "
    "in the force that each calls a newton as well, by 48 % and, once trained, by 17 % (Pérez-Palomares 2021, Smythe "
    "1998). Then a persona is no order any more: some novices have a steadier hand than some who were trained, and "
    "should stand above them. Who was never told what 25 N feel like is not ranked by steadiness. That is what "
    "practice with the force in view is for, and why a trainee is compared with the own baseline instead of with "
    "others."
)
READING: Final = (
    "That a score ranks personas which differ in steadiness says that it measures steadiness; it does not say that it "
    "measures skill in people. Nobody has compared it with teachers' judgements."
)


def main() -> None:
    """Simulate and write the page."""
    both = [(who, way) for way in WAYS for who in LADDER]
    shares = [(percent, way) for percent in LEFT for way in WAYS]
    with ProcessPoolExecutor(max_workers=2) as pool:
        single = _made(pool, both, lambda who, way: partial(crowd, who, PEOPLE, TRIAL, looking=WAYS[way]))
        tests = _made(pool, both, lambda who, way: partial(crowd, who, PEOPLE * TESTS, WHOLE_TEST, looking=WAYS[way]))
        unsteady = _made(pool, both, partial(_unlike, levels=False))
        unlike_both = _made(pool, both, partial(_unlike, levels=True))
        swept = _made(pool, shares, _left)
    placed, once = whole(tests), {key: each[:PEOPLE] for key, each in tests.items()}
    tables = [
        pairs(f"Right order in {PAIRS:,} pairs, by the mean of {TESTS} tests", placed),
        sweep(tests, swept),
        told(placed),
        scores("Points of a test", once),
        several(tests),
        pairs(f"Right order in {PAIRS:,} pairs, by a single trial", single),
        pairs(f"People who differ in steadiness: right order, by the mean of {TESTS} tests", whole(unsteady)),
        pairs("And in what they call a newton", whole(unlike_both)),
    ]
    about = (ABOUT, PERSON, FINDING, swept_text(tests, swept), APART, UNLIKE, READING)
    write_page(ROOT / "docs" / "ranking.md", "Ranking", about, tables)


def _made(
    pool: Executor, keys: Iterable[tuple[Key, str]], how: Callable[[Key, str], Callable[[], Scores]]
) -> dict[tuple[Key, str], Scores]:
    running = {key: pool.submit(how(*key)) for key in keys}
    return {key: scored.result() for key, scored in running.items()}


def _unlike(who: str, way: str, *, levels: bool) -> Callable[[], Scores]:
    sigma = LADDER[who] if levels else 0.0
    return partial(unlike, who, PEOPLE, TESTS, WHOLE_TEST, looking=WAYS[way], level_sigma=sigma)


def _left(percent: int, way: str) -> Callable[[], Scores]:
    return partial(left, percent, PEOPLE * _tests(way), WHOLE_TEST, looking=WAYS[way])


def _tests(way: str) -> int:
    """That a share of unsteadiness is judged by: with the force in view one is enough."""
    return 1 if WAYS[way] else TESTS


def whole(crowds: Mapping[tuple[str, str], Scores]) -> dict[tuple[str, str], Scores]:
    """As many tests of each person as a place needs."""
    return {key: together(each, TESTS) for key, each in crowds.items()}


def scores(caption: str, crowds: Mapping[tuple[str, str], Scores]) -> Table:
    """What each persona gets."""
    rows = [(who, *(_spread(crowds[who, way]) for way in WAYS)) for who in LADDER]
    return Table(caption, ("persona", *(f"{way}: median (5th to 95th percentile)" for way in WAYS)), rows)


def pairs(caption: str, crowds: Mapping[tuple[str, str], Scores]) -> Table:
    """How often the order is right."""
    rows = [
        (f"{less} < {more}", *(_right(crowds[less, way], crowds[more, way]) for way in WAYS)) for less, more in ORDER
    ]
    return Table(caption, ("pair", *WAYS), rows)


def several(tests: Mapping[tuple[str, str], Scores]) -> Table:
    """How often it is right by fewer tests, each of them one more person's."""
    rows = [
        (f"{less} < {more}, {way}", *(_by(count, tests[less, way], tests[more, way]) for count in FEWER))
        for way in WAYS
        for less, more in ORDER
    ]
    heads = ["one test", *(f"mean of {count}" for count in FEWER[1:])]
    return Table(f"Fewer tests: right order in {PAIRS:,} pairs", ("pair", *heads), rows)


def sweep(tests: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]) -> Table:
    """How often a hand stands between a novice and an expert, by what it has of a novice's unsteadiness."""
    rows = [
        (f"{percent} %", *(_right(*pair) for way in WAYS for pair in _between(percent, way, tests, swept)))
        for percent in LEFT
    ]
    heads = [f"{way}, {_count(way)}: {side}" for way in WAYS for side in ("above a novice", "below an expert")]
    return Table("Right order, by what is left of a novice's unsteadiness", ("left", *heads), rows)


def swept_text(tests: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]) -> str:
    """Where in that table both orders are right often enough."""
    ranges = " and ".join(f"{_range(way, tests, swept)} ({way}, {_count(way)})" for way in WAYS)
    return SWEEP.format(enough=f"{ENOUGH:g}", ranges=ranges)


def _range(way: str, tests: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]) -> str:
    right = [
        percent
        for percent in LEFT
        if all(ranked(*pair, PAIRS).percent > ENOUGH for pair in _between(percent, way, tests, swept))
    ]
    return f"{min(right)} to {max(right)} %" if right else "no share"


def _between(
    percent: int, way: str, tests: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]
) -> tuple[tuple[Scores, Scores], tuple[Scores, Scores]]:
    """Beside a novice, and beside an expert."""
    count = _tests(way)
    low, middle, high = (
        together(each[: PEOPLE * count], count)
        for each in (tests["novice", way], swept[percent, way], tests["expert", way])
    )
    return (low, middle), (middle, high)


def _count(way: str) -> str:
    return "one test" if _tests(way) == 1 else f"mean of {_tests(way)}"


def told(placed: Mapping[tuple[str, str], Scores]) -> Table:
    """Who is told apart by the spread of their own tests."""
    rows = [
        (f"{less} < {more}", *(_told(placed[less, way], placed[more, way]) for way in WAYS)) for less, more in ORDER
    ]
    return Table("Pairs told apart (wrongly)", ("pair", *WAYS), rows)


def _told(less: Scores, more: Scores) -> str:
    found = told_apart(less, more, PAIRS)
    return f"{found.right_percent + found.wrong_percent:.1f} % ({found.wrong_percent:.1f} %)"


def _by(count: int, less: Scores, more: Scores) -> str:
    return _right(*(together(each[: PEOPLE * count], count) for each in (less, more)))


def _right(less: Scores, more: Scores) -> str:
    return f"{ranked(less, more, PAIRS).percent:.1f} %"


def _spread(points: Scores) -> str:
    low, middle, high = np.percentile(points.mean(axis=1), [5, 50, 95])
    return f"{middle:.1f} ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    main()
