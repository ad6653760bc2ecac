from __future__ import annotations

from pathlib import Path

import pytest

from clinic.export.recording import Recording, read_recording
from tests.clinic.export.story import write


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("story") / "story.mcap")


@pytest.fixture(scope="session")
def recording(record: Path) -> Recording:
    return read_recording(record, "9.9", "K7QF-3M2P")
