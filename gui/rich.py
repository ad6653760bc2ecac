"""A page in the part of HTML that Qt's documents know; drawings stand there by their number."""

from __future__ import annotations

from html import escape
from typing import Final, assert_never

from clinic.report.ink import LIGHT
from clinic.report.page import Block, Bullets, Column, Facts, Heading, Page, Picture, Row, Table, Text, Tone

TONES: Final = {
    Tone.PLAIN: f"color:{LIGHT['plain']}",
    Tone.QUIET: f"color:{LIGHT['quiet']}",
    Tone.LEAD: f"color:{LIGHT['plain']};font-size:large;font-weight:600",
    Tone.WARNING: f"color:{LIGHT['alarm']};font-weight:600",
}
SPACE: Final = 12
"""Between two columns, in pixels of a screen."""
LINE: Final = f"border-top:1px solid {LIGHT['line']}"


class Rich:
    """The text of a page; `pictures` are named in it by their index."""

    def __init__(self, page: Page) -> None:
        self.pictures: list[Picture] = []
        title = f"<p style='font-size:xx-large;font-weight:700;margin:0'>{_shown(page.title)}</p>"
        subtitle = f"<p style='{TONES[Tone.QUIET]};margin:0 0 4px 0'>{_shown(page.subtitle)}</p>"
        self.text = title + subtitle + self._all(page.blocks)

    def _all(self, blocks: tuple[Block, ...]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(text):
                return f"<p style='font-size:large;font-weight:600;margin:9px 0 2px 0'>{_shown(text)}</p>"
            case Text(text, tone):
                return f"<p style='{TONES[tone]};margin:2px 0'>{_shown(text)}</p>"
            case Bullets(items):
                rows = "".join(f"<tr><td width='10'>•</td><td>{_shown(item)}</td></tr>" for item in items)
                return f"<table cellspacing='0' cellpadding='1'>{rows}</table>"
            case Facts(rows):
                return _facts(rows)
            case Table():
                return _table(block)
            case Picture():
                return self._picture(block)
            case Row(columns):
                return self._row(columns)
            case _ as never:
                assert_never(never)

    def _picture(self, picture: Picture) -> str:
        self.pictures.append(picture)
        return f"<p style='margin:2px 0'><img src='{len(self.pictures) - 1}'/></p>"

    def _row(self, columns: tuple[Column, ...]) -> str:
        whole = sum(column.share for column in columns)
        spaces = [SPACE] * (len(columns) - 1) + [0]
        shares = [f"{100 * column.share / whole:.1f}%" for column in columns]
        cells = "".join(
            f"<td width='{share}' style='padding-right:{space}px'>{self._all(column.blocks)}</td>"
            for column, share, space in zip(columns, shares, spaces, strict=True)
        )
        return f"<table width='100%' cellspacing='0' cellpadding='0' style='margin-top:6px'><tr>{cells}</tr></table>"


def _facts(rows: tuple[tuple[str, str], ...]) -> str:
    quiet = TONES[Tone.QUIET]
    cells = (
        f"<tr><td style='{quiet};padding-right:10px'>{_shown(name)}</td><td>{_shown(text)}</td></tr>"
        for name, text in rows
    )
    return f"<table cellspacing='0' cellpadding='1'>{''.join(cells)}</table>"


def _table(table: Table) -> str:
    head = _cells(table.head, table.words, f"color:{LIGHT['quiet']};font-weight:600;vertical-align:bottom")
    rows = "".join(_cells(row, table.words, LINE) for row in table.rows)
    style = "border-collapse:collapse"  # the head stands again on top of each further sheet
    whole = f"<thead>{head}</thead><tbody>{rows}</tbody>"
    return f"<table width='100%' cellspacing='0' cellpadding='2' style='{style}'>{whole}</table>"


def _cells(texts: tuple[str, ...], words: frozenset[int], style: str) -> str:
    cells = (
        f"<td align='{'left' if index in words else 'right'}' style='{style};padding-left:4px'>{_shown(text)}</td>"
        for index, text in enumerate(texts)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _shown(text: str) -> str:
    """Escaped, and without characters that nobody can print."""
    printable = "".join(each if each.isprintable() or each == "\n" else "\ufffd" for each in text)
    return escape(printable).replace("\n", "<br/>")
