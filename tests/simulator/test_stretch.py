from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.control import Command, CuePattern
from simulator.clock import ToolClock
from simulator.happenings.frames import BurstLoss, FrameLoss, Latency, Silence
from simulator.happenings.people import PatientStop, Press
from simulator.happenings.sensor import OffsetStep, StuckSensor
from simulator.happenings.tool import BatteryFall, ClockDrift, ClockJump, MtuChange
from simulator.library import SCENARIOS
from simulator.sampler import Sampler
from simulator.scenario import Scenario
from simulator.stretch import AT_ONCE, FEW, Bounds, slots_s
from tests.short import examples
from tests.simulator.bench import Bench, scenario

EXACT = ToolClock(ppm=0.0, up_s=0.0)
NO_BOUNDS = Bounds(first_s=1.0, end_s=1e6, same_s=math.inf, quiet_s=math.inf, over_s=math.inf)


def sampler(rate_hz: int = 100) -> Sampler:
    """Its next slot is at 2 s, one second after the first sample."""
    return Sampler(1, rate_hz, 2_000_000)


def stretch_s(**bounds: float) -> list[float]:
    return list(map(float, slots_s(sampler(), EXACT, NO_BOUNDS._replace(**bounds))))


def test_without_bounds_as_many_slots_go_at_once_as_may() -> None:
    assert stretch_s() == pytest.approx([2 + i / 100 for i in range(AT_ONCE)], rel=1e-12)


@pytest.mark.parametrize(
    ("bounds", "last_s"),
    [
        ({"end_s": 4.0}, 4.0),
        ({"end_s": 4.009}, 4.0),
        ({"same_s": 4.0}, 3.99),
        ({"quiet_s": 3.0}, 3.99),
        ({"over_s": 3.0}, 4.0),
        ({"over_s": 3.001}, 4.01),
    ],
)
def test_a_stretch_ends_where_its_bounds_say(bounds: dict[str, float], last_s: float) -> None:
    assert stretch_s(**bounds)[-1] == pytest.approx(last_s)


TOO_NARROW = [{"end_s": 2.0 + (FEW - 1) / 100}, {"quiet_s": 1.1}, {"same_s": 1.0}, {"quiet_s": -math.inf}]


@pytest.mark.parametrize("bounds", TOO_NARROW)
def test_a_few_slots_are_no_stretch(bounds: dict[str, float]) -> None:
    assert stretch_s(**bounds) == []


def digests(setting: Scenario, seed: int, mtu: int = 247) -> tuple[str, str]:
    """Of the whole scenario in one call, and asked for every 40 ms."""
    at_once, step_by_step = Bench(setting, mtu, seed), Bench(setting, mtu, seed)
    for bench in (at_once, step_by_step):
        bench.tool.write_control(0.0, bytes(bench.request(Command.START, 0)))
    end_s = setting.simulated_s + 3
    at_once.tool.advance(end_s)
    for step in range(math.ceil(end_s / 0.04) + 1):
        step_by_step.tool.advance(step * 0.04)
    return at_once.tool.payload_sha256, step_by_step.tool.payload_sha256


SCRIPTED = [name for name, named in SCENARIOS.items() if not named.breaks_link and named.simulated_s < 300]


@pytest.mark.parametrize("name", SCRIPTED)
def test_a_named_scenario_gives_the_same_bytes_at_once_and_step_by_step(name: str) -> None:
    at_once, step_by_step = digests(SCENARIOS[name], seed=5)
    assert at_once == step_by_step


TIMES_S = st.floats(0, 14).map(lambda t_s: round(t_s, 3))
LASTING_S = st.floats(0.01, 5)
HAPPENINGS = st.one_of(
    st.builds(FrameLoss, at_s=TIMES_S, for_s=LASTING_S, share=st.floats(0.1, 1)),
    st.builds(BurstLoss, at_s=TIMES_S, for_s=LASTING_S),
    st.builds(Silence, at_s=TIMES_S, for_s=LASTING_S),
    st.builds(Latency, at_s=TIMES_S, for_s=LASTING_S, delay_s=st.floats(0.01, 0.5)),
    st.builds(StuckSensor, at_s=TIMES_S, for_s=LASTING_S),
    st.builds(OffsetStep, at_s=TIMES_S, for_s=LASTING_S, offset_n=st.floats(-3, 3)),
    st.builds(PatientStop, at_s=TIMES_S, for_s=LASTING_S),
    st.builds(BatteryFall, at_s=TIMES_S, for_s=LASTING_S, percent=st.integers(0, 40)),
    st.builds(ClockDrift, at_s=TIMES_S, ppm=st.floats(-150, 150)),
    st.builds(ClockJump, at_s=TIMES_S, by_s=st.floats(-2, 2)),
    st.builds(MtuChange, at_s=TIMES_S, mtu=st.integers(60, 247)),
)
WORLDS = st.fixed_dictionaries(
    {
        "rate_hz": st.sampled_from([50, 100, 200]),
        "persona": st.sampled_from(["novice", "tired", "still"]),
        "site": st.sampled_from(["calf", "block"]),
        "cell": st.sampled_from(["button cell", "cheap cell", "fsr", "ideal"]),
        "clock": st.sampled_from(["exact", "crystal", "poor"]),
        "patient": st.sampled_from([None, None, "very tender"]),
        "clock_ppm": st.none(),
        "first_counter": st.sampled_from([0, 2**32 - 700]),
        "up_s": st.sampled_from([0.0, 4285.0]),
        "battery_percent": st.sampled_from([87, 16, 6]),
    }
)


@examples(20)
@given(WORLDS, st.lists(HAPPENINGS, max_size=4), st.integers(0, 99), st.sampled_from([60, 185, 247]))
def test_whatever_happens_the_bytes_are_the_same_at_once_and_step_by_step(
    world: dict[str, Any], happenings: list[Any], seed: int, mtu: int
) -> None:
    presses = [Press(at_s=1.5, force_n=30, for_s=5), Press(at_s=9, force_n=18, for_s=5)]
    setting = scenario(*happenings, for_s=16, presses=presses, **world)
    at_once, step_by_step = digests(setting, seed, mtu)
    assert at_once == step_by_step


@pytest.mark.parametrize("percent", [16, 6])
def test_a_battery_that_falls_for_long_is_told_at_the_same_slot(percent: int) -> None:
    at_once, step_by_step = digests(scenario(for_s=370, battery_percent=percent, rate_hz=50), seed=1)
    assert at_once == step_by_step


def test_a_cue_that_ends_and_a_tare_that_is_due_are_met_in_time() -> None:
    said = []
    for step_s in (40.0, 0.04):
        bench = Bench(scenario(for_s=30))
        bench.start()
        bench.until(3.0)
        bench.tool.write_control(3.0, bytes(bench.request(Command.CUE, CuePattern.ALARM, 2500)))
        bench.tool.write_control(3.0, bytes(bench.request(Command.TARE)))
        said.append(bench.steps(36.0, step_s))
    assert [(frame.flags, frame.counter) for frame in said[0].frames] == [
        (frame.flags, frame.counter) for frame in said[1].frames
    ]
    assert said[0].replies == said[1].replies
    assert said[0].sequence == said[1].sequence


def test_a_tool_that_nobody_listens_to_holds_the_same_readings() -> None:
    rings = []
    for step_s in (100.0, 0.04):
        bench = Bench(scenario(for_s=90, presses=[Press(at_s=1, force_n=20, for_s=30)]))
        bench.start()
        bench.until(5.0)
        bench.tool.disconnect(5.0)
        bench.asked_s = 5.0
        bench.steps(60.0, step_s)
        bench.tool.connect(60.0, 247)
        bench.start(60.0)
        status = bench.tool.status(60.0)
        bench.tool.write_control(60.0, bytes(bench.request(Command.RESEND, 500, 3000)))
        late = bench.steps(90.0, 0.04).late
        rings.append((status, [(frame.counter, frame.counts.tolist()) for frame in late]))
    assert rings[0] == rings[1]
    assert sum(len(counts) for _, counts in rings[0][1]) == 3000
