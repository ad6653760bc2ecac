"""In which language the windows speak. English is written in the program; the others are Qt Linguist's translations.

`say` is for every text that a window shows, and `mark` for one that is written where nothing can be said yet, as in a
constant. Both are called with the text itself, since translations are gathered from there: `make languages`.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from protocol.language import Language
from protocol.sentence import Beginning, Sentence, great

CONTEXT: Final = "palpate"
"""Under which all texts stand: the same words mean the same in each window."""
SENSE: Final = "|"
"""Behind it stands what a word means that English has two of: "hold|do it" is no hold. It is never shown."""
LANGUAGES: Final = Path(__file__).with_name("languages")
NAMES: Final = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch", Language.SPANISH: "Español"}
"""As their readers call them."""


class Tongue:
    """One language."""

    def __init__(self, language: Language = Language.ENGLISH) -> None:
        self.language = language
        self._window = QTranslator()
        self._window.load(f"palpate_{language}", str(LANGUAGES))

    @property
    def point(self) -> str:
        """What stands between a number and its decimals."""
        return QLocale(self.language.value).decimalPoint()

    def text(self, english: str, count: int = -1) -> str:
        """The translation of a text of a window or of the clinic's library; itself where there is none."""
        said = self._window.translate(CONTEXT, english, None, count)
        return said or _library(self.language).get(english) or english.partition(SENSE)[0]


@lru_cache(maxsize=len(Language))
def _library(language: Language) -> Mapping[str, str]:
    if language is Language.ENGLISH:
        return {}
    from clinic.translated import library_texts  # reads the library, which English windows need not

    return library_texts(language)


_spoken: list[Tongue] = []
"""The one that was chosen; made when the first text is said, since Qt is not loaded sooner."""


def tongue() -> Tongue:
    """The language of this program."""
    if not _spoken:
        _spoken.append(Tongue())
    return _spoken[0]


def speak(chosen: Tongue) -> None:
    """Say everything in it from now on; what is on screen already stays as it is."""
    _spoken[:] = [chosen]


def preferred(kept: str) -> Language:
    """What somebody chose, else the system's language, else English."""
    wanted = kept or QLocale.system().name().partition("_")[0]
    return Language(wanted) if wanted in set(Language) else Language.ENGLISH


def qt_words(language: Language) -> QTranslator:
    """The words of Qt's own dialogs."""
    words = QTranslator()
    words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return words


def mark(text: str) -> str:
    """`text` itself; it is said later."""
    return text


def say(text: str, count: int | None = None, /, **values: object) -> str:
    """`text` in the language of this program, with its values filled in.

    `count` is what "%n" stands for: "%n readings". A `Sentence` brings its own values. Of the values, sentences and
    words of an enumeration are translated, plain texts never are; numbers get the language's decimal point.
    """
    template, own = (text.template, text.values) if isinstance(text, Sentence) else (text, {})
    english = template.value if isinstance(template, Enum) else template
    said = tongue().text(english, -1 if count is None else count)
    if count is not None:
        said = said.replace("%n", str(count))
    filled = _FILLED.format(said, **own, **values) if own or values else said
    return great(filled) if isinstance(text, Beginning) else filled


def decimal(text: str) -> str:
    """A number that is written with a point, with the decimal point of the language."""
    return text.replace(".", tongue().point)


class _Filled(string.Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, Sentence | Enum):
            value = say(value) if isinstance(value, str) else value
        text: str = super().format_field(value, format_spec)
        return decimal(text) if isinstance(value, float) else text


_FILLED: Final = _Filled()
