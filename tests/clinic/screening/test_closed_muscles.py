from __future__ import annotations

import pytest

from clinic.library import library
from clinic.screening.answers import Answer, Spot
from tests.clinic.screening.charts import (
    BODY,
    LIGHT,
    NECK,
    acknowledged,
    asked,
    cap_of,
    chart,
    practitioner,
    refusal_of,
)
from tests.clinic.screening.charts import changed as with_

CLEARED = with_(
    chart(**{"severe-osteoporosis": Answer.YES}),
    clearances=(practitioner("severe-osteoporosis"),),
    acknowledgements=(acknowledged("severe-osteoporosis"),),
)


@pytest.mark.parametrize("spot", [LIGHT, NECK], ids=["beside the ribs", "beside the spine"])
def test_with_severe_osteoporosis_ribs_and_spine_stay_closed_whoever_cleared_it(spot: Spot) -> None:
    (reason,) = refusal_of(CLEARED, asked(spot=spot)).reasons
    assert "stays closed" in reason
    assert library().contraindications["severe-osteoporosis"].name in reason


def test_elsewhere_a_clearance_opens_the_lower_cap() -> None:
    assert cap_of(CLEARED, asked(spot=BODY)).force_n > 0
