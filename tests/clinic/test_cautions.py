from __future__ import annotations

import pytest

from clinic.entries.cautions import CAPPED, Kind
from clinic.entries.places import Region
from clinic.library import library
from session.inputs import StopReason


@pytest.mark.parametrize(
    "name", ["clotting-disorder", "recent-surgery", "severe-osteoporosis", "fragile-skin", "nerve-condition"]
)
def test_a_finding_blocks_until_a_practitioner_clears_it(name: str) -> None:
    finding = library().contraindications[name]
    assert (finding.kind, finding.hard, finding.blocks) == (Kind.CLEARABLE, True, True)


@pytest.mark.parametrize(
    "name", ["clotting-disorder", "anticoagulant", "severe-osteoporosis", "osteoporosis", "fragile-skin"]
)
def test_with_a_risk_of_bleeding_or_of_fracture_no_threshold_is_measured(name: str) -> None:
    assert library().contraindications[name].holds.no_ppt


@pytest.mark.parametrize(
    "name", ["sensory-loss", "local-anaesthetic", "sedation-or-alcohol", "cannot-report-pain", "nerve-condition"]
)
def test_where_reports_of_pain_are_unreliable_nothing_is_scaled_by_pain(name: str) -> None:
    holds = library().contraindications[name].holds
    assert (holds.pressure_kpa, holds.hold_s) == (100, 30)
    assert (holds.no_ppt, holds.no_ppt_plan, holds.no_pain_guided) == (True, True, True)


@pytest.mark.parametrize(
    ("name", "share", "hold_s"),
    [("anticoagulant", 1.0, 30), ("corticosteroid", 1.0, 30), ("osteoporosis", 0.7, None), ("fibromyalgia", 0.7, None)],
)
def test_a_finding_allows_at_most(name: str, share: float, hold_s: float | None) -> None:
    holds = library().contraindications[name].holds
    assert (holds.ppt_share, holds.hold_s) == (share, hold_s)


def test_with_severe_osteoporosis_muscles_over_ribs_and_spine_stay_closed() -> None:
    assert set(library().contraindications["severe-osteoporosis"].closed_muscles) == {
        "middle-trapezius", "rhomboids", "erector-spinae", "quadratus-lumborum", "pectorals", "splenius",
    }  # fmt: skip


def test_whoever_is_capped_has_half_caps_no_tolerance_and_stops_early() -> None:
    for finding in library().contraindications.values():
        capped = finding.kind in {Kind.RELATIVE, Kind.CLEARABLE, Kind.ABSOLUTE}
        assert finding.holds.is_within(CAPPED) is capped, finding.id


def test_red_flags_block_and_hard_questions_are_those_of_every_entrance() -> None:
    findings = library().contraindications.values()
    assert all(finding.blocks for finding in findings if finding.red_flag)
    assert all(finding.hard for finding in findings if finding.kind is Kind.ABSOLUTE)
    assert {finding.id for finding in findings if finding.red_flag} == {
        "bladder-or-bowel-change", "saddle-numbness", "neck-artery-signs", "chest-pain-on-effort", "arteritis-signs",
        "cancer-with-night-pain", "recent-trauma", "progressive-weakness", "injection-at-site", "port-shunt-pump",
        "lymphoedema", "unexplained-referred-pain", "clot", "calf-swelling", "unstable-fracture", "sudden-headache",
        "neurological-deficit", "cord-signs",
    }  # fmt: skip


def test_signs_of_the_neck_s_arteries_block_the_neck() -> None:
    assert library().contraindications["neck-artery-signs"].regions == (Region.NECK,)


@pytest.mark.parametrize(
    ("names", "action"),
    [
        (["tingling", "shooting-pain", "weakness-now", "pulsation"], "closes-point"),
        (["dizziness", "pallor", "visual-or-speech-signs"], "closes-session"),
        (["too-painful", "sharp-pain"], "lowers-target"),
        (["patients-word"], "asks"),
    ],
)
def test_a_stop_has_its_consequence(names: list[str], action: str) -> None:
    assert [name for name, sign in library().stop_signs.items() if sign.action == action] == names


@pytest.mark.parametrize("reason", StopReason)
def test_every_reason_for_a_stop_has_its_signs_which_the_session_names_alike(reason: StopReason) -> None:
    signs = [sign.name.lower() for sign in library().stop_signs.values() if sign.action.reason is reason]
    assert signs
    named = [word for word in ("tingling", "numbness", "shooting", "weakness", "pulsation", "dizziness", "pallor")
             if word in reason]  # fmt: skip
    assert all(any(word in sign for sign in signs) for word in named)
