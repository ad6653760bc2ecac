from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from clinic.entries.cautions import Bound, Contraindication, Kind
from clinic.entries.places import Region, Site
from clinic.entries.restriction import Restriction
from clinic.library import Library, library
from session.errors import InputError
from tests.clinic.own_files import an_own_site, with_file

CAPS_N = {Region.FACE: 15.0, Region.NECK: 30.0, Region.BODY: 120.0}
BLOCKING = {Kind.NOTE: 0, Kind.RELATIVE: 1, Kind.SITE: 1, Kind.CLEARABLE: 2, Kind.ABSOLUTE: 3}
"""Whom it takes to press nevertheless, as the kinds are read: nobody, oneself, a practitioner, a physician."""
FLAGS = ("halves_unknown", "no_ppt", "no_ppt_plan", "no_pain_guided", "no_tolerance", "early_stop", "keeps_target")
FIGURES = ("force_n", "pressure_kpa", "ppt_share", "hold_s")


def entry_of(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(getattr(library(), kind)))


RESTRICTION = st.fixed_dictionaries(
    {},
    optional={
        "force_n": st.floats(1, 120), "pressure_kpa": st.floats(10, 800), "ppt_share": st.floats(0.1, 1.35),
        "hold_s": st.floats(1, 90), **{name: st.booleans() for name in FLAGS},
    },
)  # fmt: skip
REASON = {"reason": st.just("Because")}


@st.composite
def own_files(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Files that are well formed and may tighten, loosen or add anything that a file can name."""
    tables: dict[str, dict[str, Any]] = {}
    for name in draw(st.lists(entry_of("limits"), max_size=3)):
        at = library().limits[name].value
        tables[f"tighten.limits.{name}"] = {"value": draw(st.floats(0.3 * at, 1.5 * at)), "reason": "Because"}
    for name in draw(st.lists(entry_of("sites"), max_size=2)):
        optional = {"light": st.just(True), "blocked": st.just(True), "restriction": RESTRICTION}
        tables[f"tighten.sites.{name}"] = draw(st.fixed_dictionaries(REASON, optional=optional))
    for name in draw(st.lists(entry_of("contraindications"), max_size=2)):
        optional = {"kind": st.sampled_from(sorted(Kind)), "hard": st.just(True), "restriction": RESTRICTION}
        optional["closed_muscles"] = st.lists(entry_of("muscles"), max_size=2)
        tables[f"tighten.contraindications.{name}"] = draw(st.fixed_dictionaries(REASON, optional=optional))
    if draw(st.booleans()):
        tables["sites.added"] = an_own_site(
            muscle=draw(entry_of("muscles")), region=draw(st.sampled_from(sorted(Region))),
            light=draw(st.booleans()), restriction=draw(RESTRICTION),
        )  # fmt: skip
    return tables


def force_n(site: Site) -> float:
    """The most that the site's own entry allows, by the rules of the caps written once more."""
    if site.blocked or site.inside:
        return 0.0
    at_most = CAPS_N[site.region]
    at_most = min(at_most, 30.0) if site.light else at_most
    return at_most if site.restriction.force_n is None else min(at_most, site.restriction.force_n)


def looser(ours: Restriction, theirs: Restriction) -> bool:
    """Whether the clinic's allows anything that ours does not; written field by field, without the code under test."""
    for name in FIGURES:
        before, after = getattr(ours, name), getattr(theirs, name)
        if before is not None and (after is None or after > before):
            return True
    return any(getattr(ours, name) and not getattr(theirs, name) for name in FLAGS)


def finding_is_looser(ours: Contraindication, theirs: Contraindication) -> bool:
    return (
        BLOCKING[theirs.kind] < BLOCKING[ours.kind]
        or (ours.kind is Kind.SITE and theirs.kind not in {Kind.SITE, Kind.ABSOLUTE})
        or (ours.kind is Kind.RELATIVE and theirs.kind is Kind.SITE)
        or not set(theirs.regions) >= set(ours.regions)
        or not set(theirs.closed_muscles) >= set(ours.closed_muscles)
        or (ours.hard and not theirs.hard)
        or looser(ours.holds, theirs.holds)
    )


def loosened(known: Library) -> list[str]:
    """Every way in which `known` allows more than what comes with the program."""
    ours = library()
    found = [
        name
        for name, limit in ours.limits.items()
        if limit_is_looser(limit.bound, limit.value, known.limits[name].value)
    ]
    found += [name for name in ours.blocked_regions if known.blocked_regions.get(name) != ours.blocked_regions[name]]
    for name, site in ours.sites.items():
        theirs = known.sites[name]
        if (
            force_n(theirs) > force_n(site)
            or (site.light and not theirs.light)
            or looser(site.restriction, theirs.restriction)
        ):
            found.append(name)
    findings = ours.contraindications.items()
    found += [name for name, each in findings if finding_is_looser(each, known.contraindications[name])]
    return found + [name for name, site in known.sites.items() if name not in ours.sites and added_is_looser(site)]


def limit_is_looser(bound: Bound, ours: float, theirs: float) -> bool:
    return theirs > ours if bound is Bound.AT_MOST else theirs < ours


def added_is_looser(site: Site) -> bool:
    """Whether it allows more than the place of its muscle that bears least, of those that are pressed at all."""
    bearing = [force_n(each) for each in library().sites.values() if each.muscle == site.muscle]
    pressed = [each for each in bearing if each > 0]
    return force_n(site) > (min(pressed) if pressed else 0.0)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tables=own_files())
def test_no_limit_of_a_clinic_s_file_is_looser_than_ours(tmp_path: Path, tables: dict[str, dict[str, Any]]) -> None:
    try:
        known = with_file(tmp_path, tables)
    except InputError as refused:
        why = str(refused)
    else:
        why = ""
        assert loosened(known) == []
    event("refused" if why else f"taken, {len(tables)} tables")
    assert not why or "loosen" in why or "sites.added" in why


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=entry_of("limits"), share=st.floats(0.01, 1.0))
def test_every_limit_can_be_made_stricter(tmp_path: Path, name: str, share: float) -> None:
    limit = library().limits[name]
    stricter = limit.value * share if limit.bound is Bound.AT_MOST else limit.value / share
    known = with_file(tmp_path, {f"tighten.limits.{name}": {"value": stricter, "reason": "Because"}})
    assert known.limits[name].value == stricter
    assert {key: each.value for key, each in known.limits.items() if key != name} == {
        key: each.value for key, each in library().limits.items() if key != name
    }


def test_the_search_for_looser_limits_finds_one_of_each_sort() -> None:
    """The property above would hold for a search that finds nothing."""
    ours = library()
    changes: list[tuple[str, str, dict[str, Any]]] = [
        ("limits", "site-force-neck", {"value": 31.0}),
        ("limits", "rest", {"value": 29.0}),
        ("sites", "scalenes-side", {"inside": None}),
        ("sites", "suboccipitals-below-skull", {"light": False}),
        ("sites", "masseter-angle", {"restriction": Restriction()}),
        ("contraindications", "clot", {"kind": Kind.CLEARABLE}),
        ("contraindications", "anticoagulant", {"restriction": Restriction()}),
        ("contraindications", "clot", {"hard": False}),
        ("contraindications", "clot", {"regions": (Region.NECK,)}),
        ("contraindications", "severe-osteoporosis", {"closed_muscles": ("splenius",)}),
    ]
    for kind, name, update in changes:
        entries = getattr(ours, kind)
        other = ours.model_copy(update={kind: {**entries, name: entries[name].model_copy(update=update)}})
        assert loosened(other) == [name]
    added = ours.sites["gluteus-medius-crest"].model_copy(update={"id": "added", "muscle": "levator-scapulae"})
    assert loosened(ours.model_copy(update={"sites": {**ours.sites, "added": added}})) == ["added"]
