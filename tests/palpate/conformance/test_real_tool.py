"""The checks against a real tool in range: `pytest -m radio --tool ble:SERIAL tests/palpate/conformance`."""

from __future__ import annotations

import pytest

from palpate.conformance.bench import Bench
from palpate.conformance.run import run_all
from palpate.conformance.suite import CHECKS
from palpate.conformance.verdict import Passed, Skipped


@pytest.mark.radio
@pytest.mark.timeout(3600)
async def test_a_real_tool_keeps_to_the_page(request: pytest.FixtureRequest) -> None:
    scheme, _, serial = request.config.getoption("--tool").partition(":")
    assert scheme == "ble", "write --tool ble:SERIAL"
    outcomes = await run_all(Bench(serial=serial), CHECKS, lambda _outcome: None)
    assert not {each.check.name: each.verdict for each in outcomes if not isinstance(each.verdict, Passed | Skipped)}
