from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clinic.entries.cautions import Kind
from clinic.library import library
from session.errors import InputError
from tests.clinic.own_files import HEAD, OVER_BONE, OWN, an_own_site, toml, with_file


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
