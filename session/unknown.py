"""A figure that cannot be had, and why."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Unknown(NamedTuple):
    """Why there is no figure (yet), as words that can be shown in its place."""

    reason: str


Figure: TypeAlias = float | Unknown
"""A value, or the reason why there is none."""
