from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mcap.reader import SeekingReader

from protocol.blocks import SampleBlock
from protocol.errors import LinkLost
from protocol.frames import ToolFlag
from protocol.link import Channel, Payload
from protocol.status import Status
from session.calls import Call, read_call
from session.cue import Action, Why
from session.inputs import GoOn, Quit, Stop, StopReason, read_input
from session.observer import Observer
from session.plan import Plan
from session.playback import FileLink, Recorded, read_record
from session.record import Recorder, RecordHeader
from session.runner import LOST_S, Runner
from session.view import LinkState, NotRecorded, Recording
from simulator.happenings.people import PatientStop, Press
from simulator.happenings.tool import Disconnect
from simulator.in_process import InProcessLink
from simulator.tool import Tool
from tests.session.rooms import LIGHT, Room, room, scenario
from tests.virtual import run_virtual, virtual


def header(started_loop_s: float = 0.0) -> RecordHeader:
    return RecordHeader(
        started_at=datetime(2026, 1, 2, tzinfo=UTC),
        started_loop_s=started_loop_s,
        software="test",
        simulated=True,
        plan=LIGHT,
    )


def recorded(path: Path, *happenings: PatientStop | Disconnect, prepare: Callable[[Room], None] | None = None) -> Room:
    """A treatment that is written to `path`."""

    async def story() -> Room:
        tool = Tool(scenario(*happenings), 1)
        with Recorder(path, header()) as recorder:
            place = Room(tool, InProcessLink(tool), LIGHT, recorder)
            if prepare:
                prepare(place)
            await place.treat()
        return place

    return run_virtual(story())


def again(path: Path) -> list[tuple[Action, Why | None]]:
    """What a replay of a record says."""

    async def story() -> list[tuple[Action, Why | None]]:
        said: list[tuple[Action, Why | None]] = []
        runner = Runner(FileLink(read_record(path)), LIGHT, None)

        def listen(cue: object, live: object) -> None:
            pair = (runner.view().cue.action, runner.view().cue.why)
            if not said or said[-1] != pair:
                said.append(pair)

        runner.on_cue = listen
        await runner.run()
        return said

    return run_virtual(story())


def stop_then(*, go_on: StopReason | None) -> Callable[[Room], None]:
    """STOP in the first hold, then an answer 2 s later."""

    def prepare(treated: Room) -> None:
        hear = treated.runner.hear
        treated.at[2.5] = lambda: hear(Stop())
        treated.at[4.5] = lambda: hear(GoOn(reason=go_on) if go_on else Quit())

    return prepare


def latched(treated: Room) -> bool:
    """Whether the tool still holds a stop."""
    flags = Status.from_bytes(treated.tool.status(treated.steps[-1].now_s)).flags
    return ToolFlag.STOP_LATCHED in ToolFlag(flags)


# the plain course


def test_a_treatment_is_completed_and_summed_up() -> None:
    treated = room(scenario())
    summary = treated.runner.view().summary
    assert summary is not None
    assert summary.outcome == "All holds are done."
    assert [hold.ended_by for hold in summary.holds] == [Why.TIME_IN_BAND] * LIGHT.repetitions
    assert summary.in_band_s == pytest.approx(sum(hold.in_band_s or 0.0 for hold in summary.holds))
    assert summary.in_band_s >= LIGHT.repetitions * LIGHT.hold_s
    truth = treated.tool.truth
    assert summary.dose_kpa_s == pytest.approx(truth.dose_kpa_s, rel=0.02)
    assert (len(summary.holds), summary.lost_samples, summary.over_cap_s) == (truth.holds, 0, 0.0)
    assert (treated.steps[-1].action, treated.runner.view().tool) == (Action.DONE, "SIM-0001")
    residual_n = treated.runner.observer.holds[-1].residual_n
    assert residual_n == pytest.approx(0.0, abs=0.05)


def test_a_window_gets_every_reading_once() -> None:
    treated = room(scenario())
    blocks = treated.runner.take_samples()
    indices = [int(index) for block in blocks for index in block.index]
    assert indices == list(range(treated.runner.view().samples))
    assert treated.runner.take_samples() == ()


def test_a_window_that_never_asks_fills_no_memory_and_gets_the_newest_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("session.runner.BLOCKS_KEPT", 3)
    treated = room(scenario())
    blocks = treated.runner.take_samples()
    assert len(blocks) == 3
    assert blocks[-1].index[-1] == treated.runner.view().samples - 1


def test_a_tool_that_is_pressed_is_not_zeroed_and_the_therapist_is_told() -> None:
    pressed = scenario(for_s=12, presses=(Press(at_s=0.1, force_n=20.0, for_s=4.0),))

    def let_be(treated: Room) -> None:
        treated.deaf = True

    treated = room(pressed, prepare=let_be)
    events = treated.runner.take_events()
    assert any("Take it off the skin" in event for event in events)
    assert treated.said[:2] == [(Action.WAIT, Why.ZERO_NEEDED), (Action.PRESS, None)]
    assert treated.runner.notice == ""


# STOP


def test_a_therapists_stop_asks_to_stop_at_once_and_quit_ends_the_treatment() -> None:
    treated = room(scenario(), prepare=stop_then(go_on=None))
    assert (Action.STOP, Why.THERAPIST_STOP) in treated.said
    after = treated.said[treated.said.index((Action.STOP, Why.THERAPIST_STOP)) + 1 :]
    assert after == [(Action.DONE, None)]
    summary = treated.runner.view().summary
    assert summary is not None
    assert [hold.ended_by for hold in summary.holds] == [Why.THERAPIST_STOP]
    assert summary.outcome == "Ended before it was complete."


def test_a_treatment_that_was_ended_is_over_only_when_the_force_is_gone() -> None:
    def prepare(treated: Room) -> None:
        treated.deaf = True
        treated.at[4.0] = lambda: treated.runner.hear(Quit())

    treated = room(scenario(presses=(Press(at_s=2, force_n=4.0, for_s=6),)), prepare=prepare)
    assert treated.said[-2:] == [(Action.LET_GO, Why.OVER), (Action.DONE, None)]
    assert treated.tool.simulated_s > 8.0


def test_a_patients_button_stops_and_go_on_clears_the_tools_latch() -> None:
    def prepare(treated: Room) -> None:
        treated.at[4.5] = lambda: treated.runner.hear(GoOn(reason=StopReason.TOO_PAINFUL))

    narrow = LIGHT.model_copy(update={"band_percent": 10.0})
    treated = room(scenario(PatientStop(at_s=2.5)), narrow, prepare=prepare)
    assert (Action.STOP, Why.PATIENT_STOP) in treated.said
    assert treated.said[-1] == (Action.DONE, None)
    assert treated.runner.guide.plan.target_n == pytest.approx(0.8 * LIGHT.target_n)
    assert treated.runner.observer.holds[-1].in_band_s == pytest.approx(LIGHT.hold_s, abs=0.4)
    assert not latched(treated)
    summary = treated.runner.view().summary
    assert summary is not None
    assert summary.holds[0].ended_by == Why.PATIENT_STOP


def test_the_tools_latch_stays_until_somebody_goes_on() -> None:
    treated = room(scenario(PatientStop(at_s=2.5), for_s=8))
    assert treated.said[-1] == (Action.STOP, Why.PATIENT_STOP)
    assert latched(treated)


@pytest.mark.parametrize("reason", StopReason)
def test_a_stop_is_recorded_and_a_replay_says_the_same(tmp_path: Path, reason: StopReason) -> None:
    path = tmp_path / "stop.mcap"
    treated = recorded(path, prepare=stop_then(go_on=reason))
    inputs = [each for each in read_record(path).payloads if each.channel is Channel.INPUT]
    assert [read_input(each.data) for each in inputs] == [Stop(), GoOn(reason=reason)]
    assert again(path) == treated.said


def test_a_patients_stop_is_seen_by_a_replay_too(tmp_path: Path) -> None:
    path = tmp_path / "stop.mcap"
    treated = recorded(path, PatientStop(at_s=2.5))
    assert (Action.STOP, Why.PATIENT_STOP) in treated.said
    assert again(path) == treated.said


@virtual
async def test_nobody_can_stop_what_is_over() -> None:
    tool = Tool(scenario(), 1)
    place = Room(tool, InProcessLink(tool), LIGHT)
    with pytest.raises(RuntimeError, match="over"):
        place.runner.hear(Stop())
    await place.treat()
    with pytest.raises(RuntimeError, match="over"):
        place.runner.hear(Stop())


# losses


def test_a_lost_link_lets_go_after_2_s_and_the_summary_says_it() -> None:
    treated = room(scenario(Disconnect(at_s=3.0)))
    view = treated.runner.view()
    assert view.link is LinkState.LOST
    assert view.summary is not None
    assert view.summary.outcome == view.link_text == "the simulated tool dropped the connection"
    assert treated.said[-2:] == [(Action.HOLD, Why.DATA_SILENT), (Action.LET_GO, Why.DATA_SILENT)]
    assert treated.steps[-1].now_s == pytest.approx(4.0 + LOST_S, abs=0.1)


class NeverYields:
    """A link that is open and brings nothing."""

    simulated = True

    def __init__(self, payloads: tuple[Payload, ...] = ()) -> None:
        self._payloads = payloads
        self._closed = asyncio.Event()

    async def payloads(self) -> AsyncIterator[Payload]:
        for payload in self._payloads:
            yield payload
        await self._closed.wait()

    async def close(self) -> None:
        self._closed.set()


@virtual
async def test_the_watchdog_needs_no_data() -> None:
    runner = Runner(NeverYields(), LIGHT, None)
    said: list[tuple[float, Action]] = []
    runner.on_cue = lambda cue, live: said.append((runner.clock_s(), cue.action))
    running = asyncio.create_task(runner.run())
    await asyncio.sleep(10.02)
    assert len(said) == 200
    assert {action for _, action in said} == {Action.WAIT}
    runner.hear(Quit())
    view = await running
    assert view.cue.action is Action.DONE
    assert view.last_valid_s is None


# faults of our own


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


# the record


def test_a_record_holds_every_payload_in_the_order_of_arrival(tmp_path: Path) -> None:
    path = tmp_path / "order.mcap"
    seen: list[Payload] = []

    class Tapped(InProcessLink):
        async def payloads(self) -> AsyncIterator[Payload]:
            async for payload in super().payloads():
                seen.append(payload)
                yield payload

    @virtual
    async def story() -> None:
        tool = Tool(scenario(), 1)
        with Recorder(path, header()) as recorder:
            await Room(tool, Tapped(tool), LIGHT, recorder).treat()

    story()
    kept = [payload for payload in read_record(path).payloads if payload.channel is not Channel.CALLS]
    with path.open("rb") as stream:
        force = list(SeekingReader(stream).iter_messages(topics=["force"]))
    assert len(force) == 2 * sum(each.channel is Channel.SAMPLES for each in seen)
    assert [(each.channel, each.data) for each in kept] == [(each.channel, each.data) for each in seen]
    assert [each.arrival_s for each in kept] == pytest.approx([each.arrival_s for each in seen], abs=1e-6)


def test_a_record_holds_each_let_go_that_was_called_and_when(tmp_path: Path) -> None:
    path = tmp_path / "calls.mcap"

    called: list[Call] = []

    @virtual
    async def story() -> None:
        tool = Tool(scenario(), 1)
        with Recorder(path, header()) as recorder:
            room = Room(tool, InProcessLink(tool), LIGHT, recorder)
            await room.treat()
            called.extend(room.runner.guide.calls.all)

    story()
    kept = [read_call(payload.data) for payload in read_record(path).payloads if payload.channel is Channel.CALLS]
    assert [call.why for call in kept] == [Why.TIME_IN_BAND, Why.TIME_IN_BAND]
    assert [call.time_us for call in kept] == [round((call.time_s or 0) * 1e6) for call in called]


def test_guidance_goes_on_when_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "taken.mcap"
    path.mkdir()
    treated = recorded(path)
    view = treated.runner.view()
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."
    assert view.summary.record is None
    assert isinstance(view.recording, NotRecorded)
    assert view.recording.reason == f"File exists: {path}"


def test_the_view_says_where_the_record_is(tmp_path: Path) -> None:
    treated = recorded(tmp_path / "here.mcap")
    assert treated.runner.view().recording == Recording(str(tmp_path / "here.mcap"))


def test_a_run_that_is_not_kept_says_so() -> None:
    assert room(scenario(for_s=2)).runner.view().recording == NotRecorded("this run is not kept")


def test_a_replay_ends_when_the_record_does() -> None:
    @virtual
    async def story() -> None:
        payloads = (Payload(Channel.BATTERY, 0.0, b"\x32"), Payload(Channel.BATTERY, 1.0, b"\x31"))
        view = await Runner(FileLink(Recorded(header(), payloads, whole=True)), LIGHT, None).run()
        assert view.link is LinkState.ENDED
        assert view.battery_percent == 49
        assert view.summary is not None
        assert view.summary.outcome == "The link ended before the treatment was complete."

    story()


@virtual
async def test_closing_a_link_in_mid_treatment_ends_it_without_an_error() -> None:
    tool = Tool(scenario(), 1)
    link = InProcessLink(tool)
    place = Room(tool, link, LIGHT)
    treating = asyncio.create_task(place.treat())
    await asyncio.sleep(4)
    await link.close()
    view = await treating
    assert view.link is LinkState.ENDED


@pytest.mark.parametrize("text", ["it is gone", "out of range"])
def test_the_links_own_words_reach_the_view(text: str) -> None:
    class Lost(NeverYields):
        async def payloads(self) -> AsyncIterator[Payload]:
            yield Payload(Channel.BATTERY, 0.0, b"\x32")
            raise LinkLost(text)

    @virtual
    async def story() -> None:
        view = await Runner(Lost(), LIGHT, None).run()
        assert (view.link, view.link_text) == (LinkState.LOST, text)

    story()


def test_nothing_is_logged_in_a_plain_run(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="session"):
        room(scenario())
    assert caplog.text == ""
