"""Answers to requests: every line in gets one line out, whatever it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from simulator.faces.requests import Request, RequestRefused, request_of

Answer = dict[str, Any]
"""What is said beside `id` and `ok`."""
Obey = Callable[[Request], Answer]
"""Does what is asked; raises `RequestRefused`."""


def answer_to(line: str | bytes, obey: Obey) -> str:
    """Do what the line asks and return the answer, a line of JSON without its end; it never raises."""
    try:
        request = request_of(line)
        said = {"id": request.id, "ok": True} | obey(request)
    except RequestRefused as error:
        said = {"id": _id_of(line), "ok": False, "error": str(error)}
    except Exception as error:  # whoever asks in another language cannot catch it, and has others to ask
        said = {
            "id": _id_of(line),
            "ok": False,
            "error": f"the simulator failed at this: {type(error).__name__}: {error}",
        }
    return line_of(said)


def line_of(said: Answer) -> str:
    """One line of JSON without its end."""
    return json.dumps(said, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _id_of(line: str | bytes) -> int | str | None:
    """The request's id where there is one, although the rest cannot be understood."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    found = said.get("id") if isinstance(said, dict) else None
    return found if isinstance(found, int | str) else None
