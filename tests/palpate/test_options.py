"""Options that several commands share."""

from __future__ import annotations

import click
import pytest

from palpate.options import Speed


@pytest.mark.parametrize(("text", "speed"), [("max", None), ("1", 1.0), ("0.25", 0.25), ("1000", 1000.0), (2.0, 2.0)])
def test_a_speed_is_a_number_or_max(text: object, speed: float | None) -> None:
    assert Speed().convert(text, None, None) == speed


@pytest.mark.parametrize("text", ["0", "-1", "1000.1", "nan", "inf", "fast", ""])
def test_no_speed_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is no speed: give a number above 0, or max"):
        Speed().convert(text, None, None)
