"""What is wrong with a file, in one sentence."""

from __future__ import annotations

import reprlib

from pydantic import ValidationError

from protocol.sentence import Sentence


def mistake(error: ValidationError) -> str:
    """The first thing that is wrong: where, and what would be right."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(each) for each in first["loc"])
    at = f"{place}: " if place else ""
    match first["type"]:
        case "extra_forbidden":
            return Sentence(
                "{at}there is no such key: take it out, or look at its spelling in docs/knowledge.md", at=at
            )
        case "missing":
            return Sentence("{at}this key is missing", at=at)
        case "value_error":
            return Sentence.joined("", [at, str(first["ctx"]["error"])])
        case _:
            said = first["msg"].replace("Input should", "it should").replace("String should", "it should")
            return Sentence("{at}{said}, and it is {value}", at=at, said=said, value=reprlib.repr(first["input"]))
