"""The tip is changed in a treatment: each hold has the pressure of the tip that was on, live and from the record."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from protocol.control import Command, Request
from protocol.link import Channel, Payload
from session.documents import AnalysedFile
from session.observer import Observer
from session.offline.measure import analyse
from session.offline.request import Request as Asked
from session.offline.sources import open_source
from session.record import Recorder
from simulator.happenings.people import Press
from simulator.identity import TIPS
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.moments import PLAN
from tests.session.tracks import HEADER

FIRST, SECOND = TIPS[:2]
BETWEEN_S: Final = 9.5
"""From the first press to the second nobody presses."""


def payloads(changed_s: float = BETWEEN_S) -> list[Payload]:
    """Two presses of 20 N, 4 s each; the second tip is put on at this time."""
    presses = (Press(at_s=2, force_n=20, for_s=4), Press(at_s=9, force_n=20, for_s=4))
    tool = Tool(Scenario(name="test", text="A test.", simulated_s=16, presses=presses), 1)
    tool.connect(0.0, 247)
    kept = [Payload(Channel.LAYOUT, 0.0, tool.layout), Payload(Channel.STATUS, 0.0, tool.status(0.0))]
    tool.start(0.0, 100)
    for step in range(1, 321):
        now_s = step / 20
        if now_s == changed_s:
            tool.write_control(now_s, bytes(Request.of(Command.TIP, 1, SECOND.id)))
        kept += [Payload(note.channel, now_s, note.data) for note in tool.advance(now_s)]
    return kept


def offline(path: Path, kept: list[Payload], asked: Asked = Asked()) -> AnalysedFile:  # noqa: B008 - a value
    with Recorder(path, HEADER.model_copy(update={"started_loop_s": 0.0})) as recorder:
        for payload in kept:
            recorder.append(payload)
    return analyse(open_source(str(path), asked))


def live(kept: list[Payload]) -> list[float | None]:
    observer = Observer(PLAN)
    for payload in kept:
        observer.update(payload)
    observer.finish()
    return [hold.dose_kpa_s for hold in observer.holds]


def test_each_hold_has_the_dose_of_its_tip(tmp_path: Path) -> None:
    kept = payloads()
    file = offline(tmp_path / "a.mcap", kept)
    assert FIRST.area_cm2 != SECOND.area_cm2
    first, second = file.holds
    for hold, tip in ((first, FIRST), (second, SECOND)):
        assert hold.dose_kpa_s == pytest.approx(hold.impulse_n_s * 10 / tip.area_cm2)
    assert live(kept) == [first.dose_kpa_s, second.dose_kpa_s]
    assert any("the tip was changed" in note for note in file.signal.notes)


def test_a_hold_in_which_the_tip_is_told_to_be_another_has_no_dose(tmp_path: Path) -> None:
    kept = payloads(changed_s=4.0)
    file = offline(tmp_path / "a.mcap", kept)
    assert [hold.dose_kpa_s is None for hold in file.holds] == [True, False]
    assert live(kept) == [hold.dose_kpa_s for hold in file.holds]
    assert file.totals.dose_kpa_s is None


def test_an_area_that_is_asked_for_counts_for_all(tmp_path: Path) -> None:
    file = offline(tmp_path / "a.mcap", payloads(), Asked(area_cm2=3.0))
    assert [hold.dose_kpa_s for hold in file.holds] == [pytest.approx(hold.impulse_n_s * 10 / 3) for hold in file.holds]
    assert not any("the tip was changed" in note for note in file.signal.notes)


def test_one_tip_is_no_note(tmp_path: Path) -> None:
    assert not any("tip" in note for note in offline(tmp_path / "a.mcap", payloads(changed_s=-1.0)).signal.notes)
