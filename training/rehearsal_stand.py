"""A rehearsal as a window sees it: made in the loop as a value, read from any thread."""

from __future__ import annotations

from analysis.live import Live
from session.cue import Action, Cue
from session.inputs import Input
from session.runner import Runner
from session.silence import stale
from session.view import View, unkept
from training.display import Gauge, Shown
from training.judge import Judged
from training.stand import Now, Patient, Stand
from training.virtual_patient import VirtualPatient, judgement

_BETWEEN = frozenset({Action.WAIT, Action.REST, Action.DONE})
"""Nobody presses: the picture of the hold before is over."""


class RehearsalStand:
    """Joins a rehearsal; belongs to its loop, apart from what is said of its parts. The force is always in view."""

    def __init__(self, runner: Runner, patient: VirtualPatient) -> None:
        self._runner, self._patient = runner, patient
        self._lasts_s = runner.guide.plan.hold_s
        self._begun_s: float | None = None
        self._now = self._look(runner.view())
        before = runner.on_cue

        def step(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            self._now = self._look(runner.view())

        runner.on_cue = step

    # from any thread

    def now(self) -> Now:
        """The latest moment."""
        summary, now = self._runner.view().summary, self._now
        if summary is None or now.patient is None:
            return now
        judged = judgement(self._patient, summary)
        return now._replace(over=summary.outcome, patient=now.patient._replace(asked=False, judgement=judged))

    def clock_s(self) -> float:
        """The loop's clock, which goes on while the loop is stuck."""
        return self._runner.clock_s()

    def take_told(self) -> tuple[Judged, ...]:
        """A rehearsal has no trials."""
        return ()

    def hear(self, value: Input) -> None:
        """Somebody did something. Raises `RuntimeError` when nothing runs any more."""
        self._runner.hear(value)

    def ask(self) -> None:
        """The force is in view as it is."""

    def _look(self, view: View) -> Now:
        now_s, cue = self._runner.clock_s(), view.cue
        if cue.action in _BETWEEN:
            self._begun_s = None
        elif self._begun_s is None:
            self._begun_s = now_s
        shown = Shown(
            action=cue.action,
            why=cue.why,
            trial=cue.repetition,
            trials=cue.repetitions,
            target_n=cue.target_n,
            left_s=round(cue.left_s),
            gauge=None if self._begun_s is None else self._gauge(view, now_s - self._begun_s, now_s),
            may_ask=False,
            simulated=view.simulated,
            not_kept=unkept(view.recording),
        )
        return Now(shown, None, now_s, "", Patient(cue.ask is not None, self._patient.word, ()))

    def _gauge(self, view: View, since_s: float, now_s: float) -> Gauge:
        age_s = None if view.last_valid_s is None else now_s - view.last_valid_s
        force_n = None if stale(age_s) else view.force_n
        return Gauge(force_n, view.cue.low_n, view.cue.high_n, since_s, self._lasts_s)


Standing = Stand | RehearsalStand
"""What a window looks at."""
