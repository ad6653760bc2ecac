from __future__ import annotations

from dataclasses import replace

import pytest

from protocol.instruments.ability import Ability, Clock
from protocol.layout import Direction
from session.abilities import NOT_CALIBRATED, can, cannot, why_no_guidance

PRESS = Ability(
    rate_hz=100.0, clock=Clock.STAMPED, tare=True, resend=True, direction=Direction.COMPRESSION, area_cm2=1.0
)


def test_one_that_has_everything_still_guides_nobody_since_its_calibration_is_not_known() -> None:
    assert PRESS.treats
    assert why_no_guidance(PRESS) == NOT_CALIBRATED
    assert can(PRESS) == ("measures", "compression", "100 Hz", "own clock", "tare", "resend")
    assert cannot(PRESS) == ("guide",)


@pytest.mark.parametrize(
    ("ability", "why"),
    [
        (replace(PRESS, direction=Direction.PULL), "the instrument is pulled and cannot press"),
        (replace(PRESS, area_cm2=None), "the area of the contact is not known"),
        (replace(PRESS, rate_hz=49.0), "fewer than 50 readings a second are certain"),
        (replace(PRESS, rate_hz=None), "fewer than 50 readings a second are certain"),
    ],
)
def test_what_an_instrument_lacks_is_the_reason(ability: Ability, why: str) -> None:
    assert why_no_guidance(ability) == why


def test_what_is_missing_is_named_word_by_word() -> None:
    least = Ability(rate_hz=None, clock=Clock.ARRIVAL, tare=False, resend=False, direction=Direction.PULL)
    assert can(least) == ("measures", "pull", "arrival time")
    assert cannot(least) == ("guide", "pressure", "slopes", "tare", "resend")
