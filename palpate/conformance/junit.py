"""The report as JUnit XML, which every continuous integration reads."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from palpate.conformance.report import PAGE, Report, reason, word
from palpate.conformance.run import Outcome

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write; a tool can send anything."""
ELEMENTS: Final = {"failed": "failure", "broken": "error", "skipped": "skipped"}


def junit(report: Report) -> bytes:
    """A document with a suite for each group of checks."""
    root = Element("testsuites", {"name": "palpate conformance"} | _counts(report.outcomes))
    for group, outcomes in groupby(report.outcomes, lambda each: each.check.group):
        root.append(_suite(report, group, tuple(outcomes)))
    indent(root)
    document: bytes = tostring(root, "utf-8", xml_declaration=True)
    return document


def _suite(report: Report, group: str, outcomes: tuple[Outcome, ...]) -> Element:
    suite = Element("testsuite", {"name": group, "timestamp": report.began} | _counts(outcomes))
    properties = SubElement(suite, "properties")
    facts = {"serial": report.serial, "firmware": report.firmware, "simulated": str(report.simulated).lower()}
    for name, value in facts.items():
        SubElement(properties, "property", name=name, value=_clean(value))
    for outcome in outcomes:
        suite.append(_case(outcome))
    return suite


def _case(outcome: Outcome) -> Element:
    check = outcome.check
    case = Element("testcase", classname=f"conformance.{check.group}", name=check.name, time=f"{outcome.took_s:.3f}")
    ending = ELEMENTS.get(word(outcome.verdict))
    if ending is not None:
        said = SubElement(case, ending, message=_clean(reason(outcome)))
        if ending != "skipped":
            said.set("type", type(outcome.verdict).__name__)
            said.text = _clean(f"{check.text}\n{reason(outcome)}\n{PAGE} {check.paragraph}")
    return case


def _counts(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    words = [word(each.verdict) for each in outcomes]
    return {
        "tests": str(len(words)),
        "failures": str(words.count("failed")),
        "errors": str(words.count("broken")),
        "skipped": str(words.count("skipped")),
        "time": f"{sum(each.took_s for each in outcomes):.3f}",
    }


def _clean(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
