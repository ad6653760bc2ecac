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
from session.mark_button import MarkButton
from session.plan import Plan
from session.seen import Seen
from session.silence import Silence
from session.tool_stream import ToolStream


class Observer:
    """Decodes, tares and analyses; asks no clock."""

    def __init__(self, plan: Plan) -> None:
        self.tool = ToolStream()
        self.holds: list[Hold] = []
        self.live: Live = QUIET
        """What the hand does."""
        self._plan = plan
        self._analysis: Analysis | None = None
        self._silence = Silence()
        self._button = MarkButton()

    def update(self, payload: Payload) -> SampleBlock | None:
        """Take one payload; the tared readings in it, if any."""
        block = self.tool.update(payload)
        for down in self.tool.take_button():
            self._button.update(down=down, t_s=payload.arrival_s)
        if block is not None and len(block):
            self._analysis = self._analysis or Analysis(_settings(self.tool, self._plan))
            self.holds += self._analysis.update(block)
            self.live = self._analysis.live
            self._silence.update(block, payload.arrival_s)
        return block

    def finish(self) -> None:
        """The stream is over: what is open ends at its last reading."""
        if self._analysis:
            self.holds += self._analysis.finish()
            self.live = self._analysis.live

    def call_let_go(self, time_us: int) -> None:
        """A let-go is called at this time of the tool's clock."""
        if self._analysis:
            self._analysis.call_let_go(time_us)

    def aim(self, plan: Plan) -> None:
        """Another target from the next contact on."""
        if plan is not self._plan and self._analysis:
            self._analysis.retarget(plan.target_n, plan.band_percent, plan.cap.force_n)
        self._plan = plan

    @property
    def last_valid_s(self) -> float | None:
        """Arrival of the newest reading that can be trusted."""
        return self._silence.last_valid_s

    @property
    def valid_force_n(self) -> float | None:
        """That reading."""
        q = self._silence.valid_q
        return None if q is None else q / GRID_PER_N

    def see(self, now_s: float) -> Seen:
        """What the guide looks at now; a stop of the tool is told once."""
        last_s = self.last_valid_s
        return Seen(
            live=self.live,
            age_s=None if last_s is None else now_s - last_s,
            valid_n=self.valid_force_n,
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
