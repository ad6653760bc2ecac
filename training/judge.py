"""From readings and marks to judged trials: one way, for a live run and for a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from analysis.hold import Code, Hold, Missing
from analysis.reading import joined
from analysis.score import Score, score
from analysis.score_losses import Loss, losses
from analysis.score_shape import AROUND_US, trial_hold
from analysis.score_trial import Trial
from analysis.settings import Settings
from protocol.blocks import SampleBlock
from protocol.sentence import Sentence
from session.cue import Why
from training.marks import Asked, Go, LetGo, Mark, Over


@dataclass(frozen=True, slots=True)
class Judged:
    """A trial that is over."""

    go: Go
    trial: Trial
    asked_us: int | None
    """When the trainee asked for feedback."""
    void: Why | None
    """The alarm that voided it: it counts nowhere."""
    score: Score | Missing
    losses: tuple[Loss, ...]
    hold: Hold | Missing
    """The press itself: rise, steadiness, let-go."""
    readings: SampleBlock | None
    """From go to the end, in the order of time; None for a trial without any."""

    @property
    def guided(self) -> bool:
        """Whether the force was shown, if only from some moment on."""
        return self.go.shown or self.asked_us is not None


@dataclass(frozen=True, slots=True)
class Tool:
    """Facts of the tool that a judgement needs."""

    rate_hz: float
    area_cm2: float | None


class Judge:
    """Keeps the readings of the trial that runs, and judges it when it is over.

    What has come by then counts, also what came late; the order of what is taken is that of the record.
    """

    def __init__(self) -> None:
        self._blocks: list[SampleBlock] = []
        self._go: Go | None = None
        self._asked_us: int | None = None
        self._let_go_us: int | None = None

    def update(self, block: SampleBlock) -> None:
        """Take tared readings, at least one."""
        self._blocks.append(block)
        if self._go is None:
            newest_us = block.time_us.item(-1)
            self._blocks = [each for each in self._blocks if each.time_us.item(-1) >= newest_us - 2 * AROUND_US]

    def mark(self, mark: Mark, tool: Tool) -> Judged | None:
        """Take what happened; a trial that is over is judged."""
        match mark:
            case Go():
                self._go, self._asked_us, self._let_go_us = mark, None, None
            case Asked(time_us=time_us):
                self._asked_us = time_us
            case LetGo(time_us=time_us):
                self._let_go_us = time_us
            case Over():
                return self._over(mark, tool)
            case _ as never:
                assert_never(never)
        return None

    def _over(self, over: Over, tool: Tool) -> Judged | None:
        go, self._go = self._go, None
        if go is None:
            return None
        trial = go.task.at(go.time_us, self._let_go_us)
        readings = _in_order(self._blocks)
        why = self._unjudged(over)
        if why is not None or readings is None:
            unscored = why or Missing(Code.GAP, Sentence("no reading came"))
            return Judged(go, trial, self._asked_us, over.void, unscored, (), unscored, readings)
        period_us = round(1e6 / tool.rate_hz)
        found = score(readings, trial, period_us)
        lost = () if isinstance(found, Missing) else losses(readings, trial, period_us, found)
        hold = trial_hold(readings, trial, _settings(go, tool, period_us))
        return Judged(go, trial, self._asked_us, None, found, lost, hold, readings)

    def _unjudged(self, over: Over) -> Missing | None:
        if over.void is not None:
            return Missing(Code.CUT, Sentence("the trial is void: {why}", why=over.void))
        if self._let_go_us is None:
            return Missing(Code.CUT, Sentence("the trial was not complete"))
        return None


def _settings(go: Go, tool: Tool, period_us: int) -> Settings:
    task = go.task
    return Settings(period_us=period_us, area_cm2=tool.area_cm2, target_n=task.target_n, band_percent=task.band_percent)


def _in_order(blocks: list[SampleBlock]) -> SampleBlock | None:
    """All readings by their slots, each once: what came late stands in its place."""
    if not blocks:
        return None
    whole = joined(blocks)
    order = whole.index.argsort(kind="stable")
    index = whole.index[order]
    order = order[[True, *(index[1:] != index[:-1]).tolist()]]
    return SampleBlock(whole.index[order], whole.time_us[order], whole.force_q[order], whole.flags[order])
