"""Conformance checks over bleak's own code for Linux."""

from __future__ import annotations

import pytest

from palpate.conformance.bench import Bench
from palpate.conformance.run import run_one
from palpate.conformance.verdict import Passed
from simulator.tool import Tool
from tests.bluez.conftest import Furnish
from tests.palpate.conformance.runs import AT_REST, BY_NAME

NAMES = (
    "advert-lists-the-service",
    "serial-number-is-the-same-everywhere",
    "each-attribute-has-its-properties",
    "mtu-is-at-most-247",
    "status-when-idle",
    "one-byte-is-no-request",
    "short-requests-are-refused",
    "resent-samples-are-the-same",
)


@pytest.mark.parametrize("name", NAMES)
async def test_a_check_passes_over_bluez(name: str, furnish: Furnish) -> None:
    await furnish(Tool(AT_REST, 1))
    outcome = await run_one(Bench(serial=AT_REST.serial), BY_NAME[name])
    assert outcome.verdict == Passed()
