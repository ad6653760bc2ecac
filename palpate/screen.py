"""`palpate screen`: the questions before anybody is pressed, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from clinic.cases.case_file import CaseFile
from clinic.entries.cautions import Contraindication
from clinic.library import Library
from clinic.mistakes import mistake
from clinic.screening.adverse import FollowedUp
from clinic.screening.answers import Answer, ChangeReply, Examiner, Form, Role, Screening, Spot, SpotReplies
from clinic.screening.asked import Asked, Use
from clinic.screening.clearance import Acknowledgement, GuardianConsent, MedicalClearance, PractitionerClearance
from clinic.screening.consent import Consent
from clinic.screening.effective import EffectiveCap, effective_cap
from clinic.screening.questionnaire import CHANGED, body_questions, spot_questions
from palpate import options
from palpate.case import case_of, signer
from palpate.clock import clock
from palpate.course import DoorOptions, from_clinic
from palpate.options import Command
from palpate.person import CHART, SpotType, known_library, own
from session.errors import InputError

places = click.option("--at", "spots", type=SpotType(), multiple=True, required=True, help="Place; several times.")


def of_person(command: Callable[..., None]) -> Callable[..., None]:
    """Add whose file it is, as `case`."""

    @wraps(command)
    def run(person: str, folder: Path | None, login: str | None, passphrase_file: Path | None, **others: Any) -> None:
        door = DoorOptions(folder=folder, login=login, passphrase_file=passphrase_file)
        command(case=case_of(person, door, begin=command.__name__ == "ask"), **others)

    return click.argument("person", metavar="PSEUDONYM")(from_clinic(run))


def signed(command: Callable[..., None]) -> Callable[..., None]:
    """The same, and who asks and writes, as `by`."""

    @wraps(command)
    def run(case: CaseFile, name: str | None, trainee: bool, **others: Any) -> None:
        role = Role.TRAINEE if trainee else Role.PRACTITIONER
        said = None if name is None else _made(Examiner, name=name, role=role)
        command(case=case, by=signer(case, said), **others)

    trainee = click.option("--trainee", is_flag=True, help="A trainee asks and acknowledges, and clears nothing.")
    by = click.option("--by", "name", metavar="NAME", help="Your name, for a rehearsal; in the clinic your account's.")
    return of_person(by(trainee(run)))


def asked(name: str, what: str) -> Callable[[Command], Command]:
    """An option about somebody: without a value it is asked for on the terminal."""
    return click.option(name, prompt=what, prompt_required=False, help=what)


@click.group()
def screen() -> None:
    """Ask the questions before anybody is pressed, clear what may be cleared, and see what is allowed."""


@screen.command("ask")
@signed
@places
@own
@click.option("--quick", is_flag=True, help="The hard questions alone: what is not asked then lowers the cap.")
@click.option("--answers", type=CHART, help='JSON: {"QUESTION": "yes|no|unsure", …} instead of the terminal.')
def ask(case: CaseFile, spots: tuple[Spot, ...], by: Examiner, own: Path | None, **how: Any) -> None:
    """Ask every question, the clinic's own too; "unsure" counts as yes until it is cleared up."""
    known, form = known_library(own), Form.QUICK if how["quick"] else Form.FULL
    reply = _ask if how["answers"] is None else _from_file(how["answers"])
    done = Screening(
        library_version=known.version,
        library_digest=known.digest,
        clinic=known.clinic,
        form=form,
        replies=_replies(body_questions(known, form), "", reply),
        spots=tuple(
            SpotReplies(spot=spot, replies=_replies(spot_questions(known), f" [{spot}]", reply)) for spot in spots
        ),
        at=_now(),
        by=by,
    )
    case.add(done)


@screen.command("changed")
@signed
@click.argument("answer", type=click.Choice([each.value for each in Answer]), required=False)
def changed(case: CaseFile, answer: str | None, by: Examiner) -> None:
    """Note the answer to "Anything changed?", asked at each visit."""
    said = _prompt(CHANGED) if answer is None else Answer(answer)
    case.add(ChangeReply(answer=said, at=_now(), by=by))


@screen.command("consent")
@signed
@click.option("--text", required=True, help="What was explained, by name and version.")
@click.option("--signal", required=True, help="The client's stop signal.")
@click.option("--tried", is_flag=True, required=True, help="The signal was tried once.")
def consent(case: CaseFile, by: Examiner, text: str, signal: str, tried: bool) -> None:
    """Record the client's consent for this visit, and the stop signal."""
    case.add(_made(Consent, at=_now(), by=by, text=text, stop_signal=signal, signal_tried=tried))


@screen.command("acknowledge")
@signed
@click.argument("questions", nargs=-1, required=True)
@own
def acknowledge(case: CaseFile, questions: tuple[str, ...], by: Examiner, own: Path | None) -> None:
    """Acknowledge findings for this visit: less is done because of them."""
    known = known_library(own)
    case.add(*(Acknowledgement(question=_question(known, each), by=by, at=_now()) for each in questions))


@screen.command("clear")
@signed
@click.argument("question")
@own
@asked("--reason", "A practitioner's reason.")
@asked("--physician", "Who gave the medical clearance.")
@asked("--document", "Where its document lies.")
@click.option("--dated", type=click.DateTime(["%Y-%m-%d"]), help="The document's date.")
@asked("--guardian", "For a minor: who consented; the child agrees too.")
def clear(case: CaseFile, question: str, by: Examiner, own: Path | None, **how: Any) -> None:
    """Clear a block: --reason, or --physician with --document and --dated, or --guardian.

    What is said without a value is asked for: what stands in a command stands in the shell's history too.
    """
    signed = {"question": _question(known_library(own), question), "by": by, "at": _now()}
    if how["guardian"]:
        given: Any = _made(GuardianConsent, **signed, guardian=how["guardian"], child_agrees=True)
    elif how["physician"]:
        dated = how["dated"].date() if how["dated"] else None
        given = _made(MedicalClearance, **signed, physician=how["physician"], document=how["document"], dated=dated)
    else:
        given = _made(PractitionerClearance, **signed, reason=how["reason"])
    case.add(given)


@screen.command("follow-up")
@signed
@click.argument("event")
@click.option("--words", prompt="The client's own words", help="The client's own; asked for where they are left out.")
def follow_up(case: CaseFile, event: str, by: Examiner, words: str) -> None:
    """Note how the client was 24 h after a STOP; EVENT is the begin of its id."""
    found = [each for each in case.chart.stops.events if str(each.id).startswith(event)]
    if len(found) != 1:
        raise InputError(f"{len(found)} events begin with “{event}”: look at them with “palpate screen show”")
    how = FollowedUp(at=_now(), by=by, words=words)
    case.add(found[0].model_copy(update={"follow_up": how}))


@screen.command("show")
@of_person
@places
@click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), required=True, metavar="CM2", help="The tip.")
@own
@options.as_json
def show(case: CaseFile, spots: tuple[Spot, ...], tip_cm2: float, own: Path | None, as_json: bool) -> None:
    """Say what is allowed at each place now, and why; and which follow-ups are due."""
    chart, doses, now, known = case.chart, case.doses, _now(), known_library(own)
    for spot in spots:
        asked = doses.at(Asked(use=Use.TREATMENT, spot=spot, area_cm2=tip_cm2), now)
        found = effective_cap(known, chart, asked, now)
        if as_json:
            click.echo(found.model_dump_json())
        elif isinstance(found, EffectiveCap):
            click.echo(f"{spot}: at most {found.force_n:.1f} N ({found.pressure_kpa:.0f} kPa) for {found.hold_s:g} s")
            left = f"{found.point_left_s:.0f} s are left at this point in this visit"
            _list((*found.cap.reasons, left, *(each.sentence for each in found.findings)))
        else:
            click.echo(f"{spot}: nobody is pressed here now")
            _list((*found.reasons, *found.referral))
    for event in chart.stops.due(now):
        click.echo(f"follow-up due: {event.id} ({event.why}, {event.at:%Y-%m-%d %H:%M})", err=as_json)


Reply = Callable[[Contraindication, str], Answer]


def _replies(questions: Iterable[Contraindication], where: str, reply: Reply) -> Mapping[str, Answer]:
    return {question.id: reply(question, where) for question in questions}


def _ask(question: Contraindication, where: str) -> Answer:
    return _prompt(f"{question.question}{where}")


def _prompt(text: str) -> Answer:
    """No answer stands there beforehand."""
    return Answer(click.prompt(text, type=click.Choice([each.value for each in Answer]), err=True))


def _from_file(path: Path) -> Reply:
    try:
        given = TypeAdapter(dict[str, Answer]).validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: it cannot be read: {error.strerror}") from error
    except ValidationError as error:
        raise InputError(f"{path}: {mistake(error)}") from error

    def reply(question: Contraindication, _where: str) -> Answer:
        if question.id not in given:
            raise InputError(f"{path}: “{question.id}” is not answered: ask “{question.question}”")
        return given[question.id]

    return reply


def _question(known: Library, name: str) -> str:
    if name not in known.contraindications:
        raise InputError(f"there is no question “{name}”: “palpate knowledge list contraindications” shows all")
    return name


def _made(kind: type[Any], **values: Any) -> Any:
    try:
        return kind(**values)
    except ValidationError as error:
        raise InputError(mistake(error)) from error


def _list(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(f"  - {line}")


def _now() -> datetime:
    return clock().now()
