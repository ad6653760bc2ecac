from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from palpate import options
from palpate.choosing import TerminalSearch, known_serials, note
from palpate.keys import Keys
from session.choice import ToolInRange
from session.errors import InputError
from session.inputs import Input, Pain
from tests.virtual import run_virtual

TWO = (ToolInRange("PT-1", "", -48, 80, known=True), ToolInRange("PT-2", "", None, None, known=False))


class Terminal:
    """Standard input that says whether it is a terminal."""

    def __init__(self, is_one: bool) -> None:
        self._is_one = is_one

    def isatty(self) -> bool:
        return self._is_one


def asked(*keys: str) -> str | None:
    async def story() -> str | None:
        search = TerminalSearch()
        assert not search.press("1")
        asking = asyncio.create_task(search.ask(TWO))
        await asyncio.sleep(1.0)
        for key in keys:
            assert search.press(key)
        answer = await asking
        assert not search.press("2")
        return answer

    return run_virtual(story())


@pytest.mark.parametrize(
    ("keys", "answer"), [("1", "PT-1"), ("2", "PT-2"), ("n", None), ("N", None), ("309x2", "PT-2")]
)
def test_a_number_chooses_and_n_is_none_of_them(
    keys: str, answer: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(True))
    assert asked(*keys) == answer
    assert capsys.readouterr().err.splitlines() == [
        "  1  PT-1 · used before · -48 dBm · battery 80 %",
        "  2  PT-2 · new here · signal – · battery –",
        "palpate: which one? Press its number, or n for none of them.",
    ]


def test_without_a_keyboard_the_tools_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(False))
    with pytest.raises(InputError, match="several tools are in range: add --tool PT-1 or PT-2"):
        asked()


def test_how_the_search_stands_is_printed_once_for_each_change(capsys: pytest.CaptureFixture[str]) -> None:
    search = TerminalSearch()
    for sentence in ("Searching.", "Searching.", "Connecting."):
        search.say(sentence)
    assert capsys.readouterr().err == "palpate: Searching.\npalpate: Connecting.\n"


def test_a_key_that_answers_a_question_means_nothing_else() -> None:
    heard: list[Input] = []
    taken = ["1"]
    keys = Keys(heard.append, lambda key: key in taken)
    keys.press("1")
    taken.clear()
    keys.press("1")
    assert heard == [Pain(nrs=1, by="therapist")]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "known_tools.json"
    monkeypatch.setattr(options, "known_tools_file", lambda: place)
    return place


@pytest.mark.usefixtures("file")
def test_a_tool_that_is_noted_is_known_next_time() -> None:
    assert known_serials() == frozenset()
    note("PT-1")
    note("PT-2")
    assert known_serials() == {"PT-1", "PT-2"}


def test_a_damaged_file_is_said_and_nothing_is_known(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("{", "utf-8")
    assert known_serials() == frozenset()
    note("PT-1")
    err = capsys.readouterr().err
    assert err.count("it is damaged; delete the file") == err.count("\n") == 2


def test_the_file_lies_among_the_settings_of_the_program() -> None:
    assert options.known_tools_file().name == "known_tools.json"
    assert "palpate" in options.known_tools_file().parts
