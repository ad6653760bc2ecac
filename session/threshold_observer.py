"""What is known of a ramp and of the data, from the payloads so far."""

from __future__ import annotations

from typing import Final

from analysis.algometry.ramp import Ramp, Rising
from analysis.algometry.threshold import Circumstances, Method, Press, Threshold, lift_off, measure
from analysis.live import QUIET
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.control import Result
from protocol.frames import ToolFlag
from protocol.link import Channel, Payload
from session.inputs import Now, read_input
from session.seen import Seen
from session.silence import Silence
from session.threshold import ThresholdPlan
from session.threshold_guide import Sight
from session.tool_stream import ToolStream

SAME_AREA_CM2: Final = 5e-4
"""A tool tells areas in steps of 10⁻⁴ cm²."""


class ThresholdObserver:
    """Decodes, tares, finds ramps and measures them; asks no clock."""

    def __init__(self, plan: ThresholdPlan) -> None:
        self.tool = ToolStream()
        self._plan = plan
        self._ramp = Ramp(plan.settings)
        self._silence = Silence()
        self._presses: list[Press] = []
        """Not yet known to belong to a ramp that is over."""
        self._last_end_s: float | None = None
        self._ended: list[Threshold] = []

    def update(self, payload: Payload) -> SampleBlock | None:
        """Take one payload; the tared readings in it, if any."""
        if payload.channel is Channel.INPUT:
            self._hear(payload)
        block = self.tool.update(payload)
        self._presses += [Press(time_us, Method.BUTTON) for time_us in self.tool.take_presses_us()]
        if block is not None and len(block):
            self._ended += [self._measured(ramp) for ramp in self._ramp.update(block)]
            self._silence.update(block, payload.arrival_s)
        return block

    def see(self, now_s: float) -> Sight:
        """What the guide looks at now; what ended and a stop of the tool are told once."""
        ended, self._ended = tuple(self._ended), []
        ramp = self._ramp.now
        area_cm2 = self.tool.area_cm2
        return Sight(
            seen=self._seen(now_s),
            ramp=ramp,
            pressed=isinstance(ramp, Rising) and any(press.time_us >= ramp.start_us for press in self._presses),
            stop_by=self.tool.stop_by,
            tip_fits=area_cm2 is None or abs(area_cm2 - self._plan.area_cm2) < SAME_AREA_CM2,
            ended=ended,
        )

    def _seen(self, now_s: float) -> Seen:
        last_s, valid_q, flags = self._silence.last_valid_s, self._silence.valid_q, self.tool.flags
        return Seen(
            live=QUIET,
            age_s=None if last_s is None else now_s - last_s,
            valid_n=None if valid_q is None else valid_q / GRID_PER_N,
            zeroed=self.tool.zeroed is Result.OK,
            sensor_fault=ToolFlag.SENSOR_FAULT in flags,
            overload=ToolFlag.OVERLOAD in flags,
            tool_stop=self.tool.take_stop(),
            stop_latched=ToolFlag.STOP_LATCHED in flags,
        )

    def _hear(self, payload: Payload) -> None:
        """What was said on this side counts at the newest reading that had arrived."""
        value, ramp = read_input(payload.data), self._ramp.now
        if isinstance(value, Now) and isinstance(ramp, Rising):
            method = Method.KEY if value.by == "patient" else Method.SPOKEN
            self._presses.append(Press(ramp.time_us, method))

    def _measured(self, ramp: SampleBlock) -> Threshold:
        """The earliest "now" within the ramp is the one that counts."""
        start_us, end_us = int(ramp.time_us[0]), int(ramp.time_us[-1])
        within = [press for press in self._presses if start_us <= press.time_us <= end_us]
        self._presses = [press for press in self._presses if press.time_us > end_us]
        press = min(within, default=lift_off(ramp) if self._plan.method is Method.LIFT_OFF else None)
        rest_s = None if self._last_end_s is None else start_us / 1e6 - self._last_end_s
        self._last_end_s = end_us / 1e6
        circumstances = Circumstances(rest_s, painkiller=self._plan.painkiller_within_4_h)
        return measure(ramp, press, self._plan.settings, circumstances)
