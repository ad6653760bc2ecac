"""Nothing asks for more than the effective cap: every place that asks for force, under any screening.

The places are listed twice: as askers, each tried on random people below, and as lines of code that make a plan or a
cap, found by reading the source. A new one that stands in neither list fails here.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.live import Live, Phase
from clinic.cases.rehearsal import RehearsalFile
from clinic.entries.cautions import Kind
from clinic.library import Library
from clinic.own import OwnFile, with_own
from clinic.plans.build import build, under
from clinic.plans.measuring import probe, probe_plan, ramp
from clinic.plans.steps import edited
from clinic.screening.answers import Answer, Form, Side, Spot
from clinic.screening.asked import Asked, Measured, Use
from clinic.screening.chart import Chart
from clinic.screening.doses import Dose, Doses
from clinic.screening.effective import EffectiveCap, effective_cap
from clinic.way.planning import Edit, agreed, offers
from palpate.measure import ramp_of
from palpate.person import NOTHING_SAID, Client
from session.errors import InputError
from session.guide import Guide
from session.inputs import GoOn, Input, Pain, PainGone, StepUp, Stop, StopReason
from session.plan import Cap, Plan
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
from tests.session.moments import AWAY, pressing, seen
from training.course import own_course
from training.drill import Drill

ROOT: Final = Path(__file__).parents[2]
NOBODY: Final = RehearsalFile(Path("nobody.json"))

MAKERS: Final = {
    ("clinic/plans/build.py", "build", "Plan"): "plan, exercise, release",
    ("clinic/plans/build.py", "under", "model_copy"): "file, import, command line",
    ("clinic/plans/build.py", "_with_steps", "model_copy"): "step up",
    ("clinic/plans/rises.py", "within_time", "model_copy"): "step up: only how many are left",
    ("session/plan.py", "stepped", "model_copy"): "step up, step led by pain",
    ("session/plan.py", "longer", "model_copy"): "step up: only how many holds",
    ("clinic/plans/steps.py", "edited", "model_copy"): "live edit, step up",
    ("clinic/plans/measuring.py", "ramp", "ThresholdPlan"): "threshold, tolerance, reading at pain 3",
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


class Situation(NamedTuple):
    """A person, a place, a tip and what was measured."""

    chart: Chart
    spot: Spot
    area_cm2: float
    threshold: Measured | None
    tolerance: Measured | None
    wish: float
    """From 0 to 1: what somebody would like to have, as a share of 150 N."""
    library: Library = LIBRARY

    def __repr__(self) -> str:
        """Without the library, which fills pages."""
        return f"Situation({self[:-1]})"

    def cap(self, use: Use) -> EffectiveCap:
        """The effective cap; raises `InputError` where there is none."""
        asked = Asked(
            use=use, spot=self.spot, area_cm2=self.area_cm2, threshold=self.threshold, tolerance=self.tolerance
        )
        found = effective_cap(self.library, self.chart, asked, NOW)
        if not isinstance(found, EffectiveCap):
            raise InputError(found.sentence)
        return found

    @property
    def own_plan(self) -> Plan:
        """A plan as a file may say it, with the widest cap that can be written."""
        return Plan(
            name="own", text="own", source="own", confidence="own", target_n=1e-3 + 105 * self.wish, hold_s=90.0,
            repetitions=3, rest_s=0.0, cap=Cap(force_n=120.0, reasons=("own",)),
        )  # fmt: skip


Asks = Iterator[tuple[EffectiveCap, float, float]]
"""The cap that holds, the force that is asked for, and for how long."""


def asks(cap: EffectiveCap, plan: Plan) -> tuple[EffectiveCap, float, float]:
    assert plan.cap.band_s <= cap.hold_s
    assert plan.cap.force_n <= cap.force_n
    assert plan.stop_nrs <= cap.pain_limit_nrs
    return cap, plan.high_n, plan.hold_s


def by_presets(use: Use) -> Callable[[Situation], Asks]:
    def ask(now: Situation) -> Asks:
        cap = now.cap(use)
        for preset in now.library.presets.values():
            try:
                yield asks(cap, build(preset, cap, acknowledged=True).plan)
            except InputError:
                continue

    return ask


def by_file(now: Situation) -> Asks:
    cap = now.cap(Use.TREATMENT)
    yield asks(cap, under(now.own_plan, cap))


def by_edit(now: Situation) -> Asks:
    cap = now.cap(Use.TREATMENT)
    yield asks(cap, edited(build(now.library.presets["threshold-long"], cap).plan, cap, 150 * now.wish))


def by_visit(now: Situation) -> Asks:
    """The page of a plan, with a figure that somebody typed."""
    cap = now.cap(Use.TREATMENT)
    for offer in offers(now.library, cap):
        if offer.built is None:
            continue
        wish = Edit.of(offer.built.plan)._replace(target_n=1e-3 + 150 * now.wish, hold_s=90.0)
        try:
            yield asks(cap, agreed(offer.preset, cap, wish, acknowledged=True).plan)
        except InputError:
            yield asks(cap, agreed(offer.preset, cap, acknowledged=True).plan)


RELIEVED: Final[tuple[Input, ...]] = (PainGone(), Pain(nrs=0, by="patient"))


def in_band(plan: Plan) -> Live:
    """In the band of this plan, which is another one than that of `PLAN`."""
    return pressing(plan.target_n, since_first_in_band_s=0.0, phase=Phase.IN_BAND, over_cap_peak_n=None)


def by_step(*names: str) -> Callable[[Situation], Asks]:
    """All steps up of some prescriptions, as a guide takes them: key by key, each after the client's word."""

    def ask(now: Situation) -> Asks:
        cap = now.cap(Use.TREATMENT)
        for name in names:
            guide, t_s = Guide(build(now.library.presets[name], cap, acknowledged=True).plan), 0.0
            for _ in range(guide.plan.most_holds + 1):
                for touches, said in ((True, ()), (True, RELIEVED), (True, (StepUp(),)), (False, ())):
                    t_s += 21.0
                    live = in_band(guide.plan) if touches else AWAY
                    guide.update(seen(live, area_cm2=now.area_cm2), t_s, said)
                guide.update(seen(AWAY, area_cm2=now.area_cm2), t_s := t_s + guide.plan.rest_s)
                yield asks(cap, guide.plan)
            spent_s = guide.plan.repetitions * guide.plan.hold_s
            assert cap.point_left_s is None or spent_s <= cap.point_left_s

    return ask


def by_ramp(use: Use) -> Callable[[Situation], Asks]:
    def ask(now: Situation) -> Asks:
        cap = now.cap(use)
        made = ramp(now.library, now.spot, cap)
        yield cap, made.end.force_n, min(made.longest_s, cap.hold_s)

    return ask


def by_probe(now: Situation) -> Asks:
    cap = now.cap(Use.PROBE)
    made = probe(now.library, now.spot, cap)
    yield cap, made.pressure_kpa * 1.1 * made.area_cm2 / 10, made.hold_s
    yield asks(cap, probe_plan(made, cap))


def by_clinic_file(now: Situation) -> Asks:
    tight = with_own(
        LIBRARY,
        OwnFile.model_validate(
            {
                "clinic": {"name": "ours", "version": "1"},
                "tighten": {"limits": {"site-force-body": {"value": 25, "reason": "care"}}},
            }
        ),
    )
    wide = now.cap(Use.TREATMENT)
    for _, force_n, hold_s in by_presets(Use.TREATMENT)(now._replace(library=tight)):
        assert force_n <= 30.0
        yield wide, force_n, hold_s


def by_command_line(now: Situation) -> Asks:
    """What `palpate treat --person` does, with the clock of this test."""
    cap = now.cap(Use.TREATMENT)
    asked = Asked(
        use=Use.TREATMENT, spot=now.spot, area_cm2=now.area_cm2, threshold=now.threshold, tolerance=now.tolerance
    )
    client = Client(now.library, NOBODY, now.chart, asked, NOTHING_SAID, lambda: NOW)
    assert client.cap() == cap
    for name in now.library.presets:
        try:
            yield asks(cap, client.plan(name))
        except InputError:
            continue


def by_what_was_measured(now: Situation) -> Asks:
    """What “palpate measure” kept, whatever it was, goes through the same function."""
    doses = Doses()
    for use, found in ((Use.THRESHOLD, now.threshold), (Use.TOLERANCE, now.tolerance)):
        if found is not None:
            doses = doses.with_dose(
                Dose(use=use, spot=now.spot, area_cm2=now.area_cm2, began_at=found.at, most_s=20.0, kpa=found.kpa)
            )
    cap = now.cap(Use.TREATMENT)
    client = Client(
        now.library, NOBODY, now.chart,
        Asked(use=Use.TREATMENT, spot=now.spot, area_cm2=now.area_cm2),
        NOTHING_SAID,
        lambda: NOW, doses,
    )  # fmt: skip
    for name in now.library.presets:
        try:
            yield asks(cap, client.plan(name))
        except InputError:
            continue


def by_measure_command(use: Use) -> Callable[[Situation], Asks]:
    """The ramps that “palpate measure” makes for a client."""

    def ask(now: Situation) -> Asks:
        cap = now.cap(use)
        asked = Asked(use=use, spot=now.spot, area_cm2=now.area_cm2, threshold=now.threshold, tolerance=now.tolerance)
        client = Client(
            now.library, NOBODY, now.chart, asked, NOTHING_SAID, lambda: NOW,
        )  # fmt: skip
        made = ramp_of(client)
        yield cap, made.end.force_n, min(made.longest_s, cap.hold_s)

    return ask


def by_drill(now: Situation) -> Asks:
    """The exercises of the training, were they done on this person."""
    cap = now.cap(Use.EXERCISE)
    for exercise in own_course().exercises:
        try:
            drill = Drill.of(exercise, 1, cap.cap)
        except InputError:
            continue
        for task in drill.tasks:
            plan = drill.plan(task)
            yield cap, plan.high_n, plan.hold_s


def by_too_painful(now: Situation) -> Asks:
    cap = now.cap(Use.TREATMENT)
    guide = Guide(build(now.library.presets["threshold-long"], cap).plan)
    before_n = guide.plan.target_n
    for t_s in (1.0, 2.0, 3.0):
        guide.update(seen(AWAY), 2 * t_s, (Stop(),))
        guide.update(seen(AWAY), 2 * t_s + 1, (GoOn(reason=StopReason.TOO_PAINFUL),))
        assert guide.plan.target_n < before_n
        yield asks(cap, guide.plan)


ASKERS: Final[dict[str, Callable[[Situation], Asks]]] = {
    "plan of a visit, as it was edited": by_visit,
    "plan": by_presets(Use.TREATMENT),
    "exercise": by_presets(Use.EXERCISE),
    "release": by_presets(Use.RELEASE),
    "file and import": by_file,
    "live edit": by_edit,
    "step up": by_step("pain-guided", "barrier-release"),
    "step led by pain": by_step("tool-self-care", "classic-scale"),
    "threshold": by_ramp(Use.THRESHOLD),
    "reading at pain 3": by_ramp(Use.LIGHT_READING),
    "tolerance": by_ramp(Use.TOLERANCE),
    "fixed probe": by_probe,
    "clinic file": by_clinic_file,
    "command line": by_command_line,
    "measured beside the chart": by_what_was_measured,
    "palpate measure": by_measure_command(Use.THRESHOLD),
    "palpate measure --of tolerance": by_measure_command(Use.TOLERANCE),
    "palpate measure --of pain-3": by_measure_command(Use.LIGHT_READING),
    "exercise of the training": by_drill,
    "after too painful": by_too_painful,
}
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
