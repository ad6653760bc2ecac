"""The short form of tests that have a long one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest


def first(cases: Iterable[object], count: int = 1) -> list[Any]:
    """The first cases of a parametrisation; the others are run by `make long`."""
    rest = iter(cases)
    return [*islice(rest, count), *(pytest.param(case, marks=pytest.mark.long) for case in rest)]
