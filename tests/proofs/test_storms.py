"""The promises of docs/faults.md, on a few sessions."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.proofs.faults import write
from tests.proofs.storms import storm, weather


@pytest.mark.parametrize("seed", [1, 6, 8])
def test_a_treatment_comes_through_a_storm(seed: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    assert weather(storm(seed)).trouble == ""


def test_a_storm_is_the_same_for_the_same_seed() -> None:
    assert storm(5) == storm(5)
    assert storm(5) != storm(6)


def test_the_page_counts_what_went_wrong(tmp_path: Path) -> None:
    from tests.proofs.storms import Outcome

    fine = Outcome(1, 15, 247, 3, 60.0, 5900, 100, "")
    write([fine, fine._replace(seed=2, trouble="TimeoutError: it hangs")], tmp_path / "page.md")
    text = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "| 15 | 247 | 2 | 2 | 11800 | 1.67 | 1 |" in text
    assert "| TimeoutError | 1 | 2 |" in text
