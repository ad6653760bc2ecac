"""What all windows have in common: colours and unit, chosen once and kept between runs. Nothing of a person is here."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import CONTRAST, DARK, LIGHT, Theme
from gui.unit import Unit


class Colours(StrEnum):
    """What somebody chose; the value is how it is called."""

    SYSTEM = "as the system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high contrast"


NEXT: Final = {DARK: Colours.LIGHT, LIGHT: Colours.CONTRAST, CONTRAST: Colours.DARK}
"""What a button for all of them goes on to."""
_THEMES: Final = {Colours.LIGHT: LIGHT, Colours.DARK: DARK, Colours.CONTRAST: CONTRAST}


class Look(QObject):
    """Colours, unit, language, and whether it is mute; `keep_in` keeps them, until then they end with the program."""

    changed = Signal()

    def __init__(self, hints: QStyleHints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.says: Callable[[], tuple[Qt.ColorScheme, Qt.ContrastPreference]] = lambda: (
            hints.colorScheme(),
            hints.accessibility().contrastPreference(),
        )
        """What the system prefers."""
        self._kept: QSettings | None = None
        self.colours, self.unit, self.muted = Colours.SYSTEM, Unit.KPA, False
        self.language = ""
        """Which was chosen, "" for the system's."""
        hints.colorSchemeChanged.connect(self.changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.changed)

    @property
    def theme(self) -> Theme:
        """The colours of this moment; dark where the system does not say."""
        if self.colours is not Colours.SYSTEM:
            return _THEMES[self.colours]
        scheme, contrast = self.says()
        if contrast is Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return LIGHT if scheme is Qt.ColorScheme.Light else DARK

    def choose(self, colours: Colours) -> None:
        """Dress all windows so."""
        self.colours = colours
        self._tell("colours", colours)

    def measure_in(self, unit: Unit) -> None:
        """Show pressure in this unit in all windows."""
        self.unit = unit
        self._tell("unit", unit)

    def mute(self, *, muted: bool) -> None:
        """Remember whether the sounds are off."""
        self.muted = muted
        self._tell("muted", "yes" if muted else "no")

    @property
    def toured(self) -> bool:
        """Whether somebody went through the tour, or left it; never where nothing is remembered."""
        return self._kept is not None and self._kept.value("toured", "") == "yes"

    def tour(self) -> None:
        """Remember that the tour was shown."""
        if self._kept is not None:
            self._kept.setValue("toured", "yes")
            self._kept.sync()

    def speak(self, language: str) -> None:
        """Remember the language for the next start: a window is in one language from beginning to end."""
        self.language = language
        self._tell("language", language)

    def kept(self, name: str) -> str:
        """What was kept by this name, "" for nothing."""
        return "" if self._kept is None else str(self._kept.value(name, ""))

    def keep(self, name: str, text: str) -> None:
        """Keep something of a window's own."""
        if self._kept is not None:
            self._kept.setValue(name, text)

    def keep_in(self, settings: QSettings) -> None:
        """Take what was chosen before, and write down what is chosen from now on; what is unknown is left as it is."""
        self._kept = settings
        colours, unit = str(settings.value("colours", "")), str(settings.value("unit", ""))
        self.colours = Colours(colours) if colours in set(Colours) else self.colours
        self.unit = Unit(unit) if unit in set(Unit) else self.unit
        self.muted, self.language = settings.value("muted", "") == "yes", str(settings.value("language", ""))
        self.changed.emit()

    def remember_size(self, window: QWidget) -> None:
        """Note the size and place of a window of this kind."""
        if self._kept is not None:
            self._kept.setValue(f"{type(window).__name__}/place", window.saveGeometry())
            self._kept.sync()  # the program is about to end

    def give_size(self, window: QWidget) -> None:
        """Open it as the last one of its kind was closed; where it would lie off every screen, Qt moves it."""
        place = None if self._kept is None else self._kept.value(f"{type(window).__name__}/place")
        if place is not None:
            window.restoreGeometry(place)

    def _tell(self, name: str, value: str) -> None:
        if self._kept is not None:
            self._kept.setValue(name, str(value))
        self.changed.emit()


def look() -> Look:
    """The one of this application."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = app.findChild(Look)
    return Look(app.styleHints(), app) if found is None else found
