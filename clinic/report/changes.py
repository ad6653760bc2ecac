"""Before and after: each figure that was measured twice, and whether the change is more than the measurement error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from clinic.history.figures import Figure, Quantity, figures
from clinic.history.judge import Judged, Judgement, NotComparable, Unjudged, judge
from clinic.library import Library
from clinic.report.page import Block, Heading, Table, Text, Tone
from clinic.report.words import NONE, Words
from clinic.visits import Observation, Phase


class Changed(NamedTuple):
    """One figure before and after."""

    before: Figure
    after: Figure
    judgement: Judgement


def changed(library: Library, observations: tuple[Observation, ...]) -> tuple[Changed, ...]:
    """The last figure before the treatment and the first one after it, of each quantity that has both."""
    return tuple(_changed(library, figures(observations)))


def _changed(library: Library, known: tuple[Figure, ...]) -> Iterator[Changed]:
    for quantity in dict.fromkeys(figure.quantity for figure in known):
        before = [each for each in known if each.quantity == quantity and each.phase is Phase.BEFORE]
        after = [each for each in known if each.quantity == quantity and each.phase is Phase.AFTER]
        if before and after:
            yield Changed(before[-1], after[0], judge(library, before[-1], after[0]))


def changes(library: Library, observations: tuple[Observation, ...], words: Words) -> tuple[Block, ...]:
    """A table, or why there is none."""
    found = changed(library, observations)
    heading = Heading(words("change.heading"))
    if not found:
        return heading, Text(words("change.none"), Tone.QUIET)
    head = tuple(words(f"change.{name}") for name in ("measure", "before", "after", "difference", "noise", "verdict"))
    return heading, Table(head, tuple(_row(each, words) for each in found), frozenset({0, 5}))


def _row(each: Changed, words: Words) -> tuple[str, ...]:
    digits = each.before.quantity.decimals
    return (
        named(each.before.quantity, words),
        words.number(each.before.value, digits),
        words.number(each.after.value, digits),
        difference(each.judgement, digits, words),
        noise(each.judgement, words),
        verdict(each.judgement, words),
    )


def named(quantity: Quantity, words: Words, *, sided: bool = True) -> str:
    """What is measured, and where; without the side where both stand beside each other."""
    if not sided:
        spot = quantity.spot
        place = f" – {words.site_of(spot)}" if spot else ""
        return words(f"measure.{quantity.kind}", movement=words.movement(quantity.movement)) + place
    movement = words.movement(quantity.movement)
    side = f", {words.side(quantity.side)}" if quantity.side else ""
    what = words(f"measure.{quantity.kind}", movement=movement + side)
    return f"{what} – {words.place(quantity.spot)}" if quantity.spot else what


def difference(judgement: Judgement, digits: int, words: Words) -> str:
    """With its sign; a dash where none is taken."""
    return NONE if isinstance(judgement, NotComparable) else words.signed(judgement.difference, digits)


def noise(judgement: Judgement, words: Words) -> str:
    """The smallest change to believe."""
    return f"± {words.short(judgement.change.detectable)}" if isinstance(judgement, Judged) else NONE


def verdict(judgement: Judgement, words: Words) -> str:
    """In words."""
    match judgement:
        case Judged(size=size):
            return words(f"change.{size}")
        case Unjudged():
            return words("change.unjudged")
        case NotComparable(reasons):
            return words("change.not_comparable", reason=", ".join(words(f"change.{each}") for each in reasons))
        case _ as never:
            assert_never(never)
