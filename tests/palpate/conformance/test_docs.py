"""docs/conformance.md says what there is."""

from __future__ import annotations

import re
from pathlib import Path

from palpate.conformance.command import conformance
from palpate.conformance.suite import CHECKS, GROUPS

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "conformance.md").read_text("utf-8")


def test_the_page_counts_the_checks_of_each_group() -> None:
    told = {name: int(count) for name, count in re.findall(r"^\| (\w+) \| (\d+) \| ", PAGE, re.MULTILINE)}
    assert told == {group.name: len(group.checks) for group in GROUPS}
    assert len(CHECKS) == sum(told.values()) == 135


def test_the_page_names_each_option() -> None:
    options = {option for each in conformance.params for option in each.opts}
    told = set(re.findall(r"^\| `(--\w+)", PAGE, re.MULTILINE))
    assert options - told == {"--seed"}


def test_each_paragraph_that_a_check_names_is_on_the_page_of_the_wire() -> None:
    wire = (DOCS / "protocol.md").read_text("utf-8")
    headings = {"§" + number for number in re.findall(r"^#{2,3} (\d+(?:\.\d+)?)", wire, re.MULTILINE)}
    numbered = {f"§8.{number}" for number in re.findall(r"^(\d+)\. \*\*", wire, re.MULTILINE)}
    named = {each for check in CHECKS for each in check.paragraph.split(", ")}
    assert named <= headings | numbered
