"""What the simulated tool says about itself."""

from __future__ import annotations

from datetime import date
from typing import Final

from protocol.layout import Calibration, ChannelLayout, Feature, Layout, Tip
from simulator.scenario import Scenario

NAME: Final = "Palpate"
FIRMWARE: Final = "1.0.0-sim"
TIP: Final = Tip(1, 1.0, "round")
"""Fischer's probe has 1 cm² (Pain 1987), the usual area."""
CALIBRATION: Final = Calibration(id=1, day=date(2026, 9, 1), due=date(2027, 9, 1), uncertainty_percent=0.5)
RATES_HZ: Final = (50, 100, 200, 1000)


def rates_hz(scenario: Scenario) -> tuple[int, ...]:
    """What the scenario's tool can sample at, its own rate first: the default."""
    return (scenario.rate_hz, *(rate for rate in RATES_HZ if rate != scenario.rate_hz))


def layout_of(scenario: Scenario, channel: ChannelLayout) -> Layout:
    """The layout of the scenario's tool."""
    return Layout(
        features=Feature.TARE | Feature.PATIENT_BUTTON,
        serial=scenario.serial,
        firmware=FIRMWARE,
        channels=(channel,),
        calibration=CALIBRATION,
        rates_mhz=tuple(1000 * rate for rate in rates_hz(scenario)),
        tips=(TIP,),
        ring_capacity=0,
    )
