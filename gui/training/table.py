"""Rows of text in a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QTableWidgetItem

from gui.theme import CELL_PADDING_PX

AIR_PX: Final = 8
"""Above and below a text, together."""


class Padded(QStyledItemDelegate):
    """Knows how high a wrapped text is: Qt forgets the style's padding when it asks for the height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """As high as the text is in the room that is left."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(max(option.rect.width() - 2 * CELL_PADDING_PX, 1))
        return super().sizeHint(narrower, index).grownBy(QMargins(0, 0, 0, AIR_PX))


def fill(table: QTableWidget, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show these rows and no others; the second column takes what room is left, and a row is as high as its text."""
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setRowCount(len(rows))
    if not isinstance(table.itemDelegate(), Padded):
        table.setItemDelegate(Padded(table))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(text)  # where the column is too narrow for a word of it
            table.setItem(place, column, item)
    header = table.horizontalHeader()
    for column in range(len(heads)):
        mode = QHeaderView.ResizeMode.Stretch if column == 1 else QHeaderView.ResizeMode.ResizeToContents
        header.setSectionResizeMode(column, mode)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().hide()
