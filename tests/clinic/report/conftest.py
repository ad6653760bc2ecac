"""One short record of the simulator, and the same as if a real tool had sent it in a guided treatment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clinic.library import library
from clinic.people import Language
from clinic.report.about import Noted, Session
from clinic.report.measured import Measured, measured
from clinic.report.words import Words
from palpate.cli import run
from protocol.layout import Feature, Layout
from protocol.link import Channel, Payload
from session.calls import LetGoCalled
from session.cue import Why
from session.inputs import GoOn, Pain, StopReason, input_bytes
from session.plan import Cap, Plan
from session.playback import Recorded, read_record
from session.record import Recorder
from tests.clinic.courses import LEFT, SHOULDER

SCENARIO = """
text = "Two presses and a silence in the second."
simulated_s = 14
[[presses]]
at_s = 1
force_n = 10
for_s = 4
[[presses]]
at_s = 7
force_n = 20
for_s = 5
[[happenings]]
kind = "frame loss"
at_s = 9
for_s = 0.5
share = 1.0
"""

PLAN = Plan(
    name="threshold-long",
    text="One hold.",
    source="hou-2002",
    confidence="moderate",
    target_n=10,
    hold_s=3,
    repetitions=2,
    rest_s=2,
    cap=Cap(force_n=15, reasons=("for the test",)),
)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As the simulator writes it."""
    folder = tmp_path_factory.mktemp("records")
    (folder / "two.toml").write_text(SCENARIO, encoding="utf-8")
    path = folder / "made.mcap"
    assert run(["simulate", str(folder / "two.toml"), "--out", str(path), "--json"]) == 0
    return path


@pytest.fixture(scope="session")
def guided(made: Path) -> Path:
    """The same readings with a plan, two reports of pain, a called let-go and a STOP, and no mark of a simulator."""
    recorded, path = read_record(made), made.with_name("guided.mcap")
    header = recorded.header.model_copy(update={"plan": PLAN, "simulated": False, "scenario": None})
    with Recorder(path, header) as recorder:
        for payload in [*real(recorded), *said(recorded)]:
            recorder.append(payload._replace(arrival_s=payload.arrival_s + header.started_loop_s))
    return path


def real(recorded: Recorded) -> list[Payload]:
    """Without what only a simulator says."""
    kept = [payload for payload in recorded.payloads if payload.channel is not Channel.TRUTH]
    return [
        payload._replace(data=measuring(payload.data)) if payload.channel is Channel.LAYOUT else payload
        for payload in kept
    ]


def said(recorded: Recorded) -> list[Payload]:
    """At the end of the record; who listens takes the time of the tool's clock, or the newest reading's."""
    end_s = recorded.payloads[-1].arrival_s
    called = LetGoCalled(time_us=5_000_000, why=Why.TIME_IN_BAND).model_dump_json().encode()
    stopped = LetGoCalled(time_us=11_000_000, why=Why.PATIENT_STOP).model_dump_json().encode()
    inputs = (Pain(nrs=4, by="patient", recalled=True), GoOn(reason=StopReason.TOO_PAINFUL))
    return [
        Payload(Channel.CALLS, end_s, called),
        Payload(Channel.CALLS, end_s, stopped),
        *(Payload(Channel.INPUT, end_s, input_bytes(each)) for each in inputs),
    ]


def measuring(data: bytes) -> bytes:
    from dataclasses import replace

    layout = Layout.from_bytes(data)
    return bytes(replace(layout, features=layout.features & ~Feature.SIMULATED))


@pytest.fixture(scope="session")
def simulated_record(made: Path) -> Measured:
    return measured(made)


@pytest.fixture(scope="session")
def guided_record(guided: Path) -> Measured:
    return measured(guided)


def session_of(*records: Measured, noted: Noted | None = None) -> Session:
    """A session printed on a certain day, on a clock that is the same everywhere."""
    known = noted or Noted(spots={record.file: spot for record, spot in zip(records, (LEFT, SHOULDER), strict=False)})
    return Session(records, known, library(), UTC, datetime(2026, 11, 24, 9, 30, tzinfo=UTC), "1.2.3")


@pytest.fixture(params=Language)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param, library())


@pytest.fixture
def english() -> Words:
    return Words(Language.ENGLISH, library())
