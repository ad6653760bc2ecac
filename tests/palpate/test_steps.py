"""Steps up, the fixed probe, and what a press means, at the command line with a simulated tool."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Self

import numpy as np
import pytest

from analysis.algometry.probe import ProbeSettings, stimulus
from clinic.screening.asked import Use
from clinic.screening.doses import read_doses
from palpate.keys import Keys
from palpate.probing import pain_of
from protocol.blocks import SampleBlock
from session.errors import InputError
from session.offline.measure import analyse_record
from tests.palpate.rooms import AT, LOOKED_S, Practice


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    place = Practice(tmp_path)
    place.screened()
    return place


def following(practice: Practice, for_s: float) -> str:
    """A simulated tool in a hand that does what it is told."""
    file = practice.folder / "following.toml"
    file.write_text(f'text = "A test."\nsimulated_s = {for_s}\nrate_hz = 50\n')
    return f"sim:{file}"


def typing(monkeypatch: pytest.MonkeyPatch, *typed: tuple[float, str]) -> None:
    """These keys are pressed so long after the look at the tool."""

    class Fingers(Keys):
        def __enter__(self) -> Self:
            for at_s, key in typed:
                asyncio.get_running_loop().call_later(LOOKED_S + at_s, self.press, key)
            return self

    monkeypatch.setattr("palpate.treat.Keys", Fingers)


def test_when_the_pain_is_gone_a_key_raises_the_next_hold_and_too_early_it_says_why_not(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, (10, "r"), (30, "g"), (32, "r"), (34, "r"), (76, "q"))
    shown = practice.treat(following(practice, 92), "--plan", "pain-guided", "--ppt", "300")
    said = practice.said
    assert (
        "2 steps up of 10 % at most, each asked for after “pain gone”, to 36.0 N at most (1.2 × the threshold)" in said
    )
    refused = "No step up: the client has not said in this hold, after 20 s in the band, that the pain is gone."
    taken = "Step up to 33.0 N from the next contact on: the pain is gone."
    assert said.index(refused) < said.index("r: step up to 33.0 N (the pain is gone)") < said.index(taken)
    assert said.index(taken) < said.index("let go slowly – a step up follows") < said.rindex(refused)
    assert said.index(taken) < said.index("rest") < said.rindex("hold 2/2  hold")
    assert shown.startswith("Ended before it was complete.")
    (dose,) = read_doses(practice.chart).doses
    assert (dose.target_n, dose.most_s) == (30.0, 270.0)
    holds = analyse_record(practice.folder / "data" / "records" / f"{dose.record}").holds
    assert [hold.peak_n for hold in holds] == pytest.approx([30.0, 33.0], rel=0.1)
    assert holds[1].peak_n > holds[0].peak_n


def test_a_plan_that_pain_leads_rises_from_a_quarter_within_its_holds(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, (6, "2"), (7, "r"))
    practice.treat(following(practice, 22), "--plan", "tool-self-care")
    assert "8 steps up of 20 % at most, each asked for after “pain below 5”, to 22.7 N at most" in practice.said
    assert "Step up to 6.8 N from the next contact on: the pain is 2, below 5." in practice.said


def test_a_slow_release_has_its_own_limit(practice: Practice) -> None:
    more = ("--use", "release", "--plan", "myofascial-release", "--ppt", "400")
    practice.treat(practice.scenario((0, 10, 1)), *more)
    assert "at most 20.0 N" in practice.said
    (dose,) = read_doses(practice.chart).doses
    assert dose.use is Use.RELEASE
    assert dose.target_n == pytest.approx(20.0 / 1.1)


# the fixed probe


def probe(practice: Practice, *more: object, says: str = "4\n") -> str:
    where = ("--person", practice.chart, "--at", AT, "--tip", "1", "--data", practice.folder / "data")
    tool = following(practice, 30)
    return practice.run("measure", "--of", "probe", "--tool", tool, *where, *more, says=says)


def test_the_fixed_probe_is_delivered_once_and_the_pain_is_asked_for(practice: Practice) -> None:
    shown = probe(practice, "--ppt", "400")
    assert "INFRASPINATUS, CLIENT'S LEFT" in practice.said
    assert shown.startswith("All holds are done.\nprobe: 2")
    assert "Pain of it, 0 to 10" in practice.said
    assert "pain 4 of 10 at 2" in shown
    (dose,) = read_doses(practice.chart).doses
    assert (dose.use, dose.target_n, dose.most_s) == (Use.PROBE, 24.5, 3.0)


def test_a_pain_that_nobody_tells_is_not_made_up(practice: Practice) -> None:
    shown = probe(practice, "--ppt", "400", says="")
    assert "The pain was not told." in shown
    assert "of 10" not in shown


def test_without_a_stimulus_that_counts_no_pain_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    settings = ProbeSettings(area_cm2=1.0)
    index = np.arange(20, dtype=np.int64)
    weak = SampleBlock(index, index * 10_000, np.full(20, 160, np.int32), np.zeros(20, np.uint8))
    assert pain_of([]) is None
    assert pain_of([stimulus(weak, settings)]) is None
    shown = capsys.readouterr().out
    assert shown.startswith("probe: nothing was delivered\nprobe: the pressure never reached the band, 0.0 s in the")
    assert "It does not count: the pressure never reached the band." in shown


def test_where_the_cap_is_lower_the_probe_is_left_out(practice: Practice) -> None:
    with pytest.raises(InputError, match=r"the fixed probe is above the limit of 25\.0 N .*: leave it out"):
        probe(practice)
    assert read_doses(practice.chart).doses == ()
