from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from clinic.entries.cautions import Bound, Contraindication, Kind
from clinic.entries.places import Region, Site
from clinic.entries.restriction import Restriction
from clinic.library import Library, library
from session.errors import InputError

HEAD = '[clinic]\nname = "Practice at the river"\nversion = "2026-11"\n'
CAPS_N = {Region.FACE: 15.0, Region.NECK: 30.0, Region.BODY: 120.0}
BLOCKING = {Kind.NOTE: 0, Kind.RELATIVE: 1, Kind.SITE: 1, Kind.CLEARABLE: 2, Kind.ABSOLUTE: 3}
"""Whom it takes to press nevertheless, as the kinds are read: nobody, oneself, a practitioner, a physician."""
FLAGS = ("halves_unknown", "no_ppt", "no_ppt_plan", "no_pain_guided", "no_tolerance", "early_stop", "keeps_target")
FIGURES = ("force_n", "pressure_kpa", "ppt_share", "hold_s")
OVER_BONE = library().contraindications["severe-osteoporosis"].closed_muscles
OWN = {"source": ["own-clinic"], "confidence": "assumed"}


def toml(tables: dict[str, dict[str, Any]]) -> str:
    """A file of tables; strings, numbers, flags and lists are written in TOML as in JSON."""
    lines = [HEAD]
    for name, values in tables.items():
        lines += [f"[{name}]", *(f"{key} = {value(each)}" for key, each in values.items())]
    return "\n".join(lines) + "\n"


def value(each: Any) -> str:
    if isinstance(each, dict):
        return "{ " + ", ".join(f"{key} = {value(inner)}" for key, inner in each.items()) + " }"
    return json.dumps(each)


def with_file(folder: Path, tables: dict[str, dict[str, Any]]) -> Library:
    path = folder / "clinic.toml"
    path.write_text(toml(tables), encoding="utf-8")
    return library().with_own(path)


def an_own_site(**fields: Any) -> dict[str, Any]:
    return {
        "muscle": "infraspinatus", "name": "Ours", "place": "There", "region": "body", "view": "back",
        "positions": ["prone"], "press": "Flat",
    } | OWN | fields  # fmt: skip


def test_a_clinic_adds_entries_and_makes_limits_stricter(tmp_path: Path) -> None:
    known = with_file(
        tmp_path,
        {
            "tighten.limits.site-force-neck": {"value": 20, "reason": "Our oldest clients"},
            "tighten.limits.rest": {"value": 60, "reason": "Slower"},
            "tighten.sites.piriformis-middle": {"blocked": True, "reason": "By hand"},
            "tighten.sites.infraspinatus-fossa": {"light": True, "restriction": {"force_n": 25}, "reason": "Thin"},
            "tighten.contraindications.anticoagulant": {
                "kind": "clearable", "restriction": {"hold_s": 20}, "reason": "Team",
            },
            "tighten.contraindications.migraine": {"hard": True, "reason": "Team"},
            "tighten.contraindications.severe-osteoporosis": {"closed_muscles": ["teres", "splenius"], "reason": "So"},
            "sites.infraspinatus-edge": an_own_site(),
        },
    )  # fmt: skip
    anticoagulant = known.contraindications["anticoagulant"]
    assert (known.limits["site-force-neck"].value, known.limits["rest"].value) == (20, 60)
    assert known.sites["piriformis-middle"].is_blocked
    assert (known.sites["infraspinatus-fossa"].light, known.sites["infraspinatus-fossa"].restriction.force_n) == (
        True,
        25,
    )
    assert (anticoagulant.kind, anticoagulant.holds.hold_s, anticoagulant.holds.ppt_share) == (Kind.CLEARABLE, 20, 1.0)
    assert known.contraindications["migraine"].hard
    assert known.contraindications["severe-osteoporosis"].closed_muscles == (*OVER_BONE, "teres")
    assert known.sites["infraspinatus-edge"].source == ("own-clinic",)
    assert known.sources["own-clinic"].text == "The clinic's own rule: Practice at the river, 2026-11"
    assert known.clinic == "Practice at the river, 2026-11"
    assert known.digest != library().digest


def test_what_was_made_stricter_is_told_with_its_reason(tmp_path: Path) -> None:
    known = with_file(tmp_path, {"tighten.limits.site-force-neck": {"value": 20, "reason": "Our oldest clients"}})
    (told,) = known.tightened
    assert (told.id, told.field, told.before, told.after) == ("site-force-neck", "value", "30", "20")
    assert told.reason == "Our oldest clients"


def test_what_comes_with_the_program_does_not_change(tmp_path: Path) -> None:
    with_file(tmp_path, {"tighten.limits.rest": {"value": 60, "reason": "Slower"}})
    assert library().limits["rest"].value == 30


WHY = {"reason": "Because"}
A_MUSCLE = {"name": "a", "referral": "b", "complaint": "c"} | OWN


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"tighten.limits.site-force-neck": {"value": 31} | WHY}, "31 N would loosen the limit of 30 N"),
        ({"tighten.limits.rest": {"value": 29} | WHY}, "write at least 30"),
        ({"tighten.limits.rest": {"value": 0} | WHY}, "greater than 0"),
        ({"tighten.limits.rest": {"value": 60}}, "tighten.limits.rest.reason: this key is missing"),
        ({"tighten.limits.nothing": {"value": 1} | WHY}, "tighten.limits.nothing: there is no such entry"),
        ({"tighten.sites.masseter-angle": {"light": False} | WHY}, "it should be True"),
        ({"tighten.sites.scalenes-side": {"inside": "eye"} | WHY}, "there is no such key"),
        ({"tighten.sites.masseter-angle": {"restriction": {"ppt_share": 1.2}} | WHY}, "1.2 would loosen 1.0"),
        ({"tighten.contraindications.clot": {"kind": "relative"} | WHY}, "“relative” would loosen “absolute”"),
        ({"tighten.contraindications.clotting-disorder": {"kind": "site"} | WHY}, "“site” would loosen “clearable”"),
        ({"tighten.contraindications.bruise": {"kind": "clearable"} | WHY}, "“clearable” would loosen “site”"),
        ({"tighten.contraindications.osteoporosis": {"restriction": {"no_ppt": False}} | WHY}, "False would loosen"),
        ({"tighten.contraindications.clot": {"closed_muscles": ["no"]} | WHY}, "“clot” names “no”"),
        ({"tighten.blocked_regions.eye": WHY}, "there is no such key"),
        ({"blocked_regions.eye": {"name": "a", "place": "b", "why": "c", "views": ["front"]} | OWN}, "exists already"),
        ({"limits.site-force-neck": {"name": "a", "value": 90, "unit": "N", "bound": "at-most"} | OWN}, "no such key"),
        ({"sites.scalenes-side": an_own_site()}, "sites.scalenes-side exists already"),
        ({"sites.ours": an_own_site(muscle="scalenes", region="neck")}, "no tool presses this muscle"),
        ({"sites.ours": an_own_site(muscle="levator-scapulae")}, "write region = “neck”"),
        ({"sites.ours": an_own_site(muscle="masseter", region="neck")}, "write region = “face”"),
        ({"sites.ours": an_own_site(muscle="piriformis")}, "write light = true"),
        ({"sites.ours": an_own_site(muscle="masseter", region="face")}, "repeat the restriction of masseter-angle"),
        ({"sites.ours": an_own_site(muscle="nothing", light=True)}, "“ours” names “nothing”"),
        ({"muscles.ours": A_MUSCLE, "sites.own": an_own_site(muscle="ours")}, "light = true"),
        ({"expectations.ours": {"moment": "after", "text": "It flushes toxins"} | OWN}, "which nothing supports"),
        ({"expectations.ours": {"moment": "after", "text": "Fine"} | OWN | {"confidence": "high"}}, "call it low"),
        ({"expectations.ours": {"id": "other", "moment": "after", "text": "Fine"} | OWN}, "stands under another name"),
        ({"expectations.Ours": {"moment": "after", "text": "Fine"} | OWN}, "match pattern"),
        ({"unheard.of": WHY}, "unheard: there is no such key"),
    ],
)  # fmt: skip
def test_a_file_is_refused_because(tmp_path: Path, tables: dict[str, dict[str, Any]], says: str) -> None:
    with pytest.raises(InputError) as refused:
        with_file(tmp_path, tables)
    assert str(refused.value).startswith(f"{tmp_path / 'clinic.toml'}: ")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_site_on_a_muscle_of_the_clinic_s_own_is_light(tmp_path: Path) -> None:
    known = with_file(tmp_path, {"muscles.ours": A_MUSCLE, "sites.own": an_own_site(muscle="ours", light=True)})
    assert known.sites["own"].of_session.light


def test_of_a_muscle_with_one_light_site_all_added_ones_are_light(tmp_path: Path) -> None:
    lumbar = library().sites["erector-lumbar"].model_copy(update={"light": True})
    base = library().model_copy(update={"sites": {**library().sites, lumbar.id: lumbar}})
    path = tmp_path / "clinic.toml"
    path.write_text(toml({"sites.ours": an_own_site(muscle="erector-spinae")}), encoding="utf-8")
    with pytest.raises(InputError, match="write light = true"):
        base.with_own(path)


def test_a_blocked_site_may_be_added_anywhere(tmp_path: Path) -> None:
    known = with_file(tmp_path, {"sites.ours": an_own_site(muscle="scalenes", blocked=True)})
    assert known.sites["ours"].is_blocked


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe", "this is no TOML file: it holds bytes that are no UTF-8"),
        (b"[clinic", "this is no TOML file: "),
        (b"", "clinic: this key is missing"),
        (b"clinic = 3", "clinic: "),
        (b"limits = 3\n" + HEAD.encode(), "limits: there is no such key"),
        (HEAD.encode() + b"[sites]\nours = 3", "sites.ours: "),
    ],
)
def test_a_file_that_is_none_is_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "clinic.toml"
    path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        library().with_own(path)
    assert str(refused.value).startswith(f"{path}: {says}")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none.toml: it cannot be read: No such file"):
        library().with_own(tmp_path / "none.toml")


def test_a_second_file_is_refused(tmp_path: Path) -> None:
    known = with_file(tmp_path, {})
    with pytest.raises(InputError, match="a clinic's file is there already"):
        known.with_own(tmp_path / "clinic.toml")


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
