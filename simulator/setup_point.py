"""The tool's side of the Setup characteristic (docs/protocol.md §9)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final, Protocol

from protocol.blocks import MAX_FORCE_N
from protocol.control import Command, Reply, Request, Result, Setting
from protocol.layout import Calibration, ChannelLayout, calibration_crc
from simulator.answers import Answers, Outcome, known
from simulator.flash import Flash

HIGHEST: Final = {
    Setting.POWER_OFF_MINUTES: 2**32 - 1,
    Setting.VIBRATION_PERCENT: 100,
    Setting.BRIGHTNESS_PERCENT: 100,
}


class Bench(Protocol):
    """What Setup works on."""

    flash: Flash

    def recalibrated(self) -> int:
        """Begin a new stream with the calibration that now holds; its number."""
        ...

    def power_off(self, t_s: float) -> None:
        """Switch off, a little later."""
        ...


class SetupPoint:
    """Executes requests at once; coefficients and calibration wait for COMMIT."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._answers = Answers()
        self._coefficients: dict[int, float] = {}
        self._calibration: Calibration | None = None
        self._commands: dict[int, Callable[[float, Request], Outcome]] = {
            Command.SET_COEFFICIENT: self._set_coefficient,
            Command.SET_CALIBRATION: self._set_calibration,
            Command.COMMIT: self._commit,
            Command.SET: self._set,
            Command.GET: self._get,
            Command.POWER_OFF: self._power_off,
        }

    def drop(self) -> None:
        """The connection is gone, and with it what was not committed."""
        self._coefficients.clear()
        self._calibration = None

    def write(self, t_s: float, request: Request) -> list[Reply]:
        """Execute a request, or repeat the answer of the one before."""
        if not self._answers.repeat(request):
            refused = known(request, self._commands.keys())
            outcome = (refused,) if refused else self._commands[request.command](t_s, request)
            self._answers.give(request, *outcome)
        return self._answers.take()

    def _set_coefficient(self, _t_s: float, request: Request) -> Outcome:
        channel, k, value = request.parameters
        if channel != 0 or k > 3 or not math.isfinite(value):
            return (Result.BAD_VALUE,)
        self._coefficients[int(k)] = value
        return (Result.OK,)

    def _set_calibration(self, _t_s: float, request: Request) -> Outcome:
        self._calibration = Calibration.from_bytes(request.body)
        return (Result.OK,)

    def _commit(self, _t_s: float, request: Request) -> Outcome:
        flash = self._bench.flash
        channel, calibration = self._set_aside(flash)
        self.drop()
        if (calibration_crc((channel,), calibration),) != request.parameters or channel.largest >= MAX_FORCE_N:
            return (Result.BAD_VALUE,)
        flash.channel, flash.calibration = channel, calibration
        return (Result.OK, self._bench.recalibrated())

    def _set_aside(self, flash: Flash) -> tuple[ChannelLayout, Calibration]:
        """Channel and calibration as COMMIT would make them."""
        held = enumerate(flash.channel.coefficients)
        c0, c1, c2, c3 = (self._coefficients.get(k, value) for k, value in held)
        return flash.channel._replace(coefficients=(c0, c1, c2, c3)), self._calibration or flash.calibration

    def _set(self, _t_s: float, request: Request) -> Outcome:
        number, value = map(int, request.parameters)
        if number not in set(Setting) or value > HIGHEST[Setting(number)]:
            return (Result.BAD_VALUE,)
        self._bench.flash.settings[Setting(number)] = value
        return (Result.OK,)

    def _get(self, _t_s: float, request: Request) -> Outcome:
        (number,) = map(int, request.parameters)
        if number not in set(Setting):
            return (Result.BAD_VALUE,)
        return (Result.OK, self._bench.flash.settings[Setting(number)])

    def _power_off(self, t_s: float, _request: Request) -> Outcome:
        self._bench.power_off(t_s)
        return (Result.OK,)
