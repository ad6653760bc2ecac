"""The promises of docs/faults.md, on a few sessions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from session.documents import AnalysedFile
from session.offline.measure import analyse_record
from simulator.outbox import Notification
from simulator.resend import QUEUED
from tests.proofs import storms
from tests.proofs.endurance import MOST, Endurance, Watched, endure, long_storms
from tests.proofs.faults import write
from tests.proofs.storms import storm, weather
from tests.proofs.witness import Witness
from tests.short import first

KNOWABLE: Final = 15
"""A storm without resets, without false bits and without a hold that a loss cuts off."""


@pytest.mark.parametrize("seed", first([1, 5, 3], 2))
def test_a_treatment_comes_through_a_storm(seed: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    assert weather(storm(seed)).trouble == ""


def test_a_storm_is_the_same_for_the_same_seed() -> None:
    assert storm(5) == storm(5)
    assert storm(5) != storm(6)


def test_a_reading_that_nobody_sent_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    carried: Callable[..., list[Notification]] = Witness.advance

    def forget(tool: Witness, t_s: float, room: int) -> list[Notification]:
        said = carried(tool, t_s, room)
        tool.carried_frames.difference_update([note.data for note in said][:1])
        return said

    monkeypatch.setattr(Witness, "advance", forget)
    assert "frames that were never sent" in weather(storm(5)).trouble


def test_a_slot_that_nobody_declared_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(path: Path) -> AnalysedFile:
        whole = analyse_record(path)
        return whole.model_copy(
            update={"signal": whole.signal.model_copy(update={"samples": whole.signal.samples - 1})}
        )

    monkeypatch.setattr(storms, "analyse_record", forgetful)
    trouble = weather(storm(KNOWABLE)).trouble
    assert "readings differ" in trouble
    assert "slots differ" in trouble


def test_a_dose_beside_its_bounds_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def generous(path: Path) -> AnalysedFile:
        whole = analyse_record(path)
        assert whole.totals.dose_kpa_s is not None
        doubled = {"dose_kpa_s": 2 * whole.totals.dose_kpa_s, "dose_high_kpa_s": 2 * whole.totals.dose_kpa_s}
        return whole.model_copy(update={"totals": whole.totals.model_copy(update=doubled)})

    monkeypatch.setattr(storms, "analyse_record", generous)
    assert weather(storm(KNOWABLE)).trouble.startswith("dose")


def test_the_page_counts_what_went_wrong(tmp_path: Path) -> None:
    from tests.proofs.storms import Outcome

    fine = Outcome(1, 15, 247, 3, 60.0, 5900, 100, True, False, "")
    long = Endurance(15, 247, 72, 1440.0, 137909, (273, 12, 3800), "")
    write([fine, fine._replace(seed=2, trouble="TimeoutError: it hangs")], [long], tmp_path / "page.md")
    text = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "| 15 | 247 | 2 | 2 | 0 | 2 | 11800 | 1.67 | 1 |" in text
    assert "| TimeoutError | 1 | 2 |" in text
    assert "| 15 | 247 | 72 | 137909 | 273 | 12 | 3.8 | none |" in text


def test_objects_that_stay_are_found() -> None:
    kept = list[list[int]]()

    class Hoard(Watched):
        def advance(self, t_s: float, room: int = QUEUED) -> list[Notification]:
            kept.extend([] for _ in range(10))
            return super().advance(t_s, room)

    short = long_storms(seconds=20.0)[-1]
    plain, hoard = endure(short), endure(short, Hoard)
    assert hoard.trouble == f"objects that stay: {hoard.more[1]}"
    assert hoard.more[1] - plain.more[1] > MOST
