"""The simulated tool: scenario, seed and time in, payload bytes out. It never waits and has no clock of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from protocol.advert import Advert
from protocol.control import Command, Request
from protocol.frames import FrameType
from protocol.link import Channel
from protocol.status import ToolState
from simulator.boot import SMALLEST_MTU, Boot
from simulator.hand import Intent
from simulator.happenings.every import Happening, Marker
from simulator.happenings.radio import RadioFault
from simulator.happenings.tool import Reached
from simulator.identity import FIRMWARE, NAME, TIP, layout_of
from simulator.life import Life
from simulator.outbox import Notification
from simulator.pace import Pace
from simulator.resend import QUEUED
from simulator.sampler import FRAME_S, Sampler
from simulator.scenario import Scenario
from simulator.truth import Span, Truth, doses_of, truth_of

_STEPS: Final[dict[int, Reached]] = {
    Command.START: Reached.START,
    Command.TIME: Reached.TIME,
    Command.TARE: Reached.TARE,
}
"""What a client asks for while it connects."""


class Tool:
    """One tool from power-on. Each `t_s` is true time since then, in seconds, and never goes back."""

    name = NAME
    firmware = FIRMWARE

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario = scenario
        self.serial = scenario.serial
        self.on_radio: Callable[[RadioFault], None] | None = None
        """Takes what is injected and concerns the air; None where there is none."""
        self._life = Life(scenario, seed)
        self.flash = self._life.flash
        self._sync = Pace()
        self._area_cm2 = scenario.physics.cell.area_cm2(TIP.area_cm2)

    # what can be read

    @property
    def layout(self) -> bytes:
        """The Layout characteristic."""
        self._life.reached(self._life.now_s, Reached.LAYOUT)
        return bytes(layout_of(self.scenario, self.flash))

    def status(self, t_s: float) -> bytes:
        """The Status characteristic."""
        self._life.run_to(t_s)
        self._life.reached(t_s, Reached.STATUS)
        return bytes(self._boot.status(t_s))

    def force_mn(self, t_s: float) -> int | None:
        """The Force characteristic; None while it has no value."""
        self._life.run_to(t_s)
        return self._boot.force_mn()

    def battery_percent(self, t_s: float) -> int:
        """Charge, falling slowly."""
        return self._life.battery.percent(t_s)

    def service_data(self, t_s: float) -> bytes:
        """The 13 bytes in the scan response."""
        self._life.run_to(t_s)
        state = ToolState.STREAMING if self._boot.sampler else ToolState.IDLE
        return bytes(Advert(1, state, self.battery_percent(t_s), self.serial))

    def clock_us(self, t_s: float) -> int:
        """The tool's clock, not wrapped."""
        return self._boot.clock_us(t_s)

    @property
    def hung_up(self) -> bool:
        """Whether the tool has dropped the connection that it is in."""
        return self._life.presence.hung_up

    @property
    def away_until_s(self) -> float:
        """Nobody can reach the tool before; infinite for a tool that is switched off."""
        return self._life.presence.away_until_s

    @property
    def mtu(self) -> int:
        """What the present connection allows."""
        return self._boot.mtu

    @property
    def rates_hz(self) -> tuple[int, ...]:
        """What it can sample at, the default first."""
        return self._boot.rates_hz

    @property
    def over(self) -> bool:
        """Whether the scenario's time is up: no sample comes any more, and nothing is on its way."""
        return self._life.over and not self._life.path

    @property
    def resending(self) -> bool:
        """Whether late frames are still to come."""
        return self._boot.resend is not None

    # what comes from outside

    def connect(self, t_s: float, mtu: int) -> None:
        """A connection, or another MTU for it."""
        self._life.run_to(t_s)
        self._boot.mtu = mtu
        new = self._life.presence.connect()
        self._life.reached(t_s, Reached.CONNECTED if new else Reached.MTU)

    def subscribe(self, t_s: float) -> None:
        """The client wants to be notified; nothing comes before START."""
        self._life.run_to(t_s)
        self._life.reached(t_s, Reached.SUBSCRIBED)

    def disconnect(self, t_s: float) -> None:
        """The connection is over: nothing is sent before the next START."""
        if not self.hung_up:
            self._boot.lose_link(t_s)
        self._life.run_to(t_s)
        self._life.path.clear()
        self._life.outbox.take()
        self._boot.mtu = SMALLEST_MTU
        self._life.presence.disconnect(t_s)

    def write_control(self, t_s: float, data: bytes) -> None:
        """A write to Control; the answer comes out of `advance`. Raises `FrameError` below 2 bytes."""
        request = Request.from_bytes(data)
        self._life.run_to(t_s)
        if (step := _STEPS.get(request.command)) is not None:
            self._life.reached(t_s, step)
        if not self.hung_up:
            self._boot.control.write(t_s, request)
            self._boot.answer(t_s)

    def write_setup(self, t_s: float, data: bytes) -> list[bytes]:
        """A write to Setup, encrypted; returns the answer, if any. Raises `FrameError` below 2 bytes."""
        request = Request.from_bytes(data)
        self._life.run_to(t_s)
        return [] if self.hung_up else [bytes(reply) for reply in self._boot.setup.write(t_s, request)]

    def carried(self, t_s: float, frame: bytes) -> None:
        """The radio event at `t_s` carried this sample frame: what a controller with anchor points reports."""
        present = self._boot.listening and frame[1:2] == bytes((self._boot.stream,))
        if present and self.scenario.sync_frames and self._sync.allows(t_s):
            self._life.say_aside(t_s, self._boot.sync_frame(t_s, int.from_bytes(frame[4:8], "little")))

    def drop(self, t_s: float) -> None:
        """Drop the connection now, and be there again at once."""
        self._life.run_to(t_s)
        self._life.leave(t_s, t_s)

    def start(self, t_s: float, rate_hz: int) -> Sampler:
        """START without a request."""
        return self._boot.start(t_s, rate_hz)

    def tell(self, intent: Intent) -> None:
        """The seam of the hand: what the person sees and wants from now on."""
        self._life.world.tell(intent)

    def inject(self, happening: Happening, t_s: float) -> None:
        """Let something happen beside the scenario; its `at_s` counts from `t_s`.

        Raises `ValueError` for what concerns the air or the tissue where there is none.
        """
        self._life.run_to(t_s)
        if not isinstance(happening, RadioFault):
            at_s = self._life.world_s(t_s) + happening.at_s
            self._life.add(happening.model_copy(update={"at_s": at_s}))
        elif self.on_radio is not None:
            self.on_radio(happening)
        else:
            raise ValueError(f"“{happening.kind}” needs a radio, and this link has none: use virtual Bluetooth")

    def hear_begun(self, listener: Callable[[Marker], None]) -> None:
        """Tell `listener` of each happening when it begins, from now on: the truth beside the data."""
        self._life.on_begun = listener

    def hear_first(self, listener: Callable[[float], None]) -> None:
        """Tell `listener` when the first sample is taken, in seconds since power-on."""
        self._life.on_first = listener

    def tell_begun(self, marker: Marker) -> None:
        """Something begins that happens to the air, not to the tool."""
        self._life.on_begun(marker)

    # what the tool does

    def advance(self, t_s: float, room: int = QUEUED) -> list[Notification]:
        """Everything due up to and including `t_s`, in order, with at most `room` late frames between live ones."""
        self._life.run_to(t_s)
        if t_s < self._life.presence.locked_until_s:
            return []
        said: list[Notification] = []
        for note in self._life.outbox.take():
            said.append(note)
            if room and _is_live(note):
                room -= self._put_late(t_s, said)
        if room and self._life.over:  # no live frame comes any more to follow
            self._put_late(t_s, said)
        self._boot.answer(t_s)
        return said + self._life.outbox.take()

    def next_due_s(self, t_s: float) -> float:
        """When `advance` has something again, later than `t_s`; infinite while nothing is to come."""
        due_s = t_s if self._life.outbox else min(self._boot.control.due_s, self._boot.off_s, self._life.path.due_s)
        sampler = self._boot.sampler
        if sampler and not self._life.over:
            last = sampler.next_counter + sampler.missing(self._life.frame_size(sampler)) - 1
            due_s = min(due_s, self._life.slot_s(sampler, last))
        elif self._boot.resend:
            due_s = min(due_s, t_s + FRAME_S)
        return max(due_s, t_s, self._life.presence.locked_until_s)

    # what a run reports

    @property
    def payload_sha256(self) -> str:
        """Of all live sample and event notifications so far, in order."""
        return self._life.outbox.sha256

    @property
    def simulated_s(self) -> float:
        """Time since the first sample."""
        return self._life.world.time_s

    @property
    def first_s(self) -> float | None:
        """When the first sample was taken; None before."""
        return self._life.first_s

    @property
    def truth(self) -> Truth:
        """What happened at the tip so far, over the true area of the tip that was on at first."""
        return truth_of(self._life.world.trace_n, self._area_cm2)

    def doses_kpa_s(self, spans_s: Iterable[Span]) -> list[float]:
        """True pressure × time of each span of time since the first sample, over the same area as `truth`."""
        return doses_of(self._life.world.trace_n, self._area_cm2, spans_s)

    @property
    def pressed_n(self) -> tuple[float, ...]:
        """True force at each press of a patient who felt a threshold."""
        return tuple(self._life.course.pressed_n)

    # inside

    @property
    def _boot(self) -> Boot:
        return self._life.boot

    def _put_late(self, t_s: float, said: list[Notification]) -> int:
        """Put the next late frame, unless the air loses it; how many there were."""
        frame = self._boot.late_frame(t_s)
        if frame is None:
            return 0
        if self._life.aside.spare(self._life.world_s(t_s)):
            said.append(Notification(Channel.SAMPLES, frame))
        return 1


def _is_live(note: Notification) -> bool:
    return note.channel is Channel.SAMPLES and note.data[:1] == bytes((FrameType.SAMPLES,))
