from __future__ import annotations

from typing import Any

import pytest

from simulator.faces.fresh import LASTS_S, UnknownScenario, fresh_tool
from simulator.faces.requests import MOST_SPANS
from simulator.library import SCENARIOS
from tests.simulator.faces.test_stepped import Talk, advance, connect, write

PRESSED = {"text": "A press.", "simulated_s": 5, "presses": [{"at_s": 1, "force_n": 20, "for_s": 3}]}


def power_on(**more: Any) -> dict[str, Any]:
    return {"do": "power_on"} | more


def truth(**more: Any) -> dict[str, Any]:
    return {"do": "truth"} | more


def run(**order: Any) -> list[dict[str, Any]]:
    """A tool that was used, then another one, for seven seconds."""
    talk = Talk(connect(), write(), advance(8), power_on(**order), connect(), write(), advance(7), truth())
    again = next(at for at, each in enumerate(talk.said) if each.get("ok") and each.get("t_s") == 0.0 and at > 9)
    return talk.said[again:]


def test_another_tool_begins_anew_and_remembers_nothing() -> None:
    assert run(seed=5) == Talk(power_on(seed=5), connect(), write(), advance(7), truth()).said


def test_another_seed_is_another_tool() -> None:
    assert run(seed=5)[-1]["payload_sha256"] != run(seed=6)[-1]["payload_sha256"]


def test_a_scenario_comes_by_name_or_whole_and_lives_on_when_it_is_over() -> None:
    whole, named = run(scenario=PRESSED), run(scenario="scripted")
    assert (whole[-1]["holds"], named[-1]["holds"]) == (1, 1)
    assert {each["over"] for each in whole if "over" in each} == {False}  # 7 s of 5
    assert fresh_tool("fast", 1).scenario.simulated_s == LASTS_S


def test_tools_in_use_together_have_serial_numbers_of_their_own() -> None:
    assert [Talk(power_on(**more)).answers[0]["serial"] for more in ({}, {"serial": "B-2"})] == ["SIM-0001", "B-2"]


def test_a_scenario_that_there_is_not_is_refused_and_the_tool_stays() -> None:
    talk = Talk(connect(), power_on(scenario="nosuch"), advance(1))
    assert "there is no scenario “nosuch”" in talk.errors[0]
    assert talk.answers[-1]["t_s"] == 1.0
    with pytest.raises(UnknownScenario, match=next(iter(SCENARIOS))):
        fresh_tool("nosuch", 1)


def test_what_is_no_scenario_is_refused() -> None:
    assert len(Talk(power_on(scenario={"text": "no end"}), power_on(seed=-1), power_on(serial="")).errors) == 3


def test_the_truth_tells_the_dose_of_any_span_in_the_tools_time() -> None:
    spans_s = [[0, 7], [0, 4], [4, 7], [4, 4]]
    talk = Talk(power_on(scenario=PRESSED), connect(), write(), advance(7), truth(between_s=spans_s))
    said = talk.answers[-1]
    whole, first, second, nothing = said["dose_between_kpa_s"]
    assert first + second == pytest.approx(whole)
    assert nothing == 0.0
    assert said["dose_kpa_s"] < whole < said["dose_kpa_s"] * 1.01  # the flanks below the contact's limits
    assert said["first_s"] + said["simulated_s"] == pytest.approx(7.0, abs=0.02)


def test_before_the_first_sample_there_is_no_time_of_it() -> None:
    said = Talk(truth(between_s=[[0, 1]])).answers[0]
    assert (said["first_s"], said["dose_between_kpa_s"]) == (None, [0.0])


def test_a_question_has_only_so_many_spans() -> None:
    fits, too_many = ([[0, 1]] * MOST_SPANS, [[0, 1]] * (MOST_SPANS + 1))
    talk = Talk(truth(between_s=fits), truth(between_s=too_many))
    assert [each["ok"] for each in talk.answers] == [True, False]
