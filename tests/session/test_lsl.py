"""Streams for the laboratory, as inlets of pylsl on this computer receive them."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import uuid4

import numpy as np
import pytest

from analysis.live import Live
from protocol.blocks import SampleBlock, SampleFlag
from protocol.layout import Layout
from protocol.link import Channel, Payload
from session.cue import Action, Cue, Why
from session.inputs import Input, Pain
from session.playback import FileLink, Recorded
from session.runner import Runner
from tests.session.rooms import LIGHT
from tests.session.test_boots import status
from tests.session.test_tool_stream import LAYOUT
from tests.session.tracks import HEADER

os.environ["LSLAPICFG"] = str(Path(__file__).parents[1] / "data" / "lsl_api.cfg")  # before the library reads it
try:
    import pylsl
except (ImportError, RuntimeError) as error:
    pytest.skip(f"the Lab Streaming Layer is not installed: {error}", allow_module_level=True)

from session.lsl import Outlet

PATIENCE_S: Final = 20.0
"""What comes from this computer comes at once; on a busy one, soon."""


class Heard(NamedTuple):
    """A runner that streams, and who listens to it."""

    runner: Runner
    readings: Any
    marks: Any
    outlet: Outlet
    """Kept: the streams end with it."""

    def read(self, block: SampleBlock, arrival_s: float = 0.0) -> tuple[list[list[float]], list[float]]:
        """Push one block, and receive it: samples and stamps."""
        assert self.runner.on_block
        self.runner.on_block(block, arrival_s)
        received = [self.readings.pull_sample(timeout=PATIENCE_S) for _ in range(len(block))]
        return [sample for sample, _ in received], [stamp for _, stamp in received]

    def say(self, cue: Cue) -> None:
        assert self.runner.on_cue
        self.runner.on_cue(cue, self.runner.observer.live)

    def told(self, count: int) -> list[str]:
        return [self.marks.pull_sample(timeout=PATIENCE_S)[0][0] for _ in range(count)]


def block(first: int, forces_n: list[float], flags: SampleFlag = SampleFlag(0)) -> SampleBlock:  # noqa: B008 - it is immutable
    index = np.arange(first, first + len(forces_n))
    plain = SampleBlock.of(index, index * 10_000, np.array(forces_n))
    return replace(plain, flags=np.full(len(index), int(flags), np.uint8))


@pytest.fixture
def runner() -> Runner:
    """Not running; its tool has told what it is, under a name that no other test uses."""
    made = Runner(FileLink(Recorded(HEADER, (LAYOUT,), whole=True)), LIGHT, None)
    layout = replace(Layout.from_bytes(LAYOUT.data), serial=f"T{uuid4().hex[:9]}")
    for payload in (Payload(Channel.LAYOUT, 0.0, bytes(layout)), status()):
        made.observer.update(payload)
    return made


@pytest.fixture
def heard(runner: Runner) -> Heard:
    outlet = Outlet()
    outlet.follow(runner)
    assert runner.on_block
    runner.on_block(block(0, [0.0]), 0.0)
    serial = runner.observer.tool.serial
    sources = (f"palpate:{serial}", f"palpate:{serial}:marks")
    inlets = [pylsl.StreamInlet(pylsl.resolve_byprop("source_id", each, timeout=PATIENCE_S)[0]) for each in sources]
    for inlet in inlets:
        inlet.open_stream(timeout=PATIENCE_S)
    return Heard(runner, inlets[0], inlets[1], outlet)


def test_each_reading_is_a_sample_with_force_pressure_time_and_flags(heard: Heard) -> None:
    samples, _ = heard.read(block(7, [1.0, 2.5], SampleFlag.OVERLOAD))
    assert samples == [[1.0, 10.0, 0.07, 4.0], [2.5, 25.0, 0.08, 4.0]]


def test_the_stamps_of_a_frame_are_as_far_apart_as_the_tool_took_its_readings(heard: Heard) -> None:
    before_s = pylsl.local_clock()
    _, stamps_s = heard.read(block(7, [1.0, 2.0, 3.0]), arrival_s=-0.5)
    assert np.diff(stamps_s).tolist() == pytest.approx([0.01, 0.01], abs=1e-6)
    # the frame arrived half a second ago by the runner's clock, which stands at 0 before it runs
    assert before_s - 0.5 <= stamps_s[-1] <= pylsl.local_clock() - 0.5


def test_a_late_reading_is_stamped_when_it_was_taken_and_says_that_it_is_late(heard: Heard) -> None:
    _, (live_s,) = heard.read(block(100, [1.0]))
    samples, stamps_s = heard.read(block(90, [5.0, 6.0], SampleFlag.LATE))
    assert [stamp_s - live_s for stamp_s in stamps_s] == pytest.approx([-0.10, -0.09], abs=1e-6)
    assert [sample[3] for sample in samples] == [16.0, 16.0]


def test_without_a_known_tip_the_pressure_is_no_number(heard: Heard) -> None:
    heard.runner.observer.update(status(tip=9))
    samples, _ = heard.read(block(7, [1.0]))
    assert np.isnan(samples[0][1])


def test_the_streams_say_what_they_are(heard: Heard) -> None:
    for inlet, name, labels in (
        (heard.readings, "Palpate", [("force", "N"), ("pressure", "kPa"), ("tool_time", "s"), ("flags", "")]),
        (heard.marks, "Palpate marks", [("mark", "")]),
    ):
        info = inlet.info(timeout=PATIENCE_S)
        assert (info.name(), info.nominal_srate()) == (name, pylsl.IRREGULAR_RATE)
        assert _channels(info) == labels
        described = info.desc()
        assert described.child_value("simulated") == "true"
        assert described.child_value("notice").startswith("SIMULATED")
        assert described.child_value("serial_number") == heard.runner.observer.tool.serial
        assert (described.child_value("rate_hz"), described.child_value("area_cm2")) == ("100", "1")


def test_cues_are_marks_when_they_change_and_so_is_all_that_people_say(heard: Heard) -> None:
    press = heard.runner.view().cue._replace(action=Action.PRESS, why=None)
    heard.say(press)
    heard.say(press)
    heard.say(press._replace(action=Action.LET_GO, why=Why.TIME_IN_BAND))
    assert heard.runner.on_input
    heard.runner.on_input(Pain(nrs=3, by="patient"))
    assert heard.told(3) == [
        "cue: press",
        "cue: let go slowly, the time in band is complete",
        "pain 3 of 10, entered by the patient",
    ]


def test_whoever_listened_goes_on_listening(runner: Runner) -> None:
    cues, inputs = list[Cue](), list[Input]()

    def see(cue: Cue, _: Live) -> None:
        cues.append(cue)

    runner.on_cue, runner.on_input = see, inputs.append
    Outlet().follow(runner)
    runner.on_cue(runner.view().cue, runner.observer.live)
    runner.on_input(Pain(nrs=3, by="patient"))
    assert (len(cues), len(inputs)) == (1, 1)


def test_a_fault_of_the_streams_ends_them_and_is_no_fault_of_the_treatment(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Runner) -> None:
        raise RuntimeError("no network")

    monkeypatch.setattr("session.lsl._opened", fail)
    Outlet().follow(runner)
    assert runner.on_block
    assert runner.on_input
    for _ in range(3):
        runner.on_block(block(0, [1.0]), 0.0)
    runner.on_input(Pain(nrs=3, by="patient"))
    told = [record.message for record in caplog.records if record.levelno == logging.ERROR]
    assert told == ["the streams for the laboratory failed and have ended; guidance and recording go on"]
    caplog.clear()


def _channels(info: Any) -> list[tuple[str, str]]:
    found, channel = [], info.desc().child("channels").child("channel")
    while not channel.empty():
        found.append((channel.child_value("label"), channel.child_value("unit")))
        channel = channel.next_sibling()
    return found
