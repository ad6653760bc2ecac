"""Who the tool under test says that it is."""

from __future__ import annotations

import pytest

from palpate.conformance.simulated import simulated
from palpate.conformance.subject import Known, introduced
from protocol.layout import Entry
from simulator.tool import Tool
from tests.palpate.conformance.planting import entry, layout
from tests.palpate.conformance.runs import AT_REST
from tests.virtual import run_virtual


def known() -> Known:
    async def story() -> Known:
        async with simulated(lambda: Tool(AT_REST, 1)) as bench:
            return await introduced(bench)

    return run_virtual(story())


def test_a_simulated_tool_says_so_however_it_is_reached() -> None:
    assert known() == Known("SIM-0001", "1.0.0-sim", simulated=True)


def test_a_tool_that_does_not_say_so_is_a_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    layout(lambda data: data.__setitem__(entry(data, Entry.FEATURES) + 1, 0))(monkeypatch)
    assert known() == Known("SIM-0001", "1.0.0-sim", simulated=False)


def test_a_tool_whose_layout_is_damaged_has_a_name_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    layout(lambda data: data.clear(), crc=False)(monkeypatch)
    assert known() == Known("SIM-0001", "1.0.0-sim", simulated=False)
