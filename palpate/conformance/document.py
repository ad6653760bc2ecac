"""The report as JSON, published as docs/schemas/palpate.conformance-1.json."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from palpate.conformance.report import Report, word
from palpate.conformance.run import Outcome
from palpate.conformance.verdict import Broken, Failed, Skipped
from session.documents import Document, schema_text

SCHEMA: Final = Path(__file__).parents[2] / "docs" / "schemas" / "palpate.conformance-1.json"


class CheckDocument(Document):
    """How one check ended."""

    name: str
    group: str
    paragraph: str
    text: str
    verdict: Literal["passed", "failed", "skipped", "broken"]
    expected: str | None
    """Null unless it failed."""
    came: str | None
    """Null unless it failed."""
    reason: str | None
    """Why it was skipped or could not be finished, else null."""
    took_s: float


class ConformanceDocument(Document):
    """What `palpate conformance --json` prints."""

    schema_: Literal["palpate.conformance/1"] = Field(default="palpate.conformance/1", alias="schema")
    serial: str
    firmware: str
    simulated: bool
    software: str
    began: str
    conforms: bool
    checks: tuple[CheckDocument, ...]

    @classmethod
    def of(cls, report: Report) -> ConformanceDocument:
        """The document of a report."""
        return cls(
            serial=report.serial,
            firmware=report.firmware,
            simulated=report.simulated,
            software=report.software,
            began=report.began,
            conforms=report.conforms,
            checks=tuple(map(_check, report.outcomes)),
        )


def _check(outcome: Outcome) -> CheckDocument:
    check, verdict = outcome.check, outcome.verdict
    return CheckDocument.model_validate(
        {
            "name": check.name,
            "group": check.group,
            "paragraph": check.paragraph,
            "text": check.text,
            "verdict": word(verdict),
            "expected": verdict.expected if isinstance(verdict, Failed) else None,
            "came": verdict.came if isinstance(verdict, Failed) else None,
            "reason": verdict.reason if isinstance(verdict, Skipped | Broken) else None,
            "took_s": round(outcome.took_s, 3),
        }
    )


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(ConformanceDocument), encoding="utf-8")
