from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clinic.store.opened import Clinic
from tests.clinic.store.people import Clock, again, begun


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "clinic"


@pytest.fixture(scope="session")
def new_clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One that somebody just began; copied, since to begin one takes longer."""
    folder = tmp_path_factory.mktemp("clinic") / "new"
    begun(folder).close()
    return folder


@pytest.fixture
def clinic(place: Path, clock: Clock, new_clinic: Path) -> Iterator[Clinic]:
    shutil.copytree(new_clinic, place)
    with again(place, clock) as opened:
        yield opened
