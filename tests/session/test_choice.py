"""Which of several tools: what is decided, and over the virtual air what is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from bleak.backends.device import BLEDevice

from device.errors import ToolNotFound
from device.scan import FoundTool
from session.choice import Ask, Choice, Search, Take, ToolInRange
from session.errors import InputError
from session.links import LinkName, open_link
from simulator.air import VirtualTools, virtual_tools
from tests.pretend import PretendTool
from tests.virtual import run_virtual, virtual


def found(serial: str, rssi_dbm: int | None = -50) -> FoundTool:
    return FoundTool("Palpate", serial, rssi_dbm, 80, 0, BLEDevice("F0", None, None))


@pytest.mark.parametrize(
    ("known", "in_range", "decided"),
    [
        ("", "A", Take("A")),
        ("A", "A", Take("A")),
        ("A", "AB", Take("A")),
        ("AC", "AB", Take("A")),
        ("", "AB", "AB"),
        ("AB", "ABC", "ABC"),
        ("A", "B", "B"),
        ("A", "BC", "BC"),
    ],
)
def test_the_one_known_tool_is_taken_and_otherwise_a_person_chooses(
    known: str, in_range: str, decided: Take | str
) -> None:
    answer = Choice(frozenset(known)).among([found(serial) for serial in in_range])
    if isinstance(decided, Take):
        assert answer == decided
    else:
        assert isinstance(answer, Ask)
        assert "".join(tool.serial for tool in answer.tools) == decided


def test_known_tools_come_first_then_the_nearest_and_those_of_unknown_distance_last() -> None:
    answer = Choice(frozenset("DE")).among([found("A", None), found("B", -80), found("C", -40), found("D"), found("E")])
    assert isinstance(answer, Ask)
    assert [(tool.serial, tool.known) for tool in answer.tools] == [
        ("D", True),
        ("E", True),
        ("C", False),
        ("B", False),
        ("A", False),
    ]


class Air:
    """Tools beside a central; who was asked, told and taken."""

    def __init__(self, *serials: str) -> None:
        self.serials = serials
        self.asked: list[list[str]] = []
        self.said: list[str] = []
        self.reached: list[str] = []

    def choice(self, known: str = "", answer: str | None = None, after_s: float = 0.0) -> Choice:
        async def ask(tools: tuple[ToolInRange, ...]) -> str | None:
            self.asked.append([tool.serial for tool in tools])
            await asyncio.sleep(after_s)
            return answer

        known_here = frozenset(part for part in known.split() if part)
        return Choice(known_here, ask, self.said.append, self.reached.append)

    def opened(self, choice: Choice, which: str | None = None) -> str:
        async def story() -> str:
            tools: VirtualTools = await virtual_tools([PretendTool(serial=serial) for serial in self.serials])
            try:
                async with open_link(LinkName("ble", which), tools.backend, choice) as link:
                    return link.serial
            finally:
                await tools.close()

        return run_virtual(story())


def test_the_known_one_of_two_tools_is_taken_without_a_question() -> None:
    air = Air("PT-1", "PT-2")
    assert air.opened(air.choice("PT-2")) == "PT-2"
    assert air.asked == []
    assert air.reached == ["PT-2"]


def test_of_two_known_tools_a_person_takes_one_however_long_that_takes() -> None:
    air = Air("PT-1", "PT-2")
    assert air.opened(air.choice("PT-1 PT-2", "PT-1", after_s=120.0)) == "PT-1"
    assert air.asked == [["PT-1", "PT-2"]]
    assert "Several tools are in range: choose PT-1 or PT-2." in air.said


def test_a_stranger_that_is_alone_is_asked_about_where_others_are_known() -> None:
    air = Air("PT-9")
    assert air.opened(air.choice("PT-1", "PT-9")) == "PT-9"
    assert air.asked == [["PT-9"]]


def test_a_stranger_that_nobody_wants_is_left() -> None:
    air = Air("PT-9")
    with pytest.raises(InputError, match="no tool was chosen: switch yours on, or name it with --tool"):
        air.opened(air.choice("PT-1", None))
    assert air.reached == []


def test_the_first_tool_ever_is_taken_and_a_named_one_is_never_asked_about() -> None:
    first, named = Air("PT-9"), Air("PT-8", "PT-9")
    assert first.opened(first.choice()) == "PT-9"
    assert named.opened(named.choice("PT-8"), "PT-9") == "PT-9"
    assert first.asked == named.asked == []
    assert named.reached == ["PT-9"]


@pytest.mark.parametrize(
    ("known", "serials", "says"),
    [
        ("", ("PT-1", "PT-2"), "several tools are in range: add --tool PT-1 or PT-2"),
        ("PT-7", ("PT-1",), "the tool in range was never used here: to use it, add --tool PT-1"),
    ],
)
def test_where_nobody_can_be_asked_the_sentence_names_them(known: str, serials: Sequence[str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        Air(*serials).opened(Choice(frozenset({known} - {""})))


def test_a_tool_whose_connection_somebody_else_may_hold_is_said_to_be_so_before_the_search_ends() -> None:
    air = Air("PT-1")
    with pytest.raises(ToolNotFound, match="PT-5"):
        air.opened(air.choice(), "PT-5")
    assert any("close the other program or computer that may hold its connection" in each for each in air.said)


@virtual
async def test_a_search_shows_what_is_asked_and_takes_the_answer_once() -> None:
    search = Search()
    search.choose("too early")
    search.say("Searching.")
    tools: tuple[Any, ...] = (ToolInRange("A", "", None, None, known=True),)
    asking = asyncio.create_task(search.ask(tools))
    await asyncio.sleep(1.0)
    assert (search.sentence, search.tools) == ("Searching.", tools)
    search.choose("A")
    search.choose("B")
    assert await asking == "A"
    assert search.tools == ()
