"""The pages of training with example values."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.gui.training.rooms import Gym, opened


def course(_folder: Path) -> QWidget:
    """What is due, and what was reached."""
    return opened(Gym())


def exercise(_folder: Path) -> QWidget:
    """An exercise before its first press."""
    window = opened(Gym())
    window._pages.setCurrentWidget(window.exercise)
    return window
