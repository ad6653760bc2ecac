"""What a record tells of a person, as observations; ids follow from the record, so that it tells nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, TypeAlias
from uuid import UUID, uuid5

from analysis.algometry.threshold import Above, Reached, Threshold
from analysis.algometry.verdicts import Flaw, Missing
from clinic.cases.case_file import Results, Whose
from clinic.report.measured import Measured, MeasuredHold
from clinic.screening.answers import Spot
from clinic.visits import (
    AboveCap,
    At,
    Found,
    HoldResult,
    NotHad,
    Observation,
    PainScore,
    Phase,
    Provoked,
    ThresholdReading,
)
from session.threshold import ThresholdPlan

Of: TypeAlias = Literal["threshold", "tolerance", "pain 3"]


class Ramps(NamedTuple):
    """Some ramps at a place."""

    plan: ThresholdPlan
    readings: Sequence[Threshold]
    of: Of
    spot: Spot
    at: datetime
    """When the last one was over."""
    record: str
    simulated: bool


class Probed(NamedTuple):
    """The pain of a fixed stimulus."""

    nrs: int
    spot: Spot
    at: datetime
    """When it was told, after the stimulus."""
    record: str


def pain_of_probe(probed: Probed) -> Results:
    """As it was told after the stimulus."""

    def results(whose: Whose) -> tuple[Observation, ...]:
        pain = PainScore(
            **whose._asdict(),
            id=_id(whose, probed.record, "probe"),
            at=probed.at,
            spot=probed.spot,
            phase=Phase.BEFORE,
            nrs=probed.nrs,
            at_what=Provoked.PRESS,
            entered_by="therapist",
            recalled=True,
        )
        return (pain,)

    return results


def holds_of(found: Measured, spot: Spot, core: str) -> Results:
    """Each hold of a record in figures, and the pain that was told in it; `core` is the version that measured."""

    def results(whose: Whose) -> tuple[Observation, ...]:
        holds = (_hold(found, hold, spot, core, whose) for hold in found.holds)
        pains = (_pain(found, number, spot, whose) for number in range(len(found.heard.pains)))
        return (*holds, *pains)

    return results


def readings_of(ramps: Ramps) -> Results:
    """Each ramp, those that count for nothing too."""

    def results(whose: Whose) -> tuple[Observation, ...]:
        return tuple(_reading(ramps, number, whose) for number in range(len(ramps.readings)))

    return results


def _hold(found: Measured, hold: MeasuredHold, spot: Spot, core: str, whose: Whose) -> Observation:
    figures = hold.figures
    return HoldResult(
        **whose._asdict(),
        id=_id(whose, found.file, f"hold {figures.index}"),
        at=found.started_at + timedelta(seconds=figures.start_s),
        spot=spot,
        phase=Phase.DURING,
        record=found.file,
        index=figures.index,
        target_n=hold.aim.target_n if hold.aim else None,
        area_cm2=found.analysis.area_cm2,
        duration_s=figures.duration_s,
        in_band_s=figures.in_band_s,
        mean_kpa=figures.mean_kpa,
        peak_n=figures.peak_n,
        dose_kpa_s=figures.dose_kpa_s,
        dose_low_kpa_s=figures.dose_low_kpa_s,
        dose_high_kpa_s=figures.dose_high_kpa_s,
        dose_ppt_s=figures.dose_ppt_s,
        over_cap_s=figures.over_cap_s,
        over_cap_peak_kpa=figures.over_cap_peak_kpa,
        ended_by=hold.ended_by.value if hold.ended_by else "",
        verdicts=tuple(f"{each.metric}: {each.text}" for each in figures.verdicts),
        core=core,
        simulated=found.simulated,
    )


def _pain(found: Measured, number: int, spot: Spot, whose: Whose) -> Observation:
    """As it was told in the treatment, in a hold or recalled in a rest."""
    time_s, pain = found.heard.pains[number]
    return PainScore(
        **whose._asdict(),
        id=_id(whose, found.file, f"pain {number}"),
        at=found.started_at + timedelta(seconds=time_s),
        spot=spot,
        phase=Phase.DURING,
        nrs=pain.nrs,
        at_what=Provoked.PRESS,
        entered_by=pain.by,
        recalled=pain.recalled,
    )


def _reading(ramps: Ramps, number: int, whose: Whose) -> Observation:
    """With what keeps it from being compared; what else is to be known stands in its record."""
    reading, plan = ramps.readings[number], ramps.plan
    return ThresholdReading(
        **whose._asdict(),
        id=_id(whose, ramps.record, f"reading {number}"),
        at=ramps.at,
        spot=ramps.spot,
        phase=Phase.BEFORE,
        of=ramps.of,
        found=_found(reading),
        area_cm2=plan.area_cm2,
        rate_kpa_per_s=plan.rate_kpa_per_s,
        method=reading.method,
        script=plan.script,
        practice=plan.first_is_practice and number == 0,
        verdicts=tuple(each.text for each in reading.verdicts if each.voids or each.flaw is Flaw.PAINKILLER),
        record=ramps.record,
        simulated=ramps.simulated,
    )


def _found(reading: Threshold) -> Found:
    match reading.outcome:
        case Reached(pressure_kpa=kpa, force_n=force_n):
            return At(kpa=kpa, force_n=force_n)
        case Above(cap_kpa=kpa):
            return AboveCap(cap_kpa=kpa)
        case Missing(text=text):
            return NotHad(why=text)


def _id(whose: Whose, record: str, what: str) -> UUID:
    return uuid5(whose.client, f"{record}, {what}")
