"""The tool on standard input and output: requests in, answers and payloads out, a line of JSON each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from simulator.faces.answers import Answer, answer_to, line_of
from simulator.faces.requests import LONGEST_LINE
from simulator.faces.stepped import SteppedTool
from simulator.tool import Tool


def serve_lines(tool: Tool, requests: IO[str], answers: IO[str]) -> None:
    """Answer until the requests end. What the tool says because of a request comes before its answer."""

    def say(said: Answer) -> None:
        answers.write(line_of(said) + "\n")

    stepped = SteppedTool(tool, say)
    for line in _lines(requests):
        answers.write(answer_to(line, stepped.obey) + "\n")
        answers.flush()


def _lines(requests: IO[str]) -> Iterator[str]:
    """The lines that hold something; of one that is too long only its beginning, so that it is refused once."""
    while line := requests.readline(LONGEST_LINE + 1):
        rest = line
        while rest and not rest.endswith("\n"):
            rest = requests.readline(LONGEST_LINE)
        if not line.isspace():
            yield line
