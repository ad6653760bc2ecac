"""Any record becomes a scenario: the same force, the same faults, and nothing that tells whose it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.link import Channel, Payload
from session.errors import InputError
from session.from_record import scenario_from
from session.inputs import Pain, input_bytes
from session.offline.measure import analyse_record
from session.playback import Recorded, read_record
from session.rehearsal import Rehearsal, rehearse
from session.simulation import Air
from simulator.happenings.every import Happening
from simulator.happenings.frames import Silence
from simulator.happenings.people import Press
from simulator.happenings.radio import Interval
from simulator.happenings.sensor import NoReading, SaturatedSensor, StuckSensor
from simulator.happenings.tissue import TissueSoftening
from simulator.happenings.tool import Disconnect, Reset
from simulator.library import parse, text_of
from simulator.scenario import Scenario
from simulator.simplified import simplified
from simulator.tissue_kind import STEP_S
from simulator.traced_world import TracedWorld
from tests.session.rooms import LIGHT, scenario
from tests.virtual import run_virtual

PRESSES = (Press(at_s=2, force_n=20, for_s=6), Press(at_s=14, force_n=35, for_s=5))


def recorded(path: Path, setting: Scenario, *, guided: bool = False) -> Recorded:
    air = Air.BLE if setting.breaks_link else Air.STRAIGHT
    rehearsal = Rehearsal(setting, 1, LIGHT if guided else None, air, None, path, "test")
    run_virtual(rehearse(rehearsal, rehearsal.tool()))
    return read_record(path)


def scripted(*happenings: Happening) -> Scenario:
    values = {"name": "n", "text": "t", "simulated_s": 24, "presses": PRESSES, "happenings": happenings}
    return Scenario.model_validate(values)


def blind(record: Recorded) -> Recorded:
    """As a real tool would have left it."""
    kept = tuple(each for each in record.payloads if each.channel is not Channel.TRUTH)
    return record._replace(payloads=kept)


def test_a_scenario_of_a_record_gives_the_same_holds_again(tmp_path: Path) -> None:
    first = recorded(tmp_path / "a.mcap", scripted())
    made = scenario_from(first, "made")
    recorded(tmp_path / "b.mcap", parse(text_of(made), "made"))
    before, after = (analyse_record(tmp_path / name) for name in ("a.mcap", "b.mcap"))
    assert len(before.holds) == len(after.holds) == 2
    for one, other in zip(before.holds, after.holds, strict=True):
        assert other.dose_kpa_s == pytest.approx(one.dose_kpa_s, rel=0.005)
        assert other.peak_n == pytest.approx(one.peak_n, abs=0.4)
        assert other.start_s == pytest.approx(one.start_s, abs=0.1)
    assert len(made.curve) < 1500
    assert made.presses == ()


@pytest.mark.parametrize(
    "fault",
    [
        Silence(at_s=5, for_s=1.5), NoReading(at_s=5, for_s=1), StuckSensor(at_s=15, for_s=2),
        SaturatedSensor(at_s=15, for_s=1), Disconnect(at_s=5, for_s=2), Reset(at_s=5, for_s=2),
    ],
    ids=lambda fault: fault.kind,
)  # fmt: skip
def test_faults_are_known_where_a_simulator_told_them_and_else_as_the_data_show_them(
    tmp_path: Path, fault: Happening
) -> None:
    record = recorded(tmp_path / "a.mcap", scripted(fault))
    assert scenario_from(record, "told").happenings == (fault,)
    (guessed,) = scenario_from(blind(record), "seen").happenings
    as_seen = {"no reading": "silence"}
    assert guessed.kind == as_seen.get(fault.kind, fault.kind)
    assert guessed.at_s == pytest.approx(fault.at_s, abs=0.3)
    assert getattr(guessed, "for_s", 0) >= getattr(fault, "for_s", 0) - 0.3


def test_what_was_injected_on_the_air_is_where_its_marker_says(tmp_path: Path) -> None:
    record = recorded(tmp_path / "a.mcap", scripted(Interval(at_s=6, interval_s=0.06)))
    (told,) = scenario_from(record, "told").happenings
    assert told.kind == "interval"
    assert told.at_s == pytest.approx(6.0, abs=0.001)


def test_a_softening_stays_in_the_curve_and_happens_no_second_time(tmp_path: Path) -> None:
    fault = StuckSensor(at_s=4, for_s=1)
    record = recorded(tmp_path / "a.mcap", scripted(TissueSoftening(at_s=5, percent=20, for_s=2), fault))
    made = scenario_from(record, "made")
    assert made.curve
    assert made.happenings == (fault,)


def test_nothing_personal_goes_over(tmp_path: Path) -> None:
    setting = scenario(for_s=20.0).model_copy(
        update={"name": "Jane Doe", "text": "Jane's shoulder.", "serial": "JANE-77", "boot_id": 424242}
    )
    record = recorded(tmp_path / "a.mcap", setting, guided=True)
    noted = Payload(Channel.INPUT, 3.0, input_bytes(Pain(nrs=7, by="patient")))
    text = text_of(scenario_from(record._replace(payloads=(*record.payloads, noted)), "")).lower()
    assert set(tomllib.loads(text)) <= {"text", "simulated_s", "curve", "rate_hz", "happenings"}
    header = record.header
    for personal in ("jane", "light", "424242", "pain", header.software, str(header.started_at.year), LIGHT.source):
        assert personal not in text


def test_a_record_without_readings_is_refused(tmp_path: Path) -> None:
    record = recorded(tmp_path / "a.mcap", scripted())
    silent = tuple(each for each in record.payloads if each.channel is not Channel.SAMPLES)
    with pytest.raises(InputError, match="no readings"):
        scenario_from(record._replace(payloads=silent), "made")


@given(st.lists(st.floats(0, 100), min_size=2, max_size=200), st.floats(0.01, 5))
def test_a_simplified_curve_stays_near_and_keeps_its_ends(values: list[float], tolerance: float) -> None:
    time_s = np.array([0.01 * place for place in range(len(values))])
    value = np.array(values)
    points = list(simplified(time_s, value, tolerance))
    back = np.interp(time_s, [point[0] for point in points], [point[1] for point in points])
    assert np.abs(back - value).max() <= tolerance + 1e-9
    assert points[0] == (0.0, values[0])
    assert points[-1] == (float(time_s[-1]), values[-1])


def test_a_straight_line_needs_two_points() -> None:
    assert list(simplified(np.arange(5.0), np.arange(5.0) * 2, 0.1)) == [(0.0, 0.0), (4.0, 8.0)]


def test_a_curve_is_followed_linearly_and_nothing_is_pressed_beside_it() -> None:
    world = TracedWorld([(1.0, 0.0), (2.0, 10.0), (3.0, 10.0)])
    assert [world.force_n(t_s) for t_s in (0.5, 1.0, 1.5, 1.9995, 2.5)] == pytest.approx([0, 0, 5, 9.995, 10])
    assert world.force_n(3.5) == 0.0
    assert world.trace_n[round(1.5 / STEP_S)] == pytest.approx(5.0)
    assert world.time_s == pytest.approx(3.5, abs=STEP_S)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"curve": [(1, 2), (1, 3)]}, "have to rise"),
        ({"curve": [(0, 2), (1, 3)], "presses": PRESSES}, "leave out presses"),
        ({"curve": [(0, 2), (1, 3)], "plan": "demonstration"}, "leave out presses"),
    ],
)
def test_a_curve_that_cannot_be_followed_is_refused(more: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Scenario.model_validate({"text": "t", "simulated_s": 9} | more)
