"""What blocks the way to force, and what is said to open it does open it."""

from __future__ import annotations

import pytest

from clinic.entries.cautions import Contraindication, Kind
from clinic.entries.places import Region
from clinic.screening.answers import Answer
from clinic.screening.findings import Effect
from clinic.way.barred import Bar, bars, clears, ends_the_way
from tests.clinic.screening.charts import LIBRARY, NOW, acknowledged, changed, chart, practitioner

BODY_QUESTIONS = [each for each in LIBRARY.contraindications.values() if each.kind is not Kind.SITE]


def only(found: tuple[Bar, ...]) -> Bar:
    (bar,) = found
    return bar


def test_nothing_bars_who_said_no_to_everything() -> None:
    assert bars(LIBRARY, chart(), NOW) == ()
    assert not ends_the_way(())


@pytest.mark.parametrize("known", BODY_QUESTIONS, ids=lambda each: each.id)
def test_each_unsure_bars_where_it_counts_and_says_what_opens_it(known: Contraindication) -> None:
    found = bars(LIBRARY, chart(**{known.id: Answer.UNSURE}), NOW)
    if known.kind is Kind.NOTE:
        assert found == ()
        return
    bar = only(found)
    assert (bar.question, set(bar.regions)) == (known.id, set(known.regions))
    assert bar.everywhere == (set(known.regions) == set(Region)) == ends_the_way(found)
    assert bar.can_acknowledge == (known.kind is Kind.RELATIVE)
    assert bar.referral == (known.advice if known.red_flag else "")
    assert bar.clears


def first(kind: Kind) -> str:
    return next(each.id for each in BODY_QUESTIONS if each.kind is kind and each.id != "minor")


def test_a_relative_finding_opens_by_acknowledging() -> None:
    name = first(Kind.RELATIVE)
    said = chart(**{name: Answer.YES})
    assert only(bars(LIBRARY, said, NOW)).can_acknowledge
    assert bars(LIBRARY, changed(said, acknowledgements=(acknowledged(name),)), NOW) == ()


def test_a_clearable_block_opens_by_a_practitioner_and_then_has_to_be_acknowledged() -> None:
    name = first(Kind.CLEARABLE)
    said = chart(**{name: Answer.UNSURE})
    assert only(bars(LIBRARY, said, NOW)).can_clear
    cleared = changed(said, clearances=(practitioner(name),))
    after = only(bars(LIBRARY, cleared, NOW))
    assert (after.can_clear, after.can_acknowledge) == (False, True)
    assert bars(LIBRARY, changed(cleared, acknowledgements=(acknowledged(name),)), NOW) == ()


def test_an_absolute_block_and_a_minor_open_by_no_practitioner() -> None:
    absolute = only(bars(LIBRARY, chart(**{first(Kind.ABSOLUTE): Answer.YES}), NOW))
    minor = only(bars(LIBRARY, chart(minor=Answer.YES), NOW))
    assert not absolute.can_clear
    assert not minor.can_clear
    assert "physician" in absolute.clears
    assert "guardian" in minor.clears


def test_what_was_not_asked_opens_by_asking() -> None:
    question = BODY_QUESTIONS[0]
    assert clears(question, Effect.NOT_ASKED) == "asking the question"
    assert clears(question, Effect.CAPPED) == "nothing has to: it does not block"
