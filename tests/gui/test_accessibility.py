"""What a keyboard, a screen reader and a greasy finger need of every page."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import gui
from gui import announce
from gui.app import application
from gui.button import SMALLEST_PX
from gui.theme import DARK
from protocol.language import Language
from session.cue import Action, Why
from tests.gui.colour import contrast
from tests.gui.conftest import Open
from tests.gui.pages import PAGES
from tests.gui.stage import Held, view
from tests.gui.tongues import Marking, marked, unsaid

FRAMES = ("gui.visit.page", "gui.visit.fields", "gui.review_plot", "gui.visit.live", "gui.visit.ramps")
"""Modules of classes that others are made of, or that hold a window which has pages of its own."""


class Found(NamedTuple):
    """What is wrong on one page, in words; and the classes that are on it."""

    unnamed: list[str]
    small: list[str]
    outside: list[str]
    back: list[str]
    unreadable: list[str]
    cut: list[str]
    unsaid: list[str]
    classes: frozenset[type]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> tuple[dict[str, Found], Marking]:
    """All pages, each built once, with marks around all that is said, and shown as small as it goes."""
    application()
    folder = tmp_path_factory.mktemp("pages")
    with marked() as marking:
        return {name: looked_at(build(folder), qapp) for name, build in PAGES.items()}, marking


@pytest.fixture
def found(walked: tuple[dict[str, Found], Marking]) -> dict[str, Found]:
    return walked[0]


def looked_at(window: QWidget, app: QApplication) -> Found:
    """Show a page, look at all that is on it, and close it."""
    window.resize(window.minimumSize())
    window.show()
    app.processEvents()
    widgets = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    buttons = [widget for widget in widgets if isinstance(widget, QAbstractButton)]
    result = Found(
        unnamed=[what(each) for each in widgets if takes_focus(each) and not named(each)],
        small=[what(each) for each in buttons if min(each.width(), each.height()) < SMALLEST_PX],
        outside=[
            what(each) for each in buttons if not scrolls(each) and not window.rect().contains(place(each, window))
        ],
        back=goes_back(window),
        unreadable=[what(each) for each in widgets if isinstance(each, QLabel) and each.text() and not readable(each)],
        cut=[what(each) for each in widgets if type(each) is QLabel and each.text() and cut(each)],
        unsaid=unsaid(window),
        classes=frozenset(type(each) for each in (window, *widgets)),
    )
    window.close()
    window.deleteLater()
    app.sendPostedEvents(window)
    return result


def what(widget: QWidget) -> str:
    """So that somebody finds it."""
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"


def takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and widget.isEnabled()


def named(widget: QWidget) -> bool:
    """Whether a screen reader has a name and a role for it."""
    face = QAccessible.queryAccessibleInterface(widget)
    return bool(face.text(QAccessible.Text.Name)) and face.role() is not QAccessible.Role.NoRole


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def scrolls(widget: QWidget) -> bool:
    """Whether it may lie outside, since it can be scrolled to."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QScrollArea) or scrolls(parent))


def goes_back(window: QWidget) -> list[str]:
    """Steps of the Tab key that go up in a column or to the left in a row, among what stands in one container."""
    chain = [widget for widget in along(window) if widget.isVisible() and takes_focus(widget)]
    return [
        f"{what(one)} before {what(two)}"
        for one, two in combinations(chain, 2)
        if one.parentWidget() is two.parentWidget() and precedes(two.geometry(), one.geometry())
    ]


def along(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def precedes(one: QRect, two: QRect) -> bool:
    """Whether `one` is read before `two`: it stands above it in a column, or to the left of it in a row."""
    in_column = min(one.right(), two.right()) > max(one.left(), two.left())
    in_row = min(one.bottom(), two.bottom()) > max(one.top(), two.top())
    return (in_column and one.bottom() < two.top()) or (in_row and one.right() < two.left())


def readable(label: QLabel) -> bool:
    """Whether its colour is one of the theme's and reaches 4.5 on what it stands on; the themes are tested by role."""
    ink = label.palette().color(label.foregroundRole()).name()
    filled = label.property("kind") == "badge" and label.property("tone") == "mark"
    grounds = (DARK.less,) if filled else (DARK.ground, DARK.panel)
    return all(contrast(ink, ground) >= 4.5 for ground in grounds)


def cut(label: QLabel) -> bool:
    """Whether it has less room than its words take; labels that fit or shorten their words are classes of their own."""
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return label.height() < needed or (not label.wordWrap() and label.width() < label.sizeHint().width())


def classes_of(package: str) -> set[type]:
    """Every kind of widget that is made anywhere in the program; what others are made from is not made itself."""
    modules = [module.name for module in pkgutil.walk_packages(gui.__path__, "gui.")]
    return {
        kind
        for name in modules
        if name not in FRAMES
        for _, kind in inspect.getmembers(importlib.import_module(name), inspect.isclass)
        if issubclass(kind, QWidget) and kind.__module__ == name and not kind.__subclasses__()
    }


def test_everything_that_takes_the_focus_has_a_name_and_a_role(found: dict[str, Found]) -> None:
    assert {name: each.unnamed for name, each in found.items() if each.unnamed} == {}


def test_every_button_is_large_enough_for_a_finger_in_the_smallest_window(found: dict[str, Found]) -> None:
    assert {name: each.small for name, each in found.items() if each.small} == {}
    assert {name: each.outside for name, each in found.items() if each.outside} == {}


def test_tab_goes_down_and_to_the_right_as_one_reads(found: dict[str, Found]) -> None:
    assert {name: each.back for name, each in found.items() if each.back} == {}


def test_every_label_can_be_read(found: dict[str, Found]) -> None:
    assert {name: each.unreadable for name, each in found.items() if each.unreadable} == {}


def test_no_label_loses_words_in_the_smallest_window(found: dict[str, Found]) -> None:
    assert {name: each.cut for name, each in found.items() if each.cut} == {}


def test_whatever_is_shown_painted_or_read_aloud_was_said_in_the_language_of_its_reader(
    found: dict[str, Found],
) -> None:
    assert {name: each.unsaid for name, each in found.items() if each.unsaid} == {}


@pytest.mark.parametrize("language", [Language.GERMAN, Language.SPANISH])
def test_whatever_was_said_was_gathered_for_translators(
    language: Language, walked: tuple[dict[str, Found], Marking]
) -> None:
    assert walked[1].unknown(language) == []


def test_no_page_is_missing_in_the_catalogue(found: dict[str, Found]) -> None:
    seen = frozenset[type]().union(*(each.classes for each in found.values()))
    assert sorted(f"{kind.__module__}.{kind.__name__}" for kind in classes_of("gui") if kind not in seen) == []


def test_tab_goes_from_stop_to_sound_to_colours_to_the_top_and_around(opened: Open, qtbot: QtBot) -> None:
    window = opened(Held(view()))
    window.live.stop.setFocus()
    names = []
    for _ in range(6):
        focused = window.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == ["STOP", "NO SOUND", "light colours", "Sounds", "View", "STOP"]


def test_the_instruction_is_a_name_that_can_be_read_aloud(opened: Open) -> None:
    window = opened(Held(view(Action.LET_GO, Why.OVER_CAP)))
    assert window.live.cue.accessibleName() == "let go slowly"
    assert window.live.cue.accessibleDescription() == "The pressure is above the limit"
    assert window.live.number.accessibleDescription() == "400 kPa 40.0 N"


class Reader:
    """A screen reader that writes down what it is told."""

    Politeness = QAccessible.AnnouncementPoliteness
    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.said: list[tuple[str, bool]] = []

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - Qt's name
        self.said.append((event.message(), event.politeness() is QAccessible.AnnouncementPoliteness.Assertive))


def test_each_new_instruction_and_stop_are_said_at_once_and_notices_in_their_turn(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, reader = Held(view(Action.PRESS)), Reader()
    monkeypatch.setattr(announce, "QAccessible", reader)
    window = opened(source)
    for action in (Action.MORE, Action.MORE, Action.HOLD, Action.LET_GO):
        source.shown = view(action)
        window.bridge.poll()
    source.events = ("The zero was measured.",)
    window.bridge.poll()
    window.live.stop.click()
    assert reader.said == [
        ("press", True),
        ("more", True),
        ("hold", True),
        ("let go slowly", True),
        ("The zero was measured.", False),
        ("STOP", True),
    ]
    source.now_s = 12.5
    window.go_across(across=True)
    assert [said for said, _ in reader.said].count("STOP") == 1
