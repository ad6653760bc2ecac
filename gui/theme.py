"""Colours: Okabe–Ito tones on a dark or a light ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtGui import QColor, QPalette

Tone = Literal["plain", "quiet", "more", "good", "less", "alarm", "rest"]
"""What a colour means; it never stands without a word and a shape."""

Role = Tone | Literal["ground", "panel", "line", "grid", "on_tone"]
"""Every colour of a theme."""
CELL_PADDING_PX: Final = 12
"""On each side of a text in a table."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One ground and the tones that can be read on it (contrast at least 4.5 : 1 for text)."""

    name: Literal["dark", "light", "contrast"]
    ground: str
    panel: str
    line: str
    grid: str
    """Of a picture, behind what it shows."""
    plain: str
    quiet: str
    more: str
    good: str
    less: str
    alarm: str
    rest: str
    on_tone: str
    """Text on a filled tone."""

    def colour(self, role: Role) -> QColor:
        """The colour of a role."""
        return QColor(str(getattr(self, role)))


DARK: Final = Theme(
    name="dark",
    ground="#101418",
    panel="#1A2027",
    line="#3A444F",
    grid="#3A444F",
    plain="#F2F4F6",
    quiet="#A9B4BF",
    more="#56B4E9",
    good="#2CC295",
    less="#E69F00",
    alarm="#FF7A33",
    rest="#CC79A7",
    on_tone="#101418",
)
"""Okabe–Ito's bluish green and vermillion are lightened: the originals reach only 4.8 : 1 here."""

LIGHT: Final = Theme(
    name="light",
    ground="#F4F6F8",
    panel="#FFFFFF",
    line="#B9C2CB",
    grid="#B9C2CB",
    plain="#14191E",
    quiet="#4E5A66",
    more="#0072B2",
    good="#00724F",
    less="#946400",
    alarm="#9C2C00",
    rest="#8A3F6B",
    on_tone="#FFFFFF",
)
"""The same hues, darkened: on white only Okabe–Ito's blue passes 4.5 : 1 unchanged.

Orange and vermillion lie apart in lightness too: of the same, who sees no red would see one colour.
"""

CONTRAST: Final = Theme(
    name="contrast",
    ground="#000000",
    panel="#000000",
    line="#FFFFFF",
    grid="#5A5A5A",
    plain="#FFFFFF",
    quiet="#FFFFFF",
    more="#8FD3FF",
    good="#5CF0C4",
    less="#FFC933",
    alarm="#FF9A66",
    rest="#F0B0D4",
    on_tone="#000000",
)
"""The same hues on black, lightened until each reaches at least 10 : 1; lines are as bright as text, those behind a
curve are not."""


def palette(theme: Theme) -> QPalette:
    """Qt's roles for Fusion widgets."""
    colours = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.ground),
        (roles.Base, theme.panel),
        (roles.AlternateBase, theme.ground),
        (roles.Button, theme.panel),
        (roles.WindowText, theme.plain),
        (roles.Text, theme.plain),
        (roles.ButtonText, theme.plain),
        (roles.ToolTipBase, theme.panel),
        (roles.ToolTipText, theme.plain),
        (roles.PlaceholderText, theme.quiet),
        (roles.Highlight, theme.more),
        (roles.HighlightedText, theme.on_tone),
    ):
        colours.setColor(role, QColor(colour))
    return colours


def sheet(theme: Theme) -> str:
    """The style sheet of a whole window; widgets choose by their `kind` property."""
    return _ground(theme) + _buttons(theme) + _fields(theme) + _table(theme) + _scrolling(theme)


def _ground(theme: Theme) -> str:
    return f"""
        * {{ font-size: 15px; }}
        #window {{ background: {theme.ground}; }}
        QLabel {{ color: {theme.plain}; }}
        QLabel[kind="small"] {{ color: {theme.quiet}; font-size: 13px; }}
        QLabel[kind="small"][tone="mark"] {{ color: {theme.less}; font-weight: 700; }}
        QLabel[kind="title"] {{ font-size: 30px; font-weight: 700; }}
        QLabel[kind="badge"] {{
            border: 1px solid {theme.line}; border-radius: 6px; padding: 5px 8px; background: {theme.panel}; }}
        QLabel[kind="badge"][tone="alarm"] {{
            border: 2px solid {theme.alarm}; color: {theme.alarm}; font-weight: 700; }}
        QLabel[kind="badge"][tone="mark"] {{
            border: 2px solid {theme.less}; background: {theme.less}; color: {theme.on_tone};
            font-weight: 700; }}
    """


def _buttons(theme: Theme) -> str:
    # a thick border takes its room from the padding: what is chosen or has the focus neither grows nor cuts its text
    return f"""
        QPushButton {{
            border: 1px solid {theme.line}; border-radius: 8px; padding: 0 14px;
            background: {theme.panel}; color: {theme.plain}; min-height: 44px; }}
        QPushButton[room="large"] {{ min-height: 68px; }}
        QPushButton:hover {{ border-color: {theme.plain}; }}
        QPushButton:focus {{ border: 3px solid {theme.more}; padding: 0 12px; }}
        QPushButton:disabled {{ color: {theme.quiet}; }}
        QPushButton:checked {{ border: 3px solid {theme.plain}; padding: 0 12px; }}
        QPushButton:checked:focus {{ border: 3px solid {theme.more}; }}
        QPushButton[kind="stop"] {{
            background: {theme.alarm}; color: {theme.on_tone}; border: 3px solid {theme.alarm};
            font-size: 40px; font-weight: 800; border-radius: 16px; }}
        QPushButton[kind="stop"]:focus {{ border-color: {theme.plain}; }}
        QPushButton[kind="stop"]:disabled {{
            background: {theme.panel}; color: {theme.quiet}; border-color: {theme.line}; }}
        QPushButton[kind="alarm"] {{
            border: 3px solid {theme.alarm}; color: {theme.alarm}; font-size: 20px; font-weight: 800; }}
        QPushButton[kind="sign"] {{ font-size: 22px; padding: 0; }}
        QPushButton[kind="main"] {{ font-size: 20px; font-weight: 700; }}
    """


def _fields(theme: Theme) -> str:
    return f"""
        QLineEdit, QPlainTextEdit, QListWidget, QComboBox {{
            background: {theme.panel}; color: {theme.plain}; border: 1px solid {theme.line}; border-radius: 8px;
            padding: 2px 8px; selection-background-color: {theme.more}; selection-color: {theme.on_tone}; }}
        QLineEdit:focus, QPlainTextEdit:focus, QListWidget:focus, QComboBox:focus {{
            border: 3px solid {theme.more}; padding: 0 6px; }}
        QListWidget::item:selected {{ background: {theme.more}; color: {theme.on_tone}; }}
        QComboBox QAbstractItemView {{
            background: {theme.panel}; color: {theme.plain}; selection-background-color: {theme.more};
            selection-color: {theme.on_tone}; }}
        QProgressBar {{ background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 8px; height: 22px; }}
        QProgressBar::chunk {{ background: {theme.more}; border-radius: 7px; }}
        QToolTip {{ background: {theme.panel}; color: {theme.plain}; border: 1px solid {theme.line}; padding: 6px; }}
    """


def _table(theme: Theme) -> str:
    return f"""
        QTableWidget {{
            background: {theme.panel}; alternate-background-color: {theme.ground};
            color: {theme.plain}; gridline-color: {theme.line};
            border: 1px solid {theme.line}; border-radius: 8px; font-size: 17px; }}
        QTableWidget::item {{ padding: 0 {CELL_PADDING_PX}px; }}
        QTableWidget::item:selected {{ background: {theme.more}; color: {theme.on_tone}; }}
        QHeaderView::section {{
            background: {theme.ground}; color: {theme.quiet}; border: 0; padding: 8px 12px; font-size: 15px; }}
    """


def _scrolling(theme: Theme) -> str:
    """Qt's own bars are white on any ground, and 44 px are for fingers."""
    return f"""
        QScrollBar {{ background: {theme.ground}; border: 0; }}
        QScrollBar:vertical {{ width: 20px; }}
        QScrollBar:horizontal {{ height: 20px; }}
        QScrollBar::handle {{ background: {theme.line}; border: 2px solid {theme.ground}; border-radius: 8px; }}
        QScrollBar::handle:hover {{ background: {theme.quiet}; }}
        QScrollBar::handle:vertical {{ min-height: 44px; }}
        QScrollBar::handle:horizontal {{ min-width: 44px; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: {theme.ground}; }}
    """
