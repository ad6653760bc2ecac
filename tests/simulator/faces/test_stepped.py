from __future__ import annotations

import io
import json
from itertools import count, pairwise
from typing import Any

import pytest

from protocol.control import Command, Request
from simulator.faces.requests import LONGEST_LINE
from simulator.faces.stdio import serve_lines
from simulator.tool import Tool
from tests.simulator.bench import scenario

START = bytes(Request.of(Command.START, 1, 0)).hex()


class Talk:
    """What was asked and everything that came back, in its order."""

    def __init__(self, *lines: str | dict[str, Any], tool: Tool | None = None) -> None:
        self.tool = tool or Tool(scenario(for_s=1000), 1)
        asked = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
        answers = io.StringIO()
        serve_lines(self.tool, io.StringIO(asked), answers)
        self.said: list[dict[str, Any]] = [json.loads(line) for line in answers.getvalue().splitlines()]

    @property
    def answers(self) -> list[dict[str, Any]]:
        return [each for each in self.said if "ok" in each]

    @property
    def errors(self) -> list[str]:
        return [each["error"] for each in self.answers if not each["ok"]]

    def payloads(self, channel: str) -> list[dict[str, Any]]:
        return [each for each in self.said if each.get("channel") == channel]


def connect(**more: Any) -> dict[str, Any]:
    return {"do": "connect"} | more


def write(data: str = START) -> dict[str, Any]:
    return {"do": "write", "hex": data}


def advance(s: float) -> dict[str, Any]:
    return {"do": "advance", "s": s}


def test_what_a_tool_says_first_comes_before_the_answer_to_connect() -> None:
    talk = Talk(connect(id=7))
    assert [each.get("channel") for each in talk.said] == ["LAYOUT", "STATUS", "BATTERY", None]
    assert talk.said[0]["hex"] == talk.tool.layout.hex()
    assert talk.said[2]["hex"] == "57"
    assert talk.answers == [{"id": 7, "ok": True, "t_s": 0.0, "serial": "SIM-0001"}]


def test_frames_come_at_their_own_time_and_the_bytes_are_those_of_the_model() -> None:
    talk = Talk(connect(), write(), advance(1.5))
    frames = talk.payloads("SAMPLES")
    assert [each["t_s"] for each in frames] == pytest.approx([1.03 + 0.04 * k for k in range(12)], abs=1e-6)
    model = Tool(scenario(for_s=1000), 1)
    model.connect(0.0, 247)
    model.write_control(0.0, bytes.fromhex(START))
    assert [each["hex"] for each in frames] == [data.hex() for _, data in model.advance(1.5)[1:]]
    assert talk.answers[-1] == {"id": None, "ok": True, "t_s": 1.5, "over": False}


def test_how_the_time_is_cut_does_not_change_a_byte() -> None:
    whole = Talk(connect(), write(), {"do": "press", "force_n": 20}, advance(4.0))
    cut = Talk(connect(), write(), {"do": "press", "force_n": 20}, *[advance(0.125)] * 32)
    assert whole.payloads("SAMPLES") == cut.payloads("SAMPLES")


def test_a_press_for_some_time_is_let_go_without_being_asked() -> None:
    talk = Talk(
        connect(), write(), advance(1.2), {"do": "press", "force_n": 20, "for_s": 5}, advance(12), {"do": "truth"}
    )
    truth = talk.answers[-1]
    assert truth["holds"] == 1
    # 20 N on 3 cm² make 66.7 kPa: a hand takes 2.2 s to get there and 1.4 s back
    (release_s,) = truth["release_s"]
    assert 5.2 < release_s < 7.5
    assert talk.tool.truth.dose_kpa_s == truth["dose_kpa_s"] > 150


def test_release_ends_a_press() -> None:
    press, release = {"do": "press", "force_n": 20}, {"do": "release"}
    held = Talk(connect(), write(), press, advance(20), {"do": "truth"}).answers[-1]
    let_go = Talk(connect(), write(), press, advance(8), release, advance(12), {"do": "truth"}).answers[-1]
    assert let_go["dose_kpa_s"] < held["dose_kpa_s"] / 2


def test_what_is_injected_happens_from_now_on() -> None:
    silence = {"do": "inject", "happening": {"kind": "silence", "for_s": 2}}
    talk = Talk(connect(), write(), advance(3), silence, advance(4))
    times_s = [each["t_s"] for each in talk.payloads("SAMPLES")]
    pauses = [b - a for a, b in pairwise(times_s) if b - a > 0.05]
    assert pauses == pytest.approx([2.0], abs=0.09)
    assert talk.answers[3]["happening"]["kind"] == "silence"


def test_a_tool_that_hangs_up_says_so_and_can_be_reached_again() -> None:
    drop = {"do": "inject", "happening": {"kind": "disconnect", "for_s": 2}}
    talk = Talk(connect(), write(), advance(2), drop, advance(1), write(), connect(), advance(2), connect())
    (lost,) = [each for each in talk.said if each.get("link") == "lost"]
    assert lost["t_s"] == pytest.approx(2.0, abs=0.05)  # with the next sample that is sent
    assert talk.errors[0] == "there is no connection: connect first"
    assert talk.errors[1].startswith("the tool cannot be reached before 4")
    assert talk.answers[-1]["ok"]
    assert len(talk.errors) == 2


def test_radio_faults_need_a_radio() -> None:
    talk = Talk({"do": "inject", "happening": {"kind": "out of range", "for_s": 2}})
    assert "needs a radio" in talk.errors[0]


def test_after_a_disconnect_nothing_is_heard() -> None:
    talk = Talk(connect(), write(), {"do": "disconnect"}, advance(3), {"do": "disconnect"})
    assert talk.payloads("SAMPLES") == []
    assert talk.errors == ["there is no connection: connect first"]


def test_characteristics_are_read() -> None:
    reads = [{"do": "read", "what": what} for what in ("layout", "status", "battery")]
    talk = Talk(connect(), *reads)
    assert [each["hex"] for each in talk.answers[1:]] == [each["hex"] for each in talk.said[:3]]


def test_setup_answers_at_once() -> None:
    talk = Talk(connect(), write(bytes(Request.of(Command.POWER_OFF, 9)).hex()), advance(1), connect())
    assert talk.payloads("CONTROL_REPLY")[0]["hex"].startswith("c509")
    assert talk.errors == ["the tool cannot be reached any more: it is switched off: try again later"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("nonsense", "this is no request: invalid JSON"),
        ("[]", "this is no request: input should be an object"),
        ('{"do":"fly"}', "this is no request"),
        ('{"do":"press"}', "this is no request: press.force_n: field required"),
        (
            '{"do":"press","force_n":1e9}',
            "this is no request: press.force_n: input should be less than or equal to 160",
        ),
        ('{"do":"press","force_n":NaN}', "this is no request: press.force_n"),
        ('{"do":"advance","s":0}', "this is no request: advance.s: input should be greater than 0"),
        ('{"do":"write","hex":"0"}', "this is no request: write.hex"),
        ('{"do":"truth","more":1}', "this is no request: truth.more: extra inputs are not permitted"),
        ('{"do":"write","hex":"01"}', "there is no connection: connect first"),
        ('{"do":"inject","happening":{"kind":"rain"}}', "this cannot happen"),
        (
            '{"do":"inject","happening":{"kind":"frame loss","for_s":1,"share":2}}',
            "this cannot happen: frame loss.share",
        ),
        ("[" * 50_000, "this is no request"),
        (" " * LONGEST_LINE + '{"do":"truth"}', "a request has at most"),
    ],
)
def test_what_cannot_be_done_is_answered_with_a_sentence(line: str, error: str) -> None:
    talk = Talk(line, '{"id":"next","do":"state"}')
    refused, stands = talk.answers
    assert refused["ok"] is False
    assert refused["error"].startswith(error)
    assert "\n" not in refused["error"]
    assert (stands["id"], stands["ok"]) == ("next", True)


def test_a_request_that_is_too_short_for_the_tool_is_answered() -> None:
    assert Talk(connect(), write("01")).errors[0].startswith("the tool refuses the write")


def test_the_id_comes_back_with_an_error() -> None:
    numbers = count(1)
    talk = Talk(*[{"id": next(numbers), "do": "fly"} for _ in range(3)], '{"id":{},"do":"state"}')
    assert [each["id"] for each in talk.answers] == [1, 2, 3, None]


def test_state_says_how_the_tool_stands() -> None:
    assert Talk(advance(3), {"do": "state"}).answers[-1] == {
        "id": None,
        "ok": True,
        "t_s": 3.0,
        "serial": "SIM-0001",
        "scenario": "test",
        "over": False,
        "reachable": True,
        "battery_percent": 87,
    }


def test_the_end_of_the_requests_is_the_end() -> None:
    assert Talk("", " ").said == []


def test_a_fault_of_the_model_is_an_answer() -> None:
    class Broken(Tool):
        def status(self, t_s: float) -> bytes:
            raise KeyError("status")

    talk = Talk(connect(id=1), {"do": "state"}, tool=Broken(scenario(), 1))
    assert talk.errors == ["the simulator failed at this: KeyError: 'status'"]
