"""A simulated tool whose link drops and loses: what it still holds is fetched, and the rest is a gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from device.errors import CommandRefused
from protocol.control import Command, Number, Reply, Request, Result
from protocol.link import Channel
from protocol.missing import Lost
from session.documents import AnalysedFile
from session.offline.measure import analyse_record
from session.record import Recorder
from simulator.happenings.every import Happening
from simulator.happenings.frames import FrameLoss, Silence
from simulator.happenings.people import PatientStop, Press
from simulator.happenings.tool import Disconnect, Reset
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.chains import Chain, Heard, listened
from tests.session.tracks import HEADER

PRESSES = (
    Press(at_s=4, force_n=40, for_s=8),
    Press(at_s=15, force_n=42, for_s=14),
    Press(at_s=34, force_n=30, for_s=5),
)


def scenario(*happenings: Happening, for_s: float = 65.0) -> Scenario:
    return Scenario(name="test", text="A test.", simulated_s=for_s, presses=PRESSES, happenings=happenings)


def lost(heard: Heard) -> dict[Lost, int]:
    return {why: count for why, count in heard.observer.tool.missing.lost.items() if count}


def measured(heard: Heard, folder: Path, name: str) -> AnalysedFile:
    path = folder / f"{name}.mcap"
    first_s = HEADER.started_loop_s - heard.payloads[0].arrival_s
    with Recorder(path, HEADER.model_copy(update={"plan": None})) as recorder:
        for payload in heard.payloads:
            recorder.append(payload._replace(arrival_s=payload.arrival_s + first_s))
    return analyse_record(path)


def requests(heard: Heard, command: Command) -> list[Request]:
    sent = [payload for payload in heard.payloads if payload.channel is Channel.CONTROL_SENT]
    return [request for request in (Request.from_bytes(payload.data) for payload in sent) if request.command == command]


BROKEN = (
    FrameLoss(at_s=5, for_s=35, share=0.2),
    Disconnect(at_s=18, for_s=6),
    Disconnect(at_s=36, for_s=1),
    Silence(at_s=41, for_s=2),
)


def test_after_drops_and_losses_the_holds_are_those_of_a_link_that_lost_nothing(tmp_path: Path) -> None:
    whole, broken = listened(scenario()), listened(scenario(*BROKEN))
    assert (whole.connections, broken.connections) == (1, 3)
    assert broken.observer.tool.missing.filled > 1000
    assert (lost(broken), broken.observer.tool.missing.count) == ({}, 0)
    assert len(whole.observer.holds) == 3
    assert broken.observer.holds == whole.observer.holds
    kept, mended = measured(whole, tmp_path, "whole"), measured(broken, tmp_path, "broken")
    assert mended.holds == kept.holds
    assert mended.signal.gaps == kept.signal.gaps == ()
    filled = broken.observer.tool.missing.filled
    (note,) = mended.signal.notes
    assert note == f"{filled} samples came late: the tool sent them again after they were lost on the way"


def test_without_asking_the_same_losses_are_gaps(tmp_path: Path) -> None:
    deaf = listened(scenario(*BROKEN), asking=False)
    missing = deaf.observer.tool.missing
    assert missing.filled == 0
    assert deaf.observer.live.lost_samples == missing.count > 1000
    file = measured(deaf, tmp_path, "deaf")
    assert file.signal.lost_samples == missing.count
    assert file.signal.notes == (f"{missing.count} samples are lost: never came again",)


def test_what_a_restart_took_is_lost_and_says_so(tmp_path: Path) -> None:
    heard = listened(scenario(Silence(at_s=10, for_s=2), Reset(at_s=11.5, for_s=1), for_s=15.0))
    assert heard.connections == 2
    assert heard.observer.live.lost_samples == 1  # how many it would have been nobody knows
    reset = listened(scenario(Silence(at_s=10, for_s=1), Reset(at_s=11.04, for_s=1), for_s=15.0))
    assert 90 <= lost(reset)[Lost.REBOOT] <= 110
    notes = measured(reset, tmp_path, "reset").signal.notes
    assert notes == (f"{lost(reset)[Lost.REBOOT]} samples are lost: gone with a restart of the tool",)


def test_what_the_ring_no_longer_holds_is_lost_and_the_rest_is_fetched() -> None:
    heard = listened(scenario(Disconnect(at_s=10, for_s=15), for_s=45.0).model_copy(update={"rate_hz": 1000}))
    missing = heard.observer.tool.missing
    assert lost(heard).keys() == {Lost.OVERWRITTEN}
    assert missing.count == 0
    assert missing.filled + lost(heard)[Lost.OVERWRITTEN] > 15_000
    assert missing.filled > 1_000


def test_events_that_are_recorded_are_acknowledged_and_told_no_more() -> None:
    stops = PatientStop(at_s=10, for_s=0.5)
    kept = listened(scenario(stops, Disconnect(at_s=15, for_s=1), for_s=20.0))
    assert [request.parameters for request in requests(kept, Command.ACK_EVENTS)] == [(1,), (2,)]  # down, then up
    assert kept.observer.tool.events.repeated == 0


def test_events_that_are_not_recorded_stay_with_the_tool_and_act_once() -> None:
    stops = PatientStop(at_s=10, for_s=0.5)
    heard = listened(scenario(stops, Disconnect(at_s=15, for_s=1), for_s=20.0), recorded=False)
    assert requests(heard, Command.ACK_EVENTS) == []
    assert heard.observer.tool.events.repeated == 3
    assert heard.observer.see(99.0).tool_stop
    assert not heard.observer.see(99.0).tool_stop


def test_nothing_is_asked_in_the_first_second_after_a_start() -> None:
    heard = listened(scenario(Disconnect(at_s=5, for_s=1), for_s=10.0))
    starts_s = [payload.arrival_s for payload in heard.payloads if payload.channel is Channel.LAYOUT]
    (ask_s,) = [
        payload.arrival_s
        for payload in heard.payloads
        if payload.channel is Channel.CONTROL_SENT and payload.data[0] == Command.RESEND
    ]
    assert ask_s - starts_s[1] > 1.0


class Unanswered(Chain):
    """Loses the answer to every command but START and TARE the first time it is given."""

    how: TimeoutError = TimeoutError()

    def __init__(self, tool: Tool) -> None:
        super().__init__(tool)
        self._known = {Command.START, Command.TARE}

    async def command(self, command: Command, *parameters: Number) -> Reply:
        if command in self._known:
            return await super().command(command, *parameters)
        self._known.add(command)
        raise self.how


class Refused(Unanswered):
    """Does not even take it."""

    how = CommandRefused("PT-1", 0x11)


@pytest.mark.parametrize("over", [Unanswered, Refused])
def test_a_command_without_an_answer_is_given_again(over: type[Chain]) -> None:
    stops = PatientStop(at_s=8, for_s=0.5)
    heard = listened(scenario(stops, Silence(at_s=5, for_s=1), for_s=20.0), over=over)
    assert (lost(heard), heard.observer.tool.missing.count) == ({}, 0)
    assert requests(heard, Command.ACK_EVENTS)[-1].parameters == (2,)


class Busy(Chain):
    """Refuses the first acknowledgement."""

    refused = False

    async def command(self, command: Command, *parameters: Number) -> Reply:
        reply = await super().command(command, *parameters)
        if command is not Command.ACK_EVENTS or self.refused:
            return reply
        self.refused = True
        return reply._replace(result=Result.BUSY)


def test_an_acknowledgement_that_is_refused_is_sent_again() -> None:
    heard = listened(scenario(PatientStop(at_s=5, for_s=0.1), for_s=12.0), over=Busy)
    first, second = requests(heard, Command.ACK_EVENTS)
    assert first.parameters == second.parameters == (2,)
