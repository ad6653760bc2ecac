from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_harmless_warnings() -> Iterator[None]:
    """bumble warns where a packet was under way when a connection ended, which is what these tests do."""
    host = logging.getLogger("bumble.host")
    host.setLevel(logging.ERROR)
    yield
    host.setLevel(logging.NOTSET)
