"""The report as one page of HTML that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from palpate.conformance.report import PAGE, Report, reason, summary, word
from palpate.conformance.run import Outcome

SIGNS: Final = {"passed": "✓ passed", "failed": "✗ FAILED", "skipped": "– skipped", "broken": "! broken"}
STYLE: Final = """
:root { color-scheme: light dark; --line: #8886; --failed: #b3261e; --passed: #1b6e3c; --quiet: #5f6368; }
@media (prefers-color-scheme: dark) { :root { --failed: #ff8a80; --passed: #7ddb9f; --quiet: #a5a9ae; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .3rem; }
.verdict { font-size: 1.2rem; font-weight: 600; }
.note, .paragraph { color: var(--quiet); }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: .35rem .6rem .35rem 0; vertical-align: top; }
td:first-child { white-space: nowrap; width: 7rem; }
td:last-child { white-space: nowrap; text-align: right; }
.name { font-weight: 600; }
.why { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; margin: .3rem 0; }
.failed, .broken { color: var(--failed); }
.passed { color: var(--passed); }
.skipped { color: var(--quiet); }
@media (max-width: 40rem) { td:last-child { display: none; } }
"""


def page(report: Report) -> bytes:
    """The document, in UTF-8; whatever came from the tool is escaped."""
    html = Element("html", lang="en")
    html.append(_head(report))
    body = SubElement(html, "body")
    body.extend(_title(report))
    failures = [each for each in report.outcomes if word(each.verdict) in ("failed", "broken")]
    if failures:
        body.extend(_section("What to mend", failures))
    for group, outcomes in groupby(report.outcomes, lambda each: each.check.group):
        body.extend(_section(group.capitalize(), list(outcomes)))
    return b"<!doctype html>\n" + bytes(tostring(html, "utf-8", method="html")) + b"\n"


def _head(report: Report) -> Element:
    head = Element("head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = _shown(f"Conformance of {report.serial}")
    SubElement(head, "style").text = STYLE
    return head


def _title(report: Report) -> list[Element]:
    verdict = "It conforms." if report.conforms else "It does not conform."
    firmware = f", firmware {report.firmware}" if report.firmware else ""
    simulated = "SIMULATED tool" if report.simulated else "Tool"
    return [
        _text("h1", f"Conformance to Palpate Tool Profile 1: {report.serial}"),
        _text("p", f"{simulated} {report.serial}{firmware}; palpate {report.software}; {report.began}", "note"),
        _text("p", f"{verdict} {summary(report)}.", "verdict " + ("passed" if report.conforms else "failed")),
    ]


def _section(title: str, outcomes: list[Outcome]) -> list[Element]:
    table = Element("table")
    table.extend(map(_row, outcomes))
    return [_text("h2", title), table]


def _row(outcome: Outcome) -> Element:
    row, ending = Element("tr"), word(outcome.verdict)
    row.append(_text("td", SIGNS[ending], ending))
    what = SubElement(row, "td")
    what.append(_text("div", outcome.check.name, "name"))
    what.append(_text("div", outcome.check.text))
    if why := reason(outcome):
        what.append(_text("div", why, f"why {ending}"))
    row.append(_text("td", f"{PAGE} {outcome.check.paragraph}", "paragraph"))
    return row


def _text(tag: str, text: str, kind: str = "") -> Element:
    element = Element(tag, {"class": kind} if kind else {})
    element.text = _shown(text)
    return element


def _shown(text: str) -> str:
    """Without characters that a browser would obey or cannot show."""
    return "".join(each if each.isprintable() else "\ufffd" for each in text)
