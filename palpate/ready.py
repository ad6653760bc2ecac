"""What `palpate serve` says when a tool can be reached."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from session.documents import Document


class ServeDocument(Document):
    """What `palpate serve --json` prints, once, as soon as somebody can connect."""

    schema_: Literal["palpate.serve/1"] = Field(default="palpate.serve/1", alias="schema")
    transport: str
    client: str
    """What a client on this machine calls it, as in `PALPATE_HCI`."""
    serial: str
    control: str | None
    """Where requests are taken, HOST:PORT."""
