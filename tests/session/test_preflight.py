from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from device.errors import AccessRefused, CommandTimeout, NotATool, ToolNotFound
from protocol.control import Command, Result
from protocol.errors import UnsupportedVersion
from protocol.frames import ToolFlag
from protocol.layout import Direction, Layout
from protocol.link import Channel, Payload
from session.battery import Battery, Charge
from session.clock_health import ClockHealth
from session.finding import Check, Facts, Verdict
from session.link_health import Level, LinkHealth
from session.preflight import CHECKS, STALE, facts_of, may_treat, preflight, refused
from session.storage import Storage
from session.tare import Tared
from session.tool_health import ToolHealth, ToolWatch, ZeroHealth
from session.tool_stream import NOT_MEASURED, OTHER_TIP, RESTARTED, ToolStream
from session.unknown import Unknown
from session.wanted import longest_s
from session.zero_ledger import Drift
from simulator.scenario import Scenario
from simulator.tool import Tool
from tests.session.moments import PLAN

TOOL = Tool(Scenario(name="test", text="A test.", simulated_s=60, serial="PT-7"), 1)
TODAY = date(2030, 5, 1)
WAIT = Unknown("it takes a while")
OK, LOOK, STOP = Verdict.OK, Verdict.WARN, Verdict.STOP

LINK = LinkHealth(
    level=Level.GOOD,
    age_s=0.02,
    old_s=0.05,
    rate_hz=100.0,
    expected=1000,
    received=1000,
    late=0,
    malformed=0,
    lost_percent=0.0,
    rssi_dbm=-60,
)
TARED = Tared(1.0, 0.5, 0.01, 1, 0)
HEALTH = ToolHealth(
    link=LINK,
    battery=Battery(82, Charge.NORMAL, 600.0),
    clock=ClockHealth(WAIT, WAIT, WAIT, 0, 0),
    zero=ZeroHealth((TARED,), (TARED,), Result.OK, rest_n=0.01),
)
LAYOUT = Layout.from_bytes(TOOL.layout)
CALIBRATED = replace(
    LAYOUT, calibration=LAYOUT.calibration._replace(day=TODAY - timedelta(days=100), due=TODAY + timedelta(days=265))
)
FACTS = Facts(
    layout=CALIBRATED,
    simulated=False,
    flags=ToolFlag(0),
    area_cm2=1.5,
    rate_hz=100.0,
    health=HEALTH,
    storage=Storage("/records", 10**10),
    today=TODAY,
)
"""Nothing is wrong with this tool; PLAN takes at most two contacts of 110 s and a rest of 10 s."""


def found(name: str, facts: Facts) -> tuple[Verdict, str]:
    (check,) = [each for each in preflight(facts, PLAN) if each.name == name]
    return check.verdict, check.text


def link(**changes: Any) -> Facts:
    return replace(FACTS, health=HEALTH._replace(link=LINK._replace(**changes)))


def battery(*changed: Any) -> Facts:
    return replace(FACTS, health=HEALTH._replace(battery=Battery(*changed)))


def zero(**changes: Any) -> Facts:
    return replace(FACTS, health=HEALTH._replace(zero=HEALTH.zero._replace(**changes)))


def due(days: int | None) -> Facts:
    day = None if days is None else TODAY + timedelta(days=days)
    return replace(FACTS, layout=replace(CALIBRATED, calibration=CALIBRATED.calibration._replace(due=day)))


def cell(**changes: Any) -> Facts:
    channel = CALIBRATED.channels[0]._replace(**changes)
    return replace(FACTS, layout=replace(CALIBRATED, channels=(channel,)))


def test_a_tool_with_which_nothing_is_wrong_may_treat() -> None:
    checks = preflight(FACTS, PLAN)
    assert [check.name for check in checks] == list(CHECKS)
    assert {check.verdict for check in checks} == {OK}
    assert may_treat(checks)


WRONG: list[tuple[str, Facts, Verdict, str]] = [
    ("origin", replace(FACTS, simulated=True), LOOK, "SIMULATED: this tool is a program; press nobody by it."),
    ("direction", cell(direction=Direction.PULL), STOP, "does not measure compression: take one that does"),
    ("range", cell(full_scale=49.9), STOP, "ends at 50 N, below the plan's limit of 50 N: take a stronger tool"),
    ("tip", replace(FACTS, area_cm2=None), STOP, "Nobody knows which tip is on: put one on"),
    ("calibration", due(-1), STOP, "was due on 2030-04-30: have the tool calibrated"),
    ("calibration", due(0), LOOK, "is due on 2030-05-01: make an appointment"),
    ("calibration", due(30), LOOK, "is due on 2030-05-31: make an appointment"),
    ("calibration", due(None), LOOK, "does not say when its calibration is due: ask its maker"),
    ("calibration", replace(FACTS, today=date(2029, 1, 1)), STOP, "lies in the future: set this computer's date"),
    (
        "storage",
        replace(FACTS, storage=Storage("/r", Unknown("it is full"))),
        STOP,
        "written in /r (it is full): choose",
    ),
    ("storage", replace(FACTS, storage=Storage("/r", 53_219_999)), STOP, "has 53 MB left, a record needs 53 MB: make"),
    ("battery", battery(WAIT, WAIT, WAIT), LOOK, "It takes a while: charge it if in doubt"),
    ("battery", battery(5, Charge.CRITICAL, WAIT), STOP, "has 5 %: charge it"),
    ("battery", battery(40, Charge.NORMAL, 3.8), STOP, "lasts for 4 minutes, the plan for 4 at most: charge it"),
    ("battery", battery(29, Charge.NORMAL, WAIT), LOOK, "has 29 %, and how long that lasts is not known yet"),
    ("data", link(level=Level.SILENT), STOP, "No readings come: bring the tool closer"),
    ("data", link(old_s=WAIT), STOP, "not known yet, it takes a while: wait a moment"),
    ("data", link(old_s=0.301), STOP, "are up to 0.3 s old: bring the tool closer"),
    ("rate", link(rate_hz=WAIT), STOP, "not known yet, it takes a while: wait a moment"),
    ("rate", link(rate_hz=47.4), STOP, "Only 47 readings come in a second, a treatment needs 50"),
    ("rate", replace(FACTS, rate_hz=49.0), STOP, "sends 49 readings a second, a treatment needs 50: choose a higher"),
    ("losses", link(lost_percent=WAIT), STOP, "not known, it takes a while: wait a moment"),
    ("losses", link(lost_percent=5.0), STOP, "5.0 % of the readings were lost in the last ten seconds: bring"),
    ("losses", link(lost_percent=4.9), LOOK, "4.9 % of the readings were lost in the last ten seconds: bring"),
    ("losses", link(malformed=2), LOOK, "2 packets came damaged"),
    ("sensor", replace(FACTS, flags=ToolFlag.SENSOR_FAULT), STOP, "The sensor does not work: do not use this tool."),
    ("sensor", replace(FACTS, flags=ToolFlag.OVERLOAD), STOP, "The cell is overloaded: take the load off"),
    ("stop", replace(FACTS, flags=ToolFlag.STOP_LATCHED), STOP, "still holds a stop: let its button come up"),
    ("zero", zero(standing=(), state=NOT_MEASURED), STOP, "The zero was not measured yet: take the tool off the skin"),
    ("zero", zero(state=OTHER_TIP), STOP, "Another tip is on since the zero was measured: take the tool off the skin"),
    ("zero", zero(state=RESTARTED), STOP, "The tool restarted after its zero was measured: take the tool off the skin"),
    ("zero", zero(state=Result.LOADED), STOP, "refused to measure its zero: take it off the skin and keep it still"),
    ("zero", zero(standing=()), STOP, "refused to measure its zero: take it off the skin and keep it still"),
    ("zero", zero(standing=(TARED._replace(zero_n=-3.1),)), STOP, "is 3.1 N away from the factory's, more than 3.0 N"),
    ("zero", zero(rest_n=0.31), LOOK, "reads +0.3 N at rest: take it off the skin"),
    ("zero", zero(drift=Drift(0.1, 9, 5)), LOOK, "and moves by +0.10 N a day: in 25 days it is too far"),
]


@pytest.mark.parametrize(("name", "facts", "verdict", "text"), WRONG)
def test_what_is_wrong_is_found_alone_and_says_what_to_do(name: str, facts: Facts, verdict: Verdict, text: str) -> None:
    assert found(name, facts)[0] is verdict
    assert text in found(name, facts)[1]
    others = [check for check in preflight(facts, PLAN) if check.name != name and check.verdict is not OK]
    assert others == []
    assert may_treat(preflight(facts, PLAN)) is (verdict is LOOK)


JUST_RIGHT: list[tuple[str, Facts]] = [
    ("range", cell(full_scale=50.0)),
    ("calibration", due(31)),
    ("storage", replace(FACTS, storage=Storage("/r", 53_220_000))),
    ("battery", battery(40, Charge.NORMAL, 3.9)),
    ("battery", battery(30, Charge.NORMAL, WAIT)),
    ("battery", battery(12, Charge.LOW, 60.0)),
    ("data", link(old_s=0.3)),
    ("rate", link(rate_hz=47.5)),
    ("rate", replace(FACTS, rate_hz=50.0)),
    ("zero", zero(standing=(TARED._replace(zero_n=-3.0),))),
    ("zero", zero(rest_n=WAIT)),
    ("zero", zero(drift=Drift(2.5 / 30, 9, 5))),
    ("zero", zero(drift=Drift(-3.5 / 30, 9, 5))),
    ("zero", zero(drift=Drift(0.0, 9, 5))),
]


@pytest.mark.parametrize(("name", "facts"), JUST_RIGHT)
def test_what_is_just_right_is_ok(name: str, facts: Facts) -> None:
    assert found(name, facts)[0] is OK


def test_the_plan_takes_at_most_the_limit_of_each_contact_and_its_rests() -> None:
    assert longest_s(PLAN) == 2 * 110 + 10


def test_one_thing_to_look_at_stands_against_nothing() -> None:
    assert may_treat((Check("a", OK, ""), Check("b", LOOK, "")))
    assert not may_treat((Check("a", OK, ""), Check("b", STOP, "")))


@pytest.mark.parametrize(
    ("error", "name", "texts"),
    [
        (UnsupportedVersion(2, 1), "profile", ["profile 2", "update this program"]),
        (NotATool("PT-7", ["b6d40002"]), "attributes", ["remove it from the system's list of Bluetooth devices"]),
        (AccessRefused("PT-7", 1), "attributes", ["ATT error 0x01", STALE]),
        (CommandTimeout(Command.START, 2.0), "attributes", ["did not answer START", STALE]),
        (ToolNotFound("PT-7", 5.0), "tool", ["switch it on and bring it closer"]),
    ],
)
def test_a_tool_that_cannot_be_opened_is_one_check_that_says_what_to_do(
    error: Exception, name: str, texts: list[str]
) -> None:
    check = refused(error)
    assert (check.name, check.verdict) == (name, STOP)
    assert all(text in check.text for text in texts)


def test_before_the_layout_there_are_no_facts_and_then_those_of_the_tool() -> None:
    tool, watch = ToolStream(), ToolWatch()
    room = Storage("/r", 1)
    assert facts_of(tool, watch.look(0.0), room, TODAY, simulated=True) is None
    tool.update(Payload(Channel.LAYOUT, 0.0, TOOL.layout))
    tool.update(Payload(Channel.STATUS, 0.0, TOOL.status(0.0)))
    facts = facts_of(tool, watch.look(0.0), room, TODAY, simulated=True)
    assert facts is not None
    assert (facts.layout.serial, facts.area_cm2, facts.rate_hz, facts.simulated) == ("PT-7", 1.0, 100.0, True)
    assert (facts.flags, facts.storage, facts.today) == (ToolFlag(0), room, TODAY)
    assert facts.health.link.level is Level.SILENT
