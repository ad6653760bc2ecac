"""An open visit: the way, the chart and what was pressed, kept after each step; the only door of the pages to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from clinic.cases.case_file import CaseFile
from clinic.entries.cautions import Contraindication
from clinic.library import Library
from clinic.people import new_pseudonym
from clinic.plans.build import Built, confirm_rise
from clinic.screening.adverse import AdverseEvent
from clinic.screening.answers import Answer, Examiner, Form, Screening, Spot, SpotReplies
from clinic.screening.asked import Asked, Measured, Use
from clinic.screening.chart import Chart
from clinic.screening.clearance import Acknowledgement, PractitionerClearance
from clinic.screening.consent import Consent
from clinic.screening.doses import Doses
from clinic.screening.effective import EffectiveCap, Refused, effective_cap
from clinic.screening.questionnaire import body_questions, spot_questions
from clinic.way import said
from clinic.way.barred import Bar, bars, ends_the_way
from clinic.way.planning import Edit, Offer, agreed, offers
from clinic.way.said import Begun, Planned, Said, Station, Step, Treated
from clinic.way.way import PRESSES, Closed, Way
from protocol.sentence import Sentence
from session.cue import Why
from session.errors import InputError
from session.inputs import StopReason

EXPLAINED: Final = "pressure-1"
"""The text that is shown before consent, by name and version."""


class Room(NamedTuple):
    """What a visit is held with."""

    case: CaseFile
    library: Library
    by: Examiner
    tip_cm2: float
    now: Callable[[], datetime]


class Visit:
    """Goes on with today's unfinished visit of a person, or begins one.

    Each call writes before it returns; raises `InputError` for what cannot be done, and `NotKept`.
    """

    def __init__(self, room: Room) -> None:
        self.room = room
        found = room.case.unfinished(self.now)
        self.resumed = found is not None
        """It was begun before, and not by this call."""
        if found is not None and found.tip_cm2 != room.tip_cm2:
            raise InputError(
                Sentence(
                    "the visit was begun with a tip of {before_cm2:g} cm² and this one has {now_cm2:g}: "
                    "kPa does not carry over, so go on with the same tip",
                    before_cm2=found.tip_cm2,
                    now_cm2=room.tip_cm2,
                )
            )
        self._way = found or Way(
            pseudonym=self.chart.pseudonym or new_pseudonym(), began_at=self.now, by=room.by, tip_cm2=room.tip_cm2
        )
        self._keep(self._way)

    @property
    def way(self) -> Way:
        """As it is written down."""
        return self._way

    @property
    def kept_in(self) -> str:
        """Where it is written down, in words."""
        return self.room.case.place_of(self._way)

    @property
    def now(self) -> datetime:
        """The time of day."""
        return self.room.now()

    @property
    def chart(self) -> Chart:
        """As it was kept last: a treatment writes into it too."""
        return self.room.case.chart

    @property
    def doses(self) -> Doses:
        """What was pressed where, in this visit and before."""
        return self.room.case.doses

    # The way

    def say(self, what: Said) -> None:
        """What was filled in here; on to the next station."""
        self._keep(self._way.noted(what, self.now))

    def note(self, what: Said, station: Station) -> None:
        """What was said at a station that stays, since more may follow there."""
        self._keep(self._way.noted(what, self.now, station).at(station))

    def skip(self, why: str) -> None:
        """Leave this station out."""
        self._keep(self._way.skipped(why, self.now))

    def go(self, station: Station) -> None:
        """To another station."""
        self._keep(self._way.at(station))

    def back(self) -> None:
        """To the one before."""
        self._keep(self._way.back())

    def pause(self) -> None:
        """Until `resume`."""
        self._keep(self._way.paused(self.now))

    def resume(self) -> None:
        """Go on after a pause."""
        self._keep(self._way.resumed())

    # Questions, consent, stop

    def questions(self, form: Form) -> tuple[Contraindication, ...]:
        """About the whole person, the hard ones first."""
        return body_questions(self.room.library, form)

    def answer(self, form: Form, replies: Mapping[str, Answer]) -> None:
        """Keep a whole questionnaire about the person; raises `InputError` where a question was left open."""
        _complete(self.questions(form), replies)
        self._screened(form, replies, ())
        self._keep(self._way.noted(said.Asked(form=form), self.now).at(Station(step=Step.QUESTIONS)))

    def answer_place(self, spot: Spot, replies: Mapping[str, Answer]) -> None:
        """Keep the answers about a place, beside those about the person."""
        _complete(spot_questions(self.room.library), replies)
        newest = self.chart.screening(self.now)
        if newest is None:
            raise InputError(Sentence("the questions about the person come first"))
        spots = (*(each for each in newest.spots if each.spot != spot), SpotReplies(spot=spot, replies=replies))
        self._screened(newest.form, newest.replies, spots)
        self._keep(self._way.noted(said.PlaceAsked(), self.now).at(Station(step=Step.PLACE, spot=spot)))

    def bars(self) -> tuple[Bar, ...]:
        """What blocks this person now."""
        return bars(self.room.library, self.chart, self.now)

    @property
    def ended(self) -> bool:
        """Whether the way to force ends: nobody is pressed anywhere."""
        return ends_the_way(self.bars())

    def acknowledge(self, question: str) -> None:
        """A finding is known, and less is done because of it."""
        self.room.case.add(Acknowledgement(question=question, by=self.room.by, at=self.now))

    def clear(self, question: str, reason: str) -> None:
        """A practitioner opens what a practitioner may open."""
        try:
            given = PractitionerClearance(question=question, by=self.room.by, at=self.now, reason=reason)
        except ValueError as error:
            raise InputError(Sentence("only a practitioner clears, and with a reason")) from error
        self.room.case.add(given)

    def consent(self, signal: str, *, tried: bool) -> None:
        """Consent of this visit, with the stop signal that was tried once; then the next station."""
        if not tried or not signal.strip():
            raise InputError(Sentence("agree on a stop signal and try it once: a signal that was never tried is none"))
        given = Consent(at=self.now, by=self.room.by, text=EXPLAINED, stop_signal=signal, signal_tried=True)
        self.room.case.add(given)
        self.say(said.Consented())

    def stop(self) -> AdverseEvent:
        """A STOP outside of a treatment: it closes the way to force until its reason is told."""
        event = AdverseEvent(at=self.now, spot=self._way.here.spot, why=Why.THERAPIST_STOP)
        self.room.case.add(event)
        return event

    def stopped_because(self, event: AdverseEvent, reason: StopReason) -> None:
        """The reason, which decides what may go on."""
        self.room.case.add(event.told(reason))

    # What may be pressed

    def cap(self, spot: Spot, use: Use = Use.TREATMENT) -> EffectiveCap | Refused:
        """The effective cap of this moment, with the threshold that was measured here."""
        return effective_cap(self.room.library, self.chart, self.asked(spot, use), self.now)

    def asked(self, spot: Spot, use: Use = Use.TREATMENT) -> Asked:
        """The wish to press there, with what was measured and pressed there today."""
        wish = Asked(use=use, spot=spot, area_cm2=self.room.tip_cm2, threshold=self._measured(spot))
        return self.doses.at(wish, self.now)

    def refusals(self, station: Station) -> tuple[str, ...]:
        """Why nobody is pressed on this station, for those that lead to force; none where it may be."""
        if station.step not in PRESSES or station.spot is None:
            return ()
        closed = self._way.standing(station)
        if isinstance(closed, Closed):
            return (closed.why,)
        cap = self.cap(station.spot, Use.THRESHOLD if station.step is Step.THRESHOLD else Use.TREATMENT)
        return (*cap.reasons, *cap.referral) if isinstance(cap, Refused) else ()

    def threshold(self, spot: Spot, kpa: float, *, trusted: bool = True) -> None:
        """Keep a measured threshold, no higher than a ramp may go there; then the next station."""
        cap = self.cap(spot, Use.THRESHOLD)
        if isinstance(cap, Refused):
            raise InputError(Sentence("no threshold is measured here now: {why}", why=cap.sentence))
        if cap.pressure_kpa is not None and kpa > cap.pressure_kpa:
            raise InputError(
                Sentence(
                    "a ramp ends at {kpa:.0f} kPa here ({why}): the result is then “> {kpa:.0f}”, which is no figure "
                    "to plan with, so leave it out",
                    kpa=cap.pressure_kpa,
                    why=cap.cap.reasons[0],
                )
            )
        self.say(said.Threshold(kpa=kpa, area_cm2=self.room.tip_cm2, trusted=trusted))

    def offers(self, spot: Spot) -> tuple[Offer, ...]:
        """What may be planned at a point; none where nobody is pressed."""
        cap = self.cap(spot)
        return () if isinstance(cap, Refused) else offers(self.room.library, cap)

    def plan(self, spot: Spot, preset: str, edit: Edit | None, **confirmed: bool) -> None:
        """Agree on a plan, edited within the cap; `acknowledged` and `rise` say what was confirmed."""
        acknowledged = confirmed.get("acknowledged", False)
        built = self._agreed(spot, preset, edit, acknowledged=acknowledged)
        last_n = self.doses.last_target_n(self.asked(spot), self.now)
        confirm_rise(built.plan, last_n, confirmed=confirmed.get("rise", False))
        self.say(Planned(preset=preset, acknowledged=acknowledged, plan=built.plan, told=built.told))

    def planned_now(self, spot: Spot) -> Built:
        """What was agreed on, under the cap of this moment; raises `InputError` where that allows less by now."""
        planned = self._way.said(Station(step=Step.PLAN, spot=spot), Planned)
        if planned is None:
            raise InputError(Sentence("there is no plan for this point: make one first"))
        return self._agreed(spot, planned.preset, Edit.of(planned.plan), acknowledged=planned.acknowledged)

    def begin(self, spot: Spot) -> None:
        """A treatment begins: from here on somebody may be pressed, whatever becomes of this program."""
        self._keep(self._way.noted(Begun(), self.now, Station(step=Step.TREATMENT, spot=spot)))

    def treated(self, spot: Spot, done: Treated) -> None:
        """A treatment is over; on to the next station."""
        self._keep(self._way.noted(done, self.now, Station(step=Step.TREATMENT, spot=spot)))

    def _agreed(self, spot: Spot, preset: str, edit: Edit | None, *, acknowledged: bool) -> Built:
        cap = self.cap(spot)
        if isinstance(cap, Refused):
            raise InputError(Sentence("nobody is pressed here now: {why}", why=cap.sentence))
        return agreed(self.room.library.presets[preset], cap, edit, acknowledged=acknowledged)

    def _measured(self, spot: Spot) -> Measured | None:
        entry = self._way.newest(Station(step=Step.THRESHOLD, spot=spot))
        if entry is None or not isinstance(entry.said, said.Threshold):
            return None
        found = entry.said
        return Measured(kpa=found.kpa, area_cm2=found.area_cm2, spot=spot, at=entry.at, trusted=found.trusted)

    def _screened(self, form: Form, replies: Mapping[str, Answer], spots: tuple[SpotReplies, ...]) -> None:
        known = self.room.library
        done = Screening(
            library_version=known.version,
            library_digest=known.digest,
            clinic=known.clinic,
            form=form,
            at=self.now,
            by=self.room.by,
            replies=replies,
            spots=spots,
        )
        self.room.case.add(done)

    def _keep(self, way: Way) -> None:
        self.room.case.keep_way(way)
        self._way = way


def _complete(questions: tuple[Contraindication, ...], replies: Mapping[str, Answer]) -> None:
    for question in questions:
        if question.id not in replies:
            asked = Sentence(question.question)
            raise InputError(Sentence("“{question}” is not answered: nothing is presumed", question=asked))
