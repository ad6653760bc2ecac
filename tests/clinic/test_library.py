from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from clinic.entries.entry import Confidence, Entry, Read
from clinic.entries.figures import Change, Measure, Norm, NormKind
from clinic.entries.places import Region
from clinic.entries.prescriptions import OfForce, OfThreshold
from clinic.library import KINDS, Library, library
from session.caps import LIGHT_CAP_N, RAMP_END_KPA, SITE_CAP_N, site_cap
from session.errors import InputError
from session.plan import BAND_LIMIT_S, CAPPED_STOP_NRS, CONTACT_LIMIT_S, STOP_NRS

PUBLISHED_IDS = (Path(__file__).parent / "ids.txt").read_text(encoding="utf-8").split()
"""Every id that ever stood in a release: visits are stored with them, so none goes away."""
KPA = 98.0665
"""A kilogram-force on a square centimetre."""


def changed(kind: str, entry_id: str, **fields: Any) -> dict[str, Any]:
    """The whole library with one entry changed, as values."""
    values = library().model_dump(mode="json")
    values[kind].setdefault(entry_id, {"id": entry_id}).update(fields)
    return values


def test_no_id_that_was_published_goes_away() -> None:
    now = {f"{kind}.{entry.id}" for kind, entry in library().entries()}
    assert [name for name in PUBLISHED_IDS if name not in now] == []
    assert sorted(now) == sorted(PUBLISHED_IDS), "add the new ids to ids.txt"


def test_each_entry_says_where_it_comes_from_and_how_sure_it_is() -> None:
    entries = [entry for kind, entry in library().entries() if kind != "sources"]
    assert len(entries) > 200
    assert all(isinstance(entry, Entry) and entry.source and entry.confidence in Confidence for entry in entries)


def test_no_source_stands_there_for_nothing() -> None:
    named = {name for _, entry in library().entries() if isinstance(entry, Entry) for name in entry.source}
    assert set(library().sources) - named == set()


def test_what_was_chosen_by_engineering_alone_is_called_assumed() -> None:
    for _, entry in library().entries():
        if isinstance(entry, Entry) and set(entry.source) == {"engineering"}:
            assert entry.confidence is Confidence.ASSUMED, entry.id


def test_the_limits_are_those_that_the_session_keeps() -> None:
    limits = {name: limit.value for name, limit in library().limits.items()}
    for region in Region:
        assert limits[f"site-force-{region}"] == SITE_CAP_N[region.of_session]
        assert limits[f"ramp-end-{region}"] == RAMP_END_KPA[region.of_session]
    assert limits["site-force-light"] == LIGHT_CAP_N
    assert (limits["hold-in-band"], limits["hold-from-contact"]) == (BAND_LIMIT_S, CONTACT_LIMIT_S)
    assert (limits["stop-nrs"], limits["stop-nrs-capped"]) == (STOP_NRS, CAPPED_STOP_NRS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("site-force-face", 15), ("site-force-neck", 30), ("site-force-light", 30), ("site-force-body", 120),
        ("site-share-light", 0.7), ("unknown-pressure-body", 250), ("unknown-pressure-neck", 150),
        ("unknown-pressure-face", 100), ("unknown-relative-share", 0.5), ("unknown-nrs", 5), ("ramp-end-body", 800),
        ("ramp-end-neck", 400), ("ramp-end-face", 250), ("tolerance-share", 1.2), ("tolerance-added", 49),
        ("tolerance-nrs", 7), ("unreliable-pressure", 100), ("unreliable-hold", 30), ("hold-in-band", 90),
        ("hold-from-contact", 110), ("release-share", 0.5), ("release-hold", 120), ("point-time", 300),
        ("same-point-again", 48), ("stop-nrs", 8), ("stop-nrs-capped", 6), ("stop-nrs-rise", 2),
        ("screening-days", 90), ("painkiller-hours", 4), ("threshold-share", 1.35), ("rest", 30),
        ("points-per-visit", 6),
    ],
)  # fmt: skip
def test_a_figure_of_safety_is_this_one(name: str, value: float) -> None:
    assert library().limits[name].value == value


def test_every_figure_of_safety_has_a_line_above() -> None:
    marks = getattr(test_a_figure_of_safety_is_this_one, "pytestmark", [])
    assert {name for name, _ in marks[0].args[1]} == set(library().limits)


def test_twelve_regions_are_always_blocked() -> None:
    assert set(library().blocked_regions) == {
        "front-and-side-of-neck", "eye", "axilla", "inner-elbow", "femoral-triangle", "popliteal-fossa", "abdomen",
        "breast", "groin", "spinous-processes", "coccyx", "kidney-angle",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("site", "force_n"),
    [
        ("upper-trapezius-border", 120), ("levator-neck-angle", 30), ("suboccipitals-below-skull", 30),
        ("masseter-angle", 15), ("temporalis-temple", 15), ("quadratus-lumborum-edge", 30), ("piriformis-middle", 30),
        ("gluteus-maximus-sacrum", 120),
    ],
)  # fmt: skip
def test_a_site_bears(site: str, force_n: float) -> None:
    assert site_cap(library().sites[site].of_session).force_n == force_n


@pytest.mark.parametrize("site", ["sternocleidomastoid-heads", "scalenes-side"])
def test_no_tool_presses_beside_the_carotid_artery_or_the_plexus(site: str) -> None:
    with pytest.raises(ValueError, match="is blocked: choose another site"):
        _ = library().sites[site].of_session


def test_no_complaint_leads_to_a_blocked_site() -> None:
    sites = {name for complaint in library().complaints.values() for name in complaint.sites}
    assert not [name for name in sites if library().sites[name].is_blocked]


def test_every_muscle_has_a_site() -> None:
    assert {site.muscle for site in library().sites.values()} == set(library().muscles)


def test_the_masseter_is_never_pressed_above_the_threshold() -> None:
    assert library().sites["masseter-angle"].restriction.ppt_share == 1.0


def test_no_prescription_for_people_holds_longer_than_the_limit_or_asks_for_a_force() -> None:
    for preset in library().presets.values():
        assert preset.hold_s * preset.repetitions <= library().limits["point-time"].value
        assert isinstance(preset.target, OfForce) is not preset.on_people


def test_a_prescription_of_the_literature_is_this_one() -> None:
    long, short = library().presets["threshold-long"], library().presets["midpoint-short"]
    assert (long.target, long.hold_s, long.repetitions) == (OfThreshold(of="threshold", share=1.0), 90, 1)
    assert (short.hold_s, short.repetitions, short.rest_s) == (30, 4, 120)
    assert not library().presets["classic-scale"].capped_clients


@pytest.mark.parametrize(
    "norm", [each for each in library().norms.values() if each.measure is Measure.PPT_KPA], ids=lambda each: each.id
)
def test_a_reference_value_is_what_was_printed(norm: Norm) -> None:
    """Converted by hand's rule again, from the number at the head of the printed text."""
    number = float(norm.published.split()[0])
    printed = number * KPA if "/cm²" in norm.published else number
    assert abs(norm.value) == pytest.approx(printed, abs=0.6)
    assert (norm.value < 0) is (norm.kind is NormKind.DIFFERENCE)


@pytest.mark.parametrize(
    ("measure", "muscle", "sides", "detectable"),
    [
        (Measure.PPT_KPA, "upper-trapezius", False, 62),
        (Measure.PPT_KPA, "gluteus-medius", False, 119),
        (Measure.PPT_KPA, "soleus", False, 160),
        (Measure.PPT_KPA, None, False, 160),
        (Measure.PPT_KPA, "upper-trapezius", True, 121),
        (Measure.NRS, None, False, 2),
        (Measure.NDI_OF_50, None, False, 10.2),
    ],
)
def test_the_smallest_change_to_believe(measure: Measure, muscle: str | None, sides: bool, detectable: float) -> None:
    change = library().change_for(measure, muscle, between_sides=sides)
    assert change is not None
    assert change.detectable == detectable


def test_for_a_measure_that_nobody_knows_there_is_no_smallest_change() -> None:
    assert library().change_for(Measure.PPT_FORCE_N, "soleus") is None


def test_a_default_of_the_clinic_s_comes_before_ours() -> None:
    ours = library().changes["ppt-neck-and-shoulder"]
    own = ours.model_copy(update={"id": "ppt-of-the-house", "detectable": 80.0})
    known = Library.model_validate({**dict(library()), "changes": {**library().changes, own.id: own}})
    found = known.change_for(Measure.PPT_KPA, "deltoid")
    assert isinstance(found, Change)
    assert found.detectable == 80.0


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (changed("sites", "masseter-angle", muscle="no"), "“masseter-angle” names “no”, which is not among the mus"),
        (changed("sites", "scalenes-side", inside="nothing"), "not among the blocked regions"),
        (changed("complaints", "neck-complaint", sites=["nothing"]), "not among the sites"),
        (changed("complaints", "neck-complaint", presets=["nothing"]), "not among the presets"),
        (changed("symptoms", "ache", red_flags=["nothing"]), "not among the contraindications"),
        (changed("changes", "ppt-back-and-hip", muscles=["nothing"]), "not among the muscles"),
        (changed("limits", "rest", source=["nothing"]), "not among the sources"),
        (changed("sources", "clot", text="A second one", read="unread"), "two entries are called “clot”"),
        (changed("limits", "rest", id="other"), "“other” stands under another name"),
        (changed("limits", "rest", source=["engineering"], confidence="high"), "no source was read: call it low"),
        (changed("aftercare", "water", text="Drink water to flush toxins."), "“aftercare.water.text” says “flush”"),
        (changed("limits", "rest", source=[]), "at least 1 item"),
        (changed("limits", "rest", unheard=1), "Extra inputs"),
        (changed("limits", "rest", value=float("nan")), "finite"),
    ],
)  # fmt: skip
def test_a_library_that_does_not_fit_together_is_refused(values: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Library.model_validate(values)


def test_an_entry_is_found_by_its_id_and_one_that_is_not_there_is_said() -> None:
    kind, entry = library().find("clot")
    assert (kind, entry.id) == ("contraindications", "clot")
    with pytest.raises(InputError, match="there is no entry “nothing”: palpate knowledge list shows all"):
        library().find("nothing")


def test_another_content_has_another_digest() -> None:
    other = Library.model_validate(changed("limits", "rest", value=31))
    assert Library.model_validate(library().model_dump(mode="json")).digest == library().digest != other.digest


def test_a_source_from_memory_is_marked_so() -> None:
    assert {name for name, source in library().sources.items() if source.read is Read.UNREAD} == {
        "engineering",
        "general-knowledge",
    }


def test_every_kind_is_listed_once() -> None:
    holding = {name for name, field in Library.model_fields.items() if "Mapping" in str(field.annotation)}
    assert (set(KINDS), len(KINDS)) == (holding, len(holding))
