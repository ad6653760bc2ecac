"""What fails in this program, or comes malformed, and what goes on all the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from protocol.blocks import SampleBlock
from protocol.link import Channel, Payload
from session.cue import Action, Why
from session.inputs import Quit
from session.observer import Observer
from session.plan import Plan
from session.playback import read_record
from session.record import Recorder
from session.runner import Runner
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.kept_rooms import NeverYields, header
from tests.session.rooms import LIGHT, Room, room, scenario
from tests.virtual import run_virtual, virtual


class FailsAt(Observer):
    """Fails at one reading and at all that follow."""

    def __init__(self, count: int) -> None:
        super().__init__(LIGHT)
        self._left = count

    def update(self, payload: Payload) -> SampleBlock | None:
        self._left -= payload.channel is Channel.SAMPLES
        if self._left < 0:
            raise ZeroDivisionError("on purpose")
        return super().update(payload)


def test_a_fault_after_recording_asks_to_let_go_and_the_record_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "fault.mcap"

    def fail(treated: Room) -> None:
        treated.runner.observer = FailsAt(80)
        treated.at[3.0] = lambda: None

    async def story() -> Room:
        tool = Tool(scenario(for_s=6), 1)
        with Recorder(path, header()) as recorder:
            place = Room(tool, InProcessLink(tool), LIGHT, recorder)
            fail(place)
            await place.treat()
        return place

    treated = run_virtual(story())
    assert treated.said[-1] == (Action.LET_GO, Why.INTERNAL_FAULT)
    samples = [each for each in read_record(path).payloads if each.channel is Channel.SAMPLES]
    assert len(samples) == 6 * 25
    assert treated.runner.view().samples == 80 * 2
    assert "could not be understood" in caplog.text
    caplog.clear()


def test_a_guide_that_fails_asks_to_let_go_until_the_end(caplog: pytest.LogCaptureFixture) -> None:
    def break_guide(treated: Room) -> None:
        def spoil() -> None:
            treated.runner.guide.plan = Plan.model_construct(**dict(LIGHT) | {"cap": None})

        treated.at[2.5] = spoil

    treated = room(scenario(for_s=5), prepare=break_guide)
    assert treated.said[-1] == (Action.LET_GO, Why.INTERNAL_FAULT)
    assert "the guide failed" in caplog.text
    caplog.clear()


def test_a_treatment_can_be_ended_although_the_guide_has_failed(caplog: pytest.LogCaptureFixture) -> None:
    def break_guide(treated: Room) -> None:
        def spoil() -> None:
            treated.runner.guide.plan = Plan.model_construct(**dict(LIGHT) | {"cap": None})

        treated.at[2.5] = spoil
        treated.at[3.0] = lambda: treated.runner.hear(Quit())

    treated = room(scenario(for_s=60), prepare=break_guide)
    assert treated.steps[-1].now_s < 6.0
    assert caplog.text.count("the guide failed") == 1
    caplog.clear()


def test_a_listener_that_fails_stops_neither_reader_nor_watchdog(caplog: pytest.LogCaptureFixture) -> None:
    @virtual
    async def story() -> None:
        tool = Tool(scenario(for_s=5), 1)
        place = Room(tool, InProcessLink(tool), LIGHT)

        def fail(cue: object, live: object) -> None:
            raise ZeroDivisionError("on purpose")

        place.runner.on_cue = fail
        view = await place.treat()
        assert view.cue[:2] == (Action.LET_GO, Why.INTERNAL_FAULT)
        assert view.samples == 250

    story()
    assert caplog.text.count("a listener failed") == 1
    caplog.clear()


def test_a_link_that_fails_in_an_unknown_way_is_no_quiet_end() -> None:
    class Fails(NeverYields):
        async def payloads(self) -> AsyncIterator[Payload]:
            yield Payload(Channel.BATTERY, 0.0, b"\x32")
            raise ZeroDivisionError("on purpose")

    @virtual
    async def story() -> None:
        with pytest.raises(ZeroDivisionError):
            await Runner(Fails(), LIGHT, None).run()

    story()


def test_malformed_payloads_are_counted_and_do_not_end_the_guidance() -> None:
    @virtual
    async def story() -> None:
        rubbish = tuple(Payload(channel, 0.0, b"\x01") for channel in (Channel.SAMPLES, Channel.LAYOUT, Channel.EVENTS))
        runner = Runner(NeverYields(rubbish), LIGHT, None)
        running = asyncio.create_task(runner.run())
        await asyncio.sleep(1)
        assert runner.view().malformed == 3
        assert runner.view().cue.why is Why.ZERO_NEEDED
        runner.hear(Quit())
        await running

    story()
