"""The page's examples are what comes."""

from __future__ import annotations

import io
import re
from pathlib import Path

from session.scenarios import scenario_of
from simulator.faces.fresh import fresh_tool
from simulator.faces.stdio import serve_lines

PAGE = Path(__file__).parents[3] / "docs" / "serve.md"


def test_the_talk_on_the_page_is_the_talk_that_comes() -> None:
    block = re.search(r"```ndjson\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert block is not None
    lines = block.group(1).splitlines()
    asked = [line[2:] for line in lines if line.startswith("> ")]
    expected = [line[2:] for line in lines if line.startswith("< ")]
    answers = io.StringIO()
    serve_lines(fresh_tool(scenario_of("untouched"), 1), io.StringIO("\n".join(asked) + "\n"), answers)
    said = answers.getvalue().splitlines()
    assert len(said) == len(expected)
    for line, pattern in zip(said, expected, strict=True):
        assert re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), line), f"{line} is not {pattern}"
