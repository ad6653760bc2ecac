"""Pictures of pages, and the sheet that they are looked at on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.theme import CONTRAST, LIGHT
from tests.proofs.screenshots import index, languages, take


def test_a_page_is_taken_in_each_of_the_colours_and_stands_on_the_sheet(tmp_path: Path, qtbot: QtBot) -> None:
    take(tmp_path, "en", 1, ["finder-looking"], ["light", "high contrast"])
    index(tmp_path)
    sheet = (tmp_path / "index.html").read_text()
    for colours, theme in (("light", LIGHT), ("high-contrast", CONTRAST)):
        path = f"en/{colours}/100/finder-looking.png"
        assert f'src="{path}"' in sheet
        assert QImage(str(tmp_path / path)).pixelColor(2, 2).name() == theme.ground.lower()


def test_a_language_that_there_is_no_translation_for_is_named(tmp_path: Path, qtbot: QtBot) -> None:
    assert languages()[0] == "en"
    with pytest.raises(SystemExit, match="no translation into “xx”"):
        take(tmp_path, "xx", 1, ["finder-looking"], None)
