"""What the simulated tool says about itself."""

from __future__ import annotations

from datetime import date
from typing import Final

from protocol.layout import Calibration, Feature, Layout, Tip
from simulator.flash import Flash
from simulator.sampler import RING
from simulator.scenario import Scenario

NAME: Final = "Palpate"
FIRMWARE: Final = "1.0.0-sim"
TIP: Final = Tip(1, 1.0, "round")
"""Fischer's probe has 1 cm² (Pain 1987), the usual area."""
TIPS: Final = (TIP, Tip(2, 4.0, "wide"))
"""The second one is *assumed*."""
CALIBRATION: Final = Calibration(id=1, day=date(2026, 9, 1), due=date(2027, 9, 1), uncertainty_percent=0.5)
RATES_HZ: Final = (50, 100, 200, 1000)


def rates_hz(scenario: Scenario) -> tuple[int, ...]:
    """What the scenario's tool can sample at, its own rate first: the default."""
    return (scenario.rate_hz, *(rate for rate in RATES_HZ if rate != scenario.rate_hz))


def layout_of(scenario: Scenario, flash: Flash) -> Layout:
    """The layout of the scenario's tool."""
    return Layout(
        features=features(scenario),
        serial=scenario.serial,
        firmware=FIRMWARE,
        channels=(flash.channel,),
        calibration=flash.calibration,
        rates_mhz=tuple(1000 * rate for rate in rates_hz(scenario)),
        tips=TIPS,
        ring_capacity=RING,
    )


def features(scenario: Scenario) -> Feature:
    """What the scenario's tool can do."""
    always = Feature.SIMULATED | Feature.TARE | Feature.CUE | Feature.IDENTIFY | Feature.RESEND
    always |= Feature.PATIENT_BUTTON | Feature.SETUP
    sync = Feature.SYNC_FRAMES if scenario.sync_frames else Feature(0)
    return always | sync | (Feature.SLOW_FRAMES if scenario.slow_frames else Feature(0))
