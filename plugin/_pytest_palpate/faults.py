"""Names of faults as a test says them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

ALL_DAY_S: Final = 86_400.0
SHORT: Final[Mapping[str, str]] = {"loss": "frame loss"}
ENDLESS: Final = frozenset(
    (
        "frame loss",
        "burst loss",
        "latency",
        "jitter",
        "reorder",
        "duplicate",
        "truncated",
        "bit flipped",
        "wrong length",
        "future version",
    )
)
"""They last as long as the test where it says neither `for_s` nor `count`."""


def happening_of(fault: str, how: Mapping[str, Any]) -> dict[str, Any]:
    """The fault as the simulator takes it: `loss` is `frame loss`, `p` is its `share`; any other name as it is."""
    said = dict(how)
    if "p" in said:
        said["share"] = said.pop("p")
    kind = SHORT.get(fault, fault)
    if kind in ENDLESS and not {"for_s", "count"} & said.keys():
        said["for_s"] = ALL_DAY_S
    return {"kind": kind} | said
