"""A visit at one point, said from the begin to any station."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from clinic.entries.entry import Value
from clinic.entries.places import Position
from clinic.screening.answers import Form, Side, Spot
from clinic.visits import MotionMethod
from clinic.way.beside import Beside, Technique, Timed
from clinic.way.motion import Moved, Reach
from clinic.way.said import (
    Advised,
    Answered,
    Asked,
    Chosen,
    Complained,
    Consented,
    Felt,
    Noted,
    Ordered,
    PlaceAsked,
    Planned,
    Rated,
    Reported,
    Retested,
    Said,
    Station,
    Step,
    Threshold,
    Treated,
)
from clinic.way.way import Way
from session.plan import Cap, Plan
from tests.clinic.screening.charts import ANNA, BODY, NOW

PLAN: Final = Plan(
    name="threshold-long",
    text="One hold.",
    source="hou-2002",
    confidence="moderate",
    target_n=30.0,
    hold_s=60.0,
    repetitions=1,
    rest_s=0.0,
    cap=Cap(force_n=40.0, reasons=("for a test",)),
)

TURNED: Final = Reach(movement="neck-rotation", side=Side.LEFT, degrees=50.0, method=MotionMethod.GONIOMETER)

SAID: Final[dict[Step, Said]] = {
    Step.QUESTIONS: Asked(form=Form.FULL),
    Step.COMPLAINT: Complained(complaints=("neck-complaint",), goals="sleep"),
    Step.CONSENT: Consented(),
    Step.BASELINE: Rated(nrs=6),
    Step.MOVEMENT: Moved(reaches=(TURNED,)),
    Step.POINTS: Chosen(spots=(BODY,)),
    Step.FINDINGS: Felt(taut_band=True, tender=True, familiar=True, nrs=5),
    Step.PLACE: PlaceAsked(),
    Step.THRESHOLD: Threshold(kpa=400.0, area_cm2=1.0),
    Step.PLAN: Planned(preset="threshold-long", plan=PLAN),
    Step.ORDER: Ordered(spots=(BODY,), positions=(Position.PRONE,), appointment_min=45.0),
    Step.TREATMENT: Treated(record="one.mcap", outcome="All holds are done.", simulated=True, holds=1, in_band_s=60.0),
    Step.BESIDE: Beside(done=(Timed(technique=Technique.STRETCH, lasted_s=90.0, complete=True),)),
    Step.RESPONSE: Answered(nrs=3, words="warm"),
    Step.RETEST: Retested(nrs=2),
    Step.MOVEMENT_AFTER: Moved(reaches=(TURNED.model_copy(update={"degrees": 58.0}),)),
    Step.AFTERCARE: Advised(aftercare=("drink",)),
    Step.NOTE: Noted(text="went well"),
    Step.REPORT: Reported(files=("one.txt",)),
}


def begun(now: datetime = NOW) -> Way:
    """Nothing said yet."""
    return Way(pseudonym="K7QF-3M2P", began_at=now, by=ANNA, tip_cm2=1.0)


def up_to(step: Step, spots: tuple[Spot, ...] = (BODY,)) -> Way:
    """All that comes before the first station of a step said, one minute for each."""
    way, at = begun(), NOW
    while way.here.step is not step:
        at += timedelta(minutes=1)
        said: Said = Chosen(spots=spots) if way.here.step is Step.POINTS else SAID[way.here.step]
        way = way.noted(said, at)
    return way


def of(way: Way, step: Step, spot: Spot | None = None) -> Value | None:
    """What was said there last."""
    entry = way.newest(Station(step=step, spot=spot))
    return None if entry is None else entry.said
