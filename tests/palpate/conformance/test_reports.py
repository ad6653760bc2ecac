"""The forms of a report, each read by somebody else's reader."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import jsonschema
import junitparser
import pytest

from palpate.conformance.bench import Bench
from palpate.conformance.check import Check
from palpate.conformance.document import SCHEMA, ConformanceDocument
from palpate.conformance.junit import junit
from palpate.conformance.page import page
from palpate.conformance.report import Report, reason, summary
from palpate.conformance.run import Outcome
from palpate.conformance.verdict import Broken, Failed, Passed, Skipped, Verdict
from session.documents import schema_text

HOSTILE = 'evil <script>alert("1")</script> & \x00\x1b[31m\ud800 ]]>'


async def _nothing(_bench: Bench) -> None:
    pass


def outcome(group: str, name: str, verdict: Verdict) -> Outcome:
    return Outcome(Check(name, group, "§6.1", "What holds.", None, _nothing), verdict, 1.25)


REPORT = Report(
    serial="PT-<1>",
    firmware="1.0 & more",
    simulated=True,
    software="0.1",
    began="2026-01-02T03:04:05+00:00",
    outcomes=(
        outcome("samples", "good", Passed()),
        outcome("samples", "bad", Failed("counter 4", "01 07")),
        outcome("clock", "absent", Skipped("not within reach")),
        outcome("clock", "lost", Broken(HOSTILE)),
    ),
)
CLEAN = REPORT._replace(outcomes=(REPORT.outcomes[0], REPORT.outcomes[2]))


def test_a_summary_counts_each_ending() -> None:
    assert summary(REPORT) == "1 passed, 1 failed, 1 skipped, 1 could not be finished"
    assert summary(CLEAN) == "1 passed, 0 failed, 1 skipped"


def test_a_failure_says_what_was_expected_what_came_and_where_to_read() -> None:
    assert reason(REPORT.outcomes[1]) == "expected counter 4; came 01 07; read docs/protocol.md §6.1"


@pytest.mark.parametrize("left", [0, 1, 2, 3])
def test_a_tool_conforms_when_nothing_failed_and_all_was_finished(left: int) -> None:
    assert REPORT._replace(outcomes=(REPORT.outcomes[left],)).conforms is (left in (0, 2))


def test_junit_is_read_by_another_reader() -> None:
    suites = junitparser.JUnitXml.fromstring(junit(REPORT))
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (4, 1, 1, 1)
    assert suites.time == pytest.approx(5.0)
    samples, clock = suites
    assert (samples.name, samples.tests, samples.failures, clock.errors, clock.skipped) == ("samples", 2, 1, 1, 1)
    assert next(each.get("value") for each in samples._elem.iter("property")) == "PT-<1>"
    good, bad = samples
    absent, lost = clock
    assert (good.result, good.classname, good.time) == ([], "conformance.samples", 1.25)
    (failure,) = bad.result
    assert type(failure) is junitparser.Failure
    assert failure.message == "expected counter 4; came 01 07; read docs/protocol.md §6.1"
    assert [type(each) for each in (*absent.result, *lost.result)] == [junitparser.Skipped, junitparser.Error]
    assert '<script>alert("1")</script> & \ufffd\ufffd[31m\ufffd ]]>' in lost.result[0].message


class Reader(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data + "\n"


def read(report: Report) -> Reader:
    reader = Reader()
    reader.feed(page(report).decode("utf-8"))
    return reader


def test_the_page_shows_hostile_text_as_text() -> None:
    reader = read(REPORT)
    assert 'evil <script>alert("1")</script> & \ufffd\ufffd[31m\ufffd ]]>' in reader.text
    assert "script" not in reader.tags
    assert "Conformance to Palpate Tool Profile 1: PT-<1>" in reader.text


def test_the_page_needs_nothing_from_elsewhere() -> None:
    reader = read(REPORT)
    assert not {"src", "href", "onclick", "onload"} & set(reader.attributes)
    assert not {"link", "img", "iframe", "script"} & set(reader.tags)
    assert page(REPORT).startswith(b"<!doctype html>\n<html")


def test_the_page_marks_simulated_data_and_tells_failures_first() -> None:
    text = read(REPORT).text
    assert "SIMULATED tool PT-<1>, firmware 1.0 & more" in text
    assert text.index("What to mend") < text.index("Samples") < text.index("Clock")
    assert text.count("expected counter 4; came 01 07") == 2
    assert "It does not conform." in text


def test_the_page_of_a_tool_without_failures_says_so() -> None:
    text = read(CLEAN._replace(simulated=False)).text
    assert "It conforms. 1 passed, 0 failed, 1 skipped." in text
    assert "What to mend" not in text
    assert "SIMULATED" not in text


def test_the_document_is_what_its_schema_says() -> None:
    document = json.loads(ConformanceDocument.of(REPORT).to_json())
    jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))
    assert document["schema"] == "palpate.conformance/1"
    assert document["conforms"] is False
    assert [each["verdict"] for each in document["checks"]] == ["passed", "failed", "skipped", "broken"]
    assert (document["checks"][1]["expected"], document["checks"][1]["came"]) == ("counter 4", "01 07")
    assert document["checks"][2]["reason"] == "not within reach"


def test_the_schema_is_published_as_it_is() -> None:
    assert SCHEMA.read_text("utf-8") == schema_text(ConformanceDocument), "python -m palpate.conformance.document"
