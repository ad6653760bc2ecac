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
from tests.proofs.ranked import (
    TRIAL,
    WHOLE_TEST,
    Scores,
    between,
    crowd,
    left,
    ranked,
    sagging,
    together,
    told_apart,
    unlike,
)
from training.due import BASELINE_DAYS, RETENTION_DAYS
from training.ranking import TESTS

Key = TypeVar("Key")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


PEOPLE: Final = 200
PAIRS: Final = 1000
LADDER: Final = MappingProxyType({"novice": LEVEL_SIGMA, "trained": TAUGHT_SIGMA, "expert": TAUGHT_SIGMA})
"""Who is compared, and by how much such people differ in what they call a newton."""
ORDER: Final = (("novice", "trained"), ("trained", "expert"), ("novice", "expert"))
WAYS: Final = MappingProxyType({"seen": True, "unseen": False})
COUNTS: Final = MappingProxyType({"seen": TESTS, "unseen": BASELINE_DAYS + len(RETENTION_DAYS)})
"""Tests that make one person's score: a place in a class takes so many, and a course has so many unseen ones."""
COLUMNS: Final = tuple((way, count) for way in WAYS for count in (1, COUNTS[way]))
"""How the force is seen, and tests that make one person's score."""
MORE: Final = (1, 2, 4, 6, 8, 12, 16)
"""Unseen tests, to see how many it would take."""
LEFT: Final = (95, 90, 85, 80, 75, 70, 65, 60, 55)
"""Percent of a novice's unsteadiness and sag: whatever a trained hand may be."""

ABOUT: Final = (
    f"Simulated people, no recordings: {PEOPLE} novices, {PEOPLE} trained and {PEOPLE} experts of "
    "[the simulator](simulated-hands.md). Their hands come from sources, which that page names with how sure they are; "
    "the score of [score.md](score.md) was made before and was not touched since. The tables say what it gives them, "
    f"and in how many of {PAIRS:,} pairs the more practised of two people has more points."
)
PERSON: Final = (
    f"**A class is ranked with the force in view, by the mean of {TESTS} steadiness tests** on as many days "
    "([training.md](training.md)); who has fewer has no place. A test is 25, 15 and 40 N for 8 s each, twice, with its "
    "rests, and has the mean points of these trials. The pre-test and the retention test are the same unseen; a course "
    f"has {COUNTS['unseen']} of them in all. Beside it stands what one test, and a single trial of 25 N for 10 s, "
    "would tell."
)
TRAINED: Final = (
    "**How steady a trained hand is was published in no amount, only between what it lies:** "
    f"{_percent(TAUGHT_ALONE_SHARE)} of a novice's unsteadiness is what practice without a force in view leaves, "
    f"{_percent(EXPERT_SHARE)} an expert's. In the first table trained people are anywhere between, evenly: no "
    "share is assumed. That a steadier hand sags less is *assumed* in it, and the second table does without."
)
MIDWAY: Final = (
    f"In all other tables they are what the simulator takes, {_percent(TRAINED_SHARE)}, midway from a novice to an "
    "expert, *assumed*. The table of shares says it for each other hand: both orders are right in more than "
    "{enough} % where it has {ranges}. Nearer to one of them it is that one's like, and takes more tests."
)
NOBODY_UNSEEN: Final = (
    "**Nobody is ranked unseen.** How far a hand sags and wanders differs from trial to trial by as much as "
    f"neighbouring personas do, so that not even the {COUNTS['unseen']} unseen tests of a whole course say it of "
    "trained hands anywhere: {taken}. And of people who call different forces a newton they say who was lucky (last "
    "table). A class was ranked so until these tables showed it. Unseen, trainees are compared with their own baseline."
)
ENOUGH: Final = 95.0
"""Percent of pairs."""
APART: Final = (
    "An order is not yet a difference. The ranking of a class says of whom it cannot tell apart from the place above: "
    "where both people's tests overlap by Student's test at 5 %. How often it dares to, and is wrong, stands in the "
    "table of pairs told apart."
)
UNLIKE: Final = (
    "In the first tables all people of a persona have the same hand, and only their luck differs. Then their "
    "hands differ too: in steadiness by 33 %, as those of 9 people who pushed a handle did (recordings of "
    "ftessari23/GimbalForceAnalysis), which is as much as lies between neighbours, and in sag by as much (*assumed*); "
    "then in the force that each calls a newton as well, by 48 % and, once trained, by 17 % (Pérez-Palomares 2021, "
    "Smythe 1998). Then a persona is no order any more: some novices have a steadier hand than some who were trained, "
    "and should stand above them."
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
        tests = _made(pool, both, _alike)
        unsteady = _made(pool, both, partial(_unlike, levels=False))
        unlike_both = _made(pool, both, partial(_unlike, levels=True))
        swept = _made(pool, shares, _left)
        still_sagging = _made(pool, [(who, "seen") for who in ("trained", "expert")], _sagging)
        spread = _made(pool, [("trained", way) for way in WAYS], _between_bounds)
        often = _made(pool, [(who, "unseen") for who in LADDER], _often)
    anywhere, placed, shared = tests | spread, whole(tests), whole(swept)
    repeated = {who: together(each, MORE[-1]) for (who, _), each in often.items()}
    tables = [
        orders("Right order in {pairs:,} pairs, trained hands anywhere between the published bounds", anywhere),
        sagged(placed, whole(still_sagging)),
        orders("Right order in {pairs:,} pairs, trained hands midway", tests),
        sweep(placed, shared),
        by_count(repeated),
        told(placed),
        scores("Points of a test", {key: each[:PEOPLE] for key, each in tests.items()}),
        pairs(f"Right order in {PAIRS:,} pairs, by a single trial", single),
        pairs("People who differ in steadiness: right order, by the same means", whole(unsteady)),
        pairs("And in what they call a newton", whole(unlike_both)),
    ]
    about = (ABOUT, PERSON, TRAINED, midway(placed, shared), nobody_unseen(repeated), APART, UNLIKE, READING)
    write_page(ROOT / "docs" / "ranking.md", "Ranking", about, tables)


def _made(
    pool: Executor, keys: Iterable[tuple[Key, str]], how: Callable[[Key, str], Callable[[], Scores]]
) -> dict[tuple[Key, str], Scores]:
    running = {key: pool.submit(how(*key)) for key in keys}
    return {key: scored.result() for key, scored in running.items()}


def _alike(who: str, way: str) -> Callable[[], Scores]:
    return partial(crowd, who, PEOPLE * COUNTS[way], WHOLE_TEST, looking=WAYS[way])


def _unlike(who: str, way: str, *, levels: bool) -> Callable[[], Scores]:
    sigma = LADDER[who] if levels else 0.0
    return partial(unlike, who, PEOPLE, COUNTS[way], WHOLE_TEST, looking=WAYS[way], level_sigma=sigma)


def _between_bounds(_who: str, way: str) -> Callable[[], Scores]:
    return partial(between, PEOPLE, COUNTS[way], WHOLE_TEST, looking=WAYS[way])


def _sagging(who: str, way: str) -> Callable[[], Scores]:
    return partial(sagging, who, PEOPLE, COUNTS[way], WHOLE_TEST, looking=WAYS[way])


def _left(percent: int, way: str) -> Callable[[], Scores]:
    return partial(left, percent, PEOPLE * COUNTS[way], WHOLE_TEST, looking=WAYS[way])


def _often(who: str, way: str) -> Callable[[], Scores]:
    """Trained people anywhere between the bounds, beside all others."""
    if who == "trained":
        return partial(between, PEOPLE, MORE[-1], WHOLE_TEST, looking=WAYS[way])
    return partial(crowd, who, PEOPLE * MORE[-1], WHOLE_TEST, looking=WAYS[way])


def whole(crowds: Mapping[tuple[Key, str], Scores]) -> dict[tuple[Key, str], Scores]:
    """All tests of each person together."""
    return {(who, way): together(each, COUNTS[way]) for (who, way), each in crowds.items()}


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


def orders(caption: str, tests: Mapping[tuple[str, str], Scores]) -> Table:
    """How often the order is right by one test of each, and by all that each did."""
    heads = ("pair", *(f"{way}, {_tests_text(count)}" for way, count in COLUMNS))
    rows = [
        (
            f"{less} < {more}",
            *(_right(*_first(way, count, tests[less, way], tests[more, way])) for way, count in COLUMNS),
        )
        for less, more in ORDER
    ]
    return Table(caption.format(pairs=PAIRS), heads, rows)


def _first(way: str, count: int, *tests: Scores) -> list[Scores]:
    """So many of the tests that each person did."""
    return [together(each, COUNTS[way])[:, :count] for each in tests]


def sagged(placed: Mapping[tuple[str, str], Scores], alike: Mapping[tuple[str, str], Scores]) -> Table:
    """How often it is right where all hands sag alike, as a class is ranked."""
    novice, trained, expert = placed["novice", "seen"], alike["trained", "seen"], alike["expert", "seen"]
    rows = [("novice < trained", _right(novice, trained)), ("trained < expert", _right(trained, expert))]
    return Table("The same where all sag as a novice does", ("pair", _way("seen")), rows)


def sweep(placed: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]) -> Table:
    """How often a hand stands between a novice and an expert, by what it has of a novice's unsteadiness."""
    rows = [
        (f"{percent} %", *(_right(*pair) for way in WAYS for pair in _between(percent, way, placed, swept)))
        for percent in LEFT
    ]
    heads = [f"{_way(way)}: {side}" for way in WAYS for side in ("above a novice", "below an expert")]
    return Table("Right order, by what is left of a novice's unsteadiness", ("left", *heads), rows)


def midway(placed: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]) -> str:
    """Where in that table both orders are right often enough."""
    ranges = " and ".join(f"{_range(way, placed, swept)} ({_way(way)})" for way in WAYS)
    return MIDWAY.format(enough=f"{ENOUGH:g}", ranges=ranges)


def _range(way: str, placed: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]) -> str:
    right = [
        percent
        for percent in LEFT
        if all(ranked(*pair, PAIRS).percent > ENOUGH for pair in _between(percent, way, placed, swept))
    ]
    return f"{min(right)} to {max(right)} %" if right else "no share"


def _between(
    percent: int, way: str, placed: Mapping[tuple[str, str], Scores], swept: Mapping[tuple[int, str], Scores]
) -> tuple[tuple[Scores, Scores], tuple[Scores, Scores]]:
    """Beside a novice, and beside an expert."""
    middle = swept[percent, way]
    return (placed["novice", way], middle), (middle, placed["expert", way])


def _way(way: str) -> str:
    return f"{way}, {_tests_text(COUNTS[way])}"


def _tests_text(count: int) -> str:
    return "one test" if count == 1 else f"mean of {count}"


def by_count(repeated: Mapping[str, Scores]) -> Table:
    """How often the order is right unseen, by how many tests each did."""
    rows = [(f"{count}", *(f"{percent:.1f} %" for percent in _neighbours(repeated, count))) for count in MORE]
    heads = ("tests", *(f"{less} < {more}" for less, more in ORDER[:2]))
    return Table("Unseen, trained hands anywhere between the published bounds, by the number of tests", heads, rows)


def nobody_unseen(repeated: Mapping[str, Scores]) -> str:
    """How many tests it would take."""
    enough = [count for count in MORE if min(_neighbours(repeated, count)) > ENOUGH]
    taken = f"it would take {min(enough)}" if enough else f"{MORE[-1]} do not say it either"
    return NOBODY_UNSEEN.format(taken=taken)


def _neighbours(repeated: Mapping[str, Scores], count: int) -> list[float]:
    return [ranked(repeated[less][:, :count], repeated[more][:, :count], PAIRS).percent for less, more in ORDER[:2]]


def told(placed: Mapping[tuple[str, str], Scores]) -> Table:
    """Who is told apart by the spread of their own tests."""
    rows = [
        (f"{less} < {more}", *(_told(placed[less, way], placed[more, way]) for way in WAYS)) for less, more in ORDER
    ]
    return Table("Pairs told apart (wrongly)", ("pair", *WAYS), rows)


def _told(less: Scores, more: Scores) -> str:
    found = told_apart(less, more, PAIRS)
    return f"{found.right_percent + found.wrong_percent:.1f} % ({found.wrong_percent:.1f} %)"


def _right(less: Scores, more: Scores) -> str:
    return f"{ranked(less, more, PAIRS).percent:.1f} %"


def _spread(points: Scores) -> str:
    low, middle, high = np.percentile(points.mean(axis=1), [5, 50, 95])
    return f"{middle:.1f} ({low:.1f} to {high:.1f})"


if __name__ == "__main__":
    main()
