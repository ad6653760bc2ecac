"""From a tool's payloads to tared readings and facts about the tool: the same live, in replay and offline."""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from typing import Final, assert_never

from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.control import Command, Reply, Result, Started, Zero
from protocol.errors import FrameError
from protocol.events import Button, EventType, ToolEvent
from protocol.frames import ToolFlag
from protocol.layout import Feature, Layout, Tip
from protocol.link import Payload
from protocol.missing import Missing
from protocol.sentence import Sentence
from protocol.status import Status
from protocol.tool import Battery, InputBytes, Readings, ToolDecoder, Value
from session.conditioning import Conditioning
from session.event_account import EventAccount
from session.holes import Holes
from session.in_order import is_late
from session.inputs import undoes_zero
from session.tare import farthest_n
from session.unknown import Unknown
from session.zero import Zeroing

NOISY_COUNTS: Final = 2.0
"""A cell whose noise is at least this many counts does not repeat itself by chance."""
PRESSES_KEPT: Final = 1024
"""Presses of the patient's button that wait for who asks for them: one that never ends fills no memory."""

LATE_S: Final = 2.0
"""A press of the tool's button that is told later than this marks nothing any more: it answered something else."""

NOT_MEASURED: Final = Unknown(Sentence("the zero was not measured yet"))
RESTARTED: Final = Unknown(Sentence("the tool restarted after its zero was measured"))
OTHER_TIP: Final = Unknown(Sentence("another tip is on since the zero was measured"))
RECALIBRATED: Final = Unknown(Sentence("the tool was calibrated after its zero was measured"))
TAKEN_BACK: Final = Unknown(Sentence("the zero was taken back"))


class ToolStream:
    """Takes the payloads of one tool in order.

    `tares` are the numbers of the tares that count, 1 for the first; None: all of them.
    """

    def __init__(self, tares: Container[int] | None = None) -> None:
        self.malformed = 0
        self.flags = ToolFlag(0)
        self.battery_percent: int | None = None
        self.zeroed: Result | Unknown = NOT_MEASURED
        """How the last tare ended; or why there is no zero that one could trust. What was taken off still is."""
        self.boots = 0
        """How often the tool rebooted: what belongs to one boot ends with it."""
        self.stop_by: int | None = None
        """The `Button` that latched the stop which holds now; None without a stop, or where no event told."""
        self.events = EventAccount()
        """Which events were heard."""
        self._decoder = ToolDecoder()
        self.holes = Holes(self._decoder)
        """What is asked of the tool again."""
        self._zeroing = Zeroing(tares)
        self._conditioning = Conditioning(self._zeroing)
        self._status: Status | None = None
        self._rate_mhz: int | None = None
        self._calibration: int | None = None
        self._stop_pressed = False
        self._presses_us: deque[int] = deque(maxlen=PRESSES_KEPT)
        self._button: list[bool] = []

    def update(self, payload: Payload) -> SampleBlock | None:
        """Take one payload; the live readings in it, marked and tared, if any. Late ones are left out."""
        block = self.hear(payload)
        return None if block is None or is_late(block) else self._conditioning.update(block)

    def hear(self, payload: Payload) -> SampleBlock | None:
        """Take one payload; the readings in it, live or late, neither marked nor tared, if any.

        They are to be conditioned in the order of their index (`conditioning`). Bytes that do not decode are counted.
        """
        try:
            value = self._decoder.feed(payload)
            self.holes.update(value, payload.arrival_s)
            if isinstance(value, Readings):
                self._flag(value.flags)
                return value.block
            self._learn(value, payload)
        except FrameError:
            self.malformed += 1
        return None

    def conditioning(self) -> Conditioning:
        """A new one for readings that are heard; tares that come later count in it too."""
        return self._conditioning.fork()

    @property
    def missing(self) -> Missing:
        """What did not come, what came late and what is lost."""
        return self._decoder.missing

    def take_stop(self) -> bool:
        """Whether the tool latched a stop since the last call."""
        pressed, self._stop_pressed = self._stop_pressed, False
        return pressed

    def take_presses_us(self) -> tuple[int, ...]:
        """When the patient's button went down since the last call, on the clock of the readings."""
        presses_us = tuple(self._presses_us)
        self._presses_us.clear()
        return presses_us

    def take_button(self) -> tuple[bool, ...]:
        """What the tool's own button did since the last call: True it went down, False up."""
        button, self._button = tuple(self._button), []
        return button

    def time_us_at(self, clock_us: int, arrival_s: float) -> int | None:
        """A reading of the tool's clock on the scale of the readings (`ToolDecoder.time_us_at`)."""
        return self._decoder.time_us_at(clock_us, arrival_s)

    @property
    def clocks(self) -> int:
        """How often the times of the readings were taken up anew: nothing that was learnt of them before holds."""
        return self._decoder.clocks

    @property
    def boot_id(self) -> int | None:
        """Of this boot of the tool, None before it said so."""
        return self._status.boot_id if self._status else None

    @property
    def layout(self) -> Layout | None:
        """What the tool is, None before it said so."""
        return self._decoder.layout

    @property
    def simulated(self) -> bool:
        """Whether the tool says that it is a program, over whatever link; False before the layout."""
        return self.layout is not None and Feature.SIMULATED in self.layout.features

    @property
    def serial(self) -> str:
        """Serial number, "" before the layout."""
        return self.layout.serial if self.layout else ""

    @property
    def tip(self) -> Tip | None:
        """The tip that is on, None where it is not known."""
        return self.layout.tip(self._status.tip) if self.layout and self._status else None

    @property
    def area_cm2(self) -> float | None:
        """Area of the tip, None where it is not known."""
        return self.tip.area_cm2 if self.tip else None

    @property
    def full_scale_n(self) -> float | None:
        """Of the force cell, None before the layout."""
        return self.layout.channels[0].full_scale if self.layout else None

    @property
    def rate_hz(self) -> float | None:
        """Sampling rate: as START answered, else the tool's default; None before the layout."""
        if self._rate_mhz:
            return self._rate_mhz / 1000
        return self.layout.rates_mhz[0] / 1000 if self.layout else None

    @property
    def noisy(self) -> bool:
        """Whether equal readings in a row mean a stuck sensor."""
        if self.layout is None:
            return False
        force = self.layout.channels[0]
        return force.noise >= NOISY_COUNTS * abs(force.coefficients[1]) > 0

    def _flag(self, flags: ToolFlag) -> None:
        if flags == self.flags:
            return
        self._stop_pressed |= ToolFlag.STOP_LATCHED in flags & ~self.flags
        if ToolFlag.STOP_LATCHED in self.flags & ~flags:
            self.stop_by = None
        self.flags = flags

    def _learn(self, value: Value, payload: Payload) -> None:
        match value:
            case Layout() | Status() | Battery():
                self._introduce(value)
            case ToolEvent():
                if self.events.hear(value, payload.arrival_s):
                    self._happened(value, payload.arrival_s)
            case InputBytes(data) if undoes_zero(data):
                self._undo()
            case Reply(command=Command.START, result=Result.OK):
                self._rate_mhz = Started(*map(int, value.values)).rate_mhz
            case Reply(command=Command.TARE):
                self._tare(value)
            case _:
                pass

    def _introduce(self, value: Layout | Status | Battery) -> None:
        """What each connection begins with."""
        match value:
            case Layout(calibration=calibration):
                self._conditioning.noisy = self.noisy
                if self._calibration not in (None, calibration.id):
                    self._doubt(RECALIBRATED)
                self._calibration = calibration.id
            case Status():
                self._stand(value)
            case Battery(percent):
                self.battery_percent = percent
            case _ as never:
                assert_never(never)

    def _stand(self, status: Status) -> None:
        """How the tool stands."""
        before, self._status = self._status, status
        if before and before.boot_id != status.boot_id:
            self._restarted()
        elif before and before.tip != status.tip:
            self._doubt(OTHER_TIP)
        self._rate_mhz = status.rate_mhz or self._rate_mhz

    def _restarted(self) -> None:
        """Nothing that the tool held in its memory is there any more; the tip and the calibration are."""
        self.boots += 1
        self.events.reboot()
        self.flags, self.stop_by, self._rate_mhz = ToolFlag(0), None, None
        self._doubt(RESTARTED)

    def _doubt(self, why: Unknown) -> None:
        if self.zeroed is not NOT_MEASURED:
            self.zeroed = why

    def _happened(self, event: ToolEvent, arrival_s: float) -> None:
        match event:
            case ToolEvent(type=EventType.TIP, values=(tip, _)) if self._status:
                self._stand(self._status._replace(tip=tip))
            case ToolEvent(type=EventType.STOP, values=(1, by)):
                self._stop_pressed, self.stop_by = True, by
            case ToolEvent(type=EventType.BUTTON, values=(Button.PATIENT, 1)):
                self._note_press(event)
            case ToolEvent(type=EventType.BUTTON, values=(Button.TOOL, down)):
                if not down or self._is_fresh(event, arrival_s):
                    self._button.append(bool(down))
            case _:
                pass

    def _is_fresh(self, event: ToolEvent, arrival_s: float) -> bool:
        """Whether somebody means it now: what was pressed in an earlier connection, or without one, is old."""
        age_s = self._decoder.age_s_of(event.clock_us, arrival_s)
        return age_s is not None and age_s < LATE_S

    def _note_press(self, event: ToolEvent) -> None:
        time_us = self._decoder.time_us_of(event.stream, event.clock_us)
        if time_us is not None:
            self._presses_us.append(time_us)

    def _tare(self, reply: Reply) -> None:
        self.zeroed = Result(reply.result) if reply.result in set(Result) else Result.INTERNAL
        if self.zeroed is Result.OK:
            zero = Zero(*map(int, reply.values))
            index = self._decoder.index_of(zero.stream, zero.counter)
            # of a stream of which no frame came yet, or none will come any more, everything that follows is later
            self._zeroing.apply_from(self._decoder.newest + 1 if index is None else index, zero.zero_q)
            self.zeroed = self._far(abs(zero.zero_q) / GRID_PER_N) or Result.OK

    def _far(self, zero_n: float) -> Unknown | None:
        """A zero beyond the limit, which the tool itself should have refused, is none that one could trust."""
        most_n = farthest_n(self.full_scale_n or 0.0)
        return too_far(zero_n, most_n) if zero_n > most_n else None

    def _undo(self) -> None:
        if self._zeroing.undo_from(self._decoder.newest + 1) and not self._zeroing.standing:
            self.zeroed = TAKEN_BACK


def too_far(zero_n: float, most_n: float) -> Unknown:
    """A zero that is as far as this from the factory's."""
    return Unknown(
        Sentence(
            "the zero is {zero_n:.1f} N away from the factory's, more than {most_n:.1f} N", zero_n=zero_n, most_n=most_n
        )
    )
