"""Every way in which force is asked for, each with its effective cap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from analysis.live import Live, Phase
from clinic.cases.rehearsal import RehearsalFile
from clinic.library import Library
from clinic.own import OwnFile, with_own
from clinic.plans.build import build, under
from clinic.plans.measuring import probe, probe_plan, ramp
from clinic.plans.steps import edited
from clinic.screening.answers import Spot
from clinic.screening.asked import Asked, Measured, Use
from clinic.screening.chart import Chart
from clinic.screening.doses import Dose, Doses
from clinic.screening.effective import EffectiveCap, effective_cap
from clinic.way.planning import Edit, agreed, offers
from palpate.measure import ramp_of
from palpate.person import NOTHING_SAID, Client
from palpate.train.on_person import drill_on
from session.errors import InputError
from session.guide import Guide
from session.inputs import GoOn, Input, Pain, PainGone, StepUp, Stop, StopReason
from session.plan import Cap, Plan
from tests.clinic.screening.charts import (
    LIBRARY,
    NOW,
)
from tests.session.moments import AWAY, pressing, seen
from training.corridor import Corridor, band_on, exercise_in
from training.course import own_course
from training.exercise import Exercise

NOBODY: Final = RehearsalFile(Path("nobody.json"))


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
    """The exercises of the training, done on this person."""
    cap = now.cap(Use.EXERCISE)
    for exercise in own_course().exercises:
        yield from _drilled(now, exercise, cap)


def by_corridor(now: Situation) -> Asks:
    """The band of an expert, recorded on somebody whose threshold was 200 kPa with this tip."""
    cap = now.cap(Use.EXERCISE)
    middle_n, ppt_n = 1.0 + 40 * now.wish, 20 * now.area_cm2
    corridor = Corridor(
        name="wide", at=NOW, asked_n=middle_n, for_s=8, repetitions=3, low_n=0.8 * middle_n, middle_n=middle_n,
        high_n=1.25 * middle_n, ppt_n=ppt_n, simulated=True,
    )  # fmt: skip
    assert cap.threshold_kpa is not None
    band = band_on(corridor, cap.cap, cap.threshold_kpa * now.area_cm2 / 10)
    yield from _drilled(now, exercise_in(corridor, band, 5), cap)


def _drilled(now: Situation, exercise: Exercise, cap: EffectiveCap) -> Asks:
    asked = Asked(
        use=Use.EXERCISE, spot=now.spot, area_cm2=now.area_cm2, threshold=now.threshold, tolerance=now.tolerance
    )
    try:
        drill = drill_on(Client(now.library, NOBODY, now.chart, asked, NOTHING_SAID, lambda: NOW), exercise, 1)
    except InputError:
        return
    assert cap.point_left_s is not None
    assert len(drill.tasks) * drill.longest_s <= cap.point_left_s
    assert drill.rest_s >= cap.shortest_rest_s
    for task in drill.tasks:
        plan = drill.plan(task)
        assert plan.tip_cm2 == now.area_cm2
        assert plan.capped is cap.capped
        yield asks(cap, plan)


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
    "corridor": by_corridor,
    "after too painful": by_too_painful,
}
