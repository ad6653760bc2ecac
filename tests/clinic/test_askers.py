"""Nothing asks for more than the effective cap: every place that asks for force, under any screening.

The places are listed twice: as askers (askers.py), each tried on random people below, and as lines of code that make a
plan or a cap, found by reading the source. A new one that stands in neither list fails here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.entries.cautions import Kind
from clinic.screening.answers import Answer, Form, Side, Spot
from clinic.screening.asked import Measured, Use
from clinic.screening.chart import Chart
from session.errors import InputError
from tests.clinic.askers import ASKERS, Situation
from tests.clinic.screening.charts import (
    BEFORE,
    CONSENT,
    LIBRARY,
    NOW,
    acknowledged,
    guardian,
    medical,
    practitioner,
    screening,
)
from tests.short import examples

ROOT: Final = Path(__file__).parents[2]

MAKERS: Final = {
    ("clinic/plans/build.py", "build", "Plan"): "plan, exercise, release",
    ("clinic/plans/build.py", "under", "model_copy"): "file, import, command line",
    ("clinic/plans/build.py", "_with_steps", "model_copy"): "step up",
    ("clinic/plans/rises.py", "within_time", "model_copy"): "step up: only how many are left",
    ("session/plan.py", "stepped", "model_copy"): "step up, step led by pain",
    ("session/plan.py", "longer", "model_copy"): "step up: only how many holds",
    ("clinic/plans/steps.py", "edited", "model_copy"): "live edit, step up",
    ("clinic/plans/measuring.py", "ramp", "ThresholdPlan"): "threshold, tolerance, reading at pain 3",
    ("palpate/visit_ramps.py", "__init__", "model_copy"): "threshold: only the words that are read out",
    ("clinic/plans/measuring.py", "probe", "ProbePlan"): "fixed probe",
    ("clinic/plans/measuring.py", "probe_plan", "Plan"): "fixed probe",
    ("clinic/way/planning.py", "agreed", "model_copy"): "plan of a visit, as it was edited",
    ("clinic/presets.py", "", "Plan"): "bench: presets for the simulator, under 60 N",
    ("clinic/screening/effective.py", "", "Cap"): "bench: its cap",
    ("clinic/screening/effective.py", "_capped", "Cap"): "the one function",
    ("palpate/person.py", "_named", "model_validate_json"): "command line: goes through `under`",
    ("palpate/contests/long_treatment.py", "plan", "Plan"): "simulator: a contest of links, no tool",
    ("palpate/contests/long_treatment.py", "plan", "Cap"): "simulator: its cap",
    ("training/drill.py", "plan", "Plan"): "exercise of the training: `Drill.of` refuses what reaches above its cap",
    ("training/drill.py", "_on", "model_copy"): "exercise of the training, corridor",
    ("session/caps.py", "site_cap", "Cap"): "backstop of the session",
    ("session/caps.py", "ramp_cap", "Cap"): "backstop of the session",
    ("session/plan.py", "eased", "model_copy"): "after “too painful”: 20 % less",
    ("session/plan.py", "model_copy", "model_validate"): "every edit is checked like a new plan",
}
"""Where a plan, a ramp, a probe or a cap is made: file, function and call; and by which asker it is tried."""


def test_whoever_makes_a_plan_or_a_cap_is_listed() -> None:
    packages = "device analysis simulator session clinic training gui palpate plugin"
    files = [file for package in packages.split() for file in (ROOT / package).rglob("*.py")]
    found = {maker for file in files for maker in makers(file)}
    assert found == set(MAKERS)


CLASSES: Final = {"Plan", "ThresholdPlan", "ProbePlan", "Cap"}
WAYS: Final = {"model_validate", "model_validate_json", "model_validate_strings", "model_construct", "model_copy"}
TARGETS: Final = {"plan", "prescription"}


def makers(file: Path) -> Iterator[tuple[str, str, str]]:
    """Calls in a file that make one of `CLASSES`, or change a value that is called a plan."""
    name, text = file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
    if name == "session/plan.py" or "session.plan" in text or "session.threshold" in text:
        yield from _in(ast.parse(text), name, "")


def test_a_new_maker_is_found() -> None:
    text = "def more(plan):\n    return plan.model_copy(update={}), Plan.model_validate({}), ProbePlan()"
    found = [call for _, function, call in _in(ast.parse(text), "gui/new.py", "") if function == "more"]
    assert found == ["model_copy", "model_validate", "ProbePlan"]


def _in(node: ast.AST, file: str, function: str) -> Iterator[tuple[str, str, str]]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else function
        if isinstance(child, ast.Call) and (call := _makes(child, file)):
            yield file, inside, call
        yield from _in(child, file, inside)


def _makes(call: ast.Call, file: str) -> str | None:
    match call.func:
        case ast.Name(id=name) if name in CLASSES:
            return name
        case ast.Attribute(value=ast.Name(id=name), attr=way) if way in WAYS and (
            name in CLASSES | TARGETS or (name == "self" and file == "session/plan.py")
        ):
            return way
        case ast.Attribute(value=ast.Attribute(attr=name), attr=way) if way in WAYS and name in TARGETS:
            return way
        case _:
            return None


SITES: Final = sorted(site.id for site in LIBRARY.sites.values() if not site.is_blocked)
FINDINGS: Final = sorted(entry.id for entry in LIBRARY.contraindications.values() if entry.kind is not Kind.SITE)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """People with any findings, all cleared and acknowledged, so that something may be asked of them."""
    spot = Spot(site=draw(st.sampled_from(SITES)), side=draw(st.sampled_from(Side)))
    area_cm2 = draw(st.sampled_from([0.5, 1.0, 2.0, 3.14]))
    names = draw(st.lists(st.sampled_from(FINDINGS), max_size=2, unique=True))
    form = draw(st.sampled_from([Form.FULL, Form.FULL, Form.FULL, Form.QUICK]))
    said = {name: draw(st.sampled_from([Answer.YES, Answer.UNSURE])) for name in names}
    chart = Chart(
        screenings=(screening(said, form, spots=(spot,)),),
        consents=(CONSENT,),
        clearances=tuple(how(name) for name in names for how in (practitioner, medical, guardian)),
        acknowledgements=tuple(acknowledged(name) for name in names),
    )

    def measured(lowest: float, highest: float) -> Measured | None:
        kpa = draw(st.none() | st.floats(lowest, highest))
        if kpa is None:
            return None
        late = draw(st.sampled_from([BEFORE, BEFORE, BEFORE, NOW - timedelta(days=2)]))
        return Measured(kpa=kpa, area_cm2=area_cm2, spot=spot, at=late)

    return Situation(chart, spot, area_cm2, measured(20, 1200), measured(50, 1500), draw(st.floats(0, 1)))


SITE_N: Final = {"face": 15.0, "neck": 30.0, "body": 120.0}
"""From the rules of safety, written down a second time."""
UNKNOWN_KPA: Final = {"face": 100.0, "neck": 150.0, "body": 250.0}


def measured_kpa(now: Situation) -> float:
    """What the figures of this visit allow at most: the tolerance, or 1.35 × PPT without one; 1.2 × PPT + 49 kPa."""
    ppt, tolerance = now.threshold, now.tolerance
    if ppt is None or ppt.at != BEFORE:
        return 0.0
    above_kpa = tolerance.kpa if tolerance is not None and tolerance.at == BEFORE else 1.35 * ppt.kpa
    return min(above_kpa, 1.2 * ppt.kpa + 49)


@pytest.mark.parametrize("asker", ASKERS)
@examples(50)
@given(now=situations())
def test_nothing_asks_for_more_than_the_effective_cap(asker: str, now: Situation) -> None:
    site = now.library.sites[now.spot.site]
    try:
        for cap, force_n, hold_s in ASKERS[asker](now):
            assert force_n <= cap.force_n
            assert hold_s <= min(cap.hold_s, 90.0)
            assert force_n <= (30.0 if site.light else 120.0)
            assert force_n <= SITE_N[site.region.value]
            if cap.use in {Use.TREATMENT, Use.EXERCISE, Use.RELEASE, Use.PROBE}:
                kpa = 10 * force_n / now.area_cm2
                assert kpa <= max(UNKNOWN_KPA[site.region.value], measured_kpa(now)) * (1 + 1e-9)
    except InputError:
        return


def test_every_asker_asks_something_of_somebody() -> None:
    """A property that nobody reaches would hold for nothing."""
    healthy = Chart(screenings=(screening(spots=(SPOT,)),), consents=(CONSENT,))
    measured = Measured(kpa=400.0, area_cm2=1.0, spot=SPOT, at=BEFORE)
    now = Situation(healthy, SPOT, 1.0, measured, None, 0.2)
    for name, asker in ASKERS.items():
        assert list(asker(now)), name
    steps = {name: [force_n for _, force_n, _ in ASKERS[name](now)] for name in ("step up", "step led by pain")}
    assert max(steps["step up"]) == pytest.approx(1.1 * 48.0)
    assert max(steps["step led by pain"]) > 2 * min(steps["step led by pain"])


SPOT: Final = Spot(site="infraspinatus-fossa", side=Side.LEFT)
