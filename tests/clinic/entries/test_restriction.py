from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clinic.entries.restriction import NOTHING, Restriction

FLAGS = [name for name, field in Restriction.model_fields.items() if field.annotation is bool]
LIMITS = {"force_n": 120.0, "pressure_kpa": 800.0, "ppt_share": 1.35, "hold_s": 90.0}


def restrictions() -> st.SearchStrategy[Restriction]:
    figures = {name: st.none() | st.floats(0.01, high) for name, high in LIMITS.items()}
    return st.builds(Restriction, **figures, **{name: st.booleans() for name in FLAGS})


def test_every_field_is_a_figure_or_a_prohibition() -> None:
    assert {*FLAGS, *LIMITS} == set(Restriction.model_fields)


def test_of_two_the_lower_figure_and_either_prohibition_hold() -> None:
    first = Restriction(force_n=30, ppt_share=0.7, no_ppt=True)
    second = Restriction(force_n=20, hold_s=30, early_stop=True)
    both = Restriction(force_n=20, ppt_share=0.7, hold_s=30, no_ppt=True, early_stop=True)
    assert first.with_also(second) == second.with_also(first) == both


def test_one_is_within_another_only_where_nothing_is_allowed_more() -> None:
    assert Restriction(force_n=20, no_ppt=True).is_within(Restriction(force_n=30))
    assert not Restriction(force_n=30).is_within(Restriction(force_n=20))
    assert not Restriction(force_n=20).is_within(Restriction(no_ppt=True))
    assert not NOTHING.is_within(Restriction(hold_s=30))


@given(restrictions(), restrictions())
def test_both_together_are_within_each(first: Restriction, second: Restriction) -> None:
    both = first.with_also(second)
    assert both.is_within(first)
    assert both.is_within(second)
    assert both == both.with_also(first)


@given(restrictions(), restrictions(), restrictions())
def test_the_order_does_not_matter(first: Restriction, second: Restriction, third: Restriction) -> None:
    assert first.with_also(second).with_also(third) == first.with_also(third.with_also(second))
    assert first.with_also(NOTHING) == first
