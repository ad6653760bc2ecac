"""What is known of the hand and of the data, from the payloads so far."""

from __future__ import annotations

from analysis.advisory import Softening
from analysis.hold import Hold
from analysis.live import QUIET, Live
from analysis.settings import Settings
from analysis.stream import Analysis
from protocol.blocks import GRID_PER_N, SampleBlock
from protocol.control import Result
from protocol.frames import ToolFlag
from protocol.link import Payload
from session.in_order import is_late
from session.mark_button import MarkButton
from session.merged import Merged
from session.plan import Plan
from session.seen import Seen
from session.silence import Silence
from session.tool_stream import ToolStream
from session.track import Aim, LetGo, OtherTip, Track


class Observer:
    """Decodes, tares and analyses; asks no clock."""

    def __init__(self, plan: Plan) -> None:
        self.tool = ToolStream()
        self.holds: list[Hold] = []
        """So far; a hold that lost readings changes when they come late."""
        self.live: Live = QUIET
        """What the hand does; of what came late only sums and counts are in it (`session.progress`)."""
        self._plan = plan
        self._merged: Merged | None = None
        self._silence = Silence()
        self._button = MarkButton()
        self._boots = 0
        self._area_cm2: float | None = None

    def update(self, payload: Payload) -> SampleBlock | None:
        """Take one payload; the tared readings in it, if any, live or late (marked LATE)."""
        block = self.tool.hear(payload)
        if self.tool.boots != self._boots:
            self._boots = self.tool.boots
            self._button.forget()
        for down in self.tool.take_button():
            self._button.update(down=down, t_s=payload.arrival_s)
        self._look_at_tip()
        if block is not None:
            block = self._measure(block, payload.arrival_s)
        self._look()
        return block

    def finish(self) -> None:
        """The stream is over: what is open ends at its last reading, and what is missing stays missing."""
        if self._merged:
            self._merged.finish()
        self._look()

    def call_let_go(self, time_us: int) -> None:
        """A let-go is called at this time of the tool's clock."""
        if self._merged:
            self._merged.do(LetGo(time_us))

    def aim(self, plan: Plan) -> bool:
        """The plan's target counts from the next contact on; whether it is another plan than before."""
        before, self._plan = self._plan, plan
        if plan is before:
            return False
        if self._merged:
            self._merged.do(Aim(plan.target_n, plan.band_percent, plan.cap.force_n))
        return True

    def _look_at_tip(self) -> None:
        """Readings count for the tip that was on when they were taken."""
        if self._merged and self.tool.area_cm2 != self._area_cm2:
            self._area_cm2 = self.tool.area_cm2
            self._merged.do(OtherTip(self._area_cm2))

    def _measure(self, block: SampleBlock, arrival_s: float) -> SampleBlock:
        """Only what arrives live says how fresh the data are."""
        if self._merged is None:
            if not len(block):
                return block
            self._area_cm2 = self.tool.area_cm2
            track = Track(Analysis(_settings(self.tool, self._plan)), self.tool.conditioning())
            self._merged = Merged(track, self.tool.missing)
        ready = self._merged.update(block)
        if not is_late(ready):
            self._silence.update(ready, arrival_s)
        return ready

    def _look(self) -> None:
        """Take over what came late, as soon as a hole is filled or given up."""
        if self._merged:
            self._merged.settle()
            self.holds, self.live = self._merged.holds, self._merged.live

    @property
    def last_valid_s(self) -> float | None:
        """Arrival of the newest reading that can be trusted."""
        return self._silence.last_valid_s

    def age_s(self, now_s: float) -> float | None:
        """Of that reading."""
        last_s = self.last_valid_s
        return None if last_s is None else now_s - last_s

    @property
    def valid_force_n(self) -> float | None:
        """That reading."""
        q = self._silence.valid_q
        return None if q is None else q / GRID_PER_N

    def see(self, now_s: float) -> Seen:
        """What the guide looks at now; a stop of the tool is told once."""
        return Seen(
            live=self.live,
            age_s=self.age_s(now_s),
            valid_n=self.valid_force_n,
            area_cm2=self.tool.area_cm2,
            zeroed=self.tool.zeroed is Result.OK,
            sensor_fault=ToolFlag.SENSOR_FAULT in self.tool.flags,
            overload=ToolFlag.OVERLOAD in self.tool.flags,
            tool_stop=self.tool.take_stop(),
            stop_latched=ToolFlag.STOP_LATCHED in self.tool.flags,
            stop_by=self.tool.stop_by,
            softening=isinstance(self.live.advisory, Softening),
            marks=self._button.take(now_s),
        )


def _settings(tool: ToolStream, plan: Plan) -> Settings:
    return Settings(
        period_us=round(1e6 / (tool.rate_hz or 100.0)),
        area_cm2=tool.area_cm2,
        target_n=plan.target_n,
        band_percent=plan.band_percent,
        hold_s=plan.hold_s,
        cap_n=plan.cap.force_n,
        full_scale_n=tool.full_scale_n,
    )
