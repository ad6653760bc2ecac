"""A pain threshold measured in the window of a visit, kept as `palpate measure` keeps it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Final

from clinic.cases.results import readings_of
from gui.tongue import say
from gui.visit.tool import Found
from palpate import options
from palpate.keeping import KeptOfPerson, measuring
from palpate.measure import LIGHTEST_S, found_in, ramp_of, ramps_of
from palpate.person import Client
from palpate.version import VERSION
from protocol.sentence import Sentence
from session.errors import InputError
from session.finding import Check, Verdict
from session.links import LinkName
from session.threshold_run import ThresholdRun
from session.with_threshold import Measuring, measure_with

Submit = Callable[[Coroutine[Any, Any, ThresholdRun]], "Future[ThresholdRun]"]
"""Runs a measurement in a loop of another thread."""

END_S: Final = 20.0
"""Seconds that a measurement gets to close its record after its end."""


class Ramping:
    """One measurement (`gui.visit.tool.Ramping`)."""

    def __init__(self, client: Client, folder: Path | None) -> None:
        plan = ramp_of(client)
        self.client, self.plan = client, plan.model_copy(update={"script": say(plan.script)})
        self._stack, self._folder = ExitStack(), folder
        self._shown: Future[ThresholdRun] = Future()
        self._running: Future[ThresholdRun]
        self._kept: KeptOfPerson

    @property
    def script(self) -> str:
        """What is read out, in the language of the window; the record keeps these very words."""
        return self.plan.script

    def begin(self, tool: LinkName, submit: Submit) -> None:
        """Look for the tool, and measure."""
        most_s = self.plan.most_ramps * max(self.plan.longest_s, LIGHTEST_S)
        self._kept = self._stack.enter_context(measuring(self.client, most_s))
        record = self._kept.noting(partial(options.new_record, None, self._folder))
        asked = Measuring(tool, self.plan, record, VERSION, self._kept.subject, checked=self._checked)
        self._running = submit(measure_with(asked, self._show))
        self._running.add_done_callback(self._pass_on)

    def shown(self) -> ThresholdRun | None:
        """What to show; None while the tool is looked for. Raises what ended it before."""
        if not self._shown.done():
            return None
        try:
            return self._shown.result()
        except BaseException:
            self._stack.close()
            raise

    @property
    def over(self) -> bool:
        """Whether it ended."""
        return self._running.done()

    def result(self) -> Found:
        """What was found."""
        with self._stack:
            run = self._running.result(END_S)
            kpa, above_kpa = found_in(run, self.plan)
            if self._kept.path is None:
                raise InputError(Sentence("nothing was recorded: measure it again"))
            ramps = ramps_of(run, self.client, "threshold", self._kept.path)
            self._kept.found(kpa, above_kpa, readings_of(ramps))
        trusted = not self.plan.painkiller_within_4_h
        return Found(kpa, above_kpa, run.sentence, self._kept.path.name, trusted)

    def cancel(self) -> None:
        """Look for the tool no longer."""
        self._running.cancel()
        self._stack.close()

    def _show(self, run: ThresholdRun) -> None:
        self._kept.follow_ramps(run)
        self._shown.set_result(run)

    def _checked(self, checks: tuple[Check, ...]) -> None:
        """What is not as it should be; what stands against it is said by whoever looked."""
        warnings = [
            Sentence.joined(": ", [Sentence(check.name), check.text])
            for check in checks
            if check.verdict is Verdict.WARN
        ]
        if warnings:
            self._shown.result().say(Sentence.joined("  ·  ", warnings))

    def _pass_on(self, over: Future[ThresholdRun]) -> None:
        if not self._shown.done():
            why = None if over.cancelled() else over.exception()
            self._shown.set_exception(why or InputError(Sentence("the search for the tool was ended")))
