"""Who is pressed where stands in the window; the bench keeps its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF

from gui.fit import Type, fitted
from gui.whom_banner import PLACE_PX
from gui.window import CLAIM, LEAST_PX, ON_PERSON
from session.whom import Whom
from tests.gui.conftest import Open
from tests.gui.stage import Held, view

WHOM = Whom(
    who="K7QF-3M2P",
    site="Levator scapulae at the angle of the neck",
    side="client's right",
    limit="at most 12.5 N (125 kPa) for 30 s",
    reasons=("without a threshold, half of it: 75 kPa", "Blood thinner: 30 s"),
    cautions=("Blood thinner, cleared: less is allowed. Look for bruises.",),
)


def test_a_person_is_named_by_pseudonym_with_place_limit_reasons_and_cautions(opened: Open) -> None:
    window = opened(Held(view(whom=WHOM)))
    assert window.whom.isVisible()
    assert window.whom.place.text() == "LEVATOR SCAPULAE AT THE ANGLE OF THE NECK, CLIENT'S RIGHT"
    assert window.whom.limit.text() == (
        "K7QF-3M2P  ·  at most 12.5 N (125 kPa) for 30 s: without a threshold, half of it: 75 kPa; Blood thinner: 30 s"
    )
    assert window.whom.cautions.text() == "Mind: Blood thinner, cleared: less is allowed. Look for bruises."
    assert window.whom.cautions.isVisible()
    assert window.claim.text() == ON_PERSON
    assert "bench" not in window.claim.text().lower()


def test_who_has_nothing_to_be_minded_has_no_line_for_it(opened: Open) -> None:
    window = opened(Held(view(whom=WHOM._replace(cautions=()))))
    assert not window.whom.cautions.isVisible()


def test_without_a_screening_the_window_says_bench_and_names_nobody(opened: Open) -> None:
    window = opened(Held(view()))
    assert not window.whom.isVisible()
    assert window.claim.text() == CLAIM
    assert window.minimumHeight() == LEAST_PX


def test_the_longest_place_fits_large_into_the_narrowest_window(opened: Open) -> None:
    window = opened(Held(view(whom=WHOM)))
    window.resize(window.minimumSize())
    assert window.minimumHeight() > LEAST_PX
    room = QSizeF(window.minimumWidth() - 28, PLACE_PX)
    assert fitted(window.font(), window.whom.place.text(), room, Type(26)).pixelSize() >= 20


@pytest.mark.parametrize("name", ["whom", "cautions"])
def test_what_is_cut_can_be_read_as_a_tool_tip(opened: Open, name: str) -> None:
    many = WHOM._replace(cautions=("Look for bruises.",) * 40)
    banner = opened(Held(view(whom=many))).whom
    label = banner.cautions if name == "cautions" else banner.limit
    assert label.toolTip() == label.text()
