"""The conversation with a Vernier Go Direct sensor: find the channel that measures newtons, set a period, start.

One command at a time; the answer to each brings the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from protocol.errors import FrameError, NotOffered
from protocol.instruments import go_direct as gdx
from protocol.instruments.ability import Ability, Clock
from protocol.instruments.driver import (
    Action,
    Advertised,
    Charge,
    Driver,
    Dropped,
    Gatt,
    Heard,
    Told,
    Unsuitable,
    Value,
    Write,
)
from protocol.instruments.go_direct import Id, Kind, Measurement, Message, Sensor
from protocol.instruments.timeline import PacedSlots, block_of
from protocol.layout import Direction
from protocol.sentence import Sentence

NEWTON: Final = "N"

WANTED_PERIOD_US: Final = 10_000
"""100 Hz: more than a hand can do, and the fastest that the maker's own programs ask for."""

LONGEST_PERIOD_US: Final = 10_000_000
"""A slower sensor shows no force of a hand (assumed)."""

TITLE: Final = "Vernier Go Direct"
NO_NEWTONS: Final = Sentence("none of the sensor's channels measures in newtons: use a force sensor")


class GoDirectTalk:
    """A conversation; the sensor's own answers make `ability` more exact."""

    def __init__(self) -> None:
        self.ability = Ability(
            rate_hz=None,
            clock=Clock.PACED,
            tare=False,
            resend=False,
            direction=Direction.COMPRESSION | Direction.PULL,
        )
        self._joiner = gdx.Joiner()
        self._asked: Message | None = None
        self._counter = gdx.FIRST_COUNTER + 1
        self._untried: tuple[int, ...] = ()
        self._sensor: Sensor | None = None
        self._slots: PacedSlots | None = None

    def open(self) -> Sequence[Write]:
        """Greet the sensor; its answers bring everything else."""
        return (_write(Message(Id.INIT, gdx.FIRST_COUNTER, gdx.INIT_BODY)),)

    def command(self, action: Action) -> Sequence[Write]:
        """Start, stop or ask for the charge; raises `NotOffered` for the rest, and for a start without a channel."""
        match action:
            case Action.START if self._sensor is not None:
                return self._ask(Id.START, gdx.start_body(1 << self._sensor.channel))
            case Action.STOP:
                return self._ask(Id.STOP, gdx.STOP_BODY)
            case Action.ASK_CHARGE:
                return self._ask(Id.STATUS)
            case _:
                raise NotOffered(TITLE, action.value)

    def sent(self, data: bytes) -> None:
        """Wait for the answer to this command. Raises `FrameError` where it is none."""
        message = Message.from_bytes(data)
        self._asked, self._counter = message, message.counter
        if message.id == Id.PERIOD:
            self._pace(gdx.period_of(message.body))

    def feed(self, heard: Heard) -> Sequence[Value]:
        """Read one notification."""
        message = self._joiner.feed(heard.data)
        if message is None:
            return ()
        if message[0] == gdx.MEASUREMENT:
            return self._measured(message, heard.arrival_s)
        return self._answered(Message.answer_from_bytes(message))

    # readings

    def _measured(self, message: bytes, arrival_s: float) -> Sequence[Value]:
        if message[4] == Kind.DROPPED:
            if self._slots is not None:
                self._slots.lose()
            return (Dropped(),)
        measured = Measurement.from_bytes(message)
        if measured is None:
            return ()
        if self._sensor is None or self._slots is None:
            raise FrameError("readings came before the channel and the period were agreed on")
        force_n = _of_channel(measured, self._sensor.channel)
        return (block_of(zip(self._slots.place(len(force_n), arrival_s), force_n, strict=True)),) if force_n else ()

    def _pace(self, period_us: int) -> None:
        if not 0 < period_us <= LONGEST_PERIOD_US:
            raise FrameError(f"a period of {period_us} µs")
        if self._slots is None or self._slots.period_us != period_us:
            self._slots = PacedSlots(period_us)
        self.ability = replace(self.ability, rate_hz=1e6 / period_us)

    # answers

    def _answered(self, answer: Message) -> Sequence[Value]:
        asked = self._asked
        if asked is None or (answer.id, answer.counter) != (asked.id, asked.counter):
            return ()
        self._asked = None
        match asked.id:
            case Id.INIT:
                return self._ask(Id.AVAILABLE)
            case Id.AVAILABLE:
                mask = gdx.mask_of(answer.body)
                self._untried = tuple(channel for channel in range(gdx.CHANNELS) if mask >> channel & 1)
                return self._ask_next()
            case Id.SENSOR:
                return self._consider(Sensor.from_bytes(answer.body))
            case Id.PERIOD if self._sensor is not None:
                return self.command(Action.START)
            case Id.STATUS:
                return (Charge(percent=gdx.charge_of(answer.body)),)
            case _:
                return ()

    def _ask_next(self) -> Sequence[Value]:
        if not self._untried:
            return (Unsuitable(NO_NEWTONS),)
        channel, *rest = self._untried
        self._untried = tuple(rest)
        return self._ask(Id.SENSOR, bytes((channel,)))

    def _consider(self, sensor: Sensor) -> Sequence[Value]:
        period_us = _period_us(sensor)
        if not (sensor.id and sensor.unit == NEWTON and 0 <= sensor.channel < gdx.CHANNELS and period_us):
            return self._ask_next()
        self._sensor = sensor
        told = Told(
            Sentence("channel"),
            Sentence("{name}, {least:g} to {most:g} N", name=sensor.description, least=sensor.least, most=sensor.most),
        )
        return (told, *self._ask(Id.PERIOD, gdx.period_body(period_us)))

    def _ask(self, number: Id, body: bytes = b"") -> Sequence[Write]:
        return (_write(Message(number, (self._counter - 1) & 0xFF, body)),)


def _write(message: Message) -> Write:
    return Write(gdx.COMMAND, bytes(message), response=False)


def _of_channel(measured: Measurement, channel: int) -> tuple[float, ...]:
    """The values of one channel; empty where the message has none of it."""
    if not measured.mask >> channel & 1:
        return ()
    before = (measured.mask & ((1 << channel) - 1)).bit_count()
    return measured.values[before :: measured.mask.bit_count()]


def _period_us(sensor: Sensor) -> int | None:
    """The wanted period, or the shortest one that the sensor can, on its grid; None for a slower one."""
    step_us = max(1, sensor.granularity_us)
    period_us = -(-max(WANTED_PERIOD_US, sensor.least_period_us) // step_us) * step_us
    return period_us if period_us <= LONGEST_PERIOD_US else None


def _claims(said: Advertised) -> bool:
    return said.name.startswith(gdx.NAME) or gdx.SERVICE in said.services


DRIVER: Final = Driver("go-direct", TITLE, Gatt((gdx.RESPONSE,), gdx.LONGEST_WRITE), _claims, GoDirectTalk)
