"""A page as one file of HTML that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from clinic.report.ink import DARK, LIGHT, VARIABLES, declarations, inked
from clinic.report.page import Block, Bullets, Facts, Heading, Page, Picture, Row, Table, Text, Tone

STYLE: Final = f"""
:root {{ color-scheme: light dark; {declarations(LIGHT)} }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ {declarations(DARK)} }} }}
* {{ box-sizing: border-box; }}
body {{ font: 14px/1.4 system-ui, sans-serif; color: var(--plain); background: var(--ground);
  max-width: 62rem; margin: 1.5rem auto; padding: 0 1rem; }}
body.large {{ font-size: 17px; max-width: 50rem; }}
h1 {{ font-size: 1.6em; margin: 0; }}
h2 {{ font-size: 1.1em; margin: 1.1em 0 .3em; border-bottom: 1px solid var(--line); }}
p {{ margin: .3em 0; }}
.subtitle, .quiet, footer {{ color: var(--quiet); }}
.lead {{ font-size: 1.25em; font-weight: 600; }}
.warning {{ color: var(--alarm); font-weight: 600; }}
.mark {{ position: sticky; top: 0; z-index: 1; background: var(--alarm); color: var(--ground);
  font-weight: 700; padding: .35em .8em; text-align: center; letter-spacing: .02em; }}
.row {{ display: grid; gap: 0 1.6em; grid-template-columns: var(--columns); }}
.row > div {{ min-width: 0; }}
@media screen and (max-width: 44rem) {{
  .row {{ grid-template-columns: 1fr; }}
  .row:has(> :nth-child(4)) {{ grid-template-columns: repeat(2, 1fr); }}
}}
table {{ border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }}
.wide th {{ white-space: pre-line; }}
.wide {{ overflow-x: auto; }}
th, td {{ padding: .2em .5em .2em 0; text-align: right; vertical-align: top; border-top: 1px solid var(--line); }}
th {{ color: var(--quiet); font-weight: 600; border-top: 0; vertical-align: bottom; }}
.words {{ text-align: left; min-width: 9em; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: .15em .9em; margin: .3em 0; }}
dt {{ color: var(--quiet); }}
dd {{ margin: 0; }}
ul {{ margin: .3em 0; padding-left: 1.2em; }}
figure {{ margin: .3em 0; }}
svg {{ display: block; width: 100%; height: auto; }}
footer {{ margin-top: 1.4em; border-top: 1px solid var(--line); padding-top: .4em; font-size: .85em; }}
@media print {{
  @page {{ size: A4; margin: 12mm; }}
  body {{ font-size: 10px; margin: 0; max-width: none; padding: 0; }}
  body.large {{ font-size: 13px; }}
  .mark {{ position: fixed; top: 0; left: 0; right: 0; }}
  .marked {{ padding-top: 2.4em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }}
  h2, figure, tr {{ break-inside: avoid; break-after: auto; }}
  h2 {{ break-after: avoid; }}
  * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
"""


def html(page: Page) -> bytes:
    """The document, in UTF-8; every text is escaped."""
    root = Element("html", lang=page.language)
    root.append(_head(page))
    body = SubElement(root, "body", {"class": " ".join(_classes(page))} if any(_classes(page)) else {})
    if page.mark:
        body.append(_text("div", page.mark, "mark"))
    body.append(_text("h1", page.title))
    body.append(_text("p", page.subtitle, "subtitle"))
    body.extend(map(_block, page.blocks))
    body.append(_text("footer", page.foot))
    return b"<!doctype html>\n" + bytes(tostring(root, "utf-8", method="html")) + b"\n"


def _classes(page: Page) -> list[str]:
    return [name for name, holds in (("large", page.large), ("marked", page.mark is not None)) if holds]


def _head(page: Page) -> Element:
    head = Element("head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = _shown(" – ".join(filter(None, (page.mark, page.title))))
    SubElement(head, "style").text = STYLE
    return head


def _block(block: Block) -> Element:
    match block:
        case Heading(text):
            return _text("h2", text)
        case Text(text, tone):
            return _text("p", text, "" if tone is Tone.PLAIN else tone.value)
        case Bullets(items):
            return _with("ul", (_text("li", item) for item in items))
        case Facts(rows):
            return _with("dl", (_text(tag, text) for row in rows for tag, text in zip(("dt", "dd"), row, strict=True)))
        case Table():
            return _table(block)
        case Picture():
            return _figure(block)
        case Row(columns):
            return _row([(column.share, column.blocks) for column in columns])
        case _ as never:
            assert_never(never)


def _table(table: Table) -> Element:
    wide, inner = Element("div", {"class": "wide"}), Element("table")
    inner.append(_with("thead", (_cells("th", table.head, table.words),)))
    inner.append(_with("tbody", (_cells("td", row, table.words) for row in table.rows)))
    wide.append(inner)
    return wide


def _cells(tag: str, texts: tuple[str, ...], words: frozenset[int]) -> Element:
    return _with("tr", (_text(tag, text, "words" if index in words else "") for index, text in enumerate(texts)))


def _figure(picture: Picture) -> Element:
    figure = Element("figure", style=f"max-width: {picture.width_mm * 1.35:.0f}mm")
    drawing = fromstring(inked(picture.svg, VARIABLES))
    drawing.set("role", "img")
    drawing.set("aria-label", _shown(picture.alt))
    figure.append(drawing)
    return figure


def _row(columns: list[tuple[float, tuple[Block, ...]]]) -> Element:
    row = Element("div", {"class": "row", "style": f"--columns: {' '.join(f'{share:g}fr' for share, _ in columns)}"})
    for _, blocks in columns:
        row.append(_with("div", map(_block, blocks)))
    return row


def _with(tag: str, children: Iterable[Element]) -> Element:
    element = Element(tag)
    element.extend(children)
    return element


def _text(tag: str, text: str, kind: str = "") -> Element:
    element = Element(tag, {"class": kind} if kind else {})
    element.text = _shown(text)
    return element


def _shown(text: str) -> str:
    """Without characters that a browser would obey or cannot show."""
    return "".join(each if each.isprintable() or each == "\n" else "\ufffd" for each in text)
