from __future__ import annotations

import pytest

from tests.clinic.store.conftest import clinic, clock, new_clinic, place
from tests.clinic.store.people import wait_for_no_disk

__all__ = ["clinic", "clock", "new_clinic", "place"]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wait_for_no_disk(monkeypatch)
