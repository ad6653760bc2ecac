"""The tool's side of the Control characteristic (docs/protocol.md §8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from protocol.control import UNSOLICITED, Command, CuePattern, Reply, Request, Result
from protocol.status import Status
from simulator.answers import Answers, Outcome, known
from simulator.clock import wrapped
from simulator.flash import Flash
from simulator.identity import TIPS
from simulator.resend import Resend, held
from simulator.sampler import Sampler, highest_rate_hz, samples_per_frame
from simulator.signals import MAX_CUE_MS, Signals
from simulator.tare import TARE_S, Tare


class Device(Protocol):
    """What the control point works on."""

    rates_hz: tuple[int, ...]
    flash: Flash
    signals: Signals
    sampler: Sampler | None
    resend: Resend | None
    listening: bool
    mtu: int

    def clock_us(self, t_s: float) -> int:
        """The tool's clock, not wrapped."""
        ...

    def status(self, t_s: float) -> Status:
        """The tool now."""
        ...

    def start(self, t_s: float, rate_hz: int) -> Sampler:
        """Begin a stream or attach to the one that runs."""
        ...

    def stop(self) -> None:
        """End the stream."""
        ...

    def put_tip_on(self, t_s: float, number: int) -> int:
        """Begin a new stream with this tip; its number."""
        ...

    def zeroed(self, zero_q: int) -> None:
        """A tare found this zero."""
        ...

    def acknowledge(self, number: int) -> None:
        """The client has the events up to this one."""
        ...

    def clear_stop(self, t_s: float) -> bool:
        """Forget the stop latch; whether that was possible."""
        ...


class ControlPoint:
    """Executes one request at a time; answers wait here until somebody takes them."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._answers = Answers()
        self._tare: Tare | None = None
        self._commands: dict[int, Callable[[float, Request], Outcome]] = {
            Command.START: self._start,
            Command.STOP: self._stop,
            Command.TIME: self._time,
            Command.STATUS: self._status,
            Command.TARE: self._no_tare,
            Command.TIP: self._tip,
            Command.CUE: self._cue,
            Command.IDENTIFY: self._identify,
            Command.RESEND: self._resend,
            Command.CANCEL: self._cancel,
            Command.ACK_EVENTS: self._acknowledge,
            Command.CLEAR_STOP: self._clear_stop,
        }

    @property
    def due_s(self) -> float:
        """When a tare has its answer, the only one that is not there at once; infinite without one."""
        return self._tare.due_s if self._tare else float("inf")

    def take(self, t_s: float) -> list[Reply]:
        """Answers that are ready at `t_s`."""
        if self._tare and self._tare.due_s <= t_s:
            self._finish_tare(self._tare)
        return self._answers.take()

    def drop(self) -> None:
        """The connection is gone, and with it who waited for an answer."""
        self._answers.drop()
        self._tare = None

    def write(self, t_s: float, request: Request) -> None:
        """A request arrived."""
        if self._answers.repeat(request):
            return
        if self._tare:
            if request != self._tare.request:  # a repeat gets the one answer that will come
                self._answers.busy(request)
        elif request.command == Command.TARE and request.echo != UNSOLICITED and self._device.sampler:
            self._tare = Tare(request, t_s + TARE_S, self._device.sampler.next_counter)
        elif request.command == Command.RESEND and request.echo != UNSOLICITED and self._device.resend:
            self._answers.busy(request)
        else:
            self._answers.give(request, *self._outcome(t_s, request))

    def _outcome(self, t_s: float, request: Request) -> Outcome:
        refused = known(request, self._commands.keys())
        return (refused,) if refused else self._commands[request.command](t_s, request)

    def _finish_tare(self, tare: Tare) -> None:
        self._tare = None
        outcome = tare.outcome(self._device.sampler, self._device.flash.channel)
        match outcome:
            case (Result.OK, zero_q, *_):
                self._device.zeroed(int(zero_q))
        self._answers.give(tare.request, *outcome)

    # one method for each command

    def _start(self, t_s: float, request: Request) -> Outcome:
        (rate_mhz,) = request.parameters
        running = self._device.sampler
        default_hz = running.rate_hz if running else self._device.rates_hz[0]
        rate_hz = int(rate_mhz) // 1000 if rate_mhz else default_hz
        if rate_mhz % 1000 or rate_hz not in self._device.rates_hz:
            return (Result.BAD_VALUE,)
        if not samples_per_frame(rate_hz, self._device.mtu):
            return Result.LINK_TOO_NARROW, 1000 * highest_rate_hz(self._device.rates_hz, self._device.mtu)
        sampler = self._device.start(t_s, rate_hz)
        return Result.OK, sampler.number, 1000 * rate_hz, wrapped(sampler.next_counter)

    def _stop(self, _t_s: float, _request: Request) -> Outcome:
        self._device.stop()
        return (Result.OK,)

    def _time(self, t_s: float, _request: Request) -> Outcome:
        now_us = wrapped(self._device.clock_us(t_s))
        return Result.OK, now_us, now_us

    def _status(self, t_s: float, _request: Request) -> Outcome:
        return Result.OK, *self._device.status(t_s)[:7]

    def _no_tare(self, _t_s: float, _request: Request) -> Outcome:
        return (Result.WRONG_STATE,)

    def _tip(self, t_s: float, request: Request) -> Outcome:
        (number,) = request.parameters
        if number not in {tip.id for tip in TIPS}:
            return (Result.BAD_VALUE,)
        return Result.OK, self._device.put_tip_on(t_s, int(number))

    def _cue(self, t_s: float, request: Request) -> Outcome:
        pattern, duration_ms = map(int, request.parameters)
        if pattern not in set(CuePattern) or duration_ms > MAX_CUE_MS:
            return (Result.BAD_VALUE,)
        self._device.signals.cue(t_s, CuePattern(pattern), duration_ms)
        return (Result.OK,)

    def _identify(self, t_s: float, _request: Request) -> Outcome:
        self._device.signals.identify(t_s)
        return (Result.OK,)

    def _resend(self, _t_s: float, request: Request) -> Outcome:
        first, count = map(int, request.parameters)
        sampler = self._device.sampler
        if not count:
            return (Result.BAD_VALUE,)
        if sampler is None or not self._device.listening:
            return (Result.WRONG_STATE,)
        slots = held(sampler, first, count)
        if not slots:
            return (Result.NOT_HELD,)
        self._device.resend = Resend(request.echo, sampler, slots)
        return Result.OK, wrapped(slots.start), len(slots)

    def _cancel(self, _t_s: float, request: Request) -> Outcome:
        resend = self._device.resend
        if resend is None or not resend.is_of(int(request.parameters[0])):
            return (Result.WRONG_STATE,)
        resend.cancel()
        return (Result.OK,)

    def _acknowledge(self, _t_s: float, request: Request) -> Outcome:
        self._device.acknowledge(int(request.parameters[0]))
        return (Result.OK,)

    def _clear_stop(self, t_s: float, _request: Request) -> Outcome:
        return (Result.OK if self._device.clear_stop(t_s) else Result.WRONG_STATE,)
