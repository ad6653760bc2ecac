"""The rules of the screening as tables: each row is one rule, with figures worked out by hand.

Tips are 1 cm², so that 10 kPa are 1 N; the pain threshold, where there is one, is 400 kPa (40 N).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import pytest

from clinic.screening.answers import Answer, Side, Spot
from clinic.screening.asked import Use
from clinic.screening.clearance import Clearance
from clinic.screening.effective import EffectiveCap, Refused, effective_cap
from clinic.screening.findings import Effect, findings
from tests.clinic.screening.charts import (
    BODY,
    FACE,
    LIBRARY,
    LIGHT,
    NECK,
    NOW,
    acknowledged,
    asked,
    cap_of,
    changed,
    chart,
    guardian,
    medical,
    ppt,
    practitioner,
    refusal_of,
)

ABSOLUTE: Final = [
    "clot",
    "calf-swelling",
    "fever-or-infection",
    "unstable-fracture",
    "sudden-headache",
    "neurological-deficit",
    "cord-signs",
    "untreated-bleeding-disorder",
    "heart-or-pressure-uncontrolled",
    "bladder-or-bowel-change",
    "saddle-numbness",
    "chest-pain-on-effort",
    "arteritis-signs",
    "cancer-with-night-pain",
    "recent-trauma",
    "progressive-weakness",
]
CLEARABLE: Final = [
    "unexplained-referred-pain",
    "clotting-disorder",
    "recent-surgery",
    "severe-osteoporosis",
    "fragile-skin",
    "nerve-condition",
    "first-trimester",
]
RELATIVE: Final = [
    "anticoagulant",
    "corticosteroid",
    "osteoporosis",
    "sensory-loss",
    "local-anaesthetic",
    "sedation-or-alcohol",
    "cannot-report-pain",
    "pregnancy",
    "hypermobility",
    "fibromyalgia",
    "ankylosing-spondylitis",
    "recent-whiplash",
    "disc-in-pain",
    "frail-or-over-65",
]
OF_PLACE: Final = [
    "open-skin",
    "skin-infection-or-rash",
    "bruise",
    "tumour-or-radiotherapy",
    "healing-place",
    "vein",
    "implant",
    "aneurysm",
    "acute-inflammation",
    "sensation-absent",
    "injection-at-site",
    "port-shunt-pump",
    "lymphoedema",
]
NOTES: Final = ["painkiller", "rheumatoid-disease", "migraine", "cancer-in-remission", "fear-of-pressure"]
ELSEWHERE: Final = {"minor", "neck-artery-signs", "cervical-instability"}
"""Have tests of their own below."""
COUNTS: Final = (Answer.YES, Answer.UNSURE)


def test_every_contraindication_of_the_library_has_a_row() -> None:
    rows = {*ABSOLUTE, *CLEARABLE, *RELATIVE, *OF_PLACE, *NOTES, *ELSEWHERE}
    assert rows == set(LIBRARY.contraindications)


@pytest.mark.parametrize("answer", COUNTS)
@pytest.mark.parametrize("name", ABSOLUTE)
def test_an_absolute_block_opens_by_a_recorded_medical_clearance_alone(name: str, answer: Answer) -> None:
    blocked = chart(**{name: answer})
    assert LIBRARY.contraindications[name].name in refusal_of(blocked, asked()).sentence
    by_hand = changed(blocked, clearances=(practitioner(name),), acknowledgements=(acknowledged(name),))
    refusal_of(by_hand, asked())
    opened = changed(blocked, clearances=(medical(name),), acknowledgements=(acknowledged(name),))
    assert cap_of(opened, asked()).force_n == pytest.approx(12.5)
    assert cap_of(opened, asked()).capped


@pytest.mark.parametrize("answer", COUNTS)
@pytest.mark.parametrize("name", CLEARABLE)
@pytest.mark.parametrize("how", [practitioner, medical])
def test_a_clearable_block_opens_by_a_named_practitioner_to_the_relative_cap(
    name: str, answer: Answer, how: Callable[[str], Clearance]
) -> None:
    blocked = chart(**{name: answer})
    refusal_of(blocked, asked())
    cleared = changed(blocked, clearances=(how(name),))
    assert "until it is acknowledged" in refusal_of(cleared, asked()).sentence
    opened = cap_of(changed(cleared, acknowledgements=(acknowledged(name),)), asked())
    assert opened.capped
    assert opened.force_n <= 12.5


@pytest.mark.parametrize("answer", COUNTS)
@pytest.mark.parametrize("name", RELATIVE)
def test_a_relative_contraindication_needs_an_acknowledgement_and_lowers_the_cap(name: str, answer: Answer) -> None:
    found = chart(**{name: answer})
    assert "until it is acknowledged" in refusal_of(found, asked()).sentence
    known = changed(found, acknowledgements=(acknowledged(name),))
    cap = cap_of(known, asked())
    assert (cap.capped, cap.pain_limit_nrs) == (True, 6)
    assert cap.force_n <= 12.5
    assert "tolerance is not measured with these findings" in refusal_of(known, asked(Use.TOLERANCE)).reasons


@pytest.mark.parametrize("answer", COUNTS)
@pytest.mark.parametrize("name", OF_PLACE)
def test_a_finding_at_a_place_blocks_that_place_and_no_clearance_opens_it(name: str, answer: Answer) -> None:
    found = chart(**{name: answer})
    cleared = changed(found, clearances=(practitioner(name), medical(name)))
    for each in (found, cleared):
        assert LIBRARY.contraindications[name].name in refusal_of(each, asked()).sentence


def test_other_places_stay_open() -> None:
    found = chart()
    spots = [each for each in found.screenings[0].spots if each.spot != BODY]
    bruised = [each for each in chart(bruise=Answer.YES).screenings[0].spots if each.spot == BODY]
    mixed = changed(found, screenings=(found.screenings[0].model_copy(update={"spots": (*spots, *bruised)}),))
    refusal_of(mixed, asked())
    assert cap_of(mixed, asked(spot=NECK)).force_n == 15.0


@pytest.mark.parametrize("name", NOTES)
def test_a_precaution_is_a_note_and_blocks_nothing(name: str) -> None:
    noted = chart(**{name: Answer.YES})
    assert [each.effect for each in findings(LIBRARY, noted, BODY, NOW)] == [Effect.NOTED]
    assert cap_of(noted, asked()).force_n == 25.0
    assert not cap_of(noted, asked()).capped


def test_a_minor_waits_for_the_guardian_and_the_child() -> None:
    blocked = chart(minor=Answer.YES)
    for clearance in (practitioner("minor"), medical("minor")):
        refusal_of(changed(blocked, clearances=(clearance,), acknowledgements=(acknowledged("minor"),)), asked())
    opened = changed(blocked, clearances=(guardian(),), acknowledgements=(acknowledged("minor"),))
    assert cap_of(opened, asked()).force_n == pytest.approx(12.5)


@pytest.mark.parametrize("name", ["neck-artery-signs", "cervical-instability"])
def test_a_finding_of_the_neck_counts_at_the_neck_alone(name: str) -> None:
    found = chart(**{name: Answer.UNSURE})
    refusal_of(found, asked(spot=NECK))
    assert cap_of(found, asked(spot=BODY)).force_n == 25.0


class Row(NamedTuple):
    """What may be done with an acknowledged finding, by hand from safety.md §3 and clinical.md §4."""

    name: str
    with_threshold_n: float
    hold_s: float
    measures_threshold: bool
    reads_at_3: bool = True


@pytest.mark.parametrize(
    "row",
    [
        # 1.2 × 400 + 49 = 529 kPa, below 1.35 × 400
        Row("pregnancy", 52.9, 90, True),
        Row("hypermobility", 52.9, 90, True),
        # 0.7 × 400
        Row("fibromyalgia", 28.0, 90, True),
        Row("recent-whiplash", 28.0, 90, True),
        Row("disc-in-pain", 28.0, 90, True),
        Row("frail-or-over-65", 28.0, 90, True),
        # no threshold is measured, and one that stands there lifts nothing above half of 250 kPa
        Row("anticoagulant", 12.5, 30, False),
        Row("corticosteroid", 12.5, 30, False),
        Row("osteoporosis", 12.5, 90, False),
        Row("ankylosing-spondylitis", 12.5, 90, False),
        # reports of pain are unreliable: 100 kPa, 30 s
        Row("sensory-loss", 10.0, 30, False, False),
        Row("local-anaesthetic", 10.0, 30, False, False),
        Row("sedation-or-alcohol", 10.0, 30, False, False),
        Row("cannot-report-pain", 10.0, 30, False, False),
    ],
    ids=lambda row: row.name,
)
def test_a_relative_contraindication_allows(row: Row) -> None:
    known = changed(chart(**{row.name: Answer.YES}), acknowledgements=(acknowledged(row.name),))
    cap = cap_of(known, asked(threshold=ppt(400.0)))
    assert cap.force_n == pytest.approx(row.with_threshold_n)
    assert (cap.hold_s, cap.cap.contact_s) == (row.hold_s, row.hold_s + 20)
    assert (cap.threshold_kpa is None) == (not cap.pain_guided) == (not row.reads_at_3)
    for use, allowed in ((Use.THRESHOLD, row.measures_threshold), (Use.LIGHT_READING, row.reads_at_3)):
        found = effective_cap(LIBRARY, known, asked(use), NOW)
        assert isinstance(found, EffectiveCap if allowed else Refused)


class Limited(NamedTuple):
    """One use at one place."""

    use: Use
    spot: Spot
    threshold_kpa: float | None
    force_n: float | None
    """None: refused."""
    area_cm2: float = 1.0
    tolerance_kpa: float | None = None


@pytest.mark.parametrize(
    "row",
    [
        # without a threshold: 250 kPa trunk and limbs, 150 kPa neck, 100 kPa face
        Limited(Use.TREATMENT, BODY, None, 25.0),
        Limited(Use.TREATMENT, NECK, None, 15.0),
        Limited(Use.TREATMENT, FACE, None, 10.0),
        Limited(Use.TREATMENT, FACE, None, 15.0, area_cm2=2.0),
        # with one: 1.2 × PPT + 49 kPa and 1.35 × PPT, the site's force
        Limited(Use.TREATMENT, BODY, 400.0, 52.9),
        Limited(Use.TREATMENT, BODY, 200.0, 27.0),
        Limited(Use.TREATMENT, BODY, 400.0, 45.0, tolerance_kpa=450.0),
        Limited(Use.TREATMENT, BODY, 400.0, 52.9, tolerance_kpa=600.0),
        Limited(Use.TREATMENT, BODY, 1500.0, 120.0),
        Limited(Use.TREATMENT, NECK, 400.0, 30.0),
        Limited(Use.TREATMENT, FACE, 250.0, 15.0),
        # called light: 0.7 × PPT and 30 N
        Limited(Use.TREATMENT, LIGHT, 300.0, 21.0),
        Limited(Use.TREATMENT, LIGHT, 800.0, 30.0),
        # a search ends at 800, 400, 250 kPa, and never above the site's force
        Limited(Use.THRESHOLD, BODY, None, 80.0),
        Limited(Use.THRESHOLD, BODY, None, 120.0, area_cm2=2.0),
        Limited(Use.THRESHOLD, NECK, None, 30.0),
        Limited(Use.THRESHOLD, NECK, None, 20.0, area_cm2=0.5),
        Limited(Use.THRESHOLD, FACE, None, 12.5, area_cm2=0.5),
        Limited(Use.THRESHOLD, LIGHT, None, 30.0),
        Limited(Use.LIGHT_READING, BODY, None, 25.0),
        # tolerance: after the threshold, once, to 1.2 × PPT + 49 kPa
        Limited(Use.TOLERANCE, BODY, None, None),
        Limited(Use.TOLERANCE, BODY, 400.0, 52.9),
        Limited(Use.TOLERANCE, BODY, 700.0, 80.0),
        Limited(Use.TOLERANCE, BODY, 400.0, None, tolerance_kpa=500.0),
        Limited(Use.TOLERANCE, LIGHT, 200.0, None),
        # the probe and exercises bear what a treatment does
        Limited(Use.PROBE, BODY, None, 25.0),
        Limited(Use.PROBE, BODY, 400.0, 52.9),
        Limited(Use.EXERCISE, BODY, None, None),
        Limited(Use.EXERCISE, BODY, 400.0, 52.9),
        # a release: half of the threshold
        Limited(Use.RELEASE, BODY, None, None),
        Limited(Use.RELEASE, BODY, 400.0, 20.0),
    ],
    ids=str,
)
def test_a_use_is_limited(row: Limited) -> None:
    def measured(kpa: float | None) -> object:
        return None if kpa is None else ppt(kpa, row.spot, row.area_cm2)

    what = asked(
        row.use, row.spot, row.area_cm2, threshold=measured(row.threshold_kpa), tolerance=measured(row.tolerance_kpa)
    )
    if row.force_n is None:
        refusal_of(chart(), what)
    else:
        cap = cap_of(chart(), what)
        assert cap.force_n == pytest.approx(row.force_n)
        assert cap.pressure_kpa == pytest.approx(10 * row.force_n / row.area_cm2)


@pytest.mark.parametrize("site", [site.id for site in LIBRARY.sites.values() if site.is_blocked])
@pytest.mark.parametrize("use", Use)
def test_nobody_presses_at_a_blocked_site(site: str, use: Use) -> None:
    refusal = refusal_of(chart(), asked(use, Spot(site=site, side=Side.LEFT), threshold=ppt(400.0)))
    assert "presses" in refusal.reasons[0]


def test_the_blocked_regions_are_all_there() -> None:
    assert set(LIBRARY.blocked_regions) == {
        "front-and-side-of-neck", "eye", "axilla", "inner-elbow", "femoral-triangle", "popliteal-fossa", "abdomen",
        "breast", "groin", "spinous-processes", "coccyx", "kidney-angle",
    }  # fmt: skip
