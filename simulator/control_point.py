"""The tool's side of the Control characteristic (docs/protocol.md §8)."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

import numpy as np

from protocol.blocks import GRID_PER_N
from protocol.control import ALWAYS_EXECUTED, UNSOLICITED, Command, Number, Reply, Request, Result
from protocol.errors import FrameError
from protocol.frames import Width
from protocol.layout import ChannelLayout
from protocol.status import Status
from protocol.tool import calibrate
from simulator.clock import wrapped
from simulator.sampler import Sampler, highest_rate_hz, samples_per_frame

TARE_S: Final = 0.5
MAX_NOISE_N: Final = 0.1
"""Both as docs/protocol.md §8 says."""


class Device(Protocol):
    """What the control point works on."""

    rates_hz: tuple[int, ...]
    channel: ChannelLayout
    sampler: Sampler | None
    mtu: int

    def clock_us(self, t_s: float) -> int:
        """The tool's clock, not wrapped."""
        ...

    def present_status(self, t_s: float) -> Status:
        """The tool now."""
        ...

    def start(self, t_s: float, rate_hz: int) -> Sampler:
        """Begin a stream or attach to the one that runs."""
        ...

    def stop(self) -> None:
        """End the stream."""
        ...

    def acknowledge(self, number: int) -> None:
        """The client has the events up to this one."""
        ...

    def clear_stop(self, t_s: float) -> bool:
        """Forget the stop latch; whether that was possible."""
        ...


class _Tare(NamedTuple):
    request: Request
    due_s: float
    first_counter: int


class ControlPoint:
    """Executes one request at a time; answers wait here until somebody takes them."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._replies: list[Reply] = []
        self._tare: _Tare | None = None
        self._answered: tuple[Request, Reply] | None = None

    @property
    def due_s(self) -> float:
        """When the next answer is there; infinite while none is expected."""
        if self._replies:
            return 0.0
        return self._tare.due_s if self._tare else float("inf")

    def take(self, t_s: float) -> list[Reply]:
        """Answers that are ready at `t_s`."""
        if self._tare and self._tare.due_s <= t_s:
            self._finish_tare(self._tare)
        ready, self._replies = self._replies, []
        return ready

    def drop(self) -> None:
        """The connection is gone, and with it who waited for an answer."""
        self._replies.clear()
        self._tare = None

    def write(self, t_s: float, request: Request) -> None:
        """A request arrived."""
        if self._answered and self._answered[0] == request and request.command not in ALWAYS_EXECUTED:
            self._replies.append(self._answered[1])
        elif self._tare:
            if request != self._tare.request:  # a repeat gets the one answer that will come
                self._replies.append(Reply.of(request, Result.BUSY))
        elif request.command == Command.TARE and request.echo != UNSOLICITED and self._device.sampler:
            self._tare = _Tare(request, t_s + TARE_S, self._device.sampler.next_counter)
        else:
            self._answer(request, self._execute(t_s, request))

    def _answer(self, request: Request, reply: Reply) -> None:
        self._answered = (request, reply)
        self._replies.append(reply)

    def _execute(self, t_s: float, request: Request) -> Reply:
        if request.echo == UNSOLICITED:
            return Reply.of(request, Result.BAD_VALUE)
        try:
            return self._known(t_s, request)
        except FrameError:
            return Reply.of(request, Result.BAD_LENGTH)

    def _known(self, t_s: float, request: Request) -> Reply:
        match request.command:
            case Command.START:
                return self._start(t_s, request)
            case Command.STOP:
                self._device.stop()
                return Reply.of(request, Result.OK)
            case Command.TIME:
                now_us = wrapped(self._device.clock_us(t_s))
                return Reply.of(request, Result.OK, now_us, now_us)
            case Command.STATUS:
                return Reply.of(request, Result.OK, *self._device.present_status(t_s)[:7])
            case Command.TARE:
                return Reply.of(request, Result.WRONG_STATE)
            case Command.ACK_EVENTS:
                self._device.acknowledge(int(request.parameters[0]))
                return Reply.of(request, Result.OK)
            case Command.CLEAR_STOP:
                return Reply.of(request, Result.OK if self._device.clear_stop(t_s) else Result.WRONG_STATE)
            case _:
                return Reply.of(request, Result.UNKNOWN)

    def _start(self, t_s: float, request: Request) -> Reply:
        (rate_mhz,) = request.parameters
        running = self._device.sampler
        default_hz = running.rate_hz if running else self._device.rates_hz[0]
        rate_hz = int(rate_mhz) // 1000 if rate_mhz else default_hz
        if rate_mhz % 1000 or rate_hz not in self._device.rates_hz:
            return Reply.of(request, Result.BAD_VALUE)
        if not samples_per_frame(rate_hz, self._device.mtu):
            highest_mhz = 1000 * highest_rate_hz(self._device.rates_hz, self._device.mtu)
            return Reply.of(request, Result.LINK_TOO_NARROW, highest_mhz)
        sampler = self._device.start(t_s, rate_hz)
        return Reply.of(request, Result.OK, sampler.number, 1000 * rate_hz, wrapped(sampler.next_counter))

    def _finish_tare(self, tare: _Tare) -> None:
        self._tare = None
        sampler = self._device.sampler
        slots = [slot.reading for slot in sampler.ring if slot.counter >= tare.first_counter] if sampler else []
        counts = [count for count in slots if count != Width.I24.no_reading]
        if sampler is None or len(counts) < sampler.rate_hz * TARE_S / 2:  # it has only just begun to sample
            self._answer(tare.request, Reply.of(tare.request, Result.WRONG_STATE))
            return
        result, values = _judge(np.array(counts, np.int32), self._device.channel)
        if result is Result.OK:
            values = (*values, sampler.number, wrapped(sampler.next_counter))
        self._answer(tare.request, Reply.of(tare.request, result, *values))


def _judge(
    counts: np.ndarray[tuple[int], np.dtype[np.int32]], channel: ChannelLayout
) -> tuple[Result, tuple[Number, ...]]:
    """Whether half a second of counts makes a zero: the mean and its limits count from the factory's."""
    if counts.min() == Width.I24.saturated_low or counts.max() == Width.I24.saturated_high:
        return Result.SATURATED, ()
    force_n = calibrate(counts, channel)
    mean_n, noise_n = float(force_n.mean()), float(force_n.std())
    values = (round(mean_n * GRID_PER_N), round(noise_n * GRID_PER_N))
    if abs(mean_n) > max(2.0, 0.02 * channel.full_scale):
        return Result.LOADED, values
    if noise_n > MAX_NOISE_N:
        return Result.UNSTEADY, values
    return Result.OK, values
