"""Bugs of Setup."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final

from protocol.control import Command, Result, Setting
from simulator.boot import Boot
from simulator.setup_point import HIGHEST, SetupPoint
from tests.palpate.conformance.planting import Mutant, Patch, around, before, results


def _known(patch: Patch) -> None:
    import simulator.setup_point as module
    from simulator.answers import known

    def judged(request: Any, commands: Any) -> Result:
        result = known(request, commands)
        return Result.WRONG_STATE if result == Result.UNKNOWN else result

    patch.setattr(module, "known", judged)


def _any_percent(patch: Patch) -> None:
    patch.setitem(HIGHEST, Setting.VIBRATION_PERCENT, 255)


def _any_number(point: SetupPoint, original: Callable[..., Any], t_s: float, request: Any) -> Any:
    return (Result.OK,) if math.isnan(request.parameters[2]) else original(t_s, request)


def _kept_after_a_refusal(point: SetupPoint, original: Callable[..., Any], t_s: float, request: Any) -> Any:
    kept = dict(point._coefficients)
    outcome = original(t_s, request)
    if outcome[0] == Result.BAD_VALUE:
        point._coefficients.update(kept)
    return outcome


SETUP: Final = (
    Mutant(
        "a boot and a disconnect forget the settings",
        "settings-are-kept",
        before(Boot, "lose_link", lambda boot: boot.flash.settings.update({Setting.BRIGHTNESS_PERCENT: 60})),
    ),
    Mutant("a strength of 255 % is taken", "bad-settings-are-refused", _any_percent),
    Mutant(
        "a setting that there is not is unknown",
        "bad-settings-are-refused",
        results(Command.GET, {Result.BAD_VALUE: Result.UNKNOWN}),
    ),
    Mutant(
        "a coefficient may be no number",
        "bad-coefficients-are-refused",
        around(SetupPoint, "_set_coefficient", _any_number),
    ),
    Mutant("a command of Control is in a wrong state", "commands-of-control-are-unknown-on-setup", _known),
    Mutant(
        "COMMIT keeps what it refused",
        "commit-with-a-wrong-crc-changes-nothing",
        around(SetupPoint, "_commit", _kept_after_a_refusal),
    ),
    Mutant(
        "a disconnect drops nothing", "disconnect-drops-what-is-kept-aside", around(SetupPoint, "drop", lambda *_: None)
    ),
)
