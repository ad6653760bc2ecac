"""The tool of a visit: each treatment under the cap of its moment, kept as `palpate treat` keeps it."""

from __future__ import annotations

from collections.abc import Coroutine
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from clinic.screening.answers import Spot
from clinic.screening.asked import Asked, Use
from clinic.way.beside import Released
from clinic.way.hands import beside, release_now
from clinic.way.said import Station, Step, Treated
from clinic.way.visit import Visit
from palpate import options
from palpate.keeping import Kept, keeping
from palpate.person import NOTHING_SAID, Client, known_library
from palpate.version import VERSION
from palpate.visit_ramps import Ramping
from protocol.sentence import Sentence
from session.errors import InputError
from session.finding import Check, Verdict
from session.links import LinkName
from session.plan import Plan
from session.runner import Runner
from session.tool_desk import ToolDesk
from session.view import View
from session.with_tool import Treatment, treat_with
from session.zero_book import ZeroBook

Ended = tuple[View, Path]
Answer = TypeVar("Answer")


class Submit(Protocol):
    """Runs a treatment or a measurement in a loop of another thread."""

    def __call__(self, coroutine: Coroutine[Any, Any, Answer]) -> Future[Answer]:
        """Begin it."""
        ...


END_S: Final = 20.0
"""Seconds that a treatment gets to close its record after its summary."""


class Treating:
    """One treatment (`gui.visit.tool`)."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._shown: Future[Runner] = Future()
        self._desks: list[ToolDesk] = []
        self.running: Future[Ended]
        self.runner: Runner

    def show(self, runner: Runner) -> None:
        """Called in the loop, before the start."""
        self._shown.set_result(runner)

    def desk(self, desk: ToolDesk) -> None:
        """Called in the loop, before the start."""
        self._desks.append(desk)

    def follow(self, running: Future[Ended]) -> None:
        """Hear the end."""
        self.running = running
        running.add_done_callback(self._pass_on)

    def shown(self) -> tuple[Runner, ToolDesk | None] | None:
        """What to show; None while the tool is looked for. Raises what ended it before."""
        if not self._shown.done():
            return None
        try:
            return self._shown.result(), self._desks[0]
        except BaseException:
            self._stack.close()
            raise

    @property
    def over(self) -> bool:
        """Whether it ended."""
        return self.running.done()

    def result(self) -> Treated:
        """What was done."""
        with self._stack:
            view, path = self.running.result(END_S)
        summary = view.summary
        if summary is None:
            raise InputError(Sentence("{record} has no summary: look at it with “palpate analyze”", record=path.name))
        return Treated(
            record=path.name,
            outcome=summary.outcome,
            simulated=view.simulated,
            holds=len(summary.holds),
            in_band_s=summary.in_band_s,
            dose_kpa_s=summary.dose_kpa_s,
        )

    def cancel(self) -> None:
        """Look for the tool no longer."""
        self.running.cancel()
        self._stack.close()

    def _pass_on(self, over: Future[Ended]) -> None:
        if not self._shown.done():
            why = None if over.cancelled() else over.exception()
            self._shown.set_exception(why or InputError(Sentence("the search for the tool was ended")))


class VisitPlace(NamedTuple):
    """What a visit is held with, beside the person."""

    tool: LinkName
    folder: Path | None
    """Of all data; None: the usual one."""
    own: Path | None = None
    """The clinic's own file."""
    papers: Path | None = None
    """Where sheet and note go; None: they are not written, since anybody could read them there."""


class VisitTool:
    """Begins treatments in a loop, and prints the report (`gui.visit.tool`)."""

    zeros: ZeroBook | None = None
    """Where the zeros of tools are noted; None: nowhere."""

    def __init__(self, place: VisitPlace, submit: Submit) -> None:
        if place.tool.reads:
            raise InputError(
                Sentence("this instrument guides nobody: take a compression tool, or “palpate treat” to read it")
            )
        self._place, self._submit = place, submit

    def treat(self, visit: Visit, spot: Spot) -> Treating:
        """Begin by the plan of this point; raises `InputError` where the cap of this moment does not allow it."""
        return self._begin(self._client(visit, spot, Use.TREATMENT), visit.planned_now(spot).plan)

    def treat_next(self, visit: Visit, spot: Spot) -> Treating:
        """The same, but nobody is pressed before somebody says that the tool is there."""
        client, plan = self._client(visit, spot, Use.TREATMENT), visit.planned_now(spot).plan
        return self._begin(client, plan, asks_place=True)

    def release(self, visit: Visit, spot: Spot) -> Treating:
        """Begin a slow release there; raises `InputError` where the cap of this moment does not allow one."""
        return self._begin(self._client(visit, spot, Use.RELEASE), release_now(visit, spot).plan)

    def measure(self, visit: Visit, spot: Spot) -> Ramping:
        """Begin to measure the threshold there; raises `InputError` where the cap of this moment does not allow it."""
        ramping = Ramping(self._client(visit, spot, Use.THRESHOLD), self._place.folder)
        ramping.begin(self._place.tool, self._submit)
        return ramping

    def _begin(self, client: Client, plan: Plan, *, asks_place: bool = False) -> Treating:
        stack = ExitStack()
        treating = Treating(stack)
        kept = stack.enter_context(keeping(client, plan))
        treatment = replace(self._treatment(plan, kept, treating), asks_place=asks_place)

        def show(runner: Runner) -> None:
            kept.follow(runner)
            treating.runner = runner
            treating.show(runner)

        treating.follow(self._submit(treat_with(treatment, show)))
        return treating

    @property
    def prints(self) -> bool:
        """Whether a report leaves the clinic."""
        return self._place.papers is not None

    def report(self, visit: Visit) -> tuple[str, ...]:
        """Print what was recorded, for the therapist in the window's language: a sheet and a note, where they may lie.

        Raises `InputError`.
        """
        if self._place.papers is None:
            return ()
        from clinic.report.about import Noted, Session
        from clinic.report.measured import measured
        from clinic.report.sheets import Sheet, sheet
        from clinic.report.soap import soap
        from clinic.report.words import Words
        from clinic.way.told import course_of
        from gui.paper import print_pdf
        from gui.tongue import tongue

        places = {name: spot for spot in visit.way.spots for name in _records(visit, spot)}
        if not places:
            raise InputError(
                Sentence("nothing was recorded, so there is nothing to print: skip this page, with a reason")
            )
        known = known_library(self._place.own)
        found = [measured(options.records_folder(self._place.folder) / name) for name in places]
        session = Session(
            records=tuple(sorted(found, key=lambda each: each.started_at)),
            noted=Noted(client=visit.way.pseudonym, course=course_of(visit.way), spots=places),
            library=known,
            zone=None,
            printed_at=datetime.now(UTC),
            software=VERSION,
        )
        words = Words(tongue().language, known)
        way = visit.way
        paper = self._place.papers / f"{way.pseudonym}_{way.began_at:%Y%m%dT%H%M%S}-{str(way.id)[:8]}.pdf"
        note = paper.with_suffix(".txt")
        _write(paper, print_pdf(sheet(Sheet.THERAPIST, session, words)))
        _write(note, soap(session, words).encode())
        return paper.name, note.name

    def _client(self, visit: Visit, spot: Spot, use: Use) -> Client:
        """The person at this point, with the threshold of this visit."""
        case, known = visit.room.case, known_library(self._place.own)
        wish = Asked(use=use, spot=spot, area_cm2=visit.room.tip_cm2, threshold=visit.asked(spot).threshold)
        return Client(known, case, case.chart, wish, NOTHING_SAID, visit.room.now, case.doses)

    def _treatment(self, plan: Plan, kept: Kept, treating: Treating) -> Treatment:
        def checked(checks: tuple[Check, ...]) -> None:
            for check in checks:
                if check.verdict is Verdict.WARN:
                    treating.runner.say(Sentence.joined(": ", [Sentence(check.name), check.text]))

        return Treatment(
            self._place.tool,
            plan,
            kept.noting(partial(options.new_record, None, self._place.folder)),
            VERSION,
            zeros=self.zeros,
            subject=kept.subject,
            desk=treating.desk,
            checked=checked,
        )


def _records(visit: Visit, spot: Spot) -> tuple[str, ...]:
    station = Station(step=Step.TREATMENT, spot=spot)
    entries = (entry.said for entry in visit.way.entries if entry.station == station)
    treated = tuple(each.record for each in entries if isinstance(each, Treated))
    releases = (done.pressed for done in beside(visit, spot) if isinstance(done, Released))
    return (*treated, *(pressed.record for pressed in releases if pressed is not None))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        why = error.strerror
        raise InputError(
            Sentence("{path}: it cannot be written ({why}): choose another place", path=str(path), why=why)
        ) from error
