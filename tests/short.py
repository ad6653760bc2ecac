"""The short form of tests that have a long one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest
from hypothesis import settings

SAME = "same"
"""The profile of each run; `--hypothesis-profile=search` is the long form."""


def first(cases: Iterable[object], count: int = 1) -> list[Any]:
    """The first cases of a parametrisation; the others are run by `make long`."""
    rest = iter(cases)
    return [*islice(rest, count), *(pytest.param(case, marks=pytest.mark.long) for case in rest)]


def examples(count: int) -> settings:
    """So many examples of a property whose examples are dear; as many as of any where somebody searches."""
    return settings(max_examples=count) if settings.get_current_profile_name() == SAME else settings()
