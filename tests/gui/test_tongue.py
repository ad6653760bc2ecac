"""In which language the windows speak: what is said, what is never translated, and how a language is chosen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSettings, QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from gui import tongue
from gui.app import remembering, speak_to
from gui.fit import Type, fitted
from gui.languages.gather import PROGRAMS
from gui.look import Colours, Look, look
from gui.tongue import Tongue, decimal, mark, preferred, say, speak
from gui.unit import Unit
from gui.view_panel import ViewPanel
from protocol.language import Language
from protocol.sentence import Sentence, begun
from tests.gui.pages import PAGES


class Weather(StrEnum):
    """Words that people read."""

    RAIN = "rain"
    SUN = "sun"


class Spoken(Tongue):
    """A language that a test wrote."""

    def __init__(self, words: Mapping[str, str], language: Language = Language.GERMAN) -> None:
        super().__init__(language)
        self._words = words

    def text(self, english: str, count: int = -1) -> str:
        return self._words.get(english) or super().text(english, count)


WORDS = {
    "the {what} of {name} is {kpa:.1f} kPa": "{name}: {what} {kpa:.1f} kPa",
    "pressure": "Druck",
    "rain": "Regen",
    "no press: {why}": "kein Druck: {why}",
    "too wet ({weather})": "zu nass ({weather})",
}


@pytest.fixture
def german() -> Iterator[None]:
    speak(Spoken(WORDS))
    yield
    speak(Tongue())


# what is said


def test_an_unknown_text_is_itself_also_with_braces_and_points(german: None) -> None:
    assert say("nobody translated 1.5 {this}") == "nobody translated 1.5 {this}"


@pytest.mark.usefixtures("german")
def test_values_stand_where_the_language_wants_them_and_numbers_have_its_point() -> None:
    said = say("the {what} of {name} is {kpa:.1f} kPa", what=say("pressure"), name="Dr. 1.5", kpa=40.25)
    assert said == "Dr. 1.5: Druck 40,2 kPa"


@pytest.mark.usefixtures("german")
def test_a_value_that_is_a_plain_text_is_never_translated_not_even_where_it_could_be() -> None:
    assert say("no press: {why}", why="rain") == "kein Druck: rain"
    assert say("rain") == "Regen"


@pytest.mark.usefixtures("german")
def test_words_of_an_enumeration_and_sentences_within_sentences_are_translated() -> None:
    wet = Sentence("too wet ({weather})", weather=Weather.RAIN)
    assert say(Weather.RAIN) == "Regen"
    assert say("no press: {why}", why=Weather.RAIN) == "kein Druck: Regen"
    assert say(Sentence("no press: {why}", why=wet)) == "kein Druck: zu nass (Regen)"
    assert say("no press: {why}", why=Weather.SUN) == "kein Druck: sun"
    assert wet == "too wet (rain)", "where it is printed it stays English"


@pytest.mark.usefixtures("german")
def test_each_of_several_sentences_is_translated_by_itself() -> None:
    wet = Sentence("too wet ({weather})", weather=Weather.RAIN)
    assert say(Sentence.joined("; ", (wet, "rain", Sentence("rain")))) == "zu nass (Regen); rain; Regen"
    assert say(begun(wet)) == "Zu nass (Regen)"


def test_an_error_is_said_by_the_sentence_that_it_was_raised_with(german: None) -> None:
    assert say(str(ValueError(Sentence("no press: {why}", why="PT-1")))) == "kein Druck: PT-1"


@pytest.mark.usefixtures("german")
def test_a_number_that_was_written_with_a_point_gets_the_one_of_the_language() -> None:
    assert decimal("−0.5") == "−0,5"
    speak(Tongue())
    assert decimal("−0.5") == "−0.5"


def test_what_a_word_means_is_never_shown_and_tells_it_from_its_like() -> None:
    assert say(mark("hold|one of several")) == "hold"
    speak(Spoken({"hold": "halten", "hold|one of several": "Haltephase"}))
    assert (say("hold"), say("hold|one of several")) == ("halten", "Haltephase")
    speak(Tongue())


TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en"><context><name>palpate</name>
<message numerus="yes"><source>%n readings of {{name}}</source>
<translation><numerusform>{one}</numerusform><numerusform>{many}</numerusform></translation></message>
</context></TS>
"""


@pytest.fixture(scope="module")
def counting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Linguist's files of two languages, made into what the program reads."""
    folder = tmp_path_factory.mktemp("languages")
    forms = {"en": ("%n reading of {name}", "%n readings of {name}"), "de": ("%n Wert: {name}", "%n Werte: {name}")}
    for language, (one, many) in forms.items():
        (folder / f"palpate_{language}.ts").write_text(TS.format(language=language, one=one, many=many), "utf-8")
    made = sorted(map(str, folder.glob("*.ts")))
    subprocess.run([str(PROGRAMS / "pyside6-lrelease"), *made], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [(Language.ENGLISH, "1 reading of PT-1", "0 readings of PT-1"), (Language.GERMAN, "1 Wert: PT-1", "0 Werte: PT-1")],
)
def test_what_is_counted_has_its_plural(
    language: Language, one: str, many: str, counting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tongue, "LANGUAGES", counting)
    speak(Tongue(language))
    assert say("%n readings of {name}", 1, name="PT-1") == one
    assert say("%n readings of {name}", 0, name="PT-1") == many
    speak(Tongue())


def test_a_text_of_the_library_is_found_by_its_english() -> None:
    assert Tongue(Language.GERMAN).text("Middle trapezius") == "Mittlerer Trapezius"
    assert Tongue(Language.SPANISH).text("Middle trapezius") == "Trapecio medio"
    assert Tongue().text("Middle trapezius") == "Middle trapezius"


# which language


@pytest.mark.parametrize(
    ("kept", "language"),
    [
        ("de", Language.GERMAN),
        ("es", Language.SPANISH),
        ("en", Language.ENGLISH),
        ("tlh", Language.ENGLISH),
        ("", Language.ENGLISH),
    ],
)
def test_what_was_chosen_counts_and_what_nobody_speaks_is_english(kept: str, language: Language) -> None:
    assert preferred(kept) is language


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the environment does not say it")
def test_where_nobody_chose_the_systems_language_counts() -> None:
    code = "from gui.tongue import preferred; print(preferred(''))"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"LC_ALL": "es_MX.UTF-8"}, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "es"


def test_the_language_is_remembered_for_the_next_start_and_changes_no_window_now(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = str(tmp_path / "window.ini")
    first, again = Look(qapp.styleHints()), Look(qapp.styleHints())
    first.keep_in(QSettings(path, QSettings.Format.IniFormat))
    assert first.language == ""
    first.speak("es")
    again.keep_in(QSettings(path, QSettings.Format.IniFormat))
    assert (first.language, again.language) == ("es", "es")
    assert say("rain") == "rain"


def test_the_program_starts_in_the_language_that_was_chosen(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.app.user_config_path", lambda *_, **__: tmp_path)
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue("language", "de")
    remembering()
    assert tongue.tongue().language is Language.GERMAN
    speak_to(qapp, Language.ENGLISH)


def test_qts_own_dialogs_speak_it_too_and_only_the_newest_language(qapp: QApplication) -> None:
    for language, cancel in ((Language.GERMAN, "Abbrechen"), (Language.SPANISH, "Cancelar"), (Language.ENGLISH, "")):
        speak_to(qapp, language)
        assert tongue.tongue().language is language
        assert qapp.translate("QPlatformTheme", "Cancel") == (cancel or "Cancel")
    assert len(qapp.findChildren(QTranslator)) == 1


# the panel


def test_a_language_is_chosen_beside_colours_and_unit(qapp: QApplication) -> None:
    panel = ViewPanel()
    assert [button.text() for button in panel.languages.values()] == ["English", "Deutsch", "Español"]
    assert panel.languages[Language.ENGLISH].isChecked()
    assert panel.later.text() == "from the next start on"
    panel.languages[Language.SPANISH].click()
    assert look().language == "es"
    look().choose(Colours.DARK)
    look().measure_in(Unit.N)
    assert panel.languages[Language.SPANISH].isChecked()
    assert say("rain") == "rain", "a window is in one language from beginning to end"


@pytest.mark.parametrize("language", Language)
def test_the_panel_fits_into_the_smallest_window(language: Language, qapp: QApplication, tmp_path: Path) -> None:
    speak(Tongue(language))
    window = PAGES["live-view"](tmp_path)
    speak(Tongue())
    window.resize(window.minimumSize())
    window.show()
    qapp.processEvents()
    panel = window.findChild(ViewPanel)
    assert panel is not None
    rows = (panel.colours.values(), panel.units.values(), panel.languages.values())
    buttons = [button for row in rows for button in row]
    places = [each.geometry() for each in (*buttons, panel.later, panel.across, panel.back)]
    assert all(panel.rect().contains(place) for place in places)
    assert not any(place.intersects(other) for place in places for other in places if other is not place)
    for button in buttons:
        room, kind = QRectF(button.rect()).adjusted(7, 4, -7, -4), Type(20, wrap=True)
        type_of_it = QFontMetricsF(fitted(button.font(), button.text(), room.size(), kind))
        assert type_of_it.boundingRect(room, kind.flags, button.text()).height() <= room.height(), button.text()
    window.close()
