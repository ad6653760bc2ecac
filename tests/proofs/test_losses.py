"""The short form of `make losses`: guidance survives the loss of data."""

from __future__ import annotations

import pytest

from session.cue import Why
from tests.proofs.losses import DEAF, HOLDS, RUNS, limit_table, lost_table
from tests.proofs.spoiled import KINDS, Loss, Outlived, losses, outlived
from tests.short import first

FEW: dict[str, int] = {"link cut": 6}
"""Holds in the short form; a cut takes a run of its own."""
OTHERS = 14


def keeps_its_promise(loss: Loss) -> bool:
    dashes = 0.5 - 1e-6 <= loss.dashes_s <= 0.6
    let_go = loss.let_go_s <= 2.2 and (loss.let_go_s >= 2.0 - 1e-6 or not loss.by_silence)
    return dashes and let_go and not loss.pressed_on


@pytest.mark.parametrize("kind", KINDS)
def test_after_a_loss_of_data_dashes_come_within_600_ms_and_let_go_after_2_s(kind: str) -> None:
    holds = FEW.get(kind, OTHERS)
    found = losses(kind, 0, holds + 2)
    assert len(found) >= holds
    assert [loss for loss in found if not keeps_its_promise(loss)] == []
    others = {Why.OVER_CAP} if kind == "saturated" else {Why.DATA_SILENT, Why.BAND_LIMIT}
    assert {loss.why for loss in found} <= others


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", KINDS)
def test_none_of_a_thousand_holds_breaks_the_promise(kind: str) -> None:
    found = [loss for seed in range(RUNS) for loss in losses(kind, seed, HOLDS)]
    assert len(found) >= 250
    assert [loss for loss in found if not keeps_its_promise(loss)] == []


@pytest.mark.parametrize("run", first(((kind, seed) for seed in range(DEAF) for kind in KINDS), 1))
def test_no_hold_outlives_its_limit_although_the_hand_does_not_listen(run: tuple[str, int]) -> None:
    for found in outlived(*run):
        assert found.late_s <= 0.1, found
        assert not found.taken_back, found


def test_the_table_counts_each_end_of_a_hold_once() -> None:
    found = [
        Loss("silence", 0.5, 2.0, Why.DATA_SILENT, pressed_on=False),
        Loss("silence", 0.55, 2.1, Why.DATA_SILENT, pressed_on=True),
        Loss("silence", 0.52, 1.1, Why.BAND_LIMIT, pressed_on=False),
        Loss("saturated", 0.51, 0.04, Why.OVER_CAP, pressed_on=False),
    ]
    table = lost_table(found)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["silence"] == ("3", "0.500 to 0.550", "2", "2.000 to 2.100", "1", "0", "1")
    assert rows["saturated"] == ("1", "0.510 to 0.510", "0", "–", "0", "1", "0")
    assert rows["sensor stuck"] == ("0", "–", "0", "–", "0", "0", "0")


def test_the_table_names_the_latest_call() -> None:
    late = [
        Outlived("silence", "90 s in band", 0.02, taken_back=False),
        Outlived("silence", "90 s in band", 0.05, True),
    ]
    assert [*limit_table(late).rows] == [("silence", "90 s in band", "2", "0.05", "1")]
