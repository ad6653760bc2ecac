"""What a run found, as one value that all its forms are made of."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple, assert_never

from palpate.conformance.run import Outcome
from palpate.conformance.verdict import Broken, Failed, Passed, Skipped, Verdict

PAGE = "docs/protocol.md"


class Report(NamedTuple):
    """All outcomes, in their order, and of which tool."""

    serial: str
    firmware: str
    """"" where the tool does not say."""
    simulated: bool
    software: str
    """Version of the suite."""
    began: str
    """Date and time of the host, ISO 8601."""
    outcomes: tuple[Outcome, ...]

    @property
    def conforms(self) -> bool:
        """Whether no check failed and each could be finished."""
        return not any(isinstance(each.verdict, Failed | Broken) for each in self.outcomes)

    @property
    def took_s(self) -> float:
        """Of all checks."""
        return sum(each.took_s for each in self.outcomes)

    def counted(self) -> Counter[str]:
        """How many checks ended in which way, by `word`."""
        return Counter(word(each.verdict) for each in self.outcomes)


def word(verdict: Verdict) -> str:
    """A verdict in one word."""
    match verdict:
        case Passed():
            return "passed"
        case Failed():
            return "failed"
        case Skipped():
            return "skipped"
        case Broken():
            return "broken"
        case _ as never:
            assert_never(never)


def reason(outcome: Outcome) -> str:
    """Why a check did not pass: what was expected, what came, where to read; "" for one that passed."""
    match outcome.verdict:
        case Passed():
            return ""
        case Failed(expected, came):
            return f"expected {expected}; came {came}; read {PAGE} {outcome.check.paragraph}"
        case Skipped(text) | Broken(text):
            return text
        case _ as never:
            assert_never(never)


def summary(report: Report) -> str:
    """How many ended in which way, in words."""
    count = report.counted()
    parts = [f"{count['passed']} passed", f"{count['failed']} failed", f"{count['skipped']} skipped"]
    return ", ".join(parts + ([f"{count['broken']} could not be finished"] if count["broken"] else []))
