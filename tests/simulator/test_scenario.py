from __future__ import annotations

import pytest
from pydantic import ValidationError

from protocol.layout import Layout
from simulator.identity import RATES_HZ
from simulator.library import SCENARIOS
from simulator.scenario import Scenario
from tests.simulator.bench import Bench, scenario


@pytest.mark.parametrize("named", SCENARIOS.values(), ids=SCENARIOS)
def test_the_layout_of_a_scenario_puts_its_rate_first(named: Scenario) -> None:
    rates_hz = [rate // 1000 for rate in Layout.from_bytes(Bench(named).tool.layout).rates_mhz]
    assert rates_hz[0] == named.rate_hz
    assert sorted(rates_hz) == sorted(RATES_HZ)


def test_scripted_presses_are_so_many_holds() -> None:
    named = SCENARIOS["scripted"]
    bench = Bench(named)
    bench.start()
    bench.until(100)
    truth = bench.tool.truth
    assert truth.holds == len(named.presses) == 3
    impulse_n_s = sum(press.force_n * press.for_s for press in named.presses)
    assert truth.dose_kpa_s == pytest.approx(10 * impulse_n_s, rel=0.2)
    for press, release_s in zip(named.presses, truth.release_s, strict=True):
        assert release_s == pytest.approx(press.at_s + press.for_s + press.force_n / 14, abs=0.5)


@pytest.mark.parametrize(
    "wrong",
    [
        {"rate_hz": 150}, {"battery_percent": 101}, {"serial": ""}, {"serial": "ELEVEN-CHAR"}, {"serial": "a b"},
        {"clock_ppm": 300}, {"up_s": -1}, {"boot_id": 0}, {"boot_id": 2**32},
        {"first_counter": -1}, {"first_counter": 2**32}, {"happenings": [{"kind": "mtu change", "at_s": 1, "mtu": 22}]},
        {"happenings": [{"kind": "mtu change", "at_s": 1, "mtu": 248}]},
        {"happenings": [{"kind": "reset", "at_s": 1, "for_s": -1}]}, {"simulated_s": 0}, {"unheard": 1},
        {"happenings": [{"kind": "earthquake", "at_s": 1}]}, {"happenings": [{"kind": "silence", "at_s": 1}]},
        {"presses": [{"at_s": 1, "force_n": 0, "for_s": 1}]},
    ],
    ids=str,
)  # fmt: skip
def test_a_scenario_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Scenario.model_validate(scenario().model_dump() | wrong)
