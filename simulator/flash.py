"""What a reset does not touch: calibration, settings, and the tip that is on."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocol.control import Setting
from protocol.layout import Calibration, ChannelLayout, Tip


def _defaults() -> dict[Setting, int]:
    """As docs/protocol.md §9 gives them."""
    return {Setting.POWER_OFF_MINUTES: 10, Setting.VIBRATION_PERCENT: 60, Setting.BRIGHTNESS_PERCENT: 60}


@dataclass(slots=True)
class Flash:
    """The tool's lasting memory."""

    tip: Tip
    channel: ChannelLayout
    calibration: Calibration
    settings: dict[Setting, int] = field(default_factory=_defaults)
    """Kept and told; the model neither dims nor switches off by itself."""
